# SPDX-License-Identifier: MIT
"""What a person did with articles, as the search asks for it: keys of the articles of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.core.library.search.folding import fold

if TYPE_CHECKING:
    import sqlite3

_KEYS = "SELECT a.key FROM states.reading r CROSS JOIN article a ON a.path = r.path WHERE "
_OPPOSITES = {"unread": "r.state NOT IN ('new', 'unread')", "new": "r.state <> 'new'"}
"""States an article is in until something is done with it: what is kept is who left them."""
_MARKED = """SELECT DISTINCT a.key FROM states.highlight h
CROSS JOIN states.article s ON s.uid = h.uid CROSS JOIN article a ON a.path = s.path"""
_MARKS = {"highlight": "", "note": " WHERE trim(h.note) <> ''"}
"""What a person left in an article."""


@dataclass(frozen=True, slots=True)
class CatalogueStates:
    """Asks the reading state attached to the catalogue."""

    connection: sqlite3.Connection

    def in_state(self, name: str) -> tuple[bool, Iterable[str]]:
        """Keys of the articles in a state; with True, of those that are not in it."""
        if name in _OPPOSITES:
            return True, self._keys(_OPPOSITES[name])
        if name in _MARKS:
            return False, [key for (key,) in self.connection.execute(_MARKED + _MARKS[name])]
        if name == "starred":
            return False, self._keys("r.starred = 1")
        return False, self._keys("r.state = ?", name)

    def with_own_tag(self, tag: str) -> Iterable[str]:
        """Keys of the articles that were given a tag by hand."""
        rows = self.connection.execute(
            "SELECT a.key, t.tag FROM states.reading_tag t CROSS JOIN article a ON a.path = t.path"
        )
        wanted = fold(tag)
        return [key for key, name in rows if wanted in fold(name)]

    def _keys(self, condition: str, *values: object) -> list[str]:
        return [key for (key,) in self.connection.execute(_KEYS + condition, values)]
