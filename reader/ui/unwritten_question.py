# SPDX-License-Identifier: MIT
"""Asks before a window closes while something that was done in it could not be written yet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from .dialog_style import give_room
from .library_feed import LibraryFeed

UNASKED = "endsUnasked"
"""Property of the application: it is made to end, and nobody can be asked."""


class UnwrittenQuestion(QObject):
    """Keeps the window open until what waits is written, or the person lets it go."""

    def __init__(self, feed: LibraryFeed, window: QWidget) -> None:
        super().__init__(window)
        self._feed, self._window = feed, window
        self._waived = False
        self._box: QMessageBox | None = None
        feed.delayed.connect(self._on_delayed)

    def asks(self) -> bool:
        """Whether something waits; then the person is asked."""
        application = QCoreApplication.instance()
        unasked = application is not None and application.property(UNASKED)
        if not self._feed.is_delayed or self._waived or unasked:
            return False
        if self._box is None:
            self._ask()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and self.asks():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _on_delayed(self, why: str) -> None:
        self._window.removeEventFilter(self)
        if why:  # installed last, it hears of the closing before all that would end their work
            self._window.installEventFilter(self)
        elif self._box is not None:
            self._box.reject()
            self._window.close()

    def _ask(self) -> None:
        box = self._box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("Not written yet"))
        box.setText(self.tr("Some of what you did could not be written yet."))
        box.setInformativeText(
            self.tr("It is written as soon as that is possible, and the window closes then.")
        )
        leave = box.addButton(self.tr("Close anyway"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.tr("Stay open"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        leave.clicked.connect(self._leave)
        box.finished.connect(self._on_answered)
        give_room(box)
        box.open()

    def _leave(self) -> None:
        self._waived = True
        self._window.close()

    def _on_answered(self) -> None:
        if self._box is not None:
            self._box.deleteLater()
            self._box = None
