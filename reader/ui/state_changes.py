# SPDX-License-Identifier: MIT
"""Changes of the reading state by hand: what they are, who carries them, and what was there before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from reader.core.library import Library
    from reader.core.settings import ReadingState

T = TypeVar("T")
Changes = Sequence[tuple[Path, Mapping[str, object]]]


@dataclass(frozen=True, slots=True)
class StateNews:
    """What a person did in one window, for all others."""

    states: tuple[ReadingState, ...] = ()
    changed: frozenset[str] = frozenset()  # names of fields; "lists", "marks": smart lists, highlights
    many: bool = False  # so many articles changed that they are not told one by one


class StateFeed(Protocol):
    """Who carries changes to the reading state."""

    def set_states(
        self,
        changes: Changes,
        on_before: Callable[[Changes], object] = ...,
        on_failed: Callable[[], object] = ...,
    ) -> None:
        """Change the reading state of many articles; `on_before` learns what was there before."""

    def consult(
        self,
        work: Callable[[Library], T],
        on_done: Callable[[T], object],
        on_failed: Callable[[], object] = ...,
    ) -> None:
        """Have something done where the library is at home."""

    def tell_outdated(self, names: frozenset[str]) -> None:
        """These fields of very many articles were changed."""


def change_states(library: Library, changes: Changes) -> Changes:
    """Does the changes, all or none of them; what was there before."""
    before: list[tuple[Path, Mapping[str, object]]] = []
    for path, change in changes:
        was = library.states.get(path)
        back = {name: getattr(was, name) for name in change if name != "opened"}
        if "state" in back:
            back["finished_at"] = was.finished_at
        before.append((path, back))
    library.states.set_many(changes)
    return before


def states_with_copies(library: Library, paths: Sequence[Path]) -> tuple[ReadingState, ...]:
    """What is kept of these articles now, and of the copies that share their states."""
    all_of_them = dict.fromkeys(paths)
    for path in paths:
        all_of_them.update(dict.fromkeys(library.states.sharing(path)))
    return tuple(library.states.get(path) for path in all_of_them)
