# SPDX-License-Identifier: MIT
"""Writes what a file says of its article into the catalogue's tables."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.core.article import CategoryPath, CleanArticle, Metadata, Problem, article_key
from reader.core.database import transaction
from reader.core.library.walker import FoundFile

if TYPE_CHECKING:
    import sqlite3

PART = "\x1f"
"""Between the names of one category path, between authors, between tags."""
PATH = "\x1e"
"""Between category paths."""

MOST_CATEGORIES = 64
MOST_LEVELS = 16
MOST_NAMES = 256
MOST_CHARACTERS = 1000
MOST_PROBLEMS = 50


class Reading(NamedTuple):
    """What one reading of a file gave, from its head or from the whole of it."""

    format: str
    metadata: Metadata
    problems: tuple[Problem, ...]
    whole: CleanArticle | None = None


@dataclass(slots=True)
class ArticleRows:
    """Writes articles with their categories, tags and problems; call inside a `batch`."""

    connection: sqlite3.Connection
    _categories: dict[str, int] = field(default_factory=dict[str, int])

    def put_file(self, file: FoundFile, content_hash: str, now: str, reading: Reading) -> int:
        """Adds or replaces the article of a file, keeping its id and when it was added."""
        columns: dict[str, object] = {
            "folder_id": file.folder_id,
            "path": file.path,
            "parent": os.path.dirname(file.path),
            "key": article_key(Path(os.fsdecode(file.path))),
            "size": file.size,
            "mtime_ns": file.mtime_ns,
            "inode": file.inode,
            "device": file.device,
            "content_hash": content_hash,
            "stale": 0,
            "indexed": 0,
            "searched": 0,
            "added_at": now,
        } | _described(reading, file.path)
        replaced = ", ".join(f"{name} = excluded.{name}" for name in columns if name != "added_at")
        (identity,) = self.connection.execute(
            f"INSERT INTO article ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
            f" ON CONFLICT (path) DO UPDATE SET {replaced} RETURNING id",
            tuple(columns.values()),
        ).fetchone()
        self._put_lists(identity, file.path, reading)
        return int(identity)

    def put_whole(self, identity: int, path: bytes, reading: Reading) -> None:
        """Completes an article with what reading all of its text tells."""
        columns = _described(reading, path) | {"indexed": 1}
        if reading.whole is not None:
            columns["words"] = reading.whole.words
            columns["reading_minutes"] = reading.whole.reading_minutes
        assignments = ", ".join(f"{name} = ?" for name in columns)
        changed = self.connection.execute(
            f"UPDATE article SET {assignments} WHERE id = ? AND path = ?",
            (*columns.values(), identity, path),
        )
        if changed.rowcount:
            self._put_lists(identity, path, reading)

    def put_failure(self, identity: int, path: bytes, problem: Problem) -> None:
        """Notes that an article could not be read whole; what is known from its head stays."""
        changed = self.connection.execute(
            "UPDATE article SET indexed = 1, problems = 1 WHERE id = ? AND path = ?", (identity, path)
        )
        if changed.rowcount:
            self._put_problems(identity, path, [problem])

    @contextmanager
    def batch(self) -> Generator[None]:
        """One transaction; if it fails, the category ids it made are void."""
        try:
            with transaction(self.connection):
                yield
        except BaseException:
            self._categories.clear()
            raise

    def _put_lists(self, identity: int, path: bytes, reading: Reading) -> None:
        execute = self.connection.execute
        execute("DELETE FROM article_category WHERE article_id = ?", (identity,))
        execute("DELETE FROM article_tag WHERE article_id = ?", (identity,))
        for category in _with_parents(_category_paths(reading.metadata)):
            execute(
                "INSERT OR IGNORE INTO article_category VALUES (?, ?)", (self._category(category), identity)
            )
        for tag in _names(reading.metadata.tags):
            execute("INSERT OR IGNORE INTO article_tag VALUES (?, ?)", (tag, identity))
        self._put_problems(identity, path, reading.problems)

    def _put_problems(self, identity: int, path: bytes, problems: Iterable[Problem]) -> None:
        self.connection.execute("DELETE FROM problem WHERE article_id = ?", (identity,))
        self.connection.executemany(
            "INSERT INTO problem (article_id, path, code, message, line) VALUES (?, ?, ?, ?, ?)",
            (
                (identity, path, storable(problem.code), storable(problem.message), problem.line)
                for problem in list(problems)[:MOST_PROBLEMS]
            ),
        )

    def _category(self, path: str) -> int:
        known = self._categories.get(path)
        if known is None:
            self.connection.execute("INSERT OR IGNORE INTO category (path) VALUES (?)", (path,))
            (known,) = self.connection.execute("SELECT id FROM category WHERE path = ?", (path,)).fetchone()
            self._categories[path] = known
        return known


def folded(text: str) -> str:
    """Text as titles are compared: case and width do not matter."""
    return unicodedata.normalize("NFKC", text).casefold()


def storable(text: str) -> str:
    """Text that SQLite takes: bytes of a broken name and our separators become visible marks."""
    text = text[:MOST_CHARACTERS]
    if _UNSTORABLE.search(text) is None:
        return text
    return _UNSTORABLE.sub(lambda found: "\ufffd" if found.group() > " " else " ", text)


_UNSTORABLE = re.compile(f"[\ud800-\udfff{PART}{PATH}\0]")


def category_text(path: CategoryPath) -> str:
    """A category path as the catalogue keeps it."""
    return PART.join(storable(name) for name in path[:MOST_LEVELS])


def _described(reading: Reading, path: bytes) -> dict[str, object]:
    data = reading.metadata
    title = storable(" ".join(data.title.split())) or storable(Path(os.fsdecode(path)).stem)
    return {
        "format": str(reading.format),
        "title": title,
        "title_folded": folded(title),
        "authors": PART.join(_names(data.authors)),
        "site": _optional(data.site),
        "date": str(data.date) if data.date else None,
        "date_sort": data.date.sort_key if data.date else None,
        "updated": str(data.updated) if data.updated else None,
        "categories": PATH.join(_category_paths(data)),
        "tags": PART.join(_names(data.tags)),
        "excerpt": storable(data.excerpt or ""),
        "cover": _address(data.cover),
        "source_url": _address(data.source_url),
        "lang": _optional(data.lang),
        "draft": int(data.draft),
        "problems": min(len(reading.problems), MOST_PROBLEMS),
    }


def _optional(text: str | None) -> str | None:
    return storable(text) if text else None


def _address(text: str | None) -> str | None:
    """An address, unless it is longer than any that leads somewhere (pictures as `data:`)."""
    return storable(text) if text and len(text) <= MOST_CHARACTERS else None


def _names(names: tuple[str, ...]) -> list[str]:
    return [name for name in (storable(name) for name in names[:MOST_NAMES]) if name]


def _category_paths(data: Metadata) -> list[str]:
    return [category_text(path) for path in data.categories[:MOST_CATEGORIES] if path]


def _with_parents(paths: list[str]) -> set[str]:
    nodes: set[str] = set()
    for path in paths:
        while path:
            nodes.add(path)
            path = path.rpartition(PART)[0]
    return nodes
