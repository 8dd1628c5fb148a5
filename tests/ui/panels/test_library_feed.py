# SPDX-License-Identifier: MIT
"""What the feed says of folders that cannot be watched, and what it reads for a list that comes again."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

from reader.core.library import Library, ListedArticle
from reader.core.settings import ReadingStates
from reader.ui.lazy_articles import LazyArticles
from reader.ui.library_feed import LibraryFeed
from reader.ui.places import ALL, UNREAD, Place, PlaceKind
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


@pytest.mark.parametrize("articles", [3, 600])
def test_what_could_not_be_taken_in_is_among_the_problems(
    articles: int, tmp_path: Path, qtbot: QtBot, tasks: Tasks
) -> None:
    root = tmp_path / "articles"
    root.mkdir()
    (root / "lost.md").symlink_to("nowhere.md")
    for number in range(articles):
        (root / f"{number}.md").write_bytes("这是一篇用旧编码写的文章，里面有很多字。".encode("gbk"))
    with closing(Library(tmp_path / "catalogue.db", ReadingStates(tmp_path / "state.db"))) as library:
        library.add_folder(root)
        library.scan()
        assert len({problem.path for problem in library.problems()}) == articles + 1
    feed = LibraryFeed(
        tasks,
        lambda: Library(tmp_path / "catalogue.db", ReadingStates(tmp_path / "state.db")),
        ScanProcess(),
    )
    with qtbot.waitSignal(feed.articles_listed) as listed:
        feed.show(Place(PlaceKind.PROBLEMS))
    rows = listed.args[1]
    assert len(rows) == articles + 1
    assert (rows[0].path, rows[0].title, rows[0].site) == (root / "lost.md", "lost.md", "articles")
    assert {rows[at].path.name for at in range(1, articles + 1)} == {f"{at}.md" for at in range(articles)}
    feed.close()


def test_rows_of_a_folder_that_goes_away_and_comes_back_say_so_at_once(
    tmp_path: Path, qtbot: QtBot, tasks: Tasks
) -> None:
    def open_library() -> Library:
        return Library(tmp_path / "catalogue.db", ReadingStates(tmp_path / "state.db"))

    root = tmp_path / "articles"
    root.mkdir()
    (root / "a.md").write_text("# A\n\nText.\n")
    with closing(open_library()) as library:
        library.add_folder(root)
        library.scan()
    scan = ScanProcess()
    feed = LibraryFeed(tasks, open_library, scan)
    with qtbot.waitSignal(feed.articles_listed):
        feed.show(ALL)
    away = tmp_path / "away"
    for old, new, there in ((root, away, False), (away, root, True)):
        old.rename(new)
        with closing(open_library()) as library:
            report = library.scan()
        with qtbot.waitSignal(feed.articles_listed) as listed:
            scan.finished.emit(asdict(report))
        assert [article.available for article in listed.args[1]] == [there]
    feed.close()
