# SPDX-License-Identifier: MIT
"""What a search answers with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.core.library.listing import ListedArticle


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of an article's text, and the places (from, to) in it that were asked for."""

    text: str
    matches: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One article that was found; a higher score is better."""

    article: ListedArticle
    score: float
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Some of what was found. `total` counts all of it; `share` is how much of the library was searched."""

    total: int
    hits: tuple[SearchHit, ...]
    seconds: float
    suggestions: tuple[str, ...] = ()  # queries that would find something, where this one does not
    share: float = 1.0
