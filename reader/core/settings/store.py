# SPDX-License-Identifier: MIT
"""Opens `state.db`, repairs it from backup and journal if it must, and writes every change twice."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.core.database import (
    BUSY_SECONDS,
    database_errors,
    is_damage,
    open_database,
    open_for_reading,
    transaction,
)
from reader.core.errors import SettingsError, StateNotWritable
from reader.core.presence import is_file
from reader.core.settings import journal
from reader.core.settings.clock import next_reading
from reader.core.settings.entries import Entry, written
from reader.core.settings.migration import migrate
from reader.core.settings.projection import project

if TYPE_CHECKING:
    import sqlite3

BATCH = 2000
"""Entries taken in at once."""
SMALL = 4 << 20
"""Bytes of a database that is checked at every start."""


class Change:
    """What is changed within one transaction: fields with their new values."""

    def __init__(self, store: StateStore) -> None:
        self._store = store
        self.entries: list[Entry] = []
        self._last = ""

    def put(self, entity: str, field: str, value: object) -> None:
        """Sets a field now."""
        store = self._store
        if not self._last:
            (found,) = store.connection.execute("SELECT max(clock) FROM register").fetchone()
            self._last = found or ""
        self._last = next_reading(self._last, store.now(), store.machine)
        entry = Entry(entity, field, written(value), self._last)
        self.entries.append(entry)
        store.take(entry)


class StateStore:
    """The database file of the reading state; one instance per thread, many processes at once."""

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self.path = path
        self.now = now
        self.news: tuple[str, ...] = ()  # what a person should know of: a file that was damaged and restored
        self._opened: sqlite3.Connection | None = None
        self._machine = ""
        self._file: tuple[int, int] | None = None
        self._suspect = False
        self._only_read = False  # where nothing can be written

    @property
    def connection(self) -> sqlite3.Connection:
        """The open database, brought to the newest schema."""
        if self._opened is None:
            with self.errors():
                self._open_or_recover()
                assert self._opened is not None
        return self._opened

    @property
    def is_open(self) -> bool:
        """Whether the file is open; it is closed after a failure that a new opening may mend."""
        return self._opened is not None

    @property
    def machine(self) -> str:
        """Eight characters that tell this machine from others."""
        if not self._machine:
            self._machine = self.meta("machine")
        return self._machine

    @property
    def journal_path(self) -> Path:
        """The journal of this machine."""
        return journal_folder(self.path) / f"{self.machine}{journal.SUFFIX}"

    @contextmanager
    def change(self) -> Generator[Change]:
        """A transaction whose changes stand in the journal before the database has them."""
        with self.errors():
            if self._opened is not None and self._file != self._file_now():
                self.close()  # another process has put a restored database in its place
            connection = self.connection  # opened, and repaired, outside of the transaction
            with transaction(connection):
                change = Change(self)
                yield change
                journal.append(self.journal_path, self.machine, change.entries)

    def take(self, entry: Entry) -> bool:
        """Puts an entry into its register unless a later one is there."""
        done = self.connection.execute(_TAKE, (entry.entity, entry.field, entry.value, entry.clock))
        return done.rowcount > 0

    def take_all(self, entries: Iterable[Entry], touched: set[str], *, journalled: bool = True) -> int:
        """Takes many entries in; how many were news, and in `touched` of what."""
        news = 0
        batch: list[Entry] = []
        for entry in entries:
            batch.append(entry)
            if len(batch) >= BATCH:
                news += self._take_batch(batch, touched, journalled)
                batch = []
        return news + (self._take_batch(batch, touched, journalled) if batch else 0)

    def entries(self, machine: str | None = None) -> Iterable[Entry]:
        """The last value of every field in the order of their names; with `machine`, of those it set."""
        where = "" if machine is None else f" WHERE substr(clock, -8) IN ('{machine}', '00000000')"
        order = " ORDER BY entity, field"
        rows = self.connection.execute(f"SELECT entity, field, value, clock FROM register{where}{order}")
        return (Entry(*row) for row in rows)

    def entries_after(self, clock: str) -> list[Entry]:
        """The fields that were set after a reading of the clock."""
        rows = self.connection.execute(
            "SELECT entity, field, value, clock FROM register WHERE clock > ? ORDER BY entity, field",
            (clock,),
        )
        return [Entry(*row) for row in rows]

    def extent(self) -> tuple[int, str]:
        """How many fields there are and when the last was set: the same, and nothing was changed here."""
        count, newest = self.connection.execute("SELECT count(*), max(clock) FROM register").fetchone()
        return int(count), newest or ""

    def meta(self, name: str) -> str:
        """A note the database keeps on itself; empty if there is none."""
        row = self.connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return "" if row is None else str(row[0])

    def set_meta(self, name: str, value: str) -> None:
        """Writes such a note."""
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def moment(self) -> str:
        """Now, as the fields hold it."""
        return self.now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    @contextmanager
    def patience(self, seconds: float) -> Generator[None]:
        """For the time being, others that are writing are waited for so long."""
        self._wait(seconds)
        try:
            yield
        finally:
            self._wait(BUSY_SECONDS)

    def check(self) -> str:
        """SQLite's own verdict on the file: `ok`, or what is wrong."""
        with self.errors():
            return str(self.connection.execute("PRAGMA quick_check(1)").fetchone()[0])

    def close(self) -> None:
        """Lets go of the file; the next call opens it again."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None
            self._machine = ""

    def _wait(self, seconds: float) -> None:
        if self._opened is not None:
            self._opened.execute(f"PRAGMA busy_timeout = {round(1000 * seconds)}")

    def errors(self) -> Any:
        """Turns what goes wrong with the file into one sentence."""
        return self._closing_errors()

    @contextmanager
    def _closing_errors(self) -> Generator[None]:
        try:
            with database_errors(SettingsError, "The reading state", self.path):
                yield
        except SettingsError as error:
            if _is_damage(error.__cause__):
                self._suspect = True
                self.close()  # opening it again is what repairs it
            elif _may_pass(error.__cause__):
                if not _is_locked(error.__cause__):
                    self.close()  # opened where nothing could be written, it would never write again
                raise StateNotWritable(str(error)) from error.__cause__
            raise
        except (UnicodeDecodeError, json.JSONDecodeError) as error:
            self._suspect = True
            self.close()
            raise SettingsError(f"The reading state {self.path} is damaged.") from error

    def _open_or_recover(self) -> None:
        try:
            self._open(replay=False)
            return
        except Exception as error:
            if not _is_damage(error):
                raise
            from reader.core.settings.recovery import recover

            report = recover(self.path, self.now())
            if report is None:  # nothing to restore from: the file is all there is, and stays as it is
                raise
        self._suspect = False
        self.news = (*self.news, report)
        self._open(replay=True)

    def _open(self, *, replay: bool) -> None:
        connection = self._connected()
        try:
            new = int(connection.execute("PRAGMA user_version").fetchone()[0]) == 0
            migrate(connection, self.path)
            self._check_integrity(connection)
            self._name_machine(connection, new)
            self._opened, self._file = connection, self._file_now()
            if replay or (new and self._journals()):
                self._replay()
            elif not (
                new or self._only_read or self.journal_path.exists()
            ):  # so that the journal alone can restore all
                journal.replace(self.journal_path, self.machine, self.entries(self.machine))
        except BaseException:
            self._opened = None
            connection.close()
            raise

    def _connected(self) -> sqlite3.Connection:
        self._only_read = False
        try:
            return open_database(self.path)
        except Exception as error:  # SQLite's own are not imported before they are wanted
            if not _may_pass(error) or _is_locked(error) or not is_file(self.path):
                raise
            if os.access(self.path.parent, os.W_OK):
                raise
            self._only_read = True
            return open_for_reading(self.path)

    def _check_integrity(self, connection: sqlite3.Connection) -> None:
        """Small files at every start, large ones once a day: a check reads all of the file."""
        today = f"{self.now().astimezone(UTC):%Y-%m-%d}"
        if not self._suspect and self.path.stat().st_size > SMALL:
            row = connection.execute("SELECT value FROM meta WHERE name = 'checked'").fetchone()
            if row is not None and row[0] == today:
                return
        verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if verdict != "ok" or self._suspect:
            raise _damage(str(verdict))
        if self.path.stat().st_size > SMALL and not self._only_read:
            connection.execute("INSERT OR REPLACE INTO meta VALUES ('checked', ?)", (today,))

    def _take_batch(self, batch: list[Entry], touched: set[str], journalled: bool) -> int:
        with self.change() as change:
            newer = [entry for entry in batch if self.take(entry)]
            entities = {entry.entity for entry in newer}
            project(self.connection, entities, self.machine, self.moment(), recovering=not journalled)
            if journalled:
                change.entries.extend(newer)
        touched |= entities
        return len(newer)

    def _journals(self) -> list[Path]:
        return sorted(journal_folder(self.path).glob(f"*{journal.SUFFIX}"))

    def _replay(self) -> None:
        """Takes in what the journals of this machine have and the database lacks."""
        for path in self._journals():
            self.take_all(journal.JournalReading(path), set(), journalled=False)

    def _name_machine(self, connection: sqlite3.Connection, new: bool) -> None:
        found = connection.execute("SELECT value FROM meta WHERE name = 'machine'").fetchone()
        if found is not None:
            return
        journals = self._journals()
        known = [path.stem for path in journals if len(path.stem) == 8] if new else []
        name = known[0] if len(known) == 1 else secrets.token_hex(4)
        connection.execute("INSERT OR IGNORE INTO meta VALUES ('machine', ?)", (name,))

    def _file_now(self) -> tuple[int, int] | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino


def journal_folder(state_db: Path) -> Path:
    """Where the journal stands: beside the database."""
    return state_db.with_name("journal")


def _is_damage(error: BaseException | None) -> bool:
    """Also what SQLite says where flipped bits made another name or no text at all."""
    if isinstance(error, UnicodeDecodeError) or is_damage(error):
        return True
    told = str(error)
    return getattr(error, "sqlite_errorname", "") == "SQLITE_ERROR" and told.startswith(_NONSENSE)


def _may_pass(error: BaseException | None) -> bool:
    """Whether the same may work later: others write, the disk is full or read-only, the folder is away."""
    name = getattr(error, "sqlite_errorname", "") or ""
    return isinstance(error, OSError) or name.startswith(_PASSING)


def _is_locked(error: BaseException | None) -> bool:
    return (getattr(error, "sqlite_errorname", "") or "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


def _damage(verdict: str) -> Exception:
    import sqlite3

    error = sqlite3.DatabaseError(verdict)
    error.sqlite_errorname = "SQLITE_CORRUPT"
    return error


_PASSING = tuple(
    f"SQLITE_{kind}" for kind in ("BUSY", "LOCKED", "FULL", "READONLY", "CANTOPEN", "PERM", "IOERR")
)
_NONSENSE = ("no such table", "no such column", "malformed", "Could not decode", "unknown database")

_TAKE = """INSERT INTO register (entity, field, value, clock) VALUES (?, ?, ?, ?)
ON CONFLICT (entity, field) DO UPDATE SET value = excluded.value, clock = excluded.clock
WHERE (excluded.clock, excluded.value) > (clock, value)"""
