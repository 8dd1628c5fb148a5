# SPDX-License-Identifier: MIT
"""Commands beside an open window: the window does the work, and its lists show it."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from reader.app.instance_server import InstanceServer
from reader.app.paths import AppPaths
from reader.app.single_instance import HandOver, hand_over_or_stand
from reader.app.window_errands import take_errand
from reader.ui.main_window import MainWindow

pytestmark = [
    pytest.mark.engine,
    pytest.mark.qt_log_ignore("GPUInfo not", "This plugin does not support"),
    pytest.mark.skipif(sys.platform == "win32", reason="sockets of POSIX systems"),
]
MakeWindow = Callable[..., MainWindow]
Run = Callable[..., tuple[int, list[dict[str, Any]], str]]


@pytest.fixture
def server(app_paths: AppPaths, monkeypatch: pytest.MonkeyPatch) -> Iterator[InstanceServer]:
    """The door of the first process, open to errands."""
    folder = tempfile.mkdtemp(prefix="ar-")
    monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
    first = hand_over_or_stand(app_paths.data, HandOver())
    assert first is not None
    server = InstanceServer(first)
    server.errand_asked.connect(take_errand)
    yield server
    server.close()
    shutil.rmtree(folder)


@pytest.fixture
def run(qtbot: QtBot, app_paths: AppPaths, server: InstanceServer) -> Run:
    """Runs a command in a process of its own while the window lives: status, JSON lines, words."""

    def run(*words: str) -> tuple[int, list[dict[str, Any]], str]:
        process = QProcess(server)
        try:
            with qtbot.waitSignal(process.finished, timeout=180_000):  # scans are of low priority
                arguments = ["-m", "reader", "--data-dir", os.fspath(app_paths.data), *words]
                process.start(sys.executable, arguments)
        finally:  # one that was left to the collection of garbage could go on another thread
            process.kill()
            process.waitForFinished()
        lines = bytes(process.readAllStandardOutput().data()).splitlines()
        words_said = bytes(process.readAllStandardError().data()).decode()
        return process.exitCode(), [json.loads(each) for each in lines], words_said

    return run


def test_the_first_folder_comes_into_a_window_that_welcomes(
    make_window: MakeWindow, qtbot: QtBot, library: Path, run: Run
) -> None:
    make_window()  # closed by the next one: it takes nothing any more
    window = make_window()
    rows = window.side.articles.view.model()
    qtbot.waitUntil(lambda: rows.rowCount() > 0 and window.is_settled(), timeout=60_000)
    assert window._feed.is_empty
    status, (report,), said = run("add", str(library), "--json")
    assert (status, said, report["articles"], report["added"]) == (0, "", 6, 6)
    qtbot.waitUntil(lambda: rows.rowCount() == 6, timeout=20_000)
    assert {rows.article(row).title for row in range(6)} == {f"第 {number} 篇" for number in range(6)}
    assert not window.side.invitation.isVisible()
    assert window._feed.scan.is_following


def test_a_window_does_what_commands_ask_for(
    make_window: MakeWindow, qtbot: QtBot, library: Path, tmp_path: Path, run: Run
) -> None:
    asked: list[object] = []
    window = make_window()
    window.add_folder(library)
    rows = window.side.articles.view.model()
    qtbot.waitUntil(lambda: rows.rowCount() == 6 and window.is_settled(), timeout=60_000)
    feed = window.side._feed
    feed.scan.watching.connect(lambda *_news: asked.append(1))
    before = feed.place

    more = tmp_path / "more"
    more.mkdir()
    (more / "new.md").write_text("---\ntitle: New\ndate: 2025-01-01\n---\n\nText.\n", "utf-8")
    status, (report,), said = run("add", str(more), "--dialect", "hexo", "--json")
    assert (status, said) == (0, "")
    assert (report["articles"], report["added"]) == (7, 1)
    assert asked  # the window's own process did it
    assert feed.place == before
    qtbot.waitUntil(lambda: len(feed.folders) == 2, timeout=20_000)

    status, (report,), _ = run("scan", "--full", "--json")
    assert (status, report["articles"], report["changed"]) == (0, 7, 7)

    status, lines, said = run("add", str(tmp_path / "none"), "--json")
    assert (status, lines) == (1, [])
    assert "does not exist" in said

    status, (report,), _ = run("remove", str(more), "--json")
    assert (status, report["articles"]) == (0, 6)
    qtbot.waitUntil(lambda: len(feed.folders) == 1, timeout=20_000)


def test_a_window_without_a_library_leaves_it_to_the_command(
    make_window: MakeWindow, library: Path, run: Run
) -> None:
    make_window(library / "source" / "_posts" / "a" / "1.md")
    status, (report,), _ = run("add", str(library), "--json")
    assert (status, report["added"]) == (0, 6)
