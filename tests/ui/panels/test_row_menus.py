# SPDX-License-Identifier: MIT
"""Menus of rows: which row they are for, and that nothing else changes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.library import Counts, FolderNode
from reader.ui.article_list import ArticleList
from reader.ui.library_panel import LibraryPanel
from reader.ui.places import ALL, Place, PlaceKind

from .conftest import MakeArticle

COUNTS = Counts(all=8412, unread=1203, reading=14, starred=37)


def _current_title(panel: ArticleList) -> str | None:
    article = panel.current_article()
    return article.title if article else None


def test_a_right_click_opens_nothing_and_has_its_row_selected_for_the_menu_only(
    article_list: ArticleList, make_article: MakeArticle, qtbot: QtBot
) -> None:
    article_list.set_articles([make_article(n) for n in range(40)])
    view = article_list.view
    view.go_to(1)
    third = view.visualRect(view.model().index(3, 0)).center()
    with qtbot.assertNotEmitted(article_list.article_selected):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=third)
        assert _current_title(article_list) == "Article 1"
        view.customContextMenuRequested.emit(third)
        assert (_current_title(article_list), view.selected_rows()) == ("Article 3", [3])
        assert view.verticalScrollBar().value() == 0, "a row that is partly in view stays where it is"
        article_list.end_menu(is_opening=False)
        assert (_current_title(article_list), view.selected_rows()) == ("Article 1", [1])
        view.customContextMenuRequested.emit(third)
        article_list.end_menu(is_opening=True)
        assert view.selected_rows() == [3], "it is being opened"


def test_rows_of_which_none_is_current_show_that_keys_come_there(
    article_list: ArticleList, make_article: MakeArticle, qtbot: QtBot
) -> None:
    article_list.activateWindow()
    qtbot.waitUntil(article_list.isActiveWindow)
    article_list.set_articles([make_article(n, state="finished") for n in range(5)])
    view = article_list.view
    article_list.focus_search()
    before = view.grab().toImage()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.grab().toImage() != before
    view.clearFocus()
    assert view.grab().toImage() == before


def test_the_place_a_menu_is_for_wears_a_ring_while_it_is_open(library_panel: LibraryPanel) -> None:
    library_panel.set_content(COUNTS, (), (FolderNode(Path("/home/me/notes"), 1, 1),))
    view = library_panel.view
    before = view.grab().toImage()
    view.customContextMenuRequested.emit(view.visualRect(view.model().index(2, 0)).center())
    assert view.grab().toImage() != before
    assert library_panel.selected_place() == ALL
    library_panel.end_menu()
    assert view.grab().toImage() == before


def test_a_menu_leaves_several_selected(
    article_list: ArticleList, make_article: MakeArticle, qtbot: QtBot
) -> None:
    article_list.set_articles([make_article(n) for n in range(40)])
    view = article_list.view
    view.go_to(0)
    view.select_rows([2, 3])
    inside, outside = (view.visualRect(view.model().index(row, 0)).center() for row in (2, 1))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=inside)
    view.customContextMenuRequested.emit(inside)
    assert view.selected_rows() == [0, 2, 3]
    article_list.end_menu(is_opening=False)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=outside)
    view.customContextMenuRequested.emit(outside)
    assert view.selected_rows() == [1], "the menu is for that one alone"
    article_list.end_menu(is_opening=False)
    assert view.selected_rows() == [0, 2, 3]
    view.customContextMenuRequested.emit(outside)
    view.go_to(7)
    article_list.end_menu(is_opening=False)
    assert view.selected_rows() == [7], "another article was chosen meanwhile"


def test_the_key_for_a_menu_asks_for_the_current_article_where_it_was_scrolled_away(
    article_list: ArticleList, make_article: MakeArticle, qtbot: QtBot
) -> None:
    article_list.set_articles([make_article(n) for n in range(100)])
    article_list.view.go_to(50)
    article_list.view.scrollToTop()
    key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    with qtbot.waitSignal(article_list.context_menu_asked) as asked:
        QApplication.sendEvent(article_list.view, key)
    assert asked.args is not None and asked.args[0].title == "Article 50"
    with qtbot.waitSignal(article_list.context_menu_asked):
        QTest.keyClick(article_list.view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)


def test_the_key_for_a_menu_asks_for_the_current_place_where_it_was_scrolled_away(
    library_panel: LibraryPanel, qtbot: QtBot
) -> None:
    folders = tuple(FolderNode(Path(f"/home/me/{number}"), 1, 1) for number in range(60))
    library_panel.set_content(COUNTS, (), folders)
    chosen = Place(PlaceKind.FOLDER, folders[-1].path)
    library_panel.select(chosen)
    library_panel.view.verticalScrollBar().setValue(0)
    key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    with qtbot.waitSignal(library_panel.context_menu_asked) as asked:
        QApplication.sendEvent(library_panel.view, key)
    assert asked.args is not None and asked.args[0] == chosen
