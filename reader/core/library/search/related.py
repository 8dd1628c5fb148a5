# SPDX-License-Identifier: MIT
"""Articles about the same: those that share the words which are rare elsewhere."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from reader.core.library.search.folding import fold
from reader.core.library.search.prepared import stored_form, unpacked
from reader.core.library.search.schema import schema
from reader.core.library.search.tokens import runs, tokens

if TYPE_CHECKING:
    from tantivy import Query, Searcher

MOST_TERMS = 30
_CANDIDATES = 400
_BODY_BYTES = 60_000
_SHORTEST_WORD = 3
_COMMON_SHARE = 0.2
"""A term in more of the articles than this says nothing of what one is about."""


def related_query(searcher: Searcher, key: str, text: str | None) -> Query | None:
    """What finds articles like the one with this key, without itself; None if nothing tells."""
    from tantivy import Occur, Query

    itself = Query.term_query(schema(), "key", key, "basic")
    if text is None:
        hits = searcher.search(itself, 1, count=False).hits
        if not hits:
            return None
        text = unpacked(searcher.doc(hits[0][1])["body"][0], _BODY_BYTES)
    terms = _telling_terms(searcher, fold(stored_form(text[:_BODY_BYTES])))
    if not terms:
        return None
    clauses = [
        (Occur.Should, Query.boost_query(Query.term_query(schema(), field, term, "freq"), weight))
        for weight, field, term in terms
    ]
    least = max(1, len(clauses) // 5)
    alike = Query.boolean_query(clauses, minimum_number_should_match=least)
    return Query.boolean_query([(Occur.Must, alike), (Occur.MustNot, itself)])


def _telling_terms(searcher: Searcher, folded: str) -> list[tuple[float, str, str]]:
    often: Counter[tuple[str, str]] = Counter()
    for run in runs(folded):
        often.update(("pairs", run[at : at + 2]) for at in range(len(run) - 1))
    often.update(("text", token) for token in tokens(folded) if len(token) >= _SHORTEST_WORD)
    articles = max(2, searcher.num_docs)
    weighed: list[tuple[float, str, str]] = []
    for (field, term), times in often.most_common(_CANDIDATES):
        known = searcher.doc_freq(field, term)
        if 2 <= known <= max(2, articles * _COMMON_SHARE):
            weighed.append((math.log1p(times) * math.log(articles / known), field, term))
    return sorted(weighed, reverse=True)[:MOST_TERMS]
