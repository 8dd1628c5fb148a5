# SPDX-License-Identifier: MIT
"""Downloads what single articles lack, a few articles at once: a slow host of one holds back no other."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from .image_process import ImageProcess, ImageProgress

_AT_ONCE = 2


class ArticleDownloads(QObject):
    """Each article has a process of its own; those beyond a few wait, the newest first."""

    progressed = Signal(object, object)  # path, ImageProgress
    finished = Signal(object, object, str)  # path, the counts as a mapping or None, and why there are none

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: dict[Path, ImageProcess] = {}
        self._waiting: list[Path] = []

    @property
    def is_running(self) -> bool:
        """Whether any article is being looked after."""
        return bool(self._running)

    def has(self, path: Path) -> bool:
        """Whether this article is being looked after, or waits for it."""
        return path in self._running or path in self._waiting

    def start(self, path: Path) -> None:
        """Download what an article lacks, as soon as there is room."""
        if not self.has(path):
            self._waiting.append(path)
            self._go_on()

    def cancel(self) -> None:
        """Stop all of it soon; what is stored stays."""
        self._waiting.clear()
        for process in self._running.values():
            process.cancel()

    def end(self) -> None:
        """Stop now: the window closes."""
        self._waiting.clear()
        for process in self._running.values():
            process.end()
        self._running.clear()

    def _go_on(self) -> None:
        while self._waiting and len(self._running) < _AT_ONCE:
            path = self._waiting.pop()
            process = self._running[path] = ImageProcess(self)
            process.progressed.connect(partial(self._on_progress, path))
            process.finished.connect(partial(self._on_finished, path))
            process.start([str(path)])

    def _on_progress(self, path: Path, progress: ImageProgress) -> None:
        self.progressed.emit(path, progress)

    def _on_finished(self, path: Path, report: dict[str, int] | None) -> None:
        process = self._running.pop(path, None)
        if process is not None:
            process.deleteLater()
            self._go_on()
            self.finished.emit(path, report, process.complaint)
