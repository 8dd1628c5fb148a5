# SPDX-License-Identifier: MIT
"""The line below the page: names for everybody, and Tab goes from the field over the buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from reader.ui.place_bar import PlaceBar


def test_buttons_are_named_and_follow_the_field(qtbot: QtBot) -> None:
    bar = PlaceBar(None)
    qtbot.addWidget(bar)
    field = QLineEdit(bar)
    bar.arrange(field, "Previous", "Next", "Close")
    assert not bar.isVisible()
    assert [each.accessibleName() for each in (bar.before, bar.after, bar.close_button)] == [
        "Previous",
        "Next",
        "Close",
    ]
    assert field.nextInFocusChain() is bar.before
    assert bar.before.nextInFocusChain() is bar.after
    assert bar.after.nextInFocusChain() is bar.close_button
    assert bar.count_text == ""
