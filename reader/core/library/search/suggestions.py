# SPDX-License-Identifier: MIT
"""What a person may have meant, where nothing was found: words of the library that look alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.core.library.search.folding import fold
from reader.core.library.search.matching import HitFinder, Phrase
from reader.core.library.search.schema import schema
from reader.core.library.search.syntax import MOST_CHARACTERS, Words
from reader.core.library.search.tokens import is_spaceless

if TYPE_CHECKING:
    from tantivy import Searcher

    from reader.core.library.search.packing import TextUnpacker

MOST_SUGGESTIONS = 3
_MOST_TERMS = 4_000
"""Of those that begin with one letter, most usual first."""
_LONGEST_PHRASE = 12
_TEXTS_LOOKED_AT = 5
_BODY_BYTES = 200_000


def suggest(
    query: str, searcher: Searcher, texts: TextUnpacker, finds: Callable[[str], bool]
) -> tuple[str, ...]:
    """Up to three queries like this one, each of which finds something."""
    query = query[:MOST_CHARACTERS]
    ways = [query]
    for phrase in HitFinder(query).phrases:
        others = [other for other in _alike(phrase, searcher, texts) if other]
        if others:
            ways = [changed for way in ways for other in others if (changed := _replaced(way, phrase, other))]
            ways = ways[: MOST_SUGGESTIONS * 2]
    found = (way for way in dict.fromkeys(ways) if way != query)
    return tuple(way for way in found if finds(way))[:MOST_SUGGESTIONS]


def _alike(phrase: Phrase, searcher: Searcher, texts: TextUnpacker) -> list[str]:
    tokens = phrase.tokens
    if len(tokens) == 1 and not is_spaceless(tokens[0]):
        return _words_like(tokens[0], searcher)
    if 3 <= len(tokens) <= _LONGEST_PHRASE and all(map(is_spaceless, tokens)):
        return _phrases_like(list(tokens), searcher, texts)
    return []


def _words_like(word: str, searcher: Searcher) -> list[str]:
    """Words at a small distance, nearest and most usual first; nothing for one that is known."""
    if len(word) < 3 or searcher.doc_freq("text", word):
        return []
    allowed = 1 if len(word) < 6 else 2
    known: dict[str, int] = {}
    for start in dict.fromkeys((word[0], word[1])):
        known.update(searcher.terms_with_prefix("text", start, limit=_MOST_TERMS))
    letters = set(word)
    near = (
        (distance, -often, other)
        for other, often in known.items()
        if abs(len(other) - len(word)) <= allowed and len(letters.symmetric_difference(other)) <= 2 * allowed
        if (distance := _distance(word, other, allowed)) <= allowed
    )
    return [other for _, _, other in sorted(near)[:MOST_SUGGESTIONS]]


def _phrases_like(tokens: list[str], searcher: Searcher, texts: TextUnpacker) -> list[str]:
    """What stands in the library with one other character, most usual first."""
    from tantivy import Query

    if searcher.search(Query.phrase_query(schema(), "text", list(tokens)), 1, count=False).hits:
        return []
    found: Counter[str] = Counter()
    for wrong in range(len(tokens)):
        places: list[str | tuple[int, str]] = [(at, each) for at, each in enumerate(tokens) if at != wrong]
        hits = searcher.search(
            Query.phrase_query(schema(), "text", places), _TEXTS_LOOKED_AT, count=False
        ).hits
        before, after = (re.escape("".join(part)) for part in (tokens[:wrong], tokens[wrong + 1 :]))
        pattern = re.compile(rf"{before}\w{after}")
        for _, address in hits:
            text = texts.beginning(searcher.doc(address)["body"][0], _BODY_BYTES)
            found.update(pattern.findall(fold(text)))
    return [phrase for phrase, _ in found.most_common(MOST_SUGGESTIONS)]


def _replaced(query: str, phrase: Phrase, other: str) -> str:
    """The query with every place of a phrase said otherwise."""
    spans = HitFinder(Words("".join(phrase.tokens), None, exact=True)).find(query)
    for start, end in reversed(spans):
        query = query[:start] + other + query[end:]
    return query if spans else ""


def _distance(first: str, second: str, most: int) -> int:
    """Letters to add, drop, change or swap with their neighbour; `most + 1` where it is more."""
    before: list[int] = []
    last = list(range(len(second) + 1))
    for row, letter in enumerate(first, 1):
        now = [row]
        for column, other in enumerate(second, 1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != other))
            swapped = row > 1 and column > 1 and letter == second[column - 2] and other == first[row - 2]
            now.append(min(cost, before[column - 2] + 1) if swapped else cost)
        if min(now) > most:
            return most + 1
        before, last = last, now
    return last[-1]
