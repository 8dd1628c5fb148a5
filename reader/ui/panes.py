# SPDX-License-Identifier: MIT
"""The three panes and how they share the window: beside each other, as a drawer, or in turns."""

from __future__ import annotations

from enum import Enum
from functools import cached_property

from PySide6.QtCore import QByteArray, QEvent, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget


class Arrangement(Enum):
    """How much room there is, in widths of the window."""

    WIDE = 900  # three panes
    MEDIUM = 640  # the library panel is a drawer over the list
    NARROW = 0  # list and page take turns


_DRAWER_WIDTH = 260


class Panes(QWidget):
    """Library panel, article list and detail view, arranged for the width there is."""

    arrangement_changed = Signal(object)  # Arrangement
    library_visible_changed = Signal(bool)
    moved = Signal()  # the lines between the panes

    def __init__(self, detail: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail = detail
        self._library: QWidget | None = None
        self._articles: QWidget | None = None
        self._arrangement = Arrangement.WIDE
        self._library_wanted = True
        self._drawer_open = False
        self._focus_mode = False
        self._reading = False  # in turns: the page, not the list
        self._kept = QByteArray()
        self._splitter = QSplitter(parent=self)  # by position it would load every enumeration of Qt
        self._splitter.addWidget(detail)
        self._splitter.splitterMoved.connect(lambda _place, _line: self.moved.emit())
        detail.setMinimumWidth(280)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)

    def add_library(self, library: QWidget, articles: QWidget, *, wanted: bool = True) -> None:
        """Put library panel (if it is `wanted`) and article list to the left of the page."""
        self._library, self._articles = library, articles
        self._library_wanted = wanted
        library.setMinimumWidth(160)
        articles.setMinimumWidth(220)
        self._splitter.insertWidget(0, library)
        self._splitter.insertWidget(1, articles)
        for index, stretch in enumerate((0, 0, 1)):
            self._splitter.setStretchFactor(index, stretch)
        self._splitter.setSizes([220, 340, 720])
        self.restore(self._kept)
        self._arrange()

    @property
    def arrangement(self) -> Arrangement:
        """The arrangement in force."""
        return self._arrangement

    @property
    def is_library_wanted(self) -> bool:
        """Whether the library panel shall stand beside the list where there is room."""
        return self._library_wanted

    def is_library_visible(self) -> bool:
        """Whether the library panel can be seen, as a pane or as a drawer."""
        if self._library is None:
            return False
        return self._drawer_open if self._as_drawer() else self._library_wanted and not self._focus_mode

    def set_library_visible(self, on: bool) -> None:
        """Show or hide the library panel, in the way the width allows."""
        if self._as_drawer():
            self._drawer_open = on
        else:
            self._library_wanted = on
        self._arrange()

    def close_drawer(self) -> None:
        """Put the drawer away, where the panel is one."""
        if self._as_drawer() and self._drawer_open:
            self.set_library_visible(False)

    def set_focus_mode(self, on: bool) -> None:
        """The page alone, or everything."""
        self._focus_mode = on
        self._arrange()

    def show_reading(self, on: bool) -> None:
        """In turns: bring up the page, or the list."""
        self._reading = on
        self._drawer_open = False
        self._arrange()

    def is_list_hidden(self) -> bool:
        """Whether the list is out of sight because the page has its place."""
        narrow = self._arrangement is Arrangement.NARROW
        return self._articles is not None and narrow and self._reading and not self._focus_mode

    def save(self) -> QByteArray:
        """The positions of the splitters."""
        return self._splitter.saveState() if self._is_docked() else self._kept

    def restore(self, state: QByteArray) -> None:
        """Put the splitters where they were; nonsense is ignored."""
        self._kept = state
        if self._is_docked() and _parts_of(state) == self._splitter.count():
            self._splitter.restoreState(state)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        now = next(a for a in Arrangement if width >= a.value)
        if now is not self._arrangement:
            self._arrangement = now
            self._drawer_open = False
            self._arrange()
            self.arrangement_changed.emit(now)
        elif self._drawer_open:
            self._place_drawer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        if event.key() == Qt.Key.Key_Escape and self._drawer_open:
            self.close_drawer()
        else:
            super().keyPressEvent(event)

    def _is_docked(self) -> bool:
        return self._library is not None and self._splitter.indexOf(self._library) >= 0

    def _as_drawer(self) -> bool:
        return self._arrangement is not Arrangement.WIDE

    def _arrange(self) -> None:
        if self._library is None or self._articles is None:
            return
        narrow = self._arrangement is Arrangement.NARROW
        if self._as_drawer() and not self._focus_mode:
            self._hang_drawer(self._library)
        else:
            self._dock_library(self._library)
        self._articles.setVisible(not self._focus_mode and not (narrow and self._reading))
        self._detail.setVisible(self._focus_mode or not narrow or self._reading)
        self.library_visible_changed.emit(self.is_library_visible())

    def _hang_drawer(self, library: QWidget) -> None:
        if self._splitter.indexOf(library) >= 0:
            self._kept = self._splitter.saveState()
            library.setParent(self)
        self._shade.setVisible(self._drawer_open)
        library.setVisible(self._drawer_open)
        if self._drawer_open:
            self._place_drawer()
            library.setFocus()

    @cached_property
    def _shade(self) -> _Shade:
        shade = _Shade(self)
        shade.hide()
        shade.clicked.connect(self.close_drawer)
        return shade

    def _dock_library(self, library: QWidget) -> None:
        self._shade.hide()
        if self._splitter.indexOf(library) < 0:
            self._splitter.insertWidget(0, library)
            self._splitter.setStretchFactor(0, 0)
            self._splitter.setStretchFactor(2, 1)
            self.restore(self._kept)
        library.setVisible(self._library_wanted and not self._focus_mode)

    def _place_drawer(self) -> None:
        if self._library is None:
            return
        self._shade.setGeometry(self.rect())
        self._shade.raise_()
        self._library.setGeometry(0, 0, min(_DRAWER_WIDTH, self.width() - 48), self.height())
        self._library.raise_()


def _parts_of(state: QByteArray) -> int:
    """How many panes a kept state is of: behind a mark and a version, four bytes each."""
    return int.from_bytes(bytes(state.data())[8:12], "big")


class _Shade(QWidget):
    """Dims what lies behind the drawer; a click on it closes the drawer."""

    clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("drawerShade")
        from PySide6.QtCore import Qt

        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.clicked.emit()

    def event(self, event: QEvent) -> bool:
        return True if event.type() == QEvent.Type.Wheel else super().event(event)
