# SPDX-License-Identifier: MIT
"""Headings of menus are seen; numbers in them are written as elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from reader.ui.menu_heading import add_heading


def test_a_heading_takes_a_line_of_its_own(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    first = add_heading(menu, "Encoding")
    menu.addAction("Big5")
    add_heading(menu, "Written for")
    assert [action.isSeparator() for action in menu.actions()] == [False, False, True, False]
    assert not first.isEnabled()
    assert menu.actionGeometry(first).height() > menu.fontMetrics().height()


def test_thousands_are_set_apart() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    said = QCoreApplication.translate("StateHistory", "%Ln article(s) changed.", None, 3219)
    QLocale.setDefault(before)
    assert said.startswith("3,219 ")
