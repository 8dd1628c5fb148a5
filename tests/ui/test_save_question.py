# SPDX-License-Identifier: MIT
"""Where something is saved: names get their ending, and what that leads to is not replaced unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.save_question import ask_where_to_save, with_ending


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.mark.parametrize(
    ("name", "becomes"),
    [
        ("map", "map.jpg"),
        ("map.jpg", "map.jpg"),
        ("map.JPEG", "map.JPEG"),
        ("Python 3.12", "Python 3.12.jpg"),
        ("Version 2.0 of it", "Version 2.0 of it.jpg"),
        ("今天。", "今天。.jpg"),
    ],
)
def test_a_name_gets_an_ending_unless_it_has_one(name: str, becomes: str) -> None:
    assert with_ending(Path("/tmp") / name, ".jpg") == Path("/tmp") / becomes


def _saves(parent: QWidget, monkeypatch: pytest.MonkeyPatch, chosen: Path, answer: str) -> list[str]:
    """Chooses a file and answers the question, if one comes; what was asked, and what came of it."""
    asked: list[str] = []
    waiting = QTimer(parent, interval=10)

    def press() -> None:
        question = QApplication.activeModalWidget()
        if isinstance(question, QMessageBox):
            waiting.stop()
            asked.append(question.text())
            [button] = [each for each in question.buttons() if each.text() == answer]
            button.click()

    waiting.timeout.connect(press)
    waiting.start()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), "Pictures"))
    told = ask_where_to_save(
        parent, "Save", chosen, ["Pictures"], lambda path, _filter: with_ending(path, ".png")
    )
    waiting.stop()
    return [*asked, told[0].name if told else ""]


def test_a_file_that_the_ending_leads_to_is_asked_about(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "map.png").write_text("precious")
    chosen = tmp_path / "map"
    assert _saves(parent, monkeypatch, chosen, "Cancel") == ["“map.png” is there already.", ""]
    assert _saves(parent, monkeypatch, chosen, "Replace") == ["“map.png” is there already.", "map.png"]


def test_what_the_dialog_has_asked_about_is_not_asked_again(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "map.png").write_text("precious")
    assert _saves(parent, monkeypatch, tmp_path / "map.png", "Replace") == ["map.png"]
    assert _saves(parent, monkeypatch, tmp_path / "other", "Replace") == ["other.png"]
