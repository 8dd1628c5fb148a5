# SPDX-License-Identifier: MIT
"""Changes more articles than a window could wait for: piece by piece, where the databases are at home."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from .state_changes import Changes, StateFeed, change_states

if TYPE_CHECKING:
    from array import array

    from reader.core.library import Library, ListedArticle

PIECE = 250
"""Articles changed at once: some 20 ms, after which others have their turn."""

_Packed = tuple[tuple[Mapping[str, object], tuple[str, ...]], ...]
Done = tuple[_Packed, int, frozenset[str]]
Ended = Callable[["BulkChange"], object]
Piece = Callable[["Library"], Changes]
Wanted = Callable[["Library", Sequence["ListedArticle"]], Changes]


class BulkChange:
    """One change of very many articles; may be stopped at any time, and taken back as one."""

    def __init__(self, plan: Callable[[], Sequence[Piece]]) -> None:
        self._plan = plan
        self._before: list[_Packed] = []
        self._decided: dict[Path, set[str]] = {}
        self.is_stopped = False
        self.is_broken = False  # a piece could not be done
        self.changed = 0
        self.names: frozenset[str] = frozenset()

    def begin(self) -> deque[Piece]:
        """What is to be done, once it is known what was done before."""
        return deque(() if self.is_stopped else self._plan())

    def stop(self) -> None:
        """Do no more; what was changed stays so."""
        self.is_stopped = True

    def leave_out(self, path: Path, names: Iterable[str]) -> None:
        """A person has decided otherwise about this article meanwhile."""
        self._decided.setdefault(path, set()).update(names)

    def back(self) -> list[Piece]:
        """What brings everything back to what it was before."""
        return [_unpacking(packed) for packed in reversed(self._before)]

    def do(self, library: Library, piece: Piece) -> Done:
        """Change the articles of one piece; to be called where the library is at home."""
        decided = self._decided
        changes = [
            (path, values) for path, values in piece(library) if decided.get(path, _NONE).isdisjoint(values)
        ]
        names = frozenset(name for _, values in changes for name in values)
        return _packed(change_states(library, changes)), len(changes), names

    def take(self, done: Done) -> None:
        """Remember what a piece has changed."""
        before, changed, names = done
        self._before.append(before)
        self.changed += changed
        self.names |= names


class BulkQueue(QObject):
    """Does such changes one after the other; other work of the library comes between the pieces."""

    progressed = Signal(int, int)  # pieces done, pieces in all

    def __init__(self, feed: StateFeed, parent: QObject) -> None:
        super().__init__(parent)
        self._feed = feed
        self._waiting: deque[tuple[BulkChange, Ended]] = deque()
        self._pieces: deque[Piece] = deque()
        self._total = 0

    def run(self, plan: Callable[[], Sequence[Piece]], on_end: Ended) -> BulkChange:
        """Do a change when its turn comes."""
        change = BulkChange(plan)
        self._waiting.append((change, on_end))
        if len(self._waiting) == 1:
            self._begin()
        return change

    def stop(self) -> None:
        """Do no more of what is asked for now."""
        for change, _ in self._waiting:
            change.stop()

    def leave_out(self, changes: Changes) -> None:
        """These are asked for one by one meanwhile, and hold."""
        for change, _ in self._waiting:
            for path, values in changes:
                change.leave_out(path, values)

    def finish(self) -> None:
        """Have all the rest done at once, since nobody will be there to ask for the next piece."""
        waiting, pieces = [change for change, _ in self._waiting], self._pieces
        self._waiting.clear()

        def work(library: Library) -> None:
            for number, change in enumerate(waiting):
                for piece in pieces if number == 0 and not change.is_stopped else change.begin():
                    change.take(change.do(library, piece))

        if waiting:
            self._feed.consult(work, lambda _done: None)

    def _begin(self) -> None:
        if self._waiting:
            self._pieces = self._waiting[0][0].begin()
            self._total = len(self._pieces)
            self._next()

    def _next(self) -> None:
        change = self._waiting[0][0]
        if change.is_stopped or not self._pieces:
            self._end()
            return
        piece = self._pieces.popleft()

        def done(told: Done) -> None:
            change.take(told)
            if self._waiting:  # else the window was closed
                self.progressed.emit(self._total - len(self._pieces), self._total)
                self._next()

        self._feed.consult(lambda library: change.do(library, piece), done, self._break_off)

    def _break_off(self) -> None:
        if self._waiting:
            self._waiting[0][0].is_broken = True
            self._end()

    def _end(self) -> None:
        if not self._waiting:
            return
        change, on_end = self._waiting.popleft()
        change.stop()
        self._pieces.clear()
        if change.changed:
            self._feed.tell_outdated(change.names)
        on_end(change)
        self._begin()


def pieces_of(ids: array[int], wanted: Wanted) -> list[Piece]:
    """A change of the articles with these ids, decided for each when its turn comes."""

    def piece(some: array[int]) -> Piece:
        return lambda library: wanted(library, library.articles_with(some))

    return [piece(ids[at : at + PIECE]) for at in range(0, len(ids), PIECE)]


_NONE: frozenset[str] = frozenset()


def _packed(changes: Changes) -> _Packed:
    """The same in a fifth of the memory: it is kept for as long as it may be taken back."""
    runs = groupby(changes, key=lambda change: change[1])
    return tuple((values, tuple(str(path) for path, _ in run)) for values, run in runs)


def _unpacking(packed: _Packed) -> Piece:
    return lambda _library: [(Path(path), values) for values, paths in packed for path in paths]
