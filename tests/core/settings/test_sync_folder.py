# SPDX-License-Identifier: MIT
"""Two machines and the folder between them: whoever comes first, both end with the same state."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from reader.core.errors import SettingsError
from reader.core.settings import ReadingStates, ReadState, sync_folder
from reader.core.settings.anchoring import select
from reader.core.settings.sync_folder import come_in_step, look_into

TEXT = "内核是操作系统的核心，负责管理进程、内存与设备。"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Sync"
    made.mkdir()
    return made


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "articles" / "a.md"
    path.parent.mkdir()
    path.write_text(TEXT, "utf-8")
    return path


def _register(states: ReadingStates) -> list[tuple[object, ...]]:
    rows = states.store.connection.execute("SELECT * FROM register ORDER BY 1, 2").fetchall()
    return [row for row in rows if not str(row[1]).startswith("place:")]


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("order", [(0, 1, 0, 1), (1, 0, 1, 0), (0, 0, 1, 1, 0), (1, 1, 0, 0, 1)])
def test_two_machines_come_to_one_state_in_both_orders(
    pair: list[ReadingStates], folder: Path, article: Path, order: tuple[int, ...]
) -> None:
    pair[0].set(article, state=ReadState.READING, starred=True, tags=["内核"])
    mark = pair[1].highlights.add(article, select(TEXT, TEXT, 0, 5, ()), note="记住")
    pair[1].set(article, state=ReadState.FINISHED)
    for number in order:
        come_in_step(pair[number].store, folder)
    assert _register(pair[0]) == _register(pair[1])
    assert pair[0].highlights.get(mark.id).note == "记住"
    assert not [path for path in folder.iterdir() if path.suffix != ".jsonl"], (
        "no database, nothing half done"
    )


def test_it_comes_to_rest(pair: list[ReadingStates], folder: Path, article: Path) -> None:
    pair[0].set(article, starred=True)
    pair[1].set(article, progress=0.5)
    for number in (0, 1, 0, 1):
        come_in_step(pair[number].store, folder)
    before, look = _files(folder), look_into(folder)
    for number in (0, 1, 0):
        report = come_in_step(pair[number].store, folder)
        assert report.changed == 0
        assert report.files == 0, "what was read is not read again"
    assert look_into(folder) == look
    assert _files(folder) == before


def test_a_change_travels(pair: list[ReadingStates], folder: Path, article: Path) -> None:
    for number in (0, 1, 0):
        come_in_step(pair[number].store, folder)
    pair[0].set(article, starred=True)
    come_in_step(pair[0].store, folder)
    assert come_in_step(pair[1].store, folder).changed > 0
    assert _register(pair[0]) == _register(pair[1])


@pytest.mark.parametrize(
    "name",
    [
        "{0} (Anna's conflicted copy 2026-11-22).jsonl",
        "{0}.sync-conflict-20261122-120000-ABCDEFG.jsonl",
        "{0} (conflicted copy 2026-11-22 120000).jsonl",
    ],
)
def test_conflicted_copies_are_taken_in(
    pair: list[ReadingStates], folder: Path, article: Path, name: str
) -> None:
    pair[0].set(article, starred=True)
    come_in_step(pair[0].store, folder)
    (own,) = folder.iterdir()
    shutil.move(own, folder / name.format(own.stem))
    come_in_step(pair[1].store, folder)
    assert _register(pair[1]) == _register(pair[0])


def test_what_is_still_arriving_is_taken_when_it_is_whole(
    pair: list[ReadingStates], folder: Path, article: Path
) -> None:
    pair[0].set(article, starred=True, tags=["x"], state=ReadState.READING)
    come_in_step(pair[0].store, folder)
    (own,) = folder.iterdir()
    whole = own.read_bytes()
    own.write_bytes(whole[:-20])
    assert come_in_step(pair[1].store, folder).problems
    own.write_bytes(whole)
    come_in_step(pair[1].store, folder)
    assert _register(pair[1]) == _register(pair[0])


def test_a_large_state_is_not_written_whole_after_every_change(
    pair: list[ReadingStates], folder: Path, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sync_folder, "LARGE", 10)
    monkeypatch.setattr(sync_folder, "MOST_RECENT", 12)
    for number in range(12):
        pair[0].set(article.with_name(f"{number}.md"), starred=True)
    come_in_step(pair[0].store, folder)
    (whole,) = folder.iterdir()
    before = whole.read_bytes()
    pair[0].set(article, state=ReadState.FINISHED)
    for number in (0, 1, 0, 1):
        come_in_step(pair[number].store, folder)
    assert whole.read_bytes() == before
    assert (folder / f"{whole.stem}.recent.jsonl").stat().st_size < len(before) / 2
    assert _register(pair[0]) == _register(pair[1])
    look = look_into(folder)
    for number in (0, 1):
        assert come_in_step(pair[number].store, folder).files == 0
    assert look_into(folder) == look
    for number in range(12):
        pair[0].set(article.with_name(f"{number}.md"), tags=["x"], starred=False)
    for number in (0, 1):
        come_in_step(pair[number].store, folder)
    assert whole.read_bytes() != before
    assert not (folder / f"{whole.stem}.recent.jsonl").exists()
    assert _register(pair[0]) == _register(pair[1])


def test_a_folder_that_is_not_there_is_said_and_not_made(pair: list[ReadingStates], tmp_path: Path) -> None:
    missing = tmp_path / "unplugged"
    with pytest.raises(SettingsError, match="unplugged"):
        come_in_step(pair[0].store, missing)
    assert not missing.exists()


def test_the_folder_of_the_journal_itself_is_refused(pair: list[ReadingStates], article: Path) -> None:
    pair[0].set(article, starred=True)
    own = pair[0].store.journal_path
    before = own.read_bytes()
    with pytest.raises(SettingsError, match="own journal"):
        come_in_step(pair[0].store, own.parent)
    assert own.read_bytes() == before


def test_leftovers_of_our_own_go_and_others_stay(
    pair: list[ReadingStates], folder: Path, article: Path
) -> None:
    pair[0].set(article, starred=True)
    machine = pair[0].store.machine
    old, fresh, other = (
        folder / f".{machine}.jsonl.abcd",
        folder / f".{machine}.jsonl.efgh",
        folder / ".syncthing.tmp",
    )
    for each in (old, fresh, other):
        each.write_bytes(b"{")
    os.utime(old, (1, 1))
    os.utime(other, (1, 1))
    come_in_step(pair[0].store, folder)
    assert not old.exists()
    assert fresh.exists()
    assert other.exists()
