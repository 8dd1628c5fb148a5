# SPDX-License-Identifier: MIT
"""Writes articles with their categories, tags, authors and problems into the catalogue, many at once."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.core.article import Problem
from reader.core.database import transaction
from reader.core.library.article_values import COLUMNS, ArticleValues, ProblemRow, problem_row
from reader.core.library.walker import FoundFile

if TYPE_CHECKING:
    import sqlite3

_OF_FILE = (
    *(
        "folder_id",
        "path",
        "parent",
        "key",
        "size",
        "mtime_ns",
        "ctime_ns",
        "inode",
        "device",
        "content_hash",
        "added_at",
    ),
    *("stale", "indexed", "searched"),
)
_PUT = (
    f"INSERT INTO article ({', '.join((*_OF_FILE, *COLUMNS))})"
    f" VALUES ({', '.join('?' * (len(_OF_FILE) + len(COLUMNS)))}) ON CONFLICT (path) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in (*_OF_FILE, *COLUMNS) if name != "added_at")
)
_LISTED = ("categories", "tags", "authors", "problems")
"""Columns whose values have rows of their own, too."""
_ORDERED = ("title_folded", "date_sort", "site", "lang")
"""Columns with an index, which is written whenever they are named."""
_UNORDERED = tuple(name for name in COLUMNS if name not in _ORDERED)
_LISTS = ("article_category", "article_tag", "article_author", "problem")
_AT_ONCE = 500  # values of one statement
_PLACES = {name: place for place, name in enumerate(COLUMNS)}


class ReadFile(NamedTuple):
    """A file whose head was read."""

    file: FoundFile
    content_hash: str
    values: ArticleValues


class ReadText(NamedTuple):
    """An article of which the whole text was read, or why it could not be."""

    id: int
    path: bytes
    values: ArticleValues | Problem


@dataclass(slots=True)
class ArticleRows:
    """Writes batches of articles; call inside a `batch`."""

    connection: sqlite3.Connection
    _categories: dict[str, int] = field(default_factory=dict[str, int])

    def put_files(self, read: Sequence[ReadFile], now: str) -> None:
        """Adds or replaces the articles of files, keeping their ids and when they were added."""
        (newest,) = self.connection.execute("SELECT coalesce(max(id), 0) FROM article").fetchone()
        self.connection.executemany(_PUT, ((*_file_values(each, now), *each.values.columns) for each in read))
        ids = dict(
            self._select("SELECT path, id FROM article WHERE path IN", [each.file.path for each in read])
        )
        rows = [(ids[each.file.path], each.file.path, each.values) for each in read]
        self._drop_lists([identity for identity, _, _ in rows if identity <= newest])
        self._put_lists(rows)

    def put_texts(self, read: Sequence[ReadText]) -> None:
        """Completes articles with what all of their texts tell; passes by those that are gone since."""
        columns = ", ".join(_LISTED + _ORDERED)
        found = self._select(
            f"SELECT id, path, {columns} FROM article WHERE id IN", [each.id for each in read]
        )
        known = {row[0]: row[1:] for row in found}
        there = [each for each in read if each.id in known and known[each.id][0] == each.path]
        whole = [
            (each.id, each.path, each.values) for each in there if isinstance(each.values, ArticleValues)
        ]
        self._complete(whole, {identity: row[1 + len(_LISTED) :] for identity, row in known.items()})
        changed = [
            each
            for each in whole
            if known[each[0]][1 : 1 + len(_LISTED)] != _some(each[2], _LISTED) or each[2].problems
        ]
        self._drop_lists([identity for identity, _, _ in changed])
        self._put_lists(changed)
        self.connection.executemany(
            "INSERT OR REPLACE INTO fingerprint (article_id, address, sketch) VALUES (?, ?, ?)",
            (
                (identity, values.whole.address, values.whole.sketch)
                for identity, _, values in whole
                if values.whole is not None
            ),
        )
        self._put_failures([each for each in there if isinstance(each.values, Problem)])

    @contextmanager
    def batch(self) -> Generator[None]:
        """One transaction; if it fails, the category ids it made are void."""
        try:
            with transaction(self.connection):
                yield
        except BaseException:
            self._categories.clear()
            raise

    def _complete(
        self, read: Sequence[tuple[int, bytes, ArticleValues]], ordered: Mapping[int, tuple[object, ...]]
    ) -> None:
        for names, is_changed in ((_UNORDERED, False), (COLUMNS, True)):
            self.connection.executemany(
                _completion(names),
                (
                    (*_some(values, names), *_length(values), identity)
                    for identity, _, values in read
                    if (ordered[identity] != _some(values, _ORDERED)) == is_changed
                ),
            )

    def _put_failures(self, read: Sequence[ReadText]) -> None:
        """What is known from the heads of these stays."""
        many = self.connection.executemany
        many("UPDATE article SET indexed = 1, problems = 1 WHERE id = ?", ((each.id,) for each in read))
        many("DELETE FROM problem WHERE article_id = ?", ((each.id,) for each in read))
        self._put_problems(
            (each.id, each.path, (problem_row(each.values),))
            for each in read
            if isinstance(each.values, Problem)
        )

    def _drop_lists(self, ids: Sequence[int]) -> None:
        for table in _LISTS:
            self.connection.executemany(
                f"DELETE FROM {table} WHERE article_id = ?", ((identity,) for identity in ids)
            )

    def _put_lists(self, rows: Sequence[tuple[int, bytes, ArticleValues]]) -> None:
        self._know_categories({path for _, _, values in rows for path in values.categories})
        many, numbers = self.connection.executemany, self._categories
        many(
            "INSERT OR IGNORE INTO article_category VALUES (?, ?)",
            ((numbers[path], identity) for identity, _, values in rows for path in values.categories),
        )
        many(
            "INSERT OR IGNORE INTO article_tag VALUES (?, ?)",
            ((tag, identity) for identity, _, values in rows for tag in values.tags),
        )
        many(
            "INSERT OR IGNORE INTO article_author VALUES (?, ?)",
            ((author, identity) for identity, _, values in rows for author in values.authors),
        )
        self._put_problems((identity, path, values.problems) for identity, path, values in rows)

    def _put_problems(self, rows: Iterable[tuple[int, bytes, Sequence[ProblemRow]]]) -> None:
        self.connection.executemany(
            "INSERT INTO problem (article_id, path, code, message, line) VALUES (?, ?, ?, ?, ?)",
            ((identity, path, *problem) for identity, path, problems in rows for problem in problems),
        )

    def _know_categories(self, paths: set[str]) -> None:
        new = sorted(paths - self._categories.keys())
        if new:
            self.connection.executemany(
                "INSERT OR IGNORE INTO category (path) VALUES (?)", ((path,) for path in new)
            )
            self._categories.update(self._select("SELECT path, id FROM category WHERE path IN", new))

    def _select(self, question: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = []
        for at in range(0, len(values), _AT_ONCE):
            some = values[at : at + _AT_ONCE]
            rows += self.connection.execute(f"{question} ({', '.join('?' * len(some))})", tuple(some))
        return rows


def _file_values(read: ReadFile, now: str) -> tuple[object, ...]:
    file = read.file
    return (
        file.folder_id,
        file.path,
        os.path.dirname(file.path),
        blake2b(file.path, digest_size=10).hexdigest(),  # as `article_key` does
        file.size,
        file.mtime_ns,
        file.ctime_ns,
        file.inode,
        file.device,
        read.content_hash,
        now,
        *(0, 0, 0),
    )


def _length(values: ArticleValues) -> tuple[int, int]:
    return (values.whole.words, values.whole.reading_minutes) if values.whole else (0, 0)


def _completion(names: Sequence[str]) -> str:
    changes = "".join(f"{name} = ?, " for name in names)
    return f"UPDATE article SET {changes}indexed = 1, words = ?, reading_minutes = ? WHERE id = ?"


def _some(values: ArticleValues, names: Sequence[str]) -> tuple[object, ...]:
    return tuple([values.columns[_PLACES[name]] for name in names])
