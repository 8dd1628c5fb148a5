# SPDX-License-Identifier: MIT
"""The one way to run work in the background, and to bring its result to the GUI thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
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


class Tasks(QObject):
    """Runs plain functions on worker threads; callbacks always arrive on the GUI thread."""

    bug_found = Signal(object)  # an exception that is our fault
    _finished = Signal(object, object, object)  # future, on_done, on_error

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="pool")
        self._library = ThreadPoolExecutor(max_workers=1, thread_name_prefix="library")
        self._closed = False
        self._finished.connect(self._on_finished)

    def run(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], object] | None = None,
        on_error: Callable[[ReaderError], object] | None = None,
        lane: Lane = Lane.POOL,
    ) -> None:
        """Run `work` on a lane; then one of the callbacks, here."""
        if self._closed:
            return
        executor = self._library if lane is Lane.LIBRARY else self._pool
        future: Future[T] = executor.submit(work)
        future.add_done_callback(lambda done: self._announce(done, on_done, on_error))

    def close(self) -> None:
        """Let what has begun finish, drop what has not, deliver nothing more."""
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._library.shutdown(wait=True, cancel_futures=False)

    def _announce(self, future: Future[Any], on_done: object, on_error: object) -> None:
        if not self._closed:
            self._finished.emit(future, on_done, on_error)

    @Slot(object, object, object)
    def _on_finished(
        self,
        future: Future[Any],
        on_done: Callable[[Any], None] | None,
        on_error: Callable[[ReaderError], None] | None,
    ) -> None:
        if self._closed or future.cancelled():
            return
        error = future.exception()
        if error is None:
            if on_done is not None:
                on_done(future.result())
        elif isinstance(error, ReaderError) and on_error is not None:
            on_error(error)
        elif isinstance(error, ReaderError):
            log.info("background work failed: %s", error)
        else:
            log.error("background work crashed", exc_info=error)
            self.bug_found.emit(error)
            if on_error is not None:
                on_error(ReaderError(self.tr("This could not be done because of a fault in Article Reader.")))
