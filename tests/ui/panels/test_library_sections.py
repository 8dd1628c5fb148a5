# SPDX-License-Identifier: MIT
"""Sections of the library panel that fold, and places that are put in order by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.library import CategoryNode, Counts, Facets, FolderNode, NamedCount
from reader.core.theme import THEMES
from reader.ui.library_panel import LibraryPanel
from reader.ui.library_tree_model import LibraryTreeModel
from reader.ui.library_tree_view import PLACE_TYPE, LibraryTreeView
from reader.ui.places import ALL, STARRED, Place, PlaceKind
from reader.ui.smart_list_shelf import CountedList

COUNTS = Counts(all=84, unread=12, reading=1, starred=3)
CATEGORIES = (CategoryNode(("新媒体",), 51, 8), CategoryNode(("编程",), 9, 0))
ROOTS = [Path("/z/articles"), Path("/a"), Path("/m/notes/deep")]
FOLDERS = (
    *(FolderNode(ROOTS[0], 7, 1), FolderNode(ROOTS[0] / "2021", 7, 1)),
    *(FolderNode(ROOTS[1], 2, 1), FolderNode(ROOTS[2], 1, 0)),
)
LISTS = (CountedList("0" * 32, "Long reads", "words:>5000", 7), CountedList("1" * 32, "待读", "is:unread"))
FACETS = Facets(tags=(NamedCount("python", 30),))
SECTIONS = ["Smart lists", "Categories", "Folders"]


@pytest.fixture
def panel(library_panel: LibraryPanel) -> LibraryPanel:
    library_panel.resize(220, 700)
    _fill(library_panel)
    return library_panel


def _fill(panel: LibraryPanel, lists: tuple[CountedList, ...] = LISTS, counts: Counts = COUNTS) -> None:
    panel.set_content(counts, CATEGORIES, FOLDERS, 0, FACETS, lists)


def _shown(panel: LibraryPanel) -> list[str]:
    view, model = panel.view, panel.view.model()
    rows = range(model.rowCount())
    return [model.index(row, 0).data() for row in rows if not view.isRowHidden(row, QModelIndex())]


def _index(panel: LibraryPanel, name: str) -> QModelIndex:
    model = panel.view.model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    return next(index for index in rows if index.data() == name)


def _click(panel: LibraryPanel, name: str) -> None:
    where = panel.view.visualRect(_index(panel, name)).center() + QPoint(0, 6)
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=where)


def _smart(number: int) -> Place:
    return Place(PlaceKind.SMART_LIST, (LISTS[number].id,))


def test_smart_lists_stand_before_the_categories_with_their_counts(panel: LibraryPanel) -> None:
    assert _shown(panel) == [
        *("All", "Unread", "Reading", "Starred", "Smart lists", "Long reads", "待读"),
        *("Categories", "新媒体", "编程", "Folders", "articles", "a", "deep", "Tags"),
    ]
    said = _index(panel, "Long reads").data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Long reads, 7"


def test_new_counts_and_names_of_smart_lists_leave_the_selection(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.select(_smart(1))
    with qtbot.assertNotEmitted(panel.view.model().modelReset):
        _fill(panel, (LISTS[0], CountedList(LISTS[1].id, "待读", "is:unread", 12)))
    with qtbot.assertNotEmitted(panel.place_selected):
        _fill(panel, (LISTS[0], CountedList(LISTS[1].id, "Later", "is:unread", 12)))
    place = panel.selected_place()
    assert place == _smart(1)
    assert place.name == "Later"


@pytest.mark.parametrize("name", SECTIONS)
def test_a_click_on_a_heading_folds_its_rows_and_shows_them_again(
    panel: LibraryPanel, qtbot: QtBot, name: str
) -> None:
    before = _shown(panel)
    with qtbot.assertNotEmitted(panel.place_selected):
        _click(panel, name)
    folded = _shown(panel)
    assert len(folded) < len(before) and name in folded
    assert set(SECTIONS) <= set(folded)
    said = _index(panel, name).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == f"{name}, closed"
    _click(panel, name)
    assert _shown(panel) == before


def test_what_is_folded_stays_so_when_the_content_changes_and_in_the_next_session(
    panel: LibraryPanel, qtbot: QtBot
) -> None:
    _click(panel, "Categories")
    _click(panel, "Smart lists")
    panel.set_content(COUNTS, (*CATEGORIES, CategoryNode(("More",), 1, 1)), FOLDERS, 3, FACETS, LISTS[:1])
    assert "More" not in _shown(panel) and "Long reads" not in _shown(panel)
    assert panel.expanded() == ["-categories", "-smart-lists"]
    other = LibraryPanel(THEMES["light"])
    qtbot.addWidget(other)
    other.restore_expanded(panel.expanded())
    _fill(other)
    assert _shown(other) == [name for name in _shown(panel) if name != "Problems"]


def test_an_earlier_session_folds_before_anything_is_there(library_panel: LibraryPanel) -> None:
    library_panel.restore_expanded(["-folders", "-nonsense", "-", "tags"])
    _fill(library_panel)
    assert "articles" not in _shown(library_panel)
    assert library_panel.expanded() == ["tags", "-folders"]


def test_the_keyboard_folds_and_unfolds(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.select(Place(PlaceKind.CATEGORY, ("编程",)))
    panel.view.setFocus()
    with qtbot.assertNotEmitted(panel.place_selected):
        QTest.keyClick(panel.view, Qt.Key.Key_Left)
    assert "编程" not in _shown(panel)
    assert panel.view.currentIndex().data() == "Categories"
    with qtbot.waitSignal(panel.place_selected) as said:
        QTest.keyClick(panel.view, Qt.Key.Key_Up)
    assert said.args == [_smart(1)]
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    assert panel.view.currentIndex().data() == "Categories"
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert "编程" in _shown(panel)
    QTest.keyClick(panel.view, Qt.Key.Key_Space)
    assert "编程" not in _shown(panel)


def test_a_refresh_does_not_open_the_section_of_the_selected_place(panel: LibraryPanel) -> None:
    panel.select(Place(PlaceKind.CATEGORY, ("编程",)))
    _click(panel, "Categories")
    panel.set_content(COUNTS, CATEGORIES[1:], FOLDERS, 1, FACETS, LISTS)
    assert "编程" not in _shown(panel)
    assert panel.selected_place() == Place(PlaceKind.CATEGORY, ("编程",))
    panel.select(ALL)
    panel.select(Place(PlaceKind.CATEGORY, ("编程",)))
    assert "编程" in _shown(panel), "who goes there sees it"


def test_the_field_finds_places_in_folded_sections(panel: LibraryPanel) -> None:
    _click(panel, "Smart lists")
    panel._tree.narrow("long")
    assert _shown(panel) == ["Smart lists", "Long reads"]
    _click(panel, "Smart lists")
    assert _shown(panel) == ["Smart lists", "Long reads"]
    panel._tree.narrow("")
    assert "Long reads" not in _shown(panel)
    assert "编程" in _shown(panel)


def test_roots_stand_in_the_order_they_are_given(panel: LibraryPanel) -> None:
    assert panel.siblings(Place(PlaceKind.FOLDER, ROOTS[1])) == [
        Place(PlaceKind.FOLDER, path) for path in ROOTS
    ]
    assert panel.siblings(Place(PlaceKind.FOLDER, ROOTS[0] / "2021")) == []
    assert panel.siblings(STARRED) == []


def test_keys_move_a_root_among_its_like(panel: LibraryPanel, qtbot: QtBot) -> None:
    place = Place(PlaceKind.FOLDER, ROOTS[1])
    panel.select(place)
    for key, row in ((Qt.Key.Key_Up, 0), (Qt.Key.Key_Down, 2)):
        with qtbot.waitSignal(panel.place_moved) as said:
            QTest.keyClick(panel.view, key, Qt.KeyboardModifier.AltModifier)
        assert said.args == [place, row]
    panel.select(_smart(0))
    with qtbot.assertNotEmitted(panel.place_moved):
        QTest.keyClick(panel.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert panel.selected_place() == _smart(0)


def test_keys_ask_for_a_new_name_and_for_deletion(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.select(_smart(1))
    with qtbot.waitSignal(panel.rename_asked) as said:
        QTest.keyClick(panel.view, Qt.Key.Key_F2)
    assert said.args == [_smart(1)]
    with qtbot.waitSignal(panel.delete_asked) as said:
        QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    assert said.args == [_smart(1)]


def _drag(panel: LibraryPanel, data: QMimeData, y: int, kind: type = QDropEvent) -> bool:
    action, button = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    where = QPointF(30, y)
    event = kind(where, action, data, button, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(panel.view.viewport(), event)
    return bool(event.isAccepted())


def _carrying(place: Place) -> QMimeData:
    data = QMimeData()
    data.setData(PLACE_TYPE, QByteArray(place.key.encode("ascii")))
    return data


@pytest.mark.parametrize(("target", "below", "row"), [("a", False, None), ("deep", True, 2), ("a", True, 1)])
def test_a_root_that_is_dragged_says_where_it_was_let_go(
    panel: LibraryPanel, qtbot: QtBot, target: str, below: bool, row: int | None
) -> None:
    place = Place(PlaceKind.FOLDER, ROOTS[0])
    rect = panel.view.visualRect(_index(panel, target))
    y = rect.bottom() - 2 if below else rect.top() + 2
    moves: list[tuple[Place, int]] = []
    panel.place_moved.connect(lambda *move: moves.append(move))
    assert _drag(panel, _carrying(place), y, QDragEnterEvent)
    assert _drag(panel, _carrying(place), y, QDragMoveEvent)
    panel.view.grab()
    assert _drag(panel, _carrying(place), y)
    assert moves == ([] if row is None else [(place, row)])


def test_what_cannot_be_moved_or_comes_from_elsewhere_is_not_taken_by_the_tree(
    panel: LibraryPanel, qtbot: QtBot, tmp_path: Path
) -> None:
    for key in ("all", "category/x", "folder/%2Fnowhere", "smart-list/gone", "\n"):
        data = QMimeData()
        data.setData(PLACE_TYPE, QByteArray(key.encode()))
        assert not _drag(panel, data, 100, QDragEnterEvent), key
        assert not _drag(panel, data, 100), key
    urls = QMimeData()
    urls.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    with qtbot.waitSignal(panel.folders_dropped) as said:
        assert _drag(panel, urls, 100, QDragEnterEvent) and _drag(panel, urls, 100)
    assert said.args == [[tmp_path]], "folders from elsewhere are for the panel"


def test_only_roots_and_smart_lists_can_be_dragged(panel: LibraryPanel) -> None:
    model = panel.view.model()
    assert isinstance(model, LibraryTreeModel) and isinstance(panel.view, LibraryTreeView)
    movable = [
        index.data() for _, index in model.indexes() if model.flags(index) & Qt.ItemFlag.ItemIsDragEnabled
    ]
    assert movable == ["Long reads", "待读", "articles", "a", "deep"]
