# SPDX-License-Identifier: MIT
"""Asks which articles a place lists: whole where they are few, else by their ids, with the rows in view."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from reader.core.errors import ReaderError

from .place_questions import question_of, with_saved_query
from .places import ALL, Place, PlaceKind

if TYPE_CHECKING:
    from reader.core.library import ArticleQuery, Library, ListedArticle

    from .lazy_articles import LazyArticles

SHORT = 500  # rows of a list that is read whole

Rows = tuple["ListedArticle", ...]
T = TypeVar("T")
Ask = Callable[[Callable[["Library"], Any], Callable[[Any], object]], object]


class PlaceListing:
    """One question at a time counts: an answer that comes after another question was asked is dropped."""

    def __init__(
        self,
        ask: Ask,
        open_library: Callable[[], Library],
        on_listed: Callable[[Place, Sequence[ListedArticle]], object],
        on_failed: Callable[[ReaderError], object],
    ) -> None:
        self._ask, self._open_library = ask, open_library
        self._on_listed, self._on_failed = on_listed, on_failed
        self.place = self._lazy_place = ALL
        self._sort, self._backwards = "date", False
        self._group = "none"
        self._lazy: LazyArticles | None = None  # what was listed last, at its place
        self._near: Library | None = None  # on this thread, for the rows that come into view
        self._is_closed = False
        self._request = self._answered = 0

    @property
    def was_asked(self) -> bool:
        """Whether anything was to be listed yet."""
        return self._request > 0

    @property
    def is_answered(self) -> bool:
        """Whether what was asked for last is there."""
        return self._answered == self._request > 0

    def arrange(self, order: str, *, backwards: bool, group: str) -> None:
        """List in this order from now on, and in groups by day, month or site."""
        self._sort, self._backwards, self._group = order, backwards, group

    def query_of(self, place: Place) -> ArticleQuery:
        """The question for the articles of a place, in the order of the list."""
        return question_of(place, self._sort, backwards=self._backwards, group=self._group)

    def list_again(self) -> None:
        """Ask for the articles of the place."""
        from .lazy_articles import CHUNK, LazyArticles, with_known

        self._request += 1
        request, place = self._request, self.place
        query = self.query_of(place)
        before = self._lazy if self._lazy is not None and place == self._lazy_place else None
        chunks = dict.fromkeys([0, *(before.in_use() if before is not None else ())])
        shown = before.shown() if before is not None else {}

        def work(library: Library) -> Rows | LazyArticles:
            ids, groups = library.grouped_ids(with_saved_query(library, query, place))
            apart = _rows_apart(library, place)
            if len(ids) <= SHORT:
                return *apart, *library.articles_with(ids)
            ids = array("q", (row.id for row in apart)) + ids
            read = {at: library.articles_with(ids[at * CHUNK : (at + 1) * CHUNK]) for at in chunks}
            listed = LazyArticles(ids, self._load, query.group, groups, self._ids_near)
            listed.prime({at: with_known(shown, articles) for at, articles in read.items()})
            for row in apart:
                listed.put(row)
            return listed

        def done(listed: Rows | LazyArticles) -> None:
            if request != self._request:
                return
            self._answered = request
            self._lazy, self._lazy_place = None if isinstance(listed, tuple) else listed, place
            self._on_listed(place, listed)

        self._ask(work, done)

    def list_instead(self, work: Callable[[Library], Rows], on_listed: Callable[[Rows], object]) -> None:
        """List what is no place."""
        self._request += 1
        request = self._request

        def done(articles: Rows) -> None:
            if request == self._request:
                self._answered = request
                on_listed(articles)

        self._ask(work, done)

    def close(self) -> None:
        """Nothing is read any more."""
        self._is_closed = True
        if self._near is not None:
            self._near.close()
            self._near.states.close()
            self._near = None

    def _load(self, ids: Sequence[int]) -> Sequence[ListedArticle]:
        """Rows that come into view: two milliseconds, less than a frame of waiting for another thread."""
        return self._asked_near(lambda library: library.articles_with(ids), ())

    def _ids_near(self, query: ArticleQuery) -> Sequence[int]:
        return self._asked_near(lambda library: library.article_ids(query), ())

    def _asked_near(self, question: Callable[[Library], T], nothing: T) -> T:
        if self._is_closed:
            return nothing
        if self._near is None:
            self._near = self._open_library()
        try:
            return question(self._near)
        except ReaderError as error:
            self._on_failed(error)
            return nothing


def _rows_apart(library: Library, place: Place) -> Rows:
    if place.kind is not PlaceKind.PROBLEMS:
        return ()
    from .problem_rows import problem_rows

    return problem_rows(library)
