# SPDX-License-Identifier: MIT
"""Several windows: each with tabs of its own, and all of them back after the program ended or died."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QCloseEvent, QImage
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from reader.app.paths import DATA_DIR_VARIABLE, AppPaths
from reader.app.single_instance import HandOver
from reader.app.window import WindowRequest, build_window
from reader.app.windows import Windows
from reader.core.settings import Preferences, ReadState
from reader.core.settings.options import LANGUAGE, WIDTH
from reader.ui.article_list_model import ArticleListModel
from reader.ui.article_pages import ArticlePages
from reader.ui.library_feed import LibraryFeed
from reader.ui.main_window import MainWindow
from reader.ui.open_tabs import OpenTabs
from reader.ui.places import ALL, STARRED
from reader.ui.tasks import Tasks
from reader.ui.web_page import Engine

pytestmark = [
    pytest.mark.engine,
    pytest.mark.qt_log_ignore("GPUInfo not initialized", "This plugin does not support"),
]

NO_ERROR = QSettings.Status.NoError
Begin = Callable[..., Windows]


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "visitors"
    folder.mkdir()
    found = [folder / f"{name}.md" for name in ("one", "two", "three", "four")]
    for path in found:
        path.write_text(f"# Title {path.stem}\n\nText.\n", "utf-8")
    return found


@pytest.fixture
def begin(
    qapp: QApplication, qtbot: QtBot, app_paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Begin]:
    """Starts the program anew, as far as its windows go; `crash`: what ran before ends without a word."""
    monkeypatch.setenv(DATA_DIR_VARIABLE, str(app_paths.data))
    monkeypatch.setattr(qapp, "quit", lambda: _close_all(qapp), raising=False)
    preferences = Preferences(app_paths.preferences)
    preferences.set(LANGUAGE, "en")
    running: list[Windows] = []

    def end(*, crash: bool = False) -> None:
        for windows in running:
            if crash:
                for window in _all(windows):
                    window.save_state = lambda: None  # type: ignore[method-assign]
            windows.quit()
            windows.shut_down()
        running.clear()

    def start(*files: Path, crash: bool = False) -> Windows:
        end(crash=crash)

        def make(number: int, files: Sequence[Path]) -> MainWindow:
            request = WindowRequest(files=tuple(files), number=number, size=None, theme="light")
            return build_window(qapp, request, app_paths, preferences, first.application_style)

        first = build_window(
            qapp, WindowRequest(files=files, size=(1000, 700), theme="light"), app_paths, preferences
        )
        state = QSettings(str(app_paths.window_state), QSettings.Format.IniFormat)
        windows = Windows(qapp, make, state)
        running.append(windows)
        windows.add(1, first)
        qtbot.waitUntil(first.is_settled, timeout=60_000)
        windows.restore_others()
        qtbot.waitUntil(lambda: all(window.is_settled() for window in _all(windows)), timeout=60_000)
        return windows

    yield start
    end()


def _close_all(application: QApplication) -> None:
    """As Qt ends a program: every window is closed in turn, until one refuses."""
    for window in sorted(application.topLevelWidgets(), key=lambda each: isinstance(each, QDialog)):
        if isValid(window) and window.isVisible() and not window.close():
            return


def _all(windows: Windows) -> list[MainWindow]:
    return [*windows.open.values()]


def _paths(window: MainWindow) -> list[Path | None]:
    assert window.desk is not None
    return [tab.path for tab in window.desk.tabs.open_tabs.tabs]


def _stands(window: MainWindow, path: Path) -> bool:
    return window.windowTitle() == f"Title {path.stem} — Article Reader" and window.is_settled()


def _second(windows: Windows, files: list[Path], qtbot: QtBot) -> MainWindow:
    windows.take(HandOver(tuple(files), new_window=True))
    second = _all(windows)[-1]
    qtbot.waitUntil(lambda: _stands(second, files[-1]), timeout=60_000)
    return second


def _is_kept(window: MainWindow, current: Path) -> bool:
    """Whether the tabs of a window would be back after a crash."""
    kept = OpenTabs.from_text(str(window._parts.state.value("session", "")))
    return kept is not None and kept.tab.path == current and window._parts.state.status() == NO_ERROR


def test_all_windows_are_back_after_a_crash(begin: Begin, files: list[Path], qtbot: QtBot) -> None:
    windows = begin(files[0])
    first = _all(windows)[0]
    second = _second(windows, files[1:3], qtbot)
    first.open_all([files[3]])
    qtbot.waitUntil(lambda: _stands(first, files[3]), timeout=30_000)
    assert _paths(first) == [files[0], files[3]]
    assert _paths(second) == files[1:3]
    second.resize(900, 640)
    qtbot.waitUntil(lambda: _is_kept(first, files[3]) and _is_kept(second, files[2]), timeout=20_000)
    windows = begin(crash=True)
    assert len(_all(windows)) == 2
    first, second = _all(windows)
    qtbot.waitUntil(lambda: _stands(first, files[3]) and _stands(second, files[2]), timeout=60_000)
    assert _paths(first) == [files[0], files[3]]
    assert _paths(second) == files[1:3]


def test_a_closed_window_stays_closed(begin: Begin, files: list[Path], qtbot: QtBot) -> None:
    windows = begin(files[0])
    _second(windows, files[1:3], qtbot)
    _all(windows)[1].close()
    assert len(_all(windows)) == 1
    windows = begin()
    assert [_paths(window) for window in _all(windows)] == [[files[0]]]


def test_the_first_window_may_be_closed_first(begin: Begin, files: list[Path], qtbot: QtBot) -> None:
    windows = begin(files[0])
    second = _second(windows, files[1:3], qtbot)
    _all(windows)[0].close()
    assert _all(windows) == [second]
    third = _second(windows, files[3:], qtbot)
    assert _paths(third) == files[3:]
    assert _paths(second) == files[1:3]
    qtbot.waitUntil(lambda: second.is_settled())
    windows = begin()
    first, other = _all(windows)
    qtbot.waitUntil(lambda: _stands(first, files[2]) and _stands(other, files[3]), timeout=60_000)
    assert _paths(first) == files[1:3]
    assert _paths(other) == files[3:]


def test_windows_come_and_go(begin: Begin, files: list[Path], qtbot: QtBot) -> None:
    windows = begin(files[0])
    first = _all(windows)[0]
    for path in files[1:]:
        window = _second(windows, [path], qtbot)
        window.act["next_theme"].trigger()
        window.close()
        qtbot.wait(0)
    first.act["next_theme"].trigger()
    assert _stands(first, files[0])
    assert first._recent._rows()[0][0] == str(files[3]), "what was opened last is known in every window"


def test_a_preference_changed_in_one_window_holds_in_all(
    begin: Begin, files: list[Path], qtbot: QtBot
) -> None:
    windows = begin(files[0])
    first, second = _all(windows)[0], _second(windows, files[1:2], qtbot)
    qtbot.waitUntil(lambda: second._look.changes._watcher is not None, timeout=20_000)
    heard: list[str] = []
    own: list[str] = []
    second._look.changes.changed.connect(heard.append)
    first._look.changes.changed.connect(own.append)
    first._look.changes.set(WIDTH.name, "wide")
    qtbot.waitUntil(lambda: heard == [WIDTH.name], timeout=20_000)
    second._look.changes.set(WIDTH.name, "narrow")
    qtbot.waitUntil(lambda: own == [WIDTH.name, WIDTH.name], timeout=20_000)
    assert heard == [WIDTH.name, WIDTH.name]


def test_nothing_stays_of_a_closed_window(
    begin: Begin, files: list[Path], qapp: QApplication, qtbot: QtBot
) -> None:
    windows = begin(files[0])
    kinds = (Engine, Tasks, LibraryFeed, ArticlePages)
    before = [len(qapp.findChildren(kind)) for kind in kinds]
    for path in files[1:3]:
        second = _second(windows, [path], qtbot)
        second.close()
        qtbot.waitUntil(lambda closed=second: not isValid(closed), timeout=20_000)
    qtbot.waitUntil(lambda: [len(qapp.findChildren(kind)) for kind in kinds] == before, timeout=20_000)
    first = _all(windows)[0]
    first.open_all([files[3]])
    qtbot.waitUntil(lambda: _stands(first, files[3]), timeout=20_000)


def test_a_closed_window_with_a_picture_takes_no_theme(begin: Begin, files: list[Path], qtbot: QtBot) -> None:
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    assert picture.save(str(files[1].with_name("red.png")))
    files[1].write_text("# Title two\n\n![Red](red.png)\n", "utf-8")
    windows = begin(files[0])
    first, second = _all(windows)[0], _second(windows, [files[1]], qtbot)
    qtbot.waitUntil(lambda: second.desk is not None, timeout=20_000)
    desk = second.desk
    assert desk is not None
    second.act["view_pictures"].trigger()
    qtbot.waitUntil(lambda: desk.pictures.viewer is not None, timeout=20_000)
    second.close()
    qtbot.waitUntil(lambda: not isValid(second), timeout=20_000)
    first.act["next_theme"].trigger()
    first.act["next_theme"].trigger()
    assert _stands(first, files[0])


def test_a_tab_moves_to_a_window_of_its_own(begin: Begin, files: list[Path], qtbot: QtBot) -> None:
    windows = begin(files[0])
    first = _all(windows)[0]
    first.open_all([files[1]])
    qtbot.waitUntil(lambda: _stands(first, files[1]), timeout=30_000)
    assert first.desk is not None
    first.desk.tabs.to_new_window(1)
    second = _all(windows)[-1]
    qtbot.waitUntil(lambda: _stands(second, files[1]) and _stands(first, files[0]), timeout=60_000)
    assert _paths(first) == [files[0]]


def test_reading_goes_on_where_it_was_left(begin: Begin, files: list[Path], qtbot: QtBot) -> None:
    windows = begin(files[0])
    first = _all(windows)[0]
    windows.take(HandOver((files[1],)))
    qtbot.waitUntil(lambda: _stands(first, files[1]), timeout=60_000)
    assert first.desk is not None
    first.act["new_tab"].trigger()
    windows.take(HandOver(wish="continue"))
    qtbot.waitUntil(lambda: first.desk.tabs.open_tabs.tab.path == files[1], timeout=60_000)
    asked: list[bool] = []
    first.act["open_file"].triggered.disconnect()
    first.act["open_file"].triggered.connect(lambda _on=False: asked.append(True))
    windows.grant("open")
    qtbot.waitUntil(lambda: len(asked) == 1, timeout=20_000)


def test_what_is_done_in_one_window_shows_in_all(begin: Begin, library: Path, qtbot: QtBot) -> None:
    windows = begin()
    first = _all(windows)[0]
    first.open_requested(library)
    qtbot.waitUntil(lambda: len(_rows(first)) == 6 and first.is_settled(), timeout=60_000)
    path = next(iter(_rows(first)))
    windows.take(HandOver((path,), new_window=True))
    second = _all(windows)[-1]
    qtbot.waitUntil(lambda: second._detail.state.path == path and second.is_settled(), timeout=60_000)
    second.side.go_to(STARRED)
    qtbot.waitUntil(lambda: second._feed.place == STARRED and second.is_settled(), timeout=20_000)
    assert _rows(second) == {}

    first._feed.history.change([(path, {"starred": True})])
    qtbot.waitUntil(lambda: _rows(second).get(path) == (True, _rows(first)[path][1]), timeout=20_000)
    qtbot.waitUntil(second.act["toggle_star"].isChecked, timeout=20_000)

    second.side.go_to(ALL)
    qtbot.waitUntil(lambda: len(_rows(second)) == 6, timeout=20_000)
    second._feed.set_state(path, state=ReadState.FINISHED)
    qtbot.waitUntil(lambda: _rows(first)[path] == (True, ReadState.FINISHED), timeout=20_000)
    first._feed.history.undo()
    qtbot.waitUntil(lambda: _rows(second)[path] == (False, ReadState.FINISHED), timeout=20_000)

    second._feed.consult(
        lambda library: library.states.smart_lists.add("Mine", "tag:mine"),
        lambda _made: second.side.shelf.refresh_everywhere(),
    )
    qtbot.waitUntil(lambda: _lists(first) == _lists(second) == [("Mine", 0)], timeout=20_000)
    first._feed.history.change([(path, {"tags": ["mine"]})])
    qtbot.waitUntil(lambda: _lists(first) == _lists(second) == [("Mine", 1)], timeout=20_000)


def test_what_is_marked_in_one_window_is_marked_in_all(
    begin: Begin, files: list[Path], app_paths: AppPaths, qtbot: QtBot
) -> None:
    files[0].write_text("# Title one\n\nSome words to be marked.\n", "utf-8")
    windows = begin(files[0])
    first = _all(windows)[0]
    second = _second(windows, files[:1], qtbot)

    def marks(window: MainWindow) -> list[str]:
        assert window.desk is not None
        commands = window.desk.highlights.commands
        return [one.highlight.colour for one in commands._marks.values()]

    assert marks(first) == marks(second) == []
    first.act["highlight"].trigger()
    assert first.desk is not None
    popup = first.desk.highlights.commands.popup
    qtbot.waitUntil(popup.isVisible, timeout=20_000)
    popup.colour_chosen.emit("green")
    qtbot.waitUntil(lambda: marks(first) == marks(second) == ["green"], timeout=20_000)
    first.act["undo"].trigger()
    qtbot.waitUntil(lambda: marks(first) == marks(second) == [], timeout=20_000)


class _Writing(QDialog):
    """A dialog that does not let go of what was written."""

    refuses = True

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(not self.refuses)


def test_a_dialog_that_keeps_the_program_from_ending_changes_nothing_else(
    begin: Begin, files: list[Path], qtbot: QtBot
) -> None:
    windows = begin(files[0])
    first, second = _all(windows)[0], _second(windows, files[1:2], qtbot)
    dialog = _Writing()
    qtbot.addWidget(dialog)
    dialog.show()
    windows.quit()
    assert [each.isVisible() for each in (first, second, dialog)] == [True, True, True], "none is closed"
    windows.take(HandOver((files[2],)))
    qtbot.waitUntil(lambda: any(_stands(each, files[2]) for each in (first, second)), timeout=60_000)
    second.close()
    assert _all(windows) == [first], "a window that is closed now is closed for good"
    assert first._parts.state.value("windows") == "1"
    dialog.refuses = False
    dialog.close()


def _rows(window: MainWindow) -> dict[Path, tuple[bool, ReadState]]:
    model = window.side.articles.view.model()
    assert isinstance(model, ArticleListModel)
    return {each.path: (each.starred, each.state) for each in model.articles}


def _lists(window: MainWindow) -> list[tuple[str, int]]:
    return [(each.name, each.count) for each in window.side.shelf.lists]
