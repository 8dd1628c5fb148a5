# SPDX-License-Identifier: MIT
"""Turns the parts of a query into what the engine can look up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from reader.core.library.search.frequent import is_frequent_pair
from reader.core.library.search.matching import Phrase, phrases, spoken_elsewhere
from reader.core.library.search.pinyin import typed_initials, typed_syllables
from reader.core.library.search.schema import schema
from reader.core.library.search.stems import (
    ANY_LANGUAGE,
    INDEXED_LANGUAGES,
    beginning_of_forms,
    forms_with_stem,
    typed_stems,
)
from reader.core.library.search.syntax import All, Either, Not, Number, Part, State, Words
from reader.core.library.search.tokens import is_spaceless

if TYPE_CHECKING:
    from tantivy import Query, Searcher

EVERYWHERE = (("title", 6.0), ("head", 3.0), ("text", 1.0))
"""Where words without a field are looked for, and what a place there is worth."""
FEWEST_PREFIX_LETTERS = 2
_MOST_ENDINGS = 4_000
"""Words that the last one of a phrase may become; the engine refuses more than 16,384 in a phrase."""


class KnownStates(Protocol):
    """What a person did with articles, as keys of articles."""

    def in_state(self, name: str) -> tuple[bool, Iterable[str]]:
        """Keys of the articles in a state; with True, of those that are not in it."""
        ...

    def with_own_tag(self, tag: str) -> Iterable[str]:
        """Keys of the articles that were given a tag by hand."""
        ...


class Compiler:
    """Compiles against one state of the index: which languages and words there are decides a little."""

    def __init__(self, searcher: Searcher, states: KnownStates, languages: Iterable[str]) -> None:
        self._searcher = searcher
        self._states = states
        self._languages = tuple(languages)
        self._known: dict[str, list[str]] = {}

    def compile(self, part: Part) -> Query:
        """The whole query; everything where it asks for nothing in particular."""
        from tantivy import Query

        return self._part(part) or Query.all_query()

    def _part(self, part: Part) -> Query | None:
        if isinstance(part, All):
            return self._all(part.parts)
        if isinstance(part, Either):
            return _any([query for each in part.parts if (query := self._part(each)) is not None])
        if isinstance(part, Not):
            return self._all((part,))
        if isinstance(part, Number):
            return _number(part)
        if isinstance(part, State):
            return self._state(part.name)
        return self._words(part)

    def _all(self, parts: Sequence[Part]) -> Query | None:
        from tantivy import Occur, Query

        clauses: list[tuple[Occur, Query]] = []
        for part in parts:
            excluded = isinstance(part, Not)
            query = self._part(part.part if isinstance(part, Not) else part)
            if query is not None:
                clauses.append((Occur.MustNot if excluded else Occur.Must, query))
        if not clauses:
            return None
        if all(occur == Occur.MustNot for occur, _ in clauses):
            clauses.append((Occur.Must, _unscored(Query.all_query())))
        return clauses[0][1] if len(clauses) == 1 else Query.boolean_query(clauses)

    def _words(self, part: Words) -> Query | None:
        if part.field == "lang":
            return _unscored(_term("lang", part.text.strip().lower()))
        if part.field == "flags":
            return _unscored(_term("flags", part.text))
        wanted = phrases(part.text, part.exact)
        if not wanted:
            return None
        found = _must([self._phrase(phrase, part.field) for phrase in wanted])
        own = list(self._states.with_own_tag(part.text.strip())) if part.field == "tag" else []
        return _any([found, _unscored(_keys(own))]) if own else found

    def _phrase(self, phrase: Phrase, field: str | None) -> Query:
        ways: list[Query] = []
        for each in [phrase, *spoken_elsewhere(phrase)]:
            for name, worth in EVERYWHERE if field is None else ((field, 1.0),):
                ways += _boosted(self._in_field(each, name), worth)
        if field in (None, "title"):
            ways += self._pinyin(phrase)
        return _any(ways)

    def _in_field(self, phrase: Phrase, name: str) -> list[Query]:
        tokens = list(phrase.tokens)
        if len(tokens) == 1:
            return [_term(name, tokens[0])] if is_spaceless(tokens[0]) else self._word(phrase, name)
        if name == "text":
            return [self._text_phrase(tokens, phrase.exact)]
        return [self._neighbours(name, tokens, phrase.exact)]

    def _word(self, phrase: Phrase, name: str) -> list[Query]:
        word = phrase.tokens[0]
        ways = [_term(name, word)]
        if phrase.exact or len(word) < FEWEST_PREFIX_LETTERS:
            return ways
        if name == "text":
            ways += self._of_one_stem(word)
        return [*ways, _begun(name, word)]

    def _of_one_stem(self, word: str) -> list[Query]:
        """Other forms of a word; those that begin with it are found as such."""
        from tantivy import Query

        ways: list[Query] = []
        for language, stem in sorted(typed_stems(word, self._languages).items()):
            if stem != word:
                ways.append(Query.boost_query(_term("text", stem), 0.7))
            if language in INDEXED_LANGUAGES:
                ways.append(Query.const_score_query(_term("stems", stem), 0.5))
                continue
            beginning = beginning_of_forms(stem, language)
            known = [] if beginning.startswith(word) else self._begun_with(beginning)
            others = [each for each in known if not each.startswith(word)]
            forms = forms_with_stem(others, stem, language)
            if forms:
                found = Query.const_score_query(Query.term_set_query(schema(), "text", forms), 0.5)
                tongue = [] if language == ANY_LANGUAGE else [_unscored(_term("lang", language))]
                ways.append(_must([found, *tongue]))
        return ways

    def _begun_with(self, beginning: str) -> list[str]:
        known = self._known.get(beginning)
        if known is None:
            found = self._searcher.terms_with_prefix("text", beginning)
            known = self._known[beginning] = [word for word, _ in found]
        return known

    def _text_phrase(self, tokens: list[str], exact: bool) -> Query:
        """A frequent pair is one term; longer phrases are checked only where all their pairs stand."""
        from tantivy import Occur, Query

        pairs = [first + second for first, second in pairwise(tokens) if is_frequent_pair(first, second)]
        if len(tokens) == 2 and pairs:
            return Query.term_query(schema(), "pairs", pairs[0], "freq")
        found = self._neighbours("text", tokens, exact)
        if not pairs:
            return found
        clauses = [(Occur.Must, found)]
        terms = (Query.term_query(schema(), "pairs", pair, "freq") for pair in dict.fromkeys(pairs))
        clauses += [(Occur.Must, _unscored(term)) for term in terms]
        return Query.boolean_query(clauses)

    def _neighbours(self, name: str, tokens: list[str], exact: bool) -> Query:
        from tantivy import Query

        if len(tokens) == 1:
            return _term(name, tokens[0])
        if exact or is_spaceless(tokens[-1]):
            return Query.phrase_query(schema(), name, list(tokens))
        *before, last = tokens
        begun = self._searcher.terms_with_prefix(name, last, limit=_MOST_ENDINGS + 1)
        if len(begun) > _MOST_ENDINGS:  # a letter or two: as good as nothing is typed of this word
            return self._neighbours(name, before, exact=True)
        endings: list[str | tuple[int, str]] = [*map(re.escape, before), f"{re.escape(last)}.*"]
        return Query.regex_phrase_query(schema(), name, endings)

    def _pinyin(self, phrase: Phrase) -> list[Query]:
        """Only for what is no word of any text: letters often are both."""
        from tantivy import Query

        word = phrase.tokens[0]
        if phrase.exact or len(phrase.tokens) > 1 or not word.isascii() or not word.isalpha():
            return []
        if self._searcher.doc_freq("text", word):
            return []
        ways: list[Query] = []
        syllables = typed_syllables(word)
        if syllables is not None and len(syllables) > 1:
            ways.append(self._neighbours("syllables", syllables, exact=False))
        initials = typed_initials(word)
        if initials is not None:
            ways.append(self._neighbours("initials", initials, exact=True))
        return [Query.boost_query(way, 2.0) for way in ways]

    def _state(self, name: str) -> Query:
        from tantivy import Occur, Query

        others, keys = self._states.in_state(name)
        found = _keys(list(keys))
        if not others:
            return _unscored(found)
        everything = Query.all_query()
        return _unscored(Query.boolean_query([(Occur.Must, everything), (Occur.MustNot, found)]))


def only_keyed(query: Query, keys: Sequence[str]) -> Query:
    """The same query, of the articles with these keys alone."""
    return _must([query, _unscored(_keys(list(keys)))])


@lru_cache(maxsize=256)
def _begun(name: str, word: str) -> Query:
    """Kept, because it is slow to make, and the earlier words of a query stay while the last one is typed."""
    from tantivy import Query

    return Query.const_score_query(Query.regex_query(schema(), name, f"{re.escape(word)}.*"), 0.3)


def _term(name: str, token: str) -> Query:
    from tantivy import Query

    return Query.term_query(schema(), name, token)


def _keys(keys: list[str]) -> Query:
    from tantivy import Query

    return Query.term_set_query(schema(), "key", keys) if keys else Query.empty_query()


def _number(part: Number) -> Query:
    from tantivy import FieldType, Query

    return _unscored(Query.range_query(schema(), part.field, FieldType.Integer, part.least, part.most))


def _unscored(query: Query) -> Query:
    from tantivy import Query

    return Query.const_score_query(query, 0.0)


def _boosted(queries: list[Query], worth: float) -> list[Query]:
    from tantivy import Query

    return queries if worth == 1.0 else [Query.boost_query(query, worth) for query in queries]


def _must(queries: list[Query]) -> Query:
    from tantivy import Occur, Query

    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Must, each) for each in queries])


def _any(queries: list[Query]) -> Query:
    from tantivy import Occur, Query

    if not queries:
        return Query.empty_query()
    return (
        queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Should, each) for each in queries])
    )
