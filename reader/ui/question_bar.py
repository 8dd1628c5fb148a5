# SPDX-License-Identifier: MIT
"""A question that can wait: a sentence below the page with its answers; nobody is stopped by it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from .interface_type import text_scale

_LEAST_TEXT = 260  # pixels
Answer = tuple[str, Callable[[], object]]


class QuestionBar(QWidget):
    """Stands there until it is answered, or the question has become pointless."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("questionBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.buttons: list[QPushButton] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addStretch(1)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(16, 6, 8, 6)
        self._whole.setSpacing(8)
        self._whole.addWidget(self._text, 1)
        self._whole.addLayout(self._row)
        self.hide()

    @property
    def text(self) -> str:
        """What is asked."""
        return self._text.text()

    def ask(self, text: str, answers: Sequence[Answer]) -> None:
        """Ask; the last answer is the one that puts it off."""
        self._clear()
        self._text.setText(text)
        self.setAccessibleName(text)
        for number, (label, run) in enumerate(answers):
            button = QPushButton(label, self)
            button.setProperty("flat", number == len(answers) - 1)
            button.clicked.connect(lambda _on=False, run=run: self._answer(run))
            self._row.addWidget(button)
            self.buttons.append(button)
        self._arrange()
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def withdraw(self) -> None:
        """The question is pointless now."""
        self.hide()
        self._clear()

    def _arrange(self) -> None:
        """The answers beside the question, below it where they would leave it no room."""
        room = self.width() - self._row.sizeHint().width()
        narrow = room < _LEAST_TEXT * text_scale(self.font())
        ways = QBoxLayout.Direction
        self._whole.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _answer(self, run: Callable[[], object]) -> None:
        self.withdraw()
        run()

    def _clear(self) -> None:
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
