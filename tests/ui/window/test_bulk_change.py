# SPDX-License-Identifier: MIT
"""More articles than a window could wait for are changed piece by piece, and taken back as one."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.errors import SettingsError
from reader.core.settings import ReadingStates, ReadState
from reader.ui.main_window import MainWindow
from reader.ui.state_changes import Changes
from reader.ui.tag_dialog import TagDialog

from .conftest import MakeWindow, state_of

pytestmark = [pytest.mark.engine, pytest.mark.qt_log_ignore("GPUInfo not initialized")]
PATIENCE = 20_000


@pytest.fixture
def window(library_window: MainWindow) -> MainWindow:
    return library_window


def _select_all(window: MainWindow) -> None:
    window.side.articles.view.selectAll()


@pytest.fixture
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """More than two articles are changed piece by piece, two at a time."""
    monkeypatch.setattr("reader.ui.list_commands._MANY", 2)
    monkeypatch.setattr("reader.ui.bulk_change.PIECE", 2)


@pytest.mark.usefixtures("few_are_many")
def test_very_many_are_changed_piece_by_piece_and_taken_back_as_one(window: MainWindow, qtbot: QtBot) -> None:
    rows = window.side.articles.view.rows
    paths = [each.path for each in rows.articles]
    starred, told = paths[1], []
    window._feed.history.change([(starred, {"starred": True})])
    qtbot.waitUntil(lambda: state_of(window, qtbot, starred).starred, timeout=PATIENCE)
    window._feed.history.progressed.connect(lambda done, total: told.append((done, total)))
    _select_all(window)
    commands = window.side.commands
    with qtbot.waitSignal(window._feed.history.done, timeout=PATIENCE) as done:
        commands.toggle_star()  # one of them has a star already
    assert done.args is not None and done.args[0].startswith("5 ")
    assert told == [(1, 3), (2, 3), (3, 3)]
    qtbot.waitUntil(lambda: all(each.starred for each in rows.articles), timeout=PATIENCE)
    assert window.side.articles.selected_count == 6
    with qtbot.waitSignal(window._feed.history.done, timeout=PATIENCE):
        commands.toggle_star()
    assert not any(state_of(window, qtbot, path).starred for path in paths)
    for _ in range(2):
        with qtbot.waitSignal(window._feed.history.said, timeout=PATIENCE):
            window.act["undo"].trigger()
    assert [path for path in paths if state_of(window, qtbot, path).starred] == [starred]


@pytest.mark.usefixtures("few_are_many")
@pytest.mark.parametrize("state", [ReadState.FINISHED, ReadState.ARCHIVED])
def test_a_state_is_switched_for_very_many(window: MainWindow, qtbot: QtBot, state: ReadState) -> None:
    paths = [each.path for each in window.side.articles.view.rows.articles]
    commands = window.side.commands
    toggle = commands.toggle_read if state is ReadState.FINISHED else commands.toggle_archived
    _select_all(window)
    with qtbot.waitSignal(window._feed.history.done, timeout=PATIENCE):
        toggle()
    assert {state_of(window, qtbot, path).state for path in paths} == {state}
    with qtbot.waitSignal(window._feed.history.done, timeout=PATIENCE):
        toggle()
    other = ReadState.UNREAD if state is ReadState.FINISHED else ReadState.FINISHED
    assert {state_of(window, qtbot, path).state for path in paths} == {other}


@pytest.mark.usefixtures("few_are_many")
def test_tags_of_very_many(window: MainWindow, qtbot: QtBot) -> None:
    paths = [each.path for each in window.side.articles.view.rows.articles]
    window._feed.history.change([(path, {"tags": ("both", f"own{path.stem}")}) for path in paths])
    qtbot.waitUntil(lambda: bool(state_of(window, qtbot, paths[-1]).tags), timeout=PATIENCE)
    _select_all(window)
    window.act["tags"].trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(TagDialog)), timeout=PATIENCE)
    dialog = window.findChildren(TagDialog)[-1]
    assert dialog.line.text().strip(" ,") == "both"
    dialog.line.setText("new")
    with qtbot.waitSignal(window._feed.history.done, timeout=PATIENCE):
        dialog.save_button.click()
    assert all(set(state_of(window, qtbot, p).tags) == {"new", f"own{p.stem}"} for p in paths)
    with qtbot.waitSignal(window._feed.history.said, timeout=PATIENCE):
        window.act["undo"].trigger()
    assert all(set(state_of(window, qtbot, p).tags) == {"both", f"own{p.stem}"} for p in paths)


@pytest.mark.usefixtures("few_are_many")
def test_very_many_may_be_stopped_or_decided_otherwise_on_the_way(window: MainWindow, qtbot: QtBot) -> None:
    history, paths = window._feed.history, [each.path for each in window.side.articles.view.rows.articles]
    _select_all(window)
    window.side.commands.set_starred(True)
    history.change([(paths[-1], {"starred": False})])  # what is said later holds
    with qtbot.waitSignal(history.done, timeout=PATIENCE):
        pass
    assert not state_of(window, qtbot, paths[-1]).starred
    assert all(state_of(window, qtbot, path).starred for path in paths[:-1])

    window.side.commands.set_starred(False)
    with qtbot.waitSignal(history.said, timeout=PATIENCE):
        window.act["undo"].trigger()  # before it is done
    assert all(state_of(window, qtbot, path).starred for path in paths[:-1])

    window.side.commands.set_state(ReadState.ARCHIVED)
    with qtbot.waitSignal(history.done, timeout=PATIENCE):
        window.status.cancel_asked.emit()
    archived = [path for path in paths if state_of(window, qtbot, path).state is ReadState.ARCHIVED]
    assert len(archived) <= 2
    with qtbot.waitSignal(history.said, timeout=PATIENCE):
        window.act["undo"].trigger()
    assert not any(state_of(window, qtbot, path).state is ReadState.ARCHIVED for path in paths)


@pytest.mark.usefixtures("few_are_many")
def test_very_many_are_all_changed_though_the_window_closes(
    make_window: MakeWindow, window: MainWindow, qtbot: QtBot
) -> None:
    paths = [each.path for each in window.side.articles.view.rows.articles]
    _select_all(window)
    window.side.commands.set_starred(True)
    again = make_window()
    qtbot.waitUntil(again.is_settled, timeout=PATIENCE)
    assert all(state_of(again, qtbot, path).starred for path in paths)


@pytest.mark.usefixtures("few_are_many")
def test_paths_of_very_many_are_copied(window: MainWindow, qtbot: QtBot) -> None:
    paths = [str(each.path) for each in window.side.articles.view.rows.articles]
    _select_all(window)
    with qtbot.waitSignal(window.side.commands.said, timeout=PATIENCE):
        window.side.commands.copy_paths()
    assert QApplication.clipboard().text().split("\n") == paths


@pytest.mark.allow_log("background work failed")
@pytest.mark.usefixtures("few_are_many")
def test_what_fails_on_the_way_is_said_and_what_was_done_is_taken_back(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [each.path for each in window.side.articles.view.rows.articles]
    keep, pieces = ReadingStates.set_many, []

    def full_after_two(states: ReadingStates, changes: Changes) -> None:
        pieces.append(changes)
        if len(pieces) > 1:
            raise SettingsError("The disk is full.")
        keep(states, changes)

    _select_all(window)
    with monkeypatch.context() as patched:
        patched.setattr(ReadingStates, "set_many", full_after_two)
        window.side.commands.toggle_star()
        qtbot.waitUntil(lambda: len(pieces) == 2 and "full" in window.status.text(), timeout=PATIENCE)
        with qtbot.waitSignal(window._feed.failed, timeout=PATIENCE):
            window.act["undo"].trigger()
    assert sum(state_of(window, qtbot, path).starred for path in paths) == 2
    with qtbot.waitSignal(window._feed.history.said, timeout=PATIENCE) as said:
        window.act["undo"].trigger()  # it can still be taken back
    assert said.args == ["Taken back for 2 articles."]
    assert not any(state_of(window, qtbot, path).starred for path in paths)
    window.act["undo"].trigger()
    assert "nothing" in window.status.text()
