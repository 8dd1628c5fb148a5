# SPDX-License-Identifier: MIT
"""The article list as columns: what they say, how they sort, and what stays as it is with rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from reader.core.library import ListedArticle
from reader.core.theme import THEMES
from reader.ui.article_arrangement import HitOrder, ListArrangement
from reader.ui.article_columns import Column, ColumnPlan, cell_text, columns_menu
from reader.ui.article_columns_header import ColumnsHeader
from reader.ui.article_list import ArticleList
from reader.ui.article_list_model import ArticleListModel
from reader.ui.search_hits import ListHits, RowHit

MakeArticle = Callable[..., ListedArticle]
COLUMNS = ListArrangement(density="columns")
TODAY = date(2026, 11, 22)


@pytest.fixture
def listed(article_list: ArticleList, make_article: MakeArticle) -> ArticleList:
    article_list.resize(700, 440)
    article_list.set_articles([make_article(n, title=f"Article {n}", words=100 * n) for n in range(60)])
    article_list.set_arrangement(COLUMNS)
    return article_list


def _header(panel: ArticleList) -> ColumnsHeader:
    header = panel.view.horizontalHeader()
    assert isinstance(header, ColumnsHeader)
    return header


def _names(panel: ArticleList) -> list[str]:
    header, model = _header(panel), panel.view.model()
    sections = (header.logicalIndex(place) for place in range(header.count()))
    return [
        model.headerData(section, Qt.Orientation.Horizontal)
        for section in sections
        if not header.isSectionHidden(section)
    ]


def _click_head(panel: ArticleList, column: Column) -> None:
    header = _header(panel)
    where = QPoint(header.sectionViewportPosition(column) + 30, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_every_fact_has_its_cell(qapp: object, make_article: MakeArticle) -> None:
    article = make_article(
        0, title=" ", path=Path("/a/未命名.md"), site="Zine", categories=(("A", "B"), ("C",)), words=12345,
        state="reading", progress=0.374,
    )  # fmt: skip
    told = [cell_text(article, column, QLocale("en_GB"), TODAY) for column in Column]
    assert told.pop(Column.DATE).startswith("24 Sep")
    assert told == ["未命名", "Zine", "A / B", "12,345", "37 %"]
    bare = make_article(0, title="T", authors=(), date=None, categories=(), words=0)
    assert [cell_text(bare, column, QLocale("en_GB"), TODAY) for column in Column] == [
        "T",
        "",
        "",
        "",
        "",
        "",
    ]
    states = [cell_text(make_article(0, state=s), Column.PROGRESS, QLocale("en"), TODAY) for s in
              ("new", "unread", "finished", "archived")]  # fmt: skip
    assert states == ["", "", "Read", "Archived"]
    hostile = make_article(0, title="two\nlines", site="over\u202eride", categories=(("a\n", "\udcff"),))
    assert not any(set(cell_text(hostile, c, QLocale("en"), TODAY)) & set("\n\u202e\udcff") for c in Column)


def test_columns_come_and_go_and_keep_selection_and_place(listed: ArticleList, qtbot: QtBot) -> None:
    view = listed.view
    assert _names(listed) == ["Title", "Source", "Date", "Category", "Words", "Progress"]
    assert _header(listed).isVisible()
    view.selectRow(30)
    top = view.rowAt(0)
    with qtbot.assertNotEmitted(listed.article_selected):
        listed.set_arrangement(ListArrangement(density="cosy"))
    assert view.model().columnCount() == 1
    assert not view.horizontalHeader().isVisible()
    assert view.columnWidth(0) == view.viewport().width()
    assert [article.id for article in listed.selected_articles()] == [30]
    assert abs(view.rowAt(0) - top) <= 1
    listed.set_arrangement(COLUMNS)
    assert [article.id for article in listed.selected_articles()] == [30]
    view.grab()


def test_the_model_keeps_the_rules_of_qt_with_columns(qtbot: QtBot, make_article: MakeArticle) -> None:
    model = ArticleListModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.set_articles([make_article(n) for n in range(4)])
    model.set_columns(on=True)
    model.mark(str(make_article(1).key), state="finished")
    assert model.index(1, Column.PROGRESS).data() == "Read"
    said = model.index(1, Column.WORDS).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.replace(",", "") == "1200"
    assert len(model.mimeData([model.index(2, column) for column in Column]).urls()) == 1
    model.set_columns(on=False)
    assert model.columnCount() == 1


def test_a_click_on_a_head_sorts_and_another_turns_it_round(listed: ArticleList, qtbot: QtBot) -> None:
    for column, sort in ((Column.TITLE, "title"), (Column.SOURCE, "source"), (Column.WORDS, "length")):
        with qtbot.waitSignal(listed.arrangement_changed) as said:
            _click_head(listed, column)
        assert said.args == [ListArrangement(sort, False, density="columns")]
        with qtbot.waitSignal(listed.arrangement_changed) as said:
            _click_head(listed, column)
        assert said.args == [ListArrangement(sort, True, density="columns")]
    _header(listed).grab()


def test_what_a_search_found_is_sorted_in_its_own_way(
    listed: ArticleList, make_article: MakeArticle, qtbot: QtBot
) -> None:
    article = make_article(3, title="An apple a day")
    hit = RowHit("text", (), ((3, 8),))
    listed.show_hits(ListHits("apple", 1, (article,), {str(article.key): hit}))
    with qtbot.assertNotEmitted(listed.arrangement_changed):
        for column, order in (
            (Column.WORDS, HitOrder("length")),
            (Column.TITLE, HitOrder("title")),
            (Column.TITLE, HitOrder("title", backwards=True)),
            (Column.TITLE, HitOrder()),
            (Column.DATE, HitOrder("date")),
        ):
            with qtbot.waitSignal(listed.hit_order_changed):
                _click_head(listed, column)
            assert listed.hit_order == order == HitOrder.from_text(order.to_text())
            assert _header(listed)._sort == (order.sort, order.backwards), "an arrow says so"
    mark = THEMES["light"].highlight_yellow.lower()
    image = listed.view.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(20, 160) for y in range(30, 62)}
    assert mark in colours, "what was sought is marked in the title"
    listed.leave_hits()
    assert listed.view.model().rowCount() == 60
    assert listed.hit_order == HitOrder(), "the next search begins with the best match"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_orders_what_a_search_found(
    listed: ArticleList, make_article: MakeArticle, qtbot: QtBot
) -> None:
    def actions() -> dict[str, QAction]:
        for menu in listed.findChildren(QMenu):
            menu.hide()
        listed._header._on_sort_pressed()
        menu = next(menu for menu in listed.findChildren(QMenu) if menu.isVisible())
        return {action.text(): action for action in menu.actions()}

    article = make_article(3)
    listed.show_hits(ListHits("apple", 1, (article,), {str(article.key): RowHit("text")}))
    offered = actions()
    assert offered["Best match first"].isChecked()
    assert not offered["Reverse order"].isEnabled()
    assert "By month" not in offered, "groups have another order"
    with qtbot.waitSignal(listed.hit_order_changed):
        offered["Longest first"].trigger()
    assert actions()["Longest first"].isChecked()
    actions()["Reverse order"].trigger()
    assert listed.hit_order == HitOrder("length", backwards=True)
    with qtbot.waitSignal(listed.arrangement_changed) as said:
        actions()["Compact"].trigger()
    assert said.args == [ListArrangement(density="compact")], "the place is sorted as before"
    actions()["Best match first"].trigger()
    assert listed.hit_order == HitOrder()
    listed.leave_hits()
    assert "Best match first" not in actions()


def test_columns_fill_the_width_and_are_moved_resized_and_hidden(listed: ArticleList, qtbot: QtBot) -> None:
    header, view = _header(listed), listed.view
    assert header.length() == view.viewport().width()
    header.resizeSection(Column.DATE, 150)
    assert header.length() == view.viewport().width()
    before = header.sectionSize(Column.SOURCE)
    header.resizeSection(Column.TITLE, header.sectionSize(Column.TITLE) - 20)
    assert header.sectionSize(Column.SOURCE) == before + 20
    header.moveSection(header.visualIndex(Column.DATE), 0)
    menu = columns_menu(header.plan, header.set_plan, listed)
    next(action for action in menu.actions() if action.text() == "Category").trigger()
    assert _names(listed) == ["Date", "Title", "Source", "Words", "Progress"]
    assert header.length() == view.viewport().width()
    view.grab()
    kept = listed.columns
    assert kept.startswith("date:150 title:") and " -category:112 " in kept
    listed.set_arrangement(ListArrangement())
    assert listed.columns == kept
    listed.set_arrangement(COLUMNS)
    assert (listed.columns, _names(listed)[0]) == (kept, "Date")


def test_the_next_session_has_the_same_columns(listed: ArticleList, qtbot: QtBot) -> None:
    listed.restore_columns("words:99 title:300 -date:96 nonsense title:9 progress:x source:1")
    assert _names(listed) == ["Words", "Title", "Source", "Category", "Progress"]
    assert _header(listed).sectionSize(Column.WORDS) == 99
    assert _header(listed).sectionSize(Column.SOURCE) == 48


@given(st.text(max_size=80))
def test_any_text_is_a_plan_with_every_column_once(text: str) -> None:
    plan = ColumnPlan.from_text(text)
    assert sorted(each.column for each in plan.places) == list(Column)
    assert next(each for each in plan.places if each.column is Column.TITLE).shown
    assert ColumnPlan.from_text(plan.to_text()) == plan


def test_many_are_selected_dragged_and_asked_for_as_with_rows(listed: ArticleList, qtbot: QtBot) -> None:
    view = listed.view
    _header(listed).moveSection(4, 1)
    listed.focus_rows()
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    place = view.visualRect(view.model().index(4, Column.WORDS)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place)
    assert [article.id for article in listed.selected_articles()] == [0, 1, 4]
    assert listed.selected_count == 3
    indexes = view.selectionModel().selectedIndexes()
    assert len(view.model().mimeData(indexes).urls()) == 3
    with qtbot.waitSignal(listed.context_menu_asked) as said:
        view.customContextMenuRequested.emit(place)
    assert said.args is not None and said.args[0].id == 4
    QTest.keyClicks(view, "Article 7")
    assert listed.current_article().id == 7
    with qtbot.waitSignal(listed.article_activated):
        QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keySequence(view, "Ctrl+A")
    listed.set_articles(list(listed.view.rows.articles)[:10])
    assert listed.selected_count == 10


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_the_heads_and_of_the_sort_button_hide_columns(listed: ArticleList, qtbot: QtBot) -> None:
    _header(listed).customContextMenuRequested.emit(QPoint(5, 5))
    menu = next(menu for menu in _header(listed).findChildren(QMenu) if menu.isVisible())
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == ["Source", "Date", "Category", "Words", "Progress", "Usual columns"]
    menu.actions()[0].trigger()
    assert "Source" not in _names(listed)
    menu.close()
    listed._header._on_sort_pressed()
    below = next(menu for menu in listed._header.findChildren(QMenu) if menu.isVisible())
    columns = next(
        action.menu() for action in below.actions() if action.text() == "Columns" and action.menu()
    )
    columns.actions()[-1].trigger()
    assert "Source" in _names(listed)
    below.close()


@pytest.mark.parametrize("column", [Column.TITLE, Column.SOURCE, Column.DATE, Column.WORDS])
def test_a_selected_row_shows_all_its_cells(listed: ArticleList, column: Column) -> None:
    view = listed.view
    view.selectRow(3)
    rect = view.visualRect(view.model().index(3, column))
    image = view.viewport().grab(rect).toImage()
    shown = {image.pixelColor(x, image.height() // 2).lightness() for x in range(image.width())}
    assert min(shown) < 140 < max(shown), "ink on its ground"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_every_theme_and_state_is_painted_in_both_directions(
    listed: ArticleList, make_article: MakeArticle, direction: Qt.LayoutDirection
) -> None:
    states = ("new", "unread", "reading", "finished", "archived")
    listed.setLayoutDirection(direction)
    listed.set_arrangement(ListArrangement(density="columns", group="month"))
    listed.set_articles(
        [
            make_article(
                n, state=states[n % 5], starred=n % 2 == 0, progress=0.4, date=f"2021-0{1 + n % 3}-01"
            )
            for n in range(20)
        ]
    )
    for theme in THEMES.values():
        listed.set_theme(theme)
        image = listed.view.grab().toImage()
        assert image.pixelColor(image.width() // 2, image.height() - 3).name().upper() == theme.list


def test_a_date_reads_the_same_from_right_to_left(
    listed: ArticleList, make_article: MakeArticle, qapp: QApplication
) -> None:
    def drawn() -> QImage:
        """The first date, without what is around it."""
        header, view = _header(listed), listed.view
        left = header.sectionViewportPosition(Column.DATE)
        place = QRect(left, 0, header.sectionSize(Column.DATE), view.rowHeight(0))
        image = view.viewport().grab(place).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        ground = image.pixelColor(0, 2).value()
        inked = [
            (x, y)
            for x in range(2, image.width() - 2)
            for y in range(2, image.height() - 4)
            if abs(image.pixelColor(x, y).value() - ground) > 60
        ]
        xs, ys = [x for x, _ in inked], [y for _, y in inked]
        return image.copy(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)

    listed.set_articles([make_article(1, state="finished")])  # its date begins with a number
    before = drawn()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        after = drawn()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert abs(before.width() - after.width()) <= 1
    places = [(x, y) for x in range(min(before.width(), after.width())) for y in range(before.height())]
    other = sum(abs(before.pixelColor(*at).value() - after.pixelColor(*at).value()) > 90 for at in places)
    assert other < len(places) / 10
