# SPDX-License-Identifier: MIT
"""Smart lists and the order of folders: kept, merged, and never lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.core.errors import SettingsError
from reader.core.settings import ReadingStates
from reader.core.settings.backup import back_up
from reader.core.settings.merge import export_state, take_journals
from reader.core.settings.restore import restore, what_would_change

from .conftest import TickingClock

DATABASES = Path(__file__).parent / "databases"


@pytest.fixture
def states(tmp_path: Path) -> Iterator[ReadingStates]:
    states = ReadingStates(tmp_path / "a" / "state.db", TickingClock())
    yield states
    states.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[ReadingStates]:
    states = ReadingStates(tmp_path / "b" / "state.db", TickingClock())
    yield states
    states.close()


def _names(states: ReadingStates) -> list[str]:
    return [each.name for each in states.smart_lists.all()]


def test_a_query_is_saved_changed_deleted_and_brought_back(states: ReadingStates) -> None:
    lists = states.smart_lists
    first = lists.add("  长文\n未读 ", "is:unread words:>5000")
    assert (first.name, first.query) == ("长文 未读", "is:unread words:>5000")
    second = lists.add("Python", "python OR 派森")
    assert lists.change(second.id, name="Snakes").query == "python OR 派森"
    assert lists.change(second.id, query="tag:snake").name == "Snakes"
    lists.put_in_order([second.id, first.id])
    assert _names(states) == ["Snakes", "长文 未读"]
    lists.delete(second.id)
    assert _names(states) == ["长文 未读"]
    assert lists.find(second.id) is None
    lists.restore(second.id)
    assert _names(states) == ["Snakes", "长文 未读"]


@pytest.mark.parametrize(("name", "query"), [("", "x"), ("\n\x00", "x"), ("x", " "), ("x", "y" * 1001)])
def test_what_is_no_smart_list_is_refused(states: ReadingStates, name: str, query: str) -> None:
    with pytest.raises(SettingsError):
        states.smart_lists.add(name, query)
    assert not states.smart_lists.all()


def test_a_list_that_is_gone_cannot_be_changed(states: ReadingStates) -> None:
    with pytest.raises(SettingsError, match="not there any more"):
        states.smart_lists.change("0" * 32, name="x")


def test_names_of_any_length_and_half_characters_are_kept(states: ReadingStates) -> None:
    assert len(states.smart_lists.add("名" * 500, "x").name) == 200
    assert states.smart_lists.add("\udcff", "\udcff").name == "?"


def test_machines_come_to_the_same_lists(states: ReadingStates, other: ReadingStates, tmp_path: Path) -> None:
    mine = states.smart_lists.add("Mine", "a")
    export_state(states.store, tmp_path / "out.jsonl")
    take_journals(other.store, [tmp_path / "out.jsonl"])
    other.smart_lists.change(mine.id, name="Ours")
    other.smart_lists.add("Theirs", "b")
    states.smart_lists.change(mine.id, query="c")
    for one, two in ((states, other), (other, states)):
        take_journals(one.store, [two.store.journal_path])
    assert states.smart_lists.all() == other.smart_lists.all()
    assert {(each.name, each.query) for each in states.smart_lists.all()} == {("Ours", "c"), ("Theirs", "b")}
    states.smart_lists.delete(mine.id)
    take_journals(other.store, [states.store.journal_path])
    assert _names(other) == ["Theirs"]


def test_the_journal_alone_restores_lists_and_order(states: ReadingStates) -> None:
    kept = states.smart_lists.add("Kept", "x")
    states.smart_lists.delete(states.smart_lists.add("Gone", "y").id)
    for name in ("/b", "/a", "/ü\udcff"):
        states.folders.add(Path(name))
    order = [Path("/ü\udcff"), Path("/b"), Path("/a")]
    states.folders.put_in_order(order)
    states.close()
    for file in states.path.parent.glob("state.db*"):
        file.unlink()
    again = ReadingStates(states.path)
    assert again.smart_lists.all() == (kept,)
    assert [folder.path for folder in again.folders.all()] == order
    again.close()


def test_a_backup_brings_a_deleted_list_back(states: ReadingStates) -> None:
    kept = states.smart_lists.add("Kept", "x")
    backup = back_up(states.store)
    states.smart_lists.change(kept.id, query="y")
    states.smart_lists.delete(kept.id)
    newer = states.smart_lists.add("Newer", "z")
    changes = {(one.field, one.now, one.then, one.title) for one in what_would_change(states.store, backup)}
    assert changes == {("query", "y", "x", "Kept"), ("deleted", True, False, "Kept")}
    restore(states.store, backup)
    assert states.smart_lists.all() == (kept, newer)


def test_hostile_entries_are_left_out(states: ReadingStates, tmp_path: Path) -> None:
    machine = states.store.machine
    clock = f"2026-11-22T12:00:00.000Z-0000-{machine}"
    entity = "s:" + "0" * 32
    bad = [
        f'{{"entity": "{entity}", "field": "name", "value": "", "clock": "{clock}"}}',
        f'{{"entity": "{entity}", "field": "name", "value": "a\\nb", "clock": "{clock}"}}',
        f'{{"entity": "{entity}", "field": "query", "value": {{"x": 1}}, "clock": "{clock}"}}',
        f'{{"entity": "{entity}", "field": "rank", "value": "first", "clock": "{clock}"}}',
        f'{{"entity": "m:{machine}", "field": "order", "value": [1], "clock": "{clock}"}}',
        f'{{"entity": "s:../../x", "field": "name", "value": "x", "clock": "{clock}"}}',
    ]
    (tmp_path / "bad.jsonl").write_text("\n".join(bad) + "\n", "utf-8")
    report = take_journals(states.store, [tmp_path / "bad.jsonl"])
    assert (report.changed, len(report.problems)) == (0, 1)


def test_folders_keep_their_order_when_one_comes_or_goes(states: ReadingStates) -> None:
    for name in ("/a", "/b", "/c"):
        states.folders.add(Path(name))
    states.folders.put_in_order([Path("/c"), Path("/a"), Path("/b")])
    states.folders.remove(Path("/a"))
    states.folders.add(Path("/d"))
    assert [str(folder.path) for folder in states.folders.all()] == ["/c", "/b", "/d"]


def test_the_released_schema_takes_smart_lists(tmp_path: Path) -> None:
    file = tmp_path / "state.db"
    connection = sqlite3.connect(file)
    connection.executescript((DATABASES / "state-v2.sql").read_text("utf-8"))
    connection.close()
    states = ReadingStates(file)
    assert [each.note for each in states.highlights.of(Path("/articles/finished.md"))] == ["一条笔记"]
    states.smart_lists.add("Name", "query")
    assert _names(states) == ["Name"]
    assert states.check() == "ok"
    states.close()
