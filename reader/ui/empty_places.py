# SPDX-License-Identifier: MIT
"""What is said of a place of the library in which there is no article."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from .elided_text import plain_line
from .empty_state import EmptyState
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


def ask_for_folder(empty: EmptyState) -> None:
    """Where there is no library yet."""
    translate = QCoreApplication.translate
    empty.show_words(
        translate("ArticleList", "Choose a folder with articles"),
        detail=translate("ArticleList", "Markdown files and saved pages are read where they are."),
        button=translate("ArticleList", "Choose folder…"),
    )


def show_nothing_found(
    empty: EmptyState, sought: str, suggestions: Sequence[str], *, elsewhere: bool
) -> None:
    """Say that a search found nothing, with what else could be sought, or where."""
    translate = QCoreApplication.translate
    if elsewhere:
        advice = translate("ArticleList", "Try fewer words, or look in all articles.")
        button = translate("ArticleList", "Search everywhere")
    else:
        advice = translate("ArticleList", "Try fewer words, or others.")
        button = translate("ArticleList", "Clear search")
    empty.show_words(
        translate("ArticleList", "Nothing found for “{0}”").format(plain_line(sought, 60)),
        detail=translate("ArticleList", "Did you mean:") if suggestions else advice,
        button=button,
        choices=suggestions,
    )
