# SPDX-License-Identifier: MIT
"""What the library panel can point at: a place whose articles the list shows."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote, unquote, unquote_to_bytes

from PySide6.QtCore import QCoreApplication, QLocale

from reader.ui.elided_text import plain_line

_NAME_LIMIT = 200  # characters


class PlaceKind(StrEnum):
    """The kinds of places."""

    ALL = "all"
    UNREAD = "unread"
    READING = "reading"
    STARRED = "starred"
    PROBLEMS = "problems"
    CATEGORY = "category"
    FOLDER = "folder"
    RECENT = "recent"
    DUPLICATES = "duplicates"
    LACKING = "missing-pictures"
    TAG = "tag"
    AUTHOR = "author"
    SITE = "site"
    LANGUAGE = "language"
    SMART_LIST = "smart-list"
    TAGS = "tags"  # from here on the sections of the panel, which only hold places
    AUTHORS = "authors"
    SITES = "sites"
    LANGUAGES = "languages"
    SMART_LISTS = "smart-lists"
    CATEGORIES = "categories"
    FOLDERS = "folders"


_LANGUAGES = {"en": "English", "es": "español", "pt": "português"}  # without the country Qt adds to them
_NAMED = (
    *(PlaceKind.CATEGORY, PlaceKind.TAG, PlaceKind.AUTHOR, PlaceKind.SITE, PlaceKind.LANGUAGE),
    PlaceKind.SMART_LIST,
)
_SECTIONS = (
    *(PlaceKind.TAGS, PlaceKind.AUTHORS, PlaceKind.SITES, PlaceKind.LANGUAGES),
    *(PlaceKind.SMART_LISTS, PlaceKind.CATEGORIES, PlaceKind.FOLDERS),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the library; `value` is a category's path, a folder's, or the one name of another place.

    A smart list goes by its id; what it is called is its `title`, which may change.
    """

    kind: PlaceKind
    value: tuple[str, ...] | Path | None = None
    title: str = field(default="", compare=False)

    @property
    def key(self) -> str:
        """The place as text that window state can keep: `category/News/Science`, percent-encoded."""
        if isinstance(self.value, tuple):
            parts = [quote(part, safe="", errors="surrogatepass") for part in self.value]
        else:
            parts = [] if self.value is None else [quote(os.fsencode(self.value), safe="")]
        return "/".join((self.kind.value, *parts))

    @property
    def holds_articles(self) -> bool:
        """Whether it lists articles, rather than further places alone."""
        return self.kind not in _SECTIONS

    @classmethod
    def from_key(cls, key: str) -> Place | None:
        """The place a key was made from, or None where it names none."""
        name, *parts = key.split("/")
        kind = next((kind for kind in PlaceKind if kind.value == name), None)
        if kind is None or bool(parts) != (kind in (*_NAMED, PlaceKind.FOLDER)):
            return None
        if kind in _NAMED:
            return cls(kind, tuple(unquote(part, errors="surrogatepass") for part in parts))
        if kind is PlaceKind.FOLDER:
            return cls(kind, Path(os.fsdecode(unquote_to_bytes(parts[0]))))
        return cls(kind)

    @property
    def name(self) -> str:
        """What the place is called in the window."""
        if self.kind is PlaceKind.SMART_LIST:
            return plain_line(self.title, _NAME_LIMIT) or QCoreApplication.translate(
                "LibraryPanel", "Smart list"
            )
        if isinstance(self.value, tuple):
            name = self.value[-1]
            if self.kind is PlaceKind.LANGUAGE:
                name = _LANGUAGES.get(name) or QLocale(name).nativeLanguageName() or name
            return plain_line(name, _NAME_LIMIT)
        if self.value is not None:
            return plain_line(self.value.name or str(self.value), _NAME_LIMIT)
        translate = QCoreApplication.translate
        names = {
            PlaceKind.ALL: translate("LibraryPanel", "All"),
            PlaceKind.UNREAD: translate("LibraryPanel", "Unread"),
            PlaceKind.READING: translate("LibraryPanel", "Reading"),
            PlaceKind.STARRED: translate("LibraryPanel", "Starred"),
            PlaceKind.PROBLEMS: translate("LibraryPanel", "Problems"),
            PlaceKind.RECENT: translate("LibraryPanel", "Recently opened"),
            PlaceKind.DUPLICATES: translate("LibraryPanel", "Duplicates"),
            PlaceKind.LACKING: translate("LibraryPanel", "Missing pictures"),
            PlaceKind.TAGS: translate("LibraryPanel", "Tags"),
            PlaceKind.AUTHORS: translate("LibraryPanel", "Authors"),
            PlaceKind.SITES: translate("LibraryPanel", "Sites"),
            PlaceKind.LANGUAGES: translate("LibraryPanel", "Languages"),
            PlaceKind.SMART_LISTS: translate("LibraryPanel", "Smart lists"),
            PlaceKind.CATEGORIES: translate("LibraryPanel", "Categories"),
            PlaceKind.FOLDERS: translate("LibraryPanel", "Folders"),
        }
        return names.get(self.kind, "")


ALL = Place(PlaceKind.ALL)
UNREAD = Place(PlaceKind.UNREAD)
READING = Place(PlaceKind.READING)
STARRED = Place(PlaceKind.STARRED)
PROBLEMS = Place(PlaceKind.PROBLEMS)
RECENT = Place(PlaceKind.RECENT)
DUPLICATES = Place(PlaceKind.DUPLICATES)
LACKING = Place(PlaceKind.LACKING)
