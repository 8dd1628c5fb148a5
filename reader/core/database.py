# SPDX-License-Identifier: MIT
"""Opens SQLite files the one way we use them, and says in a sentence why one cannot be used."""

from __future__ import annotations

import os
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.errors import ReaderError, cause_of
from reader.core.presence import is_file, is_folder

if TYPE_CHECKING:
    import sqlite3

BUSY_SECONDS = 10.0
"""How long a statement waits for another process that is writing."""


def open_database(
    path: Path, *, any_thread: bool = False, page_bytes: int | None = None
) -> sqlite3.Connection:
    """A connection in WAL mode with manual transactions; makes the folder.

    For the thread that calls; with `any_thread` for all of them, one at a time. `page_bytes` is how a
    new file is parted.
    """
    import sqlite3

    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(
        path.absolute().as_uri(),  # as an address, so that others may be attached for reading only
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=not any_thread,
        uri=True,
    )
    try:
        if page_bytes is not None:
            connection.execute(f"PRAGMA page_size = {page_bytes}")
        _begin_log(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _begin_log(connection: sqlite3.Connection) -> None:
    """SQLite itself does not wait for others that make the same new file at the same moment."""
    import sqlite3

    end = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY") or time.monotonic() > end:
                raise
            time.sleep(_A_MOMENT)


def reading_address(path: Path) -> str:
    """The address under which a database is opened for reading only.

    Where nobody may write beside it, SQLite could not make the files it reads through; nothing changes there.
    """
    untouched = not os.access(path.parent, os.W_OK) and not is_file(path.with_name(f"{path.name}-wal"))
    return f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if untouched else ''}"


def open_for_reading(path: Path) -> sqlite3.Connection:
    """A connection to a database that may not be written."""
    import sqlite3

    return sqlite3.connect(reading_address(path), timeout=BUSY_SECONDS, isolation_level=None, uri=True)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Generator[None]:
    """All or nothing; waits for other writers before it begins."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def database_errors(kind: type[ReaderError], name: str, path: Path) -> Generator[None]:
    """Turns what SQLite and the file system report into one sentence of ours."""
    import sqlite3

    try:
        yield
    except (sqlite3.DatabaseError, OSError) as error:
        raise kind(f"{name} {path} {_reason(error, path)}.") from error


def is_damage(error: BaseException | None) -> bool:
    """Whether SQLite says that the file itself is broken or no database."""
    name = getattr(error, "sqlite_errorname", "") or ""
    return name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))


def _reason(error: Exception, path: Path) -> str:
    if isinstance(error, OSError):
        return f"cannot be opened: {cause_of(error)}"
    name = str(getattr(error, "sqlite_errorname", ""))
    if name.startswith("SQLITE_CANTOPEN") and is_folder(path):
        return "cannot be opened: a folder has its name; give that folder another one"
    if name.startswith("SQLITE_IOERR") and _is_full(path):
        name = "SQLITE_FULL"  # what lies beside the file could not grow
    for prefix, sentence in _REASONS:
        if name.startswith(prefix):
            return sentence
    return f"cannot be used: {error}"


def _is_full(path: Path) -> bool:
    import shutil

    try:
        return shutil.disk_usage(path.parent).free < _LEAST_ROOM
    except OSError:
        return False


_A_MOMENT = 0.005  # seconds
_LEAST_ROOM = 1 << 16
_REASONS = (
    ("SQLITE_BUSY", "is being written by another program; try again when that has finished"),
    ("SQLITE_LOCKED", "is being written by another program; try again when that has finished"),
    ("SQLITE_FULL", "cannot grow: the disk is full; free some space and try again"),
    ("SQLITE_READONLY", "may not be written; check the permissions of the file and its folder"),
    ("SQLITE_CANTOPEN", "cannot be opened; check that its folder exists and may be written"),
    ("SQLITE_PERM", "may not be opened; check its permissions"),
    ("SQLITE_CORRUPT", "is damaged"),
    ("SQLITE_NOTADB", "is damaged: it is no database"),
    ("SQLITE_IOERR", "cannot be read or written: the disk reports an error"),
)
