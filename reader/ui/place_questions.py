# SPDX-License-Identifier: MIT
"""What a place asks of the library: which articles it lists, and the same in the words of a search."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from .places import Place, PlaceKind

if TYPE_CHECKING:
    from reader.core.library import ArticleQuery, Library

_IN_WORDS = frozenset(
    {PlaceKind.ALL, PlaceKind.UNREAD, PlaceKind.READING, PlaceKind.STARRED, PlaceKind.SMART_LIST}
)
"""Places that a query of the search field says exactly."""


def question_of(
    place: Place, sort: str = "date", *, backwards: bool = False, group: str = "none"
) -> ArticleQuery:
    """What lists the articles of a place; of a smart list, its own query is still to be put in."""
    from reader.core.library import ArticleQuery
    from reader.core.settings import ReadState

    kinds = PlaceKind
    name = place.value[0] if isinstance(place.value, tuple) and place.value else None
    return ArticleQuery(
        category=place.value if place.kind is kinds.CATEGORY else None,  # type: ignore[arg-type]
        folder=place.value if place.kind is kinds.FOLDER else None,  # type: ignore[arg-type]
        state=ReadState.READING if place.kind is kinds.READING else None,
        unread=place.kind is kinds.UNREAD,
        starred=place.kind is kinds.STARRED,
        problems=place.kind is kinds.PROBLEMS,
        lacking=place.kind is kinds.LACKING,
        tag=name if place.kind is kinds.TAG else None,
        author=name if place.kind is kinds.AUTHOR else None,
        site=name if place.kind is kinds.SITE else None,
        lang=name if place.kind is kinds.LANGUAGE else None,
        opened=place.kind is kinds.RECENT,
        duplicates=place.kind is kinds.DUPLICATES,
        sort={kinds.RECENT: "opened", kinds.DUPLICATES: "group"}.get(place.kind, sort),
        backwards=backwards,
        group="none" if place.kind in (kinds.DUPLICATES, kinds.PROBLEMS) else group,
    )


def with_saved_query(library: Library, query: ArticleQuery, place: Place) -> ArticleQuery:
    """The same with what a smart list seeks; nothing where it was deleted meanwhile."""
    if place.kind is not PlaceKind.SMART_LIST or not isinstance(place.value, tuple):
        return query
    found = library.states.smart_lists.find(place.value[0])
    return replace(query, limit=0) if found is None else replace(query, search=found.query)


def question_beside_words(place: Place | None) -> ArticleQuery | None:
    """What lists a place where the words of `narrowing_to` may find others, too; None: they do not."""
    return None if place is None or place.kind in _IN_WORDS else question_of(place)


def scoped(query: str, place: Place | None) -> str:
    """The query with what narrows it to a place; a smart list has a query of its own for that."""
    narrowing = "" if place is None else narrowing_to(place)
    return f"({query}) {narrowing}" if narrowing else query


def narrowing_to(place: Place) -> str:
    """What finds the articles of a place, and perhaps some others; empty where no query can say that."""
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


def _unquoted(text: str) -> str:
    return re.sub('["“”]', " ", text)
