# SPDX-License-Identifier: MIT
"""Files and folders that could not be taken in at all, as rows beside the articles with problems."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.article import article_key

from .sentences import in_own_words

if TYPE_CHECKING:
    from reader.core.library import Library, ListedArticle

_OF_NO_FOLDER = -1


def problem_rows(library: Library) -> tuple[ListedArticle, ...]:
    """One for each: an unreadable folder, a link that leads nowhere; they are not in the catalogue."""
    roots = [folder.path for folder in library.folders()]
    reasons: dict[Path, list[str]] = {}
    for problem in library.problems(apart=True):
        reasons.setdefault(problem.path, []).append(in_own_words(problem.message))
    return tuple(_row(path, _place(path, roots), " ".join(told)) for path, told in reasons.items())


def is_problem(article: ListedArticle) -> bool:
    """Whether a row is no article: it can be told of, but not opened, marked or compared."""
    return article.folder_id == _OF_NO_FOLDER


def _place(path: Path, roots: list[Path]) -> str:
    """Where it lies: from its library folder on, else the whole path."""
    around = [root for root in roots if path.is_relative_to(root) and path != root]
    if not around:
        return str(path.parent)
    root = max(around, key=lambda each: len(each.parts))
    return str(path.parent.relative_to(root.parent))


def _row(path: Path, place: str, reason: str) -> ListedArticle:
    from reader.core.library import ListedArticle

    key = article_key(path)
    return ListedArticle(
        id=-1 - int(key, 16) % (1 << 62),  # of this path at every listing, and of no article
        key=key, path=path, title=path.name, authors=(), site=place, date=None, updated=None, categories=(),
        tags=(), words=0, reading_minutes=0, excerpt=reason, cover=None, lang=None, draft=False, format="",
        state="finished", starred=False, progress=0.0, opened_at=None, problems=0, folder_id=_OF_NO_FOLDER,
    )  # fmt: skip
