# SPDX-License-Identifier: MIT
"""Pinyin of titles: whole syllables and their first letters, as they are indexed and as they are typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

FEWEST_INITIALS = 3
"""Fewer letters would find half the library."""
MOST_LETTERS = 48

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
_OPEN = "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo"
_NARROW = "a ai an ang ao ei en eng i ian iao ie in ing iu o ou u"
_MIDDLE = "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo"
_SYLLABLES: Mapping[str, str] = MappingProxyType(
    {
        "b p m f": _NARROW,
        "d t": _MIDDLE,
        "n l": f"{_MIDDLE} in iang ue v ve",
        "g k h": _OPEN,
        "zh ch sh r z c s": f"{_OPEN} i",
        "j q x": "i ia ian iang iao ie in ing iong iu u uan ue un",
        "y": "a an ang ao e i in ing o ong ou u uan ue un",
        "w": "a ai an ang ei en eng o u",
    }
)
"""Which finals follow which initials."""
_ALONE = "a o e ai ei ao ou an en ang eng er".split()
_FIRST_LETTERS = frozenset("bpmfdtnlgkhjqxrzcsywaeo")
_LONGEST_SYLLABLE = 6


def title_syllables(title: str) -> str:
    """The syllables of the Chinese in a title, with gaps between its stretches."""
    return " | ".join(" ".join(stretch) for stretch in _stretches(title))


def title_initials(title: str) -> str:
    """Neighbouring pairs of first letters (`rg gz zn` for 人工智能): single ones would be in every title."""
    pairs: list[str] = []
    for stretch in _stretches(title):
        letters = "".join(syllable[0] for syllable in stretch)
        pairs += [*(letters[at : at + 2] for at in range(len(letters) - 1)), "|"]
    return " ".join(pairs)


def typed_syllables(word: str) -> list[str] | None:
    """A typed word cut into syllables; the last one may be begun. None if it is no pinyin."""
    if not 2 <= len(word) <= MOST_LETTERS or not word.isascii() or not word.isalpha():
        return None
    known = _syllables()
    ways: list[list[str] | None] = [None] * (len(word) + 1)
    ways[0] = []
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - _LONGEST_SYLLABLE), end):
            before = ways[start]
            if before is None:
                continue
            part = word[start:end]
            begun = end == len(word) and start > 0 and part in _beginnings()
            if part in known or begun:
                way = [*before, part]
                best = ways[end]
                if best is None or len(way) < len(best):
                    ways[end] = way
    return ways[-1]


def typed_initials(word: str) -> list[str] | None:
    """A typed word as neighbouring pairs of first letters; None if it cannot be that."""
    if not FEWEST_INITIALS <= len(word) <= MOST_LETTERS or not _FIRST_LETTERS.issuperset(word):
        return None
    return [word[at : at + 2] for at in range(len(word) - 1)]


@lru_cache(maxsize=16)
def _stretches(title: str) -> list[list[str]]:
    found = _HAN.findall(title)
    if not found:
        return []
    from pypinyin.contrib.mmseg import seg  # which it cuts by itself, too

    return [[syllable for word in seg.cut(each) for syllable in _word_syllables(word)] for each in found]


@lru_cache(maxsize=4096)  # titles are made of the same words again and again
def _word_syllables(word: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin

    return tuple(syllable for syllable in lazy_pinyin(word, v_to_u=False) if syllable.isascii())


@cache
def _syllables() -> frozenset[str]:
    joined = (
        first + last
        for firsts, lasts in _SYLLABLES.items()
        for first in firsts.split()
        for last in lasts.split()
    )
    return frozenset([*_ALONE, *joined])


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(each[:end] for each in _syllables() for end in range(1, len(each) + 1))
