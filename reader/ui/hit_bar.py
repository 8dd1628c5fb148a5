# SPDX-License-Identifier: MIT
"""The line below the page that counts the places a search found in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QWidget

from .elided_text import plain_line
from .place_bar import PlaceBar

_QUERY_LIMIT = 80  # characters


class HitBar(PlaceBar):
    """What was sought, which place this is, the way to the others."""

    closed = Signal()

    def __init__(self, before: QAction, after: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._query = QLabel(self)
        self._query.setTextFormat(Qt.TextFormat.PlainText)
        self.arrange(self._query, before.toolTip(), after.toolTip(), self.tr("Take the marks away"))
        self.before.clicked.connect(before.trigger)
        self.after.clicked.connect(after.trigger)
        self.close_button.clicked.connect(self.closed)

    def show_place(self, query: str, current: int, total: int) -> None:
        """Show which of how many places of `query` the page stands at."""
        self._query.setText(plain_line(query, _QUERY_LIMIT))
        if total:
            self._count.setText(self.tr("%1 of %2").replace("%1", str(current)).replace("%2", str(total)))
        else:
            self._count.setText(self.tr("Not in the text itself"))
        for button in (self.before, self.after):
            button.setEnabled(total > 1)
        self.show()
