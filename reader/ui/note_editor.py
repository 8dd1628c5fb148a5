# SPDX-License-Identifier: MIT
"""Where a note to a highlight is written; a native editor, so that every input method works."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
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
from .dialog_style import follow_theme, open_with_size
from .unsaved_question import ask_before_leaving

_QUOTE = 240  # characters of the passage that are shown above the note


class NoteEditor(QDialog):
    """The passage, its note and its tags; Ctrl+Enter keeps them, Esc asks before anything written goes."""

    def __init__(
        self,
        passage: str,
        note: str,
        tags: tuple[str, ...],
        style: ApplicationStyle,
        parent: QWidget | None = None,
        *,
        unsaved: bool = False,
    ) -> None:
        """`unsaved`: what it begins with is nowhere else."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Note"))
        open_with_size(self, 460, 320)
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
        self._before = None if unsaved else (self.note, self.tags)
        if parent is not None:
            parent.window().installEventFilter(self)

    @property
    def is_changed(self) -> bool:
        """Whether something was written that would be lost."""
        return (self.note, self.tags) != self._before

    def reject(self) -> None:
        if self.is_changed:
            ask_before_leaving(self, self.tr("Note"), self.accept, self._discard)
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not event.spontaneous():
            self._save_unasked()
        super().closeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            self._save_unasked()
        return super().eventFilter(watched, event)

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

    def _save_unasked(self) -> None:
        """The program is made to end, as with the session: nobody can be asked, and nothing may refuse."""
        if self.isVisible() and self.is_changed:
            self.accept()

    def _discard(self) -> None:
        self._before = (self.note, self.tags)
        self.reject()
