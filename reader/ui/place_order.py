# SPDX-License-Identifier: MIT
"""Puts categories and folders in the order of the person's language, as file managers do."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCollator, QLocale, Qt

if TYPE_CHECKING:
    from reader.core.library import CategoryNode, FolderNode

Node = TypeVar("Node", "CategoryNode", "FolderNode")
_SEPARATOR = os.sep  # texts are taken apart ten times as fast as paths


class PlaceOrder:
    """Belongs to one thread. What was put in order before costs next to nothing the next time."""

    def __init__(self) -> None:
        self._ranks: dict[str, int] = {}
        self._names: frozenset[str] = frozenset()
        self._locale = QLocale()

    def of_categories(self, nodes: Sequence[CategoryNode]) -> Sequence[CategoryNode]:
        """Parents before children."""
        return self._ordered(nodes, lambda node: tuple(node.path))

    def of_folders(self, nodes: Sequence[FolderNode]) -> Sequence[FolderNode]:
        """Library folders in the order they were given, what lies in them below each."""
        tops: list[str] = []

        def place(node: FolderNode) -> tuple[str, ...]:
            path = str(node.path)
            top = tops[-1] if tops else None
            if top is None or not path.startswith(top.rstrip(_SEPARATOR) + _SEPARATOR):
                tops.append(path)
            return (str(len(tops)).zfill(6), *path[len(tops[-1]) :].split(_SEPARATOR))

        return self._ordered(nodes, place)

    def _ordered(self, nodes: Sequence[Node], place: Callable[[Node], tuple[str, ...]]) -> Sequence[Node]:
        places = [place(node) for node in nodes]
        self._rank({name for each in places for name in each})
        ranks = self._ranks
        keys = [tuple(ranks[name] for name in each) for each in places]
        return tuple(nodes[at] for at in sorted(range(len(nodes)), key=keys.__getitem__))

    def _rank(self, names: set[str]) -> None:
        if self._locale == QLocale() and names <= self._names:
            return
        self._locale = QLocale()
        self._names = self._names | names
        of_no_place = self._locale.language() == QLocale.Language.C  # would sort by code points
        collator = QCollator(QLocale("en") if of_no_place else self._locale)
        collator.setNumericMode(True)
        collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        ordered = sorted(sorted(self._names), key=collator.sortKey)
        self._ranks = {name: rank for rank, name in enumerate(ordered)}
