# SPDX-License-Identifier: MIT
"""What a person does in the window, from the first start on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from reader.app.paths import AppPaths
from reader.core.settings import Preferences, ReadingStates
from reader.core.settings.options import THEME
from reader.ui.article_arrangement import HitOrder, ListArrangement
from reader.ui.detail_view import Shown
from reader.ui.main_window import MainWindow
from reader.ui.panes import Arrangement
from reader.ui.places import ALL, PROBLEMS, Place, PlaceKind

from .conftest import MakeWindow

pytestmark = [pytest.mark.engine, pytest.mark.qt_log_ignore("GPUInfo not initialized")]


def _titles(window: MainWindow) -> list[str]:
    rows = window.side.articles.view.model()
    return [str(rows.index(row, 0).data()) for row in range(rows.rowCount())]


def _shown(window: MainWindow) -> str:
    return window.windowTitle().removesuffix(" — Article Reader")


def _with_library(make_window: MakeWindow, library: Path, qtbot: QtBot) -> MainWindow:
    window = make_window()
    window.open_requested(library)
    qtbot.waitUntil(lambda: len(_titles(window)) == 6 and window.is_settled(), timeout=60_000)
    return window


def test_first_start_welcomes_and_asks_for_a_folder(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    qtbot.waitUntil(lambda: len(_titles(window)) == 4, timeout=20_000)
    qtbot.waitUntil(lambda: _shown(window) == _titles(window)[0], timeout=20_000)
    assert window.side.invitation.isVisible()


def test_a_dropped_folder_becomes_the_library(
    make_window: MakeWindow, library: Path, qtbot: QtBot, app_paths: AppPaths
) -> None:
    window = make_window()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(library))])
    window.dropEvent(
        QDropEvent(
            QPointF(600, 400),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.waitUntil(lambda: len(_titles(window)) == 6, timeout=60_000)
    assert not window.side.invitation.isVisible()
    files = sorted(path.relative_to(library) for path in library.rglob("*"))
    assert len(files) == 11, "nothing is written into the person's folders"


def test_category_narrows_the_list(make_window: MakeWindow, library: Path, qtbot: QtBot) -> None:
    window = _with_library(make_window, library, qtbot)
    window.side.panel.place_selected.emit(Place(PlaceKind.CATEGORY, ("新媒体", "人人")))
    qtbot.waitUntil(lambda: _titles(window) == ["第 5 篇", "第 3 篇", "第 1 篇"], timeout=20_000)
    window.side.panel.place_selected.emit(ALL)
    qtbot.waitUntil(lambda: len(_titles(window)) == 6, timeout=20_000)


def test_next_reads_down_the_list(make_window: MakeWindow, library: Path, qtbot: QtBot) -> None:
    window = _with_library(make_window, library, qtbot)
    window.act["next"].trigger()
    first = _titles(window)[0]
    qtbot.waitUntil(lambda: _shown(window) == first, timeout=20_000)
    window.act["next"].trigger()
    qtbot.waitUntil(lambda: _shown(window) == _titles(window)[1], timeout=20_000)
    window.act["previous"].trigger()
    qtbot.waitUntil(lambda: _shown(window) == first, timeout=20_000)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_an_article_leaves_the_one_that_is_read(
    make_window: MakeWindow, library: Path, qtbot: QtBot
) -> None:
    window = _with_library(make_window, library, qtbot)
    articles, detail = window.side.articles, window._detail
    articles.select_next()
    qtbot.waitUntil(lambda: detail.state.shown is Shown.ARTICLE, timeout=20_000)
    read = detail.wanted
    row = articles.view.currentIndex().row()
    other = articles.view.model().index(row + 2 if row < 3 else row - 2, 0)
    articles.view.customContextMenuRequested.emit(articles.view.visualRect(other).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert articles.view.currentIndex().row() == other.row()
    menu.close()
    qtbot.waitUntil(lambda: articles.view.currentIndex().row() == row)
    assert detail.wanted == read
    articles.view.customContextMenuRequested.emit(articles.view.visualRect(other).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    qtbot.waitUntil(
        lambda: detail.state.path == articles.view.rows.articles[other.row()].path, timeout=20_000
    )
    assert articles.view.currentIndex().row() == other.row()


def test_star_and_read_are_kept(
    make_window: MakeWindow, library: Path, qtbot: QtBot, app_paths: AppPaths
) -> None:
    window = _with_library(make_window, library, qtbot)
    window.act["next"].trigger()
    qtbot.waitUntil(lambda: _shown(window) == "第 5 篇", timeout=20_000)
    path = library / "source" / "_posts" / "a" / "5.md"
    states = ReadingStates(app_paths.state_db)
    qtbot.waitUntil(lambda: states.get(path).state == "reading", timeout=20_000)
    window.act["toggle_star"].trigger()
    window.act["toggle_read"].trigger()
    qtbot.waitUntil(lambda: states.get(path).starred and states.get(path).state == "finished", timeout=20_000)
    window.act["toggle_read"].trigger()
    qtbot.waitUntil(lambda: states.get(path).state == "unread", timeout=20_000)
    states.close()


def test_a_link_to_another_article_opens_it(make_window: MakeWindow, library: Path, qtbot: QtBot) -> None:
    window = _with_library(make_window, library, qtbot)
    window.open_requested(library / "source" / "_posts" / "a" / "1.md")
    qtbot.waitUntil(lambda: _shown(window) == "第 1 篇", timeout=20_000)
    window.follow_link("3.md")
    qtbot.waitUntil(lambda: _shown(window) == "第 3 篇", timeout=20_000)


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "javascript:alert(1)", "smb://x/y", "../../etc/passwd"]
)
def test_other_addresses_are_refused_with_a_sentence(
    make_window: MakeWindow, library: Path, qtbot: QtBot, address: str
) -> None:
    window = make_window(library / "source" / "_posts" / "a" / "1.md")
    window.follow_link(address)
    qtbot.waitUntil(lambda: address in window.status.text(), timeout=10_000)
    assert _shown(window) == "第 1 篇"


def test_a_file_that_is_gone_is_told(make_window: MakeWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window = make_window()
    qtbot.waitUntil(lambda: window.windowTitle() != "Article Reader", timeout=20_000)
    window.open_requested(tmp_path / "gone.md")
    assert window.windowTitle() == "Article Reader"


def test_opening_a_file_adds_nothing_to_the_library(
    make_window: MakeWindow, library: Path, app_paths: AppPaths
) -> None:
    window = make_window(library / "source" / "_posts" / "a" / "1.md")
    assert _shown(window) == "第 1 篇"
    states = ReadingStates(app_paths.state_db)
    assert states.folders.all() == ()
    states.close()


def test_theme_changes_window_page_and_preference(make_window: MakeWindow, app_paths: AppPaths) -> None:
    window = make_window()
    window.act["next_theme"].trigger()
    chosen = Preferences(app_paths.preferences).get(THEME)
    assert chosen == "light"  # the one after "system"
    window.act["next_theme"].trigger()
    assert Preferences(app_paths.preferences).get(THEME) == "sepia"
    assert window.grab().toImage().pixelColor(8, 400).name().upper() == "#EFE6D3"


def test_narrow_windows_take_turns(make_window: MakeWindow, library: Path, qtbot: QtBot) -> None:
    window = make_window(library / "source" / "_posts" / "a" / "1.md", size=(800, 700))
    assert window.panes.arrangement is Arrangement.MEDIUM
    assert not window.side.panel.isVisible()
    window.act["library_panel"].trigger()
    assert window.side.panel.isVisible()
    QTest.keyClick(window.side.panel, Qt.Key.Key_Escape)
    window.panes.close_drawer()
    window.resize(500, 700)
    qtbot.waitUntil(lambda: window.panes.arrangement is Arrangement.NARROW)
    assert not window.side.articles.isVisible()
    window.go_back_to_list()
    assert window.side.articles.isVisible()
    buttons = window.side.articles.findChildren(QToolButton)
    (library_button,) = (one for one in buttons if one.accessibleName() == "Library panel")
    QTest.mouseClick(library_button, Qt.MouseButton.LeftButton)
    assert window.side.panel.isVisible()
    window.panes.close_drawer()
    window.resize(1100, 700)
    qtbot.waitUntil(lambda: not library_button.isVisible())


def test_the_session_goes_on(make_window: MakeWindow, library: Path, qtbot: QtBot) -> None:
    window = _with_library(make_window, library, qtbot)
    window.side.panel.place_selected.emit(Place(PlaceKind.CATEGORY, ("编程",)))
    qtbot.waitUntil(lambda: len(_titles(window)) == 3, timeout=20_000)
    window.open_requested(library / "source" / "_posts" / "b" / "2.md")
    qtbot.waitUntil(lambda: _shown(window) == "第 2 篇", timeout=20_000)
    again = make_window(size=None)
    qtbot.waitUntil(lambda: _shown(again) == "第 2 篇", timeout=20_000)
    assert _titles(again) == ["第 4 篇", "第 2 篇", "第 0 篇"]


def test_a_window_closed_narrow_has_its_panes_back(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(size=(1200, 700))
    before = [pane.width() for pane in (window.side.panel, window.side.list_pane)]
    window.resize(500, 700)
    qtbot.waitUntil(lambda: window.panes.arrangement is Arrangement.NARROW)
    assert not window.side.panel.isVisible()
    again = make_window(size=(1200, 700))
    after = [pane.width() for pane in (again.side.panel, again.side.list_pane)]
    assert all(abs(one - other) <= 12 for one, other in zip(before, after, strict=True))
    again.resize(500, 700)
    qtbot.waitUntil(lambda: again.panes.arrangement is Arrangement.NARROW)
    again.resize(1200, 700)
    qtbot.waitUntil(lambda: again.panes.arrangement is Arrangement.WIDE)
    qtbot.waitUntil(lambda: abs(again.side.panel.width() - before[0]) <= 12, timeout=20_000)


def test_search_selection_scroll_and_drawer_are_back(
    make_window: MakeWindow, library: Path, qtbot: QtBot
) -> None:
    posts = library / "source" / "_posts" / "b"
    for number in range(60):
        (posts / f"more-{number}.md").write_text(f"---\ntitle: 更多 {number:02}\n---\n\n正文。\n", "utf-8")
    window = make_window()
    window.open_requested(library)
    qtbot.waitUntil(lambda: len(_titles(window)) == 66 and window.is_settled(), timeout=60_000)
    articles = window.side.articles
    articles.view.selectRow(3)
    name = _titles(window)[3]
    qtbot.waitUntil(lambda: _shown(window) == name and window.is_settled(), timeout=20_000)
    window.act["drawer"].trigger()
    articles.select_paths([article.path for article in articles._view.rows.articles[3:6]])
    assert articles.selected_count == 3
    articles.view.verticalScrollBar().setValue(900)
    again = make_window(size=None)
    articles = again.side.articles
    qtbot.waitUntil(lambda: _shown(again) == name and again.is_settled(), timeout=20_000)
    qtbot.waitUntil(lambda: articles.scroll_position() == 900, timeout=20_000)
    qtbot.waitUntil(lambda: articles.selected_count == 3, timeout=20_000)
    qtbot.waitUntil(lambda: again.act["drawer"].isChecked(), timeout=20_000)
    articles.search_for("更多 07")
    qtbot.waitUntil(lambda: 0 < len(_titles(again)) < 66, timeout=20_000)
    articles._on_arrangement_chosen(ListArrangement("title", backwards=True))
    last = make_window(size=None)
    qtbot.waitUntil(lambda: last.side.articles.sought == "更多 07", timeout=20_000)
    qtbot.waitUntil(lambda: 0 < len(_titles(last)) < 66, timeout=20_000)
    assert last.side.articles.hit_order == HitOrder("title", backwards=True)
    memory, state = last.desk._list, last._state
    left = {"sought": "别的", "sought_order": "date", "list_scroll": 5, "selected": "[]"}
    for key, value in left.items():
        state.setValue(key, value)
    memory.restore()
    memory.keep()
    assert {key: state.value(key) for key in left} == left, "what is not back yet is not forgotten"


def test_an_article_that_is_asked_for_is_the_only_one_selected(
    make_window: MakeWindow, library: Path, qtbot: QtBot
) -> None:
    window = make_window()
    window.open_requested(library)
    qtbot.waitUntil(lambda: len(_titles(window)) == 6 and window.is_settled(), timeout=60_000)
    window.side.articles.view.selectRow(3)
    qtbot.waitUntil(lambda: _shown(window) == _titles(window)[3] and window.is_settled(), timeout=20_000)
    asked = window.side.articles.view.model().article(0).path
    again = make_window(asked)
    articles = again.side.articles
    qtbot.waitUntil(lambda: bool(articles.selected_articles(9)) and again.is_settled(), timeout=20_000)
    assert [article.path for article in articles.selected_articles(9)] == [asked]


def test_a_choice_is_stronger_than_what_comes_back_late(
    make_window: MakeWindow, library: Path, qtbot: QtBot
) -> None:
    window = make_window()
    window.open_requested(library)
    qtbot.waitUntil(lambda: len(_titles(window)) == 6 and window.is_settled(), timeout=60_000)
    window.go_to(PROBLEMS)
    qtbot.waitUntil(window.is_settled, timeout=20_000)
    window.side.articles.search_for("正文")
    again = make_window()
    qtbot.waitUntil(lambda: again.side.articles.sought == "正文", timeout=20_000)
    assert again.side.panel.selected_place() is None, "nobody has problems yet"
    tree = again.side.panel.view
    first = tree.visualRect(tree.model().index(0, 0))
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=first.center())
    qtbot.waitUntil(lambda: len(_titles(again)) == 6 and again.is_settled(), timeout=60_000)
    assert again._feed.place == ALL
    assert again.side.articles.sought == ""


def test_a_place_chosen_before_the_list_came_brings_no_search_back(
    make_window: MakeWindow, library: Path, qtbot: QtBot
) -> None:
    window = make_window()
    window.open_requested(library)
    qtbot.waitUntil(lambda: len(_titles(window)) == 6 and window.is_settled(), timeout=60_000)
    memory, articles = window.desk._list, window.side.articles
    window._state.setValue("sought", "正文")
    window.side.was_chosen = False
    memory.restore()
    with qtbot.waitSignal(window.side.listed):
        window.go_to(ALL)
    assert articles.sought == ""


def test_a_file_opened_first_has_the_window_to_itself(
    make_window: MakeWindow, library: Path, qtbot: QtBot
) -> None:
    path = library / "source" / "_posts" / "a" / "1.md"
    window = make_window(path)
    assert not window.panes.is_library_visible()
    window.act["library_panel"].trigger()
    assert window.panes.is_library_visible()
    qtbot.waitUntil(lambda: len(_titles(window)) == 4, timeout=20_000)
    assert _shown(window) == "第 1 篇"
    again = make_window(path)
    assert again.panes.is_library_visible(), "who has seen the library keeps it"


def test_copy_path_reaches_the_clipboard(make_window: MakeWindow, library: Path) -> None:
    window = make_window(library / "source" / "_posts" / "a" / "1.md")
    window.act["copy_path"].trigger()
    assert QGuiApplication.clipboard().text() == str(library / "source" / "_posts" / "a" / "1.md")


def test_every_control_of_the_window_has_a_name(make_window: MakeWindow, library: Path) -> None:
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QAbstractButton, QLineEdit, QSlider

    window = make_window(library / "source" / "_posts" / "a" / "1.md")
    nameless = [
        f"{type(child).__name__} {child.objectName()}"
        for kind in (QAbstractButton, QLineEdit, QSlider)
        for child in window.findChildren(kind)
        if child.isVisible() and not QAccessible.queryAccessibleInterface(child).text(QAccessible.Text.Name)
    ]
    assert nameless == []


def test_shortcuts_are_unique(make_window: MakeWindow) -> None:
    window = make_window()
    keys = [key.toString() for _spec, action in window.act.all() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_an_article_of_last_time_is_read_by_the_rules_of_its_folder(
    make_window: MakeWindow, library: Path, qtbot: QtBot
) -> None:
    first = make_window()
    first.open_requested(library)
    qtbot.waitUntil(lambda: first.side.articles.view.model().rowCount() == 6, timeout=20_000)
    path = library / "source" / "_posts" / "a" / "1.md"
    first.open_requested(path)
    qtbot.waitUntil(lambda: first._detail.state.path == path and first.is_settled(), timeout=20_000)
    again = make_window()  # its page comes while the folders are still asked for

    def root() -> Path | None:
        page = again._detail.state.page
        return None if page is None else page.options.library_root

    qtbot.waitUntil(lambda: root() == library, timeout=20_000)
    assert again._detail.state.path == path
