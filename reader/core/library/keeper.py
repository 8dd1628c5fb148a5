# SPDX-License-Identifier: MIT
"""Keeps the library up to date for as long as someone wants: scans, watches, scans what happened."""

from __future__ import annotations

import stat
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from reader.core.errors import ReaderError
from reader.core.library.library import Library
from reader.core.library.listing import ScanProgress, ScanReport
from reader.core.library.scopes import Scope
from reader.core.library.watching import Watch

LOOK_SECONDS = 0.4
"""Between two looks at orders and at folders that come and go."""
POLL_SECONDS = 20.0
"""Between two looks at folders that do not tell of changes; rarer where a look takes long."""
SURE_SECONDS = 900.0
"""After so long everything is looked at, whatever was told."""
SETTLE_SECONDS = 10.0
"""Quiet after which what only a look at all articles shows is brought up to date."""
YIELD_SECONDS = 1.0
"""How long texts are read at least before a scan stops for news."""
RETRY_SECONDS = 15.0
SILENT_SECONDS = 1.5
"""A few files that changed are no news while they are read."""


class Listener(Protocol):
    """Whoever is told how it goes."""

    def progressed(self, progress: ScanProgress) -> None:
        """A scan is at work."""

    def scanned(self, report: ScanReport) -> None:
        """A scan came to an end, or was stopped."""

    def watching(self, folders: int, polled: int, reason: str) -> None:
        """So many folders are watched; of them, so many have to be looked at now and then, and why."""

    def failed(self, error: ReaderError) -> None:
        """A scan could not be done; it is tried again later."""


@dataclass(slots=True)
class Orders:
    """What may be asked of the keeper, from any thread."""

    over: threading.Event = field(default_factory=threading.Event)
    stop: threading.Event = field(default_factory=threading.Event)
    scan: threading.Event = field(default_factory=threading.Event)
    asked: int = 0  # the number of the last order to scan
    full: bool = False  # whether that wants every file to be read again
    begun: int = 0  # the last order whose scan has begun, as the keeper says

    def ask(self, number: int, *, full: bool) -> None:
        """Orders a scan of everything; reports that come while `begun` is at least `number` are of it."""
        self.asked = number
        self.full = self.full or full
        self.scan.set()


@dataclass(slots=True)
class Keeper:
    """One library, its watch and its scans; `run` returns when the orders say that it is over."""

    library: Library
    orders: Orders
    listener: Listener
    _watch: Watch | None = None
    _there: Mapping[Path, int] = field(default_factory=dict[Path, int])
    _phase: str = ""
    _phase_begun: float = 0.0
    _looked: float = 0.0  # when everything was looked at last
    _cost: float = 0.0  # seconds that took
    _silent_until: float = 0.0
    _unfinished: bool = False  # texts wait to be read
    _unsettled: bool = False
    _last_news: float = 0.0
    _full: bool = False  # every file is to be read again, and that has not been done yet
    _polled: tuple[Path, ...] = ()  # as the listener knows

    def run(self) -> None:
        """Scans, then follows what happens."""
        self.orders.scan.set()
        try:
            while not self.orders.over.is_set():
                try:
                    self._step()
                except ReaderError as error:
                    self._rest(error)
        finally:
            if self._watch is not None:
                self._watch.close()

    def _begin(self) -> None:
        """Listens before it looks, so that nothing falls in between."""
        if self._watch is not None:
            self._watch.close()
        self.orders.begun = self.orders.asked
        if self.orders.full:
            self._full, self.orders.full = True, False
        self._there = _reachable(self.library)
        self._watch = watch = Watch(tuple(self._there))
        self._tell_watching(watch)
        self._scan(None)

    def _tell_watching(self, watch: Watch) -> None:
        self._polled = watch.polled
        self.listener.watching(len(self.library.folders()), len(watch.polled), watch.reason)

    def _step(self) -> None:
        watch = self._watch
        if watch is None or self.orders.scan.is_set() or self._there != _reachable(self.library):
            self.orders.scan.clear()
            self._begin()
            return
        scope = watch.news(0.0 if self._unfinished else LOOK_SECONDS)
        if watch.polled != self._polled:  # the system has just given up
            self._tell_watching(watch)
        now = time.monotonic()
        if scope is None or self._is_due(now, watch):
            self._scan(None)
        elif scope:
            self._last_news = now
            self._scan(scope)
        elif self._unfinished or (self._unsettled and now - self._last_news > SETTLE_SECONDS):
            self._scan(Scope())

    def _is_due(self, now: float, watch: Watch) -> bool:
        since = now - self._looked
        return since > SURE_SECONDS or (bool(watch.polled) and since > max(POLL_SECONDS, 20 * self._cost))

    def _scan(self, scope: Scope | None) -> None:
        self.orders.stop.clear()
        self._phase = ""
        begun = time.monotonic()
        self._silent_until = 0.0 if scope is None else begun + SILENT_SECONDS
        full = self._full and scope is None
        report = self.library.scan(full, self._on_progress, self._is_to_stop, scope)
        if scope is None:
            self._full = False
            self._looked, self._cost = time.monotonic(), time.monotonic() - begun
        stopped = self.orders.stop.is_set()
        self._unfinished = not report.complete and not stopped
        if report.complete and not scope:
            self._unsettled = False
        elif report.added or report.changed or report.removed:
            self._unsettled = True
        self.listener.scanned(report)

    def _on_progress(self, progress: ScanProgress) -> None:
        if progress.phase != self._phase:
            self._phase, self._phase_begun = progress.phase, time.monotonic()
        if time.monotonic() > self._silent_until:
            self.listener.progressed(progress)

    def _rest(self, error: ReaderError) -> None:
        self.listener.failed(error)
        self.orders.over.wait(RETRY_SECONDS)
        self.orders.scan.set()

    def _is_to_stop(self) -> bool:
        """Because it was asked, or to list what has just come before more texts are read."""
        if self.orders.over.is_set() or self.orders.stop.is_set():
            return True
        if self._phase != "indexing" or self._watch is None:
            return False
        waiting = self._watch.has_news or self.orders.scan.is_set()
        return waiting and time.monotonic() - self._phase_begun > YIELD_SECONDS


def _reachable(library: Library) -> dict[Path, int]:
    """The folders that are there, each with its device: a disk that is mounted over one makes it another."""
    devices = {folder.path: device_of(folder.path) for folder in library.folders()}
    return {path: device for path, device in devices.items() if device is not None}


def device_of(folder: Path) -> int | None:
    """The device a folder lies on; None where there is no folder now."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev if stat.S_ISDIR(found.st_mode) else None
