# SPDX-License-Identifier: MIT
"""What the detail view shows where there is no article: a sentence, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

_WIDTH = 460  # of a line of text, at most


class DetailNotice(QWidget):
    """One sentence, one hint, at most two buttons, in the middle of the page's ground."""

    reload_asked = Signal()
    software_rendering_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detailNotice")
        self._sentence = QLabel(self)
        self._sentence.setObjectName("noticeSentence")
        self._hint = QLabel(self)
        self._hint.setObjectName("noticeHint")
        for label in (self._sentence, self._hint):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._reload = QPushButton(self.tr("Reload"), self)
        self._reload.setProperty("primary", True)
        self._software = QPushButton(self.tr("Use software rendering"), self)
        self._reload.clicked.connect(self.reload_asked)
        self._software.clicked.connect(self.software_rendering_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._reload)
        buttons.addWidget(self._software)
        buttons.addStretch(1)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addWidget(self._sentence)
        layout.addWidget(self._hint)
        layout.addLayout(buttons)
        layout.addStretch(3)
        self.show_text("", "")

    def show_text(self, sentence: str, hint: str) -> None:
        """A plain notice without buttons; empty text leaves a calm, empty ground."""
        self._set(sentence, hint, buttons=False)

    def show_crash(self) -> None:
        """The engine's process for this page has ended."""
        self._set(
            self.tr("This page stopped working."),
            self.tr(
                "The article's file is untouched. If this happens again, software rendering often helps; "
                "it takes effect at the next start."
            ),
            buttons=True,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = max(24, (event.size().width() - _WIDTH) // 2)
        self._column.setContentsMargins(side, 24, side, 24)

    def _set(self, sentence: str, hint: str, *, buttons: bool) -> None:
        for label, text in ((self._sentence, sentence), (self._hint, hint)):
            label.setText(text)
            label.setVisible(bool(text))
        for button in (self._reload, self._software):
            button.setVisible(buttons)
