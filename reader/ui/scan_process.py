# SPDX-License-Identifier: MIT
"""Runs a scan in a process of its own, so that the window never waits for it."""

from __future__ import annotations

import json
import logging
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtCore import QProcess

log = logging.getLogger(__name__)


class ScanProcess(QObject):
    """Starts `article-reader scan`, follows its progress, and can stop it at any moment."""

    progressed = Signal(int, int)  # done, total
    finished = Signal(object)  # the report as a mapping, or None if there is none

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._again = False
        self._report: dict[str, object] | None = None

    @property
    def is_running(self) -> bool:
        """Whether a scan is under way."""
        return self._process is not None

    def start(self) -> None:
        """Begin a scan; one asked for while another runs follows it."""
        if self._process is not None:
            self._again = True
            return
        from PySide6.QtCore import QProcess

        self._report = None
        process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.SeparateChannels)
        process.readyReadStandardOutput.connect(self._on_output)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        self._process = process
        program, *arguments = scan_command()
        process.start(program, arguments)

    def cancel(self) -> None:
        """Stop the scan; the catalogue keeps what was committed."""
        self._again = False
        if self._process is not None:
            self._process.terminate()
            if not self._process.waitForFinished(500):
                self._process.kill()

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
            self.progressed.emit(int(message["done"]), int(message["total"]))
        elif "articles" in message:
            self._report = message

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is error.FailedToStart:
            log.error("the scan could not be started: %s", error)
            self._finish()

    def _on_finished(self) -> None:
        self._on_output()
        self._finish()

    def _finish(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        if self._again:
            self._again = False
            self.start()
        self.finished.emit(self._report)


def scan_command() -> list[str]:
    """The command that scans the library this process works with."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "scan", "--json", "--progress"]
    return [os.fspath(sys.executable), "-m", "reader", "scan", "--json", "--progress"]
