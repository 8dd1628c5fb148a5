# SPDX-License-Identifier: MIT
"""What is said of an article whose file is not there: it is gone, or its folder is out of reach."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from reader.core.presence import may_be_there

from .detail_view import DetailView, Shown
from .elided_text import plain_line

if TYPE_CHECKING:
    from .library_feed import LibraryFeed

translate = QCoreApplication.translate
_NAME_LIMIT = 200  # characters


def is_away(path: Path, feed: LibraryFeed) -> bool:
    """Whether it lies in a library folder that cannot be reached now."""
    around = [folder for folder in feed.folders if path.is_relative_to(folder.path)]
    return bool(around) and not max(around, key=lambda each: len(each.path.parts)).available


def words_for(path: Path, feed: LibraryFeed) -> tuple[str, str]:
    """One sentence, and what else is worth knowing."""
    if is_away(path, feed):
        sentence = translate("MainWindow", "“%1” cannot be reached now.")
        hint = translate("MainWindow", "Its folder is not available; the article opens once that is back.")
    else:
        sentence = translate("MainWindow", "“%1” is not there any more.")
        hint = translate("MainWindow", "It may have been moved, renamed or deleted.")
    return sentence.replace("%1", plain_line(path.name, _NAME_LIMIT)), hint


class MissingFile(QObject):
    """Says it in other words once it is known that only the folder is out of reach, or that it is back."""

    def __init__(self, detail: DetailView, feed: LibraryFeed, parent: QObject) -> None:
        super().__init__(parent)
        self._detail, self._feed = detail, feed
        self._was_away: bool | None = None  # when it was said
        detail.article_failed.connect(self._on_failed)
        feed.content_changed.connect(self._on_content)
        if detail.state.path is not None:
            self._on_failed(detail.state.path)

    def _on_failed(self, path: Path, _why: str = "") -> None:
        self._was_away = None if may_be_there(path) else is_away(path, self._feed)

    def _on_content(self, *_content: object) -> None:
        path = self._detail.state.path
        if self._was_away is None or path is None or self._detail.state.shown is not Shown.FAILED:
            return
        if is_away(path, self._feed) != self._was_away and not may_be_there(path):
            self._detail.show_failure(path, *words_for(path, self._feed))
