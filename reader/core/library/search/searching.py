# SPDX-License-Identifier: MIT
"""Answers a query with a page of hits, each with its row of the catalogue and a piece of its text."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.core.library.search.compiling import Compiler, KnownStates, only_keyed
from reader.core.library.search.matching import HitFinder
from reader.core.library.search.results import SearchHit, SearchPage, Snippet
from reader.core.library.search.schema import keys_of
from reader.core.library.search.snippets import make_snippet
from reader.core.library.search.syntax import All, Part, parse

if TYPE_CHECKING:
    from tantivy import DocAddress, Query, Searcher

    from reader.core.library.listing import ListedArticle
    from reader.core.library.search.index import SearchIndex

SORTS = ("score", "date")
MOST_HITS = 100_000

Rows = Callable[[Sequence[str]], Mapping[str, "ListedArticle"]]
"""Looks up the articles of keys."""


@dataclass(frozen=True, slots=True)
class Search:
    """Asks one index; rows and states come from the catalogue."""

    index: SearchIndex
    states: KnownStates
    rows: Rows

    def find(
        self,
        query: str,
        limit: int = 50,
        offset: int = 0,
        sort: str = "score",
        within: str = "",
        among: Sequence[str] | None = None,
    ) -> SearchPage:
        """The articles that a query asks for, best or newest first; never fails for what was typed.

        `within` is a query that must hold, too, but whose words are not marked; with `among`, only the
        articles with these keys count.
        """
        begun = time.perf_counter()
        searcher = self.index.searcher()
        if searcher is None:
            return SearchPage(0, (), time.perf_counter() - begun)
        part = parse(query)
        wanted = All((part, parse(within))) if within else part
        compiled = self._compiled(searcher, wanted)
        if among is not None:
            compiled = only_keyed(compiled, among)
        total, hits = self._page(searcher, compiled, part, (limit, offset), sort)
        suggestions: tuple[str, ...] = ()
        if not total:
            from reader.core.library.search.suggestions import suggest

            with self.index.errors():
                texts = self.index.texts()
                suggestions = suggest(query, searcher, texts, lambda other: self._finds(searcher, other))
        return SearchPage(total, hits, time.perf_counter() - begun, suggestions)

    def related(self, key: str, text: str | None, limit: int = 10) -> SearchPage:
        """Articles about the same as the one with this key; its text, where it is not in the index."""
        from reader.core.library.search.related import related_query

        begun = time.perf_counter()
        searcher = self.index.searcher()
        if searcher is None:
            return SearchPage(0, (), time.perf_counter() - begun)
        with self.index.errors():
            query = related_query(searcher, self.index.texts(), key, text)
        if query is None:
            return SearchPage(0, (), time.perf_counter() - begun)
        total, hits = self._page(searcher, query, parse(""), (limit, 0), "score")
        return SearchPage(total, hits, time.perf_counter() - begun)

    def count(self, query: str) -> int:
        """How many articles a query asks for; nothing of them is read."""
        searcher = self.index.searcher()
        if searcher is None:
            return 0
        compiled = self._compiled(searcher, parse(query))
        with self.index.errors():
            return int(getattr(searcher.search(compiled, 1), "count", 0))

    def keys(self, query: str, within: str = "") -> tuple[str, ...]:
        """The keys of all articles that a query asks for, among those of `within`, best first."""
        searcher = self.index.searcher()
        if searcher is None:
            return ()
        wanted = All((parse(query), parse(within))) if within else parse(query)
        with self.index.errors():
            found = searcher.search(self._compiled(searcher, wanted), max(1, searcher.num_docs))
            return tuple(keys_of(searcher, [address for _, address in found.hits]))

    def hits(self, query: str, articles: Sequence[ListedArticle]) -> SearchPage:
        """These articles, as a query found them: each with the piece of its text that was asked for."""
        begun = time.perf_counter()
        searcher = self.index.searcher()
        hits: list[SearchHit] = []
        with self.index.errors():
            finder, texts = HitFinder(parse(query)), self.index.texts()
            for article in articles:
                body = b"" if searcher is None else _body(searcher, article.key)
                snippet = make_snippet(body, finder, texts) if body else Snippet(article.excerpt)
                hits.append(SearchHit(article, 0.0, snippet))
        return SearchPage(len(hits), tuple(hits), time.perf_counter() - begun)

    def _compiled(self, searcher: Searcher, part: Part) -> Query:
        languages = self.index.languages()
        with self.index.errors(reading=False):
            return Compiler(searcher, self.states, languages).compile(part)

    def _page(
        self, searcher: Searcher, query: Query, part: Part, window: tuple[int, int], sort: str
    ) -> tuple[int, tuple[SearchHit, ...]]:
        limit, offset = (max(0, min(number, MOST_HITS)) for number in window)
        order = "day" if sort == "date" else None
        with self.index.errors():
            found = searcher.search(query, max(1, limit), order_by_field=order, offset=offset)
            hits: list[tuple[float, DocAddress]] = found.hits[:limit]
            keys = keys_of(searcher, [address for _, address in hits])
            rows = self.rows(keys)
            finder, texts = HitFinder(part), self.index.texts()
            listed: list[SearchHit] = []
            for key, (score, address) in zip(keys, hits, strict=True):
                if (row := rows.get(key)) is not None:
                    snippet = make_snippet(searcher.doc(address)["body"][0], finder, texts)
                    listed.append(SearchHit(row, 0.0 if order else float(score), snippet))
            return int(getattr(found, "count", len(listed))), tuple(listed)

    def _finds(self, searcher: Searcher, query: str) -> bool:
        with self.index.errors():
            return bool(searcher.search(self._compiled(searcher, parse(query)), 1, count=False).hits)


def _body(searcher: Searcher, key: str) -> bytes:
    """The packed text of one article; empty where it left the index meanwhile."""
    from tantivy import Query

    from reader.core.library.search.schema import schema

    found = searcher.search(Query.term_query(schema(), "key", key), 1, count=False).hits
    return bytes(searcher.doc(found[0][1])["body"][0]) if found else b""
