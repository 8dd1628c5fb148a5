# SPDX-License-Identifier: MIT
"""The library panel: places, counts, what stays open and selected, and folders dropped on it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from reader.core.library import CategoryNode, Counts, Facets, FolderNode, NamedCount
from reader.core.theme import THEMES
from reader.ui.context_menus import place_menu
from reader.ui.library_outlook import kept_facets, kept_nodes
from reader.ui.library_panel import LibraryPanel
from reader.ui.library_tree_model import LibraryTreeModel
from reader.ui.library_tree_view import LibraryTreeView
from reader.ui.panel_content import PanelContent
from reader.ui.places import ALL, PROBLEMS, STARRED, UNREAD, Place, PlaceKind

from .sample_places import CATEGORIES, COUNTS, FOLDERS, INNER


def _names(panel: LibraryPanel, parent: QModelIndex | None = None, depth: int = 0) -> list[str]:
    model = panel.view.model()
    above = parent or QModelIndex()
    names: list[str] = []
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        names.append("  " * depth + index.data())
        names += _names(panel, index, depth + 1)
    return names


def test_places_in_their_order(library_panel: LibraryPanel) -> None:
    library_panel.set_content(COUNTS, CATEGORIES, FOLDERS, problems=3)
    assert _names(library_panel) == [
        *("All", "Unread", "Reading", "Starred", "Problems"),
        *("Categories", "新媒体", "  人人都是产品经理", "    最新文章", "编程"),
        *("Folders", "articles", "  2021", "notes"),
    ]


def test_the_model_keeps_the_rules_of_qt(qtbot: QtBot) -> None:
    model = LibraryTreeModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.set_content(PanelContent(COUNTS, CATEGORIES, FOLDERS))
    model.set_content(PanelContent(COUNTS, CATEGORIES[:1], ()))
    model.set_content(PanelContent())


def test_counts_alone_are_told_row_by_row(qtbot: QtBot) -> None:
    model = LibraryTreeModel()
    content = PanelContent(COUNTS, CATEGORIES, FOLDERS)
    model.set_content(content)
    told: list[str] = []
    model.dataChanged.connect(lambda first, _last: told.append(first.data()))
    assert model.change(replace(content, counts=replace(COUNTS, starred=COUNTS.starred + 1)))
    assert told == ["Starred"]
    row = model.row(model.index_of(STARRED))
    assert row is not None and row.count == COUNTS.starred + 1
    assert model.change(content)
    assert told == ["Starred", "Starred"]
    assert not model.change(replace(content, problems=3))


def test_neighbours_are_told_of_their_counts_in_one_word(qtbot: QtBot) -> None:
    model = LibraryTreeModel()
    facets = Facets(tags=tuple(NamedCount(name, 5) for name in "abcde"))
    content = PanelContent(COUNTS, CATEGORIES, FOLDERS, facets=facets)
    model.set_content(content)
    told: list[tuple[str, str]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.data(), last.data())))
    less = tuple(replace(node, unread=node.unread - (node.unread > 0)) for node in CATEGORIES)
    tags = tuple(replace(each, articles=6) if each.name in "bce" else each for each in facets.tags)
    other = replace(content, categories=less, facets=Facets(tags=tags))
    assert model.change(other)
    assert sorted(told) == sorted(
        [
            ("新媒体", "新媒体"),
            ("人人都是产品经理", "人人都是产品经理"),
            ("最新文章", "最新文章"),
            ("b", "c"),
            ("e", "e"),
        ]
    )
    for node in less:
        row = model.row(model.index_of(Place(PlaceKind.CATEGORY, tuple(node.path))))
        assert row is not None and (row.count, row.articles) == (node.unread, node.articles)
    for each in tags:
        row = model.row(model.index_of(Place(PlaceKind.TAG, (each.name,))))
        assert row is not None and row.count == each.articles


def test_what_is_open_is_known_without_asking_every_branch(library_panel: LibraryPanel) -> None:
    tree = library_panel.view
    assert isinstance(tree, LibraryTreeView)

    def expected() -> list[Place | None]:
        model = tree.places
        branches = [index for _, index in model.indexes() if model.rowCount(index)]
        return [model.branch(index) for index in branches if tree.isExpanded(index)]

    library_panel.set_content(COUNTS, CATEGORIES, FOLDERS)
    library_panel.restore_expanded([INNER.key, Place(PlaceKind.CATEGORY, ("新媒体",)).key])
    assert len(tree.open_places()) == 2
    assert tree.open_places() == expected()
    tree.collapse(tree.places.index_of(INNER))
    assert tree.open_places() == expected()
    tree.narrow("最新")
    assert tree.open_places() == expected()
    tree.narrow("")
    assert [place.name for place in tree.open_places()] == ["新媒体"]
    assert tree.open_places() == expected()
    library_panel.set_content(COUNTS, CATEGORIES, FOLDERS[:1])
    assert tree.open_places() == expected() != []
    library_panel.set_content(COUNTS, (), FOLDERS)
    assert tree.open_places() == expected() == []


def test_what_stays_the_same_is_the_very_same() -> None:
    now = tuple(FolderNode(Path(str(node.path)), node.articles, node.unread) for node in FOLDERS)
    assert kept_nodes(FOLDERS, now) is FOLDERS
    now = (*now[:2], replace(now[2], unread=1), FolderNode(Path("/home/me/new"), 1, 1))
    kept = kept_nodes(FOLDERS, now)
    assert kept == now
    assert [one is other for one, other in zip(kept, FOLDERS, strict=False)] == [True, True, False]
    assert kept[2].path is FOLDERS[2].path
    before = Facets(tags=(NamedCount("a", 1), NamedCount("b", 1)), sites=(NamedCount("s", 2),))
    after = Facets(tags=(NamedCount("b", 1), NamedCount("a", 2)), sites=(NamedCount("s", 2),))
    facets = kept_facets(before, after)
    assert facets == after
    assert facets.sites is before.sites
    assert facets.tags[0] is before.tags[1]
    assert kept_facets(None, after) is after


def test_tags_come_and_go_without_a_new_tree(qtbot: QtBot) -> None:
    model = LibraryTreeModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)

    def content(**tags: int) -> PanelContent:
        names = tuple(NamedCount(name, articles) for name, articles in tags.items())
        return PanelContent(COUNTS, CATEGORIES, FOLDERS, facets=Facets(tags=names))

    def shown() -> dict[str, int]:
        tags = model.index_of(Place(PlaceKind.TAGS))
        rows = [model.row(model.index(at, 0, tags)) for at in range(model.rowCount(tags))]
        assert all(row and row.place and model.place(model.index_of(row.place)) == row.place for row in rows)
        return {row.name: row.count for row in rows if row}

    model.set_content(content(a=3, b=2))
    size, reset = model.size, []
    model.modelReset.connect(lambda: reset.append(True))
    for tags in ({"a": 3, "c": 3, "b": 2}, {"c": 4}, {"c": 4, "d": 1, "e": 1}):
        assert model.change(content(**tags))
        assert shown() == tags
        assert model.index_of(Place(PlaceKind.TAG, ("a",))).isValid() == ("a" in tags)
        assert len(list(model.indexes())) == size - 2 + len(tags)
    assert not model.change(content())  # the heading goes, too
    assert not model.change(PanelContent(COUNTS, CATEGORIES[:1], FOLDERS, facets=Facets()))
    assert not reset


def test_a_chosen_tag_stays_chosen_while_tags_come_and_go(library_panel: LibraryPanel) -> None:
    def show(*names: str) -> None:
        tags = tuple(NamedCount(name, 9 - at) for at, name in enumerate(names))
        library_panel.set_content(COUNTS, CATEGORIES, FOLDERS, facets=Facets(tags=tags))

    show("a", "b", "c")
    chosen = Place(PlaceKind.TAG, ("c",))
    library_panel.select(chosen)
    told: list[object] = []
    library_panel.place_selected.connect(told.append)
    library_panel.view.model().modelReset.connect(lambda: told.append("a new tree"))
    for names in ("cab", "dabc", "xydabc", "bc", "c"):
        show(*names)
        assert library_panel.selected_place() == chosen
        assert [index.data() for index in library_panel.view.selectedIndexes()] == ["c"]
    show("a", "b")
    assert library_panel.selected_place() is None
    show("a", "b", "c")
    assert library_panel.selected_place() == chosen
    assert told == []


def test_an_empty_library_has_the_fixed_places(library_panel: LibraryPanel) -> None:
    assert _names(library_panel) == ["All", "Unread", "Reading", "Starred"]
    assert library_panel.selected_place() == ALL


def test_keys_pass_over_headings(library_panel: LibraryPanel, qtbot: QtBot) -> None:
    library_panel.set_content(COUNTS, CATEGORIES, FOLDERS)
    library_panel.select(STARRED)
    library_panel.view.setFocus()
    with qtbot.waitSignal(library_panel.place_selected) as said:
        QTest.keyClick(library_panel.view, Qt.Key.Key_Down)
    assert said.args == [Place(PlaceKind.CATEGORY, ("新媒体",))]
    QTest.keyClick(library_panel.view, Qt.Key.Key_Right)
    QTest.keyClick(library_panel.view, Qt.Key.Key_Down)
    assert library_panel.selected_place() == INNER
    QTest.keyClick(library_panel.view, Qt.Key.Key_Home)
    assert library_panel.selected_place() == ALL
    QTest.keyClick(library_panel.view, Qt.Key.Key_End)
    assert library_panel.selected_place() == Place(PlaceKind.FOLDER, Path("/home/me/notes"))
    with qtbot.waitSignal(library_panel.place_activated):
        QTest.keyClick(library_panel.view, Qt.Key.Key_Return)


def test_typing_goes_to_a_place(library_panel: LibraryPanel) -> None:
    library_panel.set_content(COUNTS, CATEGORIES, FOLDERS)
    library_panel.view.setFocus()
    QTest.keyClicks(library_panel.view, "no")
    assert library_panel.selected_place() == Place(PlaceKind.FOLDER, Path("/home/me/notes"))


def test_a_click_on_a_heading_selects_nothing(library_panel: LibraryPanel, qtbot: QtBot) -> None:
    library_panel.set_content(COUNTS, CATEGORIES, FOLDERS)
    heading = library_panel.view.visualRect(library_panel.view.model().index(4, 0)).center()
    with qtbot.assertNotEmitted(library_panel.place_selected):
        QTest.mouseClick(library_panel.view.viewport(), Qt.MouseButton.LeftButton, pos=heading)
    assert library_panel.selected_place() == ALL


def test_asking_for_a_menu_does_not_go_to_the_place(library_panel: LibraryPanel, qtbot: QtBot) -> None:
    library_panel.set_content(COUNTS, CATEGORIES, FOLDERS)
    library_panel.select(ALL)
    tree = library_panel.view
    unread = tree.visualRect(tree.model().index(1, 0)).center()
    with qtbot.assertNotEmitted(library_panel.place_selected):
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.RightButton, pos=unread)
    assert library_panel.selected_place() == ALL
    with qtbot.waitSignal(library_panel.context_menu_asked) as asked:
        tree.customContextMenuRequested.emit(unread)
    assert asked.args[0] == Place(PlaceKind.UNREAD)


def test_new_counts_do_not_reset_the_tree(library_panel: LibraryPanel, qtbot: QtBot) -> None:
    library_panel.set_content(COUNTS, CATEGORIES, FOLDERS)
    fewer = (CategoryNode(("新媒体",), 5120, 811), *CATEGORIES[1:])
    with (
        qtbot.assertNotEmitted(library_panel.view.model().modelReset),
        qtbot.waitSignal(library_panel.view.model().dataChanged),
    ):
        library_panel.set_content(Counts(8412, 1202, 15, 37), fewer, FOLDERS)


def test_other_places_leave_selection_and_branches(library_panel: LibraryPanel, qtbot: QtBot) -> None:
    library_panel.set_content(COUNTS, CATEGORIES, FOLDERS)
    library_panel.select(INNER)
    assert library_panel.expanded() == [Place(PlaceKind.CATEGORY, ("新媒体",)).key]
    more = (CategoryNode(("历史",), 3, 1), *CATEGORIES)
    with qtbot.assertNotEmitted(library_panel.place_selected):
        library_panel.set_content(COUNTS, more, FOLDERS, problems=1)
    assert library_panel.selected_place() == INNER
    assert library_panel.expanded() == [Place(PlaceKind.CATEGORY, ("新媒体",)).key]
    assert library_panel.select(PROBLEMS)


def test_the_scroll_position_stays(library_panel: LibraryPanel) -> None:
    many = tuple(CategoryNode((f"Category {n}",), n, n) for n in range(100))
    library_panel.set_content(COUNTS, many, FOLDERS)
    bar = library_panel.view.verticalScrollBar()
    bar.setValue(700)
    library_panel.set_content(COUNTS, (*many, CategoryNode(("One more",), 1, 1)), FOLDERS)
    assert bar.value() == 700


def test_selecting_a_place_that_is_not_there(library_panel: LibraryPanel) -> None:
    assert not library_panel.select(INNER)
    assert library_panel.selected_place() is None
    library_panel.set_content(COUNTS, CATEGORIES, FOLDERS)
    assert library_panel.selected_place() == INNER, "selected when it comes"


def test_a_choice_is_heard_while_another_place_is_still_to_come(
    library_panel: LibraryPanel, qtbot: QtBot
) -> None:
    assert not library_panel.select(PROBLEMS)
    library_panel.show()
    top = library_panel.view.visualRect(library_panel.view.model().index(0, 0))
    with qtbot.waitSignal(library_panel.place_selected) as chosen:
        qtbot.mouseClick(library_panel.view.viewport(), Qt.MouseButton.LeftButton, pos=top.center())
    assert chosen.args == [ALL]
    library_panel.set_content(COUNTS, CATEGORIES, FOLDERS, 3)
    assert library_panel.selected_place() == ALL, "what was chosen last stays"


def test_counts_are_told_whole(library_panel: LibraryPanel) -> None:
    library_panel.set_content(COUNTS, CATEGORIES, FOLDERS)
    model = library_panel.view.model()
    assert isinstance(model, LibraryTreeModel)
    index = model.index_of(Place(PlaceKind.CATEGORY, ("新媒体",)))
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.replace(",", "") == "新媒体 812 unread of 5120"
    assert index.data(Qt.ItemDataRole.ToolTipRole).startswith("新媒体\n")
    unread = model.index_of(UNREAD).data(Qt.ItemDataRole.AccessibleTextRole)
    assert unread.replace(",", "") == "Unread 1203"


def test_hostile_names_stay_on_one_line(library_panel: LibraryPanel) -> None:
    names = ("two\nlines", "over\u202eride", "\udcff", "x" * 10_000, " ")
    nodes = tuple(CategoryNode((name,), 1, 1) for name in names)
    folders = (FolderNode(Path("/f/\udcfe\n"), 1, 1), FolderNode(Path("/"), 1, 1))
    library_panel.set_content(COUNTS, nodes, folders)
    library_panel.view.expandAll()
    assert not library_panel.view.grab().isNull()
    for name in _names(library_panel):
        assert not set(name) & set("\n\u202e")
        assert len(name) < 250
    assert library_panel.select(Place(PlaceKind.CATEGORY, (names[2],)))


def _drag(panel: LibraryPanel, kind: type, data: QMimeData) -> bool:
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = kind(QPointF(30, 30), action, data, button, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(panel, event)
    return bool(event.isAccepted())


def test_dropped_folders_are_said_and_files_are_left_to_the_window(
    library_panel: LibraryPanel, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "article.md"
    file.write_text("# Title", "utf-8")
    folder, only_file = QMimeData(), QMimeData()
    folder.setUrls([QUrl.fromLocalFile(str(tmp_path)), QUrl.fromLocalFile(str(file))])
    only_file.setUrls([QUrl.fromLocalFile(str(file)), QUrl("https://example.org/")])
    assert _drag(library_panel, QDragEnterEvent, folder)
    with qtbot.waitSignal(library_panel.folders_dropped) as said:
        assert _drag(library_panel, QDropEvent, folder)
    assert said.args == [[tmp_path]]
    assert not _drag(library_panel, QDragEnterEvent, only_file)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_library_folder_can_be_taken_out(library_panel: LibraryPanel, qtbot: QtBot) -> None:
    library_panel.set_content(COUNTS, CATEGORIES, FOLDERS)
    place = Place(PlaceKind.FOLDER, Path("/home/me/notes"))
    library_panel.select(place)
    where = library_panel.view.visualRect(library_panel.view.currentIndex()).center()
    with qtbot.waitSignal(library_panel.context_menu_asked) as said:
        library_panel.view.customContextMenuRequested.emit(where)
    assert said.args is not None and said.args[0] == place
    removed: list[Path] = []
    library = SimpleNamespace(folder_rules=str, folders=list, remove_folder=removed.append)
    feed = SimpleNamespace(
        is_library_folder=lambda path: path == place.value, consult=lambda work, _done: work(library)
    )
    menu = place_menu(place, feed, library_panel)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == ["Show in file manager", "How this folder is read…", "Remove from library"]
    next(action for action in menu.actions() if action.text() == "Remove from library").trigger()
    assert removed == [Path("/home/me/notes")]


def test_other_places_ask_the_window_for_a_menu(library_panel: LibraryPanel, qtbot: QtBot) -> None:
    library_panel.set_content(COUNTS, CATEGORIES, FOLDERS)
    with qtbot.waitSignal(library_panel.context_menu_asked) as said:
        library_panel.view.customContextMenuRequested.emit(QPoint(30, 10))
    assert said.args is not None
    assert said.args[0] == ALL


def test_the_button_asks_for_a_folder(library_panel: LibraryPanel, qtbot: QtBot) -> None:
    button = library_panel.findChildren(QToolButton)[0]
    assert button.accessibleName() == "Add folder…"
    with qtbot.waitSignal(library_panel.add_folder_requested):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_every_theme_is_painted_in_both_directions(
    library_panel: LibraryPanel, direction: Qt.LayoutDirection
) -> None:
    library_panel.set_content(COUNTS, CATEGORIES, FOLDERS)
    library_panel.setLayoutDirection(direction)
    library_panel.view.expandAll()
    for theme in THEMES.values():
        library_panel.set_theme(theme)
        image = library_panel.view.grab().toImage()
        assert image.pixelColor(image.width() // 2, image.height() - 1).name().upper() == theme.panel


FACETS = Facets(
    tags=(NamedCount("python", 30), NamedCount("旅行", 2)),
    authors=(NamedCount("Ada", 12),),
    languages=(NamedCount("zh-Hans", 40),),
)


def test_tags_authors_and_languages_are_sections_that_open(library_panel: LibraryPanel, qtbot: QtBot) -> None:
    library_panel.set_content(COUNTS, CATEGORIES, (), 0, FACETS)
    assert _names(library_panel)[-7:] == [
        *("Tags", "  python", "  旅行", "Authors", "  Ada", "Languages", "  简体中文"),
    ]
    model, view = library_panel.view.model(), library_panel.view
    tags = next(
        model.index(row, 0) for row in range(model.rowCount()) if model.index(row, 0).data() == "Tags"
    )
    with qtbot.assertNotEmitted(library_panel.place_selected):
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(tags).center() + QPoint(0, 8)
        )
    assert view.isExpanded(tags)
    assert "tags" in library_panel.expanded()
    inner = view.visualRect(model.index(1, 0, tags)).center()
    with qtbot.waitSignal(library_panel.place_selected) as said:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=inner)
    assert said.args == [Place(PlaceKind.TAG, ("旅行",))]
    view.grab()


def test_a_section_of_an_earlier_session_opens_when_its_names_come(library_panel: LibraryPanel) -> None:
    library_panel.restore_expanded(["authors"])
    library_panel.set_content(COUNTS, CATEGORIES, FOLDERS)
    library_panel.set_content(COUNTS, CATEGORIES, FOLDERS, 0, FACETS)
    assert library_panel.expanded() == ["authors"]


def test_places_of_this_person_appear_with_their_articles(library_panel: LibraryPanel) -> None:
    library_panel.set_content(Counts(10, 5, 1, 1, opened=4, duplicates=2), (), ())
    assert _names(library_panel) == [
        *("All", "Unread", "Reading", "Starred", "Recently opened", "Duplicates"),
    ]


def test_the_field_narrows_the_places(library_panel: LibraryPanel, qtbot: QtBot) -> None:
    library_panel.set_content(COUNTS, CATEGORIES, FOLDERS, 0, FACETS)
    assert not library_panel.findChildren(QLineEdit)
    library_panel.focus_filter()
    field = library_panel.findChildren(QLineEdit)[0]
    view, model = library_panel.view, library_panel.view.model()

    def shown(parent: QModelIndex | None = None) -> list[str]:
        above = parent or QModelIndex()
        found: list[str] = []
        for row in range(model.rowCount(above)):
            index = model.index(row, 0, above)
            if not view.isRowHidden(row, above):
                found += [index.data(), *(shown(index) if view.isExpanded(index) else [])]
        return found

    field.setText("最新")
    assert shown() == ["Categories", "新媒体", "人人都是产品经理", "最新文章"]
    with qtbot.waitSignal(library_panel.place_selected) as chosen:
        QTest.keyClick(field, Qt.Key.Key_Down)
    assert chosen.args is not None and chosen.args[0].name == "最新文章", "what only holds it is passed over"
    assert library_panel.expanded() == [], "what is open only to show what was found"
    field.setText("PYTH")
    assert shown() == ["Tags", "python"]
    (nothing,) = (label for label in library_panel.findChildren(QLabel) if "No place" in label.text())
    assert not nothing.isVisible()
    field.setText("nowhere")
    assert shown() == [] and nothing.isVisible()
    with qtbot.assertNotEmitted(library_panel.place_selected):
        QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert shown()[:4] == ["All", "Unread", "Reading", "Starred"]
    assert not nothing.isVisible()
    assert {Place.from_key(key).name for key in library_panel.expanded()} == {"新媒体", "人人都是产品经理"}, (
        "what was chosen lies in them"
    )
    assert not field.isVisible()


@pytest.mark.parametrize("kind", [PlaceKind.TAG, PlaceKind.AUTHOR, PlaceKind.SITE, PlaceKind.LANGUAGE])
def test_named_places_come_back_from_their_keys(kind: PlaceKind) -> None:
    place = Place(kind, ("a/b c",))
    assert Place.from_key(place.key) == place
    assert Place.from_key(kind.value) is None
