# SPDX-License-Identifier: MIT
"""Keeps the reading state in step with other machines through a folder, while the window is open."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QFileSystemWatcher, QLocale, QObject, Qt, QTimer, Signal

from reader.core.errors import ReaderError
from reader.core.presence import is_file, is_folder
from reader.core.settings.options import SYNC_FOLDER

from .causes import said_cause
from .library_feed import LibraryFeed
from .preference_changes import PreferenceChanges
from .sentences import in_own_words
from .tasks import Tasks

if TYPE_CHECKING:
    from reader.core.library import Library
    from reader.core.settings.merge import MergeReport

_SETTLE_MS = 3000  # after a change, here or there
_LOOK_MS = 60_000  # folders in the network do not tell of changes


class FolderSync(QObject):
    """Leaves our journal in the folder when something changed, and takes in what others leave there.

    The work is done off the GUI thread over a connection of its own, so that nobody waits for a slow folder.
    """

    merged = Signal(object)  # MergeReport with changes
    finished = Signal()  # one comparison
    said = Signal(str)  # one sentence for the status line

    def __init__(
        self,
        feed: LibraryFeed,
        tasks: Tasks,
        changes: PreferenceChanges,
        parent: QObject | None = None,
        locale: QLocale | None = None,
    ) -> None:
        super().__init__(parent)
        self._locale = locale or QLocale()
        self._feed, self._tasks, self._changes = feed, tasks, changes
        self._folder: Path | None = None
        self._state: Path | None = None  # the database of the reading state
        self._watcher: QFileSystemWatcher | None = None
        self._running = self._again = False
        self._complaint = ""
        self._soon = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._soon.timeout.connect(self.look)
        self._poll = QTimer(self, interval=_LOOK_MS)
        self._poll.timeout.connect(self.look)
        changes.changed.connect(lambda name: name == SYNC_FOLDER.name and self._take_preference())
        self._take_preference()

    def _note(self, moment: str) -> None:
        """In the preferences: when this machine was in step last, and what keeps it from being so now."""
        lines = [self._complaint]
        if moment and self._folder is not None:
            lines.append(self.tr("Last in step: %1.").replace("%1", self._said_moment(moment)))
        self._changes.note(SYNC_FOLDER.name, "\n".join(filter(None, lines)))

    def _said_moment(self, moment: str) -> str:
        local = QDateTime.fromString(moment, Qt.DateFormat.ISODate).toLocalTime()
        return self._locale.toString(local, QLocale.FormatType.ShortFormat)

    def look(self) -> None:
        """Compare now."""
        if self._folder is None or self._state is None:
            return
        if self._running:
            self._again = True
            return
        self._running = True
        folder, state = self._folder, self._state
        self._tasks.run(lambda: compare(state, folder), self._on_done, self._on_failed)

    def _learn_last(self) -> None:
        folder = self._folder
        if folder is not None:
            self._feed.consult(lambda library: _last_step(library, folder), self._note)

    def _take_preference(self) -> None:
        chosen = str(self._changes.value(SYNC_FOLDER.name))
        self._folder = Path(chosen) if chosen else None
        self._complaint = ""
        self._note("")
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        if self._folder is None:
            self._poll.stop()
            self._soon.stop()
            return
        self._poll.start()
        self._feed.consult(_places, self._on_places)

    def _on_places(self, places: tuple[Path, Path]) -> None:
        self._state, journal = places
        if self._folder is None:
            return
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(lambda _path: self._wait())
        self._watcher.directoryChanged.connect(lambda _path: self._wait())
        there = [
            str(path) for path in (self._folder, journal.parent, journal) if is_folder(path) or is_file(path)
        ]
        if there:
            self._watcher.addPaths(there)
        self.look()

    def _wait(self) -> None:
        """Something changed: more may follow at once, but whoever never rests is not waited for."""
        if not self._soon.isActive():
            self._soon.start()

    def _on_done(self, report: MergeReport) -> None:
        self._end()
        self._complaint = ""
        self._learn_last()
        if report.changed:
            self.said.emit(self.tr("Your other machines had %Ln change(s).", "", report.changed))
            self.merged.emit(report)
        for problem in report.problems:
            if problem.code == "journal-refused":
                self.said.emit(
                    self.tr("A file in the folder for keeping in step was not understood: %1").replace(
                        "%1", in_own_words(problem.message)
                    )
                )
        self.finished.emit()

    def _on_failed(self, error: ReaderError) -> None:
        self._end()
        cause = error.__cause__
        if isinstance(cause, OSError) and self._folder is not None and _lies_in(cause, self._folder):
            text = self.tr("“%1” cannot be read or written (%2), so this machine is not kept in step.")
            sentence = text.replace("%1", str(self._folder)).replace("%2", said_cause(cause))
        else:
            text = self.tr("This machine is not kept in step at the moment. %1")
            sentence = text.replace("%1", in_own_words(str(error)))
        if sentence != self._complaint:  # said once, not every minute
            self._complaint = sentence
            self.said.emit(sentence)
        self._learn_last()
        self.finished.emit()

    def _end(self) -> None:
        self._running = False
        if self._again:
            self._again = False
            self._soon.start()


def _lies_in(error: OSError, folder: Path) -> bool:
    """Whether the shared folder is the matter, not one of our own."""
    name = error.filename
    return name is not None and Path(os.fsdecode(name)).is_relative_to(folder)


def compare(state: Path, folder: Path) -> MergeReport:
    """One comparison, over a connection of its own; SettingsError says what does not work."""
    from reader.core.settings import ReadingStates
    from reader.core.settings.sync_folder import come_in_step

    states = ReadingStates(state)
    try:
        return come_in_step(states.store, folder)
    finally:
        states.close()


def _last_step(library: Library, folder: Path) -> str:
    from reader.core.settings.sync_folder import last_step

    return last_step(library.states.store, folder)


def _places(library: Library) -> tuple[Path, Path]:
    store = library.states.store
    with store.errors():
        return store.path, store.journal_path
