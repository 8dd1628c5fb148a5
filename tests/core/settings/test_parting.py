# SPDX-License-Identifier: MIT
"""Copies that shared one reading state go their own ways again, and neither loses what was done."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.core.content_hash import content_hash
from reader.core.settings import FoundArticle, ReadingPosition, ReadingState, ReadingStates, ReadState, store
from reader.core.settings.anchoring import Selector
from reader.core.settings.backup import back_up
from reader.core.settings.merge import export_state, take_journals
from reader.core.settings.statistics import reading_times


@pytest.fixture
def states(tmp_path: Path) -> Iterator[ReadingStates]:
    states = ReadingStates(tmp_path / "data" / "state.db")
    yield states
    states.close()


def _copies(states: ReadingStates, root: Path) -> tuple[Path, Path]:
    root.mkdir(exist_ok=True)
    first = root / "a.md"
    first.write_text("the words of both", "utf-8")
    second = Path(shutil.copy(first, root / "b.md"))
    states.set(first, state=ReadState.READING, tags=["one"], progress=0.4)
    states.set(second, starred=True)
    states.share(first, second)
    states.set(second, position=ReadingPosition(offset=4, before="the", after="words", fraction=0.3))
    states.highlights.add(first, Selector("words", "the ", " of", 4, 9), note="which?")
    return first, second


def test_each_keeps_what_was_shared_and_goes_its_own_way(states: ReadingStates, tmp_path: Path) -> None:
    first, second = _copies(states, tmp_path / "articles")
    assert states.sharing(first) == (second,)
    before = states.get(first)
    assert states.part(second)
    for path in (first, second):
        found = states.get(path)
        assert (found.state, found.starred, found.tags) == (ReadState.READING, True, ("one",))
        assert (found.progress, found.position) == (0.4, before.position)
        assert [mark.note for mark in states.highlights.of(path)] == ["which?"]
    assert states.sharing(first) == ()
    states.set(second, state=ReadState.FINISHED, tags=[])
    states.highlights.delete(states.highlights.of(second)[0].id)
    assert (states.get(first).state, states.get(first).tags) == (ReadState.READING, ("one",))
    assert len(states.highlights.of(first)) == 1
    assert not states.part(second), "it shares nothing any more"
    states.share(first, second)
    assert states.get(first).state is ReadState.FINISHED


def test_the_journal_alone_tells_them_apart(states: ReadingStates, tmp_path: Path) -> None:
    first, second = _copies(states, tmp_path / "articles")
    states.part(second)
    states.set(first, starred=False)
    states.close()
    for file in states.path.parent.glob("state.db*"):
        file.unlink()
    assert (states.get(first).starred, states.get(second).starred) == (False, True)


def _all_of(states: ReadingStates, path: Path) -> object:
    marks = [(mark.id, mark.note) for mark in states.highlights.of(path)]
    return states.get(path), states.sharing(path), marks


def _damage(states: ReadingStates) -> None:
    states.close()
    for file in states.path.parent.glob("state.db*"):
        file.unlink()
    states.path.write_bytes(b"no database" * 500)


@pytest.mark.parametrize("batch", [1, 2000])
@pytest.mark.parametrize("backed_up", ["never", "alone", "shared", "parted"])
def test_all_copies_are_where_they_were_after_a_recovery(
    states: ReadingStates, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batch: int, backed_up: str
) -> None:
    monkeypatch.setattr(store, "BATCH", batch)
    root = tmp_path / "articles"
    first, second = _copies(states, root)
    third, fourth = (Path(shutil.copy(first, root / name)) for name in ("c.md", "d.md"))
    states.set(third, progress=0.1)
    if backed_up == "alone":
        back_up(states.store)
    states.share(first, third)
    states.share(first, fourth)
    if backed_up == "shared":
        back_up(states.store)
    states.part(second)
    if backed_up == "parted":
        back_up(states.store)
    states.set(second, state=ReadState.FINISHED, starred=False, tags=["own"])
    states.move(third, moved := root / "moved.md")
    paths = (first, second, moved, fourth)
    before = [_all_of(states, path) for path in paths]
    _damage(states)
    after = [_all_of(states, path) for path in paths]
    assert states.news
    assert after == before
    assert states.get(third) == ReadingState(third), "nothing is left where it was moved from"


def test_what_was_read_of_each_copy_adds_up(states: ReadingStates, tmp_path: Path) -> None:
    first, second = tmp_path / "a.md", tmp_path / "b.md"
    states.add_reading_time(first, 600)
    states.add_reading_time(second, 300)
    states.share(first, second)
    assert states.get(first).seconds_read == 900
    states.add_reading_time(second, 60)
    assert states.get(first).seconds_read == 960
    assert sum(one.seconds for one in reading_times(states)) == 960


def test_machines_in_step_do_not_join_again_what_was_parted(
    pair: list[ReadingStates], tmp_path: Path
) -> None:
    here, there = pair
    first, second = _copies(here, tmp_path / "articles")
    over = tmp_path / "over there"
    over.mkdir()
    other = Path(shutil.copy(first, over / "a.md"))
    there.set(other, progress=0.1)
    here.part(second)
    here.set(second, state=ReadState.FINISHED)
    export_state(here.store, tmp_path / "here.jsonl")
    take_journals(there.store, [tmp_path / "here.jsonl"])
    there.recognise([FoundArticle(other, content_hash=content_hash(other))])
    assert there.get(other).state is ReadState.READING
    export_state(there.store, tmp_path / "there.jsonl")
    take_journals(here.store, [tmp_path / "there.jsonl"])
    assert here.sharing(first) == ()
    assert (here.get(first).state, here.get(second).state) == (ReadState.READING, ReadState.FINISHED)
