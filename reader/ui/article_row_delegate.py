# SPDX-License-Identifier: MIT
"""Paints the rows of the article list, in every state they can be in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.core.theme import Theme
from reader.ui.article_groups import heading
from reader.ui.article_list_model import ArticleListModel
from reader.ui.article_row_layout import Density, RowLayouts, is_done, is_unread
from reader.ui.interface_type import InterfaceType, TextRole
from reader.ui.row_canvas import RowCanvas
from reader.ui.row_colours import row_colours
from reader.ui.row_focus import RowFocus

if TYPE_CHECKING:
    from reader.core.library import ListedArticle
    from reader.ui.search_hits import RowHit
    from reader.ui.thumbnails import Thumbnails

GUTTER = 28  # pixels before the text, where the marks stand
_MARK = 17.0  # where in the gutter
_PADDING = 16  # pixels after the text
_PICTURE_GAP = 12
_INSET = 6.0
_HEADING = 32  # pixels above the first row of a group
_LINES = (Density.COMPACT, Density.COLUMNS)  # rows too low for hairlines between them
_Index = QModelIndex | QPersistentModelIndex


class Inks(NamedTuple):
    """The colours of a row's texts."""

    title: QColor
    rest: QColor


class ArticleRowDelegate(QStyledItemDelegate):
    """Paints a row from its article; never touches a file."""

    def __init__(self, view: RowFocus, thumbnails: Thumbnails, theme: Theme, fonts: InterfaceType) -> None:
        super().__init__(view)
        self._view = view
        self._thumbnails = thumbnails
        self.dragged_key: str | None = None
        self.set_look(theme, fonts, Density.COMFORTABLE, view.locale(), view.layoutDirection())

    def set_look(
        self,
        theme: Theme,
        fonts: InterfaceType,
        density: Density,
        locale: QLocale,
        direction: Qt.LayoutDirection,
    ) -> None:
        """Take another look; every row is laid out anew."""
        self._colours = row_colours(theme, theme.list)
        self._layouts = RowLayouts(fonts, density, locale, direction)
        self._fonts = fonts
        self._locale = locale

    @property
    def row_height(self) -> int:
        """The height of every row in pixels."""
        return self._fonts.pixels(self._layouts.shape.height)

    @property
    def heading_height(self) -> int:
        """How much higher the first row of a group is."""
        return self._fonts.pixels(_HEADING)

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(option.rect.width(), self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        if not isinstance(model, ArticleListModel):
            return
        article = model.article(index.row())
        if article is None:
            return
        painter.save()
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.fillRect(option.rect, self._colours.ground)
        place = option.rect
        if index.row() in model.groups:
            above = RowCanvas(painter, QRect(place), mirrored, self._colours)
            self._paint_heading(above, model, index.row())
            place = place.adjusted(0, self.heading_height, 0, 0)
        canvas = RowCanvas(painter, place, mirrored, self._colours)
        self._paint_ground(canvas, option.state, index.row())
        if article.key == self.dragged_key:
            painter.setOpacity(0.45)
        inks = self._inks(article, raised=bool(option.state & QStyle.StateFlag.State_Selected))
        if self._layouts.density is Density.COMPACT:
            self._paint_line(canvas, article, inks, model.hit(article.key))
        else:
            self._paint_block(canvas, article, inks, model.hit(article.key))
        painter.restore()

    def _paint_heading(self, canvas: RowCanvas, model: ArticleListModel, row: int) -> None:
        text = heading(model.groups[row], model.grouping, self._locale, date.today())
        font = self._fonts.font(TextRole.CAPTION)
        box = canvas.place(
            GUTTER, canvas.rect.width() - GUTTER - _PADDING, canvas.rect.top(), self.heading_height - 6
        )
        canvas.painter.setFont(font)
        canvas.painter.setPen(self._colours.soft)
        side = Qt.AlignmentFlag.AlignRight if canvas.mirrored else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignBottom)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        canvas.painter.drawText(box, flags | int(Qt.TextFlag.TextSingleLine), shown)

    def _paint_ground(self, canvas: RowCanvas, state: QStyle.StateFlag, row: int) -> None:
        current = self._view.currentIndex().row()
        box = QRectF(canvas.rect).adjusted(_INSET, 1, -_INSET, -2)
        raised = canvas.ground(box, state, self._view, is_current=row == current)
        if not raised and row + 1 != current and self._layouts.density not in _LINES:
            canvas.separator(GUTTER, _PADDING)

    def _paint_block(self, canvas: RowCanvas, article: ListedArticle, inks: Inks, hit: RowHit | None) -> None:
        """Title over source over excerpt, centred in the row, the picture beside them."""
        shape, pixels = self._layouts.shape, self._fonts.pixels
        trailing = _PADDING
        if self._thumbnails.expects(article):
            side = pixels(shape.picture)
            ratio = canvas.painter.device().devicePixelRatio()
            canvas.picture(self._thumbnails.picture(article, side, ratio), trailing, side)
            trailing += side + _PICTURE_GAP
        width = canvas.rect.width() - GUTTER - trailing
        text = self._layouts.of(article, width, hit)
        title_leading, leading = pixels(shape.title_leading), pixels(shape.leading)
        title_height = text.title.lines * title_leading
        lines = 1 + (
            shape.lines - text.title.lines if text.excerpt else 0
        )  # titles of full rows keep one height
        top = canvas.rect.top() + (canvas.rect.height() - 1 - title_height - lines * leading) // 2
        canvas.text(text.title, GUTTER, top, width, inks.title)
        if is_unread(article.state):
            canvas.dot(_MARK, top + title_leading / 2)
        top += title_height
        canvas.text(text.source, GUTTER, top, text.source_room, inks.rest)
        if article.starred:
            canvas.star(_MARK, top + leading / 2)
        if article.state == "reading" and (hit is None or text.excerpt):
            canvas.progress(article.progress or 0.0, trailing, top + leading / 2)
        if article.pictures and lines > 1:
            canvas.frame(_MARK, top + 1.5 * leading, is_whole=not article.missing_pictures)
        if text.excerpt:
            canvas.text(text.excerpt, GUTTER, top + leading, width, inks.rest)

    def _paint_line(self, canvas: RowCanvas, article: ListedArticle, inks: Inks, hit: RowHit | None) -> None:
        """Title and date on one line."""
        shape, pixels = self._layouts.shape, self._fonts.pixels
        width = canvas.rect.width() - GUTTER - _PADDING
        text = self._layouts.of(article, width, hit)
        middle = canvas.rect.top() + canvas.rect.height() // 2
        canvas.text(
            text.title, GUTTER, middle - pixels(shape.title_leading) // 2, text.title_room, inks.title
        )
        start = GUTTER + width - text.source_room
        canvas.text(text.source, start, middle - pixels(shape.leading) // 2, text.source_room, inks.rest)
        if is_unread(article.state):
            canvas.dot(_MARK, middle)
        elif article.starred:
            canvas.star(_MARK, middle)

    def _inks(self, article: ListedArticle, *, raised: bool) -> Inks:
        colours = self._colours
        if not getattr(article, "available", True):
            return Inks(colours.faint, colours.faint)
        if is_done(article.state):
            return Inks(colours.soft, colours.soft if raised else colours.faint)
        return Inks(colours.ink, colours.soft)
