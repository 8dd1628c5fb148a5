# SPDX-License-Identifier: MIT
"""Library folders in the panel: told apart, and said to be out of reach."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPersistentModelIndex, Qt

from reader.core.library import Counts, FolderNode
from reader.ui.library_panel import LibraryPanel
from reader.ui.library_tree_model import LibraryTreeModel
from reader.ui.places import Place, PlaceKind

COUNTS = Counts(all=8412, unread=1203, reading=14, starred=37)
FOLDERS = (
    FolderNode(Path("/home/me/articles"), 7000, 1100),
    FolderNode(Path("/home/me/articles/2021"), 70, 11),
    FolderNode(Path("/home/me/notes"), 1412, 103),
)


def test_a_folder_out_of_reach_says_so_in_the_same_rows(library_panel: LibraryPanel) -> None:
    library_panel.set_content(COUNTS, (), FOLDERS)
    model = library_panel.view.model()
    assert isinstance(model, LibraryTreeModel)
    index = QPersistentModelIndex(model.index_of(Place(PlaceKind.FOLDER, FOLDERS[0].path)))
    there = library_panel.view.grab().toImage()
    gone = tuple(replace(node, available=node.path == FOLDERS[2].path) for node in FOLDERS)
    library_panel.set_content(COUNTS, (), gone)
    assert index.isValid(), "no row came or went"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith("not available")
    assert "cannot be reached now" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert library_panel.view.grab().toImage() != there
    notes = model.index_of(Place(PlaceKind.FOLDER, FOLDERS[2].path))
    assert "not available" not in notes.data(Qt.ItemDataRole.AccessibleTextRole)
    library_panel.set_content(COUNTS, (), FOLDERS)
    assert library_panel.view.grab().toImage() == there


def test_folders_of_one_name_are_told_apart_by_their_tooltip(library_panel: LibraryPanel) -> None:
    folders = (FolderNode(Path("/home/me/notes"), 1, 1), FolderNode(Path("/media/disk/notes"), 1, 1))
    library_panel.set_content(COUNTS, (), folders)
    model = library_panel.view.model()
    assert isinstance(model, LibraryTreeModel)
    for node in folders:
        assert str(node.path) in model.index_of(Place(PlaceKind.FOLDER, node.path)).data(
            Qt.ItemDataRole.ToolTipRole
        )
