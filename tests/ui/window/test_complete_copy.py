# SPDX-License-Identifier: MIT
"""A complete copy saved from the window opens in any browser, asks for nothing else and looks the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from reader.ui.main_window import MainWindow
from reader.ui.web_page import OUR_WORLD
from tests.core.images import sample_pictures as samples

from .conftest import MakeWindow

pytestmark = [pytest.mark.engine, pytest.mark.qt_log_ignore("GPUInfo not initialized")]

WAIT = 20_000
SHAPES = (
    "[...document.querySelectorAll('main img, main p, main h1')].map(e=>[e.tagName,"
    "e.getBoundingClientRect().width,e.getBoundingClientRect().height,"
    "e.naturalWidth??0,getComputedStyle(e).fontFamily])"
)


class _Requests(QWebEngineUrlRequestInterceptor):
    """Notes everything that a page asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QUrl] = []

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        self.seen.append(QUrl(info.requestUrl()))


def _ask(page: QWebEnginePage, qtbot: QtBot, script: str) -> Any:
    answers: list[str] = []
    page.runJavaScript(f"JSON.stringify({script})", OUR_WORLD, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)
    return json.loads(answers[0])


@pytest.fixture
def window(make_window: MakeWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("STILL_PNG", "CLEAR_WEBP", "PHOTO_JPEG", "DRAWING"):
        (folder / name).write_bytes(getattr(samples, name))
    path = folder / "a.md"
    path.write_text(
        "---\ntitle: Kept\n---\n\nWords 与汉字。\n\n![](STILL_PNG)\n\n"
        "![](CLEAR_WEBP) in a line ![](DRAWING).\n\n"
        "![](PHOTO_JPEG)\n\n![](https://example.org/gone.png)\n",
        "utf-8",
    )
    window = make_window(path, theme="dark")
    qtbot.waitUntil(lambda: window.desk is not None, timeout=WAIT)
    return window


@pytest.mark.parametrize("wanted", ["everything inside", "folder of pictures (*.html)"])
def test_a_copy_is_the_page_without_the_reader(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, wanted: str
) -> None:
    target = tmp_path / "copy"
    offered: list[str] = []

    def choose(_parent: object, _title: str, name: str, filters: str) -> tuple[str, str]:
        offered.append(Path(name).name)
        [chosen] = [each for each in filters.split(";;") if wanted in each and "Markdown" not in each]
        return str(target), chosen

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(choose))
    said: list[str] = []
    monkeypatch.setattr(window.status, "say", said.append)
    window.act["save_copy"].trigger()
    qtbot.waitUntil(lambda: bool(said), timeout=WAIT)
    saved = target.with_suffix(".html")
    assert offered == ["Kept.html"]
    assert said == [f"Saved as {saved}. Pictures missing in it: 1."]
    shown = _ask(window._detail.view.page(), qtbot, SHAPES)
    requests, shapes = _shapes_of_file(
        saved, window._detail.view.width(), window._detail.view.height(), qtbot
    )
    inside = {url.path() for url in requests if url.scheme() == "file"}
    assert {url.scheme() for url in requests} <= {"file", "data"}
    assert all(path == str(saved) or path.startswith(f"{target}_files/") for path in inside)
    assert len(inside) == (1 if wanted.startswith("everything") else 5)
    assert shapes == shown


def _shapes_of_file(path: Path, width: int, height: int, qtbot: QtBot) -> tuple[list[QUrl], Any]:
    """What a browser asks for to show a file, and how it shows it."""
    requests = _Requests()
    profile = QWebEngineProfile()
    profile.setUrlRequestInterceptor(requests)
    view = QWebEngineView()
    page = QWebEnginePage(profile, view)
    view.setPage(page)
    view.resize(width, height)
    view.show()
    with qtbot.waitSignal(page.loadFinished, timeout=WAIT) as loaded:
        page.load(QUrl.fromLocalFile(str(path)))
    assert loaded.args == [True]
    shapes = _ask(page, qtbot, SHAPES)
    assert _ask(page, qtbot, "document.scripts.length") == 0
    view.close()
    page.deleteLater()
    qtbot.waitUntil(lambda: True)
    view.deleteLater()
    profile.deleteLater()
    return requests.seen, shapes
