# SPDX-License-Identifier: MIT
"""What a pane shows when it has nothing to show: one sentence, perhaps a second line, one button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

_DETAIL_WIDTH = 220  # pixels, so that two lines come out about even


class EmptyState(QWidget):
    """A calm sentence in the middle of a pane."""

    button_pressed = Signal()
    choice_made = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = self._label("EmptyStateSentence")
        self._detail = self._label("EmptyStateDetail")
        self._button = QPushButton(self)
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button.clicked.connect(self.button_pressed)
        self._choices: list[QPushButton] = []
        self._choice_column = QVBoxLayout()
        self._choice_column.setSpacing(2)
        self._detail_row = QVBoxLayout()
        self._detail_row.addWidget(self._detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._sentence)
        column.addLayout(self._detail_row)
        column.addLayout(self._choice_column)
        column.addSpacing(8)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_words(
        self, sentence: str, *, detail: str = "", button: str = "", choices: Sequence[str] = ()
    ) -> None:
        """Show other words; what is empty is not there at all. `choices` stand below as quiet buttons."""
        self._sentence.setText(sentence)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._button.setText(button)
        self._button.setAccessibleName(button)
        self._button.setVisible(bool(button))
        self.setAccessibleName(f"{sentence} {detail}".strip())
        self._show_choices(choices)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = max(0, (event.size().width() - 48 - _DETAIL_WIDTH) // 2)
        self._detail_row.setContentsMargins(side, 0, side, 0)

    def _show_choices(self, choices: Sequence[str]) -> None:
        for old in self._choices:
            old.deleteLater()
            self._choice_column.removeWidget(old)
        self._choices = []
        for text in choices:
            choice = QPushButton(text, self)
            choice.setFlat(True)
            choice.setCursor(Qt.CursorShape.PointingHandCursor)
            choice.setAccessibleName(text)
            choice.clicked.connect(lambda _on=False, text=text: self.choice_made.emit(text))
            self._choice_column.addWidget(choice, 0, Qt.AlignmentFlag.AlignHCenter)
            self._choices.append(choice)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        return label
