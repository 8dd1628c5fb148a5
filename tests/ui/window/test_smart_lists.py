# SPDX-License-Identifier: MIT
"""Smart lists in the window: saved from a search, counted as articles change, edited and deleted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QMenu
from pytestqt.qtbot import QtBot

from reader.core.settings import ReadState
from reader.core.settings.anchoring import select
from reader.ui.main_window import MainWindow
from reader.ui.places import ALL, UNREAD, Place, PlaceKind
from reader.ui.smart_list_dialog import SmartListDialog

MakeWindow = Callable[..., MainWindow]
pytestmark = [pytest.mark.engine, pytest.mark.qt_log_ignore("This plugin does not support", "GPUInfo not")]
LONG = 20_000


@pytest.fixture
def window(make_window: MakeWindow, library: Path, qtbot: QtBot) -> MainWindow:
    """A window over a library that can be searched."""
    made = make_window()
    made.open_requested(library)
    with qtbot.waitSignal(made._feed.scan_finished, timeout=60_000):
        qtbot.waitUntil(lambda: made._feed.place.kind is PlaceKind.FOLDER, timeout=LONG)
    made.side.go_to(ALL)
    qtbot.waitUntil(lambda: len(_titles(made)) == 6 and made.is_settled(), timeout=60_000)
    return made


def _titles(window: MainWindow) -> list[str]:
    model = window.side.articles.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def _lists(window: MainWindow) -> list[tuple[str, str, int]]:
    return [(each.name, each.query, each.count) for each in window.side.shelf.lists]


def _dialog(window: MainWindow, qtbot: QtBot) -> SmartListDialog:
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(SmartListDialog)), timeout=LONG)
    return next(dialog for dialog in window.findChildren(SmartListDialog) if dialog.isVisible())


def _accept(dialog: SmartListDialog) -> None:
    next(
        button
        for button in dialog.buttons.buttons()
        if dialog.buttons.buttonRole(button) == QDialogButtonBox.ButtonRole.AcceptRole
    ).click()


def _save(window: MainWindow, qtbot: QtBot, name: str, query: str) -> Place:
    known = len(window.side.shelf.lists)
    window.act["save_search"].trigger()
    dialog = _dialog(window, qtbot)
    dialog.name.setText(name)
    dialog.query.setText(query)
    _accept(dialog)
    qtbot.waitUntil(lambda: len(window.side.shelf.lists) == known + 1, timeout=LONG)
    return Place(PlaceKind.SMART_LIST, (window.side.shelf.lists[-1].id,))


def _entry(window: MainWindow, place: Place, text: str) -> None:
    menu = QMenu(window)
    window.side.smart_lists.fill_menu(menu, place)
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.deleteLater()


def _check_what_can_be_saved(window: MainWindow, qtbot: QtBot) -> None:
    _entry(window, UNREAD, "Save as smart list…")
    dialog = _dialog(window, qtbot)
    assert dialog.values() == ("Unread", "is:unread")
    dialog.reject()
    menu = QMenu(window)
    window.side.smart_lists.fill_menu(menu, ALL)
    assert menu.isEmpty(), "all articles are a list already"
    menu.deleteLater()
    _entry(window, Place(PlaceKind.SMART_LISTS), "New smart list…")
    dialog = _dialog(window, qtbot)
    assert not dialog._save.isEnabled()
    dialog.name.setText("x")
    assert not dialog._save.isEnabled(), "a query is needed, too"
    dialog.reject()


def test_a_search_is_saved_where_it_was_sought_and_listed_again(window: MainWindow, qtbot: QtBot) -> None:
    side = window.side
    _check_what_can_be_saved(window, qtbot)
    side.go_to(Place(PlaceKind.CATEGORY, ("编程",)))
    qtbot.waitUntil(lambda: len(_titles(window)) == 3, timeout=LONG)
    side.articles.search_for("正文")
    qtbot.waitUntil(lambda: side.articles.hits is not None, timeout=LONG)
    side.articles._header._scope._save.click()
    dialog = _dialog(window, qtbot)
    assert dialog.values() == ("正文", '(正文) category:"编程"')
    qtbot.waitUntil(lambda: "3" in dialog.found.text(), timeout=LONG)
    dialog.name.setText("  编程 的 正文 ")
    _accept(dialog)
    qtbot.waitUntil(lambda: _lists(window) == [("编程 的 正文", '(正文) category:"编程"', 3)], timeout=LONG)
    place = Place(PlaceKind.SMART_LIST, (side.shelf.lists[0].id,))
    assert side.panel.select(place)
    side.go_to(place)
    qtbot.waitUntil(lambda: window._feed.is_listed and len(_titles(window)) == 3, timeout=LONG)
    assert side.articles._header._name.text() == "编程 的 正文"
    assert side.articles.hits is None, "it is a list, not a search"
    side.articles.search_for("第 OR 正文")
    qtbot.waitUntil(lambda: side.articles.hits is not None, timeout=LONG)
    assert side.articles.hits.total == 3, "a search in it stays in it"


def test_counts_follow_what_is_done_and_what_scans_find(
    window: MainWindow, library: Path, qtbot: QtBot
) -> None:
    _save(window, qtbot, "Unread", "is:unread")
    _save(window, qtbot, "Starred", "is:starred")
    _save(window, qtbot, "Marked", "has:highlight")
    qtbot.waitUntil(lambda: [each[2] for each in _lists(window)] == [6, 0, 0], timeout=LONG)
    articles = window.side.articles.view.rows.articles
    window._feed.set_state(articles[0].path, state=ReadState.FINISHED)
    window._feed.set_states([(each.path, {"starred": True}) for each in articles[:2]])
    qtbot.waitUntil(lambda: [each[2] for each in _lists(window)] == [5, 2, 0], timeout=LONG)
    mark = select("正文。正文。", "正文。正文。", 0, 2)
    window._feed.consult(
        lambda library: library.states.highlights.add(articles[1].path, mark),
        lambda _mark: window._feed.marked.emit(),
    )
    qtbot.waitUntil(lambda: [each[2] for each in _lists(window)] == [5, 2, 1], timeout=LONG)
    model = window.side.panel.view.model()
    spoken = model.index_of(Place(PlaceKind.SMART_LIST, (window.side.shelf.lists[0].id,)))
    assert spoken.data(Qt.ItemDataRole.AccessibleTextRole) == "Unread, 5"
    _save(window, qtbot, "New ones", "雪山")
    qtbot.waitUntil(lambda: [each[2] for each in _lists(window)] == [5, 2, 1, 0], timeout=LONG)
    (library / "source" / "_posts" / "a" / "snow.md").write_text("# 雪山\n\n雪山的正文。\n", "utf-8")
    window.act["rescan"].trigger()
    qtbot.waitUntil(lambda: [each[2] for each in _lists(window)] == [6, 2, 1, 1], timeout=60_000)


def test_a_list_is_edited_deleted_and_brought_back_by_undo(window: MainWindow, qtbot: QtBot) -> None:
    place = _save(window, qtbot, "Before", "is:unread")
    window.side.go_to(place)
    qtbot.waitUntil(lambda: len(_titles(window)) == 6 and window._feed.is_listed, timeout=LONG)
    window.side.panel.view.setFocus()
    QTest.keyClick(window.side.panel.view, Qt.Key.Key_F2)
    dialog = _dialog(window, qtbot)
    assert dialog.values() == ("Before", "is:unread")
    dialog.name.setText("After")
    dialog.query.setText("category:编程")
    _accept(dialog)
    qtbot.waitUntil(lambda: _lists(window) == [("After", "category:编程", 3)], timeout=LONG)
    qtbot.waitUntil(lambda: len(_titles(window)) == 3, timeout=LONG)
    assert window.side.articles._header._name.text() == "After"
    assert window.side.panel.selected_place() == place
    _entry(window, place, "Delete smart list")
    qtbot.waitUntil(lambda: not window.side.shelf.lists, timeout=LONG)
    qtbot.waitUntil(lambda: window._feed.place == ALL and window._feed.is_listed, timeout=LONG)
    assert window.side.panel.selected_place() == ALL
    window.act["undo"].trigger()
    qtbot.waitUntil(lambda: _lists(window) == [("After", "category:编程", 3)], timeout=LONG)


def test_lists_and_folders_are_put_in_order(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    places = [_save(window, qtbot, name, "is:unread") for name in ("one", "two", "three")]
    window.side.panel.place_moved.emit(places[2], 0)
    qtbot.waitUntil(lambda: [each[0] for each in _lists(window)] == ["three", "one", "two"], timeout=LONG)
    _entry(window, places[2], "Move down")
    qtbot.waitUntil(lambda: [each[0] for each in _lists(window)] == ["one", "three", "two"], timeout=LONG)
    folders = [folder.path for folder in window._feed.folders]
    for name in ("b", "a"):
        (tmp_path / name).mkdir()
        window._feed.add_folder(tmp_path / name)
    qtbot.waitUntil(lambda: len(window._feed.folders) == 3 and window.is_settled(), timeout=60_000)
    window.side.panel.place_moved.emit(Place(PlaceKind.FOLDER, tmp_path / "a"), 0)
    order = [tmp_path / "a", *folders, tmp_path / "b"]
    qtbot.waitUntil(lambda: [each.path for each in window._feed.folders] == order, timeout=LONG)
    qtbot.waitUntil(
        lambda: [p.value for p in window.side.panel.siblings(Place(PlaceKind.FOLDER, order[0]))] == order,
        timeout=LONG,
    )


def test_list_folds_and_columns_of_last_time_are_there_after_a_restart(
    window: MainWindow, make_window: MakeWindow, qtbot: QtBot
) -> None:
    place = _save(window, qtbot, "Kept", "category:编程")
    window.side.go_to(place)
    qtbot.waitUntil(lambda: len(_titles(window)) == 3 and window._feed.is_listed, timeout=LONG)
    section = window.side.panel.view.visualRect(
        window.side.panel.view.model().index_of(Place(PlaceKind.FOLDERS))
    )
    QTest.mouseClick(
        window.side.panel.view.viewport(), Qt.MouseButton.LeftButton, pos=section.center() + QPoint(0, 6)
    )
    articles = window.side.articles
    width = window.side.list_pane.width()
    articles._on_arrangement_chosen(replace(articles._arrangement, density="columns"))
    assert window.side.list_pane.width() > 500, "columns are given room"
    articles._on_arrangement_chosen(replace(articles._arrangement, density="comfortable"))
    assert window.side.list_pane.width() == width, "which rows give back"
    articles._on_arrangement_chosen(replace(articles._arrangement, density="columns", sort="source"))
    assert window.side.list_pane.width() > 500
    header = articles.view.header
    header.moveSection(header.visualIndex(2), 0)
    kept = articles.columns
    again = make_window()
    assert again.side.articles.columns == kept
    assert again.side.articles.view.header.isVisible()
    qtbot.waitUntil(lambda: _lists(again) == [("Kept", "category:编程", 3)], timeout=LONG)
    assert len(_titles(again)) == 3
    qtbot.waitUntil(lambda: again.side.panel.selected_place() == place, timeout=LONG)
    assert again.side.articles._header._name.text() == "Kept"
    assert "-folders" in again.side.panel.expanded()
