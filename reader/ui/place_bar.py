# SPDX-License-Identifier: MIT
"""A line below the page that counts places in it and leads from one to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget


class PlaceBar(QWidget):
    """What the places are of, the way back and forth, which one this is, and the way out; hidden at first."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._count = QLabel(self)
        self._count.setObjectName("findCount")
        self.hide()

    def arrange(self, lead: QWidget, before: str, after: str, close: str) -> None:
        """Put buttons of these names after `lead`, which says what the places are of."""
        self.before = self._button("↑", before)
        self.after = self._button("↓", after)
        self.close_button = self._button("✕", close)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(6)
        for widget in (lead, self.before, self.after, self._count):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.close_button)

    @property
    def count_text(self) -> str:
        """What is said of the places."""
        return self._count.text()

    def _button(self, sign: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setAutoRaise(True)
        return button
