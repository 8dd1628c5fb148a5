# SPDX-License-Identifier: MIT
"""Lets copies of one article share what a person does with it, once the person has said so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from .library_feed import LibraryFeed

if TYPE_CHECKING:
    from reader.core.library import Library
    from reader.core.settings import ReadingState

_MOST_NAMED = 12  # files that the question lists


@dataclass(frozen=True, slots=True)
class Copies:
    """Files that may be copies of one article, with what was done with each."""

    states: tuple[ReadingState, ...]


class ShareStates(QObject):
    """Asks, then joins the reading states of several files for good."""

    shared = Signal()
    said = Signal(str)

    def __init__(self, feed: LibraryFeed, window: QWidget) -> None:
        super().__init__(window)
        self._feed, self._window = feed, window

    def ask(self, paths: Sequence[Path]) -> None:
        """Of several files, these; of one, all its copies in the library."""
        self._feed.consult(lambda library: _copies(library, paths), self._on_copies)

    def _on_copies(self, found: Copies) -> None:
        if len(found.states) < 2:
            self.said.emit(self.tr("Select copies of one article, or one that was saved more than once."))
            return
        paths = [state.path for state in found.states]
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(self.tr("Share the reading state"))
        box.setText(self.tr("What you do with one of these %n files then holds for all.", "", len(paths)))
        box.setInformativeText(
            self.tr(
                "State, progress, star, tags and highlights are joined; of each the latest holds."
                " This cannot be taken back."
            )
            + "\n\n"
            + "\n".join([str(path) for path in paths[:_MOST_NAMED]] + ["…"] * (len(paths) > _MOST_NAMED))
        )
        share = box.addButton(self.tr("Share"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        share.clicked.connect(lambda: self._share(paths))
        box.finished.connect(box.deleteLater)
        box.open()

    def _share(self, paths: Sequence[Path]) -> None:
        first, *copies = paths

        def work(library: Library) -> None:
            for copy in copies:
                library.states.share(first, copy)

        self._feed.consult(work, lambda _done: self._on_shared(len(paths)))

    def _on_shared(self, count: int) -> None:
        self.said.emit(self.tr("%n files share their reading state now.", "", count))
        self.shared.emit()


def _copies(library: Library, paths: Sequence[Path]) -> Copies:
    if len(paths) == 1:
        notes = library.copies()
        group = next((note.group for note in notes if note.path == paths[0]), None)
        paths = [note.path for note in notes if group is not None and note.group == group]
    return Copies(tuple(library.states.get(path) for path in paths))
