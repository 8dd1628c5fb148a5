# SPDX-License-Identifier: MIT
"""The table of two versions: goes from difference to difference, opens folds, lays out what is in view."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from reader.core.theme import Theme
from reader.core.versions import Comparison, VersionRow

from .row_focus import RowFocus
from .versions_delegate import SIGN_WIDTH, VersionsDelegate
from .versions_model import AFTER, BEFORE, SIGN, Fold, VersionsModel

_WHEEL_STEP = 28  # pixels
_Index = QModelIndex | QPersistentModelIndex


class VersionsView(RowFocus, QTableView):
    """Two columns of paragraphs and a narrow one of signs between them."""

    moved_to = Signal(int)  # the number of a difference, from 0; -1 between them

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = VersionsModel(self)
        self._drawing = VersionsDelegate(self, theme)
        self._places: list[int] = []
        self._fit_soon = QTimer(self, singleShot=True, interval=0)
        self._fit_soon.timeout.connect(self._fit)
        self.setItemDelegate(self._drawing)
        self.setModel(self._rows)
        self._set_up()
        self.setAccessibleName(self.tr("Both versions, paragraph by paragraph"))

    @property
    def difference_count(self) -> int:
        """How many stretches differ."""
        return len(self._places)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show another comparison from its first difference on."""
        self._rows.show_comparison(comparison)
        self._arrange_anew()
        if not self.go(1):
            self.scrollToTop()

    def set_folded(self, on: bool) -> None:
        """Hide what is the same, or show all."""
        item = self._rows.item(self.currentIndex().row())
        self._rows.set_folded(on)
        self._come_back_to(item)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._drawing.set_theme(theme)
        self.viewport().update()

    def go(self, step: int) -> bool:
        """Go to the next difference, or to the one before; False where there is none."""
        here = self.currentIndex().row()
        if step > 0:
            ahead = [place for place in self._places if place > here]
        else:
            ahead = [place for place in self._places if place < here][::-1]
        return bool(ahead) and self._go_to(ahead[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self._rows.item(self.currentIndex().row())
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy(item)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._note_keyboard(True)
            self._open(item)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        item = self._rows.item(self.indexAt(event.position().toPoint()).row())
        if isinstance(item, Fold) and event.button() == Qt.MouseButton.LeftButton:
            self._open(item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._share_width()
            self._arrange_anew()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._fit_soon.start()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        places = self._places
        self.moved_to.emit(places.index(current.row()) if current.row() in places else -1)

    def _open(self, item: object) -> None:
        """A fold shows what is in it; a paragraph that moved leads to its other place."""
        place = self.currentIndex().row()
        if isinstance(item, Fold):
            self._rows.unfold(item)
            self._arrange_anew()
            self._go_to(place, centred=False)
        elif isinstance(item, VersionRow) and item.partner is not None:
            partner = self._rows.place_of(item.partner)
            if partner is not None:
                self._go_to(partner)

    def _go_to(self, place: int, *, centred: bool = True) -> bool:
        self.setCurrentIndex(self._rows.index(place, SIGN))
        widths = self._widths()
        for row in range(max(0, place - 3), min(self._rows.rowCount(), place + 4)):
            self.verticalHeader().resizeSection(row, self._drawing.height(self._rows, row, widths))
        hint = QAbstractItemView.ScrollHint
        how = hint.PositionAtCenter if centred else hint.EnsureVisible
        self.scrollTo(self._rows.index(place, SIGN), how)
        return True

    def _come_back_to(self, item: object) -> None:
        self._arrange_anew()
        for place in range(self._rows.rowCount()):
            if item is not None and self._rows.item(place) is item:
                self._go_to(place)
                return
        self.scrollToTop()

    def _copy(self, item: object) -> None:
        if isinstance(item, VersionRow):
            texts = dict.fromkeys(text for text in (item.before, item.after) if text)
            QGuiApplication.clipboard().setText("\n\n".join(texts))

    def _widths(self) -> tuple[int, int]:
        return self.columnWidth(BEFORE), self.columnWidth(AFTER)

    def _share_width(self) -> None:
        left = self.viewport().width() - SIGN_WIDTH
        self.setColumnWidth(BEFORE, left // 2)
        self.setColumnWidth(SIGN, SIGN_WIDTH)
        self.setColumnWidth(AFTER, left - left // 2)

    def _arrange_anew(self) -> None:
        """Give every row about its height; those in view get theirs exactly."""
        self._places = self._rows.differences()
        self._drawing.forget()
        rows, widths = self.verticalHeader(), self._widths()
        rows.setUpdatesEnabled(False)
        for place in range(self._rows.rowCount()):
            rows.resizeSection(place, self._drawing.guess(self._rows, place, widths))
        rows.setUpdatesEnabled(True)
        self._fit_soon.start()

    def _fit(self) -> None:
        first, bottom = max(0, self.rowAt(0)), self.viewport().height()
        widths, rows = self._widths(), self.verticalHeader()
        for place in range(first, self._rows.rowCount()):
            if self.rowViewportPosition(place) > bottom:
                break
            height = self._drawing.height(self._rows, place, widths)
            if rows.sectionSize(place) != height:
                rows.resizeSection(place, height)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(_WHEEL_STEP)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.hide()
        columns.setMinimumSectionSize(1)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
