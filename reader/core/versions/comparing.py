# SPDX-License-Identifier: MIT
"""Lays two versions side by side: which paragraphs are the same, changed, moved, new or gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.core.article import SafeHtml
from reader.core.versions.aligning import Pair, common_pairs
from reader.core.versions.pairing import pair_up
from reader.core.versions.paragraphs import paragraphs


class RowKind(StrEnum):
    """What became of a paragraph."""

    SAME = "same"
    CHANGED = "changed"
    REMOVED = "removed"
    ADDED = "added"
    MOVED_AWAY = "moved away"
    MOVED_HERE = "moved here"


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A paragraph of either version, or one of both that belong together."""

    kind: RowKind
    before: str | None
    after: str | None
    partner: int | None = None  # of a moved one: the row of its other place

    @property
    def differs(self) -> bool:
        """Whether the versions are not the same here."""
        return self.kind is not RowKind.SAME


@dataclass(frozen=True, slots=True)
class Comparison:
    """All rows from the top; `share` is how much of the text is the same, from 0 to 1."""

    rows: tuple[VersionRow, ...]
    share: float
    is_cut: bool = False  # whether the end of a very long version was left out

    def count(self, kind: RowKind) -> int:
        """How many rows are of a kind."""
        return sum(row.kind is kind for row in self.rows)


def compare_versions(before: SafeHtml, after: SafeHtml) -> Comparison:
    """Compares two versions; takes seconds for tens of thousands of paragraphs, and never much more."""
    old, cut = paragraphs(before)
    new, cut_after = paragraphs(after)
    common = common_pairs(old, new)
    pairing = pair_up(old, new, common)
    rows = _rows(old, new, [*common, *pairing.changed], pairing.moved)
    same = sum(len(old[one]) for one, _ in common)
    total = sum(map(len, old)) + sum(map(len, new))
    moved = sum(len(old[one]) for one, two in pairing.moved if old[one] == new[two])
    changed = sum(_kept(old[one], new[two]) for one, two in pairing.changed)
    return Comparison(rows, (2 * (same + moved) + changed) / total if total else 1.0, cut or cut_after)


def _kept(before: str, after: str) -> int:
    """Characters at both ends that a change has left, on both sides together: quick, and never too much."""
    shorter = min(len(before), len(after))
    head = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    rest = shorter - head
    tail = next((at for at in range(rest) if before[-1 - at] != after[-1 - at]), rest)
    return 2 * (head + tail)


def _rows(
    old: Sequence[str], new: Sequence[str], beside: Sequence[Pair], moved: Sequence[Pair]
) -> tuple[VersionRow, ...]:
    """Everything of both versions in reading order; what left its place before what came there."""
    away, here = dict(moved), {two: one for one, two in moved}
    rows: list[VersionRow] = []
    row_away: dict[int, int] = {}
    row_here: dict[int, int] = {}
    one = two = 0
    for next_one, next_two in (*sorted(beside), (len(old), len(new))):
        for at in range(one, next_one):
            row_away[at] = len(rows)
            kind = RowKind.MOVED_AWAY if at in away else RowKind.REMOVED
            rows.append(VersionRow(kind, old[at], None))
        for at in range(two, next_two):
            row_here[at] = len(rows)
            kind = RowKind.MOVED_HERE if at in here else RowKind.ADDED
            rows.append(VersionRow(kind, None, new[at]))
        if next_one < len(old):
            kind = RowKind.SAME if old[next_one] == new[next_two] else RowKind.CHANGED
            rows.append(VersionRow(kind, old[next_one], new[next_two]))
        one, two = next_one + 1, next_two + 1
    for before, after in away.items():
        first, second = row_away[before], row_here[after]
        rows[first] = VersionRow(RowKind.MOVED_AWAY, old[before], None, second)
        rows[second] = VersionRow(RowKind.MOVED_HERE, None, new[after], first)
    return tuple(rows)
