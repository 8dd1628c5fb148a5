# SPDX-License-Identifier: MIT
"""The sheet of keyboard shortcuts, made from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from .actions import MENUS, Actions, translated
from .dialog_style import open_with_size


class ShortcutSheet(QDialog):
    """Every action that has a key, by menu; Esc closes it."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutSheet")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        inner = QWidget(self)
        columns = QHBoxLayout(inner)
        columns.setContentsMargins(24, 24, 24, 24)
        columns.setSpacing(48)
        for names in (("file", "help"), ("article",), ("tab", "view")):
            column = QVBoxLayout()
            column.setSpacing(16)
            for name in names:
                column.addWidget(self._heading(translated(MENUS[name]).replace("&", "").split("(")[0]))
                column.addLayout(self._group(actions, name))
            column.addStretch(1)
            columns.addLayout(column)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        hint = inner.sizeHint()
        open_with_size(self, min(hint.width() + 24, 980), min(hint.height() + 8, 640))

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setObjectName("sheetHeading")
        return label

    def _group(self, actions: Actions, menu: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        row = 0
        for spec, action in actions.all():
            keys = action.shortcuts()
            if spec.menu.removeprefix("-") != menu or not keys:
                continue
            shown = "   ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
            label = QLabel(shown, self)
            label.setObjectName("sheetKeys")
            grid.addWidget(QLabel(action.text().rstrip("…"), self), row, 0)
            grid.addWidget(label, row, 1, Qt.AlignmentFlag.AlignRight)
            row += 1
        return grid
