# SPDX-License-Identifier: MIT
"""Lets copies of one article share what a person does with it, once the person has said so, or parts them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from .library_feed import LibraryFeed

if TYPE_CHECKING:
    from reader.core.library import Library
    from reader.core.settings import ReadingState

MOST_COPIES = 200
_MOST_NAMED = 12  # files that the question lists


@dataclass(frozen=True, slots=True)
class Copies:
    """Files that may be copies of one article, with what was done with each."""

    states: tuple[ReadingState, ...]
    shared: tuple[Path, ...] = ()  # those of them that have one state already


class ShareStates(QObject):
    """Asks, then joins the reading states of several files; of files that share one, parts it."""

    shared = Signal()
    said = Signal(str)

    def __init__(self, feed: LibraryFeed, window: QWidget) -> None:
        super().__init__(window)
        self._feed, self._window = feed, window

    def ask(self, paths: Sequence[Path]) -> None:
        """Of several files, these; of one, all its copies, or those that share its state."""
        if len(paths) > MOST_COPIES:  # whoever selects so many does not mean copies of one article
            self._on_copies(Copies(()))
        else:
            self._feed.consult(lambda library: _copies(library, paths), self._on_copies)

    def _on_copies(self, found: Copies) -> None:
        if len(found.states) < 2:
            self.said.emit(self.tr("Select copies of one article, or one that was saved more than once."))
            return
        paths = [state.path for state in found.states]
        if len(found.shared) == len(paths):
            text = self.tr("These %Ln files share one reading state.", "", len(paths))
            rest = self.tr(
                "Parted, each keeps state, progress, star, tags and highlights as they are now,"
                " and what you do with one from then on is its own."
            )
            part = self._ask(text, rest, paths, self.tr("Part them"))
            part.clicked.connect(lambda: self._part(paths))
            return
        text = self.tr("What you do with one of these %Ln files then holds for all.", "", len(paths))
        rest = self.tr(
            "State, progress, star, tags and highlights are joined; of each the latest holds."
            " They can be parted again, and then each keeps what was joined."
        )
        share = self._ask(text, rest, paths, self.tr("Share"))
        share.clicked.connect(lambda: self._share(paths))

    def _ask(self, text: str, rest: str, paths: Sequence[Path], yes: str) -> QPushButton:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(self.tr("Share the reading state"))
        box.setText(text)
        named = [str(path) for path in paths[:_MOST_NAMED]] + ["…"] * (len(paths) > _MOST_NAMED)
        box.setInformativeText("\n".join([rest, "", *named]))
        button = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.finished.connect(box.deleteLater)
        box.open()
        return button

    def _share(self, paths: Sequence[Path]) -> None:
        first, *copies = paths

        def work(library: Library) -> None:
            for copy in copies:
                library.states.share(first, copy)

        self._feed.consult(work, lambda _done: self._on_shared(len(paths)))

    def _part(self, paths: Sequence[Path]) -> None:
        def work(library: Library) -> None:
            for path in paths[1:]:
                library.states.part(path)

        self._feed.consult(work, lambda _done: self._on_parted(len(paths)))

    def _on_parted(self, count: int) -> None:
        self.said.emit(self.tr("%Ln files have reading states of their own now.", "", count))
        self.shared.emit()

    def _on_shared(self, count: int) -> None:
        self.said.emit(self.tr("%Ln files share their reading state now.", "", count))
        self.shared.emit()


def _copies(library: Library, paths: Sequence[Path]) -> Copies:
    states, first = library.states, paths[0]
    if len(paths) == 1:
        notes = library.copies()
        group = next((note.group for note in notes if note.path == first), None)
        copies = [note.path for note in notes if group is not None and note.group == group]
        together = [first, *states.sharing(first)]
        paths = copies if set(copies) - set(together) else together
    shared = {paths[0], *states.sharing(paths[0])}
    return Copies(tuple(states.get(path) for path in paths), tuple(path for path in paths if path in shared))
