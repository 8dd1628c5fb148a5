# SPDX-License-Identifier: MIT
"""A field to type what is sought, with a quiet lens at its start."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QLineEdit, QWidget

from reader.ui.icons import RATIOS

_LENS_ROOM = 20  # pixels before the text


class SearchField(QLineEdit):
    """Escape empties it and leaves; Down and Enter leave for what was found."""

    left_for_results = Signal()
    left_empty = Signal()

    def __init__(self, lens: QColor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lens = lens
        self._cross: QAction | None = None
        self.setObjectName("SearchField")
        before = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        self.setTextMargins(_LENS_ROOM if before else 0, 0, 0 if before else _LENS_ROOM, 0)
        self.textChanged.connect(self._on_text_changed)

    def set_lens(self, colour: QColor) -> None:
        """Draw the lens and the cross in another colour."""
        self._lens = colour
        if self._cross is not None:
            self._cross.setIcon(self._cross_icon())
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
        painter.setPen(self._pen())
        before = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        centre = QPointF(15.5 if before else self.width() - 15.5, self.height() / 2 - 1)
        painter.drawEllipse(centre, 4.2, 4.2)
        painter.drawLine(centre + QPointF(3.2, 3.2), centre + QPointF(6.2, 6.2))
        painter.end()

    def _on_text_changed(self, text: str) -> None:
        # The icon costs more than the field: made when there is something to clear.
        if text and self._cross is None:
            self._cross = self.addAction(self._cross_icon(), QLineEdit.ActionPosition.TrailingPosition)
            self._cross.setText(self.tr("Clear search"))
            self._cross.setToolTip(self.tr("Clear search"))
            self._cross.triggered.connect(self.clear)
        if self._cross is not None:
            self._cross.setVisible(bool(text))

    def _cross_icon(self) -> QIcon:
        """Drawn for every screen the window may be moved to."""
        icon = QIcon()
        for ratio in RATIOS:
            icon.addPixmap(self._cross_at(ratio))
        return icon

    def _cross_at(self, ratio: float) -> QPixmap:
        side = 16
        pixmap = QPixmap(round(side * ratio), round(side * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(self._pen())
        painter.drawLine(QPointF(4.5, 4.5), QPointF(11.5, 11.5))
        painter.drawLine(QPointF(11.5, 4.5), QPointF(4.5, 11.5))
        painter.end()
        return pixmap

    def _pen(self) -> QPen:
        pen = QPen(self._lens, 1.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        return pen
