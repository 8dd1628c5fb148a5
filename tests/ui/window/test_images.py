# SPDX-License-Identifier: MIT
"""Missing pictures come in when they are asked for, and stand in the page without moving it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app.paths import AppPaths
from reader.core.settings import Preferences
from reader.core.settings.options import IMAGES_POLICY
from reader.ui.image_question import ImageQuestion
from reader.ui.main_window import MainWindow
from reader.ui.offline_dialog import OfflineDialog
from reader.ui.web_page import OUR_WORLD
from tests.core.images.misbehaving_server import Answer, MisbehavingServer
from tests.core.images.test_download import png

from .conftest import MakeWindow

pytestmark = [pytest.mark.engine, pytest.mark.qt_log_ignore("GPUInfo not initialized")]

LONG = "Words that fill the page. " * 80


@pytest.fixture
def server() -> Iterator[MisbehavingServer]:
    with MisbehavingServer({"/a.png": lambda asked: Answer(png(30, 20))}) as server:
        yield server


@pytest.fixture
def article(tmp_path: Path, server: MisbehavingServer) -> Path:
    """From a host on this machine, which therefore may be asked."""
    path = tmp_path / "pictures.md"
    path.write_text(
        f"---\ntitle: Pictures\nsource_url: {server.url('/post')}\n---\n\n{LONG}\n\n"
        f"![A map]({server.url('/a.png')})\n\n![]({server.url('/gone.png')})\n\n{LONG}\n\n{LONG}\n\n{LONG}",
        "utf-8",
    )
    return path


def _in_page(window: MainWindow, qtbot: QtBot, script: str) -> object:
    answers: list[object] = []
    window._detail.view.page().runJavaScript(f"JSON.stringify({script})", OUR_WORLD, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    return json.loads(str(answers[0]))


def _answer(words: str, *, for_good: bool) -> None:
    """Presses a button of the question when it has come."""

    def press() -> None:
        question = QApplication.activeModalWidget()
        if not isinstance(question, ImageQuestion):
            QTimer.singleShot(20, press)
            return
        question.checkBox().setChecked(for_good)
        [button] = [each for each in question.buttons() if each.text() == words]
        button.click()

    QTimer.singleShot(20, press)


def _loaded(window: MainWindow, qtbot: QtBot) -> bool:
    return _in_page(window, qtbot, "[...document.querySelectorAll('img')].map(i=>i.naturalWidth)") == [30]


def test_pictures_come_in_place_after_a_question(
    make_window: MakeWindow, article: Path, server: MisbehavingServer, qtbot: QtBot
) -> None:
    window = make_window(article)
    action = window.act["load_images"]
    qtbot.waitUntil(action.isEnabled, timeout=20_000)
    assert not server.asked
    _in_page(window, qtbot, "scrollTo(0, 200)||1")
    _answer("Cancel", for_good=True)
    action.trigger()
    assert not server.asked
    _answer("Load pictures", for_good=True)
    action.trigger()
    qtbot.waitUntil(lambda: len(server.asked) >= 2, timeout=20_000)
    qtbot.waitUntil(lambda: _loaded(window, qtbot), timeout=20_000)
    assert _in_page(window, qtbot, "scrollY") == 200
    assert _in_page(window, qtbot, "document.querySelector('img').alt") == "A map"
    assert _in_page(window, qtbot, "document.querySelectorAll('.missing').length") == 1
    qtbot.waitUntil(
        lambda: _in_page(window, qtbot, "document.querySelector('.missing').title") != "", timeout=9_000
    )
    note = "document.querySelector('.missing [data-note]').dataset.note"
    assert _in_page(window, qtbot, note) == "Gone from its site"
    assert all("referer" not in asked.headers for asked in server.asked[:1])


def test_hosts_that_are_allowed_are_asked_at_once(
    make_window: MakeWindow, article: Path, app_paths: AppPaths, server: MisbehavingServer, qtbot: QtBot
) -> None:
    Preferences(app_paths.preferences).set(IMAGES_POLICY, "always")
    window = make_window(article)
    qtbot.waitUntil(lambda: _loaded(window, qtbot), timeout=20_000)
    asked = len(server.asked)
    window = make_window(article)
    qtbot.waitUntil(lambda: _loaded(window, qtbot), timeout=20_000)
    qtbot.waitUntil(window.act["load_images"].isEnabled, timeout=20_000)
    assert len(server.asked) == asked  # what is stored is not asked for again, nor what failed just now


def test_a_library_becomes_available_offline(
    make_window: MakeWindow, library: Path, server: MisbehavingServer, qtbot: QtBot
) -> None:
    for number, path in enumerate(sorted(library.rglob("*.md"))):
        text = path.read_text("utf-8").replace("author:", f"source_url: {server.url('/x')}\nauthor:")
        path.write_text(
            text.replace("<div>", f"<div><p><img src='{server.url('/a.png')}?{number}'></p>"), "utf-8"
        )
    server.routes.update(
        {f"/a.png?{n}": lambda asked: Answer(png(3, 2, asked.path.encode())) for n in range(9)}
    )
    window = make_window()
    window.open_requested(library)
    qtbot.waitUntil(lambda: window.side.articles.view.model().rowCount() == 6, timeout=60_000)
    window.act["make_offline"].trigger()
    dialog = window.findChild(OfflineDialog)
    assert dialog is not None
    assert not server.asked
    with qtbot.waitSignal(dialog.process.finished, timeout=30_000) as ended:
        dialog.go.click()
    assert ended.args[0]["cached"] == 6
    assert len(server.asked) == 6
    assert "6" in dialog.headline.text()
    dialog.close()
