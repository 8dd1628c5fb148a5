# SPDX-License-Identifier: MIT
"""The index of the image cache: which address has which picture, what failed, what was begun."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.core.database import database_errors, is_damage, open_database, transaction
from reader.core.errors import ImageCacheError
from reader.core.images.cache_journal import read_journal
from reader.core.images.cache_rows import Failure, Partial, StoredImage
from reader.core.presence import may_be_there

if TYPE_CHECKING:
    import sqlite3

VERSION = 1
_AT_ONCE = 500  # values of one statement

_TABLES = (
    """CREATE TABLE picture (
        hash TEXT PRIMARY KEY,
        media_type TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        width INTEGER,
        height INTEGER,
        used_at REAL NOT NULL
    )""",
    "CREATE INDEX picture_used ON picture (used_at)",
    """CREATE TABLE address (
        name TEXT PRIMARY KEY,
        url TEXT NOT NULL,
        final_url TEXT NOT NULL,
        hash TEXT NOT NULL REFERENCES picture (hash) ON DELETE CASCADE,
        fetched_at REAL NOT NULL,
        etag TEXT,
        last_modified TEXT
    )""",
    "CREATE INDEX address_hash ON address (hash)",
    """CREATE TABLE failure (
        name TEXT PRIMARY KEY,
        url TEXT NOT NULL,
        reason TEXT NOT NULL,
        message TEXT NOT NULL,
        failed_at REAL NOT NULL,
        retry_at REAL NOT NULL,
        attempts INTEGER NOT NULL
    )""",
    """CREATE TABLE partial (
        name TEXT PRIMARY KEY,
        url TEXT NOT NULL,
        file TEXT NOT NULL,
        validator TEXT NOT NULL,
        begun_at REAL NOT NULL
    )""",
)
_STORED = (
    "address.url, final_url, picture.hash, media_type, bytes, width, height,"
    " fetched_at, used_at, etag, last_modified FROM address JOIN picture USING (hash)"
)


class CacheIndex:
    """The database of one cache; may be shared by threads, and by processes through its file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._opened: sqlite3.Connection | None = None

    @property
    def exists(self) -> bool:
        """Whether anything was ever stored."""
        return self._opened is not None or may_be_there(self.path)

    def close(self) -> None:
        """Lets go of the file; the next call opens it again."""
        with self._lock:
            if self._opened is not None:
                self._opened.close()
                self._opened = None

    def check(self) -> str:
        """SQLite's own verdict: `ok`, or what is wrong."""
        with self._reading() as connection:
            return str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])

    @contextmanager
    def writing(self) -> Generator[sqlite3.Connection]:
        """One transaction that no other writer, here or in another process, overlaps."""
        with self._reading() as connection, transaction(connection):
            yield connection

    def stored(self, name: str) -> StoredImage | None:
        """The picture of an address."""
        with self._reading() as connection:
            row = connection.execute(f"SELECT {_STORED} WHERE name = ?", (name,)).fetchone()
        return StoredImage(*row) if row else None

    def stored_of(self, names: Sequence[str]) -> dict[str, StoredImage]:
        """The pictures of those of `names` that have one."""
        rows = self._in_parts(f"SELECT name, {_STORED} WHERE name IN", names)
        return {name: StoredImage(*rest) for name, *rest in rows}

    def all_stored(self) -> tuple[StoredImage, ...]:
        """Every address with its picture, least recently used first."""
        with self._reading() as connection:
            rows = connection.execute(f"SELECT {_STORED} ORDER BY used_at, fetched_at").fetchall()
        return tuple(StoredImage(*row) for row in rows)

    def failure(self, name: str) -> Failure | None:
        """Why an address could not be fetched."""
        with self._reading() as connection:
            row = connection.execute(
                "SELECT url, reason, message, failed_at, retry_at, attempts FROM failure WHERE name = ?",
                (name,),
            ).fetchone()
        return Failure(*row) if row else None

    def files_of(self, names: Sequence[str]) -> list[tuple[str, str, str, int]]:
        """Name, hash, type and bytes of those of `names` that have a picture."""
        question = "SELECT name, hash, media_type, bytes FROM address JOIN picture USING (hash) WHERE name IN"
        return self._in_parts(question, names)

    def failures_of(self, names: Sequence[str]) -> dict[str, Failure]:
        """Those of `names` that could not be fetched."""
        question = (
            "SELECT name, url, reason, message, failed_at, retry_at, attempts FROM failure WHERE name IN"
        )
        return {name: Failure(*rest) for name, *rest in self._in_parts(question, names)}

    def forget_failures(self, names: Iterable[str] | None) -> None:
        """Takes back that these, or all, addresses failed."""
        with self.writing() as connection:
            if names is None:
                connection.execute("DELETE FROM failure")
            else:
                connection.executemany("DELETE FROM failure WHERE name = ?", ((name,) for name in names))

    def touch(self, used: Sequence[tuple[float, str]]) -> None:
        """Notes when pictures, by hash, were last used."""
        with self.writing() as connection:
            connection.executemany("UPDATE picture SET used_at = max(used_at, ?) WHERE hash = ?", used)

    def total_bytes(self) -> int:
        """How much all pictures together take."""
        with self._reading() as connection:
            return int(connection.execute("SELECT coalesce(sum(bytes), 0) FROM picture").fetchone()[0])

    def add_partial(self, name: str, partial: Partial) -> None:
        """Keeps the beginning of a picture for the next try."""
        with self.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO partial VALUES (?, ?, ?, ?, ?)",
                (name, partial.url, partial.file, partial.validator, partial.begun_at),
            )

    def partial_names(self) -> frozenset[str]:
        """The addresses of which a beginning is kept."""
        with self._reading() as connection:
            return frozenset(row[0] for row in connection.execute("SELECT name FROM partial"))

    def take_partial(self, name: str) -> Partial | None:
        """The beginning that was kept; from now on it is the caller's."""
        with self._reading() as connection:
            row = connection.execute("SELECT 1 FROM partial WHERE name = ?", (name,)).fetchone()
        if row is None:
            return None
        with self.writing() as connection:
            row = connection.execute(
                "DELETE FROM partial WHERE name = ? RETURNING url, file, validator, begun_at", (name,)
            ).fetchone()
        return Partial(*row) if row else None

    def _in_parts(self, question: str, names: Sequence[str]) -> list[Any]:
        rows: list[Any] = []
        with self._reading() as connection:
            for at in range(0, len(names), _AT_ONCE):
                some = tuple(names[at : at + _AT_ONCE])
                rows += connection.execute(f"{question} ({', '.join('?' * len(some))})", some)
        return rows

    @contextmanager
    def _reading(self) -> Generator[sqlite3.Connection]:
        with self._lock, database_errors(ImageCacheError, "The image cache", self.path):
            if self._opened is None:
                self._opened = _prepared(self.path)
            yield self._opened


def add_pictures(connection: sqlite3.Connection, images: Sequence[tuple[str, StoredImage]]) -> None:
    """Inside `writing`: addresses with their pictures; what failed before is forgotten."""
    connection.executemany(
        "INSERT INTO picture VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (hash) DO UPDATE SET used_at = excluded.used_at",
        [
            (image.hash, image.media_type, image.bytes, image.width, image.height, image.used_at)
            for _, image in images
        ],
    )
    connection.executemany(
        "INSERT OR REPLACE INTO address VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (name, one.url, one.final_url, one.hash, one.fetched_at, one.etag, one.last_modified)
            for name, one in images
        ],
    )
    if connection.execute("SELECT EXISTS (SELECT 1 FROM failure)").fetchone()[0]:
        connection.executemany("DELETE FROM failure WHERE name = ?", [(name,) for name, _ in images])


def add_failure(connection: sqlite3.Connection, name: str, failure: Failure) -> None:
    """Inside `writing`: an address that could not be fetched; `attempts` counts up."""
    connection.execute(
        "INSERT INTO failure VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET"
        " url = excluded.url, reason = excluded.reason, message = excluded.message,"
        " failed_at = excluded.failed_at, retry_at = excluded.retry_at, attempts = attempts + 1",
        (
            *(name, failure.url, failure.reason, failure.message),
            *(failure.failed_at, failure.retry_at, failure.attempts),
        ),
    )


def drop_pictures(connection: sqlite3.Connection, hashes: Iterable[str]) -> None:
    """Inside `writing`: pictures with all their addresses; their files become orphans."""
    connection.executemany("DELETE FROM picture WHERE hash = ?", ((each,) for each in hashes))


def drop_unaddressed(connection: sqlite3.Connection) -> None:
    """Inside `writing`: pictures that no address leads to any more."""
    connection.execute("DELETE FROM picture WHERE hash NOT IN (SELECT hash FROM address)")


def hashes_in(connection: sqlite3.Connection) -> frozenset[str]:
    """The hashes of all pictures."""
    return frozenset(row[0] for row in connection.execute("SELECT hash FROM picture"))


def partial_files(connection: sqlite3.Connection, older_than: float) -> frozenset[str]:
    """The files of beginnings that are kept; those begun before a moment are given up."""
    connection.execute("DELETE FROM partial WHERE begun_at < ?", (older_than,))
    return frozenset(row[0] for row in connection.execute("SELECT file FROM partial"))


def _prepared(path: Path) -> sqlite3.Connection:
    import sqlite3

    try:
        return _checked(path)
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        for suffix in ("", "-wal", "-shm"):  # the journal holds what was in it
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        return _checked(path)


def _checked(path: Path) -> sqlite3.Connection:
    connection = open_database(path, any_thread=True)
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version == 0:
            with transaction(connection):
                (version,) = connection.execute("PRAGMA user_version").fetchone()
                if version == 0:  # no other process was quicker
                    for statement in _TABLES:
                        connection.execute(statement)
                    add_pictures(connection, list(read_journal(path.parent)))
                    connection.execute(f"PRAGMA user_version = {VERSION}")
                    version = VERSION
        if version != VERSION:
            raise ImageCacheError(
                f"The image cache {path} was made by a newer version of Article Reader; use that version."
            )
    except BaseException:
        connection.close()
        raise
    return connection
