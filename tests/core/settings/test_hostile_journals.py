# SPDX-License-Identifier: MIT
"""Whoever can write into the shared folder can say things, but break, forge and delete for good nothing."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from reader.core.settings import ReadingStates
from reader.core.settings.anchoring import select
from reader.core.settings.backup_files import backups
from reader.core.settings.chosen_folders import ChosenFolders
from reader.core.settings.clock import is_reading
from reader.core.settings.journal import MOST_BYTES
from reader.core.settings.merge import take_journals
from reader.core.settings.sync_folder import come_in_step

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
CLOCK = "2026-11-22T11:00:00.000Z-0000-aaaaaaaa"
ARTICLE, HIGHLIGHT, SMART_LIST = (f"{kind}:{'1' * 32}" for kind in "ahs")
HALF = "\ud83d"
PLACE = {"path": "/a.md", "content": "", "text": "", "url": "", "title": "", "date": ""}
TARGET: dict[str, Any] = {"article": "1" * 32, "exact": "a", "prefix": "", "suffix": "", "path": []}
TARGET |= dict.fromkeys(("start", "end", "length", "near", "nth", "same"), 1)
OWN = "OWN-NAME"


@pytest.fixture
def states(tmp_path: Path) -> Iterator[ReadingStates]:
    made = ReadingStates(tmp_path / "desk" / "state.db", lambda: NOW)
    made.all()
    yield made
    made.close()


def _journal(
    states: ReadingStates, folder: Path, *changes: tuple[str, str, object], clock: str = CLOCK
) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "bbbbbbbb.jsonl"
    lines = [
        json.dumps({"entity": entity, "field": field, "value": value, "clock": clock})
        for entity, field, value in changes
    ]
    path.write_text("\n".join(lines).replace(OWN, states.store.machine), "ascii")
    return path


@pytest.mark.parametrize(
    ("entity", "field", "value"),
    [
        (ARTICLE, f"place:{OWN}", PLACE | {"path": "/etc/" + HALF}),
        (ARTICLE, f"place:{OWN}", PLACE | {"path": "/etc/passwd\0.md"}),
        (ARTICLE, f"place:{OWN}", PLACE | {"also": "/b.md"}),
        (ARTICLE, f"place:{OWN}", PLACE | {"also": ["/etc/passwd\0.md"]}),
        (ARTICLE, "tag:" + HALF, True),
        (ARTICLE, "override:zoom", 10**400),
        (ARTICLE, "progress", 10**400),
        (ARTICLE, "opened_at", "2026-99-99T99:99:99Z"),
        (ARTICLE, "read:aaaaaaaa:9999-99-99", 5),
        (HIGHLIGHT, "target", TARGET | {"article": HALF}),
        (SMART_LIST, "rank", 10**400),
        (f"m:{OWN}", "order", [HALF]),
        (f"m:{OWN}", "folder:%00", {"dialect": "auto", "category_rule": "auto"}),
    ],
)
@pytest.mark.parametrize("machine", ["aaaaaaaa", OWN])
def test_values_that_nothing_can_hold_are_left_out(
    states: ReadingStates, tmp_path: Path, entity: str, field: str, value: object, machine: str
) -> None:
    clock = CLOCK.replace("aaaaaaaa", machine)
    path = _journal(states, tmp_path / "Sync", (entity, field, value), (ARTICLE, "starred", True))
    path.write_text(path.read_text("ascii").replace(CLOCK, clock).replace(OWN, states.store.machine), "ascii")
    report = take_journals(states.store, [path])
    assert (report.entries, report.changed) == (1, 1)
    assert [problem.code for problem in report.problems] == ["journal-lines"]
    ChosenFolders(states.store).add(tmp_path)
    assert states.store.connection.execute("SELECT starred FROM article").fetchall() == [(1,)]


@pytest.mark.parametrize(
    "moment",
    ["2199-12-31T23:59:59.999Z-ffff", "2100-02-31T23:59:59.999Z-ffff", "2045-01-01T00:00:00.000Z-0000"],
)
def test_nobody_holds_for_ever(states: ReadingStates, tmp_path: Path, moment: str) -> None:
    clock = f"{moment}-aaaaaaaa"
    path = _journal(states, tmp_path / "Sync", (ARTICLE, "starred", True), clock=clock)
    assert take_journals(states.store, [path]).changed == 0
    ChosenFolders(states.store).add(tmp_path)
    _, newest = states.store.extent()
    assert is_reading(newest)
    assert newest.startswith("2026-11-22")


def test_a_clock_some_years_ahead_is_followed(states: ReadingStates, tmp_path: Path) -> None:
    clock = f"{NOW + timedelta(days=1500):%Y-%m-%dT%H:%M:%S}.000Z-ffff-aaaaaaaa"
    path = _journal(states, tmp_path / "Sync", (ARTICLE, "starred", True), clock=clock)
    assert take_journals(states.store, [path]).changed == 1
    ChosenFolders(states.store).add(tmp_path)
    assert states.store.extent()[1] > clock


@pytest.mark.parametrize("machine", ["aaaaaaaa", "00000000"])
def test_only_this_machine_says_what_it_has(states: ReadingStates, tmp_path: Path, machine: str) -> None:
    mine = ChosenFolders(states.store)
    mine.add(tmp_path / "articles")
    changes = (
        (f"m:{OWN}", "folder:/etc", {"dialect": "auto", "category_rule": "auto"}),
        (f"m:{OWN}", f"folder:{tmp_path}/articles", None),
        (ARTICLE, f"place:{OWN}", PLACE | {"path": "/etc/passwd"}),
        (ARTICLE, f"read:{OWN}:2026-11-22", 80_000),
        (ARTICLE, "starred", True),
    )
    path = _journal(states, tmp_path / "Sync", *changes, clock=f"2026-12-24T11:00:00.000Z-0000-{machine}")
    assert take_journals(states.store, [path]).changed == 1
    assert [folder.path for folder in mine.all()] == [tmp_path / "articles"]
    assert states.store.connection.execute("SELECT path, seconds_read FROM article").fetchall() == [(None, 0)]


def test_what_a_stranger_deletes_can_be_brought_back(states: ReadingStates, tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("Words that are worth a mark.", "utf-8")
    for start in range(5):
        states.highlights.add(
            file, select(file.read_text("utf-8"), file.read_text("utf-8"), start, start + 4)
        )
    known = [row[0] for row in states.store.connection.execute("SELECT id FROM highlight")]
    assert len(known) == 5
    assert not backups(states.store.path)
    folder = tmp_path / "Sync"
    changes = [(f"h:{one}", "deleted", True) for one in known]
    _journal(states, folder, *changes, clock="2027-11-22T11:00:00.000Z-0000-aaaaaaaa")
    assert come_in_step(states.store, folder).changed == 5
    assert not states.store.connection.execute("SELECT id FROM highlight").fetchall()
    (before,) = backups(states.store.path)
    import sqlite3

    copy = sqlite3.connect(before.path)
    assert sorted(row[0] for row in copy.execute("SELECT id FROM highlight")) == sorted(known)
    copy.close()


@pytest.mark.skipif(os.name != "posix", reason="files with holes")
def test_a_file_that_is_no_journal_by_its_size_is_refused(states: ReadingStates, tmp_path: Path) -> None:
    path = tmp_path / "huge.jsonl"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES * 1000)
    report = take_journals(states.store, [path])
    assert [problem.code for problem in report.problems] == ["journal-refused"]
    assert "larger" in report.problems[0].message
