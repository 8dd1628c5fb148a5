# SPDX-License-Identifier: MIT
"""What is said of a place of the library in which there is no article."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from .places import PlaceKind

_FILLED_BY_SCANS = (PlaceKind.ALL, PlaceKind.CATEGORY, PlaceKind.FOLDER)


def empty_place(kind: PlaceKind, *, scanning: bool = False) -> str:
    """The sentence for an empty place of this kind."""
    translate = QCoreApplication.translate
    if scanning and kind in _FILLED_BY_SCANS:
        return translate("ArticleList", "Looking for articles…")
    sentences = {
        PlaceKind.UNREAD: translate("ArticleList", "Everything is read"),
        PlaceKind.READING: translate("ArticleList", "Nothing begun yet"),
        PlaceKind.STARRED: translate("ArticleList", "No starred articles yet"),
        PlaceKind.CATEGORY: translate("ArticleList", "No articles in this category"),
        PlaceKind.FOLDER: translate("ArticleList", "No articles in this folder"),
        PlaceKind.PROBLEMS: translate("ArticleList", "No problems"),
        PlaceKind.RECENT: translate("ArticleList", "Nothing opened yet"),
        PlaceKind.DUPLICATES: translate("ArticleList", "No article was saved twice"),
        PlaceKind.LACKING: translate("ArticleList", "No picture is missing"),
        PlaceKind.SMART_LIST: translate("ArticleList", "No article matches this list now"),
    }
    return sentences.get(kind) or translate("ArticleList", "No articles yet")
