# SPDX-License-Identifier: MIT
"""What stands in the library panel: all places with their counts, before they are laid out as rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from reader.ui.places import (
    ALL,
    DUPLICATES,
    LACKING,
    PROBLEMS,
    READING,
    RECENT,
    STARRED,
    UNREAD,
    Place,
    PlaceKind,
)

if TYPE_CHECKING:
    from reader.core.library import CategoryNode, Counts, Facets, FolderNode, NamedCount
    from reader.ui.smart_list_shelf import CountedList

Node = TypeVar("Node", "CategoryNode", "FolderNode")
Row = TypeVar("Row")
_MOST_NAMES = 300  # tags, authors, … of most articles

Figures = tuple[int, int, int, bool]
"""What a row counts: the number it shows, its articles, those not read; and whether they are out of reach."""
Section = tuple[PlaceKind, PlaceKind, "Sequence[NamedCount]"]
"""A heading, what stands below it, and how it is called."""


@dataclass(frozen=True, slots=True)
class PanelContent:
    """Everything the panel was told."""

    counts: Counts | None = None
    categories: Sequence[CategoryNode] = ()
    folders: Sequence[FolderNode] = ()
    problems: int = 0
    facets: Facets | None = None
    smart_lists: Sequence[CountedList] = ()

    def fixed(self) -> list[tuple[Place, int]]:
        """The places every library has, and those that hold something in this one."""
        counts = self.counts
        if counts is None:
            places = [(place, 0) for place in (ALL, UNREAD, READING, STARRED)]
            return [*places, (PROBLEMS, self.problems)] if self.problems else places
        some = ((RECENT, counts.opened), (PROBLEMS, self.problems))
        more = ((DUPLICATES, counts.duplicates), (LACKING, counts.lacking))
        return [
            *(
                (ALL, counts.all),
                (UNREAD, counts.unread),
                (READING, counts.reading),
                (STARRED, counts.starred),
            ),
            *(each for each in (*some, *more) if each[1]),
        ]

    def has_branches_of(self, other: PanelContent) -> bool:
        """Whether the same rows stand in both, apart from tags, authors and so on, which may be others."""
        if (self.facets is None) != (other.facets is None):
            return False
        lists, before = self.smart_lists, other.smart_lists
        return (
            [place for place, _ in self.fixed()] == [place for place, _ in other.fixed()]
            and (
                lists is before
                or [(one.id, one.name) for one in lists] == [(one.id, one.name) for one in before]
            )
            and _stand_alike(self.categories, other.categories)
            and _stand_alike(self.folders, other.folders)
        )

    def sections(self) -> list[Section]:
        """Tags, authors, sites and languages; of each those with most articles."""
        facets = self.facets
        if facets is None:
            return []
        return [
            (PlaceKind.TAGS, PlaceKind.TAG, facets.tags[:_MOST_NAMES]),
            (PlaceKind.AUTHORS, PlaceKind.AUTHOR, facets.authors[:_MOST_NAMES]),
            (PlaceKind.SITES, PlaceKind.SITE, facets.sites[:_MOST_NAMES]),
            (PlaceKind.LANGUAGES, PlaceKind.LANGUAGE, facets.languages[:_MOST_NAMES]),
        ]

    def other_figures(self, before: PanelContent) -> Iterator[tuple[int, Figures]]:
        """What counts otherwise than `before` above the sections, by its place in the order of rows."""
        at = 0
        yield from _others(at, self.fixed(), before.fixed(), _figures_of_fixed)
        at += len(self.fixed())
        yield from _others(at, self.smart_lists, before.smart_lists, _figures_of_list)
        at += len(self.smart_lists)
        yield from _others(at, self.categories, before.categories, _figures_of_category)
        at += len(self.categories)
        yield from _others(at, self.folders, before.folders, _figures_of_folder)


def _stand_alike(some: Sequence[Node], others: Sequence[Node]) -> bool:
    """Whether both have the same paths; by their text where it comes to that, which is ten times as fast."""
    if some is others:
        return True
    return len(some) == len(others) and all(
        one.path is other.path or str(one.path) == str(other.path)
        for one, other in zip(some, others, strict=True)
    )


def _others(
    at: int, now: Sequence[Row], before: Sequence[Row], figures: Callable[[Row], Figures]
) -> Iterator[tuple[int, Figures]]:
    if now is not before:
        for number, (new, old) in enumerate(zip(now, before, strict=True), at):
            if new is not old and new != old:
                yield number, figures(new)


def _figures_of_fixed(fixed: tuple[Place, int]) -> Figures:
    return fixed[1], fixed[1], 0, False


def _figures_of_list(one: CountedList) -> Figures:
    return one.count, one.count, one.count, False


def _figures_of_category(node: CategoryNode) -> Figures:
    return node.unread, node.articles, node.unread, False


def _figures_of_folder(node: FolderNode) -> Figures:
    return node.unread, node.articles, node.unread, not node.available
