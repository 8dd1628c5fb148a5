# SPDX-License-Identifier: MIT
"""What only a person can say: which file a reading state belongs to, and where reading is to go on."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.core.settings.identity import declined_places
from reader.core.settings.merge import FAR_APART
from reader.core.settings.places import note_place, path_of, stored_path, uid_at
from reader.core.settings.projection import project, standing_positions
from reader.core.settings.reading_state import ReadingPosition, ReadState
from reader.core.settings.reading_states import ReadingStates, read_position

if TYPE_CHECKING:
    from reader.core.settings.identity import IdentityQuestion
    from reader.core.settings.store import StateStore


@dataclass(frozen=True, slots=True)
class Stop:
    """Where one machine stopped in an article."""

    position: ReadingPosition
    when: str  # UTC like `2026-11-22T18:30:00Z`
    is_here: bool  # on this machine


@dataclass(frozen=True, slots=True)
class LostState:
    """A reading state without a file, and what is known of it."""

    uid: str
    title: str
    path: Path | None  # where it was last, here
    state: ReadState
    starred: bool
    progress: float
    opened_at: str | None
    highlights: int


@dataclass(frozen=True, slots=True)
class WhichFile:
    """One state, and the files that may be its article."""

    lost: LostState
    candidates: tuple[Path, ...]
    same_content: bool  # the files are copies of one another, byte for byte


def stops_of(store: StateStore, article: Path) -> tuple[Stop, ...]:
    """Where machines that did not know of each other stopped, furthest last; empty where they agree."""
    with store.errors():
        uid = uid_at(store.connection, stored_path(article))
        if uid is None:
            return ()
        rows = store.connection.execute(
            "SELECT field, value, max(clock) FROM register WHERE field >= 'position:' AND field < 'position;'"
            " AND entity IN (SELECT 'a:' || uid FROM alias WHERE canonical = ? UNION SELECT 'a:' || ?)"
            " GROUP BY field",
            (uid, uid),
        ).fetchall()
        machine = store.machine
    fields: dict[str, Any] = {field: json.loads(value) for field, value, _ in rows}
    standing = standing_positions(fields)
    found = [
        Stop(read_position(fields[field]), _moment(clock), field == f"position:{machine}")
        for field, _, clock in rows
        if fields[field] and any(fields[field] is one for one in standing)
    ]
    found.sort(key=lambda stop: stop.position.fraction)
    apart = len(found) > 1 and found[-1].position.fraction - found[0].position.fraction > FAR_APART
    return tuple(found) if apart else ()


def which_files(store: StateStore, questions: Iterable[IdentityQuestion]) -> tuple[WhichFile, ...]:
    """The questions of a recognition one by one, without those that were answered with "none of these"."""
    with store.errors():
        declined = declined_places(store)
    asked: dict[str, WhichFile] = {}  # by the state: it is asked about once, whatever it may be known by
    for question in questions:
        for known in question.known:
            candidates = [path for path in question.paths if str(path) not in declined.get(known.uid, ())]
            before = asked.get(known.uid)
            lost = before.lost if before is not None else _lost(store, known.uid, known.path)
            if candidates and lost is not None:
                first = before.candidates if before is not None else ()
                both = tuple(dict.fromkeys((*first, *candidates)))
                same = question.rung == "content_hash" if before is None else before.same_content
                asked[known.uid] = WhichFile(lost, both, same and (before is None or both == first))
    return tuple(asked.values())


def give_place(states: ReadingStates, uid: str, articles: Sequence[Path]) -> None:
    """The state belongs to the first of these files; the others share it. Nothing done there is lost."""
    first, *copies = articles
    store, path = states.store, stored_path(first)
    with store.change() as change:
        connection = store.connection
        rows = connection.execute("SELECT id, path FROM article WHERE uid = ?", (uid,)).fetchall()
        lost = [identity for identity, place in rows if place is None or not os.path.lexists(path_of(place))]
        here = uid_at(connection, path)
        if here is None and lost:
            connection.execute("UPDATE article SET path = ? WHERE id = ?", (path, lost[0]))
            note_place(store, change, path)
        elif here is not None and here != uid:  # something was done with the file: both are one from now on
            connection.executemany("DELETE FROM article WHERE id = ?", ((each,) for each in lost))
            one, other = sorted((uid, here))
            change.put(f"a:{other}", f"same:{one}", True)
            project(connection, [f"a:{other}"], store.machine, store.moment())
    for copy in copies:
        states.share(first, copy)


def decline(store: StateStore, uid: str, articles: Iterable[Path]) -> None:
    """None of these files is the article of a state; not asked again."""
    with store.errors():
        kept = sorted(declined_places(store).get(uid, frozenset()) | {str(path) for path in articles})
        store.set_meta(f"declined:{uid}", json.dumps(kept))


def _lost(store: StateStore, uid: str, path: Path | None) -> LostState | None:
    with store.errors():
        row = store.connection.execute(
            "SELECT title, path, state, starred, progress, opened_at,"
            " (SELECT count(*) FROM highlight h WHERE h.uid = a.uid)"
            " FROM article a WHERE uid = ? ORDER BY title IS NULL, id LIMIT 1",
            (uid,),
        ).fetchone()
    if row is None:
        return None
    title, stored, state, starred, progress, opened_at, highlights = row
    place = path or (path_of(stored) if stored else None)
    name = title or (place.stem if place is not None else "")
    return LostState(uid, name, place, ReadState(state), bool(starred), progress, opened_at, highlights)


def _moment(clock: str) -> str:
    return f"{clock[:19]}Z"
