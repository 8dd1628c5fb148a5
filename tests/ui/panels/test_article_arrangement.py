# SPDX-License-Identifier: MIT
"""Groups of the article list, its menu, and selections of many rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.core.library import ListedArticle
from reader.ui.article_arrangement import ListArrangement, arrangement_menu
from reader.ui.article_groups import Grouping, grouped, heading
from reader.ui.article_list import ArticleList

MakeArticle = Callable[..., ListedArticle]
CHINESE = QLocale("zh_CN")


def _titles(panel: ArticleList) -> list[str]:
    model = panel.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_days_come_newest_first_and_keep_the_order_within(make_article: MakeArticle) -> None:
    days = ("2021-09-24T10:00:00+08:00", "2023-01-02", None, "2021-09-24")
    articles = [make_article(n, date=day) for n, day in enumerate(days)]
    arranged, firsts = grouped(articles, Grouping.DAY)
    assert [article.id for article in arranged] == [1, 0, 3, 2]
    assert dict(firsts) == {0: "2023-01-02", 1: "2021-09-24", 3: ""}
    oldest, _ = grouped(articles, Grouping.DAY, backwards=True)
    assert [article.id for article in oldest] == [0, 3, 1, 2]


def test_sites_come_by_name(make_article: MakeArticle) -> None:
    sites = ("Zine", None, "alpha", "Zine")
    articles = [make_article(n, site=site, authors=()) for n, site in enumerate(sites)]
    arranged, firsts = grouped(articles, Grouping.SITE)
    assert [article.id for article in arranged] == [2, 0, 3, 1]
    assert dict(firsts) == {0: "alpha", 1: "Zine", 3: ""}


@pytest.mark.parametrize(
    ("key", "grouping", "expected"),
    [
        ("2021-09", Grouping.MONTH, "2021年9月"),
        ("2026-11-22", Grouping.DAY, "Today"),
        ("", Grouping.MONTH, "Without a date"),
        ("about", Grouping.MONTH, "about"),
        ("", Grouping.SITE, "Without a source"),
    ],
)
def test_headings(qapp: object, key: str, grouping: Grouping, expected: str) -> None:
    assert heading(key, grouping, CHINESE, date(2026, 11, 22)) == expected


def test_rows_below_a_heading_are_still_found(article_list: ArticleList, make_article: MakeArticle) -> None:
    articles = [make_article(n, date=f"2021-0{1 + n % 3}-01") for n in range(60)]
    article_list.set_arrangement(ListArrangement(group="month"))
    article_list.set_articles(articles)
    assert _titles(article_list)[:2] == ["Article 2", "Article 5"]
    first = article_list.view.rowHeight(0)
    assert first > article_list.view.rowHeight(1) == article_list.view.rowHeight(19)
    assert article_list.view.rowHeight(20) == first
    article_list.view.grab()
    article_list.set_arrangement(ListArrangement())
    assert _titles(article_list)[:2] == ["Article 0", "Article 1"]
    assert article_list.view.rowHeight(0) == article_list.view.rowHeight(1)


def test_the_view_stays_in_place_through_a_refresh_of_groups(
    article_list: ArticleList, make_article: MakeArticle
) -> None:
    articles = [make_article(n, date=f"20{10 + n // 12:02}-{1 + n % 12:02}-01") for n in range(160)]
    article_list.set_arrangement(ListArrangement(group="month"))
    article_list.set_articles(articles)
    article_list.view.verticalScrollBar().setValue(2000)
    before = article_list.view.rowAt(0), article_list.view.rowViewportPosition(article_list.view.rowAt(0))
    article_list.set_articles(articles)
    top = article_list.view.rowAt(0)
    assert (top, article_list.view.rowViewportPosition(top)) == before


def test_the_menu_changes_one_thing_at_a_time(article_list: ArticleList, qtbot: QtBot) -> None:
    said: list[ListArrangement] = []
    menu = arrangement_menu(ListArrangement("title", True), said.append, article_list)
    by_text = {action.text(): action for action in menu.actions()}
    assert by_text["By title"].isChecked()
    assert by_text["Reverse order"].isChecked()
    by_text["Longest first"].trigger()
    by_text["By month"].trigger()
    by_text["Compact"].trigger()
    by_text["Reverse order"].trigger()
    assert said == [
        ListArrangement("length", True),
        ListArrangement("title", True, "month"),
        ListArrangement("title", True, density="compact"),
        ListArrangement("title", False),
    ]


def test_many_are_selected_without_being_opened(
    article_list: ArticleList, make_article: MakeArticle, qtbot: QtBot
) -> None:
    article_list.set_articles([make_article(n) for n in range(9)])
    article_list.focus_rows()
    with qtbot.assertNotEmitted(article_list.article_selected):
        QTest.keyClick(article_list.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        place = article_list.view.visualRect(article_list.view.model().index(3, 0)).center()
        control = Qt.KeyboardModifier.ControlModifier
        QTest.mouseClick(article_list.view.viewport(), Qt.MouseButton.LeftButton, control, place)
    assert [article.id for article in article_list.selected_articles()] == [0, 1, 3]
    with qtbot.waitSignal(article_list.article_selected):
        QTest.mouseClick(article_list.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    assert [article.id for article in article_list.selected_articles()] == [0]


def test_a_selection_of_many_outlives_a_refresh(
    article_list: ArticleList, make_article: MakeArticle, qtbot: QtBot
) -> None:
    articles = [make_article(n) for n in range(9)]
    article_list.set_articles(articles)
    article_list.focus_rows()
    QTest.keySequence(article_list.view, "Ctrl+A")
    article_list.set_articles([make_article(100), *articles[:5]])
    assert [article.id for article in article_list.selected_articles()] == [0, 1, 2, 3, 4]
