# SPDX-License-Identifier: MIT
"""Articles about the same: those that share the words which are rare elsewhere."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.core.library.search.folding import fold
from reader.core.library.search.frequent import is_frequent_pair
from reader.core.library.search.prepared import stored_form
from reader.core.library.search.schema import schema
from reader.core.library.search.tokens import runs, tokens

if TYPE_CHECKING:
    from tantivy import Query, Searcher

    from reader.core.library.search.packing import TextUnpacker

MOST_TERMS = 30
_CANDIDATES = 400
_MOST_COUNTED = 90
_BODY_BYTES = 60_000
_SHORTEST_WORD = 3
_COMMON_SHARE = 0.2
"""A term in more of the articles than this says nothing of what one is about."""


def related_query(searcher: Searcher, texts: TextUnpacker, key: str, text: str | None) -> Query | None:
    """What finds articles like the one with this key, without itself; None if nothing tells."""
    from tantivy import Occur, Query

    itself = Query.term_query(schema(), "key", key, "basic")
    if text is None:
        hits = searcher.search(itself, 1, count=False).hits
        if not hits:
            return None
        text = texts.beginning(searcher.doc(hits[0][1])["body"][0], _BODY_BYTES)
    terms = _Terms(searcher).telling(stored_form(text[:_BODY_BYTES]))
    if not terms:
        return None
    clauses = [(Occur.Should, Query.boost_query(query, weight)) for weight, query in terms]
    least = max(1, len(clauses) // 5)
    alike = Query.boolean_query(clauses, minimum_number_should_match=least)
    return Query.boolean_query([(Occur.Must, alike), (Occur.MustNot, itself)])


@dataclass(frozen=True, slots=True)
class _Terms:
    """Words and pairs of characters of one text, weighed by how rare they are."""

    searcher: Searcher
    _known: dict[str, int] = field(default_factory=dict[str, int])

    def telling(self, text: str) -> list[tuple[float, Query]]:
        """Those that say most of what the text is about, with their weights."""
        often: Counter[str] = Counter()
        for run in runs(fold(text)):
            often.update(run[at : at + 2] for at in range(len(run) - 1))
        often.update(token for token in tokens(text) if len(token) >= _SHORTEST_WORD)
        articles = max(2, self.searcher.num_docs)
        most = max(2, articles * _COMMON_SHARE)
        likely = sorted(
            (
                (math.log1p(times) * math.log(articles / known), term, times)
                for term, times in often.most_common(_CANDIDATES)
                if 2 <= (known := self._at_most(term)) <= most
            ),
            reverse=True,
        )
        weighed: list[tuple[float, str, Query]] = []
        for _, term, times in likely[:_MOST_COUNTED]:
            query = _query(term)
            known = self._articles(term, query)
            if known >= 2:
                weighed.append((math.log1p(times) * math.log(articles / known), term, query))
        return [(weight, query) for weight, _, query in sorted(weighed, reverse=True)[:MOST_TERMS]]

    def _at_most(self, term: str) -> int:
        """In no more articles is a term than in so many."""
        if _is_one_term(term):
            return self._articles(term, _query(term))
        return min(self._frequency("text", character) for character in term)

    def _articles(self, term: str, query: Query) -> int:
        if _is_one_term(term):
            return self._frequency("text" if len(term) > 2 else "pairs", term)
        return int(getattr(self.searcher.search(query, 1), "count", 0))

    def _frequency(self, name: str, term: str) -> int:
        found = self._known.get(term)
        if found is None:
            found = self._known[term] = self.searcher.doc_freq(name, term)
        return found


def _is_one_term(term: str) -> bool:
    return len(term) > 2 or is_frequent_pair(term[0], term[1])


def _query(term: str) -> Query:
    from tantivy import Query

    if len(term) > 2:
        return Query.term_query(schema(), "text", term, "freq")
    if is_frequent_pair(term[0], term[1]):
        return Query.term_query(schema(), "pairs", term, "freq")
    return Query.phrase_query(schema(), "text", [term[0], term[1]])
