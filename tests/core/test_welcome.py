# SPDX-License-Identifier: MIT
"""The bundled articles open cleanly, find their drawing and lead to one another, in both languages."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from reader.core.images import ImageLookup
from reader.core.links import LinkKind, resolve_link
from reader.core.open_article import open_article
from reader.core.page import PageLook, PageWords, build_page
from reader.core.resources import resource_path

_FOLDER = resource_path("welcome")
_FILES = sorted(_FOLDER.glob("*.md"))


def test_every_article_exists_in_both_languages() -> None:
    names = {file.name for file in _FILES}
    assert {"welcome.en.md", "welcome.zh.md"} <= names
    for name in names:
        assert re.sub(r"\.(en|zh)\.md$", lambda m: ".zh.md" if m[1] == "en" else ".en.md", name) in names


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.name)
def test_a_welcome_article_opens_without_a_problem(file: Path) -> None:
    article = open_article(file)
    assert article.problems == ()
    assert article.metadata.lang == ("zh-Hans" if file.name.endswith(".zh.md") else "en")
    assert article.metadata.title
    assert article.metadata.excerpt
    assert [len(category) for category in article.metadata.categories] == [2]
    lookup = ImageLookup(article, _FOLDER)
    page = build_page(article, PageLook(), PageWords.plain(article), lookup)
    assert 'class="missing' not in page
    for href in re.findall(r'<a href="([^"#][^"]*)"', article.html):
        link = resolve_link(unescape(href), file, _FOLDER)
        assert link.kind is LinkKind.ARTICLE
        assert Path(link.target).suffixes == file.suffixes


@pytest.mark.parametrize("language", ["en", "zh"])
def test_together_they_show_what_an_article_may_hold(language: str) -> None:
    html = "".join(open_article(file).html for file in _FILES if file.name.endswith(f".{language}.md"))
    for part in (
        "<h2",
        "<ol>",
        "<blockquote>",
        "<pre class=",
        "<table",
        "<math",
        "callout-tip",
        "<img",
        "task-done",
    ):
        assert part in html
