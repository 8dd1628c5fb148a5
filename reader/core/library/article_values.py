# SPDX-License-Identifier: MIT
"""What a file says of its article, as the catalogue keeps it: plain values that pass between processes."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.core.article import CategoryPath, Metadata, Problem
from reader.core.library.separators import PART, PATH

if TYPE_CHECKING:
    from reader.core.library.search.prepared import Prepared

MOST_CATEGORIES = 64
MOST_LEVELS = 16
MOST_NAMES = 256
MOST_CHARACTERS = 1000
MOST_PROBLEMS = 50

COLUMNS = (
    *("format", "title", "title_folded", "authors", "site", "date", "date_sort", "updated", "categories"),
    *("tags", "excerpt", "cover", "source_url", "lang", "draft", "problems"),
)
"""The columns of the table `article` that come from reading a file, in the order of `ArticleValues`."""

ProblemRow = tuple[str, str, int | None]


class WholeText(NamedTuple):
    """What only the whole of an article tells."""

    words: int
    reading_minutes: int
    address: str
    sketch: bytes
    prepared: Prepared


class ArticleValues(NamedTuple):
    """One reading of a file, of its head or of the whole of it."""

    columns: tuple[str | int | None, ...]
    categories: tuple[str, ...]  # those above them too
    tags: tuple[str, ...]
    authors: tuple[str, ...]
    problems: tuple[ProblemRow, ...]
    whole: WholeText | None = None


def article_values(
    path: bytes,
    file_format: str,
    data: Metadata,
    problems: Sequence[Problem],
    whole: WholeText | None = None,
) -> ArticleValues:
    """The values of the article at `path`."""
    title = storable(" ".join(data.title.split())) or storable(Path(os.fsdecode(path)).stem)
    authors, tags, paths = _names(data.authors), _names(data.tags), _category_paths(data)
    rows = tuple(problem_row(problem) for problem in problems[:MOST_PROBLEMS])
    columns = (
        file_format,
        title,
        folded(title),
        PART.join(authors),
        storable(data.site) if data.site else None,
        str(data.date) if data.date else None,
        data.date.sort_key if data.date else None,
        str(data.updated) if data.updated else None,
        PATH.join(paths),
        PART.join(tags),
        storable(data.excerpt or ""),
        _address(data.cover),
        _address(data.source_url),
        storable(data.lang) if data.lang else None,
        int(data.draft),
        len(rows),
    )
    return ArticleValues(columns, _with_parents(paths), tags, authors, rows, whole)


def problem_row(problem: Problem) -> ProblemRow:
    """A problem as the catalogue keeps it."""
    return storable(problem.code), storable(problem.message), problem.line


def folded(text: str) -> str:
    """Text as titles are compared: case and width do not matter."""
    return unicodedata.normalize("NFKC", text).casefold()


def storable(text: str) -> str:
    """Text that SQLite takes: bytes of a broken name and our separators become visible marks."""
    text = text[:MOST_CHARACTERS]
    if text.isprintable() or _UNSTORABLE.search(text) is None:
        return text
    return _UNSTORABLE.sub(lambda found: "\ufffd" if found.group() > " " else " ", text)


_UNSTORABLE = re.compile(f"[\ud800-\udfff{PART}{PATH}\0]")


def category_text(path: CategoryPath) -> str:
    """A category path as the catalogue keeps it."""
    return PART.join([storable(name) for name in path[:MOST_LEVELS]])


def _address(text: str | None) -> str | None:
    """An address, unless it is longer than any that leads somewhere (pictures as `data:`)."""
    return storable(text) if text and len(text) <= MOST_CHARACTERS else None


def _names(names: tuple[str, ...]) -> tuple[str, ...]:
    """Each name once."""
    return tuple(dict.fromkeys(filter(None, map(storable, names[:MOST_NAMES]))))


def _category_paths(data: Metadata) -> list[str]:
    return [category_text(path) for path in data.categories[:MOST_CATEGORIES] if path]


def _with_parents(paths: list[str]) -> tuple[str, ...]:
    nodes: dict[str, None] = {}
    for path in paths:
        while path:
            nodes[path] = None
            path = path.rpartition(PART)[0]
    return tuple(nodes)
