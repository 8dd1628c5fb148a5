# SPDX-License-Identifier: MIT
"""Searches while a person types: joins the field of the article list with the library."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.core.article import article_key

from .article_list import ArticleList
from .library_feed import LibraryFeed

if TYPE_CHECKING:
    from reader.core.library import Library
    from reader.ui.search_hits import ListHits


_NEWS = ("added", "changed", "moved", "removed")
_LEAST_AGAIN, _MOST_AGAIN = 50, 500  # hits


class ListSearch(QObject):
    """Asks at every key; an answer that was overtaken by another question is dropped."""

    def __init__(self, articles: ArticleList, feed: LibraryFeed) -> None:
        super().__init__(articles)
        self._articles, self._feed = articles, feed
        self._request = 0
        self._is_asking_more = False
        self._share = 1.0
        self._is_outdated = False  # texts have been read since
        articles.set_title_search(False)
        articles.search_changed.connect(lambda _text: self.search())
        articles.scope_changed.connect(self.search)
        articles.hit_order_changed.connect(self.search)
        articles.more_hits_wanted.connect(self._search_on)
        feed.content_changed.connect(self._on_content)
        feed.scan_progressed.connect(self._on_progress)
        feed.scan_finished.connect(self._on_scanned)

    def query_for(self, path: Path) -> str:
        """What was sought when the article at `path` was found; empty where it was not."""
        hits = self._articles.hits
        return hits.query if hits is not None and str(article_key(path)) in hits.rows else ""

    def search(self) -> None:
        """Answer what stands in the field now."""
        self._request += 1
        query = self._articles.sought.strip()
        if not query:
            self._articles.leave_hits()
            return
        self._ask(query)

    def _search_on(self) -> None:
        hits = self._articles.hits
        if hits is not None and not self._is_asking_more and hits.asked:
            self._is_asking_more = True
            self._ask(hits.query, hits)

    def _ask(self, query: str, before: ListHits | None = None, again: int = 0) -> None:
        """The first hits, those that follow `before`, or so many `again`."""
        request, place, order = self._request, self._articles.search_place, self._articles.hit_order
        welcome = self._feed.welcome_language

        def work(library: Library) -> ListHits | None:
            if request != self._request:  # overtaken while it waited
                return None
            from reader.ui.search_hits import PAGE, find_hits, find_welcome_hits

            if welcome is not None:
                return find_welcome_hits(library, query, welcome, order)
            return find_hits(library, query, place, order, before, again or PAGE)

        self._feed.consult(work, lambda hits: self._on_found(request, before, hits, again=again > 0))

    def _on_found(self, request: int, before: ListHits | None, hits: ListHits | None, *, again: bool) -> None:
        self._is_asking_more = False
        if hits is None or request != self._request:
            return
        self._share = hits.share
        if before is None:
            if not again or hits != self._articles.hits:
                self._articles.show_hits(hits, again=again)
            return
        self._articles.add_hits(hits)
        if not hits.articles and before.asked < hits.asked < hits.total:
            self._search_on()  # all of these lie elsewhere

    def _on_content(self, *_content: object) -> None:
        """The library has grown: an answer from a part of it is asked for again."""
        if self._share < 1.0 and self._articles.sought.strip():
            self.search()

    def _on_progress(self, _done: int, _total: int) -> None:
        self._is_outdated = True

    def _on_scanned(self, report: Mapping[str, object] | None) -> None:
        """Files came, went or changed: what is shown of a search follows, and nothing moves."""
        hits, outdated = self._articles.hits, self._is_outdated or report is None
        self._is_outdated = False
        if hits is None or self._feed.welcome_language is not None or len(hits.articles) > _MOST_AGAIN:
            return
        if outdated or (report is not None and any(report.get(name) for name in _NEWS)):
            self._ask(hits.query, again=max(_LEAST_AGAIN, len(hits.articles)))
