# SPDX-License-Identifier: MIT
"""Keeps the library up to date in a process of its own, so that the window never waits for it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from .command_process import CommandProcess
from .sentences import in_own_words

_COMMAND = ("scan", "--watch", "--json", "--progress")
_END_MS = 1500


class ScanProcess(QObject):
    """Runs `article-reader scan --watch` from the first scan on, and follows what it says."""

    progressed = Signal(int, int)  # done, total
    finished = Signal(object)  # the report as a mapping, or None if there is none
    watching = Signal(int, str)  # folders that have to be looked at now and then, and why
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process = CommandProcess(self)
        self._process.said.connect(self._on_said)
        self._process.ended.connect(self._on_ended)
        self._is_scanning = False
        self._orders = 0
        self.phase = ""  # walking, reading or indexing, as the scan said last
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

    @property
    def is_following(self) -> bool:
        """Whether there is a process that writes what happens in the folders."""
        return self._process.is_running

    def start(self) -> None:
        """Look at everything; from then on, changes are followed by themselves."""
        self._is_scanning = True
        if self._process.is_running:
            self._process.tell("scan")
        else:
            self._process.start(_COMMAND)

    def order(self, *, full: bool = False) -> int:
        """Look at everything now; reports with this number as `order`, or a higher one, are of that scan."""
        self._orders += 1
        self._is_scanning = True
        self._process.start(_COMMAND)
        self._process.tell(f"scan {self._orders}{' full' if full else ''}")
        return self._orders

    def cancel(self) -> None:
        """Stop the scan; the catalogue keeps what was committed, and changes are followed as before."""
        if self._is_scanning:
            self._process.tell("stop")

    def close(self) -> None:
        """Stop following; a scan under way goes on where it was the next time."""
        self._is_scanning = False
        self._process.close(_END_MS)

    def _on_said(self, message: dict[str, Any]) -> None:
        if "done" in message:
            self._is_scanning = True
            self.phase = str(message.get("phase", ""))
            self.progressed.emit(int(message["done"]), int(message["total"]))
        elif "articles" in message:
            self._is_scanning = False
            self.finished.emit(message)
        elif "watching" in message:
            self.watching.emit(int(message["polled"]), str(message["reason"]))
        elif "error" in message:
            self._is_scanning = False
            self.failed.emit(in_own_words(str(message["error"])))
            self.finished.emit(None)

    def _on_ended(self) -> None:
        """It ended by itself, or was ended by somebody: the next start begins anew."""
        if self._is_scanning:
            self._is_scanning = False
            self.finished.emit(None)
