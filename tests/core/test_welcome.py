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
_LANGUAGES = {"en": "en", "zh": "zh-Hans", "zh_TW": "zh-Hant"}  # by the last part of a file's name


def test_every_article_exists_in_all_languages() -> None:
    names = {file.name for file in _FILES}
    articles = {name.split(".")[0] for name in names}
    assert "welcome" in articles
    assert names == {f"{article}.{language}.md" for article in articles for language in _LANGUAGES}


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.name)
def test_a_welcome_article_opens_without_a_problem(file: Path) -> None:
    article = open_article(file)
    assert article.problems == ()
    assert article.metadata.lang == _LANGUAGES[file.name.split(".")[1]]
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


@pytest.mark.parametrize("language", _LANGUAGES)
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
