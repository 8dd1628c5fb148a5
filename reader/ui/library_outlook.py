# SPDX-License-Identifier: MIT
"""What the panel shows of the library, asked on the lane of the databases: places, counts, names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from .place_order import PlaceOrder

if TYPE_CHECKING:
    from reader.core.library import CategoryNode, Facets, FolderNode, Library, LibraryFolder, NamedCount

Node = TypeVar("Node", "CategoryNode", "FolderNode")


@dataclass(frozen=True, slots=True)
class Overview:
    """Places with their counts."""

    folders: tuple[LibraryFolder, ...]
    counts: object
    categories: Sequence[CategoryNode]
    folder_tree: Sequence[FolderNode]
    problems: int


class LibraryOutlook:
    """Belongs to that lane. What is as it was before is the very same, so that nobody compares it later."""

    def __init__(self) -> None:
        self._overview: Overview | None = None
        self._facets: Facets | None = None
        self._order = PlaceOrder()

    def overview(self, library: Library) -> Overview:
        """Places and counts as they are now."""
        before = self._overview
        problems = len({problem.path for problem in library.problems()})
        categories = self._order.of_categories(library.categories())
        tree = self._order.of_folders(library.folder_tree())
        if before is not None:
            categories = kept_nodes(before.categories, categories)
            tree = kept_nodes(before.folder_tree, tree)
        for node in tree:
            str(node.path)  # which paths keep; the thread of the window compares them
        self._overview = Overview(library.folders(), library.counts(), categories, tree, problems)
        return self._overview

    def facets(self, library: Library) -> Facets:
        """Tags, authors, sites and languages as they are now."""
        self._facets = kept_facets(self._facets, library.facets())
        return self._facets


def kept_nodes(before: Sequence[Node], now: Sequence[Node]) -> Sequence[Node]:
    """`now`, made of what stood in `before` where that is the same, so that comparing costs nothing later."""
    if before == now:
        return before
    known = {node.path: node for node in before}
    kept: list[Node] = []
    for node in now:
        old = known.get(node.path)
        if old is None:
            kept.append(node)
        else:
            kept.append(old if old == node else replace(node, path=old.path))
    return tuple(kept)


def kept_facets(before: Facets | None, now: Facets) -> Facets:
    """`now`, made of what stood in `before` where that is the same."""
    if before is None:
        return now
    return replace(
        now,
        tags=_kept_names(before.tags, now.tags),
        authors=_kept_names(before.authors, now.authors),
        sites=_kept_names(before.sites, now.sites),
        languages=_kept_names(before.languages, now.languages),
    )


def _kept_names(before: tuple[NamedCount, ...], now: tuple[NamedCount, ...]) -> tuple[NamedCount, ...]:
    if before == now:
        return before
    known = {each.name: each for each in before}
    return tuple(old if (old := known.get(each.name)) == each and old else each for each in now)
