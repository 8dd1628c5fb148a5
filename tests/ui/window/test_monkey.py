# SPDX-License-Identifier: MIT
"""Thousands of random steps in the windows over a library of real articles: nothing fails, nothing is lost.

`READER_MONKEY_SEED` says which steps, `READER_MONKEY_STEPS` how many (5000 take some minutes).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from reader.app.paths import DATA_DIR_VARIABLE, AppPaths
from reader.app.window import WindowRequest, build_window
from reader.app.windows import Windows
from reader.core.settings import Preferences, ReadingStates
from reader.core.settings.options import CONFIRM_WEB, LANGUAGE
from reader.ui.main_window import MainWindow
from reader.ui.window_dialogs import WindowDialogs

from .monkey import Monkey, Outside

pytestmark = [
    pytest.mark.engine,
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("GPUInfo not initialized", "This plugin does not support"),
]
SEED = int(os.environ.get("READER_MONKEY_SEED", "1"))
STEPS = int(os.environ.get("READER_MONKEY_STEPS", "150"))
_KINDS = ("*.md", "*.html", "*.mhtml", "*.mdx", "*.rst", "*.dj", "*.markdown")


@pytest.fixture
def articles(tmp_path: Path, shared: Path) -> Path:
    """Real articles of every kind; those in `steady` are not touched on the disk."""
    folder = tmp_path / "articles"
    for number, name in enumerate(("steady", "a", "b/c")):
        place = folder / name
        place.mkdir(parents=True)
        for kind in _KINDS:
            for path in sorted((shared / "articles").rglob(kind))[number::3][:12]:
                shutil.copy2(path, place / path.name)
        for path in sorted((shared / "articles").rglob("*.png"))[number::3][:5]:
            shutil.copy2(path, place / path.name)
    return folder


@pytest.fixture
def answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, articles: Path) -> Iterator[Outside]:
    """What the dialogs of the desktop answer, and who opens addresses instead of other programs."""
    some = str(next(iter(sorted((articles / "steady").iterdir()))))
    saved = str(tmp_path / "saved")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: ([some], ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (some, ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (saved, ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
    outside = Outside()
    for scheme in ("http", "https", "mailto", "file"):
        QDesktopServices.setUrlHandler(scheme, outside, "take")
    yield outside
    for scheme in ("http", "https", "mailto", "file"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def windows(
    qapp: QApplication, qtbot: QtBot, app_paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Windows]:
    """The windows of the program, as `app` looks after them."""
    monkeypatch.setenv(DATA_DIR_VARIABLE, str(app_paths.data))
    monkeypatch.setattr(qapp, "quit", lambda: None, raising=False)
    preferences = Preferences(app_paths.preferences)
    preferences.set(LANGUAGE, "zh_CN" if SEED % 2 else "en")
    preferences.set(CONFIRM_WEB, False)

    def make(number: int, files: Sequence[Path]) -> MainWindow:
        request = WindowRequest(files=tuple(files), number=number)
        return build_window(qapp, request, app_paths, preferences, first.application_style)

    first = build_window(qapp, WindowRequest(size=(1200, 800)), app_paths, preferences)
    all_windows = Windows(qapp, make, QSettings(str(app_paths.window_state), QSettings.Format.IniFormat))
    all_windows.add(1, first)
    qtbot.waitUntil(first.is_settled, timeout=60_000)
    yield all_windows
    for window in [*all_windows.open.values()]:
        window.close()
    all_windows.quit()
    all_windows.shut_down()


@pytest.mark.skipif("READER_MONKEY_STEPS" not in os.environ, reason="let loose with READER_MONKEY_STEPS")
def test_random_steps(
    windows: Windows,
    articles: Path,
    answers: Outside,
    app_paths: AppPaths,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    """Nothing fails or blocks, and what was said of an article stands in the database."""
    bugs: list[BaseException] = []
    monkeypatch.setattr(WindowDialogs, "show_bug", lambda _self, error: bugs.append(error))
    windows.current().open_requested(articles)
    qtbot.waitUntil(lambda: windows.current().side.articles.view.model().rowCount() > 20, timeout=60_000)
    monkey = Monkey(windows, Preferences(app_paths.preferences), articles, SEED, STEPS)
    monkey.start()
    try:
        qtbot.waitUntil(monkey.is_done, timeout=60_000 + STEPS * 2000)
        qtbot.waitUntil(lambda: not any(one.desk is None for one in windows.open.values()), timeout=60_000)
    finally:
        monkey.stop()
        print(f"seed {SEED}", *monkey.trail[-60:], sep="\n")  # seen where the test fails
    assert not bugs, monkey.trail[-20:]
    assert not monkey.faults, "\n".join(monkey.faults)
    _assert_kept(monkey, articles, app_paths, qtbot)


def _assert_kept(monkey: Monkey, articles: Path, app_paths: AppPaths, qtbot: QtBot) -> None:
    waiting = [one.desk.feed for one in monkey.windows.open.values() if one.desk is not None]
    answered: list[object] = []
    for feed in waiting:
        feed.consult(lambda _library: None, answered.append)
    qtbot.waitUntil(lambda: len(answered) == len(waiting), timeout=60_000)
    states = ReadingStates(app_paths.state_db)
    try:
        for path, claimed in monkey.claimed.items():
            if articles / "steady" in path.parents:
                kept = states.get(path)
                assert (kept.starred, set(kept.tags)) == (claimed.starred, set(claimed.tags)), path.name
    finally:
        states.close()
