# SPDX-License-Identifier: MIT
"""Everything a person did to the reading state that can be taken back, newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from .state_changes import Changes, StateFeed

if TYPE_CHECKING:
    from .bulk_change import BulkChange, BulkQueue, Piece

_KEPT = 100  # steps

Failed = Callable[[], object]
TakenBack = Callable[[str], object]
"""Told of what was taken back, in a sentence for the status line, or in none."""
TakeBack = Callable[[TakenBack, Failed], object]
"""Takes something back, and tells one of the two how that went."""


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One thing that was done."""

    take_back: TakeBack


class _Change:
    """One change of articles; may be taken back even before it is known what there was."""

    def __init__(self, feed: StateFeed, said: str) -> None:
        self._feed, self._said = feed, said
        self._before: Changes | None = None
        self._unwanted: tuple[TakenBack, Failed] | None = None

    def learn(self, before: Changes) -> None:
        """What was there before."""
        self._before = before
        if self._unwanted is not None:
            self.take_back(*self._unwanted)

    def take_back(self, on_done: TakenBack, on_failed: Failed) -> None:
        """Put back what was there, as soon as that is known."""
        if self._before is None:
            self._unwanted = (on_done, on_failed)
        else:
            self._feed.set_states(self._before, lambda _before: on_done(self._said), on_failed)


class StateHistory(QObject):
    """Changes articles so that it can be undone, and remembers what others did so."""

    done = Signal(str)  # a sentence about what can be taken back now
    said = Signal(str)
    progressed = Signal(int, int)  # of a change of very many articles

    def __init__(self, feed: StateFeed, parent: QObject) -> None:
        super().__init__(parent)
        self._feed = feed
        self._steps: list[Step] = []
        self._bulks: BulkQueue | None = None

    def note(self, take_back: TakeBack, *, done: str = "") -> Step:
        """Remember how to take back what was just done; `done` tells of it."""
        step = Step(take_back)
        self._steps = [*self._steps, step][-_KEPT:]
        if done:
            self.done.emit(done)
        return step

    def forget(self, step: Step) -> None:
        """It did not come about: there is nothing to take back."""
        if step in self._steps:
            self._steps.remove(step)

    def change(self, changes: Changes, done: str = "") -> None:
        """Change the reading state of articles by hand."""
        if not changes:
            return

        count = len(changes)
        change = _Change(self._feed, self.tr("Taken back for %Ln article(s).", "", count))
        step = self.note(change.take_back, done=done or self.tr("%Ln article(s) changed.", "", count))
        self._feed.set_states(changes, change.learn, lambda: self.forget(step))

    def change_many(self, pieces: Sequence[Piece]) -> None:
        """Change more articles than one could wait for; it is taken back as one, also before it is done."""
        step = self.note(lambda done, failed: self._take_many_back(change, done, failed))
        change = self._queue.run(lambda: pieces, lambda change: self._on_many_changed(change, step))

    def hear(self, changes: Changes) -> None:
        """Changes asked for now; they hold against what very many articles wait for."""
        if self._bulks is not None:
            self._bulks.leave_out(changes)

    def stop(self) -> None:
        """Stop changing very many articles; what was changed stays, and can be taken back."""
        if self._bulks is not None:
            self._bulks.stop()

    def finish(self) -> None:
        """The window closes: do what was begun."""
        if self._bulks is not None:
            self._bulks.finish()

    def undo(self) -> None:
        """Take the last step back."""
        if not self._steps:
            self.said.emit(self.tr("There is nothing to take back."))
            return
        step = self._steps.pop()
        step.take_back(
            lambda said: self.said.emit(said or self.tr("Taken back.")), lambda: self._steps.append(step)
        )

    @property
    def _queue(self) -> BulkQueue:
        if self._bulks is None:
            from .bulk_change import BulkQueue

            self._bulks = BulkQueue(self._feed, self)
            self._bulks.progressed.connect(self.progressed)
        return self._bulks

    def _take_many_back(self, change: BulkChange, on_done: TakenBack, on_failed: Failed) -> None:
        def undone(back: BulkChange) -> None:
            if back.is_broken:
                on_failed()
            else:
                on_done(self.tr("Taken back for %Ln article(s).", "", back.changed))

        change.stop()
        self._queue.run(change.back, undone)

    def _on_many_changed(self, change: BulkChange, step: Step) -> None:
        if not change.is_broken:
            self.done.emit(self.tr("%Ln article(s) changed.", "", change.changed))
        elif not change.changed:
            self.forget(step)
