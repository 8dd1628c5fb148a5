# SPDX-License-Identifier: MIT
"""Lists too long to be held: rows are read when they come into view."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from reader.core.library import ArticleQuery, ListedArticle
from reader.ui.article_arrangement import ListArrangement
from reader.ui.article_list import ArticleList
from reader.ui.article_list_model import ArticleListModel
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


def test_the_row_of_an_id_is_found_wherever_its_bytes_stand(make_article: MakeArticle) -> None:
    ids = [1, 256, 65_536, 2**24, 16, 4096, 2**32 + 1, 257, 0, 3]
    lazy = _lazy(make_article, ids, [])
    assert [lazy.row_of_id(identity) for identity in ids] == list(range(len(ids)))
    assert lazy.row_of_id(2**40) is None
    assert lazy.row_of_id(2) is lazy.row_of_id(2) is None


def test_what_was_looked_at_last_is_in_use(make_article: MakeArticle) -> None:
    read: list[int] = []
    lazy = _lazy(make_article, range(2000), read)
    for row in (10, 900, 1500, 1600, 905):
        assert lazy[row].id == row
    assert lazy.in_use() == [1500 // CHUNK, 1600 // CHUNK, 905 // CHUNK]
    lazy.put(make_article(1500, starred=True))
    shown = lazy.shown()
    assert len(shown) == 3 * CHUNK
    assert shown[1500].starred and not shown[1501].starred
    other = _lazy(make_article, range(2000), read)
    read.clear()
    other.prime({at: [make_article(at * CHUNK + more) for more in range(CHUNK)] for at in lazy.in_use()})
    assert other.in_use() == lazy.in_use()
    assert [other[row].id for row in (1500, 1600, 905)] == [1500, 1600, 905]
    assert not read


@pytest.mark.parametrize("is_long", [True, False])
def test_the_same_rows_are_told_where_they_differ_alone(make_article: MakeArticle, is_long: bool) -> None:
    def listed(*starred: int) -> Sequence[ListedArticle]:
        def load(wanted: Sequence[int]) -> tuple[ListedArticle, ...]:
            return tuple(make_article(number, starred=number in starred) for number in wanted)

        return LazyArticles(array("q", range(2000)), load) if is_long else load(range(100))

    model = ArticleListModel()
    model.set_articles(listed())
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.modelReset.connect(lambda: told.append((-1, -1)))
    assert [model.articles[row].starred for row in (3, 5, 70)] == [False] * 3
    model.mark(str(make_article(3).key), starred=True)
    assert told == [(3, 3)]
    now = listed(3, 70)
    assert [now[row].starred for row in (3, 5, 70)] == [True, False, True]
    assert model.shows_the_same(now)
    model.renew(now)
    assert told == [(3, 3), (70, 70)]
    assert [model.articles[row].starred for row in (3, 5, 70)] == [True, False, True]
    told.clear()
    if is_long:
        model.renew(listed(3, 70))  # none of its rows was read yet
        assert told == [(0, 2 * CHUNK - 1)]
    assert not model.shows_the_same(listed()[:50])


def test_the_same_long_list_comes_back_after_an_error(
    article_list: ArticleList, make_article: MakeArticle
) -> None:
    article_list.set_articles(_lazy(make_article, range(2000), []))
    assert article_list.view.isVisible()
    article_list.show_error("The disk is gone.")
    assert not article_list.view.isVisible()
    article_list.set_articles(_lazy(make_article, range(2000), []))
    assert article_list.view.isVisible()


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


def test_a_long_list_stands_in_groups_without_being_read(
    article_list: ArticleList, make_article: MakeArticle
) -> None:
    read: list[int] = []

    def load(wanted: Sequence[int]) -> tuple[ListedArticle, ...]:
        read.extend(wanted)
        return tuple(make_article(number) for number in wanted)

    def listed(*sizes: tuple[str, int]) -> LazyArticles:
        return LazyArticles(array("q", range(100_000)), load, "month", sizes)

    article_list.set_arrangement(ListArrangement(group="month"))
    article_list.set_articles(listed(("2021-02", 30_000), ("2021-01", 70_000)))
    view = article_list.view
    view.grab()
    assert view.rows.groups == {0: "2021-02", 30_000: "2021-01"}
    assert view.rowHeight(30_000) > view.rowHeight(29_999)
    assert len(read) <= 4 * CHUNK
    view.verticalScrollBar().setValue(view.position_of(50_000))
    view.grab()
    read.clear()
    resets = QSignalSpy(view.rows.modelReset)
    article_list.set_articles(listed(("2021-02", 30_000), ("2021-01", 70_000)))
    assert not resets.count()
    article_list.set_articles(listed(("2021-02", 30_001), ("2021-01", 69_999)))
    assert view.rows.groups == {0: "2021-02", 30_001: "2021-01"}
    assert view.rowHeight(30_000) == view.rowHeight(29_999)
    assert len(read) <= 8 * CHUNK


def test_a_list_that_is_not_in_the_groups_chosen_has_no_headings_yet(
    article_list: ArticleList, make_article: MakeArticle
) -> None:
    sizes = (("2021-02", 300), ("2021-01", 700))
    lazy = LazyArticles(array("q", range(1000)), lambda ids: tuple(map(make_article, ids)), "month", sizes)
    article_list.set_arrangement(ListArrangement(group="month"))
    article_list.set_articles(lazy)
    article_list.set_arrangement(ListArrangement(group="site"))
    assert not article_list.view.rows.groups
    article_list.set_arrangement(ListArrangement(group="month"))
    assert article_list.view.rows.groups == {0: "2021-02", 300: "2021-01"}


def test_typing_and_the_next_unread_one_reach_far_without_reading(
    article_list: ArticleList, make_article: MakeArticle
) -> None:
    read: list[int] = []

    def load(wanted: Sequence[int]) -> tuple[ListedArticle, ...]:
        read.extend(wanted)
        return tuple(make_article(number, state="finished") for number in wanted)

    def ask(query: ArticleQuery) -> Sequence[int]:
        return [70_000, 90_000] if query.unread else [80_000] if query.title_start == "z" else []

    article_list.set_articles(LazyArticles(array("q", range(100_000)), load, ask=ask))
    view = article_list.view
    assert article_list.select_next_unread()
    assert view.currentIndex().row() == 70_000
    view.keyboardSearch("z")
    assert view.currentIndex().row() == 80_000
    view.keyboardSearch("q")
    assert view.currentIndex().row() == 80_000
    assert article_list.select_next_unread()
    assert article_list.select_next_unread()
    assert view.currentIndex().row() == 70_000, "past the end from the top again"
    assert len(read) < 5_000
