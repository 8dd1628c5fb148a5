# SPDX-License-Identifier: MIT
"""Finds what was being read last: the article begun and not finished, else the one opened last."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.presence import is_file

from .library_feed import LibraryFeed

if TYPE_CHECKING:
    from reader.core.library import Library


def continue_reading(
    feed: LibraryFeed, opened_last: Path | None, on_found: Callable[[Path | None], object]
) -> None:
    """Look in the library for what is in progress; `opened_last` may lie outside of it."""

    def work(library: Library) -> Path | None:
        from reader.core.library import ArticleQuery
        from reader.core.settings import ReadState

        if opened_last is not None and library.states.get(opened_last).state == ReadState.READING:
            return opened_last
        begun = library.article_ids(ArticleQuery(state=ReadState.READING, sort="opened"))
        found = library.articles_with(begun[:20])
        return next((article.path for article in found if is_file(article.path)), opened_last)

    feed.consult(work, on_found)
