# SPDX-License-Identifier: MIT
"""The straight line from a file to an article."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.article import CategoryRule, Dialect, ReadOptions
from reader.core.errors import ArticleUnreadable, ArticleUnsupported
from reader.core.open_article import open_article


def test_a_file_becomes_an_article(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("---\ntitle: T\n---\n\n# T\n\nWords <script>alert(1)</script> here.\n", "utf-8")
    article = open_article(file)
    assert article.metadata.title == "T"
    assert "Words" in article.text
    assert "script" not in article.html


def test_the_options_reach_the_header(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("---\ncategories: [A, B]\n---\n\nWords.\n", "utf-8")
    path = open_article(file, ReadOptions(Dialect.HEXO, CategoryRule.PATH))
    siblings = open_article(file, ReadOptions(Dialect.HEXO, CategoryRule.SIBLINGS))
    assert path.metadata.categories == (("A", "B"),)
    assert siblings.metadata.categories == (("A",), ("B",))


def test_what_cannot_be_opened_is_one_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "folder.md"
    folder.mkdir()
    with pytest.raises(ArticleUnreadable):
        open_article(tmp_path / "missing.md")
    with pytest.raises(ArticleUnreadable):
        open_article(folder)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    with pytest.raises(ArticleUnsupported):
        open_article(tmp_path / "picture.png")
