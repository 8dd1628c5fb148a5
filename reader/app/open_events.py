# SPDX-License-Identifier: MIT
"""Files that macOS hands to the program: a double-click comes as an event there, not as an argument."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from .single_instance import HandOver


class OpenEvents(QObject):
    """Gives each file to the current window, as if a later start had brought it."""

    def __init__(self, application: QApplication, take: Callable[[HandOver], object]) -> None:
        super().__init__(application)
        self._take = take
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent):
            if event.url().isLocalFile():
                self._take(HandOver((Path(event.url().toLocalFile()),)))
            return True
        return super().eventFilter(watched, event)
