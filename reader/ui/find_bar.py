# SPDX-License-Identifier: MIT
"""Finds text in the article that is open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWebEngineCore import QWebEngineFindTextResult, QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QLineEdit, QWidget

from .place_bar import PlaceBar


class FindBar(PlaceBar):
    """A line below the article: text, hits, next and previous; Esc closes it."""

    closed = Signal()

    def __init__(self, view: QWebEngineView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(self.tr("Find in this article"))
        self._field.setAccessibleName(self.tr("Find in this article"))
        self._field.setClearButtonEnabled(True)
        self._field.setMaximumWidth(320)
        self.arrange(self._field, self.tr("Previous match"), self.tr("Next match"), self.tr("Close"))
        self._field.textChanged.connect(self._on_text_changed)
        self._field.returnPressed.connect(self.find_next)
        self.after.clicked.connect(self.find_next)
        self.before.clicked.connect(self.find_previous)
        self.close_button.clicked.connect(self.close_bar)

    @property
    def field(self) -> QLineEdit:
        """Where the text to find is written."""
        return self._field

    def open(self) -> None:
        """Show the bar with its text selected."""
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        if self._field.text():
            self.find_next()

    def find_next(self) -> None:
        """Go to the next match."""
        self._find()

    def find_previous(self) -> None:
        """Go to the match before."""
        self._find(QWebEnginePage.FindFlag.FindBackward)

    def close_bar(self) -> None:
        """Hide the bar, drop the marks and give the focus back."""
        self.close_quietly()
        self.closed.emit()

    def close_quietly(self) -> None:
        """Hide the bar without moving the focus, as when another article opens."""
        if self.isVisible():
            self._view.findText("")
            self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self.find_previous()
        else:
            super().keyPressEvent(event)

    def _find(self, *flags: QWebEnginePage.FindFlag) -> None:
        chosen = QWebEnginePage.FindFlag(0)
        for flag in flags:
            chosen |= flag
        self._view.findText(self._field.text(), chosen, self._on_found)

    def _on_text_changed(self, text: str) -> None:
        if text:
            self._find()
        else:
            self._view.findText("")
            self._count.clear()

    def _on_found(self, result: QWebEngineFindTextResult) -> None:
        total = result.numberOfMatches()
        if not self._field.text():
            self._count.clear()
        elif total == 0:
            self._count.setText(self.tr("Not found"))
        else:
            self._count.setText(
                self.tr("%1 of %2").replace("%1", str(result.activeMatch())).replace("%2", str(total))
            )
