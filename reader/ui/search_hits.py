# SPDX-License-Identifier: MIT
"""What a search found, made ready for the rows of the article list; runs on a worker thread."""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.ui.article_arrangement import BEST_MATCH
from reader.ui.elided_text import plain_line
from reader.ui.places import Place, PlaceKind

if TYPE_CHECKING:
    from reader.core.library import ArticleQuery, Library, ListedArticle
    from reader.core.library.search.matching import HitFinder
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
    library: Library, query: str, place: Place | None, order: HitOrder, before: ListHits | None = None
) -> ListHits:
    """The hits of `query` at `place`, or everywhere: the first ones, or those that follow `before`."""
    from reader.core.library.search.matching import HitFinder

    ids, offset = (before.ids, before.asked) if before is not None else (None, 0)
    wanted, within = scoped(query, place), _saved_query(library, place)
    if order.sort != BEST_MATCH and ids is None:
        ids = library.article_ids(_sorted_query(wanted, within, order))
    if ids:
        page = replace(library.hits(wanted, ids[offset : offset + PAGE]), total=len(ids))
    else:
        page = library.search(wanted, PAGE, offset, within=within)
    looked_at = len(ids[offset : offset + PAGE]) if ids else len(page.hits)
    finder = HitFinder(query)
    kept = [hit for hit in page.hits if belongs(hit.article, place)]
    rows = {
        str(hit.article.key): RowHit(
            _UNSHOWABLE.sub(" ", hit.snippet.text),
            in_units(hit.snippet.text, hit.snippet.matches),
            _found_in_title(finder, hit.article),
        )
        for hit in kept
    }
    strangers = len(page.hits) - len(kept)
    articles = tuple(hit.article for hit in kept)
    return ListHits(
        query,
        max(len(kept), page.total - strangers),
        articles,
        rows,
        page.suggestions,
        page.share,
        offset + looked_at,
        ids,
    )


def _sorted_query(query: str, within: str, order: HitOrder) -> ArticleQuery:
    from reader.core.library import ArticleQuery

    return ArticleQuery(search=query, within=within, sort=order.sort, backwards=order.backwards)


def scoped(query: str, place: Place | None) -> str:
    """The query with what narrows it to a place; a smart list has a query of its own for that."""
    narrowing = "" if place is None else narrowing_to(place)
    return f"({query}) {narrowing}" if narrowing else query


def narrowing_to(place: Place) -> str:
    """What finds the articles of a place; empty where no query can say that."""
    kinds = PlaceKind
    states = {kinds.UNREAD: "is:unread", kinds.READING: "is:reading", kinds.STARRED: "is:starred"}
    if place.kind in states:
        return states[place.kind]
    if place.kind is kinds.FOLDER:
        return f'path:"{_unquoted(str(place.value))}"'
    if not isinstance(place.value, tuple):
        return ""
    if place.kind is kinds.CATEGORY:
        return " ".join(f'category:"{_unquoted(name)}"' for name in place.value)
    if place.kind is kinds.LANGUAGE:
        return f"lang:{place.value[0]}"
    named = {kinds.TAG: "tag", kinds.AUTHOR: "author", kinds.SITE: "site"}
    return f'{named[place.kind]}:"{_unquoted(place.value[0])}"' if place.kind in named else ""


def _saved_query(library: Library, place: Place | None) -> str:
    if place is None or place.kind is not PlaceKind.SMART_LIST or not isinstance(place.value, tuple):
        return ""
    found = library.states.smart_lists.find(place.value[0])
    return found.query if found is not None else ""


def belongs(article: ListedArticle, place: Place | None) -> bool:
    """Whether a hit lies exactly at the place; the index knows places by their words only."""
    if place is None:
        return True
    if isinstance(place.value, Path):
        return article.path.is_relative_to(place.value)
    if isinstance(place.value, tuple) and place.kind is not PlaceKind.SMART_LIST:
        return _is_named(article, place.kind, place.value)
    if place.kind is PlaceKind.RECENT:
        return article.opened_at is not None
    return place.kind is not PlaceKind.PROBLEMS or article.problems > 0


def _is_named(article: ListedArticle, kind: PlaceKind, value: tuple[str, ...]) -> bool:
    if kind is PlaceKind.CATEGORY:
        return any(tuple(path[: len(value)]) == value for path in article.categories)
    names = {
        PlaceKind.TAG: article.tags,
        PlaceKind.AUTHOR: article.authors,
        PlaceKind.SITE: (article.site,),
        PlaceKind.LANGUAGE: (article.lang,),
    }
    return value[0] in names.get(kind, ())


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


def _unquoted(text: str) -> str:
    return re.sub('["“”]', " ", text)
