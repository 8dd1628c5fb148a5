# SPDX-License-Identifier: MIT
"""The tree of places: what is open and chosen stays so while its content changes."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from reader.core.theme import Theme
from reader.ui.interface_type import InterfaceType
from reader.ui.library_row_delegate import INDENTATION, LibraryRowDelegate
from reader.ui.library_tree_model import LibraryTreeModel, RowKind
from reader.ui.places import Place
from reader.ui.row_focus import RowFocus


class LibraryTreeView(RowFocus, QTreeView):
    """Places as rows; what is opened and selected belongs to the place, not to the row."""

    place_entered = Signal(object)  # Place, by Enter or a double click on a leaf

    def __init__(self, theme: Theme, fonts: InterfaceType, parent: QWidget) -> None:
        super().__init__(parent)
        self._places = LibraryTreeModel(self)
        self._before_narrowing: list[Place] | None = None  # what was open
        self._rows_delegate = LibraryRowDelegate(self, theme, fonts)
        self.setItemDelegate(self._rows_delegate)
        self._set_up()
        self.setModel(self._places)

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
        found = (self._places.branch(index) for index in self._places.branches() if self.isExpanded(index))
        return [place for place in found if place is not None]

    def open_branches(self, places: list[Place]) -> None:
        """Open the branches of `places`; those not there are passed over."""
        for place in places:
            index = self._places.index_of(place)
            if index.isValid():
                self.setExpanded(index, True)

    def drawBranches(self, painter: QPainter, rect: object, index: QModelIndex) -> None:  # type: ignore[override]
        """Nothing: the delegate draws the chevron over its ground."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = self._places.row(index)
        if row is not None and row.kind is RowKind.SECTION:
            if row.children and event.button() == Qt.MouseButton.LeftButton:
                self.setExpanded(index, not self.isExpanded(index))
            return
        super().mousePressEvent(event)

    def narrow(self, words: str) -> None:
        """Show only places whose name contains `words`, with what they lie in; nothing: all of them."""
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
            self.open_branches(opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            place = self._places.place(self.currentIndex())
            if place is not None:
                self._note_keyboard(True)
                self.place_entered.emit(place)
            return
        super().keyPressEvent(event)

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
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.verticalScrollBar().setSingleStep(18)
