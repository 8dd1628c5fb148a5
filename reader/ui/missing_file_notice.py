# SPDX-License-Identifier: MIT
"""Below an article whose file is gone: that it is, that the text stays, and what can be done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from .elided_text import plain_line
from .question_bar import QuestionBar

_NAME_LIMIT = 60  # characters


class MissingFileNotice(QuestionBar):
    """Stands there until the file is back, another article is shown, or it was sent away."""

    search_asked = Signal()
    copy_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sent_away: Path | None = None

    def tell(self, path: Path) -> None:
        """Say that the file of the open article is not there, once."""
        if path == self._sent_away or not self.isHidden():
            return
        text = self.tr(
            "“%1” is not there any more: it was moved, renamed or deleted, or its disk was unplugged."
            " The text stays here until another article is opened."
        )
        self.ask(
            text.replace("%1", plain_line(path.name, _NAME_LIMIT)),
            [
                (self.tr("Look for it"), self.search_asked.emit),
                (self.tr("Save a copy…"), self.copy_asked.emit),
                (self.tr("OK"), lambda: self._send_away(path)),
            ],
        )

    def withdraw(self) -> None:
        """The file is back, or not wanted any more."""
        self._sent_away = None
        super().withdraw()

    def _send_away(self, path: Path) -> None:
        self._sent_away = path
