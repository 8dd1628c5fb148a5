# SPDX-License-Identifier: MIT
"""Words above the entries of a menu that they belong to."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from .interface_type import InterfaceType, TextRole, text_scale


def add_heading(menu: QMenu, text: str) -> QAction:
    """Not as a section: of those, menus with a style sheet draw the line alone."""
    if menu.actions():
        menu.addSeparator()
    heading = menu.addAction(text)
    heading.setFont(InterfaceType(menu.font(), text_scale(menu.font())).font(TextRole.CAPTION))
    heading.setEnabled(False)
    return heading
