# SPDX-License-Identifier: MIT
"""What is said of an article whose file is not there: it is gone, or its folder is out of reach."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

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
