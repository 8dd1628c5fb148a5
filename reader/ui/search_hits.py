# SPDX-License-Identifier: MIT
"""What a search found, made ready for the rows of the article list; runs on a worker thread."""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.ui.article_arrangement import BEST_MATCH
from reader.ui.elided_text import plain_line
from reader.ui.place_questions import (
    narrowing_to,
    question_beside_words,
    question_of,
    with_saved_query,
)
from reader.ui.places import ALL, Place, PlaceKind

if TYPE_CHECKING:
    from reader.core.library import Library, ListedArticle
    from reader.core.library.search.matching import HitFinder
    from reader.core.library.search.results import SearchPage
    from reader.ui.article_arrangement import HitOrder

PAGE = 50  # hits asked for at once
_TITLE_LIMIT = 400  # characters, as the rows show it
_UNSHOWABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")

Marks = tuple[tuple[int, int], ...]
"""Places (from, to) in a text, in UTF-16 units as Qt counts."""


@dataclass(frozen=True, slots=True)
class RowHit:
    """What a row shows of a hit, and the places in it that were sought."""

    snippet: str
    marks: Marks = ()
    title_marks: Marks = ()


@dataclass(frozen=True, slots=True)
class ListHits:
    """A page of hits in their order; `share` is how much of the library could be searched."""

    query: str
    total: int
    articles: tuple[ListedArticle, ...]
    rows: Mapping[str, RowHit]  # by article key
    suggestions: tuple[str, ...] = ()
    share: float = 1.0
    asked: int = 0  # hits looked at so far, also those that turned out to lie elsewhere
    ids: array[int] | None = None  # of all hits, in an order other than that of the best match


def find_hits(
    library: Library,
    query: str,
    place: Place | None,
    order: HitOrder,
    before: ListHits | None = None,
    size: int = PAGE,
) -> ListHits:
    """The hits of `query` at `place`, or everywhere: the first ones, or those that follow `before`."""
    from reader.core.library import ArticleQuery

    ids, offset = (before.ids, before.asked) if before is not None else (None, 0)
    if before is not None and before.share <= 0:
        return _titled(library, query, ids or array("q"), offset)
    within = "" if place is None else narrowing_to(place) or _saved_query(library, place)
    among = question_beside_words(place)
    if order.sort != BEST_MATCH and ids is None:
        ids = library.article_ids(
            replace(
                among or ArticleQuery(),
                search=query,
                within=within,
                sort=order.sort,
                backwards=order.backwards,
            )
        )
    if ids:
        page = replace(library.hits(query, ids[offset : offset + size]), total=len(ids))
    else:
        page = library.search(query, size, offset, within=within, among=among)
    if page.share <= 0:
        sort, backwards = ("date", False) if order.sort == BEST_MATCH else (order.sort, order.backwards)
        question = question_of(place or ALL, sort, backwards=backwards)
        if place is not None:
            question = with_saved_query(library, question, place)
        return _titled(library, query, library.article_ids(replace(question, text=query)), 0)
    return _shown(query, page, offset, ids, size)


def find_welcome_hits(library: Library, query: str, language: str, order: HitOrder) -> ListHits:
    """The hits among the bundled articles, all of them at once."""
    from reader.core.library.welcome import search_welcome

    page = search_welcome(query, language, library.states)
    if order.sort == "title":
        hits = sorted(page.hits, key=lambda hit: hit.article.title.casefold(), reverse=order.backwards)
        page = replace(page, hits=tuple(hits))
    return _shown(query, page, 0, None)


def _titled(library: Library, query: str, ids: array[int], offset: int) -> ListHits:
    """While nothing can be searched yet: the articles with these words in their titles."""
    from reader.core.library.search.matching import HitFinder

    finder, articles = HitFinder(query), library.articles_with(ids[offset : offset + PAGE])
    rows = {
        str(article.key): RowHit(
            _UNSHOWABLE.sub(" ", article.excerpt), title_marks=_found_in_title(finder, article)
        )
        for article in articles
    }
    return ListHits(query, len(ids), articles, rows, share=0.0, asked=min(offset + PAGE, len(ids)), ids=ids)


def _shown(query: str, page: SearchPage, offset: int, ids: array[int] | None, size: int = PAGE) -> ListHits:
    from reader.core.library.search.matching import HitFinder

    finder = HitFinder(query)
    rows = {
        str(hit.article.key): RowHit(
            _UNSHOWABLE.sub(" ", hit.snippet.text),
            in_units(hit.snippet.text, hit.snippet.matches),
            _found_in_title(finder, hit.article),
        )
        for hit in page.hits
    }
    return ListHits(
        query,
        page.total,
        tuple(hit.article for hit in page.hits),
        rows,
        page.suggestions,
        page.share,
        min(offset + size, max(offset, page.total)),
        ids,
    )


def _saved_query(library: Library, place: Place | None) -> str:
    if place is None or place.kind is not PlaceKind.SMART_LIST or not isinstance(place.value, tuple):
        return ""
    found = library.states.smart_lists.find(place.value[0])
    return found.query if found is not None else ""


def in_units(text: str, spans: Sequence[tuple[int, int]]) -> Marks:
    """Places counted in characters as places counted in UTF-16 units."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return tuple(spans)
    units = [0]
    for character in text:
        units.append(units[-1] + (2 if character > "\uffff" else 1))
    return tuple((units[start], units[end]) for start, end in spans)


def _found_in_title(finder: HitFinder, article: ListedArticle) -> Marks:
    title = plain_line(article.title, _TITLE_LIMIT)
    return in_units(title, finder.find(title))
