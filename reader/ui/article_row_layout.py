# SPDX-License-Identifier: MIT
"""The text of article rows, laid out once for each article and width."""

from __future__ import annotations

import re
from collections import OrderedDict
from datetime import date
from enum import StrEnum
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QFontMetricsF

from reader.ui.article_sources import source_of
from reader.ui.elided_text import TextBlock, lay_out, plain_line
from reader.ui.interface_type import InterfaceType, TextRole
from reader.ui.written_dates import written_date

if TYPE_CHECKING:
    from reader.core.library import ListedArticle
    from reader.ui.search_hits import Marks, RowHit

_KEPT = 600  # rows; a few screens of the densest list
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_PROGRESS_WIDTH = 44  # the bar and its distance


class Density(StrEnum):
    """How much room a row takes."""

    COMFORTABLE = "comfortable"
    COSY = "cosy"
    COMPACT = "compact"
    COLUMNS = "columns"  # each fact in a column of its own


class RowShape(NamedTuple):
    """The measures of a row in pixels at scale 1."""

    height: int
    picture: int  # side of the thumbnail; 0 for none
    title_lines: int
    lines: int  # of title and excerpt together
    title_leading: int = 20
    leading: int = 17


SHAPES = {
    Density.COMFORTABLE: RowShape(height=84, picture=56, title_lines=2, lines=3),
    Density.COSY: RowShape(height=60, picture=40, title_lines=1, lines=1),
    Density.COMPACT: RowShape(height=32, picture=0, title_lines=1, lines=1),
    Density.COLUMNS: RowShape(height=30, picture=0, title_lines=1, lines=1),
}


class RowText(NamedTuple):
    """The text of one row, ready to be drawn, and what it was made for."""

    article: ListedArticle
    hit: RowHit | None
    width: int
    today: date
    title: TextBlock
    source: TextBlock
    excerpt: TextBlock | None
    title_room: int  # pixels each was laid out for
    source_room: int


class RowLayouts:
    """Lays out rows on demand and keeps the last few hundred."""

    def __init__(
        self, fonts: InterfaceType, density: Density, locale: QLocale, direction: Qt.LayoutDirection
    ) -> None:
        self.fonts = fonts
        self.density = density
        self.shape = SHAPES[density]
        self._locale = locale
        self._direction = direction
        self._mirrored = direction == Qt.LayoutDirection.RightToLeft
        self._rows: OrderedDict[str, RowText] = OrderedDict()

    def of(self, article: ListedArticle, width: int, hit: RowHit | None = None) -> RowText:
        """The text of `article` for `width` pixels; with what a search found in it."""
        key, today = str(article.key), date.today()
        row = self._rows.get(key)
        same = row is not None and row.article is article and row.hit is hit
        if row is None or not same or row.width != width or row.today != today:
            row = self._rows[key] = self._make(article, width, today, hit)
            if len(self._rows) > _KEPT:
                self._rows.popitem(last=False)
        self._rows.move_to_end(key)
        return row

    def _make(self, article: ListedArticle, width: int, today: date, hit: RowHit | None) -> RowText:
        day = written_date(article.date, self._locale, today)
        if self.density is Density.COMPACT:
            return self._make_compact(article, width, today, day)._replace(hit=hit)
        if hit is not None:
            return self._make_hit(article, width, today, hit)
        shape, fonts = self.shape, self.fonts
        title = lay_out(
            shown_title(article),
            fonts.font(_title_role(article.state), article.lang),
            width,
            lines=shape.title_lines,
            leading=fonts.pixels(shape.title_leading),
            mirrored=self._mirrored,
        )
        left = shape.lines - title.lines
        text = plain_line(article.excerpt, 400)
        excerpt = None
        if left > 0 and text and not shown_title(article).startswith(text):
            font = fonts.font(TextRole.ROW, article.lang)
            leading = fonts.pixels(shape.leading)
            excerpt = lay_out(text, font, width, lines=left, leading=leading, mirrored=self._mirrored)
        room = width - (_PROGRESS_WIDTH if article.state == "reading" else 0)
        source = self._source(article, room, day)
        return RowText(article, None, width, today, title, source, excerpt, width, room)

    def _make_hit(self, article: ListedArticle, width: int, today: date, hit: RowHit) -> RowText:
        """A title of one line, and more of the place that was found; the source where there is room."""
        shape, fonts = self.shape, self.fonts
        title = lay_out(
            shown_title(article),
            fonts.font(_title_role(article.state), article.lang),
            width,
            leading=fonts.pixels(shape.title_leading),
            mirrored=self._mirrored,
        )
        title = title._replace(marks=_within(hit.title_marks, title.text))
        room = width - (_PROGRESS_WIDTH if article.state == "reading" else 0)
        source = self._source(article, room, written_date(article.date, self._locale, today))
        lines = max(1, shape.lines - 1)
        font, leading = fonts.font(TextRole.ROW, article.lang), fonts.pixels(shape.leading)
        found = lay_out(hit.snippet, font, width, lines=lines, leading=leading, mirrored=self._mirrored)
        found = found._replace(marks=_within(hit.marks, found.text))
        if shape.lines == 1:
            return RowText(article, hit, width, today, title, found, None, width, width)
        return RowText(article, hit, width, today, title, source, found, width, room)

    def _make_compact(self, article: ListedArticle, width: int, today: date, day: str) -> RowText:
        leading = self.fonts.pixels(self.shape.title_leading)
        role = TextRole.ROW_STRONG if is_unread(article.state) else TextRole.ROW
        room = ceil(self._block(day, width).width)
        source = self._block(f"\u2068{day}\u2069" if day and self._mirrored else day, room)
        left = width - room - (12 if day else 0)
        font = self.fonts.font(role, article.lang)
        title = lay_out(shown_title(article), font, left, leading=leading, mirrored=self._mirrored)
        return RowText(article, None, width, today, title, source, None, left, room)

    def _source(self, article: ListedArticle, width: int, day: str) -> TextBlock:
        """Where from and when; a long name gives way, the date never does."""
        name, date_part = source_of(article), day
        if not getattr(article, "available", True):
            name = QCoreApplication.translate("ArticleList", "Not available now")
        if name and day:
            font = self.fonts.font(TextRole.ROW, article.lang)
            metrics = QFontMetricsF(font)
            wide = (
                metrics.horizontalAdvance("·") > 0.6 * font.pixelSize()
            )  # a Chinese face brings its own space
            dot = "·" if wide else " · "
            date_part = dot + day
            room = max(0.0, width - metrics.horizontalAdvance(date_part))
            name = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
            if self._mirrored or _RIGHT_TO_LEFT.search(name) or _RIGHT_TO_LEFT.search(day):
                name, date_part = f"\u2068{name}\u2069", f"{dot}\u2068{day}\u2069"
        elif day and self._mirrored:
            date_part = f"\u2068{day}\u2069"
        return self._block(name + date_part, width, article.lang)

    def _block(self, text: str, width: float, lang: str | None = None) -> TextBlock:
        font = self.fonts.font(TextRole.ROW, lang)
        leading = self.fonts.pixels(self.shape.leading)
        return lay_out(text, font, width, leading=leading, mirrored=self._mirrored, direction=self._direction)


def _within(marks: Marks, text: str) -> Marks:
    """The marks that a shortened text still shows."""
    units = len(text.encode("utf-16-le")) // 2 - (1 if text.endswith("…") else 0)
    return tuple((start, min(end, units)) for start, end in marks if start < units)


def is_unread(state: str) -> bool:
    """Whether an article in `state` still waits to be opened."""
    return state in ("new", "unread")


def is_done(state: str) -> bool:
    """Whether an article in `state` steps back."""
    return state in ("finished", "archived")


def shown_title(article: ListedArticle) -> str:
    """The title on one line; the file's name where there is none."""
    return plain_line(article.title, 400) or plain_line(article.path.stem, 400)


def _title_role(state: str) -> TextRole:
    if is_unread(state):
        return TextRole.TITLE_STRONG
    return TextRole.TITLE_SOFT if is_done(state) else TextRole.TITLE
