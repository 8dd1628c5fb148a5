# SPDX-License-Identifier: MIT
"""Paints the paragraphs of two versions: what differs is tinted, signed, underlined or struck through."""

from __future__ import annotations

import re
from collections import OrderedDict

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from reader.core.theme import Theme
from reader.core.versions import Piece, RowKind, VersionRow

from .elided_text import direction_of
from .interface_type import InterfaceType, TextRole, text_scale
from .row_colours import draw_hairline, draw_ring, fill_rounded
from .row_focus import RowFocus
from .versions_model import AFTER, BEFORE, SIGN, Fold, VersionsModel, fold_words, label, sign

SIGN_WIDTH = 40  # pixels
FOLD_HEIGHT = 40
_SIDE, _ABOVE = 16, 10  # pixels around a paragraph
_CAPTION = 18  # height of what stands above one that differs
_SPACING = 1.5  # line height
_KEPT = 300  # paragraphs laid out
_UNSHOWABLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_Index = QModelIndex | QPersistentModelIndex


class VersionsDelegate(QStyledItemDelegate):
    """Lays paragraphs out when they come into view, and keeps the last few hundred."""

    def __init__(self, view: RowFocus, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._fonts = InterfaceType(view.font(), text_scale(view.font()))
        self._layouts: OrderedDict[tuple[int, int, int], QTextLayout] = OrderedDict()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self.forget()

    def forget(self) -> None:
        """Lay everything out anew."""
        self._layouts.clear()

    def height(self, model: VersionsModel, place: int, widths: tuple[int, int]) -> int:
        """The height of a row whose two sides are so wide."""
        item = model.item(place)
        if not isinstance(item, VersionRow):
            return FOLD_HEIGHT
        sides = zip((BEFORE, AFTER), widths, strict=True)
        tallest = max(_bottom(self._laid_out(model, item, place, side, width)) for side, width in sides)
        return round(tallest) + 2 * _ABOVE + (_CAPTION if item.differs else 0)

    def guess(self, model: VersionsModel, place: int, widths: tuple[int, int]) -> int:
        """About that height, for rows that are not in view: at once, however many."""
        item = model.item(place)
        if not isinstance(item, VersionRow):
            return FOLD_HEIGHT
        em = self._fonts.font(TextRole.ROW).pixelSize()
        lines = 1
        for text, width in zip((item.before, item.after), widths, strict=True):
            if text:
                wide = (len(text.encode("utf-8", "replace")) - len(text)) // 2
                length = em * (0.52 * (len(text) - wide) + wide)
                lines = max(lines, 1 + int(length / max(60, width - 2 * _SIDE)) + text.count("\n"))
        return round(lines * em * _SPACING) + 2 * _ABOVE + (_CAPTION if item.differs else 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        item = model.item(index.row()) if isinstance(model, VersionsModel) else None
        if item is None or not isinstance(model, VersionsModel):
            return
        painter.save()
        rect = QRectF(option.rect)
        painter.fillRect(rect, QColor(self._theme.paper))
        current = self._view.currentIndex().row() == index.row()
        if current:
            painter.fillRect(rect, QColor(self._theme.hover))
        if isinstance(item, Fold):
            self._paint_fold(painter, rect, item, index.column())
        elif index.column() == SIGN:
            self._paint_sign(painter, rect, item)
        else:
            self._paint_paragraph(painter, rect, model, item, index)
        if current and self._view.shows_ring and (isinstance(item, Fold) or index.column() != SIGN):
            draw_ring(painter, rect.adjusted(2, 2, -2, -2), 6, QColor(self._theme.accent))
        painter.restore()

    def _paint_fold(self, painter: QPainter, rect: QRectF, fold: Fold, column: int) -> None:
        middle = rect.center().y()
        painter.setFont(self._fonts.font(TextRole.ROW))
        painter.setPen(QColor(self._theme.ink_soft))
        if column == BEFORE:
            words = f"⋯  {fold_words(fold)}"
            width = painter.fontMetrics().horizontalAdvance(words) + 2 * _SIDE
            painter.drawText(rect.adjusted(_SIDE, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), words)
            draw_hairline(painter, rect.left() + width, rect.right() + 1, middle, QColor(self._theme.rule))
        else:
            draw_hairline(painter, rect.left(), rect.right() + 1, middle, QColor(self._theme.rule))

    def _paint_sign(self, painter: QPainter, rect: QRectF, row: VersionRow) -> None:
        painter.setFont(self._fonts.font(TextRole.TITLE_STRONG))
        painter.setPen(QColor(self._theme.ink_soft))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), sign(row))

    def _paint_paragraph(
        self, painter: QPainter, rect: QRectF, model: VersionsModel, row: VersionRow, index: _Index
    ) -> None:
        text = row.before if index.column() == BEFORE else row.after
        if text is None:
            return
        ground = _ground(self._theme, row.kind)
        if ground is not None:
            fill_rounded(painter, rect.adjusted(4, 3, -4, -3), 6, ground)
        top = rect.top() + _ABOVE
        if row.differs:
            painter.setFont(self._fonts.font(TextRole.CAPTION))
            painter.setPen(QColor(self._theme.ink_soft))
            place = QRectF(rect.left() + _SIDE, top - 2, rect.width() - 2 * _SIDE, _CAPTION)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), label(row))
            top += _CAPTION
        painter.setPen(QColor(self._theme.ink))
        layout = self._laid_out(model, row, index.row(), index.column(), round(rect.width()))
        if layout is not None:
            layout.draw(painter, QPointF(rect.left() + _SIDE, top))

    def _laid_out(
        self, model: VersionsModel, row: VersionRow, place: int, column: int, width: int
    ) -> QTextLayout | None:
        key = (place, column, width)
        if key in self._layouts:
            self._layouts.move_to_end(key)
            return self._layouts[key]
        pieces = model.pieces(row, column)
        if not pieces:
            return None
        marked = _mark(self._theme, column)
        layout = _layout(pieces, self._fonts.font(TextRole.ROW), marked, width - 2 * _SIDE)
        self._layouts[key] = layout
        if len(self._layouts) > _KEPT:
            self._layouts.popitem(last=False)
        return layout


def _layout(pieces: tuple[Piece, ...], font: QFont, marked: QTextCharFormat, width: int) -> QTextLayout:
    text = _UNSHOWABLE.sub(" ", "".join(piece.text for piece in pieces))
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(direction_of(text))
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    ranges: list[QTextLayout.FormatRange] = []
    at = 0
    for piece in pieces:
        length = len(piece.text.encode("utf-16-le", "surrogatepass")) // 2
        if piece.marked:
            place = QTextLayout.FormatRange()
            place.start, place.length, place.format = at, length, marked  # type: ignore[misc]
            ranges.append(place)
        at += length
    layout.setFormats(ranges)
    leading = round(font.pixelSize() * _SPACING)
    layout.beginLayout()
    line, height = layout.createLine(), 0.0
    while line.isValid():
        line.setLineWidth(max(40, width))
        line.setPosition(QPointF(0, height))
        height += leading
        line = layout.createLine()
    layout.endLayout()
    return layout


def _bottom(layout: QTextLayout | None) -> float:
    if layout is None or not layout.lineCount():
        return 0.0
    last = layout.lineAt(layout.lineCount() - 1)
    return last.y() + last.height()


def _mark(theme: Theme, column: int) -> QTextCharFormat:
    """Words only the older version has are struck through, those only the newer one has underlined."""
    look = QTextCharFormat()
    if column == BEFORE:
        look.setBackground(QColor(theme.highlight_pink))
        look.setFontStrikeOut(True)
    else:
        look.setBackground(QColor(theme.highlight_green))
        look.setFontUnderline(True)
    look.setForeground(QColor(theme.ink))
    return look


def _ground(theme: Theme, kind: RowKind) -> QColor | None:
    tokens = {
        RowKind.REMOVED: theme.highlight_pink,
        RowKind.ADDED: theme.highlight_green,
        RowKind.MOVED_AWAY: theme.highlight_purple,
        RowKind.MOVED_HERE: theme.highlight_purple,
    }
    if kind not in tokens:
        return None
    colour = QColor(tokens[kind])
    colour.setAlphaF(0.45)
    return colour
