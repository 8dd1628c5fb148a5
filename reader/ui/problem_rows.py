# SPDX-License-Identifier: MIT
"""Files and folders that could not be taken in at all, as rows beside the articles with problems."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.article import article_key

if TYPE_CHECKING:
    from reader.core.library import Library, ListedArticle


def problem_rows(library: Library) -> tuple[ListedArticle, ...]:
    """One for each: an unreadable folder, a link that leads nowhere; they are not in the catalogue."""
    paths = dict.fromkeys(problem.path for problem in library.problems(apart=True))
    return tuple(_row(path) for path in paths)


def _row(path: Path) -> ListedArticle:
    from reader.core.library import ListedArticle

    key = article_key(path)
    return ListedArticle(
        id=-1 - int(key, 16) % (1 << 62),  # of this path at every listing, and of no article
        key=key, path=path, title=path.name, authors=(), site=None, date=None, updated=None, categories=(),
        tags=(), words=0, reading_minutes=0, excerpt="", cover=None, lang=None, draft=False, format="",
        state="finished", starred=False, progress=0.0, opened_at=None, problems=0, folder_id=0,
        available=False,
    )  # fmt: skip
