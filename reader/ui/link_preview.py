# SPDX-License-Identifier: MIT
"""Shows where a link leads while the pointer is on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget


class LinkPreview(QLabel):
    """A small bubble in the lower corner; never catches the mouse, never asks for focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("linkPreview")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._address = ""
        self._pane = parent
        self.hide()
        parent.installEventFilter(self)

    def show_address(self, address: str) -> None:
        """Show an address, or nothing for an empty one."""
        self._address = address
        self.setVisible(bool(address))
        self.place()

    def place(self) -> None:
        """Stay in the corner, as wide as the text needs and the view allows."""
        if not self._address:
            return
        room = max(120, self._pane.width() - 48)
        shown = self.fontMetrics().elidedText(self._address, Qt.TextElideMode.ElideMiddle, room - 24)
        self.setText(shown)
        self.adjustSize()
        self.move(8, self._pane.height() - self.height() - 8)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)
