# SPDX-License-Identifier: MIT
"""Everything a person did to the reading state that can be taken back, newest first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from reader.core.library import Library
    from reader.core.settings import ReadingState

_KEPT = 100  # steps
Changes = Sequence[tuple[Path, Mapping[str, object]]]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done."""

    take_back: Callable[[], object]
    said: str = ""  # afterwards, in the status line


class StateFeed(Protocol):
    """Who carries changes to the reading state."""

    def set_states(self, changes: Changes, on_before: Callable[[Changes], object] | None = None) -> None:
        """Change the reading state of many articles; `on_before` learns what was there before."""


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

    def __init__(self, feed: StateFeed, parent: QObject) -> None:
        super().__init__(parent)
        self._feed = feed
        self._steps: list[Step] = []

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

    def undo(self) -> None:
        """Take the last step back."""
        if not self._steps:
            self.said.emit(self.tr("There is nothing to take back."))
            return
        step = self._steps.pop()
        step.take_back()
        if step.said:
            self.said.emit(step.said)


def change_states(library: Library, changes: Changes) -> tuple[Changes, list[ReadingState]]:
    """Does the changes; what was there before, and how it is now."""
    before: list[tuple[Path, Mapping[str, object]]] = []
    now: list[ReadingState] = []
    for path, change in changes:
        was = library.states.get(path)
        back = {name: getattr(was, name) for name in change if name != "opened"}
        if "state" in back:
            back["finished_at"] = was.finished_at
        before.append((path, back))
        now.append(library.states.set(path, **change))  # type: ignore[arg-type]
    return before, now
