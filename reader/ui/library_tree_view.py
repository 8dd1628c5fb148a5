# SPDX-License-Identifier: MIT
"""The tree of places: what is open and chosen stays so while its content changes; roots can be moved."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from reader.core.theme import Theme
from reader.ui.interface_type import InterfaceType
from reader.ui.library_row_delegate import INDENTATION, LibraryRowDelegate
from reader.ui.library_tree_model import LibraryTreeModel, RowKind
from reader.ui.places import Place
from reader.ui.row_focus import RowFocus

PLACE_TYPE = "application/x-article-reader-place"
"""A place while it is dragged: its key."""
_TURNING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right)


class LibraryTreeView(RowFocus, QTreeView):
    """Places as rows; what is opened and selected belongs to the place, not to the row."""

    place_entered = Signal(object)  # Place, by Enter or a double click on a leaf
    place_moved = Signal(object, int)  # Place, its new row among its siblings
    rename_asked = Signal(object)  # Place, by F2
    delete_asked = Signal(object)  # Place, by Delete

    def __init__(self, theme: Theme, fonts: InterfaceType, parent: QWidget) -> None:
        super().__init__(parent)
        self._places = LibraryTreeModel(self)
        self._before_narrowing: list[Place] | None = None  # what was open
        self._dragged: Place | None = None
        self._gap: int | None = None  # where what is dragged would come, among its siblings
        self._rows_delegate = LibraryRowDelegate(self, theme, fonts)
        self.setItemDelegate(self._rows_delegate)
        self._set_up()
        self.setModel(self._places)
        self._open: set[Place] = set()  # asking the tree about every branch would take milliseconds
        self.expanded.connect(self._on_expanded)
        self.collapsed.connect(self._on_collapsed)
        self._places.modelReset.connect(self._open.clear)

    @property
    def places(self) -> LibraryTreeModel:
        """The model shown."""
        return self._places

    def set_look(self, theme: Theme, fonts: InterfaceType) -> None:
        """Change colours and type."""
        self._rows_delegate.set_look(theme, fonts)
        self.doItemsLayout()
        self.viewport().update()

    def open_places(self) -> list[Place]:
        """The places whose branches are open, also below closed ones."""
        found = [
            (index.internalId(), place) for place in self._open if (index := self._opened(place)) is not None
        ]
        return [place for _, place in sorted(found, key=lambda each: each[0])]

    def kept_open(self) -> list[Place]:
        """The same, without those that are open only to show what was found."""
        return self.open_places() if self._before_narrowing is None else self._before_narrowing

    def open_branches(self, places: list[Place]) -> None:
        """Open the branches of `places`; those not there are passed over."""
        for place in places:
            index = self._places.index_of(place)
            if index.isValid():
                self.setExpanded(index, True)

    def is_out_of_sight(self, index: QModelIndex) -> bool:
        """Whether a row lies in a branch or a section that is closed."""
        while index.parent().isValid():
            index = index.parent()
            if not self.isExpanded(index):
                return True
        return self._places.is_folded(index)

    def drawBranches(self, painter: QPainter, rect: object, index: QModelIndex) -> None:  # type: ignore[override]
        """Nothing: the delegate draws the chevron over its ground."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = self._places.row(index)
        if row is not None and row.kind is RowKind.SECTION:
            if event.button() == Qt.MouseButton.LeftButton:
                self._turn(index)
            return
        if event.button() == Qt.MouseButton.RightButton:
            return  # a menu is asked for; the place that is listed stays
        super().mousePressEvent(event)

    def narrow(self, words: str) -> bool:
        """Show only places whose name contains `words`, with what they lie in; nothing: all of them.

        False where there is none.
        """
        wanted = words.casefold().strip()
        if self._before_narrowing is None:
            self._before_narrowing = self.open_places()
        shown = self._places.named(wanted) if wanted else None
        for number, index in self._places.indexes():
            hidden = shown is not None and number not in shown
            self.setRowHidden(index.row(), index.parent(), hidden)
            if shown is not None and number in shown:
                self.setExpanded(index, True)
        if shown is None:
            opened, self._before_narrowing = self._before_narrowing, None
            self.collapseAll()
            self._open.clear()
            self.open_branches(opened)
            self.hide_folded()
            self._reveal(self.currentIndex())
        return shown is None or bool(shown)

    def _reveal(self, index: QModelIndex) -> None:
        """Open what a place lies in: it may have been chosen among those that were found."""
        above = index
        while above.parent().isValid():
            above = above.parent()
            self.setExpanded(above, True)
        if index.isValid() and not self.is_out_of_sight(index):
            self.scrollTo(index)

    def go_to_named(self, words: str) -> None:
        """Choose the first place whose name contains `words`, unless such a one is chosen."""
        wanted, now = words.casefold().strip(), self._places.row(self.currentIndex())
        if not wanted or (now is not None and wanted in now.name.casefold()):
            return
        self.scrollToTop()
        found = self.indexAt(QPoint(0, 0))
        while found.isValid():
            row = self._places.row(found)
            if row is not None and row.kind is not RowKind.SECTION and wanted in row.name.casefold():
                self.setCurrentIndex(found)
                return
            found = self.indexBelow(found)

    def set_folded(self, place: Place, *, on: bool) -> None:
        """Hide the rows of a section below its heading, or show them again."""
        self._places.fold(place, on=on)
        self.hide_folded()

    def hide_folded(self) -> None:
        """Hide the rows of folded sections, after rows came or went."""
        nowhere = QModelIndex()
        for row in range(self._places.rowCount()):
            index = self._places.index(row, 0)
            if self._places.section_of(index).isValid():
                self.setRowHidden(row, nowhere, self._places.is_folded(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        place = self._places.place(index)
        key, alone = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if place is not None and self._is_command(key, event.modifiers(), place):
            self._note_keyboard(True)
        elif place is None and alone and key in _TURNING and self._places.branch(index) is not None:
            self._note_keyboard(True)
            self._turn(index)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        elif key == Qt.Key.Key_Left and alone and self._is_leaf_of_section(index):
            self._note_keyboard(True)
            self._fold_around(index)
        else:
            super().keyPressEvent(event)

    def startDrag(self, _supported: Qt.DropAction) -> None:
        place = self._places.place(self.currentIndex())
        if place is None or len(self._places.siblings(place)) < 2:
            return
        data = QMimeData()
        data.setData(PLACE_TYPE, QByteArray(place.key.encode("ascii")))
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self.viewport().grab(self.visualRect(self.currentIndex())))
        drag.exec(Qt.DropAction.MoveAction)
        self._end_drag()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        place = _carried(event.mimeData())
        self._dragged = place if place is not None and self._places.siblings(place) else None
        self._answer(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self._dragged is not None:
            self._gap = self._gap_at(event.position().toPoint().y())
            self.viewport().update()
        self._answer(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._end_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        place = self._dragged
        if place is not None:
            self.move_to_gap(place, self._gap_at(event.position().toPoint().y()))
        self._answer(event)
        self._end_drag()

    def move_to_gap(self, place: Place, gap: int) -> None:
        """Say that `place` is to stand before the sibling at `gap`; nothing where that is its place."""
        siblings = self._places.siblings(place)
        if place in siblings:
            now = siblings.index(place)
            row = gap - 1 if gap > now else gap
            if row != now and 0 <= row < len(siblings):
                self.place_moved.emit(place, row)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._dragged is not None and self._gap is not None:
            painter = QPainter(self.viewport())
            self._rows_delegate.paint_gap(painter, self._gap_position(self._gap))
            painter.end()

    def _is_command(self, key: int, held: Qt.KeyboardModifier, place: Place) -> bool:
        """Whether a key does something with a place, which is done then."""
        siblings = self._places.siblings(place)
        if held == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            if place in siblings:
                at = siblings.index(place)
                self.move_to_gap(place, at - 1 if key == Qt.Key.Key_Up else at + 2)
            return True
        if held & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.place_entered.emit(place)
        elif key == Qt.Key.Key_F2:
            self.rename_asked.emit(place)
        elif key == Qt.Key.Key_Delete:
            self.delete_asked.emit(place)
        else:
            return False
        return True

    def _opened(self, place: Place) -> QModelIndex | None:
        """The branch of a place that was opened; None where it is gone, or has nothing below it."""
        index = self._places.index_of(place)
        return index if index.isValid() and self._places.rowCount(index) else None

    def _on_expanded(self, index: QModelIndex) -> None:
        place = self._places.branch(index)
        if place is not None:
            self._open.add(place)

    def _on_collapsed(self, index: QModelIndex) -> None:
        place = self._places.branch(index)
        if place is not None:
            self._open.discard(place)

    def _turn(self, heading: QModelIndex) -> None:
        """Open a closed section, close an open one."""
        row = self._places.row(heading)
        if row is None or row.place is None:
            return
        if row.children:
            self.setExpanded(heading, not self.isExpanded(heading))
        elif self._before_narrowing is None:  # else its rows are those that were found
            self.set_folded(row.place, on=not self._places.is_folded(heading))

    def _is_leaf_of_section(self, index: QModelIndex) -> bool:
        """Whether Left has nothing to close at this row but the section it belongs to."""
        open_branch = self._places.rowCount(index) > 0 and self.isExpanded(index)
        return self._places.section_of(index).isValid() and not open_branch

    def _fold_around(self, index: QModelIndex) -> None:
        heading = self._places.section_of(index)
        place = self._places.branch(heading)
        if place is not None:
            self.set_folded(place, on=True)
            self.setCurrentIndex(heading)

    def _gap_at(self, y: int) -> int:
        siblings = self._places.siblings(self._dragged) if self._dragged is not None else []
        tops = [self.visualRect(self._places.index_of(place)) for place in siblings]
        return sum(rect.center().y() < y for rect in tops)

    def _gap_position(self, gap: int) -> int:
        """How far down the line between two siblings is."""
        siblings = self._places.siblings(self._dragged) if self._dragged is not None else []
        if gap < len(siblings):
            return self.visualRect(self._places.index_of(siblings[gap])).top()
        index = self._places.index_of(siblings[-1])
        while self.isExpanded(index) and self._places.rowCount(index):
            index = self._places.index(self._places.rowCount(index) - 1, 0, index)
        return self.visualRect(index).bottom() + 1

    def _answer(self, event: QDropEvent) -> None:
        """Take what is one of our places; folders from elsewhere are for the panel."""
        if self._dragged is not None:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def _end_drag(self) -> None:
        self._dragged = self._gap = None
        self.viewport().update()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setIndentation(INDENTATION)
        self.setRootIsDecorated(True)
        self.setAnimated(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.verticalScrollBar().setSingleStep(18)


def _carried(data: QMimeData) -> Place | None:
    return Place.from_key(data.data(PLACE_TYPE).toStdString()) if data.hasFormat(PLACE_TYPE) else None
