# SPDX-License-Identifier: MIT
"""Copies of `state.db` made while it is used: verified by opening them, thinned out as they age."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.database import database_errors
from reader.core.errors import SettingsError
from reader.core.settings import journal
from reader.core.settings.backup_files import STAMP, Backup, backup_folder, backups, verdict

if TYPE_CHECKING:
    import sqlite3

    from reader.core.settings.store import StateStore

EVERY = timedelta(hours=1)
"""How old the newest copy may be while the reader is used."""
KEPT = ((timedelta(hours=1), 12), (timedelta(days=1), 7), (timedelta(weeks=1), 8))
"""For how many hours, days and weeks there is a copy each."""

MOST_JOURNAL = 16 << 20
"""Bytes of a journal that is left as it is."""
_USUAL_LINE = 200


def back_up(store: StateStore) -> Path:
    """Makes a copy now, proves that it can be opened, and lets go of those not needed any more."""
    now = store.now().astimezone(UTC)
    folder = backup_folder(store.path)
    target = folder / f"state-{now.strftime(STAMP)}.db"
    beside = target.with_suffix(".part")
    with store.errors():
        connection = store.connection
    with database_errors(SettingsError, "The backup", target):
        folder.mkdir(parents=True, exist_ok=True)
        beside.unlink(missing_ok=True)
        try:
            _copy(connection, beside)
            wrong = verdict(beside)
            if wrong:
                raise SettingsError(f"The backup {target} could not be verified: {wrong}.")
            beside.replace(target)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
        for old in superfluous(backups(store.path)):
            old.path.unlink(missing_ok=True)
    shorten_journal(store)
    return target


def back_up_if_due(store: StateStore) -> Path | None:
    """Makes a copy if the newest is an hour old; a clock that was set back makes no difference."""
    newest = next(iter(backups(store.path)), None)
    now = store.now().astimezone(UTC)
    if newest is not None and timedelta(0) <= now - newest.made < EVERY:
        return None
    return back_up(store)


def shorten_journal(store: StateStore, most: int = MOST_JOURNAL) -> bool:
    """Leaves the last value of each field in a journal that has grown large; no one can write meanwhile."""
    path = store.journal_path
    if not path.exists() or path.stat().st_size <= most:
        return False
    entries = sum(1 for _ in store.entries())
    if path.stat().st_size <= entries * _USUAL_LINE * 2:  # hardly anything would go
        return False
    with store.change():
        journal.replace(path, store.machine, store.entries())
    return True


def superfluous(found: Sequence[Backup]) -> Iterable[Backup]:
    """Which of the copies, newest first, are not needed: the newest of each hour, day and week is kept."""
    kept: set[Path] = {one.path for one in found[:2]}
    for unit, most in KEPT:
        slots: dict[int, Backup] = {}
        for one in found:
            slots.setdefault(int(one.made.timestamp() // unit.total_seconds()), one)
        kept |= {slots[slot].path for slot in sorted(slots, reverse=True)[:most]}
    return [one for one in found if one.path not in kept]


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    import os
    import sqlite3

    copy = sqlite3.connect(target)
    try:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()
    handle = os.open(target, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
