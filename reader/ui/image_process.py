# SPDX-License-Identifier: MIT
"""Downloads pictures in a process of its own, so that the window never waits for the network."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ImageProgress:
    """How far the downloads are; `left` in seconds, where it can be guessed."""

    done: int = 0
    total: int = 0
    stored: int = 0
    received: int = 0
    speed: int = 0
    left: int | None = None
    errors: dict[str, int] = field(default_factory=dict[str, int])


class ImageProcess(QObject):
    """Runs `article-reader images --fetch`, follows it, and can pause and stop it."""

    progressed = Signal(object)  # ImageProgress
    finished = Signal(object)  # the counts as a mapping, or None if there are none

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._report: dict[str, Any] | None = None

    @property
    def is_running(self) -> bool:
        """Whether downloads are under way."""
        return self._process is not None

    def start(self, words: Sequence[str]) -> None:
        """Begin, with what stands behind `images --fetch` on the command line."""
        if self._process is not None:
            return
        self._report = None
        process = QProcess(self)
        process.readyReadStandardOutput.connect(self._on_output)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        self._process = process
        program, *arguments = images_command()
        process.start(program, [*arguments, "--fetch", "--json", "--progress", *words])

    def pause(self, on: bool) -> None:
        """Begin nothing new, or go on."""
        self._say(b"pause\n" if on else b"resume\n")

    def cancel(self) -> None:
        """Stop soon; what is stored stays."""
        self._say(b"cancel\n")

    def end(self) -> None:
        """Stop now: the window closes."""
        if self._process is not None:
            self._process.finished.disconnect(self._on_finished)
            self._process.kill()
            self._process.waitForFinished(1000)
            self._process = None

    def _say(self, line: bytes) -> None:
        if self._process is not None:
            self._process.write(line)

    def _on_output(self) -> None:
        process = self._process
        while process is not None and process.canReadLine():
            self._on_line(bytes(process.readLine().data()))

    def _on_line(self, line: bytes) -> None:
        try:
            message = json.loads(line)
        except ValueError:
            log.debug("images said %r", line[:200])
            return
        if "done" in message:
            self.progressed.emit(ImageProgress(**message))
        elif "articles" in message:
            self._report = message

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            log.error("the download could not be started: %s", error)
            self._finish()

    def _on_finished(self) -> None:
        self._on_output()
        self._finish()

    def _finish(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        self.finished.emit(self._report)


def images_command() -> list[str]:
    """The command that looks after pictures with the data this process works with."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "images"]
    return [os.fspath(sys.executable), "-m", "reader", "images"]


def prune_images() -> None:
    """Bring the cache under its limit in a process of its own, which may outlive this one."""
    program, *arguments = images_command()
    QProcess.startDetached(program, [*arguments, "--prune", "--json"])
