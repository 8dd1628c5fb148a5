# SPDX-License-Identifier: MIT
"""The heads of the columns of the article list: a click sorts, edges and heads can be dragged."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPainterPath, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from reader.core.theme import Theme
from reader.ui.article_columns import (
    DOWNWARD,
    LEAST_WIDTH,
    SORTS,
    Column,
    ColumnPlace,
    ColumnPlan,
    column_name,
    columns_menu,
)
from reader.ui.interface_type import InterfaceType, TextRole
from reader.ui.row_colours import draw_hairline, row_colours

GUTTER = 28  # pixels before the first column, where the marks stand
PADDING = 8  # on both sides of a cell
_HEIGHT = 28
_LEAST_TITLE = 120
_ARROW = 12


class ColumnsHeader(QHeaderView):
    """Sections fill the width there is: the title takes what the others leave."""

    sort_asked = Signal(object)  # Column

    def __init__(self, theme: Theme, fonts: InterfaceType, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sort = ("", False)
        self._hovered = -1  # section
        self.first = 0  # section at the leading edge
        self.row_span = (0, 0)  # left and width of a whole row, in the coordinates of the viewport
        self.in_view: tuple[tuple[Column, int, int], ...] = ()  # columns with their left and width
        self._is_mirrored = False
        self._is_fitting = False
        self._hidden: dict[int, int] = {}  # widths, which Qt forgets
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(False)
        self.setMinimumSectionSize(LEAST_WIDTH)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Columns"))
        self.set_look(theme, fonts)
        self.sectionClicked.connect(self._on_clicked)
        self.sectionResized.connect(self._on_resized)
        self.sectionMoved.connect(lambda *_moved: self._repaint_rows())
        self.customContextMenuRequested.connect(self._show_menu)

    @property
    def plan(self) -> ColumnPlan:
        """Which columns are shown, how wide and in what order."""
        sections = (self.logicalIndex(place) for place in range(self.count()))
        return ColumnPlan(
            tuple(
                ColumnPlace(Column(section), self._width(section), not self.isSectionHidden(section))
                for section in sections
            )
        )

    def set_plan(self, plan: ColumnPlan) -> None:
        """Put the columns where a plan wants them."""
        self._is_fitting = True
        self._hidden = {each.column: each.width for each in plan.places}
        for place, each in enumerate(plan.places):
            self.setSectionHidden(each.column, False)
            self.moveSection(self.visualIndex(each.column), place)
            self.resizeSection(each.column, each.width)
            self.setSectionHidden(each.column, not each.shown)
        self._is_fitting = False
        self.fit()

    def set_look(self, theme: Theme, fonts: InterfaceType) -> None:
        """Change colours and type."""
        self._colours = row_colours(theme, theme.list)
        self._fonts = fonts
        self.setFixedHeight(fonts.pixels(_HEIGHT))
        self.viewport().update()

    def show_sort(self, sort: str, *, backwards: bool) -> None:
        """Mark the column the rows are sorted by; none for another order."""
        self._sort = (sort, backwards)
        self.viewport().update()

    def measure(self) -> None:
        """Look where the columns are, before something is painted by it."""
        shown = self._shown()
        self.first = shown[0] if shown else 0
        edges = [(self.sectionViewportPosition(each), self.sectionSize(each)) for each in shown]
        left = min((start for start, _ in edges), default=0)
        self.row_span = left, max((start + size for start, size in edges), default=0) - left
        self._is_mirrored = self.isRightToLeft()
        room = self.viewport().width()
        self.in_view = tuple(
            (Column(section), start, size)
            for section, (start, size) in zip(shown, edges, strict=True)
            if start < room and start + size > 0
        )

    def fit(self) -> None:
        """Give the title the room that the others leave."""
        if self._is_fitting or self.count() <= Column.PROGRESS:
            return
        others = sum(self.sectionSize(section) for section in self._shown() if section != Column.TITLE)
        self._is_fitting = True
        self.resizeSection(Column.TITLE, max(_LEAST_TITLE, self.viewport().width() - others))
        self._is_fitting = False

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._fonts.pixels(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.logicalIndexAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def paintEvent(self, event: object) -> None:
        self.measure()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._colours.ground)
        painter.end()
        super().paintEvent(event)  # type: ignore[arg-type]

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        if not rect.isValid():
            return
        colours = self._colours
        painter.save()
        painter.fillRect(rect, colours.hover if section == self._hovered else colours.ground)
        draw_hairline(painter, rect.left(), rect.right() + 1, rect.bottom() + 1, colours.rule)
        sorted_by = SORTS[Column(section)] == self._sort[0]
        inner = self.inner(rect, section)
        font = self._fonts.font(TextRole.CAPTION)
        name = column_name(Column(section))
        room = inner.width() - (_ARROW if sorted_by else 0)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(colours.ink if sorted_by else colours.soft)
        side = Qt.AlignmentFlag.AlignRight if self.ends(section) else Qt.AlignmentFlag.AlignLeft
        text = QRectF(inner)
        if sorted_by:
            arrow_at_right = side == Qt.AlignmentFlag.AlignLeft
            width = min(metrics.horizontalAdvance(shown), room)
            middle = text.left() + width + 8 if arrow_at_right else text.right() - width - 8
            self._paint_arrow(painter, middle, text.center().y())
        flags = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(text, flags | int(Qt.TextFlag.TextSingleLine), shown)
        if section != self.first:
            self._paint_edge(painter, rect)
        painter.restore()

    def inner(self, rect: QRect, section: int) -> QRect:
        """Where the text of a cell stands in it."""
        lead = GUTTER if section == self.first else PADDING
        if self._is_mirrored:
            return rect.adjusted(PADDING, 0, -lead, 0)
        return rect.adjusted(lead, 0, -PADDING, 0)

    def ends(self, section: int) -> bool:
        """Whether the text of a column stands at its right: numbers where one reads from the left."""
        return (section == Column.WORDS) != self._is_mirrored

    def _shown(self) -> list[int]:
        sections = (self.logicalIndex(place) for place in range(self.count()))
        return [section for section in sections if not self.isSectionHidden(section)]

    def _width(self, section: int) -> int:
        if self.isSectionHidden(section):
            return self._hidden.get(section, LEAST_WIDTH)
        return self.sectionSize(section)

    def _hover(self, section: int) -> None:
        if section != self._hovered:
            self._hovered = section
            self.viewport().update()

    def _on_clicked(self, section: int) -> None:
        self.sort_asked.emit(Column(section))

    def _on_resized(self, section: int, before: int, now: int) -> None:
        """The title's edge moves its neighbour; every other edge moves the title."""
        if self._is_fitting or before == 0 or now == 0:
            return
        if section == Column.TITLE:
            shown = self._shown()
            at = shown.index(section)
            neighbour = shown[at + 1] if at + 1 < len(shown) else -1
            if neighbour >= 0:
                self._is_fitting = True
                self.resizeSection(neighbour, max(LEAST_WIDTH, self.sectionSize(neighbour) - (now - before)))
                self._is_fitting = False
        self.fit()
        self._repaint_rows()

    def _repaint_rows(self) -> None:
        self.fit()
        view = self.parentWidget()
        if view is not None:
            view.viewport().update()  # type: ignore[attr-defined]

    def _show_menu(self, position: QPoint) -> None:
        menu = columns_menu(self.plan, self.set_plan, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(position))

    def _paint_arrow(self, painter: QPainter, x: float, y: float) -> None:
        """Down where the first row has the most."""
        sort, backwards = self._sort
        downward = (sort in DOWNWARD) != backwards
        tip = 1.75 if downward else -1.75
        path = QPainterPath()
        path.moveTo(x - 3.5, y - tip)
        path.lineTo(x, y + tip)
        path.lineTo(x + 3.5, y - tip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        pen = QPen(self._colours.soft, 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _paint_edge(self, painter: QPainter, rect: QRect) -> None:
        x = rect.right() if self._is_mirrored else rect.left()
        painter.fillRect(QRect(x, rect.top() + 8, 1, rect.height() - 16), self._colours.rule)
