# SPDX-License-Identifier: MIT
"""The folder that keeps machines in step, in the window: taken in at start and whenever it changes."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app.paths import AppPaths
from reader.core.library import Library
from reader.core.settings import Preferences, ReadingStates, ReadState
from reader.core.settings.options import SYNC_FOLDER
from reader.core.settings.sync_folder import come_in_step
from reader.ui import folder_sync
from reader.ui.look_commands import LookCommands
from reader.ui.main_window import MainWindow
from reader.ui.preferences_dialog import PreferencesDialog

from .conftest import MakeWindow

pytestmark = [pytest.mark.engine, pytest.mark.qt_log_ignore("GPUInfo not initialized")]
PATIENCE = 20_000


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Changes are not waited for as long as a person would not notice."""
    monkeypatch.setattr(folder_sync, "_SETTLE_MS", 100)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Sync"
    made.mkdir()
    return made


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[ReadingStates]:
    """The reading state of another machine."""
    states = ReadingStates(tmp_path / "elsewhere" / "state.db")
    yield states
    states.close()


def _filled(paths: AppPaths, library: Path) -> None:
    states = ReadingStates(paths.state_db)
    catalogue = Library(paths.catalogue, states, paths.search_index)
    catalogue.add_folder(library)
    catalogue.scan()
    catalogue.close()
    states.close()


def _copy(path: Path, tmp_path: Path) -> Path:
    """The same article where another machine keeps it."""
    target = tmp_path / "over there" / path.name
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(path.read_bytes())
    return target


def _state(window: MainWindow, qtbot: QtBot, path: Path) -> object:
    answers: list[object] = []
    window._feed.state_of(path, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE)
    return answers[0]


def test_what_another_machine_did_arrives_at_its_articles(
    make_window: MakeWindow,
    qtbot: QtBot,
    library: Path,
    folder: Path,
    elsewhere: ReadingStates,
    app_paths: AppPaths,
    tmp_path: Path,
) -> None:
    _filled(app_paths, library)
    here = library / "source" / "_posts" / "a" / "1.md"
    elsewhere.set(_copy(here, tmp_path), state=ReadState.FINISHED, starred=True)
    come_in_step(elsewhere.store, folder)
    Preferences(app_paths.preferences).set(SYNC_FOLDER, str(folder))
    window = make_window()

    def arrived() -> bool:
        state = _state(window, qtbot, here)
        return getattr(state, "starred", False) and getattr(state, "state", "") == ReadState.FINISHED

    qtbot.waitUntil(arrived, timeout=PATIENCE)

    elsewhere.set(tmp_path / "over there" / "1.md", tags=["later"])
    come_in_step(elsewhere.store, folder)
    qtbot.waitUntil(lambda: getattr(_state(window, qtbot, here), "tags", ()) == ("later",), timeout=PATIENCE)


def test_what_is_done_here_is_left_for_others(
    make_window: MakeWindow, qtbot: QtBot, library: Path, folder: Path, elsewhere: ReadingStates
) -> None:
    window = make_window()
    changes = window.findChild(LookCommands).changes
    assert not list(folder.iterdir()), "off until it is asked for"
    changes.set(SYNC_FOLDER.name, str(folder))
    path = library / "source" / "_posts" / "b" / "0.md"
    window._feed.set_state(path, starred=True)

    def left() -> bool:
        lines = [line for each in folder.glob("*.jsonl") for line in each.read_text("ascii").splitlines()]
        return any(json.loads(line).get("field") == "starred" for line in lines)

    qtbot.waitUntil(left, timeout=PATIENCE)
    assert not list(folder.glob("*.db*"))


def test_the_preferences_say_when_this_machine_was_in_step_last(
    make_window: MakeWindow, qtbot: QtBot, folder: Path, tmp_path: Path
) -> None:
    window = make_window()
    look = window.findChild(LookCommands)
    look.changes.set(SYNC_FOLDER.name, str(folder))
    window.act["preferences"].trigger()
    row = window.findChild(PreferencesDialog).row(SYNC_FOLDER.name)
    qtbot.waitUntil(lambda: "Last in step: " in row.note, timeout=PATIENCE)
    folder.rename(tmp_path / "elsewhere, now")
    window.desk.states.sync.look()
    qtbot.waitUntil(lambda: "cannot be read or written" in row.note, timeout=PATIENCE)
    assert "Last in step: " in row.note
    look.changes.reset(SYNC_FOLDER.name)
    assert not row.note


def test_a_folder_that_is_gone_is_said_once(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window = make_window()
    assert window.desk is not None
    sync = window.desk.states.sync
    said: list[str] = []
    sync.said.connect(said.append)
    missing = tmp_path / "not plugged in"
    window.findChild(LookCommands).changes.set(SYNC_FOLDER.name, str(missing))
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE)
    with qtbot.waitSignal(sync.finished, timeout=PATIENCE):
        sync.look()
    assert len(said) == 1
    assert "not plugged in" in said[0]
    missing.mkdir()
    sync.look()
    qtbot.waitUntil(lambda: bool(list(missing.glob("*.jsonl"))), timeout=PATIENCE)


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file that is always full")
@pytest.mark.parametrize("place", ["folder", "journal"])
def test_what_cannot_be_written_is_called_by_its_name(
    make_window: MakeWindow,
    qtbot: QtBot,
    folder: Path,
    elsewhere: ReadingStates,
    app_paths: AppPaths,
    tmp_path: Path,
    place: str,
) -> None:
    states = ReadingStates(app_paths.state_db)
    states.set(tmp_path / "a.md", starred=True)
    own, machine = states.store.journal_path, states.store.machine
    states.close()
    elsewhere.set(tmp_path / "over there" / "1.md", starred=True)
    come_in_step(elsewhere.store, folder)
    if place == "journal":  # the disk of the reading state is full
        own.unlink()
        own.symlink_to("/dev/full")
    else:  # a folder has the name of what is to be left
        (folder / f"{machine}.jsonl").mkdir()
    window = make_window()
    assert window.desk is not None
    said: list[str] = []
    window.desk.states.sync.said.connect(said.append)
    window.findChild(LookCommands).changes.set(SYNC_FOLDER.name, str(folder))
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE)
    assert (f"“{folder}” cannot be read or written" in said[0]) == (place == "folder")
    assert (str(own) in said[0]) == (place == "journal")
    if place == "journal":
        own.unlink()
