# SPDX-License-Identifier: MIT
"""The list of articles with missing pictures: what is missing and why, and the way to try again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from .image_reasons import reason_in_words
from .search_hits import RowHit

if TYPE_CHECKING:
    from reader.core.library import Library, ListedArticle

_MOST_NOTES = 5000


def missing_notes(library: Library) -> dict[str, RowHit]:
    """What each article of the list is missing, by their keys."""
    from reader.core.library import ArticleQuery

    lacking = library.articles(ArticleQuery(lacking=True, limit=_MOST_NOTES))
    return {str(article.key): RowHit(pictures_in_words(article)) for article in lacking}


def pictures_in_words(article: ListedArticle) -> str:
    """How many of an article's pictures are missing and why, or that all are here; empty if it has none."""
    translate = QCoreApplication.translate
    if not article.pictures:
        return ""
    if not article.missing_pictures:
        return translate("MissingPictures", "all pictures are here")
    count = translate("MissingPictures", "Missing pictures: %1").replace("%1", str(article.missing_pictures))
    reason = reason_in_words(article.missing_reason)
    if not reason:
        return count
    return f"{count} · {reason}"


class MissingPicturesBar(QWidget):
    """Stands below the list: what it shows, and a button that tries all of them again."""

    def __init__(self, try_again: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("missingPicturesBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = QLabel(self.tr("Some pictures of these articles are not here."), self)
        words.setWordWrap(True)
        self.button = QPushButton(self.tr("Try again…"), self)
        self.button.clicked.connect(try_again.trigger)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(words, 1)
        row.addWidget(self.button)
