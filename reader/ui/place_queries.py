# SPDX-License-Identifier: MIT
"""What a place of the library panel asks the catalogue for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .places import Place, PlaceKind

if TYPE_CHECKING:
    from reader.core.library import ArticleQuery, Library


def query_for(place: Place, sort: str, *, backwards: bool) -> ArticleQuery:
    """The articles of a place in an order; some places have an order of their own."""
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
    )


def with_saved_query(library: Library, query: ArticleQuery, place: Place) -> ArticleQuery:
    """The same with what a smart list seeks; nothing where it was deleted meanwhile."""
    if place.kind is not PlaceKind.SMART_LIST or not isinstance(place.value, tuple):
        return query
    found = library.states.smart_lists.find(place.value[0])
    return replace(query, limit=0) if found is None else replace(query, search=found.query)
