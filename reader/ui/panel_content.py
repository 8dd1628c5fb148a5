# SPDX-License-Identifier: MIT
"""What stands in the library panel: all places with their counts, before they are laid out as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

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

_MOST_NAMES = 300  # tags, authors, … of most articles

Figures = tuple[int, int, int]
"""What a row counts: the number it shows, its articles, those not read."""
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

    def differs_in_counts_alone(self, other: PanelContent) -> bool:
        """Whether only the fixed places may count otherwise: the rest is the very same."""
        same = self.categories is other.categories and self.folders is other.folders
        if not same or self.facets is not other.facets or self.smart_lists != other.smart_lists:
            return False
        return [place for place, _ in self.fixed()] == [place for place, _ in other.fixed()]

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

    def shape(self) -> tuple[tuple[object, ...], ...]:
        """The same for two contents with the same rows; cheap to compare, unlike places and paths."""
        return (
            tuple(place.kind for place, _ in self.fixed()),
            tuple((each.id, each.name) for each in self.smart_lists),
            tuple(node.path for node in self.categories),
            tuple(str(node.path) for node in self.folders),
            tuple(tuple(each.name for each in names) for _, _, names in self.sections()),
        )

    def figures(self) -> list[Figures]:
        """The counts of all rows in the order in which they are laid out."""
        figures: list[Figures] = [(count, count, 0) for _, count in self.fixed()]
        figures += [(each.count, each.count, each.count) for each in self.smart_lists]
        figures += [(node.unread, node.articles, node.unread) for node in (*self.categories, *self.folders)]
        for _, _, names in self.sections():
            figures += [(each.articles, each.articles, each.articles) for each in names]
        return figures
