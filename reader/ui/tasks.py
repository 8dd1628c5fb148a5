# SPDX-License-Identifier: MIT
"""The one way to run work in the background, and to bring its result to the GUI thread."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from reader.core.errors import ReaderError

log = logging.getLogger(__name__)
T = TypeVar("T")


class Lane(Enum):
    """Where work runs: `POOL` for files and images, `LIBRARY` one after the other, owner of the databases."""

    POOL = auto()
    LIBRARY = auto()


@dataclass(frozen=True)
class _Job:
    work: Callable[[], Any]
    on_done: Callable[[Any], object] | None
    on_error: Callable[[ReaderError], object] | None


@dataclass(frozen=True)
class _Outcome:
    job: _Job
    result: Any = None
    error: BaseException | None = None


class _Crew:
    """A few threads that share one line of jobs; each is hired when there is work for it.

    The standard library's executor does the same and costs the start of the window several milliseconds.
    """

    def __init__(self, size: int, name: str, report: Callable[[_Outcome], None]) -> None:
        self._size, self._name, self._report = size, name, report
        self._jobs: deque[_Job] = deque()
        self._idle = 0
        self._closed = False
        self._news = threading.Condition()
        self._threads: list[threading.Thread] = []

    def take(self, job: _Job) -> None:
        with self._news:
            if self._closed:
                return
            self._jobs.append(job)
            if self._idle < len(self._jobs) and len(self._threads) < self._size:
                name = f"{self._name}-{len(self._threads)}"
                thread = threading.Thread(target=self._work, name=name, daemon=True)
                self._threads.append(thread)
                thread.start()
            self._news.notify()

    def close(self, *, finish: bool) -> None:
        """Take no more jobs; those in line are finished or forgotten, those begun always finished."""
        with self._news:
            self._closed = True
            if not finish:
                self._jobs.clear()
            self._news.notify_all()
        for thread in self._threads:
            thread.join()

    def _next(self) -> _Job | None:
        with self._news:
            self._idle += 1
            while not self._jobs and not self._closed:
                self._news.wait()
            self._idle -= 1
            return self._jobs.popleft() if self._jobs else None

    def _work(self) -> None:
        while (job := self._next()) is not None:
            try:
                outcome = _Outcome(job, job.work())
            except BaseException as error:
                outcome = _Outcome(job, error=error)
            self._report(outcome)


class Tasks(QObject):
    """Runs plain functions on worker threads; callbacks always arrive on the GUI thread."""

    bug_found = Signal(object)  # an exception that is our fault
    _finished = Signal(object)  # _Outcome

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._crews = {
            Lane.POOL: _Crew(2, "pool", self._announce),
            Lane.LIBRARY: _Crew(1, "library", self._announce),
        }
        self._finished.connect(self._on_finished)

    def run(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], object] | None = None,
        on_error: Callable[[ReaderError], object] | None = None,
        lane: Lane = Lane.POOL,
    ) -> None:
        """Run `work` on a lane; then one of the callbacks, here."""
        self._crews[lane].take(_Job(work, on_done, on_error))

    def close(self) -> None:
        """Finish what has begun and what the databases were asked; deliver nothing more."""
        self._closed = True
        self._crews[Lane.POOL].close(finish=False)
        self._crews[Lane.LIBRARY].close(finish=True)

    def _announce(self, outcome: _Outcome) -> None:
        if not self._closed:
            self._finished.emit(outcome)

    @Slot(object)
    def _on_finished(self, outcome: _Outcome) -> None:
        if self._closed:
            return
        job, error = outcome.job, outcome.error
        if error is None:
            if job.on_done is not None:
                job.on_done(outcome.result)
        elif isinstance(error, ReaderError):
            if job.on_error is not None:
                job.on_error(error)
            else:
                log.info("background work failed: %s", error)
        else:
            log.error("background work crashed", exc_info=error)
            self.bug_found.emit(error)
            if job.on_error is not None:
                fault = self.tr("This could not be done because of a fault in Article Reader.")
                job.on_error(ReaderError(fault))
