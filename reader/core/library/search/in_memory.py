# SPDX-License-Identifier: MIT
"""Answers a query from a few articles that are in no index, by looking through their texts."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.core.library.search.matching import HitFinder, phrases, spoken_elsewhere
from reader.core.library.search.results import SearchHit, SearchPage
from reader.core.library.search.snippets import snippet_of
from reader.core.library.search.syntax import All, Either, Not, Number, Part, State, Words, parse

if TYPE_CHECKING:
    from reader.core.library.listing import ListedArticle

_TITLE_WEIGHT = 20  # places in the text that one in the title is worth
_MOST_PLACES = 100


@dataclass(frozen=True, slots=True)
class ArticleAtHand:
    """An article as it is listed, with its text."""

    article: ListedArticle
    text: str
    flags: frozenset[str] = frozenset()  # image, code


def find_at_hand(query: str, articles: Sequence[ArticleAtHand]) -> SearchPage:
    """Those that a query of the search field asks for, the best first, each with a piece of its text."""
    begun = time.perf_counter()
    part = parse(query)
    finder = HitFinder(part)
    found = [
        SearchHit(each.article, _score(finder, each), snippet_of(each.text, finder))
        for each in articles
        if _holds(part, each)
    ]
    found.sort(key=lambda hit: -hit.score)
    return SearchPage(len(found), tuple(found), time.perf_counter() - begun)


def _score(finder: HitFinder, one: ArticleAtHand) -> float:
    in_title = len(finder.find(one.article.title))
    return float(_TITLE_WEIGHT * in_title + len(finder.find(one.text, _MOST_PLACES)))


def _holds(part: Part, one: ArticleAtHand) -> bool:
    if isinstance(part, All):
        return all(_holds(each, one) for each in part.parts)
    if isinstance(part, Either):
        return any(_holds(each, one) for each in part.parts)
    if isinstance(part, Not):
        return not _holds(part.part, one)
    if isinstance(part, Number):
        return _is_within(part, one.article)
    if isinstance(part, State):
        return _is_in_state(part.name, one.article)
    return part.text in one.flags if part.field == "flags" else _says(part, one)


def _says(wanted: Words, one: ArticleAtHand) -> bool:
    said = _told(wanted.field, one)
    sought = phrases(wanted.text, wanted.exact)
    places = HitFinder(Words(wanted.text, None, wanted.exact))
    found = dict(zip(places.phrases, places.by_phrase(said, 1), strict=True))
    return all(any(found.get(each) for each in (phrase, *spoken_elsewhere(phrase))) for phrase in sought)


def _told(field: str | None, one: ArticleAtHand) -> str:
    article = one.article
    categories = [name for path in article.categories for name in path]
    fields = {
        "title": [article.title],
        "text": [one.text],
        "author": article.authors,
        "site": [article.site or ""],
        "category": categories,
        "tag": article.tags,
        "lang": [article.lang or ""],
        "path": [str(article.path)],
    }
    if field is not None:
        return "\n".join(fields.get(field, ()))
    return "\n".join((article.title, *article.authors, *categories, *article.tags, one.text))


def _is_within(limits: Number, article: ListedArticle) -> bool:
    if limits.field == "words":
        number = article.words
    else:
        digits = (article.date or "")[:10].replace("-", "")
        if not digits.isdigit():
            return False
        number = int(digits)
    return (limits.least is None or number >= limits.least) and (limits.most is None or number <= limits.most)


def _is_in_state(name: str, article: ListedArticle) -> bool:
    if name == "starred":
        return article.starred
    if name == "unread":
        return article.state in ("new", "unread")
    return article.state == name
