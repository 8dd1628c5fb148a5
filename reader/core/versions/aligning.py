# SPDX-License-Identifier: MIT
"""Finds what two lists of paragraphs have in common, in order (Cohen's patience diff), in bounded time."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

CELLS = 4_000_000
"""Comparisons that may be spent on stretches in which nothing occurs only once."""
_SMALL = 250_000  # comparisons of one such stretch
_LOOKS = 40  # at each paragraph, on average

Pair = tuple[int, int]
_Window = tuple[int, int, int, int]


def common_pairs(before: Sequence[str], after: Sequence[str]) -> list[Pair]:
    """Places of equal paragraphs, rising in both lists."""
    pairs: list[Pair] = []
    waiting: list[_Window] = [(0, len(before), 0, len(after))]
    left, looks = CELLS, _LOOKS * (len(before) + len(after))
    while waiting and looks > 0:
        window = _trimmed(before, after, waiting.pop(), pairs)
        start, end, other, other_end = window
        if start == end or other == other_end:
            continue
        looks -= end - start + other_end - other
        anchors = _anchors(before, after, window)
        if anchors:
            pairs += anchors
            waiting += _between(anchors, window)
            continue
        cells = (end - start) * (other_end - other)
        if cells <= min(_SMALL, left):
            left -= cells
            found = _longest_common(before[start:end], after[other:other_end])
            pairs += [(start + one, other + two) for one, two in found]
    return sorted(pairs)


def rising(pairs: Sequence[Pair]) -> list[Pair]:
    """The most of `pairs`, which rise in the first place, that rise in the second one too."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (_, place) in enumerate(pairs):
        length = bisect_left(tops, place)
        before.append(ends[length - 1] if length else -1)
        if length == len(tops):
            tops.append(place)
            ends.append(at)
        else:
            tops[length], ends[length] = place, at
    chain: list[Pair] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _trimmed(before: Sequence[str], after: Sequence[str], window: _Window, pairs: list[Pair]) -> _Window:
    start, end, other, other_end = window
    while start < end and other < other_end and before[start] == after[other]:
        pairs.append((start, other))
        start, other = start + 1, other + 1
    while start < end and other < other_end and before[end - 1] == after[other_end - 1]:
        end, other_end = end - 1, other_end - 1
        pairs.append((end, other_end))
    return start, end, other, other_end


def _anchors(before: Sequence[str], after: Sequence[str], window: _Window) -> list[Pair]:
    """Paragraphs that occur once on either side, as many as keep their order."""
    start, end, other, other_end = window
    once = Counter(before[start:end])
    once_after = Counter(after[other:other_end])
    places = {after[at]: at for at in range(other, other_end) if once_after[after[at]] == 1}
    both = [
        (at, places[before[at]]) for at in range(start, end) if once[before[at]] == 1 and before[at] in places
    ]
    return rising(both)


def _between(anchors: Sequence[Pair], window: _Window) -> list[_Window]:
    start, end, other, other_end = window
    windows: list[_Window] = []
    for place, place_after in (*anchors, (end, other_end)):
        if start < place and other < place_after:
            windows.append((start, place, other, place_after))
        start, other = place + 1, place_after + 1
    return windows


def _longest_common(before: Sequence[str], after: Sequence[str]) -> list[Pair]:
    rows = [[0] * (len(after) + 1)]
    for one in reversed(before):
        below, row = rows[-1], [0] * (len(after) + 1)
        for at in range(len(after) - 1, -1, -1):
            row[at] = below[at + 1] + 1 if one == after[at] else max(below[at], row[at + 1])
        rows.append(row)
    rows.reverse()
    pairs: list[Pair] = []
    one = two = 0
    while one < len(before) and two < len(after):
        if before[one] == after[two]:
            pairs.append((one, two))
            one, two = one + 1, two + 1
        elif rows[one + 1][two] >= rows[one][two + 1]:
            one += 1
        else:
            two += 1
    return pairs
