# SPDX-License-Identifier: MIT
"""Long names in a box of choices are told apart by their ends."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from reader.ui.elided_choice import ElidedChoice

LONG = "2026-11-28 08:25 · saved/readability/test/test-pages/"


def _looks(choice: QComboBox, qtbot: QtBot) -> list[object]:
    qtbot.addWidget(choice)
    choice.addItems([LONG + "one/source.html", LONG + "two/source.html"])
    choice.setFixedWidth(260)
    looks = []
    for index in range(2):
        choice.setCurrentIndex(index)
        looks.append(choice.grab().toImage())
    return looks


def test_names_that_differ_at_their_ends_look_different(qtbot: QtBot) -> None:
    one, other = _looks(ElidedChoice(), qtbot)
    assert one != other
    choice = ElidedChoice()
    _looks(choice, qtbot)
    assert choice.toolTip() == LONG + "two/source.html"
