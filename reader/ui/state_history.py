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


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done."""

    take_back: Callable[[], object]
    said: str = ""  # afterwards, in the status line


class _Change:
    """One change of articles; may be taken back even before it is known what there was."""

    def __init__(self, feed: StateFeed) -> None:
        self._feed = feed
        self._before: Changes | None = None
        self._is_unwanted = False

    def learn(self, before: Changes) -> None:
        """What was there before."""
        self._before = before
        if self._is_unwanted:
            self._feed.set_states(before)

    def take_back(self) -> None:
        """Put back what was there, as soon as that is known."""
        if self._before is None:
            self._is_unwanted = True
        else:
            self._feed.set_states(self._before)


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

    def note(self, take_back: Callable[[], object], *, done: str = "", said: str = "") -> None:
        """Remember how to take back what was just done; `done` tells of it."""
        self._steps = [*self._steps, Step(take_back, said)][-_KEPT:]
        if done:
            self.done.emit(done)

    def change(self, changes: Changes, done: str = "") -> None:
        """Change the reading state of articles by hand."""
        if not changes:
            return

        change = _Change(self._feed)
        self._feed.set_states(changes, change.learn)
        self.note(
            change.take_back,
            done=done or self.tr("%n article(s) changed.", "", len(changes)),
            said=self.tr("Taken back for %n article(s).", "", len(changes)),
        )

    def change_many(self, pieces: Sequence[Piece]) -> None:
        """Change more articles than one could wait for; it is taken back as one, also before it is done."""
        change = self._queue.run(lambda: pieces, self._on_many_changed)
        self.note(lambda: self._take_many_back(change))

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
        step.take_back()
        if step.said:
            self.said.emit(step.said)

    @property
    def _queue(self) -> BulkQueue:
        if self._bulks is None:
            from .bulk_change import BulkQueue

            self._bulks = BulkQueue(self._feed, self)
            self._bulks.progressed.connect(self.progressed)
        return self._bulks

    def _take_many_back(self, change: BulkChange) -> None:
        change.stop()
        self._queue.run(
            change.back,
            lambda undone: self.said.emit(self.tr("Taken back for %n article(s).", "", undone.changed)),
        )

    def _on_many_changed(self, change: BulkChange) -> None:
        self.done.emit(self.tr("%n article(s) changed.", "", change.changed))
