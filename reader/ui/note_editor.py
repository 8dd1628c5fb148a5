# SPDX-License-Identifier: MIT
"""Where a note to a highlight is written; a native editor, so that every input method works."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from .application_style import ApplicationStyle
from .dialog_style import follow_theme

_QUOTE = 240  # characters of the passage that are shown above the note


class NoteEditor(QDialog):
    """The passage, its note and its tags; Ctrl+Enter keeps them, Esc leaves all as it was."""

    def __init__(
        self,
        passage: str,
        note: str,
        tags: tuple[str, ...],
        style: ApplicationStyle,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Note"))
        self.resize(460, 320)
        text = " ".join(passage.split())
        quote = QLabel(text if len(text) <= _QUOTE else text[: _QUOTE - 1] + "…", self)
        quote.setTextFormat(Qt.TextFormat.PlainText)
        quote.setObjectName("dialogSoft")
        quote.setWordWrap(True)
        self.editor = QPlainTextEdit(note, self)
        self.editor.setPlaceholderText(self.tr("Write a note"))
        self.editor.setAccessibleName(self.tr("Note"))
        self.editor.setTabChangesFocus(True)
        self.tags_field = QLineEdit(", ".join(tags), self)
        self.tags_field.setPlaceholderText(self.tr("Tags, separated by commas"))
        self.tags_field.setAccessibleName(self.tr("Tags"))
        save = QPushButton(self.tr("Save"), self)
        save.setDefault(True)
        save.clicked.connect(self.accept)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(save)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(quote)
        column.addWidget(self.editor, 1)
        column.addWidget(self.tags_field)
        column.addLayout(buttons)
        follow_theme(self, style)
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)
        self.editor.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
        else:
            super().keyPressEvent(event)

    @property
    def note(self) -> str:
        """What was written, without blank ends."""
        return self.editor.toPlainText().strip()

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags, each once."""
        parts = self.tags_field.text().replace("，", ",").replace("、", ",").split(",")
        return tuple(dict.fromkeys(" ".join(part.split()) for part in parts if part.strip()))
