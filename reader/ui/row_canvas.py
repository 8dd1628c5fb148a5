# SPDX-License-Identifier: MIT
"""Draws into one row by distances from its leading and trailing edge, so that mirroring needs no thought."""

from __future__ import annotations

from math import cos, pi, sin
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QStyle

from reader.ui.elided_text import TextBlock
from reader.ui.row_colours import RowColours, draw_hairline, draw_ring, fill_rounded
from reader.ui.row_focus import RowFocus

_STAR = QPolygonF(
    [
        QPointF(
            sin(n * pi / 5) * (1.0 if n % 2 == 0 else 0.45), -cos(n * pi / 5) * (1.0 if n % 2 == 0 else 0.45)
        )
        for n in range(10)
    ]
)


class RowCanvas(NamedTuple):
    """One row being painted; all lengths in pixels."""

    painter: QPainter
    rect: QRect
    mirrored: bool
    colours: RowColours

    def place(self, leading: float, width: float, top: float, height: float) -> QRectF:
        """The rectangle that starts `leading` pixels after the row's leading edge."""
        left = self.rect.right() + 1 - leading - width if self.mirrored else self.rect.left() + leading
        return QRectF(left, top, width, height)

    def place_at_end(self, trailing: float, width: float, top: float, height: float) -> QRectF:
        """The rectangle that ends `trailing` pixels before the row's trailing edge."""
        return self.place(self.rect.width() - trailing - width, width, top, height)

    def ground(self, box: QRectF, state: QStyle.StateFlag, view: RowFocus, *, is_current: bool) -> bool:
        """The ground of a row in its state, with the ring; False where it is the plain one."""
        colours = self.colours
        raised = True
        if state & QStyle.StateFlag.State_Selected:
            fill_rounded(
                self.painter, box, 7, colours.selected if view.is_focused else colours.selected_elsewhere
            )
        elif state & QStyle.StateFlag.State_MouseOver:
            fill_rounded(self.painter, box, 7, colours.hover)
        else:
            raised = False
        if is_current and view.shows_ring:
            draw_ring(self.painter, box, 6, colours.accent)
        return raised

    def ring(self, box: QRectF) -> None:
        """The keyboard's ring around something that is no ground of its own."""
        draw_ring(self.painter, box, 6, self.colours.accent)

    def text(self, block: TextBlock, leading: float, top: float, width: float, colour: QColor) -> None:
        """Text laid out for `width`."""
        self.painter.setPen(colour)
        block.draw(self.painter, self.place(leading, width, top, 0).left(), top, self.colours.mark)

    def separator(self, leading: float, trailing: float) -> None:
        """The hairline at the foot of the row."""
        line = self.place(leading, self.rect.width() - leading - trailing, 0, 0)
        draw_hairline(self.painter, line.left(), line.right(), self.rect.bottom() + 1, self.colours.rule)

    def dot(self, leading: float, middle: float, size: float = 8.0) -> None:
        """The unread mark, centred at `leading`."""
        fill_rounded(
            self.painter,
            self.place(leading - size / 2, size, middle - size / 2, size),
            size / 2,
            self.colours.accent,
        )

    def star(self, leading: float, middle: float, size: float = 5.5) -> None:
        """The star mark, centred at `leading`."""
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.colours.accent)
        self.painter.save()
        self.painter.translate(self.place(leading, 0, middle, 0).topLeft())
        self.painter.scale(size, size)
        self.painter.drawPolygon(_STAR)
        self.painter.restore()

    def progress(self, fraction: float, trailing: float, middle: float, width: float = 32.0) -> None:
        """How much is read, as a thin bar that ends `trailing` before the edge."""
        fraction = min(1.0, max(0.0, fraction))
        fill_rounded(
            self.painter, self.place_at_end(trailing, width, middle - 1.5, 3), 1.5, self.colours.rule
        )
        done = max(3.0, width * fraction)
        fill_rounded(
            self.painter,
            self.place_at_end(trailing + width - done, done, middle - 1.5, 3),
            1.5,
            self.colours.accent,
        )

    def picture(self, pixmap: QPixmap | None, trailing: float, side: float) -> None:
        """A square picture with rounded corners, or the quiet place it will take."""
        top = self.rect.top() + (self.rect.height() - 1 - side) // 2
        box = self.place_at_end(trailing, side, top, side)
        if pixmap is None:
            fill_rounded(self.painter, box, 6, self.colours.hover)
            return
        self.painter.drawPixmap(box.topLeft(), pixmap)

    def frame(self, leading: float, middle: float, *, is_whole: bool, size: float = 9.0) -> None:
        """A small picture, centred at `leading`: struck through where some are missing."""
        pixels = self.painter
        pixels.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        pixels.setPen(QPen(self.colours.faint if is_whole else self.colours.soft, 1.2))
        pixels.setBrush(Qt.BrushStyle.NoBrush)
        box = self.place(leading - size / 2, size, middle - size * 0.4, size * 0.8)
        pixels.drawRoundedRect(box, 1.5, 1.5)
        if not is_whole:
            pixels.drawLine(box.bottomLeft(), box.topRight())

    def chevron(self, leading: float, middle: float, *, is_open: bool, colour: QColor) -> None:
        """The mark of a branch, centred at `leading`: down when open, else along the reading direction."""
        centre = self.place(leading, 0, middle, 0).topLeft()
        path = QPainterPath()
        if is_open:
            points = [QPointF(-3.5, -1.75), QPointF(0, 1.75), QPointF(3.5, -1.75)]
        else:
            side = -1.0 if self.mirrored else 1.0
            points = [QPointF(-1.75 * side, -3.5), QPointF(1.75 * side, 0), QPointF(-1.75 * side, 3.5)]
        path.moveTo(centre + points[0])
        path.lineTo(centre + points[1])
        path.lineTo(centre + points[2])
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        pen = QPen(colour, 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPath(path)
