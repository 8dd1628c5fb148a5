# SPDX-License-Identifier: MIT
"""What the feed says of folders that cannot be watched, and what it reads for a list that comes again."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from types import SimpleNamespace

from pytestqt.qtbot import QtBot

from reader.core.library import Library, ListedArticle
from reader.ui.lazy_articles import LazyArticles
from reader.ui.library_feed import LibraryFeed
from reader.ui.places import ALL, UNREAD
from reader.ui.scan_process import ScanProcess
from reader.ui.tasks import Tasks


def no_library() -> Library:
    raise AssertionError("nobody asked for it")


def test_it_says_where_changes_have_to_be_looked_for(qtbot: QtBot, tasks: Tasks) -> None:
    scan = ScanProcess()
    feed = LibraryFeed(tasks, no_library, scan)
    said: list[str] = []
    feed.said.connect(said.append)
    scan.watching.emit(0, "")
    assert said == []
    scan.watching.emit(1, "the system does not tell of changes (OS file watch limit reached)")
    assert len(said) == 1
    assert "looked through" in said[0]


def test_rows_in_view_come_with_the_list_when_it_comes_again(
    qtbot: QtBot, tasks: Tasks, make_article: Callable[..., ListedArticle]
) -> None:
    read: list[int] = []
    starred: list[int] = []

    def articles_with(ids: Sequence[int]) -> tuple[ListedArticle, ...]:
        read.extend(ids)
        return tuple(make_article(each, starred=each in starred) for each in ids)

    def open_library() -> Library:
        states = SimpleNamespace(close=lambda: None)
        return SimpleNamespace(  # type: ignore[return-value]
            grouped_ids=lambda _query: (array("q", range(1000)), ()),
            articles_with=articles_with,
            close=lambda: None,
            states=states,
        )

    feed = LibraryFeed(tasks, open_library, ScanProcess())
    lists: list[LazyArticles] = []
    feed.articles_listed.connect(lambda _place, articles: lists.append(articles))
    feed.show(ALL)
    qtbot.waitUntil(lambda: len(lists) == 1)
    assert lists[0][900].id == 900
    starred.append(901)
    feed.show(ALL)
    qtbot.waitUntil(lambda: len(lists) == 2)
    read.clear()
    assert [lists[1][row].starred for row in (3, 900, 901)] == [False, False, True]
    assert lists[1][900] is lists[0][900]
    assert not read
    assert lists[1].rows_unlike(lists[0]) == [901]
    feed.show(UNREAD)  # another place is shown from its top
    qtbot.waitUntil(lambda: len(lists) == 3)
    assert lists[2].in_use() == [0]
    feed.close()
