# SPDX-License-Identifier: MIT
"""The outline of rows that are on their way."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.core.theme import Theme
from reader.ui.article_row_delegate import GUTTER
from reader.ui.row_canvas import RowCanvas
from reader.ui.row_colours import fill_rounded, row_colours

_TITLE_PARTS = (0.82, 0.64, 0.9, 0.73)  # widths, so that the rows do not look stamped


class SkeletonRows(QWidget):
    """Grey bars where title, source and excerpt will stand; still, as loading takes no attention."""

    def __init__(self, theme: Theme, row_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_look(theme, row_height)

    def set_look(self, theme: Theme, row_height: int) -> None:
        """Take other colours and another height of rows."""
        self._colours = row_colours(theme, theme.list)
        self._row_height = row_height
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._colours.ground)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for number in range(self.height() // self._row_height + 1):
            rect = QRect(0, number * self._row_height, self.width(), self._row_height)
            painter.setOpacity(max(0.0, 1.0 - number * 0.12))
            self._paint_row(RowCanvas(painter, rect, mirrored, self._colours), _TITLE_PARTS[number % 4])
        painter.end()

    def _paint_row(self, canvas: RowCanvas, part: float) -> None:
        width = canvas.rect.width() - GUTTER - 16
        bars = [(part, 12)]
        if self._row_height >= 48:
            bars.append((0.38, 9))
        if self._row_height >= 76:
            bars += [(1.0, 9), (part * 0.8, 9)]
        height = sum(thick for _, thick in bars) + 8 * (len(bars) - 1)
        top = canvas.rect.top() + (canvas.rect.height() - height) / 2
        for share, thick in bars:
            box = canvas.place(GUTTER, width * share, top, thick)
            fill_rounded(canvas.painter, box, 3, self._colours.rule)
            top += thick + 8
