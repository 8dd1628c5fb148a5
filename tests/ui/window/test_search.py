# SPDX-License-Identifier: MIT
"""Search in the window: hits while typing, the places of a hit in its page, commands for many articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reader.core.settings import options
from reader.ui.article_arrangement import ListArrangement
from reader.ui.article_columns import Column
from reader.ui.hit_bar import HitBar
from reader.ui.main_window import MainWindow
from reader.ui.places import Place, PlaceKind

MakeWindow = Callable[..., MainWindow]
pytestmark = [pytest.mark.engine, pytest.mark.qt_log_ignore("This plugin does not support", "GPUInfo not")]


@pytest.fixture
def window(make_window: MakeWindow, library: Path, qtbot: QtBot) -> MainWindow:
    """A window over a library that can be searched."""
    (library / "source" / "_posts" / "a" / "flow.md").write_text(
        "---\ntitle: 流动 Flow\ndate: 2020-01-01\n---\n\n平台的流量流动起来。\n\n"
        + "别的。\n\n" * 60
        + "流動。\n",
        "utf-8",
    )
    made = make_window()
    made.open_requested(library)
    with qtbot.waitSignal(made._feed.scan_finished, timeout=60_000):
        qtbot.waitUntil(lambda: made._feed.place.kind is PlaceKind.FOLDER, timeout=20_000)
    qtbot.waitUntil(lambda: len(_titles(made)) == 7 and made.is_settled(), timeout=60_000)
    return made


def _titles(window: MainWindow) -> list[str]:
    model = window.side.articles.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_search_opens_at_its_places(window: MainWindow, qtbot: QtBot) -> None:
    articles = window.side.articles
    for typed in ("流", "流动"):
        articles.search_for(typed)
    qtbot.waitUntil(lambda: _titles(window) == ["流动 Flow"], timeout=20_000)
    articles.view.selectRow(0)
    bars = lambda: [bar for bar in window.findChildren(HitBar) if bar.isVisible()]  # noqa: E731
    qtbot.waitUntil(lambda: bool(bars()) and bars()[0].count_text == "1 of 3", timeout=30_000)
    window.act["previous_hit"].trigger()
    assert bars()[0].count_text == "3 of 3", "simplified finds traditional, in the title too"
    window.act["next_hit"].trigger()
    assert bars()[0].count_text == "1 of 3"
    articles.search_for("")
    qtbot.waitUntil(lambda: len(_titles(window)) == 7, timeout=20_000)


def test_a_search_stays_in_its_category_unless_it_is_widened(window: MainWindow, qtbot: QtBot) -> None:
    window.side.go_to(Place(PlaceKind.CATEGORY, ("编程",)))
    qtbot.waitUntil(lambda: len(_titles(window)) == 3, timeout=20_000)
    window.side.articles.search_for("正文 OR 流动")
    qtbot.waitUntil(lambda: window.side.articles.hits is not None, timeout=20_000)
    assert sorted(_titles(window)) == ["第 0 篇", "第 2 篇", "第 4 篇"]
    window.side.articles._header.search_everywhere()
    qtbot.waitUntil(lambda: len(_titles(window)) == 7, timeout=20_000)


def test_what_was_found_follows_the_files(window: MainWindow, library: Path, qtbot: QtBot) -> None:
    articles = window.side.articles
    articles.search_for("流动 OR 正文")
    qtbot.waitUntil(lambda: len(_titles(window)) == 7, timeout=20_000)
    articles.view.selectRow(3)
    chosen = articles.current_article()
    assert chosen is not None
    new = library / "source" / "_posts" / "a" / "new.md"
    new.write_text("---\ntitle: 流动的流动\ndate: 2026-01-01\n---\n\n流动流动流动。\n", "utf-8")
    qtbot.waitUntil(lambda: "流动的流动" in _titles(window), timeout=60_000)
    assert len(_titles(window)) == 8
    now = articles.current_article()
    assert now is not None and now.path == chosen.path
    new.unlink()
    qtbot.waitUntil(lambda: len(_titles(window)) == 7, timeout=60_000)
    assert [article.title for article in articles.selected_articles()] == [chosen.title]
    articles.search_for("gone for good")
    qtbot.waitUntil(lambda: _titles(window) == [], timeout=20_000)
    new.write_text("# X\n\ngone for good\n", "utf-8")
    qtbot.waitUntil(lambda: _titles(window) == ["X"], timeout=60_000)


def test_what_was_found_is_sorted_by_a_column_page_after_page(
    window: MainWindow, library: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window._feed.scan_finished, timeout=60_000):
        for number in range(130):
            (library / "source" / "_posts" / "b" / f"m{number}.md").write_text(
                f"---\ntitle: M{number:03}\ndate: 2020-02-01\n---\n\n{'流量。' * (130 - number)}\n", "utf-8"
            )
        window._feed.refresh()
    articles = window.side.articles
    articles.set_arrangement(ListArrangement(density="columns"))
    articles.search_for("流量")
    qtbot.waitUntil(lambda: articles.hits is not None and articles.hits.total == 131, timeout=60_000)
    articles.view.sort_asked.emit(Column.TITLE)
    first = [f"M{number:03}" for number in range(50)]
    qtbot.waitUntil(lambda: _titles(window) == first, timeout=20_000)
    bar = articles.view.verticalScrollBar()
    for loaded in (100, 131):
        bar.setValue(bar.maximum())
        qtbot.waitUntil(lambda loaded=loaded: len(_titles(window)) == loaded, timeout=20_000)
        articles.view.doItemsLayout()
    assert _titles(window) == [*(f"M{number:03}" for number in range(130)), "流动 Flow"]
    articles.view.sort_asked.emit(Column.TITLE)
    qtbot.waitUntil(lambda: _titles(window)[0] == "流动 Flow", timeout=20_000)
    assert articles.hits is not None
    assert articles.hits.rows[str(articles.view.rows.articles[0].key)].marks, "with what was found in it"
    articles.view.sort_asked.emit(Column.TITLE)
    qtbot.waitUntil(lambda: articles.hits is not None and articles.hits.ids is None, timeout=20_000)
    assert window._preferences.get(options.LIST_SORT) == "date"


def test_many_articles_change_together_and_back(window: MainWindow, qtbot: QtBot) -> None:
    articles = window.side.articles
    flag = QItemSelectionModel.SelectionFlag.Select
    articles.view.clearSelection()
    for row in (1, 2, 4):
        articles.view.selectionModel().select(articles.view.model().index(row, 0), flag)
    chosen = [article.path for article in articles.selected_articles()]
    states = lambda: [a.state for a in articles.view.rows.articles if a.path in chosen]  # noqa: E731
    assert window.side.commands.has_many
    window._commands.toggle_read()
    qtbot.waitUntil(lambda: states() == ["finished"] * 3, timeout=20_000)
    window._commands.set_starred(True)
    qtbot.waitUntil(lambda: sum(a.starred for a in articles.view.rows.articles) == 3, timeout=20_000)
    window.side.commands.copy_paths()
    assert QGuiApplication.clipboard().text().splitlines() == [str(path) for path in chosen]
    window.act["undo"].trigger()
    window.act["undo"].trigger()
    qtbot.waitUntil(lambda: set(states()) <= {"new", "unread", "reading"}, timeout=20_000)
    assert not any(a.starred for a in articles.view.rows.articles)


def test_more_like_this(window: MainWindow, qtbot: QtBot) -> None:
    found = window.side.articles.view.rows.articles[:2]
    window.side.show_related(found[0].path, window._header.look_button)
    menu = window.side._related.menu(found)
    heading, *actions = (action for action in menu.actions() if not action.isSeparator())
    assert (heading.text(), heading.isEnabled()) == ("More like this", False)
    assert len(actions) == 2
    with qtbot.waitSignal(window.side.related_chosen) as chosen:
        actions[1].trigger()
    assert chosen.args == [found[1].path]
    menu.close()


def test_a_wrongly_guessed_encoding_can_be_corrected(
    make_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "letter.txt"
    file.write_bytes("標題\n\n繁體中文的文章。".encode("big5"))
    window = make_window()
    window.side.read_as(file, "encoding", "gb18030")
    qtbot.waitUntil(lambda: window._detail.state.page is not None, timeout=30_000)
    assert "繁體" not in window._detail.state.page.article.text
    window.side.read_as(file, "encoding", "big5")
    qtbot.waitUntil(lambda: "繁體中文" in window._detail.state.page.article.text, timeout=30_000)
    assert window._feed.options_for(file).encoding == "big5"
    window.side.read_as(file, "encoding", None)
    assert window._feed.options_for(file).encoding is None
