# SPDX-License-Identifier: MIT
"""Paints the article list as columns: a row at a time, as its ground and its marks are the row's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from reader.core.theme import Theme
from reader.ui.article_columns import Column, cell_text
from reader.ui.article_columns_header import ColumnsHeader
from reader.ui.article_list_model import ArticleListModel
from reader.ui.article_row_delegate import ArticleRowDelegate, Inks
from reader.ui.article_row_layout import Density, RowLayouts, is_unread
from reader.ui.elided_text import direction_of, lay_out
from reader.ui.interface_type import InterfaceType, TextRole
from reader.ui.row_canvas import RowCanvas
from reader.ui.row_focus import RowFocus

if TYPE_CHECKING:
    from reader.core.library import ListedArticle
    from reader.ui.search_hits import RowHit
    from reader.ui.thumbnails import Thumbnails

_MARK = 17.0  # where in the gutter
_BAR = 26.0  # of the progress
_KEPT = 4000  # shortened texts
_LEFT, _RIGHT = (
    (side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter).value
    | Qt.TextFlag.TextSingleLine.value
    for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
)
_Index = QModelIndex | QPersistentModelIndex


class ArticleCellDelegate(ArticleRowDelegate):
    """Draws a whole row when Qt asks for the first of its cells, and nothing for the others.

    Of selected rows Qt fills every cell before it asks for it: there each cell gets its part of the row.
    """

    def __init__(
        self,
        view: RowFocus,
        header: ColumnsHeader,
        thumbnails: Thumbnails,
        theme: Theme,
        fonts: InterfaceType,
        hovered_row: Callable[[], int],
    ) -> None:
        self._header = header
        self._texts: dict[tuple[str, int, int, TextRole], tuple[ListedArticle, str]] = {}
        self._hovered_row = hovered_row
        self._drawn: set[int] = set()  # rows, in this paint event
        super().__init__(view, thumbnails, theme, fonts)

    def set_look(
        self,
        theme: Theme,
        fonts: InterfaceType,
        density: Density,
        locale: QLocale,
        direction: Qt.LayoutDirection,
    ) -> None:
        super().set_look(theme, fonts, density, locale, direction)
        self._layouts = RowLayouts(fonts, Density.COLUMNS, locale, direction)
        self._texts.clear()

    def begin(self) -> None:
        """A paint event begins: every row is to be drawn once, at the first of its cells."""
        self._header.measure()
        self._drawn.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row, model = index.row(), index.model()
        is_alone = bool(option.state & QStyle.StateFlag.State_Selected)
        if not isinstance(model, ArticleListModel) or (row in self._drawn and not is_alone):
            return
        self._drawn.add(row)
        article = model.article(row)
        if article is None:
            return
        painter.save()
        if is_alone:
            painter.setClipRect(option.rect, Qt.ClipOperation.IntersectClip)
        left, width = self._header.row_span
        place = QRect(left, option.rect.top(), width, option.rect.height())
        painter.fillRect(place, self._colours.ground)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        if row in model.groups:
            self._paint_heading(RowCanvas(painter, place, mirrored, self._colours), model, row)
            place = place.adjusted(0, self.heading_height, 0, 0)
        canvas = RowCanvas(painter, place, mirrored, self._colours)
        state = self._row_state(option.state, row)
        self._paint_ground(canvas, state, row)
        if article.key == self.dragged_key:
            painter.setOpacity(0.45)
        middle = place.top() + place.height() / 2
        self._paint_marks(canvas, article, middle)
        inks = self._inks(article, raised=bool(state & QStyle.StateFlag.State_Selected))
        hit = model.hit(article.key)
        for column, start, size in self._header.in_view:
            if is_alone and column != index.column():
                continue
            inner = self._header.inner(QRect(start, place.top(), size, place.height()), column)
            self._paint_cell(canvas, inner, article, column, hit, inks)
        painter.restore()

    def _row_state(self, state: QStyle.StateFlag, row: int) -> QStyle.StateFlag:
        """The pointer is on a row, not on a cell."""
        over = QStyle.StateFlag.State_MouseOver
        return state | over if row == self._hovered_row() else state & ~over

    def _paint_cell(
        self,
        canvas: RowCanvas,
        inner: QRect,
        article: ListedArticle,
        column: Column,
        hit: RowHit | None,
        inks: Inks,
    ) -> None:
        if column is Column.TITLE:
            role = TextRole.ROW_STRONG if is_unread(article.state) else TextRole.ROW
            if hit is not None and hit.title_marks:
                self._paint_found(canvas, inner, article, role, hit)
            else:
                self._write(canvas, inner, article, column, role, inks.title)
            return
        if column is Column.PROGRESS and article.state == "reading":
            self._paint_bar(canvas, inner, article, inner.top() + inner.height() / 2)
            shift = round(_BAR + 6)
            inner.adjust(*((0, 0, -shift, 0) if canvas.mirrored else (shift, 0, 0, 0)))
        self._write(canvas, inner, article, column, TextRole.ROW, inks.rest)

    def _paint_marks(self, canvas: RowCanvas, article: ListedArticle, middle: float) -> None:
        if is_unread(article.state):
            canvas.dot(_MARK, middle)
        elif article.starred:
            canvas.star(_MARK, middle)

    def _paint_bar(self, canvas: RowCanvas, inner: QRect, article: ListedArticle, middle: float) -> None:
        row = canvas.rect
        if canvas.mirrored:
            trailing = inner.right() + 1 - row.left() - _BAR
        else:
            trailing = row.right() + 1 - inner.left() - _BAR
        canvas.progress(article.progress or 0.0, trailing, middle, _BAR)

    def _paint_found(
        self, canvas: RowCanvas, inner: QRect, article: ListedArticle, role: TextRole, hit: RowHit
    ) -> None:
        """A title with the places that were sought marked in it."""
        leading = self._fonts.pixels(20)
        font = self._fonts.font(role, article.lang)
        text = cell_text(article, Column.TITLE, self._locale, date.today())
        block = lay_out(text, font, inner.width(), leading=leading, mirrored=canvas.mirrored)
        units = len(block.text.encode("utf-16-le")) // 2 - (1 if block.text.endswith("…") else 0)
        marks = tuple((start, min(end, units)) for start, end in hit.title_marks if start < units)
        canvas.painter.setPen(self._inks(article, raised=False).title)
        top = inner.top() + (inner.height() - leading) / 2
        block._replace(marks=marks).draw(canvas.painter, inner.left(), top, self._colours.mark)

    def _write(
        self,
        canvas: RowCanvas,
        inner: QRect,
        article: ListedArticle,
        column: Column,
        role: TextRole,
        ink: QColor,
    ) -> None:
        font = self._fonts.font(role, article.lang)
        text = self._shortened(article, column, inner.width(), role, font)
        if not text:
            return
        canvas.painter.setFont(font)
        canvas.painter.setPen(ink)
        canvas.painter.setLayoutDirection(direction_of(text))  # of the text, wherever the column stands
        canvas.painter.drawText(QRectF(inner), _RIGHT if self._header.ends(column) else _LEFT, text)

    def _shortened(
        self, article: ListedArticle, column: Column, width: int, role: TextRole, font: QFont
    ) -> str:
        """The text of a cell as it fits, worked out once."""
        key = (str(article.key), int(column), width, role)
        known = self._texts.get(key)
        if known is not None and known[0] is article:
            return known[1]
        text = cell_text(article, column, self._locale, date.today())
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width + 0.5)
        if len(self._texts) >= _KEPT:
            self._texts.clear()
        self._texts[key] = (article, shown)
        return shown
