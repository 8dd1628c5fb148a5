# SPDX-License-Identifier: MIT
"""Pictures that move stand still in the page, play at a click, and follow the preference at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.core.settings.options import ANIMATIONS
from reader.ui.look_commands import LookCommands
from reader.ui.main_window import MainWindow
from reader.ui.web_page import OUR_WORLD
from tests.core.images import sample_pictures as samples

from .conftest import MakeWindow

pytestmark = [pytest.mark.engine, pytest.mark.qt_log_ignore("GPUInfo not initialized")]

WAIT = 20_000


def _ask(window: MainWindow, qtbot: QtBot, script: str) -> object:
    answers: list[object] = []
    window._detail.view.page().runJavaScript(f"JSON.stringify({script})", OUR_WORLD, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)
    return json.loads(str(answers[0]))


def _sources(window: MainWindow, qtbot: QtBot) -> list[str]:
    """How each picture is served now: `still` or nothing."""
    script = "[...document.images].map(i=>i.naturalWidth&&i.getAttribute('src').split('/')[2]||'')"
    found = _ask(window, qtbot, script)
    assert isinstance(found, list)
    return [str(each) for each in found]


@pytest.fixture
def window(make_window: MakeWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.gif").write_bytes(samples.MOVING_GIF)
    (folder / "two.webp").write_bytes(samples.MOVING_WEBP)
    (folder / "three.png").write_bytes(samples.STILL_PNG)
    path = folder / "a.md"
    path.write_text("# T\n\n![](one.gif)\n\n![](two.webp)\n\n![](three.png)\n", "utf-8")
    window = make_window(path)
    qtbot.waitUntil(lambda: window.desk is not None, timeout=WAIT)
    qtbot.waitUntil(lambda: _sources(window, qtbot) == ["still", "still", ""], timeout=WAIT)
    return window


def test_a_click_plays_and_another_stops(window: MainWindow, qtbot: QtBot) -> None:
    places: list[object] = []

    def rests() -> bool:
        box = "(b=>[b.left+b.width/2,b.top+b.height/2])(document.images[0].getBoundingClientRect())"
        places.append((_ask(window, qtbot, box), window._detail.view.mapTo(window, QPoint())))
        return len(places) > 3 and places[-1] == places[-2] == places[-3]

    qtbot.waitUntil(rests, timeout=WAIT)
    [x, y], _at = places[-1]  # type: ignore[misc]
    for expected in (["", "still", ""], ["still", "still", ""]):
        proxy = window._detail.view.focusProxy()
        assert proxy is not None
        QTest.mouseClick(
            proxy, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(round(x), round(y))
        )
        qtbot.waitUntil(lambda expected=expected: _sources(window, qtbot) == expected, timeout=WAIT)
    assert window.desk is not None
    assert window.desk.pictures.viewer is None


def test_the_preference_holds_at_once(window: MainWindow, qtbot: QtBot) -> None:
    look = window.findChild(LookCommands)
    assert look is not None
    look.changes.set(ANIMATIONS.name, "play")
    qtbot.waitUntil(lambda: _sources(window, qtbot) == ["", "", ""], timeout=WAIT)
    assert _ask(window, qtbot, "document.documentElement.dataset.animations") == "play"
    look.changes.set(ANIMATIONS.name, "stopped")
    qtbot.waitUntil(lambda: _sources(window, qtbot) == ["still", "still", ""], timeout=WAIT)
