# SPDX-License-Identifier: MIT
"""Finds text in the article that is open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWebEngineCore import QWebEngineFindTextResult, QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget


class FindBar(QWidget):
    """A line below the article: text, hits, next and previous; Esc closes it."""

    closed = Signal()

    def __init__(self, view: QWebEngineView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._view = view
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(self.tr("Find in this article"))
        self._field.setAccessibleName(self.tr("Find in this article"))
        self._field.setClearButtonEnabled(True)
        self._field.setMaximumWidth(320)
        self._count = QLabel(self)
        self._count.setObjectName("findCount")
        self._previous = self._button("↑", self.tr("Previous match"))
        self._next = self._button("↓", self.tr("Next match"))
        self._close = self._button("✕", self.tr("Close"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 8, 6)
        layout.setSpacing(4)
        for widget in (self._field, self._previous, self._next, self._count):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._close)
        self._field.textChanged.connect(self._on_text_changed)
        self._field.returnPressed.connect(self.find_next)
        self._next.clicked.connect(self.find_next)
        self._previous.clicked.connect(self.find_previous)
        self._close.clicked.connect(self.close_bar)
        self.hide()

    @property
    def field(self) -> QLineEdit:
        """Where the text to find is written."""
        return self._field

    @property
    def count_text(self) -> str:
        """What is said of the hits."""
        return self._count.text()

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

    def _button(self, sign: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setAutoRaise(True)
        return button

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
