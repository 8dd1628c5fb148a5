# SPDX-License-Identifier: MIT
"""The colours rows are painted with, and the shapes rows of both panels share."""

from __future__ import annotations

from math import floor
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reader.core.theme import Theme


class RowColours(NamedTuple):
    """A theme's tokens as colours, for rows on one ground."""

    ground: QColor
    hover: QColor
    selected: QColor
    selected_elsewhere: QColor  # in a pane without the keyboard
    ink: QColor
    soft: QColor
    faint: QColor
    rule: QColor
    accent: QColor
    danger: QColor
    mark: QColor  # behind what was sought


def row_colours(theme: Theme, ground: str) -> RowColours:
    """The colours for rows on `ground`, one of the theme's tokens."""
    return RowColours(
        ground=QColor(ground),
        hover=QColor(theme.hover),
        selected=QColor(theme.selection),
        selected_elsewhere=_between(QColor(theme.hover), QColor(theme.rule)),
        ink=QColor(theme.ink),
        soft=QColor(theme.ink_soft),
        faint=QColor(theme.ink_faint),
        rule=QColor(theme.rule),
        accent=QColor(theme.accent),
        danger=QColor(theme.danger),
        mark=QColor(theme.highlight_yellow),
    )


def fill_rounded(painter: QPainter, rect: QRectF, radius: float, colour: QColor) -> None:
    """A rounded ground without outline."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(rect, radius, radius)


def draw_ring(painter: QPainter, rect: QRectF, radius: float, colour: QColor) -> None:
    """The keyboard's focus ring, two pixels wide, inside `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(colour, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)


def draw_hairline(painter: QPainter, left: float, right: float, y: float, colour: QColor) -> None:
    """A line one pixel high that fills whole device pixels at any scale; `y` is its bottom edge."""
    ratio = painter.device().devicePixelRatio()
    height = max(1.0, floor(ratio)) / ratio
    bottom = round(y * ratio) / ratio
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(QRectF(left, bottom - height, right - left, height), colour)


def _between(one: QColor, other: QColor) -> QColor:
    return QColor(
        (one.red() + other.red()) // 2, (one.green() + other.green()) // 2, (one.blue() + other.blue()) // 2
    )
