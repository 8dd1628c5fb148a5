# SPDX-License-Identifier: MIT
"""The whole window over a small library, as `app` builds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app.paths import DATA_DIR_VARIABLE, AppPaths
from reader.app.window import WindowRequest, build_window
from reader.core.settings import Preferences, ReadingState
from reader.core.settings.options import CONFIRM_WEB, LANGUAGE
from reader.ui.main_window import MainWindow

from .marked_article import TEXT, Reading

MakeWindow = Callable[..., MainWindow]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The folder of a Hexo site with posts in two categories."""
    root = tmp_path / "articles"
    root.mkdir()
    (root / "_config.yml").write_text("title: 站点\n", "utf-8")
    for number in range(6):
        category = "[新媒体, 人人]" if number % 2 else "[编程]"
        folder = root / "source" / "_posts" / ("a" if number % 2 else "b")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number}.md").write_text(
            f"\n---\ntitle: '第 {number} 篇'\ncategories: {category}\nauthor: 人人\n"
            f"date: 2024-01-0{number + 1}\n---\n\n<div><p>{'正文。' * 400}</p>"
            f"<p><a href='{(number + 2) % 6}.md'>下一篇</a></p></div>\n",
            "utf-8",
        )
    return root


@pytest.fixture
def make_window(
    qtbot: QtBot, qapp: QApplication, app_paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MakeWindow]:
    """Builds windows over the data folder of this test, one after the other."""
    monkeypatch.setenv(DATA_DIR_VARIABLE, str(app_paths.data))
    open_windows: list[MainWindow] = []

    def close_all() -> None:
        for window in open_windows:
            window.close()
            window.shut_down()
            window.deleteLater()  # hundreds of them would take gigabytes
        open_windows.clear()

    def make(*files: Path, size: tuple[int, int] | None = (1200, 800), theme: str = "light") -> MainWindow:
        close_all()
        preferences = Preferences(app_paths.preferences)
        preferences.set(LANGUAGE, "en")
        preferences.set(CONFIRM_WEB, False)
        window = build_window(
            qapp, WindowRequest(files=files, size=size, theme=theme), app_paths, preferences
        )
        open_windows.append(window)
        qtbot.waitUntil(window.is_settled, timeout=60_000)
        return window

    yield make
    close_all()


@pytest.fixture
def library_window(make_window: MakeWindow, library: Path, qtbot: QtBot) -> MainWindow:
    """A window that lists the six articles of the library."""
    made = make_window()
    made.open_requested(library)
    # Scans are of low priority: on a busy machine the first one takes its time.
    qtbot.waitUntil(lambda: made.side.articles.view.model().rowCount() == 6, timeout=90_000)
    qtbot.waitUntil(made.is_settled, timeout=90_000)
    return made


def state_of(window: MainWindow, qtbot: QtBot, path: Path) -> ReadingState:
    """What is kept of an article now, asked as the window asks."""
    answers: list[object] = []
    window._feed.state_of(path, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
    state = answers[0]
    assert isinstance(state, ReadingState)
    return state


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An article to be marked."""
    path = tmp_path / "note.md"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def reading(make_window: MakeWindow, qtbot: QtBot, app_paths: AppPaths, file: Path) -> Reading:
    """A window that shows it."""
    return Reading(make_window(file), qtbot, app_paths, file)
