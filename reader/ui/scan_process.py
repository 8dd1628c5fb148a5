# SPDX-License-Identifier: MIT
"""Keeps the library up to date in a process of its own, so that the window never waits for it."""

from __future__ import annotations

import json
import logging
import os
import sys

from PySide6.QtCore import QObject, QProcess, Signal

log = logging.getLogger(__name__)
_END_MS = 1500


class ScanProcess(QObject):
    """Runs `article-reader scan --watch` from the first scan on, and follows what it says."""

    progressed = Signal(int, int)  # done, total
    finished = Signal(object)  # the report as a mapping, or None if there is none
    watching = Signal(int, str)  # folders that have to be looked at now and then, and why
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._is_scanning = False
        self._followers = 0

    def join(self) -> None:
        """One more window follows the library."""
        self._followers += 1

    def leave(self) -> None:
        """One window less; with the last one it ends."""
        self._followers -= 1
        if self._followers <= 0:
            self.close()

    @property
    def is_running(self) -> bool:
        """Whether a scan is under way."""
        return self._is_scanning

    def start(self) -> None:
        """Look at everything; from then on, changes are followed by themselves."""
        self._is_scanning = True
        if self._process is not None:
            self._process.write(b"scan\n")
            return
        process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.SeparateChannels)
        process.readyReadStandardOutput.connect(self._on_output)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        self._process = process
        program, *arguments = scan_command()
        process.start(program, arguments)

    def cancel(self) -> None:
        """Stop the scan; the catalogue keeps what was committed, and changes are followed as before."""
        if self._process is not None and self._is_scanning:
            self._process.write(b"stop\n")

    def close(self) -> None:
        """Stop following; a scan under way goes on where it was the next time."""
        process, self._process = self._process, None
        self._is_scanning = False
        if process is None:
            return
        process.blockSignals(True)  # nothing it says is of interest any more
        process.closeWriteChannel()
        process.terminate()
        if not process.waitForFinished(_END_MS):
            process.kill()
            process.waitForFinished(_END_MS)

    def _on_output(self) -> None:
        process = self._process
        while process is not None and process.canReadLine():
            self._on_line(bytes(process.readLine().data()))

    def _on_line(self, line: bytes) -> None:
        try:
            message = json.loads(line)
        except ValueError:
            log.debug("scan said %r", line[:200])
            return
        if "done" in message:
            self._is_scanning = True
            self.progressed.emit(int(message["done"]), int(message["total"]))
        elif "articles" in message:
            self._is_scanning = False
            self.finished.emit(message)
        elif "watching" in message:
            self.watching.emit(int(message["polled"]), str(message["reason"]))
        elif "error" in message:
            self._is_scanning = False
            self.failed.emit(str(message["error"]))
            self.finished.emit(None)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            log.error("the scan could not be started: %s", error)
            self._end()

    def _on_finished(self) -> None:
        self._on_output()
        self._end()

    def _end(self) -> None:
        """It ended by itself, or was ended by somebody: the next start begins anew."""
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        if self._is_scanning:
            self._is_scanning = False
            self.finished.emit(None)


def scan_command() -> list[str]:
    """The command that keeps the library up to date that this process works with."""
    words = ["scan", "--watch", "--json", "--progress"]
    if getattr(sys, "frozen", False):
        return [sys.executable, *words]
    return [os.fspath(sys.executable), "-m", "reader", *words]
