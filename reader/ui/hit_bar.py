# SPDX-License-Identifier: MIT
"""The line below the page that counts the places a search found in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from .elided_text import plain_line

_QUERY_LIMIT = 80  # characters


class HitBar(QWidget):
    """What was sought, which place this is, the way to the others."""

    closed = Signal()

    def __init__(self, before: QAction, after: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._query = QLabel(self)
        self._query.setTextFormat(Qt.TextFormat.PlainText)
        self._count = QLabel(self)
        self._count.setObjectName("findCount")
        self._before = self._button("↑", before.toolTip())
        self._after = self._button("↓", after.toolTip())
        self._close = self._button("✕", self.tr("Take the marks away"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(8)
        for widget in (self._query, self._before, self._after, self._count):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._close)
        self._before.clicked.connect(before.trigger)
        self._after.clicked.connect(after.trigger)
        self._close.clicked.connect(self.closed)
        self.hide()

    def show_place(self, query: str, current: int, total: int) -> None:
        """Show which of how many places of `query` the page stands at."""
        self._query.setText(plain_line(query, _QUERY_LIMIT))
        if total:
            self._count.setText(self.tr("%1 of %2").replace("%1", str(current)).replace("%2", str(total)))
        else:
            self._count.setText(self.tr("Not in the text itself"))
        for button in (self._before, self._after):
            button.setEnabled(total > 1)
        self.show()

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
