# SPDX-License-Identifier: MIT
"""Runs a sub-command of this program in a process of its own, and follows the JSON lines it says."""

from __future__ import annotations

import json
import logging
import os
import re
import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, Signal
from shiboken6 import isValid

log = logging.getLogger(__name__)

_LAST_MS = 500
_MOST = 8192  # bytes of what is said to be wrong
_COMPLAINT = re.compile(r"article-reader [\w-]+: (.+)")


class CommandProcess(QObject):
    """One process at a time; every line that is an object of JSON becomes one signal."""

    said = Signal(object)  # a mapping
    ended = Signal()  # by itself or by somebody, but not by `close`

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._errors = b""
        running = self._running = list[QProcess]()
        self.destroyed.connect(lambda: _put_out(running))  # where nobody came to close it

    @property
    def is_running(self) -> bool:
        """Whether there is a process."""
        return self._process is not None

    @property
    def complaint(self) -> str:
        """What the last process said of its failure, in one sentence; empty if it said nothing."""
        lines = self._errors.decode("utf-8", "replace").strip().splitlines()
        said = _COMPLAINT.fullmatch(lines[-1]) if lines else None
        return said[1] if said else ""

    def start(self, words: Sequence[str]) -> None:
        """Begin, with the words that stand on the command line, unless it has begun."""
        if self._process is not None:
            return
        process = QProcess(self)
        self._errors = b""
        process.readyReadStandardOutput.connect(self._on_output)
        process.readyReadStandardError.connect(self._on_error_output)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        self._process = process
        self._running.append(process)
        program, *arguments = own_command(*words)
        process.start(program, arguments)

    def tell(self, line: str) -> None:
        """Write a line to the process, if there is one."""
        if self._process is not None:
            self._process.write(line.encode() + b"\n")

    def close(self, patience_ms: int) -> None:
        """End the process: ask it to, and after so many milliseconds make it; nothing is said any more."""
        process, self._process = self._process, None
        if process is None:
            return
        self._running.clear()
        _finish(process, patience_ms)

    def _on_output(self) -> None:
        process = self._process
        while process is not None and process is self._process and process.canReadLine():
            line = bytes(process.readLine().data())
            try:
                message = json.loads(line)
            except ValueError:
                log.debug("a command said %r", line[:200])
                continue
            if isinstance(message, dict):
                self.said.emit(message)

    def _on_error_output(self) -> None:
        if self._process is not None:
            self._errors = (self._errors + bytes(self._process.readAllStandardError().data()))[-_MOST:]

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            log.error("a process of our own could not be started: %s", error)
            self._end()

    def _on_finished(self) -> None:
        self._on_output()
        self._on_error_output()
        self._end()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            self._running.clear()
            process.deleteLater()
            self.ended.emit()


def _finish(process: QProcess, patience_ms: int) -> None:
    process.blockSignals(True)  # nothing it says is of interest any more
    process.closeWriteChannel()
    process.terminate()
    if not process.waitForFinished(patience_ms):
        process.kill()
        process.waitForFinished(patience_ms)


def _put_out(running: list[QProcess]) -> None:
    for process in running:
        if isValid(process):
            _finish(process, _LAST_MS)


def own_command(*words: str) -> list[str]:
    """The command line that starts this program again with a sub-command and the data it works with."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *words]
    return [os.fspath(sys.executable), "-m", "reader", *words]
