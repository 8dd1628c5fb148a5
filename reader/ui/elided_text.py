# SPDX-License-Identifier: MIT
"""Text of a row: made safe for one line, broken into lines as its script wants, elided by whole glyphs."""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

_SURROGATE = re.compile("[\ud800-\udfff]+")
_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+")


def plain_line(text: str | None, limit: int) -> str:
    """`text` as one line of at most `limit` characters without controls, overrides or lone surrogates."""
    if not text:
        return ""
    text = _INVISIBLE.sub(" ", text[: limit * 4])
    line = " ".join(_SURROGATE.sub("\ufffd", text).split())
    return line if len(line) <= limit else line[:limit] + "…"


class TextBlock(NamedTuple):
    """Lines ready to be drawn; `top` offsets are inside the layout."""

    layout: QTextLayout
    lines: int
    text: str  # as shown, with the ellipsis
    width: float  # of the longest line
    marks: tuple[tuple[int, int], ...] = ()  # places that were sought, in UTF-16 units

    def draw(self, painter: QPainter, x: float, y: float, ground: QColor | None = None) -> None:
        """Draw with the painter's pen; `ground` stands behind the marks."""
        if not self.marks or ground is None:
            self.layout.draw(painter, QPointF(x, y))
            return
        look = QTextCharFormat()
        look.setBackground(ground)
        look.setForeground(painter.pen().color())
        ranges: list[QTextLayout.FormatRange] = []
        for start, end in self.marks:
            each = QTextLayout.FormatRange()
            each.start, each.length, each.format = start, end - start, look  # type: ignore[misc]
            ranges.append(each)
        self.layout.draw(painter, QPointF(x, y), ranges)


def lay_out(
    text: str,
    font: QFont,
    width: float,
    *,
    lines: int = 1,
    leading: float,
    mirrored: bool = False,
    direction: Qt.LayoutDirection | None = None,
) -> TextBlock:
    """Break `text` into at most `lines` lines, `leading` pixels apart; the last is elided if need be.

    It stands at the right where the window is `mirrored`; each text runs in its own `direction`.
    """
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(direction_of(text) if direction is None else direction)
    option.setAlignment(Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft)
    shown = text
    layout, made, end = _break(shown, font, option, width, lines, leading)
    if end < _units(text):
        start = layout.lineAt(made - 1).textStart()
        encoded = text.encode("utf-16-le")
        head = encoded[: 2 * start].decode("utf-16-le")
        tail = encoded[2 * start :].decode("utf-16-le")
        metrics = QFontMetricsF(font)
        # What fits by the metrics may be a hair too wide for the layout, which would wrap the ellipsis away.
        for room in (width, width - 3, width - 8, width - 24):
            shown = head + metrics.elidedText(tail, Qt.TextElideMode.ElideRight, max(0.0, room))
            layout, made, end = _break(shown, font, option, width, lines, leading)
            if end == _units(shown):
                break
    longest = max((layout.lineAt(n).naturalTextWidth() for n in range(made)), default=0.0)
    return TextBlock(layout, made, shown, longest)


def direction_of(text: str) -> Qt.LayoutDirection:
    """The direction of the first letter that has one, left to right where there is none."""
    for character in text:
        kind = bidirectional(character)
        if kind in ("R", "AL"):
            return Qt.LayoutDirection.RightToLeft
        if kind == "L":
            break
    return Qt.LayoutDirection.LeftToRight


def _break(
    text: str, font: QFont, option: QTextOption, width: float, lines: int, leading: float
) -> tuple[QTextLayout, int, int]:
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    metrics = QFontMetricsF(font)
    baseline = round((leading + metrics.ascent() - metrics.descent()) / 2)  # the same for every script
    layout.beginLayout()
    made = end = 0
    while made < lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, made * leading + baseline - line.ascent()))
        end = line.textStart() + line.textLength()
        made += 1
    layout.endLayout()
    return layout, made, end


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
