# SPDX-License-Identifier: MIT
"""The bare window around the page: all that stands on screen while the rest is being made."""

from __future__ import annotations

from PySide6.QtGui import QDragEnterEvent, QPalette
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from .detail_view import DetailView
from .panes import Panes

_HEADER_HEIGHT = 44  # kept free above the page until the header comes


class WindowShell(QMainWindow):
    """Holds the page at its final place, so that nothing moves when its neighbours come."""

    def __init__(self, detail: DetailView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Article Reader")
        self.setAcceptDrops(True)
        self.setMinimumSize(360, 320)
        self.detail_pane = QWidget(self)
        self.detail_pane.setObjectName("detailPane")
        self.detail_pane.setBackgroundRole(QPalette.ColorRole.Base)  # until there is a style sheet
        self.detail_pane.setAutoFillBackground(True)
        self._column = QVBoxLayout(self.detail_pane)
        self._column.setContentsMargins(0, _HEADER_HEIGHT, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(detail, 1)
        self.panes = Panes(self.detail_pane, self)
        center = QWidget(self)
        self._rows = QVBoxLayout(center)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addWidget(self.panes, 1)
        self.setCentralWidget(center)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from .file_drag import accept_copy

        accept_copy(event)

    def _put_around(self, header: QWidget, status: QWidget) -> None:
        """Give header and status line their places."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.insertWidget(0, header)
        header.show()  # at once: else the page has its room for a moment
        self._rows.addWidget(status)
