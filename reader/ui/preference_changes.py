# SPDX-License-Identifier: MIT
"""The one way preferences change while the window is open: from here, or from outside in the file."""

from __future__ import annotations

import time
from typing import Any

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from reader.core.errors import ReaderError
from reader.core.presence import is_file, is_folder
from reader.core.settings import OPTIONS, Preferences

_SETTLE_MS = 150  # an editor may write a file in several steps
_NEW_SECONDS = 3  # more than the clock of any file system is coarse


class PreferenceChanges(QObject):
    """Sets preferences and tells whoever shows them; notices when the file was edited elsewhere."""

    changed = Signal(str)  # name of the option
    noted = Signal(str)  # name of an option of which there is something to say
    problems_changed = Signal()
    failed = Signal(str)  # one sentence

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.preferences = preferences
        self.notes: dict[str, str] = {}  # what is to be said of an option now, by its name
        self._told: dict[str, Any] = {}  # the values of this window; another one may have changed them
        self._watcher: QFileSystemWatcher | None = None
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._reload_if_written)
        self._stamp: tuple[int, ...] | None = None  # of the file, when it was read last

    def watch(self) -> None:
        """Follow the file from now on, and say what is wrong in it."""
        if self._watcher is None:
            self._told = {name: self.value(name) for name in OPTIONS}
            self._watcher = QFileSystemWatcher(self)
            self._watcher.fileChanged.connect(lambda _path: self._settle.start())
            self._watcher.directoryChanged.connect(lambda _path: self._settle.start())
            self._look_at_file()
            self._report()

    def value(self, name: str) -> Any:
        """The value in force of an option."""
        return self.preferences.get(OPTIONS[name])

    def is_default(self, name: str) -> bool:
        """Whether an option stands at its default."""
        return bool(self.value(name) == OPTIONS[name].default)

    def note(self, name: str, sentence: str) -> None:
        """Say how it stands with what an option asks for; nothing takes that back."""
        if self.notes.get(name, "") != sentence:
            self.notes[name] = sentence
            self.noted.emit(name)

    def set(self, name: str, value: object) -> None:
        """Set one option; a file that cannot be written is told."""
        try:
            self.preferences.set(OPTIONS[name], value)
        except ReaderError as error:
            self._complain(str(error))
        self._tell(name)

    def reset(self, name: str) -> None:
        """Go back to the default of one option."""
        try:
            self.preferences.reset(OPTIONS[name])
        except ReaderError as error:
            self._complain(str(error))
        self._tell(name)

    def reload(self) -> None:
        """Take over what stands in the file now."""
        before = {name: self.value(name) for name in OPTIONS} | self._told
        problems = self.preferences.problems
        self._stamp = self._stamp_now()
        self.preferences.reload()
        self._look_at_file()
        for name, value in before.items():
            if self.value(name) != value:
                self._tell(name)
        if self.preferences.problems != problems:
            self.problems_changed.emit()
            self._report()

    def _reload_if_written(self) -> None:
        """Much else is written into the folder of the file, at every change of the reading state."""
        stamp = self._stamp_now()
        if stamp is None or stamp != self._stamp:
            self.reload()
        else:
            self._look_at_file()

    def _stamp_now(self) -> tuple[int, ...] | None:
        """Tells one writing of the file from another; None while the next one may look alike."""
        try:
            found = self.preferences.path.stat()
        except OSError:
            return ()
        if abs(time.time() - found.st_mtime) < _NEW_SECONDS:
            return None
        return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino

    def _tell(self, name: str) -> None:
        if self._watcher is not None:
            self._told[name] = self.value(name)
        self.changed.emit(name)

    def _report(self) -> None:
        for problem in self.preferences.problems[:1]:
            where = self.tr("Preferences, line %1: ").replace("%1", str(problem.line)) if problem.line else ""
            self._complain(problem.message, where)

    def _complain(self, sentence: str, where: str = "") -> None:
        from .sentences import in_own_words

        self.failed.emit(where + in_own_words(sentence))

    def _look_at_file(self) -> None:
        """Watch the file, and its folder for files that are put in its place."""
        path = self.preferences.path
        watched = self._watcher
        if watched is None:
            return
        if is_file(path) and str(path) not in watched.files():
            watched.addPath(str(path))
        if is_folder(path.parent) and str(path.parent) not in watched.directories():
            watched.addPath(str(path.parent))
