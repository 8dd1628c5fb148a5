# SPDX-License-Identifier: MIT
"""Tells the reading state what its articles are known by, and which new files may be articles it has lost."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.core.settings import FoundArticle, ReadingStates, Recognition

if TYPE_CHECKING:
    import sqlite3

_FACTS = "a.path, a.content_hash, a.source_url, a.title, a.date, a.inode, a.size, a.mtime_ns"
_CHANGED = (
    f"SELECT {_FACTS} FROM states.article s CROSS JOIN main.article a ON a.path = s.path"
    " WHERE a.indexed AND a.content_hash <> '' AND (s.title IS NOT a.title OR s.date IS NOT a.date"
    " OR coalesce(s.source_url, '') <> coalesce(a.source_url, ''))"
)
_LOST = (
    "SELECT EXISTS (SELECT 1 FROM states.article s LEFT JOIN main.article a ON a.path = s.path"
    " WHERE a.id IS NULL)"
)
_CLAIMED = f"""WITH lost AS MATERIALIZED (
    SELECT s.content_hash, s.source_url, s.title, substr(s.date, 1, 10) AS day
    FROM states.article s LEFT JOIN main.article m ON m.path = s.path WHERE m.id IS NULL)
SELECT {_FACTS} FROM main.article a
WHERE a.content_hash <> '' AND a.content_hash IN (SELECT content_hash FROM lost)
OR a.source_url <> '' AND a.source_url IN (SELECT source_url FROM lost)
OR a.title <> '' AND (a.title, substr(a.date, 1, 10)) IN (SELECT title, day FROM lost)"""
# Contents whose place another file of another title took; under its old number it is an edit.
_REPLACED = """SELECT DISTINCT s.content_hash
FROM states.article s CROSS JOIN main.article a ON a.path = s.path
WHERE a.indexed AND s.content_hash <> '' AND a.content_hash <> '' AND a.content_hash <> s.content_hash
AND a.title IS NOT s.title AND s.file_mark NOT LIKE a.inode || ':%'"""
_AT_ONCE = 500


def recognise_articles(
    connection: sqlite3.Connection, states: ReadingStates, arrived: Sequence[bytes]
) -> None:
    """One comparison after a scan; `arrived` are the paths where an article lies that did not before."""
    found = [_found(row) for row in connection.execute(_CHANGED)]
    is_lost = bool(arrived) and bool(connection.execute(_LOST).fetchone()[0])
    if arrived and (found or is_lost):
        found += [_found(row) for row in _rows(connection, "path", arrived)]
    if is_lost:  # what was there before may be it just as well: nothing new takes a state that is asked about
        found += [_found(row) for row in connection.execute(_CLAIMED).fetchall()]
    if found:
        told = {one.content_hash for one in found}
        replaced = [value for (value,) in connection.execute(_REPLACED) if value not in told]
        copies = [_found(row) for row in _rows(connection, "content_hash", replaced)]
        states.recognise([*found, *copies])


def recognise_strays(connection: sqlite3.Connection, states: ReadingStates) -> Recognition:
    """Finds the articles here of states that have no place here: those of other machines, and lost ones."""
    if not connection.execute(_LOST).fetchone()[0]:
        return Recognition()
    found = [_found(row) for row in connection.execute(_CLAIMED).fetchall()]
    return states.recognise(found) if found else Recognition()


def _rows(
    connection: sqlite3.Connection, column: str, values: Sequence[bytes | str]
) -> Iterable[tuple[Any, ...]]:
    for at in range(0, len(values), _AT_ONCE):
        some = values[at : at + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        yield from connection.execute(
            f"SELECT {_FACTS} FROM main.article a WHERE {column} IN ({marks})", some
        )


def _found(row: tuple[Any, ...]) -> FoundArticle:
    path, content_hash, source_url, title, date, inode, size, mtime_ns = row
    return FoundArticle(
        Path(os.fsdecode(path)),
        content_hash,
        file_mark=f"{inode}:{size}:{mtime_ns}",
        source_url=source_url or "",
        title=title,
        date=date or "",
    )
