# SPDX-License-Identifier: MIT
"""Words that Taiwan and Hong Kong say differently: 软件 and 軟體 (phrase tables of OpenCC)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from reader.core.library.search.folding import dictionary_lines, fold

MOST_ALTERNATIVES = 4
_TABLES = ("TWPhrases.txt", "TWPhrasesRev.txt", "HKPhrases.txt", "HKPhrasesRev.txt")
_LONGEST = 8


def alternatives(run: str) -> tuple[str, ...]:
    """A folded stretch of Chinese as other regions would say it, without the stretch itself."""
    table = _phrases()
    ways = [""]
    at = 0
    while at < len(run):
        size = next((n for n in range(min(_LONGEST, len(run) - at), 1, -1) if run[at : at + n] in table), 1)
        part = run[at : at + size]
        others = table.get(part, ()) if size > 1 else ()
        ways = [way + other for way in ways for other in (part, *others)][: MOST_ALTERNATIVES + 1]
        at += size
    return tuple(way for way in dict.fromkeys(ways) if way != run)


@cache
def _phrases() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name in _TABLES:
        for key, values in dictionary_lines(name):
            word = fold(key)
            for other in map(fold, values):
                if other != word and len(word) > 1 and other not in found.get(word, ()):
                    found[word] = (*found.get(word, ()), other)
    return found
