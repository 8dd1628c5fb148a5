# SPDX-License-Identifier: MIT
"""Takes a folder out of the library so that it can be taken back: with its rules, in its place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from .places import ALL

if TYPE_CHECKING:
    from reader.core.library import FolderRules, Library

    from .library_feed import LibraryFeed
    from .state_history import Failed, TakenBack

translate = QCoreApplication.translate


def remove_folder(feed: LibraryFeed, path: Path) -> None:
    """Forget a folder; its files and their reading state stay."""

    def work(library: Library) -> tuple[FolderRules, Sequence[Path]]:
        rules, order = library.folder_rules(path), [folder.path for folder in library.folders()]
        library.remove_folder(path)
        return rules, order

    def done(found: tuple[FolderRules, Sequence[Path]]) -> None:
        shown = feed.place
        if isinstance(shown.value, Path) and shown.value.is_relative_to(path):
            feed.show(ALL)
        feed.refresh()
        sentence = translate("FolderRemoval", "“{0}” is not in the library any more.").format(path.name)
        feed.history.note(partial(_put_back, feed, *found), done=sentence)

    feed.consult(work, done)


def _put_back(
    feed: LibraryFeed, rules: FolderRules, order: Sequence[Path], on_done: TakenBack, on_failed: Failed
) -> None:
    def work(library: Library) -> None:
        folders = library.states.folders
        folders.add(rules.path, rules.dialect, rules.category_rule)  # also where it is out of reach
        folders.put_in_order(order)

    def done(_nothing: None) -> None:
        feed.refresh()
        feed.rescan()
        on_done(translate("FolderRemoval", "“{0}” is in the library again.").format(rules.path.name))

    feed.consult(work, done, on_failed)
