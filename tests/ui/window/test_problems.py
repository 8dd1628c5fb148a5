# SPDX-License-Identifier: MIT
"""The place "Problems": what could not be taken in is told, and never taken for an article."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from reader.ui.detail_view import Shown
from reader.ui.main_window import MainWindow
from reader.ui.places import ALL, PROBLEMS

from .conftest import MakeWindow

pytestmark = [pytest.mark.engine, pytest.mark.qt_log_ignore("GPUInfo not initialized")]
PATIENCE = 60_000


@pytest.fixture
def window(make_window: MakeWindow, library: Path, qtbot: QtBot) -> MainWindow:
    """A window that lists the problems of a library: a link in a circle, and a header that does not parse."""
    (library / "circle").symlink_to(library)
    (library / "bad.md").write_text("---\ntitle: bad\ntags: [\n---\n\n正文。\n", "utf-8")
    made = make_window()
    made.open_requested(library)
    rows = made.side.articles.view.model()
    qtbot.waitUntil(lambda: rows.rowCount() == 7 and made.is_settled(), timeout=PATIENCE)
    made.go_to(PROBLEMS)
    qtbot.waitUntil(lambda: rows.rowCount() == 2 and made.is_settled(), timeout=PATIENCE)
    return made


def test_a_link_in_a_circle_is_told_and_not_opened(window: MainWindow, library: Path, qtbot: QtBot) -> None:
    view, detail = window.side.articles.view, window._detail
    circle = view.rows.articles[0]
    assert (circle.title, circle.site, circle.available) == ("circle", library.name, True)
    for choose in (lambda: view.go_to(0), lambda: view.article_opened.emit(circle)):
        choose()
        assert detail.state.shown is Shown.FAILED
        told = [label.text() for label in detail.findChildren(QLabel) if label.isVisible()]
        assert told == ["The link leads in a circle and is not followed.", str(circle.path)]
    view.tab_asked.emit(circle)
    qtbot.waitUntil(window.is_settled, timeout=PATIENCE)
    assert [folder.path for folder in window._feed.folders] == [library]
    window.go_to(ALL)
    qtbot.waitUntil(lambda: view.rows.rowCount() == 7 and window.is_settled(), timeout=PATIENCE)
    assert view.current_article() is None, "nothing is read"
    window.go_to(PROBLEMS)
    qtbot.waitUntil(lambda: view.rows.rowCount() == 2 and window.is_settled(), timeout=PATIENCE)
    assert view.rows.rowCount() == 2
    assert window.desk is not None and len(window.desk.tabs.open_tabs.tabs) == 1


def test_what_is_no_article_is_not_marked_with_the_others(window: MainWindow) -> None:
    view = window.side.articles.view
    view.selectAll()
    assert [article.title for article in window.side.articles.selected_articles()] == ["bad"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_its_menu_only_leads_to_it(window: MainWindow) -> None:
    view = window.side.articles.view
    view.customContextMenuRequested.emit(view.visualRect(view.model().index(0, 0)).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Copy file path", "Show in file manager"]
    menu.close()
    view.selectionModel().clearSelection()
    view.selectionModel().select(view.model().index(1, 0), QItemSelectionModel.SelectionFlag.Select)
