# SPDX-License-Identifier: MIT
"""Searches among the articles of one open catalogue; what was counted for one search serves the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.core.article import ArticleKey
from reader.core.library import queries
from reader.core.library.known_states import CatalogueStates
from reader.core.library.search.searching import Search

if TYPE_CHECKING:
    import sqlite3

    from reader.core.library.listing import ArticleQuery
    from reader.core.library.search.index import SearchIndex
    from reader.core.library.search.results import SearchPage


class CatalogueSearch:
    """Asks the index, and the catalogue for what the index does not know."""

    def __init__(self, connection: sqlite3.Connection, index: SearchIndex) -> None:
        self._connection, self._index = connection, index
        self._waiting: tuple[tuple[int, ...], int] | None = None
        self._listed_keys: tuple[tuple[object, ...], tuple[str, ...] | None] | None = None

    def find(
        self, query: str, limit: int, offset: int, sort: str, within: str, among: ArticleQuery | None
    ) -> SearchPage:
        """One page of hits, and how much of the library was searched."""
        keys = None if among is None else self._keys_beyond(within, among)
        page = self._search.find(query, limit, offset, sort, within, keys)
        return replace(page, share=self._searched_share())

    def count(self, query: str) -> int:
        """How many articles a query asks for."""
        return self._search.count(query)

    def matching(self, query: str, within: str) -> tuple[ArticleKey, ...]:
        """The keys of all articles that a query asks for, best first."""
        return tuple(ArticleKey(key) for key in self._search.keys(query, within))

    def hits(self, query: str, ids: Sequence[int]) -> SearchPage:
        """What a query finds in each of these articles."""
        page = self._search.hits(query, queries.find_by_ids(self._connection, ids))
        return replace(page, share=self._searched_share())

    def related(self, key: ArticleKey, text: str | None, limit: int) -> SearchPage:
        """Articles about the same as one that is indexed, or as a text."""
        return self._search.related(key, text, limit)

    @property
    def _search(self) -> Search:
        return Search(
            self._index,
            CatalogueStates(self._connection),
            lambda keys: queries.find_keyed(self._connection, keys),
        )

    def _keys_beyond(self, within: str, among: ArticleQuery) -> tuple[str, ...] | None:
        """What `among` lists, where `within` alone finds others, too; kept until something changes."""
        state = (*self._version(), within, among)
        if self._listed_keys is None or self._listed_keys[0] != state:
            keys = queries.find_keys(self._connection, among)
            is_exact = bool(within) and self._search.count(within) == len(keys)
            self._listed_keys = state, None if is_exact else keys
        return self._listed_keys[1]

    def _searched_share(self) -> float:
        waiting, usable = self._unsearched(), self._index.is_usable
        if usable and not waiting:
            return 1.0
        (articles,) = self._connection.execute("SELECT count(*) FROM article").fetchone()
        if not articles:
            return 1.0
        return (articles - waiting) / articles if usable else 0.0

    def _unsearched(self) -> int:
        """How many articles wait for the index; counted anew only when the catalogue was written to."""
        state = self._version()
        if self._waiting is None or self._waiting[0] != state:
            (waiting,) = self._connection.execute(
                "SELECT count(*) FROM article WHERE searched = 0"
            ).fetchone()
            self._waiting = state, waiting
        return self._waiting[1]

    def _version(self) -> tuple[int, ...]:
        """Another one whenever something was written to the catalogue or to the reading state."""
        schemas = ("main", "states")
        told = [self._connection.execute(f"PRAGMA {schema}.data_version").fetchone()[0] for schema in schemas]
        return *told, self._connection.total_changes
