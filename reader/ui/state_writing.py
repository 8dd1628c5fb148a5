# SPDX-License-Identifier: MIT
"""Writes into the reading state what a person does, in order; what cannot be written now waits."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.errors import ReaderError, StateNotWritable

if TYPE_CHECKING:
    from reader.core.library import Library

T = TypeVar("T")
_PATIENCE = 2.0  # seconds for which others that are writing are waited for; lists wait behind it
_IN_TROUBLE = 0.3
_FIRST_MS, _LAST_MS = 1000, 5000  # between tries


class RunOnLane(Protocol):
    """Has work done on the lane that owns the databases."""

    def __call__(
        self,
        work: Callable[[Library], Any],
        on_done: Callable[[Any], object],
        on_error: Callable[[ReaderError], object],
    ) -> None:
        """Run `work`, then one of the others here."""


@dataclass(slots=True, eq=False)
class _Write:
    work: Callable[[Library], Any]
    on_done: Callable[[Any], object]
    on_failed: Callable[[ReaderError], object]
    key: object  # of several that wait, only the last is done
    is_done: bool = False  # set on the lane


class StateWriting(QObject):
    """Hands writes to the lane; behind the first that cannot be done now all wait, and are tried again."""

    delayed = Signal(str)  # why what is done now has to wait
    caught_up = Signal()  # nothing waits any more

    def __init__(self, run: RunOnLane, parent: QObject) -> None:
        super().__init__(parent)
        self._run = run
        self._on_lane: deque[_Write] = deque()  # unanswered yet
        self._waiting: deque[_Write] = deque()
        self._in_trouble = False
        self._pause = _FIRST_MS
        self._halted = False  # on the lane: one could not be done, and none may overtake it
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._retry)

    @property
    def is_delayed(self) -> bool:
        """Whether something waits to be written."""
        return self._in_trouble

    def write(
        self,
        work: Callable[[Library], T],
        on_done: Callable[[T], object],
        on_failed: Callable[[ReaderError], object],
        key: object = None,
    ) -> None:
        """Write now, or as soon as it can be; `on_failed` is for what will never work.

        Of several with one `key` that wait only the last is written.
        """
        one = _Write(work, on_done, on_failed, key)
        if not self._in_trouble:
            self._hand_over(one, _PATIENCE)
            return
        before = next((each for each in self._waiting if each.key == key), None) if key is not None else None
        if before is not None:
            self._waiting.remove(before)
        self._waiting.append(one)

    def finish(self) -> None:
        """The window closes: try once more what is not done, in order; nobody hears of it any more."""
        self._again.stop()
        left = [*self._on_lane, *self._waiting]
        self._on_lane.clear()
        self._waiting.clear()

        def last_try(library: Library) -> None:
            with library.states.store.patience(_PATIENCE):
                for one in left:
                    if not one.is_done:
                        one.work(library)

        if left:
            self._run(last_try, lambda _done: None, lambda _error: None)

    def _hand_over(self, one: _Write, patience: float, *, again: bool = False) -> None:
        def work(library: Library) -> Any:
            self._halted = self._halted and not again
            if self._halted:
                raise StateNotWritable
            if again and not library.states.store.is_open:
                library.close()  # what it has open of a disk that was read-only would keep the file so
            try:
                with library.states.store.patience(patience):
                    result = one.work(library)
            except StateNotWritable:
                self._halted = True
                raise
            one.is_done = True
            return result

        self._on_lane.append(one)
        self._run(work, lambda result: self._on_done(one, result), lambda error: self._on_error(one, error))

    def _on_done(self, one: _Write, result: Any) -> None:
        self._go_on(one)
        one.on_done(result)

    def _on_error(self, one: _Write, error: ReaderError) -> None:
        if not isinstance(error, StateNotWritable):
            self._go_on(one)
            one.on_failed(error)
        elif one in self._on_lane:  # those behind it were not done either
            self._waiting.extendleft(reversed(self._on_lane))
            self._on_lane.clear()
            if not self._in_trouble:
                self._in_trouble, self._pause = True, _FIRST_MS
                self.delayed.emit(str(error))
            self._again.start(self._pause)
            self._pause = min(2 * self._pause, _LAST_MS)

    def _go_on(self, one: _Write) -> None:
        if one in self._on_lane:
            self._on_lane.remove(one)
        if self._in_trouble and self._waiting:
            self._retry()
        elif self._in_trouble:
            self._in_trouble = False
            self.caught_up.emit()

    def _retry(self) -> None:
        if self._waiting:
            self._hand_over(self._waiting.popleft(), _IN_TROUBLE, again=True)
