# SPDX-License-Identifier: MIT
"""Where the drawer of an article stands: beside the page, or over its edge where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtWidgets import QBoxLayout, QWidget

_LEAST_PAGE = 340  # pixels that the page keeps beside the drawer
_CHANGES = (QEvent.Type.Resize, QEvent.Type.Move)


class DrawerRoom(QObject):
    """Moves the drawer whenever the page and its drawer get more room, or less."""

    def __init__(self, drawer: QWidget, page: QWidget, row: QBoxLayout) -> None:
        super().__init__(drawer)
        self._drawer, self._page, self._row = drawer, page, row
        self._floats = False
        self._soon = QTimer(self, singleShot=True, interval=0)  # a layout at work must not be changed
        self._soon.timeout.connect(self._arrange)
        page.installEventFilter(self)
        drawer.installEventFilter(self)

    @property
    def floats(self) -> bool:
        """Whether the drawer lies over the page."""
        return self._floats

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._drawer and kind is QEvent.Type.Show:
            self._arrange()
        elif watched is self._page and kind in _CHANGES and not self._drawer.isHidden():
            self._soon.start()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        drawer, area = self._drawer, self._row.geometry()
        floats = area.width() < drawer.width() + _LEAST_PAGE
        if floats != self._floats:
            self._floats = floats
            if floats:
                self._row.removeWidget(drawer)
            else:
                self._row.addWidget(drawer)
        if floats:
            width = min(drawer.width(), area.width())
            drawer.setGeometry(QRect(area.right() + 1 - width, area.top(), width, area.height()))
            drawer.raise_()
