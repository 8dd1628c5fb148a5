# SPDX-License-Identifier: MIT
"""Brings `state.db` to the newest schema: numbered SQL files, all in one transaction, after a copy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.database import open_for_reading, transaction
from reader.core.errors import SettingsError

if TYPE_CHECKING:
    import sqlite3

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(connection: sqlite3.Connection, path: Path, folder: Path = MIGRATIONS) -> None:
    """Applies what is missing; SettingsError if the database is newer than we are."""
    scripts = {int(file.stem): file for file in folder.glob("[0-9]*.sql")}
    newest = max(scripts)
    version = schema_version(connection)
    if version > newest:
        raise SettingsError(
            f"The reading state {path} was written by a newer Article Reader (schema {version}, "
            f"this one knows {newest}); install the newer version again to use it."
        )
    if version == newest:
        return
    with transaction(connection):
        version = schema_version(connection)  # another process may have been quicker
        if 0 < version < newest:
            _keep_copy(path, path.with_name(f"{path.name}.before-{newest:04}"))
        for number in range(version + 1, newest + 1):
            for statement in _statements(scripts[number].read_text("utf-8")):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")


def schema_version(connection: sqlite3.Connection) -> int:
    """The number of the last migration applied; 0 for an empty database."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _statements(script: str) -> Iterator[str]:
    """Statements, each ending with its line: `executescript` would commit our transaction first."""
    import sqlite3

    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _keep_copy(path: Path, copy: Path) -> None:
    """What is there before the change that is about to be made; nobody else writes meanwhile."""
    import sqlite3

    beside = copy.with_name(copy.name + ".part")
    beside.unlink(missing_ok=True)
    with closing(open_for_reading(path)) as source, closing(sqlite3.connect(beside)) as target:
        source.backup(target)
    beside.replace(copy)
