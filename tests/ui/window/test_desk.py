# SPDX-License-Identifier: MIT
"""Tabs, history, visitors and the session, in a real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.core.theme import THEMES
from reader.ui.desk import Desk
from reader.ui.main_window import MainWindow
from reader.ui.tab_strip import TabStrip
from reader.ui.web_page import OUR_WORLD

from .conftest import MakeWindow

pytestmark = [pytest.mark.engine, pytest.mark.qt_log_ignore("GPUInfo not initialized")]


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "visitors"
    folder.mkdir()
    found = [folder / f"{name}.md" for name in ("one", "two & 二", "three #1 50%")]
    for path in found:
        path.write_text(f"# Title {path.stem}\n\nText. [on](<{found[1].name}>)\n", "utf-8")
    return found


def _desk(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def _paths(window: MainWindow) -> list[Path | None]:
    return [tab.path for tab in _desk(window).tabs.open_tabs.tabs]


def _wait_for(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    title = f"Title {path.stem} — Article Reader"
    qtbot.waitUntil(lambda: window.windowTitle() == title and window.is_settled(), timeout=30_000)


def _strip(window: MainWindow) -> TabStrip:
    strip = window.findChild(TabStrip)
    assert isinstance(strip, TabStrip)
    return strip


def test_one_article_has_no_tab_strip(make_window: MakeWindow, files: list[Path]) -> None:
    window = make_window(files[0])
    assert _paths(window) == [files[0]]
    assert window.findChild(TabStrip) is None


def test_several_files_open_as_tabs(make_window: MakeWindow, files: list[Path], qtbot: QtBot) -> None:
    window = make_window(*files)
    _wait_for(window, files[2], qtbot)
    assert sorted(map(str, _paths(window))) == sorted(map(str, files))
    strip = _strip(window)
    assert strip.isVisible()
    qtbot.waitUntil(lambda: "Title two && 二" in [strip.tabText(i) for i in range(3)], timeout=20_000)
    window.open_all([files[0]])
    _wait_for(window, files[0], qtbot)
    assert len(_paths(window)) == 3


def test_tabs_open_close_and_come_back(make_window: MakeWindow, files: list[Path], qtbot: QtBot) -> None:
    window = make_window(files[0])
    window.act["new_tab"].trigger()
    assert _paths(window) == [files[0], None]
    window.open_requested(files[1])
    _wait_for(window, files[1], qtbot)
    assert _paths(window) == files[:2]
    window.act["previous_tab"].trigger()
    _wait_for(window, files[0], qtbot)
    middle = _strip(window).tabRect(1).center()
    QTest.mouseClick(_strip(window), Qt.MouseButton.MiddleButton, pos=middle)
    assert _paths(window) == [files[0]]
    assert not _strip(window).isVisible()
    window.act["reopen_tab"].trigger()
    _wait_for(window, files[1], qtbot)
    assert _paths(window) == files[:2]


def test_links_open_here_or_in_a_tab(make_window: MakeWindow, files: list[Path], qtbot: QtBot) -> None:
    window = make_window(files[0])
    window.follow_link("three%20%231%2050%25.md", elsewhere=True)
    qtbot.waitUntil(lambda: len(_paths(window)) == 2, timeout=20_000)
    assert _paths(window) == [files[0], files[2]]
    assert window.windowTitle() == "Title one — Article Reader"
    window.follow_link("two%20&%20二.md")
    _wait_for(window, files[1], qtbot)
    assert _paths(window) == [files[1], files[2]]


def test_history_by_action_and_by_mouse(make_window: MakeWindow, files: list[Path], qtbot: QtBot) -> None:
    window = make_window(files[0])
    assert not window.act["back"].isEnabled()
    window.open_requested(files[1])
    _wait_for(window, files[1], qtbot)
    window.act["back"].trigger()
    _wait_for(window, files[0], qtbot)
    assert window.act["forward"].isEnabled()
    proxy = window._detail.view.focusProxy()
    assert proxy is not None
    QTest.mousePress(proxy, Qt.MouseButton.ForwardButton, pos=QPoint(20, 20))
    _wait_for(window, files[1], qtbot)
    assert _paths(window) == [files[1]]


def test_a_row_opens_beside_what_is_read(
    make_window: MakeWindow, library: Path, files: list[Path], qtbot: QtBot
) -> None:
    window = make_window(files[0])
    window.act["library_panel"].trigger()
    window.add_folder(library)
    view = window.side.articles.view
    qtbot.waitUntil(lambda: view.model().rowCount() == 6 and window.is_settled(), timeout=60_000)
    row = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.MiddleButton, pos=row)
    assert _paths(window) == [files[0], library / "source" / "_posts" / "a" / "5.md"]
    assert window.windowTitle() == "Title one — Article Reader"
    qtbot.waitUntil(lambda: "第 5 篇" in _strip(window).tabText(1), timeout=20_000)


def test_a_tab_is_moved_by_keys_and_pulled_out(
    make_window: MakeWindow, files: list[Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(*files)
    _wait_for(window, files[2], qtbot)
    tabs, strip = _desk(window).tabs, _strip(window)
    here = tabs.open_tabs.current
    window.act["tab_left"].trigger()
    assert tabs.open_tabs.current == here - 1
    assert tabs.open_tabs.tab.path == files[2]
    dragged: list[Path] = []
    monkeypatch.setattr("reader.ui.article_tabs.drag_file", lambda path, *_more: dragged.append(path))
    middle = strip.tabRect(tabs.open_tabs.current).center()
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(strip, middle + QPoint(2, 12))
    assert dragged == []
    QTest.mouseMove(strip, middle + QPoint(4, 120))
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=middle + QPoint(4, 120))
    assert dragged == [files[2]]


def test_the_menu_of_a_row_leads_outside(
    make_window: MakeWindow, library: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.ui.context_menus import article_menu

    source = library / "source" / "_posts" / "a" / "1.md"
    text = source.read_text("utf-8")
    source.write_text(text.replace("author:", "link: https://example.org/x\nauthor:"), "utf-8")
    window = make_window()
    window.open_requested(library)
    side = window.side
    qtbot.waitUntil(
        lambda: side.articles.view.model().rowCount() == 6 and window.is_settled(), timeout=60_000
    )
    rows = side.articles._view.rows
    article = next(each for each in rows.articles if each.path == source)
    menu = article_menu(article, window._feed, window, side.read_as, window)
    entries = {action.text(): action for action in menu.actions() if action.text()}
    assert {"Open", "Open in new tab", "Open in new window", "Show in file manager"} <= set(entries)
    qtbot.waitUntil(entries["Copy link to source"].isEnabled, timeout=20_000)
    clipboard = QGuiApplication.clipboard()
    entries["Copy link to source"].trigger()
    assert clipboard.text() == "https://example.org/x"
    entries["Copy as Markdown link"].trigger()
    assert clipboard.text() == "[第 1 篇](https://example.org/x)"
    entries["Copy file path"].trigger()
    assert clipboard.text() == str(source)
    asked: list[list[Path]] = []
    window.new_window_asked.connect(asked.append)
    entries["Open in new window"].trigger()
    assert asked == [[source]]
    menu.deleteLater()
    other = next(each for each in rows.articles if each.path != source)
    menu = article_menu(other, window._feed, window, side.read_as, window)
    entries = {action.text(): action for action in menu.actions() if action.text()}
    entries["Open in new tab"].trigger()
    assert _paths(window)[-1] == other.path
    assert not entries["Send link by mail…"].isEnabled()
    menu.deleteLater()


def test_the_page_takes_on_the_accent_and_swallows_no_files(
    make_window: MakeWindow, files: list[Path], qtbot: QtBot
) -> None:
    window = make_window(files[0])
    view = window._detail.view
    proxy = view.focusProxy()
    assert proxy is not None
    assert not view.acceptDrops()
    assert not proxy.acceptDrops()

    def accent() -> str:
        found: list[str] = []
        script = "getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()"
        view.page().runJavaScript(script, OUR_WORLD, found.append)
        qtbot.waitUntil(lambda: bool(found), timeout=20_000)
        return found[0].upper()

    window.application_style.follow_accent("#9141AC")
    qtbot.waitUntil(lambda: accent() == "#9141AC", timeout=20_000)
    window.open_requested(files[1])
    _wait_for(window, files[1], qtbot)
    qtbot.waitUntil(lambda: accent() == "#9141AC", timeout=20_000)
    window.application_style.follow_accent("")
    qtbot.waitUntil(lambda: accent() == THEMES["light"].accent.upper(), timeout=20_000)


def test_the_page_follows_the_desktops_wish_for_less_motion(
    make_window: MakeWindow, files: list[Path], qtbot: QtBot
) -> None:
    window = make_window(files[0])

    def motion() -> str:
        found: list[str] = []
        script = "document.documentElement.dataset.motion || 'any'"
        window._detail.view.page().runJavaScript(script, OUR_WORLD, found.append)
        qtbot.waitUntil(lambda: bool(found), timeout=20_000)
        return found[0]

    window.application_style.follow_motion(False)
    window.application_style.follow_motion(True)
    qtbot.waitUntil(lambda: motion() == "reduced", timeout=20_000)
    window.open_requested(files[1])
    _wait_for(window, files[1], qtbot)
    assert motion() == "reduced"
    window.application_style.follow_motion(False)
    qtbot.waitUntil(lambda: motion() == "any", timeout=20_000)
    window.open_requested(files[0])
    _wait_for(window, files[0], qtbot)
    assert motion() == "any", "a page kept from before is laid out for its wish"


def test_pinned_tab_keeps_its_article(make_window: MakeWindow, files: list[Path], qtbot: QtBot) -> None:
    window = make_window(files[0])
    window.act["pin_tab"].trigger()
    window.open_requested(files[1])
    _wait_for(window, files[1], qtbot)
    assert _paths(window) == files[:2]


def test_session_comes_back_after_a_crash(make_window: MakeWindow, files: list[Path], qtbot: QtBot) -> None:
    window = make_window(*files)
    _wait_for(window, files[2], qtbot)
    _desk(window).tabs.toggle_pin(1)
    _desk(window).tabs.go(1)
    shown = _desk(window).tabs.open_tabs.tab.path
    assert shown is not None
    _wait_for(window, shown, qtbot)
    before = _paths(window)
    state = window._parts.state
    qtbot.waitUntil(lambda: str(state.value("session", "")).count('"path"') == 3, timeout=10_000)
    qtbot.waitUntil(lambda: str(state.value("article", "")) == str(shown), timeout=10_000)
    window.save_state = lambda: None  # type: ignore[method-assign]  # it ends without a word
    window = make_window()
    _wait_for(window, shown, qtbot)
    assert _paths(window) == before
    assert _desk(window).tabs.open_tabs.tabs[0].pinned


def test_file_opened_first_joins_the_session(
    make_window: MakeWindow, files: list[Path], qtbot: QtBot
) -> None:
    window = make_window(files[0], files[1])
    _wait_for(window, files[1], qtbot)
    window = make_window(files[2])
    _wait_for(window, files[2], qtbot)
    assert _paths(window) == [files[0], files[1], files[2]]
    assert _desk(window).tabs.open_tabs.current == 2


def test_visitor_is_offered_its_folder(make_window: MakeWindow, files: list[Path], qtbot: QtBot) -> None:
    window = make_window(files[0])
    bar = _desk(window).visitor_bar
    qtbot.waitUntil(bar.isVisible, timeout=20_000)
    assert window._feed.is_empty
    add, decline = bar.findChildren(QPushButton)
    decline.click()
    assert not bar.isVisible()
    window.open_requested(files[1])
    _wait_for(window, files[1], qtbot)
    assert not bar.isVisible()
    window._parts.state.remove("visitors_declined")
    window.open_requested(files[0])
    _wait_for(window, files[0], qtbot)
    qtbot.waitUntil(bar.isVisible, timeout=20_000)
    add.click()
    qtbot.waitUntil(lambda: window._feed.is_library_folder(files[0].parent), timeout=30_000)
    qtbot.waitUntil(lambda: window.is_settled(), timeout=60_000)
    assert not bar.isVisible()


def test_the_offer_stays_while_its_folder_does(
    make_window: MakeWindow, files: list[Path], qtbot: QtBot
) -> None:
    window = make_window(files[0])
    bar = _desk(window).visitor_bar
    qtbot.waitUntil(bar.isVisible, timeout=20_000)
    hidden: list[bool] = []
    watch = _HideWatch(bar, hidden)
    window._feed.learn_folders()
    window.open_requested(files[1])
    _wait_for(window, files[1], qtbot)
    qtbot.waitUntil(lambda: not _desk(window)._offer_soon.isActive(), timeout=20_000)
    bar.removeEventFilter(watch)
    assert bar.isVisible()
    assert hidden == []


class _HideWatch(QObject):
    """Notes whenever a widget goes out of sight."""

    def __init__(self, widget: QWidget, hidden: list[bool]) -> None:
        super().__init__(widget)
        self._hidden = hidden
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Hide:
            self._hidden.append(True)
        return super().eventFilter(watched, event)
