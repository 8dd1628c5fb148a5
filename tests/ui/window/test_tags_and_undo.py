# SPDX-License-Identifier: MIT
"""Tags of the person's own in the window, and everything done by hand taken back, newest first."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reader.core.errors import SettingsError
from reader.core.settings import ReadingStates, ReadState
from reader.core.settings.options import MARK_READ
from reader.ui.context_menus import article_menu
from reader.ui.main_window import MainWindow
from reader.ui.places import Place, PlaceKind
from reader.ui.tag_dialog import TagDialog, TagsAtHand, split_tags

from .conftest import state_of

pytestmark = [
    pytest.mark.engine,
    pytest.mark.qt_log_ignore("GPUInfo not initialized", "This plugin does not support"),
]
PATIENCE = 20_000


@pytest.fixture
def window(library_window: MainWindow) -> MainWindow:
    return library_window


def _select(window: MainWindow, *rows: int) -> list[Path]:
    view = window.side.articles.view
    view.clearSelection()
    for row in rows:
        view.selectionModel().select(view.model().index(row, 0), QItemSelectionModel.SelectionFlag.Select)
    return [each.path for each in window.side.articles.selected_articles()]


def _tag(window: MainWindow, qtbot: QtBot, text: str) -> TagDialog:
    window.act["tags"].trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(TagDialog)), timeout=PATIENCE)
    dialog = window.findChildren(TagDialog)[-1]
    dialog.line.setText(text)
    dialog.save_button.click()
    return dialog


def test_how_tags_are_written() -> None:
    assert split_tags(" 内核, #kernel，两 个  词、内核；; ") == ("内核", "kernel", "两 个 词")


@pytest.mark.parametrize(
    ("typed", "keys", "kept"),
    [
        ("mine", (), ("mine",)),  # nothing is offered any more when it is written
        ("cof", (), ("cof",)),  # something is offered, and was not chosen
        ("cof", (Qt.Key.Key_Down, Qt.Key.Key_Return), ("coffee",)),
    ],
)
def test_enter_keeps_what_is_written(
    qtbot: QtBot, typed: str, keys: tuple[Qt.Key, ...], kept: tuple[str, ...]
) -> None:
    dialog = TagDialog(TagsAtHand(1, frozenset(), (), ("coffee", "minimal", "movies")))
    chosen: list[object] = []
    dialog.chosen.connect(chosen.append)
    dialog.show()

    def press(key: Qt.Key | str) -> None:
        target = QApplication.activePopupWidget() or dialog.line
        QTest.keyClicks(target, key) if isinstance(key, str) else QTest.keyClick(target, key)

    for sign in typed:
        press(sign)
    for key in (*keys, Qt.Key.Key_Return):
        press(key)
    assert chosen == [kept]


def test_tags_are_set_listed_and_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    paths = _select(window, 1, 2)
    assert len(paths) == 2
    _tag(window, qtbot, "内核, 稍后")
    qtbot.waitUntil(lambda: all(state_of(window, qtbot, p).tags for p in paths), timeout=PATIENCE)
    window.side.go_to(Place(PlaceKind.TAG, ("内核",)))
    qtbot.waitUntil(lambda: window.side.articles.view.model().rowCount() == 2, timeout=PATIENCE)
    window.side.go_to(Place(PlaceKind.ALL))
    qtbot.waitUntil(lambda: window.side.articles.view.model().rowCount() == 6, timeout=PATIENCE)
    window.side.articles.search_for("tag:稍后")
    qtbot.waitUntil(lambda: window.side.articles.view.model().rowCount() == 2, timeout=PATIENCE)
    window.act["undo"].trigger()
    qtbot.waitUntil(lambda: not any(state_of(window, qtbot, p).tags for p in paths), timeout=PATIENCE)


@pytest.mark.parametrize("sought", ["", "-tag:nothing"])
def test_many_changed_at_once_show_everywhere(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, sought: str
) -> None:
    monkeypatch.setattr("reader.ui.library_feed._FEW", 2)
    path = window.side.articles.view.rows.articles[5].path
    window.open_requested(path)
    qtbot.waitUntil(lambda: window._commands.path == path and window.is_settled(), timeout=PATIENCE)
    rows = window.side.articles.view.rows
    if sought:
        window.side.articles.search_for(sought)
        qtbot.waitUntil(lambda: rows.hits is not None and len(rows.articles) == 6, timeout=PATIENCE)
    paths = [each.path for each in rows.articles]
    window._feed.history.change([(each, {"starred": True}) for each in paths])
    qtbot.waitUntil(lambda: all(each.starred for each in rows.articles), timeout=PATIENCE)
    qtbot.waitUntil(window.act["toggle_star"].isChecked, timeout=PATIENCE)
    window.act["undo"].trigger()
    qtbot.waitUntil(lambda: not any(each.starred for each in rows.articles), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not window.act["toggle_star"].isChecked(), timeout=PATIENCE)
    assert len(paths) == len(rows.articles) == 6


def test_the_drawer_shows_the_tags(window: MainWindow, qtbot: QtBot, library: Path) -> None:
    path = library / "source" / "_posts" / "a" / "1.md"
    path.write_text(path.read_text("utf-8").replace("author:", "tags: [文件里的]\nauthor:"), "utf-8")
    window.side.articles.view.clearSelection()
    window.open_requested(path)
    qtbot.waitUntil(lambda: window._detail.state.path == path and window.is_settled(), timeout=PATIENCE)
    window.act["drawer"].trigger()
    assert window.desk is not None
    drawer = window.desk.highlights.drawer
    qtbot.waitUntil(lambda: drawer.tags_button.text() == "文件里的", timeout=PATIENCE)
    _tag(window, qtbot, "我的")
    qtbot.waitUntil(lambda: state_of(window, qtbot, path).tags == ("我的",), timeout=PATIENCE)
    qtbot.waitUntil(lambda: drawer.tags_button.text() == "#我的 文件里的", timeout=PATIENCE)


def test_every_change_by_hand_is_taken_back_newest_first(
    window: MainWindow, qtbot: QtBot, library: Path
) -> None:
    path = library / "source" / "_posts" / "b" / "2.md"
    window.side.articles.view.clearSelection()
    window.open_requested(path)
    qtbot.waitUntil(lambda: window._commands.path == path, timeout=PATIENCE)
    qtbot.waitUntil(lambda: state_of(window, qtbot, path).state is ReadState.READING, timeout=PATIENCE)
    window.act["toggle_read"].trigger()
    window.act["toggle_star"].trigger()
    qtbot.waitUntil(lambda: state_of(window, qtbot, path).starred, timeout=PATIENCE)
    assert state_of(window, qtbot, path).state is ReadState.FINISHED
    finished_at = state_of(window, qtbot, path).finished_at
    listed = lambda: [each for each in window.side.articles.view.rows.articles if each.path == path]  # noqa: E731
    qtbot.waitUntil(lambda: listed()[0].state == ReadState.FINISHED, timeout=PATIENCE)
    menu = article_menu(listed()[0], window._feed, window)
    next(each for each in menu.actions() if each.text() == "Mark as unread").trigger()
    window.act["undo"].trigger()  # at once: what was there before is not even known yet
    qtbot.waitUntil(lambda: state_of(window, qtbot, path).state is ReadState.FINISHED, timeout=PATIENCE)
    assert state_of(window, qtbot, path).finished_at == finished_at
    (button,) = window.status.findChildren(QPushButton)
    assert button.isHidden(), "what was taken back is not offered again"
    window.act["undo"].trigger()
    qtbot.waitUntil(lambda: not state_of(window, qtbot, path).starred, timeout=PATIENCE)
    window.act["undo"].trigger()
    qtbot.waitUntil(lambda: state_of(window, qtbot, path).state is ReadState.READING, timeout=PATIENCE)
    assert state_of(window, qtbot, path).finished_at is None
    window.act["undo"].trigger()
    assert "nothing" in window.status.text()


def test_the_status_line_offers_to_undo(window: MainWindow, qtbot: QtBot) -> None:
    (path, _other) = _select(window, 0, 3)
    window.act["archive"].trigger()
    qtbot.waitUntil(lambda: state_of(window, qtbot, path).state is ReadState.ARCHIVED, timeout=PATIENCE)
    (button,) = window.status.findChildren(QPushButton)
    qtbot.waitUntil(lambda: not button.isHidden(), timeout=PATIENCE)
    assert button.text() == "Undo"
    button.click()
    qtbot.waitUntil(lambda: state_of(window, qtbot, path).state is not ReadState.ARCHIVED, timeout=PATIENCE)


def test_what_a_rule_marked_as_read_is_taken_back_too(
    window: MainWindow, qtbot: QtBot, library: Path
) -> None:
    path = library / "source" / "_posts" / "b" / "4.md"
    window._preferences.set(MARK_READ, "on_open")
    window.side.articles.view.clearSelection()
    window.open_requested(path)
    qtbot.waitUntil(lambda: window._commands.path == path, timeout=PATIENCE)
    qtbot.waitUntil(lambda: state_of(window, qtbot, path).state is ReadState.FINISHED, timeout=PATIENCE)
    window.act["undo"].trigger()
    qtbot.waitUntil(lambda: state_of(window, qtbot, path).state is ReadState.NEW, timeout=PATIENCE)


@pytest.mark.allow_log("background work failed")
def test_a_change_that_could_not_be_kept_is_not_shown_as_done(
    window: MainWindow, qtbot: QtBot, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = library / "source" / "_posts" / "b" / "2.md"
    window.side.articles.view.clearSelection()
    window.open_requested(path)
    qtbot.waitUntil(lambda: state_of(window, qtbot, path).state is ReadState.READING, timeout=PATIENCE)
    star = window.act["toggle_star"]

    def full(*_given: object) -> None:
        raise SettingsError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(ReadingStates, "set_many", full)
        star.trigger()
        qtbot.waitUntil(lambda: "full" in window.status.text(), timeout=PATIENCE)
        qtbot.waitUntil(lambda: not star.isChecked(), timeout=PATIENCE)
        window.act["undo"].trigger()
        assert "nothing" in window.status.text(), "what did not come about is not taken back"
    star.trigger()
    qtbot.waitUntil(lambda: state_of(window, qtbot, path).starred, timeout=PATIENCE)
    qtbot.waitUntil(star.isChecked, timeout=PATIENCE)
    with monkeypatch.context() as patched:
        patched.setattr(ReadingStates, "set_many", full)
        window.act["undo"].trigger()
        qtbot.waitUntil(lambda: "full" in window.status.text(), timeout=PATIENCE)
    assert state_of(window, qtbot, path).starred
    window.act["undo"].trigger()  # it can still be taken back
    qtbot.waitUntil(lambda: "Taken back" in window.status.text(), timeout=PATIENCE)
    assert not state_of(window, qtbot, path).starred
