# SPDX-License-Identifier: MIT
"""The article list through its signals, its keyboard and what it shows."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reader.core.library import ListedArticle
from reader.core.theme import THEMES
from reader.ui.article_arrangement import ListArrangement
from reader.ui.article_list import ArticleList
from reader.ui.article_list_model import ArticleListModel
from reader.ui.places import ALL, STARRED, UNREAD, Place, PlaceKind
from reader.ui.search_hits import RowHit
from reader.ui.skeleton_rows import SkeletonRows

MakeArticle = Callable[..., ListedArticle]


def _titles(panel: ArticleList) -> list[str]:
    model = panel.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def _labels(panel: QWidget) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def _field(panel: ArticleList) -> QLineEdit:
    return panel.findChildren(QLineEdit)[0]


def _current_title(panel: ArticleList) -> str | None:
    article = panel.current_article()
    return article.title if article else None


def test_a_click_selects(article_list: ArticleList, make_article: MakeArticle, qtbot: QtBot) -> None:
    article_list.set_articles([make_article(n) for n in range(5)])
    second = article_list.view.visualRect(article_list.view.model().index(1, 0)).center()
    with qtbot.waitSignal(article_list.article_selected) as said:
        QTest.mouseClick(article_list.view.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert said.args is not None
    assert said.args[0].title == "Article 1"


def test_the_middle_button_and_ctrl_ask_for_a_tab(
    article_list: ArticleList, make_article: MakeArticle, qtbot: QtBot
) -> None:
    article_list.set_articles([make_article(n) for n in range(5)])
    view, middle, left = article_list.view, Qt.MouseButton.MiddleButton, Qt.MouseButton.LeftButton
    asked: list[str] = []
    article_list.tab_asked.connect(lambda article: asked.append(article.title))
    second, third = (view.visualRect(view.model().index(row, 0)).center() for row in (1, 2))
    with qtbot.assertNotEmitted(article_list.article_selected):
        QTest.mouseClick(view.viewport(), middle, pos=second)
    assert asked == ["Article 1"]
    QTest.mousePress(view.viewport(), middle, pos=second)
    QTest.mouseRelease(view.viewport(), middle, pos=third)
    assert asked == ["Article 1"], "the button was let go somewhere else"
    QTest.mouseClick(view.viewport(), left, pos=third)
    with qtbot.assertNotEmitted(article_list.article_activated):
        QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["Article 1", "Article 2"]


def test_keys_move_the_selection(article_list: ArticleList, make_article: MakeArticle) -> None:
    article_list.set_articles([make_article(n) for n in range(50)])
    article_list.focus_rows()
    seen: list[str | None] = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_PageDown):
        QTest.keyClick(article_list.view, key)
        seen.append(_current_title(article_list))
    assert seen[:4] == ["Article 1", "Article 49", "Article 48", "Article 0"]
    assert seen[4] not in (None, "Article 0")


def test_the_ring_is_for_the_keyboard(
    article_list: ArticleList, make_article: MakeArticle, qtbot: QtBot
) -> None:
    article_list.activateWindow()
    qtbot.waitUntil(article_list.isActiveWindow)
    article_list.set_articles([make_article(n, state="finished") for n in range(5)])
    accent = THEMES["light"].accent.lower()

    def ring_at(row: int) -> bool:
        image = article_list.view.grab().toImage()
        return any(image.pixelColor(150, 84 * row + y).name() == accent for y in range(5))

    QTest.mouseClick(article_list.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 84 + 40))
    assert not ring_at(1)
    QTest.keyClick(article_list.view, Qt.Key.Key_Down)
    assert ring_at(2)
    QTest.mouseClick(article_list.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 40))
    assert not ring_at(0)


def test_enter_opens_and_space_reads_on(
    article_list: ArticleList, make_article: MakeArticle, qtbot: QtBot
) -> None:
    article_list.set_articles([make_article(n) for n in range(3)])
    article_list.focus_rows()
    with qtbot.waitSignal(article_list.article_activated) as opened:
        QTest.keyClick(article_list.view, Qt.Key.Key_Return)
    assert opened.args is not None
    assert opened.args[0].title == "Article 0"
    said: list[bool] = []
    article_list.read_on_asked.connect(said.append)
    QTest.keyClick(article_list.view, Qt.Key.Key_Space)
    QTest.keyClick(article_list.view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert said == [False, True]


def test_typing_goes_to_a_title(article_list: ArticleList, make_article: MakeArticle) -> None:
    names = ["Alpha", "Beta", "Gamma one", "Gamma two", "微信与生活"]
    article_list.set_articles([make_article(n, title=name) for n, name in enumerate(names)])
    article_list.focus_rows()
    QTest.keyClicks(article_list.view, "gamma t")
    assert _current_title(article_list) == "Gamma two"
    QTest.qWait(QGuiApplication.styleHints().keyboardInputInterval() + 50)
    article_list.view.keyboardSearch("微")
    assert _current_title(article_list) == "微信与生活"


def test_letters_being_typed_are_no_shortcuts(
    article_list: ArticleList, make_article: MakeArticle, qtbot: QtBot
) -> None:
    pressed: list[str] = []
    for key in ("N", "J"):
        action = QAction(article_list)
        action.setShortcut(key)
        action.triggered.connect(lambda _checked=False, key=key: pressed.append(key))
        article_list.addAction(action)
    article_list.activateWindow()
    qtbot.waitUntil(article_list.isActiveWindow)
    article_list.set_articles([make_article(n, title=name) for n, name in enumerate(("One", "Two", "Enj"))])
    article_list.focus_rows()
    QTest.keyClicks(article_list.view, "enj")
    assert _current_title(article_list) == "Enj"
    assert pressed == []
    QTest.qWait(QGuiApplication.styleHints().keyboardInputInterval() + 50)
    QTest.keyClicks(article_list.view, "j")
    assert pressed == ["J"]


def test_a_refresh_keeps_selection_and_what_is_in_view(
    article_list: ArticleList, make_article: MakeArticle, qtbot: QtBot
) -> None:
    articles = [make_article(n) for n in range(200)]
    article_list.set_articles(articles)
    article_list.show_current(articles[120].path)
    article_list.view.verticalScrollBar().setValue(100 * 84 + 30)
    with qtbot.assertNotEmitted(article_list.article_selected):
        article_list.set_articles([make_article(1000), make_article(1001), *articles])
    assert _current_title(article_list) == "Article 120"
    assert article_list.scroll_position() == 102 * 84 + 30


def test_several_selected_stay_so_through_a_refresh_whichever_of_them_is_read(
    article_list: ArticleList, make_article: MakeArticle
) -> None:
    articles = [make_article(n) for n in range(40)]
    article_list.set_articles(articles)
    view = article_list.view
    view.go_to(2)
    with view.extending():
        view.selectionModel().setCurrentIndex(
            view.model().index(4, 0), QItemSelectionModel.SelectionFlag.NoUpdate
        )
        view.select_rows([2, 3, 4])
    for number in range(2):
        article_list.set_articles([make_article(90 + number), *articles])
        assert article_list.show_current(articles[2].path)
        assert [article.title for article in article_list.selected_articles()] == [
            *("Article 2", "Article 3", "Article 4")
        ]


def test_an_article_out_of_view_is_shown_in_the_middle(
    article_list: ArticleList, make_article: MakeArticle
) -> None:
    articles = [make_article(n) for n in range(200)]
    article_list.set_articles(articles)
    assert article_list.show_current(articles[100].path)
    middle = article_list.view.rowViewportPosition(100) + 42
    assert abs(middle - article_list.view.viewport().height() / 2) < 50
    scrolled = article_list.scroll_position()
    assert article_list.show_current(articles[101].path)
    assert article_list.scroll_position() == scrolled
    assert not article_list.show_current(Path("/nowhere.md"))


def test_another_place_starts_at_the_top(article_list: ArticleList, make_article: MakeArticle) -> None:
    articles = [make_article(n) for n in range(200)]
    article_list.set_articles(articles)
    article_list.restore_scroll(3000)
    _field(article_list).setText("Article")
    article_list.set_place(Place(PlaceKind.CATEGORY, ("新媒体", "人人都是产品经理")))
    article_list.set_articles(articles)
    assert article_list.scroll_position() == 0
    assert _field(article_list).text() == ""
    assert "人人都是产品经理" in _labels(article_list)


def test_next_previous_and_next_unread(article_list: ArticleList, make_article: MakeArticle) -> None:
    states = ["unread", "finished", "reading", "new", "finished"]
    article_list.set_articles([make_article(n, state=state) for n, state in enumerate(states)])
    assert article_list.select_next()
    assert not article_list.select_previous()
    assert article_list.select_next_unread()
    assert _current_title(article_list) == "Article 3"
    assert article_list.select_next()
    assert not article_list.select_next()
    assert article_list.select_next_unread()
    assert _current_title(article_list) == "Article 0"


def test_no_unread_article_left(article_list: ArticleList, make_article: MakeArticle) -> None:
    article_list.set_articles([make_article(n, state="finished") for n in range(3)])
    assert not article_list.select_next_unread()


def test_a_mark_changes_one_row(article_list: ArticleList, make_article: MakeArticle, qtbot: QtBot) -> None:
    articles = [make_article(n) for n in range(3)]
    article_list.set_articles(articles)
    article_list.show_current(articles[1].path)
    with qtbot.waitSignal(article_list.view.model().dataChanged) as said:
        article_list.mark(articles[1].key, state="finished", starred=True)
    assert said.args is not None
    assert (said.args[0].row(), said.args[1].row()) == (1, 1)
    current = article_list.current_article()
    assert current is not None
    assert (current.state, current.starred) == ("finished", True)
    article_list.mark("no such key", state="finished")


def test_a_mark_reaches_articles_hidden_by_the_search(
    article_list: ArticleList, make_article: MakeArticle
) -> None:
    articles = [make_article(0, title="One"), make_article(1, title="Two")]
    article_list.set_articles(articles)
    _field(article_list).setText("two")
    article_list.mark(articles[0].key, starred=True)
    _field(article_list).clear()
    article_list.show_current(articles[0].path)
    current = article_list.current_article()
    assert current is not None
    assert current.starred


def test_the_search_narrows_by_every_word(
    article_list: ArticleList, make_article: MakeArticle, qtbot: QtBot
) -> None:
    names = ["Rust and the web", "The WEB in Rust", "微信“拆墙”，能为阿里社交电商续命吗？", "Ｗｅｂ pages"]
    article_list.set_articles([make_article(n, title=name) for n, name in enumerate(names)])
    with qtbot.waitSignal(article_list.search_changed):
        _field(article_list).setText("web rust")
    assert _titles(article_list) == names[:2]
    assert "2 of 4" in _labels(article_list)
    _field(article_list).setText("web")
    assert _titles(article_list) == [names[0], names[1], names[3]]
    _field(article_list).setText("拆墙")
    assert _titles(article_list) == [names[2]]


def test_nothing_found_says_what_was_sought(
    article_list: ArticleList, make_article: MakeArticle, qtbot: QtBot
) -> None:
    article_list.set_articles([make_article(0)])
    _field(article_list).setText("nowhere")
    assert any("nowhere" in text for text in _labels(article_list))
    QTest.mouseClick(article_list.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert _titles(article_list) == ["Article 0"]
    assert article_list.view.isVisible()


def test_an_empty_library_asks_for_a_folder(article_list: ArticleList, qtbot: QtBot) -> None:
    article_list.set_place(ALL, library_empty=True)
    article_list.set_articles(())
    with qtbot.waitSignal(article_list.add_folder_requested):
        QTest.mouseClick(article_list.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("place", [UNREAD, STARRED, Place(PlaceKind.CATEGORY, ("x",))])
def test_an_empty_place_says_so_without_a_button(article_list: ArticleList, place: Place) -> None:
    article_list.set_place(place)
    article_list.set_articles(())
    assert len([text for text in _labels(article_list) if text]) == 2
    assert not article_list.findChildren(QPushButton)[0].isVisible()


def test_an_empty_folder_is_not_called_so_while_it_is_read(article_list: ArticleList) -> None:
    article_list.show_scanning(True)
    article_list.set_place(Place(PlaceKind.FOLDER, Path("/articles")))
    article_list.set_articles(())
    assert "Looking for articles…" in _labels(article_list)
    article_list.show_scanning(False)
    assert "No articles in this folder" in _labels(article_list)


def test_an_error_offers_another_try(
    article_list: ArticleList, make_article: MakeArticle, qtbot: QtBot
) -> None:
    article_list.set_articles([make_article(0)])
    article_list.show_error("The catalogue is locked by another program.")
    assert "The catalogue is locked by another program." in _labels(article_list)
    with qtbot.waitSignal(article_list.retry_requested):
        QTest.mouseClick(article_list.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    article_list.set_articles([make_article(0)])
    assert article_list.view.isVisible()


def test_outlines_come_only_when_loading_takes_long(
    article_list: ArticleList, make_article: MakeArticle, qtbot: QtBot
) -> None:
    article_list.set_loading()
    article_list.set_articles([make_article(0)])
    QTest.qWait(260)
    assert not article_list.findChildren(SkeletonRows)
    article_list.set_loading()
    qtbot.waitUntil(lambda: any(rows.isVisible() for rows in article_list.findChildren(SkeletonRows)))
    article_list.set_articles([make_article(0)])
    assert article_list.view.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_sort_menu_says_what_was_chosen(article_list: ArticleList, qtbot: QtBot) -> None:
    article_list.set_arrangement(ListArrangement("title"))
    button = next(b for b in article_list.findChildren(QToolButton) if b.accessibleName() == "Sort articles")
    button.click()
    menu = next(menu for menu in article_list.findChildren(QMenu) if menu.isVisible())
    actions: list[QAction] = menu.actions()
    assert [action.isChecked() for action in actions[:5]] == [False, True, False, False, False]
    with qtbot.waitSignal(article_list.arrangement_changed) as said:
        actions[2].trigger()
    assert said.args == [ListArrangement("added")]
    menu.close()


def test_the_context_menu_belongs_to_the_row_under_the_pointer(
    article_list: ArticleList, make_article: MakeArticle, qtbot: QtBot
) -> None:
    article_list.set_articles([make_article(n) for n in range(3)])
    with qtbot.waitSignal(article_list.context_menu_asked) as said:
        article_list.view.customContextMenuRequested.emit(QPoint(20, 84 + 10))
    assert said.args is not None
    assert said.args[0].title == "Article 1"
    with qtbot.assertNotEmitted(article_list.context_menu_asked):
        article_list.view.customContextMenuRequested.emit(QPoint(20, 84 * 3 + 30))


def test_a_row_dragged_out_is_its_file_to_be_copied(make_article: MakeArticle, qapp: object) -> None:
    model = ArticleListModel()
    path = Path("/articles/100% «quoted» #1.md")
    model.set_articles([make_article(0, path=path)])
    data = model.mimeData([model.index(0, 0)])
    assert [url.toLocalFile() for url in data.urls()] == [str(path)]
    assert model.supportedDragActions() == Qt.DropAction.CopyAction


def test_a_hundred_thousand_articles(
    article_list: ArticleList, make_article: MakeArticle, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = [make_article(n) for n in range(100)]
    articles = tuple(few) * 1000
    asked: set[int] = set()
    whole = ArticleListModel.article

    def counted(model: ArticleListModel, row: int) -> ListedArticle | None:
        asked.add(row)
        return whole(model, row)

    monkeypatch.setattr(ArticleListModel, "article", counted)
    started = time.process_time()
    article_list.set_articles(articles)
    article_list.view.grab()
    assert time.process_time() - started < 1.0
    bar = article_list.view.verticalScrollBar()
    for share in (0.25, 0.5, 1.0):
        bar.setValue(round(bar.maximum() * share))
        article_list.view.grab()
    assert len(asked) < 200


def test_every_control_has_a_name(article_list: ArticleList, make_article: MakeArticle) -> None:
    article_list.set_articles([make_article(0)])
    assert article_list.view.accessibleName() == "Articles"
    assert _field(article_list).accessibleName() == "Search articles"
    for button in article_list.findChildren(QToolButton):
        assert button.accessibleName() or button.text(), button


def test_why_a_row_is_listed_is_told_where_it_has_no_room_for_it(
    article_list: ArticleList, make_article: MakeArticle
) -> None:
    article = make_article(1, available=False)
    article_list.set_articles([article, make_article(2)])
    article_list.set_notes({str(article.key): RowHit("The header has no closing line.")})
    first, second = (article_list.view.model().index(row, 0) for row in range(2))
    assert first.data(Qt.ItemDataRole.ToolTipRole) == (
        "Article 1\nNot available now\nThe header has no closing line."
    )
    spoken = first.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("Ada, Not available now, The header has no closing line.")
    assert second.data(Qt.ItemDataRole.ToolTipRole) == "Article 2"


def test_a_row_is_spoken_with_its_state(article_list: ArticleList, make_article: MakeArticle) -> None:
    article_list.set_articles([make_article(0, state="reading", starred=True, site="人人都是产品经理")])
    spoken = article_list.view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Article 0, in progress, starred, 人人都是产品经理"


@pytest.mark.parametrize(("density", "height"), [("comfortable", 84), ("cosy", 60), ("compact", 32)])
def test_densities(article_list: ArticleList, make_article: MakeArticle, density: str, height: int) -> None:
    articles = [make_article(n) for n in range(300)]
    article_list.set_articles(articles)
    article_list.restore_scroll(84 * 100)
    article_list.set_density(density)
    assert article_list.view.rowHeight(0) == height
    assert article_list.view.rowAt(0) == 100
    article_list.set_density(density, scale=1.5)
    assert article_list.view.rowHeight(0) == height * 1.5


@pytest.mark.parametrize("theme", THEMES)
def test_another_theme_is_painted_at_once(
    article_list: ArticleList, make_article: MakeArticle, theme: str
) -> None:
    article_list.set_articles([make_article(n) for n in range(3)])
    article_list.set_theme(THEMES[theme])
    image = article_list.view.grab().toImage()
    corner = image.pixelColor(image.width() // 2, 84 * 2 + 1).name().upper()
    assert corner == THEMES[theme].list
