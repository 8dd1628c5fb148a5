# SPDX-License-Identifier: MIT
"""Going back to a backup: told before, undone by the backup made first, and nothing newer is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.core.errors import SettingsError
from reader.core.settings import ReadingStates, ReadState
from reader.core.settings.anchoring import select
from reader.core.settings.backup import back_up
from reader.core.settings.backup_files import backups
from reader.core.settings.restore import restore, what_would_change

from .conftest import TickingClock

_TEXT = "Some words that are worth keeping, and others that are not."


@pytest.fixture
def states(tmp_path: Path) -> Iterator[ReadingStates]:
    states = ReadingStates(tmp_path / "state.db", TickingClock())
    yield states
    states.close()


def test_what_was_changed_comes_back_and_what_was_added_stays(states: ReadingStates, tmp_path: Path) -> None:
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    states.set(old, state=ReadState.READING, starred=True, tags=["x"])
    mark = states.highlights.add(old, select(_TEXT, _TEXT, 5, 10), note="before")
    backup = back_up(states.store)
    states.set(old, state=ReadState.FINISHED, starred=False, tags=["y"])
    states.highlights.change(mark.id, note="after")
    states.highlights.delete(mark.id)
    states.set(new, starred=True)
    later = states.highlights.add(new, select(_TEXT, _TEXT, 11, 15))
    fields = {(one.field, one.now, one.then) for one in what_would_change(states.store, backup)}
    assert {("state", "finished", "reading"), ("starred", False, True), ("deleted", True, False)} <= fields
    assert ("note", "after", "before") in fields
    assert restore(states.store, backup) == len(what_would_change(states.store, backup)) + len(fields)
    again = states.get(old)
    assert (again.state, again.starred) == (ReadState.READING, True)
    assert set(again.tags) == {"x", "y"}, "what was added since stays"
    assert [one.note for one in states.highlights.of(old)] == ["before"]
    assert states.get(new).starred
    assert [one.id for one in states.highlights.of(new)] == [later.id]


def test_a_restoration_can_itself_be_taken_back(states: ReadingStates, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    states.set(path, starred=True)
    first = back_up(states.store)
    states.set(path, starred=False)
    restore(states.store, first)
    assert states.get(path).starred
    assert restore(states.store, backups(states.path)[0].path) == 1
    assert not states.get(path).starred


def test_nothing_to_change_changes_nothing(states: ReadingStates, tmp_path: Path) -> None:
    states.set(tmp_path / "a.md", starred=True, progress=0.5)
    backup = back_up(states.store)
    assert what_would_change(states.store, backup) == ()
    assert restore(states.store, backup) == 0
    assert len(backups(states.path)) == 1


def test_a_damaged_backup_is_refused(states: ReadingStates, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    states.set(path, starred=True)
    backup = back_up(states.store)
    backup.write_bytes(b"nonsense" * 500)
    with pytest.raises(SettingsError, match="damaged"):
        restore(states.store, backup)
    assert states.get(path).starred


def test_what_an_empty_state_lacks_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    before = ReadingStates(tmp_path / "one" / "state.db", TickingClock())
    before.set(path, starred=True, progress=0.4)
    before.highlights.add(path, select(_TEXT, _TEXT, 0, 4))
    backup = back_up(before.store)
    before.close()
    after = ReadingStates(tmp_path / "two" / "state.db", TickingClock())
    after.set(tmp_path / "b.md", starred=True)
    restore(after.store, backup)
    assert len(after.highlights.all()) == 1
    after.close()


def test_copies_that_share_their_state_go_back_together(states: ReadingStates, tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.md" for name in "abcd"]
    for path in paths:  # the names of the four are drawn: one of them is first
        states.set(path, tags=[path.stem])
    states.set(paths[2], state=ReadState.FINISHED, starred=True)
    for copy in paths[1:]:
        states.share(paths[0], copy)
    together = back_up(states.store)
    states.set(paths[1], state=ReadState.UNREAD, starred=False, tags=["other"])
    fields = {(one.field, one.now, one.then) for one in what_would_change(states.store, together)}
    assert {("state", "unread", "finished"), ("starred", False, True)} <= fields
    assert len({one.entity for one in what_would_change(states.store, together)}) == 1
    restore(states.store, together)
    for path in paths:
        again = states.get(path)
        assert (again.state, again.starred) == (ReadState.FINISHED, True)
        assert set(again.tags) == {"a", "b", "c", "d", "other"}
    assert what_would_change(states.store, together) == ()


def test_a_copy_that_was_parted_since_keeps_what_is_its_own(states: ReadingStates, tmp_path: Path) -> None:
    first, second = tmp_path / "a.md", tmp_path / "b.md"
    states.set(first, starred=True)
    states.share(first, second)
    together = back_up(states.store)
    states.part(second)
    states.set(first, starred=False)
    states.set(second, starred=False)
    restore(states.store, together)
    assert (states.get(first).starred, states.get(second).starred) == (True, False)
    assert states.sharing(first) == ()
