# SPDX-License-Identifier: MIT
"""A field to type what is sought, with a quiet lens at its start."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

_LENS_ROOM = 20  # pixels before the text


class SearchField(QLineEdit):
    """Escape empties it and leaves; Down and Enter leave for what was found."""

    left_for_results = Signal()
    left_empty = Signal()

    def __init__(self, lens: QColor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lens = lens
        self.setObjectName("SearchField")
        before = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        self.setTextMargins(_LENS_ROOM if before else 0, 0, 0 if before else _LENS_ROOM, 0)
        self.textChanged.connect(self._on_text_changed)

    def set_lens(self, colour: QColor) -> None:
        """Draw the lens in another colour."""
        self._lens = colour
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.clear()
            self.left_empty.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_for_results.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        pen = QPen(self._lens, 1.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        before = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        centre = QPointF(15.5 if before else self.width() - 15.5, self.height() / 2 - 1)
        painter.drawEllipse(centre, 4.2, 4.2)
        painter.drawLine(centre + QPointF(3.2, 3.2), centre + QPointF(6.2, 6.2))
        painter.end()

    def _on_text_changed(self, text: str) -> None:
        # Its icon costs more than the field: made when there is something to clear.
        if text and not self.isClearButtonEnabled():
            self.setClearButtonEnabled(True)
