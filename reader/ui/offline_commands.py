# SPDX-License-Identifier: MIT
"""Making articles available offline: which are meant, the one job at work, what goes on later."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from .actions import Actions
from .image_process import ImageProcess, ImageProgress
from .list_commands import ListCommands
from .places import Place, PlaceKind
from .status_line import StatusLine
from .unfinished_job import UnfinishedJob
from .window_memory import of_all_windows
from .window_parts import WindowParts

if TYPE_CHECKING:
    from .offline_dialog import OfflineDialog

_RESUME_MS = 8_000  # after the start: what was broken off goes on

Words = Callable[[], list[str]]


class OfflineCommands(QObject):
    """Made after the first paint; a job shows itself in a dialog, and without one in the status line."""

    done = Signal(str)  # how it came out, in one sentence
    came_in = Signal()  # pictures of any articles

    def __init__(self, parts: WindowParts, act: Actions, status: StatusLine, window: QWidget) -> None:
        super().__init__(window)
        self._parts, self._status, self._window = parts, status, window
        self._process = ImageProcess(self)
        self._job = UnfinishedJob(of_all_windows(parts.state))
        self._dialog: OfflineDialog | None = None
        self.gives_way: Callable[[], bool] = lambda: False  # the status line is needed for something nearer
        self._process.progressed.connect(self._on_progress)
        self._process.finished.connect(self._on_finished)
        status.cancel_asked.connect(self._on_cancelled)
        act["make_offline"].triggered.connect(lambda _checked=False: self.make_offline())
        act["retry_pictures"].triggered.connect(lambda _checked=False: self.retry_missing())
        QTimer.singleShot(_RESUME_MS, self, self.go_on)

    def make_offline(self) -> None:
        """Download what the selected articles lack, if several are, else those of the place that is shown."""
        listed = self._window.window().findChild(ListCommands)  # the list is not made before it is seen
        if listed is not None and listed.has_many:
            listed.with_paths(self.make_offline_these)
        else:
            self.make_offline_at(self._parts.feed.place)

    def make_offline_at(self, place: Place) -> None:
        """Download what the articles of a place lack."""
        if place.kind is PlaceKind.CATEGORY and isinstance(place.value, tuple):
            self._ask(["--category", "/".join(place.value)], place.name)
        elif place.kind is PlaceKind.STARRED:
            self._ask(["--starred"], place.name)
        elif place.kind is PlaceKind.LACKING:
            self._ask(["--lacking", "--retry"], place.name)
        elif place.kind is not PlaceKind.ALL and not self._parts.feed.is_empty:
            self._parts.feed.paths_at(place, lambda paths: self.make_offline_these(paths, place.name))
        else:
            self._ask(["--all"])

    def make_offline_these(self, paths: Sequence[Path], name: str = "") -> None:
        """Download what these articles lack; `name` is of the place where they stand together."""
        if paths:
            self._ask(lambda: self._job.words_for(paths), name, chosen=len(paths))

    def retry_missing(self) -> None:
        """Try everything again that is missing, in all articles."""
        self._ask(["--lacking", "--retry"], self.tr("Missing pictures"))

    def go_on(self) -> None:
        """A job that the end of the program has broken off goes on, quietly."""
        words = self._job.words
        if words and self._dialog is None:
            self._begin(words)

    def end(self) -> None:
        """The window closes; the next start goes on with what is left."""
        self._process.end()
        if self._dialog is not None:
            self._dialog.close()

    def _ask(self, words: list[str] | Words, place: str = "", *, chosen: int = 0) -> None:
        """Asks before it begins; while a job is at work, that one is shown instead."""
        if self._dialog is not None:
            self._dialog.raise_()
            self._dialog.activateWindow()
            return
        from .offline_dialog import OfflineDialog

        dialog = self._dialog = OfflineDialog(self._process, self._window)
        dialog.closed.connect(self._on_closed)
        dialog.stopped.connect(self._stop)
        dialog.download_asked.connect(lambda: self._begin(words() if callable(words) else words))
        if self._process.is_running:
            dialog.follow()
            self._status.be_quiet()
        else:
            dialog.ask(place, chosen)
        dialog.show()

    def _begin(self, words: list[str]) -> None:
        if not words:
            self._status.say(self.tr("The list of articles could not be written; is the disk full?"))
            if self._dialog is not None:
                self._dialog.close()
            return
        self._job.begin(words)
        self._process.start(words)
        self._show_work(self.tr("Loading pictures…"), 0, 0)

    def _stop(self) -> None:
        if self._process.is_running:
            self._job.end()
            self._process.end()
            self.came_in.emit()

    def _on_cancelled(self) -> None:
        if self._dialog is None and self._process.is_running and not self.gives_way():
            self._job.end()
            self._process.cancel()

    def _on_closed(self) -> None:
        self._dialog = None

    def _show_work(self, text: str, done: int, total: int) -> None:
        if self._dialog is None and not self.gives_way():
            self._status.show_work(text, done, total)

    def _on_progress(self, progress: ImageProgress) -> None:
        text = self.tr("Loading pictures") + f" · {progress.done} / {progress.total}"
        self._show_work(text, progress.done, progress.total)

    def _on_finished(self, report: Mapping[str, int] | None) -> None:
        from .offline_dialog import outcome_in_words

        if report is not None:  # else its process broke down: the next start tries again
            self._job.end()
        sentence = " · ".join(outcome_in_words(report, self._process.complaint))
        if self._dialog is None:
            self._status.be_quiet()
            self._status.say(sentence)
        self.done.emit(sentence)
        self.came_in.emit()
