# SPDX-License-Identifier: MIT
"""The copies of `state.db` as files: where they are, when they were made, whether they are sound."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy."""

    path: Path
    made: datetime


def backup_folder(state_db: Path) -> Path:
    """Where the copies stand: beside the database."""
    return state_db.with_name("backups")


def backups(state_db: Path) -> tuple[Backup, ...]:
    """The copies there are, newest first."""
    found: list[Backup] = []
    for path in backup_folder(state_db).glob("state-*.db"):
        try:
            made = datetime.strptime(path.stem.removeprefix("state-"), STAMP).replace(tzinfo=UTC)
        except ValueError:
            continue  # not one of ours
        found.append(Backup(path, made))
    return tuple(sorted(found, key=lambda one: one.made, reverse=True))


def verdict(path: Path) -> str:
    """What is wrong with a copy; empty if it is sound."""
    import sqlite3

    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            if found == "ok":
                connection.execute("SELECT count(*) FROM article").fetchone()
            return "" if found == "ok" else str(found)
        finally:
            connection.close()
    except (sqlite3.DatabaseError, OSError) as error:
        return str(error)


def copy_to_look_at(state_db: Path, target: Path) -> None:
    """Copies the reading state with its newest changes; one that cannot be read is no reason to fail."""
    import sqlite3

    with suppress(sqlite3.Error):
        kept, copy = (
            sqlite3.connect(f"{state_db.absolute().as_uri()}?mode=ro", uri=True),
            sqlite3.connect(target),
        )
        try:
            kept.backup(copy)
        finally:
            kept.close()
            copy.close()
