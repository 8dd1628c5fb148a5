# SPDX-License-Identifier: MIT
"""Tags, authors, sites and languages with the number of their articles: one statement for each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.core.library.listing import Facets, NamedCount

if TYPE_CHECKING:
    import sqlite3

_QUESTIONS = (
    "SELECT tag, count(*) FROM (SELECT tag, article_id FROM article_tag UNION"
    " SELECT t.tag, a.id FROM states.reading_tag t CROSS JOIN article a ON a.path = t.path) GROUP BY tag",
    "SELECT author, count(*) FROM article_author GROUP BY author",
    "SELECT site, count(*) FROM article WHERE site IS NOT NULL GROUP BY site",
    "SELECT lang, count(*) FROM article WHERE lang IS NOT NULL GROUP BY lang",
)


def count_facets(connection: sqlite3.Connection) -> Facets:
    """Every name with its count, those of most articles first."""
    return Facets(*(_counted(connection, question) for question in _QUESTIONS))


def _counted(connection: sqlite3.Connection, question: str) -> tuple[NamedCount, ...]:
    rows = connection.execute(f"{question} ORDER BY 2 DESC, 1").fetchall()
    return tuple(NamedCount(name, articles) for name, articles in rows)
