# SPDX-License-Identifier: MIT
"""One article read and shown otherwise than the rest: said once, and so whenever it is opened."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from reader.core.article import ReadOptions
from reader.core.settings.overrides import Overrides
from reader.ui.article_settings_dialog import ArticleSettingsDialog
from reader.ui.detail_view import DetailView
from reader.ui.look_commands import LookCommands
from reader.ui.main_window import MainWindow
from reader.ui.own_ways import read_ways
from reader.ui.web_page import OUR_WORLD

from .conftest import MakeWindow

pytestmark = [pytest.mark.engine, pytest.mark.qt_log_ignore("GPUInfo not initialized")]
PATIENCE = 20_000
_SEEN = (
    "[...document.querySelectorAll('article .text p')].filter(p => p.offsetHeight).map(p => p.textContent)"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "note.md"
    path.write_text("# 要点\n\n第一段。\n\n又一句。\n\n第二段。\n\n又一句。\n\n第三段。\n", "utf-8")
    return path


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "other.md"
    path.write_text("# 别的\n\n又一句。\n", "utf-8")
    return path


def _ask(window: MainWindow, qtbot: QtBot, script: str) -> Any:
    answers: list[Any] = []
    window._detail.view.page().runJavaScript(f"JSON.stringify({script})", OUR_WORLD, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE)
    return json.loads(answers[0]) if answers[0] else None


def _wait_for(window: MainWindow, qtbot: QtBot, seen: list[str]) -> None:
    qtbot.waitUntil(lambda: _ask(window, qtbot, _SEEN) == seen, timeout=PATIENCE)


def _open(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    window.open_requested(path)
    qtbot.waitUntil(lambda: window._detail.state.path == path and window.is_settled(), timeout=PATIENCE)


def _dialog(window: MainWindow) -> ArticleSettingsDialog:
    window.act["article_settings"].trigger()
    return window.findChildren(ArticleSettingsDialog)[-1]


def _pick(combo: QComboBox, value: object) -> None:
    index = next(number for number in range(combo.count()) if combo.itemData(number) == value)
    combo.setCurrentIndex(index)
    combo.activated.emit(index)


def test_an_element_is_hidden_for_good_and_shown_again(
    make_window: MakeWindow, qtbot: QtBot, file: Path, other: Path
) -> None:
    window = make_window(file)
    everything = ["第一段。", "又一句。", "第二段。", "又一句。", "第三段。"]
    _wait_for(window, qtbot, everything)
    assert not window.act["show_hidden"].isEnabled()
    _ask(window, qtbot, "getSelection().selectAllChildren(document.querySelectorAll('article .text p')[3])")
    window.act["hide_element"].trigger()
    rest = ["第一段。", "又一句。", "第二段。", "第三段。"]
    _wait_for(window, qtbot, rest)
    _open(window, qtbot, other)
    _wait_for(window, qtbot, ["又一句。"])
    _open(window, qtbot, file)
    _wait_for(window, qtbot, rest)
    window = make_window(file)
    _wait_for(window, qtbot, rest)
    qtbot.waitUntil(window.act["show_hidden"].isEnabled, timeout=PATIENCE)
    window.act["show_hidden"].trigger()
    _wait_for(window, qtbot, everything)
    window = make_window(file)
    _wait_for(window, qtbot, everything)


def test_nothing_is_hidden_where_nothing_was_meant(make_window: MakeWindow, qtbot: QtBot, file: Path) -> None:
    window = make_window(file)
    said: list[str] = []
    assert window.desk is not None
    window.desk.states.overrides.said.connect(said.append)
    window.act["hide_element"].trigger()
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE)
    window.act["original"].trigger()
    qtbot.waitUntil(lambda: not window.act["hide_element"].isEnabled(), timeout=PATIENCE)


def test_encoding_and_size_are_kept_and_reset(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, other: Path
) -> None:
    file = _letter(tmp_path)
    window = make_window(file)
    dialog = _dialog(window)
    assert not dialog.reset_button.isEnabled()
    _pick(dialog.encoding, "gb18030")
    _pick(dialog.zoom, 1.5)
    detail = window._detail
    page = detail.state
    qtbot.waitUntil(lambda: "繁體" not in (detail.state.page or page.page).article.text, timeout=PATIENCE)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: detail.view.zoomFactor() == pytest.approx(1.5), timeout=PATIENCE)
    _open(window, qtbot, other)
    qtbot.waitUntil(lambda: detail.view.zoomFactor() == pytest.approx(1.0), timeout=PATIENCE)
    window = make_window(file)
    detail = window._detail
    qtbot.waitUntil(
        lambda: detail.state.page is not None and detail.state.page.options.encoding == "gb18030",
        timeout=PATIENCE,
    )
    qtbot.waitUntil(lambda: detail.view.zoomFactor() == pytest.approx(1.5), timeout=PATIENCE)
    window.findChild(LookCommands).zoom(1)
    qtbot.waitUntil(lambda: detail.view.zoomFactor() == pytest.approx(1.7), timeout=PATIENCE)
    dialog = _dialog(window)
    dialog.reset_button.click()
    qtbot.waitUntil(
        lambda: detail.state.page is not None and "繁體中文" in detail.state.page.article.text,
        timeout=PATIENCE,
    )
    qtbot.waitUntil(lambda: detail.view.zoomFactor() == pytest.approx(1.0), timeout=PATIENCE)
    assert not dialog.reset_button.isEnabled()


def test_an_article_may_always_open_as_its_original(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, other: Path
) -> None:
    file = tmp_path / "page.html"
    file.write_text("<html><body><h1>页</h1><p>正文一段，足够长。</p></body></html>", "utf-8")
    window = make_window(file)
    dialog = _dialog(window)
    _pick(dialog.view, True)
    dialog.accept()
    qtbot.waitUntil(lambda: window._detail.state.original, timeout=PATIENCE)
    _open(window, qtbot, other)
    assert not window._detail.state.original
    _open(window, qtbot, file)
    qtbot.waitUntil(lambda: window._detail.state.original, timeout=PATIENCE)
    assert window.act["original"].isChecked()
    qtbot.waitUntil(lambda: window._commands.path == file, timeout=PATIENCE)
    window.act["original"].trigger()
    qtbot.waitUntil(lambda: not window._detail.state.original, timeout=PATIENCE)


def _letter(folder: Path) -> Path:
    file = folder / "letter.txt"
    file.write_bytes("標題\n\n繁體中文的文章。".encode("big5"))
    return file


def _encodings_asked_for(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """Those of every article that is asked for from now on."""
    asked: list[str | None] = []
    show = DetailView.show_article

    def note(detail: DetailView, path: Path, options: ReadOptions, **how: Any) -> None:
        asked.append(options.encoding)
        show(detail, path, options, **how)

    monkeypatch.setattr(DetailView, "show_article", note)
    return asked


def test_the_first_page_is_read_as_it_was_asked_for(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = _letter(tmp_path)
    window = make_window(file)
    qtbot.waitUntil(lambda: window._feed.overrides is not None, timeout=PATIENCE)
    window._feed.override(file, {"encoding": "gb18030"})
    asked = _encodings_asked_for(monkeypatch)
    window = make_window(file)
    qtbot.waitUntil(lambda: window._feed.overrides is not None, timeout=PATIENCE)
    assert asked == ["gb18030"]
    window._feed.override(file, {"encoding": None})
    qtbot.waitUntil(lambda: asked == ["gb18030", None], timeout=PATIENCE)
    asked.clear()
    make_window(file)
    assert asked == [None]


def test_an_article_on_its_way_is_not_asked_for_again(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = _letter(tmp_path)
    window = make_window(file)
    qtbot.waitUntil(lambda: window._feed.overrides is not None, timeout=PATIENCE)
    asked = _encodings_asked_for(monkeypatch)
    window._feed.override(file, {"encoding": "gb18030"})
    window._read_rightly()  # the folders answered while it is opened
    window._feed.override(file, {"zoom": 1.5})
    assert asked == ["gb18030"]
    qtbot.waitUntil(lambda: window._detail.view.zoomFactor() == pytest.approx(1.5), timeout=PATIENCE)
    assert asked == ["gb18030"]


@pytest.mark.parametrize("text", ["", "[", "[1]", '{"a": 1}', '{"a": {"encoding": "no such"}}'])
def test_what_is_no_list_of_ways_is_none(text: str) -> None:
    assert all(own == Overrides() for own in read_ways(text).values())
