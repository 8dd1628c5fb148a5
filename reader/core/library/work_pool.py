# SPDX-License-Identifier: MIT
"""Worker processes for the slow parts of a scan; none of them can take it down."""

from __future__ import annotations

import contextlib
import itertools
import math
import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

T = TypeVar("T")
R = TypeVar("R")

MOST_WORKERS = 4
CHUNK_SECONDS = 90.0
"""A worker that says nothing for so long is ended, and what it held is tried one by one."""
_LOOK_SECONDS = 0.1
_BELOW_NORMAL = 0x00004000  # Windows' priority class


@dataclass(slots=True)
class _Chunk(Generic[T]):
    items: Sequence[T]
    tries: int = 0


@dataclass(slots=True)
class _Worker(Generic[T]):
    process: SpawnProcess
    pipe: Connection
    held: deque[_Chunk[T]]
    since: float = math.inf  # when it last said something; before that, it is starting


@dataclass(slots=True)
class WorkPool:
    """Hands chunks of items to workers; a chunk that ends its worker is tried again item by item."""

    workers: int
    patience: float = CHUNK_SECONDS
    is_gentle: bool = True  # below normal priority
    ahead: int = 2  # chunks a worker holds, so that it never waits for us
    _alive: list[_Worker[Any]] = field(default_factory=list["_Worker[Any]"])

    def run(
        self,
        work: Callable[[Sequence[T]], Sequence[R]],
        items: Iterable[T],
        chunk_size: int,
        gave_up: Callable[[T], R],
        stopped: Callable[[], bool],
    ) -> Iterator[list[tuple[T, R]]]:
        """Results as they come, in no order; `gave_up` answers for an item that ended two workers.

        `work` gives the results of a chunk in its order.

        Items are taken only when workers will soon have nothing to do: finding them may be work, too.
        """
        source = iter(items)
        coming = iter(lambda: list(islice(source, chunk_size)), [])
        waiting: deque[_Chunk[T]] = deque()
        try:
            while not stopped():
                missing = self.workers * self.ahead - len(waiting)
                waiting.extend(_Chunk(chunk) for chunk in islice(coming, max(0, missing)))
                self._hand_out(work, waiting)
                if not self._alive:
                    return
                yield from self._answers(waiting, gave_up)
        finally:
            self._end()

    def _hand_out(self, work: Callable[[Sequence[T]], Sequence[R]], waiting: deque[_Chunk[T]]) -> None:
        for worker in [*self._alive]:
            if not worker.held and not waiting:
                self._dismiss(worker)
        while waiting:
            free = min(self._alive, key=lambda each: len(each.held), default=None)
            if (free is None or free.held) and len(self._alive) < self.workers:
                free = self._hire()
            if free is None or len(free.held) >= self.ahead or (free.held and waiting[0].tries):
                return
            chunk = waiting.popleft()
            if not free.held and free.since < math.inf:
                free.since = time.monotonic()
            free.held.append(chunk)
            try:
                free.pipe.send((work, list(chunk.items)))
            except OSError:  # its end is noticed where answers are waited for
                return

    def _answers(self, waiting: deque[_Chunk[T]], gave_up: Callable[[T], R]) -> Iterator[list[tuple[T, R]]]:
        ready = wait([worker.pipe for worker in self._alive], timeout=_LOOK_SECONDS)
        for worker in [*self._alive]:
            if worker.pipe in ready:
                try:
                    results = worker.pipe.recv()
                except (EOFError, OSError):
                    yield from self._bury(worker, waiting, gave_up)
                    continue
                worker.since = time.monotonic()
                if results is None:  # its greeting
                    continue
                chunk = worker.held.popleft()
                yield list(zip(chunk.items, results, strict=True))
            elif worker.held and time.monotonic() - worker.since > self.patience:
                yield from self._bury(worker, waiting, gave_up)

    def _bury(
        self, worker: _Worker[T], waiting: deque[_Chunk[T]], gave_up: Callable[[T], R]
    ) -> Iterator[list[tuple[T, R]]]:
        """A worker is gone: what it was at is tried once more by itself, then given up."""
        self._dismiss(worker)
        guilty, *others = worker.held
        waiting.extendleft(others)
        if len(guilty.items) > 1:
            waiting.extend(_Chunk([item], 1) for item in guilty.items)
        elif guilty.tries < 1:
            waiting.append(_Chunk(guilty.items, 1))
        else:
            yield [(item, gave_up(item)) for item in guilty.items]

    def _hire(self) -> _Worker[Any]:
        from multiprocessing import get_context

        context = get_context("spawn")  # the others copy threads and open databases
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self.is_gentle), daemon=True)
        process.start()
        theirs.close()
        worker = _Worker[Any](process, ours, deque())
        self._alive.append(worker)
        return worker

    def _dismiss(self, worker: _Worker[Any]) -> None:
        self._alive.remove(worker)
        worker.pipe.close()
        if worker.held:
            worker.process.kill()
        worker.process.join()
        worker.process.close()

    def _end(self) -> None:
        for worker in [*self._alive]:
            self._dismiss(worker)


def workers_of_this_machine() -> int:
    """How many processes read at once: all cores but no more than a few."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(MOST_WORKERS, count))


def _serve(pipe: Connection, is_gentle: bool) -> None:
    """What a worker does until nobody listens any more."""
    import gc
    import signal
    from multiprocessing.reduction import ForkingPickler

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the one that started us
    if is_gentle:
        lower_priority(10)
    tasks, answers = SimpleQueue[Any](), SimpleQueue[memoryview | None]()
    threads = Thread(target=_listen, args=(pipe, tasks)), Thread(target=_answer, args=(pipe, answers))
    for thread in threads:
        thread.start()
    answers.put(ForkingPickler.dumps(None))
    for count in itertools.count():
        if (task := tasks.get()) is None:
            break
        work, items = task
        answers.put(ForkingPickler.dumps(work(items)))  # which takes less room than what it stands for
        if count == 0:  # what was loaded for the first ones stays: it need not be looked through again
            gc.freeze()
    answers.put(None)
    for thread in threads:
        thread.join()


def _listen(pipe: Connection, tasks: SimpleQueue[Any]) -> None:
    """Takes tasks off the pipe, so that whoever hands them out never waits."""
    try:
        while True:
            tasks.put(pipe.recv())
    except (EOFError, OSError):
        tasks.put(None)


def _answer(pipe: Connection, answers: SimpleQueue[memoryview | None]) -> None:
    """Sends what was read, while the next is read: nobody may be listening for a while."""
    with contextlib.suppress(OSError):
        while (answer := answers.get()) is not None:
            pipe.send_bytes(answer)


def lower_priority(niceness: int) -> None:
    """Gives way to everything else that runs."""
    if hasattr(os, "nice"):
        os.nice(max(0, niceness - os.nice(0)))
        return
    import ctypes

    kernel: Any = getattr(ctypes, "windll").kernel32  # noqa: B009  (there on Windows alone)
    kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
