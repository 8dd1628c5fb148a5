# SPDX-License-Identifier: MIT
"""The library panel stands as an earlier session left it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from reader.core.library import Facets, FolderNode
from reader.ui.library_panel import LibraryPanel
from reader.ui.places import Place, PlaceKind

from .sample_places import CATEGORIES, COUNTS, FOLDERS, INNER


def test_the_scroll_position_of_an_earlier_session_comes_back(library_panel: LibraryPanel) -> None:
    library_panel.set_content(None, (), ())
    library_panel.restore_scroll(120)
    folders = tuple(FolderNode(Path(f"/home/me/{number}"), 1, 1) for number in range(60))
    library_panel.set_content(COUNTS, CATEGORIES, folders)
    assert library_panel.view.verticalScrollBar().value() == 120
    library_panel.set_content(COUNTS, CATEGORIES, folders, 0, Facets())
    assert library_panel.scroll_position == 120
    library_panel.view.verticalScrollBar().setValue(40)
    library_panel.set_content(COUNTS, CATEGORIES, folders[1:], 0, Facets())
    assert library_panel.scroll_position == 40


def test_what_is_found_is_shown_from_the_top(library_panel: LibraryPanel) -> None:
    folders = tuple(FolderNode(Path(f"/home/me/notes {number}"), 1, 1) for number in range(60))
    library_panel.set_content(COUNTS, CATEGORIES, folders)
    bar = library_panel.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    library_panel.focus_filter()
    library_panel.findChildren(QLineEdit)[0].setText("notes")
    assert bar.value() == 0
    bar.setValue(90)
    library_panel.set_content(COUNTS, CATEGORIES, folders[1:])
    assert bar.value() == 90, "what comes later moves nothing"


def test_branches_of_an_earlier_session_open_when_they_come(library_panel: LibraryPanel) -> None:
    keys = [Place(PlaceKind.CATEGORY, ("新媒体",)).key, INNER.key, "category/gone", "nonsense"]
    library_panel.restore_expanded(keys)
    library_panel.set_content(COUNTS, CATEGORIES, FOLDERS)
    assert library_panel.expanded() == keys[:2]


def test_one_remembered_branch_may_come_as_plain_text(library_panel: LibraryPanel) -> None:
    library_panel.set_content(COUNTS, CATEGORIES, FOLDERS)
    library_panel.restore_expanded(Place(PlaceKind.CATEGORY, ("新媒体",)).key)
    assert len(library_panel.expanded()) == 1
