# SPDX-License-Identifier: MIT
"""Finds for paragraphs without an equal the one they were changed into, or where they were moved to."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from reader.core.versions.aligning import Pair, rising

ALIKE = 0.45
"""Share of common words from which on a paragraph was changed rather than put in another's place."""
MOVED = 0.6
"""The same for one that stands elsewhere,"""
FEWEST_MOVED = 12
"""which must have so many characters: short lines are alike by chance."""
_CROWD = 12  # paragraphs that share a word: a phrase, not a sign
_CANDIDATES = 3
_SIGNS = 60  # words by which candidates are sought
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_WORD = re.compile(rf"[{_CJK}]|[^\W{_CJK}]+")


@dataclass(frozen=True, slots=True)
class Pairing:
    """Pairs of places before and after: changed where they stood, or moved elsewhere."""

    changed: tuple[Pair, ...]
    moved: tuple[Pair, ...]


def pair_up(before: Sequence[str], after: Sequence[str], common: Sequence[Pair]) -> Pairing:
    """Pairs what is left of both lists beside the `common` paragraphs."""
    gaps, gaps_after = (
        _gaps(len(before), [one for one, _ in common]),
        _gaps(len(after), [two for _, two in common]),
    )
    words = {at: _words(before[at]) for at in gaps}
    words_after = {at: _words(after[at]) for at in gaps_after}
    scored = [*_equal(before, after, gaps, gaps_after), *_similar(words, words_after, gaps, gaps_after)]
    scored += _facing(words, words_after, gaps, gaps_after)
    taken: set[int] = set()
    taken_after: set[int] = set()
    beside: dict[int, list[Pair]] = defaultdict(list)
    moved: list[Pair] = []
    for score, one, two in sorted(scored, key=lambda each: (-each[0], each[1], each[2])):
        together = gaps[one] == gaps_after[two]
        long_enough = min(len(before[one]), len(after[two])) >= FEWEST_MOVED
        if one in taken or two in taken_after or score < (ALIKE if together else MOVED):
            continue
        if not together and not long_enough:
            continue
        taken.add(one)
        taken_after.add(two)
        if together:
            beside[gaps[one]].append((one, two))
        else:
            moved.append((one, two))
    changed: list[Pair] = []
    for pairs in beside.values():
        kept = rising(sorted(pairs))
        changed += kept
        moved += [pair for pair in set(pairs) - set(kept) if len(before[pair[0]]) >= FEWEST_MOVED]
    return Pairing(tuple(sorted(changed)), tuple(sorted(moved)))


def likeness(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    """The share of words two paragraphs have in common (Dice)."""
    total = sum(one.values()) + sum(other.values())
    if not total:
        return 0.0
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return 2 * sum(min(count, large.get(word, 0)) for word, count in small.items()) / total


def _words(text: str) -> Counter[str]:
    """Words of alphabets, and pairs of characters where a script writes no spaces."""
    found: Counter[str] = Counter()
    last = ""
    for word in _WORD.findall(text.casefold()):
        is_sign = len(word) == 1 and word >= "\u3040"
        found[last + word if is_sign else word] += 1
        last = word if is_sign else ""
    return found


def _gaps(count: int, kept: Sequence[int]) -> dict[int, int]:
    """Of each place that is not kept, how many kept ones stand before it."""
    gaps: dict[int, int] = {}
    passed, known = 0, set(kept)
    for at in range(count):
        if at in known:
            passed += 1
        else:
            gaps[at] = passed
    return gaps


def _equal(
    before: Sequence[str], after: Sequence[str], gaps: Mapping[int, int], gaps_after: Mapping[int, int]
) -> Iterable[tuple[float, int, int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for two in reversed(list(gaps_after)):
        places[after[two]].append(two)
    for one in gaps:
        if places[before[one]]:
            yield 2.0, one, places[before[one]].pop()


def _similar(
    words: Mapping[int, Counter[str]],
    words_after: Mapping[int, Counter[str]],
    gaps: Mapping[int, int],
    gaps_after: Mapping[int, int],
) -> Iterable[tuple[float, int, int]]:
    """Candidates by the words that few paragraphs have; those of the same gap a little better."""
    having: dict[str, list[int]] = defaultdict(list)
    for two, found in words_after.items():
        for word in found:
            having[word].append(two)
    for one, found in words.items():
        votes: Counter[int] = Counter()
        holders = (having[word] for word in found if word in having)
        for some in islice((each for each in holders if len(each) <= _CROWD), _SIGNS):
            votes.update(some)
        for two, _ in votes.most_common(_CANDIDATES):
            score = likeness(found, words_after[two])
            yield score + (0.05 if gaps[one] == gaps_after[two] and score >= ALIKE else 0.0), one, two


def _facing(
    words: Mapping[int, Counter[str]],
    words_after: Mapping[int, Counter[str]],
    gaps: Mapping[int, int],
    gaps_after: Mapping[int, int],
) -> Iterable[tuple[float, int, int]]:
    """Where all words are common ones: the paragraph at the same place of the same gap."""
    by_gap: dict[int, list[int]] = defaultdict(list)
    for two, gap in gaps_after.items():
        by_gap[gap].append(two)
    seen: Counter[int] = Counter()
    for one, gap in gaps.items():
        at, seen[gap] = seen[gap], seen[gap] + 1
        if at < len(by_gap[gap]):
            two = by_gap[gap][at]
            yield likeness(words[one], words_after[two]), one, two
