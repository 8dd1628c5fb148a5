# SPDX-License-Identifier: MIT
"""Lists too long to be held: rows are read when they come into view."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.core.library import ListedArticle
from reader.ui.article_list import ArticleList
from reader.ui.lazy_articles import CHUNK, LazyArticles

MakeArticle = Callable[..., ListedArticle]


def _lazy(make_article: MakeArticle, ids: Sequence[int], read: list[int]) -> LazyArticles:
    def load(wanted: Sequence[int]) -> tuple[ListedArticle, ...]:
        read.extend(wanted)
        return tuple(make_article(number) for number in wanted if number >= 0)

    return LazyArticles(array("q", ids), load)


def test_only_rows_in_view_are_read(article_list: ArticleList, make_article: MakeArticle) -> None:
    read: list[int] = []
    article_list.set_articles(_lazy(make_article, range(100_000), read))
    article_list.view.grab()
    bar = article_list.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    article_list.view.grab()
    assert len(read) <= 4 * CHUNK
    assert article_list.view.model().index(99_999, 0).data() == "Article 99999"


def test_a_refresh_finds_the_place_again(
    article_list: ArticleList, make_article: MakeArticle, qtbot: QtBot
) -> None:
    article_list.set_articles(_lazy(make_article, range(5000), []))
    assert article_list.show_article(make_article(2500))
    article_list.view.verticalScrollBar().setValue(2490 * 84 + 11)
    QTest.keyClick(article_list.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    article_list.view.verticalScrollBar().setValue(2490 * 84 + 11)
    with qtbot.assertNotEmitted(article_list.article_selected):
        article_list.set_articles(_lazy(make_article, [9001, 9000, *range(5000)], []))
    assert [article.id for article in article_list.selected_articles()] == [2500, 2501]
    assert article_list.scroll_position() == 2492 * 84 + 11


def test_a_mark_stays_when_its_row_is_read_again(
    article_list: ArticleList, make_article: MakeArticle
) -> None:
    lazy = _lazy(make_article, range(100_000), [])
    article_list.set_articles(lazy)
    article_list.view.grab()
    article_list.mark(str(make_article(3).key), starred=True)
    for row in range(0, 90_000, CHUNK):
        assert lazy[row].id == row
    assert lazy[3].starred
    assert not lazy[4].starred


def test_an_article_that_is_gone_leaves_its_row(article_list: ArticleList, make_article: MakeArticle) -> None:
    article_list.set_articles(_lazy(make_article, [1, -2, 3], []))
    article_list.view.grab()
    assert article_list.view.model().index(1, 0).data() == "…"
    assert not article_list.show_current(make_article(77).path)


def test_typing_and_next_unread_reach_far_rows(article_list: ArticleList, make_article: MakeArticle) -> None:
    article_list.set_articles(_lazy(make_article, range(3000), []))
    article_list.focus_rows()
    QTest.keyClicks(article_list.view, "article 1234")
    current = article_list.current_article()
    assert current is not None
    assert current.id == 1234
    assert article_list.select_next_unread()
