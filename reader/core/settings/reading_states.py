# SPDX-License-Identifier: MIT
"""What the reader did with each article, kept in `state.db` and never thrown away."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from reader.core.settings.chosen_folders import ChosenFolders
from reader.core.settings.places import (
    note_place,
    path_of,
    remember_moves,
    standing_place,
    stored_path,
    uid_at,
    uid_for,
)
from reader.core.settings.projection import clean_text, fields_of, project
from reader.core.settings.reading_state import ReadingPosition, ReadingState, ReadState
from reader.core.settings.store import StateStore

if TYPE_CHECKING:
    from reader.core.settings.highlights import Highlights
    from reader.core.settings.identity import FoundArticle, Recognition
    from reader.core.settings.smart_lists import SmartLists
    from reader.core.settings.store import Change


def _utc_now() -> datetime:
    return datetime.now(UTC)


class ReadingStates:
    """The reading states of all articles; one instance per thread, many processes at once."""

    def __init__(self, path: Path, clock: Callable[[], datetime] = _utc_now) -> None:
        self.path = path
        self.store = StateStore(path, clock)

    @property
    def folders(self) -> ChosenFolders:
        """The folders the person took into the library."""
        return ChosenFolders(self.store)

    @property
    def highlights(self) -> Highlights:
        """The highlights of all articles."""
        from reader.core.settings.highlights import Highlights

        return Highlights(self.store)

    @property
    def smart_lists(self) -> SmartLists:
        """The queries this person saved under a name."""
        from reader.core.settings.smart_lists import SmartLists

        return SmartLists(self.store)

    @property
    def news(self) -> tuple[str, ...]:
        """What happened to the file that a person should know of, such as a restored backup."""
        return self.store.news

    def get(self, article: Path) -> ReadingState:
        """The state of one article; the default one where nothing is known."""
        with self.store.errors():
            asked = stored_path(article)
            row = self._row(asked) or self._row(standing_place(self._connection, asked))
            return replace(self._state(row), path=path_of(asked)) if row else ReadingState(path_of(asked))

    def place_of(self, article: Path) -> Path:
        """Where an article lies that was there: there, or where its file was moved since."""
        with self.store.errors():
            return path_of(standing_place(self._connection, stored_path(article)))

    def _row(self, path: bytes) -> tuple[Any, ...] | None:
        return self._connection.execute(f"SELECT {_COLUMNS} FROM article WHERE path = ?", (path,)).fetchone()

    def all(self) -> tuple[ReadingState, ...]:
        """Every state that is known, whether its file exists or not."""
        with self.store.errors():
            rows = self._connection.execute(f"SELECT {_COLUMNS} FROM article WHERE path IS NOT NULL")
            return tuple(self._state(row) for row in rows.fetchall())

    def set(
        self,
        article: Path,
        *,
        state: ReadState | None = None,
        finished_at: str | None = None,
        starred: bool | None = None,
        progress: float | None = None,
        opened: bool = False,
        tags: Iterable[str] | None = None,
        content_hash: str | None = None,
        position: ReadingPosition | None = None,
    ) -> ReadingState:
        """Changes what is given and leaves the rest; `opened` notes the present moment.

        `finished_at` belongs to `state`: what is put back was not finished now.
        """
        wanted: dict[str, Any] = {
            "state": state,
            "finished_at": finished_at,
            "starred": starred,
            "progress": progress,
            "opened": opened,
            "tags": tags,
            "content_hash": content_hash,
            "position": position,
        }
        with self.store.change() as change:
            self._project(self._put(change, article, **wanted))
        return self.get(article)

    def set_many(self, changes: Iterable[tuple[Path, Mapping[str, Any]]]) -> None:
        """Changes many articles as `set` does one: all of them, or none if that fails."""
        with self.store.change() as change:
            uids = [self._put(change, article, **wanted) for article, wanted in changes]
            self._project(*uids)

    def own_tags(self, articles: Iterable[Path]) -> tuple[frozenset[str], ...]:
        """The tags a person gave to each of these articles."""
        query = "SELECT t.tag FROM article_tag t JOIN article a ON a.id = t.article_id WHERE a.path = ?"
        with self.store.errors():
            found = (self._connection.execute(query, (stored_path(each),)).fetchall() for each in articles)
            return tuple(frozenset(tag for (tag,) in rows) for rows in found)

    def set_overrides(self, article: Path, **overrides: str | float | bool | None) -> ReadingState:
        """How this one article is to be shown; None takes an override away."""
        with self.store.change() as change:
            uid = uid_for(self.store, change, article)
            for name, value in overrides.items():
                change.put(f"a:{uid}", f"override:{name}", value)
            self._project(uid)
        return self.get(article)

    def add_reading_time(self, article: Path, seconds: float) -> None:
        """Adds time someone really read, on the day it is now here."""
        with self.store.change() as change:
            uid = uid_for(self.store, change, article)
            field = f"read:{self.store.machine}:{self.store.now().astimezone():%Y-%m-%d}"
            before = self._value(uid, field) or 0
            change.put(f"a:{uid}", field, min(86_400.0, before + max(0.0, seconds)))
            self._project(uid)

    def share(self, article: Path, copy: Path) -> None:
        """Lets a copy have one state with an article from now on."""
        with self.store.change() as change:
            uids = sorted({uid_for(self.store, change, each) for each in (article, copy)})
            if len(uids) == 2:
                change.put(f"a:{uids[1]}", f"same:{uids[0]}", True)
                self._project(uids[1])
                note_place(self.store, change, stored_path(article))

    def sharing(self, article: Path) -> tuple[Path, ...]:
        """The other files that have one state with an article."""
        from reader.core.settings.parting import sharing

        return sharing(self.store, article)

    def part(self, article: Path) -> bool:
        """Gives a copy a state of its own, which begins as the shared one; False where it shares none."""
        from reader.core.settings.parting import part

        return part(self.store, article)

    def recognise(self, found: Iterable[FoundArticle]) -> Recognition:
        """Follows articles to the places where they are now; what is not certain comes back as questions."""
        from reader.core.settings.identity import Recogniser

        with self.store.change() as change:
            return Recogniser(self.store, change, found).run()

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
        with self.store.change() as change:
            leaving: list[tuple[int, bytes]] = []
            left: list[tuple[bytes, str]] = []
            for old, new, _ in pairs:
                row = self._connection.execute(
                    "SELECT id, content_hash, uid FROM article WHERE path = ?", (old,)
                ).fetchone()
                if row is not None and (row[1] is None or row[1] != arriving.get(old)):
                    leaving.append((row[0], new))
                    left.append((old, row[2]))
            for identity, _ in leaving:
                self._connection.execute("UPDATE article SET path = NULL WHERE id = ?", (identity,))
            for identity, new in leaving:
                self._place(change, identity, new)
            remember_moves(self._connection, left)
            for _, new, value in pairs:  # nothing is known of what came: what was known of the place waits
                self._connection.execute(
                    "UPDATE article SET path = NULL WHERE path = ? AND content_hash <> ?", (new, value)
                )

    def remember_content(self, hashes: Iterable[tuple[Path, str]]) -> None:
        """Notes what the articles contain, so that they are known again elsewhere."""
        with self.store.change() as change:
            self._remember(change, [(stored_path(path), value) for path, value in hashes])

    def known_contents(self) -> dict[str, list[Path | None]]:
        """Where each known content was last seen; None: its place was taken."""
        with self.store.errors():
            rows = self._connection.execute(
                "SELECT content_hash, path FROM article WHERE content_hash IS NOT NULL"
            ).fetchall()
        known: dict[str, list[Path | None]] = {}
        for value, path in rows:
            known.setdefault(value, []).append(None if path is None else path_of(path))
        return known

    def adopt(self, article: Path, content_hash: str) -> bool:
        """Gives `article` the one state that lost its place but has this content."""
        with self.store.change() as change:
            rows = self._connection.execute(
                "SELECT id FROM article WHERE content_hash = ? AND path IS NULL", (content_hash,)
            ).fetchall()
            if len(rows) != 1 or uid_at(self._connection, stored_path(article)) is not None:
                return False
            self._place(change, rows[0][0], stored_path(article))
            return True

    def check(self) -> str:
        """SQLite's own verdict on the file: `ok`, or what is wrong."""
        return self.store.check()

    def close(self) -> None:
        """Lets go of the file; the next call opens it again."""
        self.store.close()

    @property
    def _connection(self) -> Any:
        return self.store.connection

    def _put(
        self,
        change: Change,
        article: Path,
        *,
        state: ReadState | None = None,
        finished_at: str | None = None,
        starred: bool | None = None,
        progress: float | None = None,
        opened: bool = False,
        tags: Iterable[str] | None = None,
        content_hash: str | None = None,
        position: ReadingPosition | None = None,
    ) -> str:
        uid = uid_for(self.store, change, article)
        entity, now = f"a:{uid}", self.store.moment()
        if state is not None:
            change.put(entity, "state", ReadState(state).value)
            finished = finished_at or (now if state is ReadState.FINISHED else None)
            change.put(entity, "finished_at", finished)
        if starred is not None:
            change.put(entity, "starred", bool(starred))
        if progress is not None:
            change.put(entity, "progress", min(1.0, max(0.0, float(progress))))
        if opened:
            change.put(entity, "opened_at", now)
        if tags is not None:
            self._put_tags(change, uid, tags)
        if position is not None:
            self._put_position(change, uid, position)
        if content_hash is not None:
            self._remember(change, [(stored_path(article), content_hash)])
        return uid

    def _project(self, *uids: str) -> None:
        entities = [f"a:{uid}" for uid in uids]
        project(self._connection, entities, self.store.machine, self.store.moment())

    def _place(self, change: Change, identity: int, path: bytes) -> None:
        self._connection.execute("UPDATE article SET path = NULL WHERE path = ?", (path,))
        self._connection.execute("UPDATE article SET path = ? WHERE id = ?", (path, identity))
        note_place(self.store, change, path)

    def _remember(self, change: Change, hashes: Iterable[tuple[bytes, str]]) -> None:
        for path, value in hashes:
            done = self._connection.execute(
                "UPDATE article SET content_hash = ? WHERE path = ? AND content_hash IS NOT ?",
                (value, path, value),
            )
            if done.rowcount > 0:
                note_place(self.store, change, path)

    def _put_tags(self, change: Change, uid: str, tags: Iterable[str]) -> None:
        wanted = {clean_text(" ".join(tag.split()))[:200] for tag in tags} - {""}
        rows = self._connection.execute(
            "SELECT DISTINCT t.tag FROM article_tag t JOIN article a ON a.id = t.article_id WHERE a.uid = ?",
            (uid,),
        )
        known = {tag for (tag,) in rows.fetchall()}
        for tag in sorted(wanted ^ known):
            change.put(f"a:{uid}", f"tag:{tag}", tag in wanted)

    def _put_position(self, change: Change, uid: str, position: ReadingPosition) -> None:
        machine = self.store.machine
        fields = fields_of(self._connection, uid)  # also under other names it went by on other machines
        known = {name[9:]: value for name, value in fields.items() if name.startswith("position:")}
        counts = {name: each["count"] for name, each in known.items() if each}
        change.put(
            f"a:{uid}",
            f"position:{machine}",
            {
                "path": list(position.path),
                "offset": position.offset,
                "before": position.before,
                "after": position.after,
                "fraction": position.fraction,
                "count": counts.get(machine, 0) + 1,
                "seen": {name: count for name, count in counts.items() if name != machine},
            },
        )

    def _value(self, uid: str, field: str) -> Any:
        row = self._connection.execute(
            "SELECT value FROM register WHERE entity = ? AND field = ?", (f"a:{uid}", field)
        ).fetchone()
        return None if row is None else json.loads(row[0])

    def _state(self, row: tuple[Any, ...]) -> ReadingState:
        identity, path, state, starred, progress, opened_at, finished_at, position, seconds, overrides = row
        tags = self._connection.execute(
            "SELECT tag FROM article_tag WHERE article_id = ? ORDER BY tag", (identity,)
        ).fetchall()
        return ReadingState(
            path=path_of(path),
            state=ReadState(state) if state in _STATES else ReadState.NEW,
            starred=bool(starred),
            progress=progress,
            opened_at=opened_at,
            finished_at=finished_at,
            tags=tuple(tag for (tag,) in tags),
            position=None if position is None else read_position(json.loads(position)),
            seconds_read=seconds,
            overrides=MappingProxyType(json.loads(overrides) if overrides else {}),
        )


def read_position(table: Mapping[str, Any]) -> ReadingPosition:
    """A position from its JSON."""
    return ReadingPosition(
        path=tuple(table["path"]),
        offset=table["offset"],
        before=table["before"],
        after=table["after"],
        fraction=table["fraction"],
    )


_STATES = frozenset(state.value for state in ReadState)
_COLUMNS = "id, path, state, starred, progress, opened_at, finished_at, position, seconds_read, overrides"
