# SPDX-License-Identifier: MIT
"""A file opened by someone without a library: the page first, the rest around it without a jump."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app.paths import DATA_DIR_VARIABLE, AppPaths
from reader.app.window import WindowRequest, build_window
from reader.core.settings import Preferences
from reader.ui.detail_header import DetailHeader
from reader.ui.detail_view import DetailView
from reader.ui.main_window import MainWindow

pytestmark = [pytest.mark.engine, pytest.mark.qt_log_ignore("GPUInfo not initialized")]

Start = Callable[[Path], MainWindow]


@pytest.fixture
def start(qapp: QApplication, app_paths: AppPaths, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Builds a window for one file and does not wait for anything."""
    monkeypatch.setenv(DATA_DIR_VARIABLE, str(app_paths.data))
    windows: list[MainWindow] = []

    def build(file: Path) -> MainWindow:
        request = WindowRequest(files=(file,), size=(1000, 700), theme="light")
        windows.append(build_window(qapp, request, app_paths, Preferences(app_paths.preferences)))
        return windows[-1]

    yield build
    for window in windows:
        window.close()
        window.shut_down()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A short article."""
    file = tmp_path / "seen first.md"
    file.write_text("---\ntitle: Seen first\n---\n\nA few words.\n", "utf-8")
    return file


def test_what_comes_around_the_page_does_not_move_it(qtbot: QtBot, start: Start, article: Path) -> None:
    window = start(article)
    detail = window.findChild(DetailView)
    assert isinstance(detail, DetailView)
    assert window.isVisible()
    assert window.findChild(DetailHeader) is None
    qtbot.waitUntil(lambda: detail.is_painted and detail.state.page is not None, timeout=30_000)
    place = detail.geometry()
    qtbot.waitUntil(window.is_settled, timeout=30_000)
    assert isinstance(window.findChild(DetailHeader), DetailHeader)
    assert detail.geometry() == place
    assert window.windowTitle() == "Seen first — Article Reader"


def test_a_window_closed_at_once_ends_well(qtbot: QtBot, start: Start, article: Path) -> None:
    window = start(article)
    with qtbot.waitSignal(window.closed, timeout=20_000):
        window.close()
    assert not window.isVisible()


def test_a_file_that_cannot_be_read_still_gets_a_whole_window(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    file = tmp_path / "empty.mhtml"
    file.write_bytes(b"")
    window = start(file)
    qtbot.waitUntil(window.is_settled, timeout=30_000)
    assert isinstance(window.findChild(DetailHeader), DetailHeader)
    assert not window.act["copy_link"].isEnabled()
