# SPDX-License-Identifier: MIT
"""The line at the bottom says a long sentence whole."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.status_line import StatusLine

_LONG = (
    "The journal /home/someone/.local/share/article-reader/profiles/somebody-else/journal/9e15bf6c.jsonl"
    " cannot be written: Permission denied."
)


def test_a_sentence_that_does_not_fit_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addStretch(1)
    line = StatusLine(window)
    column.addWidget(line)
    window.resize(400, 300)
    window.show()
    line.say("Copied.")
    qtbot.waitUntil(lambda: line.height() == 28)
    line.say(_LONG)
    qtbot.waitUntil(lambda: line.height() >= 28 + line.fontMetrics().height())
    assert line.text() == _LONG
    window.resize(1600, 300)
    qtbot.waitUntil(lambda: line.height() == 28)
