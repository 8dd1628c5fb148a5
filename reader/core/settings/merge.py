# SPDX-License-Identifier: MIT
"""Brings machines together: the later value of each field, whatever the order the journals come in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.article import Problem
from reader.core.errors import SettingsError, cause_of
from reader.core.settings import journal
from reader.core.settings.clock import far_future, machine_of
from reader.core.settings.entries import Entry
from reader.core.settings.journal import JournalReading
from reader.core.settings.places import path_of
from reader.core.settings.projection import canonical, fields_of, standing_positions

if TYPE_CHECKING:
    from reader.core.settings.store import StateStore

FAR_APART = 0.02
"""Of the article: positions closer than that are no question."""


@dataclass(frozen=True, slots=True)
class PositionQuestion:
    """Two machines stopped at different places without knowing of each other."""

    uid: str
    path: Path | None
    fractions: tuple[float, ...]  # 0..1, furthest last; the furthest holds until someone reads on


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What a merge did."""

    files: int = 0
    entries: int = 0  # that were understood
    changed: int = 0  # fields that are newer now
    articles: int = 0
    highlights: int = 0
    conflicts: tuple[PositionQuestion, ...] = ()
    problems: tuple[Problem, ...] = ()


def take_journals(store: StateStore, paths: Iterable[Path]) -> MergeReport:
    """Takes in journals and exports; a later value wins, and nothing is taken twice."""
    files = entries = changed = 0
    touched: set[str] = set()
    problems: list[Problem] = []
    admits = _admission(store)
    for path in paths:
        reading = JournalReading(path, admits)
        changed += store.take_all(reading, touched)
        files += 1
        entries += reading.entries
        if reading.problem is not None:
            problems.append(reading.problem)
    return MergeReport(
        files,
        entries,
        changed,
        sum(one.startswith("a:") for one in touched),
        sum(one.startswith("h:") for one in touched),
        position_questions(store, {one[2:] for one in touched if one.startswith("a:")}),
        tuple(problems),
    )


def keep_former(store: StateStore) -> None:
    """Makes a backup before others are listened to, unless there is one of this hour: they may be wrong."""
    from reader.core.settings.backup import back_up_if_due

    if store.extent()[0]:
        back_up_if_due(store)


def _admission(store: StateStore) -> Callable[[Entry], bool]:
    """What a journal may say: nothing from a far future, and of this machine only what it said itself."""
    with store.errors():
        machine = store.machine
    end = far_future(store.now())
    entity, fields = f"m:{machine}", (f"place:{machine}", f"position:{machine}", f"read:{machine}:")

    def admits(entry: Entry) -> bool:
        own = entry.entity == entity or entry.field.startswith(fields)
        return entry.clock < end and (not own or machine_of(entry.clock) == machine)

    return admits


def merge_folder(store: StateStore, folder: Path) -> MergeReport:
    """Comes in step with a folder that other machines share: takes what they left, leaves what is ours."""
    own = folder / f"{store.machine}{journal.SUFFIX}"
    found = journals_in(folder)
    with store.errors():
        keep_former(store)
    report = take_journals(store, found)
    with store.errors():
        write_journal(store, own, anew=report.changed > 0)
    return report


def journals_in(folder: Path) -> list[Path]:
    """The journals in a shared folder, "conflicted copies" of them too."""
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == journal.SUFFIX and path.is_file())
    except OSError as error:
        raise SettingsError(f"The folder {folder} cannot be read: {cause_of(error)}.") from error


def write_journal(store: StateStore, target: Path, *, anew: bool = False) -> None:
    """Leaves the latest value of every field we know in a file, unless that is what it holds already."""
    refuse_own_place(store, target)
    note, mark = f"left:{target}", " ".join(map(str, store.extent()))
    if not anew and store.meta(note) == f"{mark} {_size(target)}":
        return
    journal.replace(target, store.machine, store.entries())
    store.set_meta(note, f"{mark} {_size(target)}")


def refuse_own_place(store: StateStore, target: Path) -> None:
    """SettingsError where a file meant for others would take the place of our own journal."""
    if os.path.realpath(target) == os.path.realpath(store.journal_path):
        raise SettingsError(
            f"{target.parent} is where the reader keeps its own journal; choose another folder."
        )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def export_state(store: StateStore, target: Path) -> tuple[int, int]:
    """The whole reading state as JSON lines; how many articles and highlights."""
    if os.path.realpath(target) in map(os.path.realpath, (store.path, store.journal_path)):
        raise SettingsError("That is the reading state itself; name another file.")
    with store.errors():
        entries = sorted(store.entries(), key=lambda entry: (entry.entity, entry.field))
        journal.replace(target, store.machine, entries)
        return count_state(store)


def count_state(store: StateStore) -> tuple[int, int]:
    """How many articles and highlights are known."""
    with store.errors():
        row = store.connection.execute(
            "SELECT (SELECT count(DISTINCT uid) FROM article), (SELECT count(*) FROM highlight)"
        ).fetchone()
    return int(row[0]), int(row[1])


def position_questions(store: StateStore, uids: Iterable[str] | None = None) -> tuple[PositionQuestion, ...]:
    """Articles whose positions on two machines disagree, neither knowing of the other."""
    with store.errors():
        if uids is None:
            rows = store.connection.execute(
                "SELECT DISTINCT substr(entity, 3) FROM register WHERE field >= 'position:'"
                " AND field < 'position;'"
            )
            uids = [uid for (uid,) in rows.fetchall()]
        questions: list[PositionQuestion] = []
        for uid in sorted({canonical(store.connection, uid) for uid in uids}):
            standing = standing_positions(fields_of(store.connection, uid))
            fractions = sorted(one["fraction"] for one in standing)
            if len(fractions) > 1 and fractions[-1] - fractions[0] > FAR_APART:
                row = store.connection.execute(
                    "SELECT path FROM article WHERE uid = ? AND path IS NOT NULL", (uid,)
                ).fetchone()
                questions.append(PositionQuestion(uid, row and path_of(row[0]), tuple(fractions)))
    return tuple(questions)
