# SPDX-License-Identifier: MIT
"""What the reader did with each article, kept in `state.db` and never thrown away."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.core.database import database_errors, open_database, transaction
from reader.core.errors import SettingsError
from reader.core.settings.chosen_folders import ChosenFolders
from reader.core.settings.migration import migrate

if TYPE_CHECKING:
    import sqlite3


class ReadState(StrEnum):
    """How far a person is with an article; `new` was never seen, `unread` was put back."""

    NEW = "new"
    UNREAD = "unread"
    READING = "reading"
    FINISHED = "finished"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class ReadingState:
    """The reading state of one article; times are UTC like `2026-11-22T18:30:00Z`."""

    path: Path
    state: ReadState = ReadState.NEW
    starred: bool = False
    progress: float = 0.0  # 0..1
    opened_at: str | None = None
    finished_at: str | None = None
    tags: tuple[str, ...] = ()


def _utc_now() -> datetime:
    return datetime.now(UTC)


class ReadingStates:
    """The reading states of all articles; one instance per thread, many processes at once."""

    def __init__(self, path: Path, clock: Callable[[], datetime] = _utc_now) -> None:
        self.path = path
        self._clock = clock
        self._opened: sqlite3.Connection | None = None

    @property
    def folders(self) -> ChosenFolders:
        """The folders the person took into the library."""
        return ChosenFolders(self._connection, self.path)

    def get(self, article: Path) -> ReadingState:
        """The state of one article; the default one where nothing is known."""
        with self._errors():
            row = self._connection.execute(
                f"SELECT {_COLUMNS} FROM article WHERE path = ?", (stored_path(article),)
            ).fetchone()
            return self._state(row) if row else ReadingState(Path(os.path.abspath(article)))

    def all(self) -> tuple[ReadingState, ...]:
        """Every state that is known, whether its file exists or not."""
        with self._errors():
            rows = self._connection.execute(f"SELECT {_COLUMNS} FROM article WHERE path IS NOT NULL")
            return tuple(self._state(row) for row in rows.fetchall())

    def set(
        self,
        article: Path,
        *,
        state: ReadState | None = None,
        starred: bool | None = None,
        progress: float | None = None,
        opened: bool = False,
        tags: Iterable[str] | None = None,
        content_hash: str | None = None,
    ) -> ReadingState:
        """Changes what is given and leaves the rest; `opened` notes the present moment."""
        now = self._now()
        with self._errors(), transaction(self._connection):
            identity = self._row_of(stored_path(article), now)
            changes: dict[str, object] = {"changed_at": now}
            if state is not None:
                changes["state"] = ReadState(state).value
                changes["finished_at"] = now if state is ReadState.FINISHED else None
            if starred is not None:
                changes["starred"] = int(starred)
            if progress is not None:
                changes["progress"] = min(1.0, max(0.0, float(progress)))
            if opened:
                changes["opened_at"] = now
            if content_hash is not None:
                changes["content_hash"] = content_hash
            self._change(identity, changes)
            if tags is not None:
                self._replace_tags(identity, tags)
        return self.get(article)

    def move(self, old: Path, new: Path) -> None:
        """The article at `old` now lies at `new`: its state goes with it."""
        self.move_all([(old, new, None)])

    def move_all(self, moves: Sequence[tuple[Path, Path, str | None]]) -> None:
        """Many moves at once (old, new, content hash), so that swapped names keep their own states.

        A state whose place is taken stays in the database without a path, known by its content.
        Said twice, a move is done once: a scan may be killed between the two databases.
        """
        pairs = [(stored_path(old), stored_path(new), value) for old, new, value in moves]
        arriving = {new: value for _, new, value in pairs if value}
        with self._errors(), transaction(self._connection):
            leaving: list[tuple[int, bytes]] = []
            for old, new, _ in pairs:
                row = self._connection.execute(
                    "SELECT id, content_hash FROM article WHERE path = ?", (old,)
                ).fetchone()
                if row is not None and (row[1] is None or row[1] != arriving.get(old)):
                    leaving.append((row[0], new))
            for identity, _ in leaving:
                self._change(identity, {"path": None})
            for identity, new in leaving:
                self._connection.execute("UPDATE article SET path = NULL WHERE path = ?", (new,))
                self._change(identity, {"path": new, "changed_at": self._now()})

    def remember_content(self, hashes: Iterable[tuple[Path, str]]) -> None:
        """Notes what the articles contain, so that they are known again elsewhere."""
        with self._errors(), transaction(self._connection):
            self._connection.executemany(
                "UPDATE article SET content_hash = ? WHERE path = ? AND content_hash IS NOT ?",
                ((value, stored_path(path), value) for path, value in hashes),
            )

    def known_contents(self) -> dict[str, list[Path | None]]:
        """Where each known content was last seen; None: its place was taken."""
        with self._errors():
            rows = self._connection.execute(
                "SELECT content_hash, path FROM article WHERE content_hash IS NOT NULL"
            ).fetchall()
        known: dict[str, list[Path | None]] = {}
        for value, path in rows:
            known.setdefault(value, []).append(None if path is None else _path(path))
        return known

    def adopt(self, article: Path, content_hash: str) -> bool:
        """Gives `article` the one state that lost its place but has this content."""
        with self._errors(), transaction(self._connection):
            rows = self._connection.execute(
                "SELECT id FROM article WHERE content_hash = ? AND path IS NULL", (content_hash,)
            ).fetchall()
            if len(rows) != 1 or self._identity(stored_path(article)) is not None:
                return False
            self._change(rows[0][0], {"path": stored_path(article)})
            return True

    def check(self) -> str:
        """SQLite's own verdict on the file: `ok`, or what is wrong."""
        with self._errors():
            return str(self._connection.execute("PRAGMA quick_check(1)").fetchone()[0])

    def close(self) -> None:
        """Lets go of the file; the next call opens it again."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    @property
    def _connection(self) -> sqlite3.Connection:
        if self._opened is None:
            with self._errors():
                connection = open_database(self.path)
                try:
                    migrate(connection, self.path)
                except BaseException:
                    connection.close()
                    raise
                self._opened = connection
        return self._opened

    def _errors(self) -> Any:
        return database_errors(SettingsError, "The reading state", self.path)

    def _now(self) -> str:
        return self._clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def _identity(self, path: bytes) -> int | None:
        row = self._connection.execute("SELECT id FROM article WHERE path = ?", (path,)).fetchone()
        return None if row is None else int(row[0])

    def _row_of(self, path: bytes, now: str) -> int:
        self._connection.execute(
            "INSERT INTO article (path, changed_at) VALUES (?, ?) ON CONFLICT DO NOTHING", (path, now)
        )
        identity = self._identity(path)
        assert identity is not None
        return identity

    def _change(self, identity: int, changes: dict[str, object]) -> None:
        assignments = ", ".join(f"{column} = ?" for column in changes)
        self._connection.execute(
            f"UPDATE article SET {assignments} WHERE id = ?", (*changes.values(), identity)
        )

    def _replace_tags(self, identity: int, tags: Iterable[str]) -> None:
        self._connection.execute("DELETE FROM article_tag WHERE article_id = ?", (identity,))
        wanted = {tag.strip() for tag in tags} - {""}
        self._connection.executemany(
            "INSERT INTO article_tag (article_id, tag) VALUES (?, ?)",
            ((identity, tag) for tag in sorted(wanted)),
        )

    def _state(self, row: tuple[Any, ...]) -> ReadingState:
        identity, path, state, starred, progress, opened_at, finished_at = row
        tags = self._connection.execute(
            "SELECT tag FROM article_tag WHERE article_id = ? ORDER BY tag", (identity,)
        ).fetchall()
        return ReadingState(
            path=_path(path),
            state=ReadState(state),
            starred=bool(starred),
            progress=progress,
            opened_at=opened_at,
            finished_at=finished_at,
            tags=tuple(tag for (tag,) in tags),
        )


_COLUMNS = "id, path, state, starred, progress, opened_at, finished_at"


def stored_path(path: Path) -> bytes:
    """A path as the databases keep it: absolute, in the bytes of the file system."""
    return os.fsencode(os.path.abspath(path))


def _path(stored: bytes) -> Path:
    return Path(os.fsdecode(stored))
