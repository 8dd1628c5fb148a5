# SPDX-License-Identifier: MIT
"""Edits the template that highlights are written by as Markdown, beside what comes of it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFontDatabase
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from reader.core.settings.highlight_export import MARKDOWN, as_markdown, sample_highlights

from .dialog_style import open_with_size
from .unsaved_question import ask_before_leaving

_SETTLE_MS = 150


class TemplateDialog(QDialog):
    """Template at the left, preview at the right; an empty one is the reader's own."""

    chosen = Signal(str)

    def __init__(self, template: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("templateDialog")
        self.setWindowTitle(self.tr("Template for highlights"))
        open_with_size(self, 820, 520)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.editor = QPlainTextEdit(template or MARKDOWN, self)
        self.preview = QPlainTextEdit(self)
        self.preview.setReadOnly(True)
        for edit, name in ((self.editor, self.tr("Template")), (self.preview, self.tr("Preview"))):
            edit.setFont(fixed)
            edit.setAccessibleName(name)
            edit.setTabChangesFocus(True)
        self.standard_button = QPushButton(self.tr("Back to the standard template"), self)
        self.save_button = QPushButton(self.tr("Save"), self)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._show)
        self._lay_out()
        self.editor.textChanged.connect(self._settle.start)
        self.standard_button.clicked.connect(lambda: self.editor.setPlainText(MARKDOWN))
        self.save_button.clicked.connect(self._save)
        self.finished.connect(self.deleteLater)
        self._before = self.editor.toPlainText()
        self._show()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not event.spontaneous() and self.editor.toPlainText() != self._before:
            self._save()  # the program is made to end: nobody can be asked
        super().closeEvent(event)

    def reject(self) -> None:
        if self.editor.toPlainText() == self._before:
            super().reject()
        else:
            ask_before_leaving(self, self.windowTitle(), self._save, self._discard)

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(16)
        for edit in (self.editor, self.preview):
            column = QVBoxLayout()
            column.setSpacing(6)
            column.addWidget(QLabel(edit.accessibleName(), self))
            column.addWidget(edit, 1)
            columns.addLayout(column, 1)
        words = "$title  $path  $text  $note  $tags  $color  $created_at"
        explained = self.tr(
            "These words are replaced: %1."
            " What stands between the two comments comes once for each highlight."
        )
        hint = QLabel(explained.replace("%1", words), self)
        hint.setObjectName("preferenceHint")
        hint.setWordWrap(True)
        cancel = QPushButton(self.tr("Cancel"), self)
        for button in (cancel, self.standard_button):
            button.setAutoDefault(False)
        self.standard_button.setProperty("flat", True)
        self.save_button.setProperty("primary", True)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.standard_button)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 20, 24, 16)
        rows.setSpacing(12)
        rows.addLayout(columns, 1)
        rows.addWidget(hint)
        rows.addLayout(buttons)

    def _show(self) -> None:
        self.preview.setPlainText(as_markdown(sample_highlights(), self.editor.toPlainText()))

    def _discard(self) -> None:
        self._before = self.editor.toPlainText()
        self.reject()

    def _save(self) -> None:
        text = self.editor.toPlainText()
        self.chosen.emit("" if text in ("", MARKDOWN) else text)
        self.accept()
