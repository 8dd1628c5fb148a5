# SPDX-License-Identifier: MIT
"""Finds in a text the places that a query is about, so that they can be marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType

from reader.core.library.search.folding import fold, fold_with_places, variants
from reader.core.library.search.regional import alternatives
from reader.core.library.search.stems import ANY_LANGUAGE, typed_stems
from reader.core.library.search.syntax import All, Either, Part, Words, parse
from reader.core.library.search.tokens import GAP, SPACELESS, is_spaceless, tokens

MOST_MATCHES = 5000
_FIELDS_IN_TEXT = (None, "text", "title")
MOST_SPELLINGS = 32
_UNUSUAL = re.compile(
    "[\u00aa-\u024f\u0300-\u03ff\u0450\u0451\u0591-\u06ff\u1e00-\u1fff\u200b-\u200f\u2060"
    "\ufb00-\ufb06\ufe00-\ufe0f\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9f]"
)
"""Characters for which lower case is not enough to see that two words are the same."""
_SHOWN: Mapping[str, str] = MappingProxyType(
    {"cplusplus": "c++", "csharp": "c#", "fsharp": "f#", "jsharp": "j#"}
)
_BETWEEN_WORDS = r"[^\w\n]{1,3}|_"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Neighbouring tokens; the last word of one that was not quoted may go on."""

    tokens: tuple[str, ...]
    exact: bool = False


def phrases(text: str, exact: bool = False) -> list[Phrase]:
    """What must be found where `text` was typed: one phrase for each part between gaps."""
    found: list[Phrase] = []
    part: list[str] = []
    for token in [*tokens(fold(text)), GAP]:
        if token != GAP:
            part.append(token)
        elif part:
            found.append(Phrase(tuple(part), exact))
            part = []
    return found


def spoken_elsewhere(phrase: Phrase) -> list[Phrase]:
    """A phrase of Chinese in the words of other regions, unless it was quoted."""
    if phrase.exact or len(phrase.tokens) < 2 or not all(map(is_spaceless, phrase.tokens)):
        return []
    return [Phrase(tuple(each), phrase.exact) for each in alternatives("".join(phrase.tokens))]


class HitFinder:
    """Finds every place of a text that a query asks for; knows nothing of the index."""

    def __init__(self, query: str | Part) -> None:
        part = parse(query) if isinstance(query, str) else query
        self.phrases = tuple(dict.fromkeys(_wanted(part)))
        self._searches = tuple(_Search(phrase) for phrase in self.phrases)
        self._is_cased = any(search.is_cased for search in self._searches)

    def find(self, text: str, most: int = MOST_MATCHES) -> list[Span]:
        """Places (from, to) in `text`, in order, none inside another."""
        found = sorted(place for places in self.by_phrase(text, most) for place in places)
        kept: list[Span] = []
        for start, end in found:
            if kept and start < kept[-1][1]:
                kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
            else:
                kept.append((start, end))
        return kept[:most]

    def by_phrase(self, text: str, most: int, one_spelling: bool = False) -> list[list[Span]]:
        """For each phrase its first places; with `one_spelling`, only those of one way to write it."""
        if not self._searches:
            return []
        lowered = text.lower() if self._is_cased else text
        if len(lowered) == len(text):
            found = [search.places(lowered, most, one_spelling) for search in self._searches]
            if any(found) or _UNUSUAL.search(text) is None:
                return found
        folded = fold(text)
        found = [search.places(folded, most, one_spelling) for search in self._searches]
        if not any(found):
            return found
        _, places = fold_with_places(text)
        if places is None:
            return found
        whole = [*places, len(text)]
        return [[(whole[start], whole[end - 1] + 1) for start, end in spans] for spans in found]


class _Search:
    """One phrase as a search through lowered text: plain text is sought, a pattern only tried there."""

    def __init__(self, phrase: Phrase) -> None:
        self._heads = _heads(phrase)
        plain = len(self._heads[0]) == len(phrase.tokens) and all(map(is_spaceless, phrase.tokens))
        self._pattern = None if plain else re.compile(_pattern(phrase))
        self.is_cased = not plain or any(head.upper() != head for head in self._heads)

    def places(self, text: str, most: int, one_spelling: bool) -> list[Span]:
        found: list[Span] = []
        for head in self._heads:
            found += islice(self._with_head(head, text), most)
            if found and one_spelling:
                return found
        return sorted(found)[:most] if len(self._heads) > 1 else found

    def _with_head(self, head: str, text: str) -> Iterator[Span]:
        at = text.find(head)
        while at >= 0:
            end = at + len(head)
            if self._pattern is None:
                yield at, end
            elif (found := self._pattern.match(text, at)) is not None:
                end = max(end, found.end())
                yield found.span()
            at = text.find(head, end)


def _heads(phrase: Phrase) -> list[str]:
    """Plain beginnings of the phrase, in every way its characters may be written."""
    first = phrase.tokens[0]
    if not is_spaceless(first):
        return [_SHOWN.get(first, _stem(phrase))]
    heads = [""]
    for token in phrase.tokens:
        same = variants(token) if is_spaceless(token) else ""
        if not same or len(heads) * len(same) > MOST_SPELLINGS:
            break
        heads = [head + each for head in heads for each in same]
    return heads


def _wanted(part: Part) -> Iterator[Phrase]:
    if isinstance(part, Words):
        if part.field in _FIELDS_IN_TEXT:
            for phrase in phrases(part.text, part.exact):
                yield phrase
                yield from spoken_elsewhere(phrase)
    elif isinstance(part, All | Either):
        for each in part.parts:
            yield from _wanted(each)


def _pattern(phrase: Phrase) -> str:
    pattern = ""
    before: str | None = None
    for place, token in enumerate(phrase.tokens):
        spaceless = is_spaceless(token)
        if before is not None:
            pattern += "" if spaceless and is_spaceless(before) else _joint(before, token)
        if spaceless:
            same = variants(token)
            pattern += same if len(same) == 1 else f"[{same}]"
        else:
            last = place == len(phrase.tokens) - 1
            pattern += _word(phrase, token, open_end=last and not phrase.exact)
        before = token
    return pattern


def _joint(before: str, token: str) -> str:
    between = f"(?:{_BETWEEN_WORDS})"
    return f"{between}?" if is_spaceless(before) or is_spaceless(token) else between


def _word(phrase: Phrase, token: str, open_end: bool) -> str:
    shown = _SHOWN.get(token)
    if shown is not None:
        return rf"(?<![^\W_{SPACELESS}]){re.escape(shown)}"
    single = len(phrase.tokens) == 1
    start = rf"(?<![^\W_{SPACELESS}]){re.escape(_stem(phrase) if single else token)}"
    if open_end and (len(token) > 1 or not single):
        return rf"{start}[^\W_{SPACELESS}]*"
    return rf"{start}(?![^\W_{SPACELESS}])"


def _stem(phrase: Phrase) -> str:
    """What all forms of a word begin with."""
    token = phrase.tokens[0]
    if phrase.exact or len(phrase.tokens) > 1:
        return token
    stem = typed_stems(token, ())[ANY_LANGUAGE]
    return stem if len(stem) > 2 and token.startswith(stem) else token
