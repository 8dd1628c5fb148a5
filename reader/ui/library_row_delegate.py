# SPDX-License-Identifier: MIT
"""Paints the rows of the library panel."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.core.theme import Theme
from reader.ui.interface_type import InterfaceType, TextRole
from reader.ui.library_tree_model import LibraryTreeModel, RowKind, TreeRow, away_word
from reader.ui.row_canvas import RowCanvas
from reader.ui.row_colours import fill_rounded, row_colours
from reader.ui.row_focus import RowFocus

INDENTATION = 16  # pixels for each level
_ROW_HEIGHT = 28
_SECTION_HEIGHT = 36
_START = 18  # where names begin
_END = 18  # where counts end
_INSET = 6.0
_Index = QModelIndex | QPersistentModelIndex


class LibraryRowDelegate(QStyledItemDelegate):
    """Paints name, chevron and count over the whole width of the row."""

    def __init__(self, view: RowFocus, theme: Theme, fonts: InterfaceType) -> None:
        super().__init__(view)
        self._view = view
        self.set_look(theme, fonts)

    def set_look(self, theme: Theme, fonts: InterfaceType) -> None:
        """Take another look."""
        self._colours = row_colours(theme, theme.panel)
        self._fonts = fonts

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        model = index.model()
        row = model.row(index) if isinstance(model, LibraryTreeModel) else None
        height = _SECTION_HEIGHT if row and row.kind is RowKind.SECTION else _ROW_HEIGHT
        return QSize(0, self._fonts.pixels(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        if not isinstance(model, LibraryTreeModel):
            return
        row = model.row(index)
        if row is None:
            return
        painter.save()
        whole = QRect(0, option.rect.top(), self._view.viewport().width(), option.rect.height())
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        canvas = RowCanvas(painter, whole, mirrored, self._colours)
        painter.fillRect(whole, self._colours.ground)
        if row.kind is RowKind.SECTION:
            is_open = bool(option.state & QStyle.StateFlag.State_Open) if row.children else True
            self._paint_section(canvas, row, is_open=is_open and not model.is_folded(index))
            if (
                (row.children or model.is_folded(index))
                and index == self._view.currentIndex()
                and self._view.shows_ring
            ):
                canvas.ring(QRectF(whole).adjusted(_INSET, 8, -_INSET, -0.5))
        else:
            box = QRectF(whole).adjusted(_INSET, 0.5, -_INSET, -0.5)
            is_current = index == self._view.currentIndex()
            canvas.ground(box, option.state, self._view, is_current=is_current)
            if index == self._view.asked and not is_current:
                canvas.ring(box)
            self._paint_row(canvas, row, option.state)
        painter.restore()

    def paint_gap(self, painter: QPainter, y: int) -> None:
        """The line where what is dragged would come to stand."""
        width = self._view.viewport().width()
        line = QRectF(_INSET, y - 1.0, width - 2 * _INSET, 2.0)
        fill_rounded(painter, line, 1, self._colours.accent)

    def _paint_section(self, canvas: RowCanvas, row: TreeRow, *, is_open: bool) -> None:
        box = canvas.place(
            _START, canvas.rect.width() - _START - _END, canvas.rect.top(), canvas.rect.height() - 5
        )
        font = self._fonts.font(TextRole.CAPTION)
        self._draw(canvas, box, row.name, font, self._colours.soft, Qt.AlignmentFlag.AlignBottom)
        if row.place is not None:
            middle = canvas.rect.bottom() - 5 - QFontMetricsF(font).height() / 2
            place = canvas.rect.width() - _END - 4
            canvas.chevron(place, middle, is_open=is_open, colour=self._colours.faint)

    def _paint_row(self, canvas: RowCanvas, row: TreeRow, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        font = self._fonts.font(TextRole.ROW)
        start = _START + row.depth * INDENTATION
        if row.kind in (RowKind.BRANCH, RowKind.NAME):
            if row.children:
                middle = canvas.rect.top() + canvas.rect.height() / 2
                is_open = bool(state & QStyle.StateFlag.State_Open)
                canvas.chevron(start + 2, middle, is_open=is_open, colour=self._colours.faint)
            start += INDENTATION
        count = self._view.locale().toString(row.count) if row.count else ""
        if row.is_away and not row.depth:
            count = away_word(row)
        caption = self._fonts.font(TextRole.CAPTION)
        count_width = QFontMetricsF(caption).horizontalAdvance(count) + 1 if count else 0.0
        box = canvas.place_at_end(_END, count_width, canvas.rect.top(), canvas.rect.height())
        ink = self._colours.faint if row.is_away else self._colours.soft
        self._draw(canvas, box, count, caption, ink, Qt.AlignmentFlag.AlignVCenter)
        width = canvas.rect.width() - start - _END - count_width - (8 if count else 0)
        box = canvas.place(start, max(0.0, width), canvas.rect.top(), canvas.rect.height())
        quiet = row.is_away or (row.kind is RowKind.BRANCH and not row.unread and not selected)
        self._draw(
            canvas, box, row.name, font, ink if quiet else self._colours.ink, Qt.AlignmentFlag.AlignVCenter
        )

    def _draw(
        self,
        canvas: RowCanvas,
        box: QRectF,
        text: str,
        font: QFont,
        colour: QColor,
        vertical: Qt.AlignmentFlag,
    ) -> None:
        """One line at the leading side, elided."""
        if not text:
            return
        canvas.painter.setFont(font)
        canvas.painter.setPen(colour)
        side = Qt.AlignmentFlag.AlignRight if canvas.mirrored else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | vertical
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 0.5)
        canvas.painter.drawText(box, int(flags) | int(Qt.TextFlag.TextSingleLine), shown)
