# SPDX-License-Identifier: MIT
"""Reading state in files: exports of other programs and of our own, taken in by the window with a report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from reader.core.settings import ReadState
from reader.ui.main_window import MainWindow
from reader.ui.state_carrier import StateCarrier
from reader.ui.taken_in_dialog import TakenInDialog

from .conftest import state_of

pytestmark = [
    pytest.mark.engine,
    pytest.mark.qt_log_ignore("GPUInfo not initialized", "This plugin does not support"),
]
PATIENCE = 20_000
_READWISE = (
    "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at\n"
    '"正文。正文",第 1 篇,,,记住,blue,,order,1,\n"不在其中",第 1 篇,,,,,,order,2,\n'
    '"什么",没有的书,,,,,,order,2,\n'
)
_EXPORTS = {
    "readwise.csv": (_READWISE, "Readwise"),
    "pocket.csv": (
        "title,url,time_added,tags,status\n第 1 篇,https://x.example/a,1600000000,a|b,archive\n",
        "Pocket",
    ),
    "pocket.html": (
        "<html><h1>Read Archive</h1><ul><li><a href='https://x.example'>第 1 篇</a></li></ul>",
        "Pocket",
    ),
    "omnivore.json": (json.dumps([{"slug": "a", "title": "第 1 篇", "readingProgress": 40}]), "Omnivore"),
    "wallabag.json": (json.dumps([{"title": "第 1 篇", "is_starred": 1}]), "Wallabag"),
}


@pytest.fixture
def carrier(library_window: MainWindow) -> StateCarrier:
    assert library_window.desk is not None
    return library_window.desk.states.carrier


def _report(window: MainWindow, qtbot: QtBot) -> TakenInDialog:
    def shown() -> list[TakenInDialog]:
        return [each for each in window.findChildren(TakenInDialog) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()), timeout=PATIENCE)
    return shown()[0]


@pytest.mark.parametrize("name", list(_EXPORTS))
def test_an_export_is_taken_in_and_reported(
    library_window: MainWindow,
    library: Path,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    text, program = _EXPORTS[name]
    file = tmp_path / name
    file.write_text(text, "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(file), ""))
    library_window.act["take_in"].trigger()
    dialog = _report(library_window, qtbot)
    assert f"Written by {program}.\n" in dialog.summary.text()
    assert "1 of them in the library." in dialog.summary.text()
    if program == "Readwise":
        assert "2 highlights taken in.\n1 of them not found in the text." in dialog.summary.text()
    left = [dialog.left_out.item(row).text() for row in range(dialog.left_out.count())]
    assert left == (["Not in the library: 没有的书"] if program == "Readwise" else [])
    dialog.accept()
    path = library / "source" / "_posts" / "a" / "1.md"
    state = state_of(library_window, qtbot, path)
    assert state.starred or state.progress or state.state is ReadState.FINISHED or program == "Readwise"


def test_what_was_written_is_taken_in_again(
    library_window: MainWindow,
    library: Path,
    carrier: StateCarrier,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path, target = library / "source" / "_posts" / "a" / "1.md", tmp_path / "state.jsonl"
    library_window._feed.set_state(path, starred=True)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(target), ""))
    with qtbot.waitSignal(carrier.said, timeout=PATIENCE):
        library_window.act["write_state"].trigger()
    assert '"starred"' in target.read_text("utf-8")
    carrier.take_in(target)
    dialog = _report(library_window, qtbot)
    assert dialog.summary.text() == "0 changes taken in."


def test_a_file_that_says_nothing_is_said_to(
    library_window: MainWindow, carrier: StateCarrier, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "other.csv"
    file.write_text("a,b\n1,2\n", "utf-8")
    for place in (file, tmp_path / "none.json"):
        carrier.take_in(place)
        qtbot.waitUntil(
            lambda place=place: f"{place} is no" in library_window.status.text(), timeout=PATIENCE
        )
    assert not library_window.findChildren(TakenInDialog)


@pytest.mark.allow_log("background work failed")
def test_the_state_is_not_written_over_itself(
    library_window: MainWindow, carrier: StateCarrier, qtbot: QtBot
) -> None:
    places: list[Path] = []
    library_window._feed.consult(lambda library: library.states.path, places.append)
    qtbot.waitUntil(lambda: bool(places), timeout=PATIENCE)
    carrier.write(places[0])
    qtbot.waitUntil(lambda: "itself" in library_window.status.text(), timeout=PATIENCE)
    assert places[0].read_bytes().startswith(b"SQLite")
