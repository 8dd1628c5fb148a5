# SPDX-License-Identifier: MIT
"""The bundled articles that teach the reader, as rows of a list; they are in no library folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.article import article_key
from reader.core.cleaning import words_of
from reader.core.errors import ArticleError
from reader.core.formats import article_format, read_article, read_metadata
from reader.core.library.listing import ListedArticle
from reader.core.resources import resource_path
from reader.core.settings import ReadingStates

if TYPE_CHECKING:
    from reader.core.library.search.in_memory import ArticleAtHand
    from reader.core.library.search.results import SearchPage


def welcome_articles(language: str, states: ReadingStates) -> tuple[ListedArticle, ...]:
    """The bundled articles in a language (`en`, `zh_CN`, `zh_TW`), the first one first."""
    rows = (_row(number, file, states) for number, file in enumerate(_files(language)))
    return tuple(row for row in rows if row is not None)


def search_welcome(query: str, language: str, states: ReadingStates) -> SearchPage:
    """Those of them that a query of the search field asks for: they are in no index."""
    from reader.core.library.search.in_memory import find_at_hand

    return find_at_hand(query, [_at_hand(article) for article in welcome_articles(language, states)])


def _at_hand(article: ListedArticle) -> ArticleAtHand:
    from reader.core.library.search.in_memory import ArticleAtHand

    try:
        words = words_of(read_article(article.path))
    except ArticleError:
        words = None
    if words is None:
        return ArticleAtHand(article, article.excerpt)
    parts = (("image", words.has_pictures), ("code", words.has_code))
    return ArticleAtHand(
        replace(article, words=words.words), words.text, frozenset(name for name, holds in parts if holds)
    )


def _files(language: str) -> list[Path]:
    suffix = {"zh_CN": ".zh.md", "zh_TW": ".zh_TW.md"}.get(language, ".en.md")
    files = resource_path("welcome").glob(f"*{suffix}")
    return sorted(files, key=lambda file: (not file.name.startswith("welcome"), file.name))


def _row(number: int, path: Path, states: ReadingStates) -> ListedArticle | None:
    if article_format(path) is None:
        return None
    try:
        metadata = read_metadata(path).metadata
    except ArticleError:
        return None
    state = states.get(path)
    return ListedArticle(
        id=-1 - number,
        key=article_key(path),
        path=path,
        title=metadata.title,
        authors=metadata.authors,
        site="Article Reader",
        date=None,
        updated=None,
        categories=metadata.categories,
        tags=metadata.tags,
        words=0,
        reading_minutes=0,
        excerpt=metadata.excerpt or "",
        cover=None,
        lang=metadata.lang,
        draft=False,
        format="markdown",
        state=state.state,
        starred=state.starred,
        progress=state.progress,
        opened_at=state.opened_at,
        problems=0,
        folder_id=0,
    )
