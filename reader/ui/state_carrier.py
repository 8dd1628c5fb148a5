# SPDX-License-Identifier: MIT
"""Carries the reading state in and out of files a person chooses: exports of other programs, and our own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.core.errors import ReaderError

from .application_style import ApplicationStyle
from .library_feed import LibraryFeed
from .save_question import ask_where_to_save, with_ending
from .sentences import in_own_words
from .tasks import Tasks

if TYPE_CHECKING:
    from reader.core.library import Library
    from reader.core.library.taking_in import TakenIn
    from reader.core.settings.merge import MergeReport


class StateCarrier(QObject):
    """The work is done off the GUI thread over a connection of its own: an export may name thousands."""

    taken = Signal()  # something is otherwise than before
    said = Signal(str)

    def __init__(self, feed: LibraryFeed, tasks: Tasks, style: ApplicationStyle, pane: QWidget) -> None:
        super().__init__(pane)
        self._feed, self._tasks, self._style, self._pane = feed, tasks, style, pane

    def ask_what_to_take_in(self) -> None:
        """Ask for a file, and take in what it says."""
        kinds = "*.csv *.json *.jsonl *.zip *.html *.htm"
        name, _ = QFileDialog.getOpenFileName(
            self._pane.window(),
            self.tr("Take in reading state"),
            str(Path.home()),
            self.tr("Exports and journals (%1)").replace("%1", kinds) + ";;" + self.tr("All files (*)"),
        )
        if name:
            self.take_in(Path(name))

    def take_in(self, file: Path) -> None:
        """Take in what a file says, and report."""
        self.said.emit(self.tr("Taking in “%1”…").replace("%1", file.name))
        self._feed.consult(
            _stores,
            lambda stores: self._tasks.run(
                lambda: _take_in(*stores, file), lambda taken: self._on_taken(file, taken), self._on_failed
            ),
        )

    def ask_where_to_write(self) -> None:
        """Ask for a name, and write the whole reading state there."""
        answer = ask_where_to_save(
            self._pane.window(),
            self.tr("Write reading state"),
            Path.home() / "reading-state.jsonl",
            [self.tr("Reading state (*.jsonl)")],
            lambda path, _filter: with_ending(path, ".jsonl"),
        )
        if answer is not None:
            self.write(answer[0])

    def write(self, target: Path) -> None:
        """Write the whole reading state into a file."""
        self._feed.consult(
            lambda library: _write(library, target),
            lambda _done: self.said.emit(self.tr("Saved as %1.").replace("%1", str(target))),
        )

    def _on_taken(self, file: Path, taken: TakenIn) -> None:
        from .taken_in_dialog import TakenInDialog

        self.said.emit(self.tr("“%1” was taken in.").replace("%1", file.name))
        if taken.changed:
            self.taken.emit()
        TakenInDialog(file, taken, self._style, self._pane.window()).open()

    def _on_failed(self, error: ReaderError) -> None:
        self.said.emit(in_own_words(str(error)))


def _stores(library: Library) -> tuple[Path, Path]:
    return library.catalogue, library.states.path


def _take_in(catalogue: Path, state: Path, file: Path) -> TakenIn:
    from reader.core.library import Library
    from reader.core.library.taking_in import take_in_file
    from reader.core.open_article import open_article
    from reader.core.settings import ReadingStates

    states = ReadingStates(state)
    library = Library(catalogue, states)
    try:
        return take_in_file(library, file, lambda path: open_article(path, library.options_for(path)).text)
    finally:
        library.close()
        states.close()


def _write(library: Library, target: Path) -> MergeReport | None:
    from reader.core.settings.merge import export_state

    export_state(library.states.store, target)
    return None
