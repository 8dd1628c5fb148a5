# SPDX-License-Identifier: MIT
"""The bundled articles that teach the reader, as rows of a list; they are in no library folder."""

from __future__ import annotations

from pathlib import Path

from reader.core.article import article_key
from reader.core.errors import ArticleError
from reader.core.formats import article_format, read_metadata
from reader.core.library.listing import ListedArticle
from reader.core.resources import resource_path
from reader.core.settings import ReadingStates


def welcome_articles(language: str, states: ReadingStates) -> tuple[ListedArticle, ...]:
    """The bundled articles in a language (`en`, `zh_CN`, `zh_TW`), the first one first."""
    suffix = {"zh_CN": ".zh.md", "zh_TW": ".zh_TW.md"}.get(language, ".en.md")
    folder = resource_path("welcome")
    files = sorted(
        folder.glob(f"*{suffix}"), key=lambda file: (not file.name.startswith("welcome"), file.name)
    )
    rows = (_row(number, file, states) for number, file in enumerate(files))
    return tuple(row for row in rows if row is not None)


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
