# SPDX-License-Identifier: MIT
"""Which article lies where: rows of `article` by path, and the name an article keeps for good."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.core.content_hash import content_hash
from reader.core.settings.entries import MOST_COPIES
from reader.core.settings.file_marks import file_mark_of
from reader.core.settings.projection import PLACE_FIELDS

if TYPE_CHECKING:
    import sqlite3

    from reader.core.settings.store import Change, StateStore

_MOVED = "moved:"
_MOVES = "FROM meta WHERE name >= 'moved:' AND name < 'moved;'"
_MOST_MOVES = 20_000  # that are remembered


def stored_path(path: Path) -> bytes:
    """A path as the databases keep it: absolute, in the bytes of the file system."""
    return os.fsencode(os.path.abspath(path))


def path_of(stored: bytes) -> Path:
    """A path from the databases."""
    return Path(os.fsdecode(stored))


def uid_at(connection: sqlite3.Connection, path: bytes) -> str | None:
    """The name of the article at a place, if anything was ever done with it."""
    row = connection.execute("SELECT uid FROM article WHERE path = ?", (path,)).fetchone()
    return None if row is None else str(row[0])


def remember_moves(connection: sqlite3.Connection, moves: Iterable[tuple[bytes, str]]) -> None:
    """From where articles (by name) went away: who has one open there still may go on writing to it."""
    connection.executemany(
        "INSERT OR REPLACE INTO meta VALUES (?, ?)", ((_MOVED + old.hex(), uid) for old, uid in moves)
    )
    (kept,) = connection.execute(f"SELECT count(*) {_MOVES}").fetchone()
    if kept > _MOST_MOVES:
        connection.execute(f"DELETE {_MOVES} AND name NOT IN (SELECT name {_MOVES} LIMIT {_MOST_MOVES // 2})")


def standing_place(connection: sqlite3.Connection, path: bytes) -> bytes:
    """Where the article is that one knows by a place: there, or where it went if nothing lies there now."""
    if uid_at(connection, path) is not None or os.path.lexists(path):
        return path
    row = connection.execute(
        "SELECT a.path FROM meta m JOIN article a ON a.uid = m.value AND a.path IS NOT NULL WHERE m.name = ?",
        (_MOVED + path.hex(),),
    ).fetchone()
    return path if row is None else bytes(row[0])


def uid_for(store: StateStore, change: Change, article: Path) -> str:
    """The name of the article at a place; a new one with what its file is known by."""
    path = standing_place(store.connection, stored_path(article))
    found = uid_at(store.connection, path)
    if found is not None:
        return found
    uid = secrets.token_hex(16)
    facts = {"content_hash": content_hash(article) or None, "file_mark": file_mark_of(article) or None}
    store.connection.execute(
        "INSERT INTO article (path, uid, content_hash, file_mark, changed_at) VALUES (?, ?, ?, ?, ?)",
        (path, uid, facts["content_hash"], facts["file_mark"], store.moment()),
    )
    note_place(store, change, path)
    return uid


def note_place(store: StateStore, change: Change, path: bytes) -> None:
    """Writes into the journal where an article lies and what it is known by."""
    columns = ", ".join(PLACE_FIELDS)
    row = store.connection.execute(f"SELECT uid, {columns} FROM article WHERE path = ?", (path,)).fetchone()
    if row is not None:
        facts: Mapping[str, Any] = dict(zip(PLACE_FIELDS.values(), row[1:], strict=True))
        value: dict[str, Any] = {
            "path": os.fsdecode(path),
            **{key: each or "" for key, each in facts.items()},
        }
        copies = store.connection.execute(
            "SELECT path FROM article WHERE uid = ? AND path IS NOT NULL AND path <> ? ORDER BY path LIMIT ?",
            (row[0], path, MOST_COPIES),
        ).fetchall()
        if copies:  # that share its state: the journal alone has to tell of them, too
            value["also"] = [os.fsdecode(copy) for (copy,) in copies]
        change.put(f"a:{row[0]}", f"place:{store.machine}", value)
