# SPDX-License-Identifier: MIT
"""Reads many files: a few in this process, many in worker processes; hands results on in small batches."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Protocol, TypeVar

from reader.core.library.last_read import LastRead
from reader.core.library.work_pool import WorkPool, workers_of_this_machine


class _Task(Protocol):
    @property
    def path(self) -> bytes: ...


T = TypeVar("T", bound=_Task)
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Pace:
    """How a kind of work is parted: how many tasks make workers worth starting, how many travel together."""

    worth_workers: int
    chunk: int
    is_gentle: bool
    ahead: int = 2  # chunks that each worker holds


HEADS = Pace(worth_workers=3000, chunk=256, is_gentle=False)
TEXTS = Pace(worth_workers=150, chunk=16, is_gentle=True, ahead=22)  # for as long as a commit takes


@dataclass(slots=True)
class ReadingCrew:
    """Whoever reads the files of one scan."""

    last_read: LastRead
    cancelled: Callable[[], bool]
    workers: int | None = None  # None: as many as this machine bears
    was_stopped: bool = False

    def stopped(self) -> bool:
        """Whether to end now; once it was said, it holds."""
        self.was_stopped = self.was_stopped or bool(self.cancelled())
        return self.was_stopped

    def read(
        self,
        work: Callable[[Sequence[T]], Sequence[R]],
        gave_up: Callable[[T], R],
        tasks: Iterable[T],
        pace: Pace,
        batch_seconds: float,
    ) -> Iterator[list[tuple[T, R]]]:
        """Reads all tasks in any order; a batch is what a moment gave."""
        workers = workers_of_this_machine() if self.workers is None else self.workers
        source = iter(tasks)
        first = list(islice(source, pace.worth_workers))
        if workers < 1 or len(first) < pace.worth_workers:
            results = self._one_by_one(work, gave_up, chain(first, source))
        else:
            results = WorkPool(workers, is_gentle=pace.is_gentle, ahead=pace.ahead).run(
                work, chain(first, source), pace.chunk, gave_up, self.stopped
            )
        batch: list[tuple[T, R]] = []
        begun = time.monotonic()
        for some in results:
            batch += some
            if time.monotonic() - begun > batch_seconds:
                yield batch
                batch, begun = [], time.monotonic()
        if batch:
            yield batch

    def _one_by_one(
        self, work: Callable[[Sequence[T]], Sequence[R]], gave_up: Callable[[T], R], tasks: Iterable[T]
    ) -> Iterator[list[tuple[T, R]]]:
        for task in tasks:
            if self.stopped():
                return
            yield [(task, work([task])[0] if self.last_read.may_read(task.path) else gave_up(task))]
