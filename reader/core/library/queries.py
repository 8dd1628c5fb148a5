# SPDX-License-Identifier: MIT
"""Questions to the catalogue, each answered with a fixed number of SQL statements."""

from __future__ import annotations

import json
import os
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from reader.core.article import CategoryPath
from reader.core.library.article_values import category_text, folded
from reader.core.library.listing import (
    ArticleQuery,
    CategoryNode,
    Counts,
    FolderNode,
    ListedArticle,
    ListedProblem,
)
from reader.core.library.scopes import is_within
from reader.core.library.separators import PART, PATH

if TYPE_CHECKING:
    import sqlite3

    from reader.core.settings import ChosenFolder

_COLUMNS = """a.id, a.key, a.path, a.title, a.authors, a.site, a.date, a.updated, a.categories, a.tags,
a.words, a.reading_minutes, a.excerpt, a.cover, a.lang, a.draft, a.format, r.state, r.starred, r.progress,
r.opened_at, a.problems, a.folder_id, a.folder_id IN (SELECT folder_id FROM unavailable), a.added_at,
(SELECT images || ' ' || missing || ' ' || reason FROM pictures WHERE article_id = a.id)"""

_ALL = "article a LEFT JOIN states.reading r ON r.path = a.path"
_TOUCHED = "states.reading r CROSS JOIN article a ON a.path = r.path"
"""From the reading state's side: far fewer rows where only articles that were opened can match."""
_READ = "r.state NOT IN ('new', 'unread')"

_GROUP = "SELECT d.first_id FROM duplicate d WHERE d.article_id = a.id"
_HAS_COPIES = (
    "a.id IN (SELECT article_id FROM duplicate WHERE first_id IN"
    " (SELECT first_id FROM duplicate GROUP BY first_id HAVING count(*) > 1))"
)

_NEWEST = ("a.date_sort DESC", "a.id DESC")
_FEW = 500  # articles whose tags are asked for one by one
_SOURCE = "coalesce(nullif(a.site, ''), a.authors)"
_ORDERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "date": _NEWEST,
        "title": ("a.title_folded", "a.id"),
        "added": ("a.added_at DESC", "a.id DESC"),
        "length": ("a.words DESC", "a.id DESC"),
        "opened": ("r.opened_at DESC", "a.id DESC"),
        "group": (f"({_GROUP})", "a.date_sort DESC", "a.mtime_ns DESC", "a.id DESC"),
        "progress": ("coalesce(r.progress, 0) DESC", "r.opened_at DESC", *_NEWEST),
        "source": (f"{_SOURCE} = '' ASC", f"{_SOURCE} COLLATE NOCASE", *_NEWEST),
        "category": ("a.categories = '' ASC", "a.categories COLLATE NOCASE", *_NEWEST),
    }
)
"""Terms of each order; those with ASC written out stay as they are when an order is turned round."""

_GROUP_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "day": "substr(coalesce(a.date, ''), 1, 10)",
        "month": "substr(coalesce(a.date, ''), 1, 7)",
        "site": f"coalesce(nullif(a.site, ''), replace(a.authors, '{PART}', ', '))",
    }
)
"""What the articles of one group share; empty in the last group."""

_MOST_KEYS = 10_000
"""Of one statement: SQLite takes 32,766 values at most."""

_AT_ONCE = 500  # values of one statement

SORTS = tuple(_ORDERS)
"""The orders an `ArticleQuery` may ask for."""

Groups = tuple[tuple[str, int], ...]
"""What the articles of each group share, and how many they are."""


def find_sources(connection: sqlite3.Connection) -> tuple[tuple[Path, str, str], ...]:
    """Path, title and address of origin of every article."""
    rows = connection.execute("SELECT path, title, coalesce(source_url, '') FROM article")
    return tuple((Path(os.fsdecode(path)), title, url) for path, title, url in rows.fetchall())


def find_articles(
    connection: sqlite3.Connection, query: ArticleQuery, keys: Sequence[str] | None = None
) -> tuple[ListedArticle, ...]:
    """The articles that `query` asks for, in its order; with `keys`, only those among them."""
    question, values = _question(_COLUMNS, query, keys)
    return _listed(connection, connection.execute(question, values))


def find_ids(
    connection: sqlite3.Connection, query: ArticleQuery, keys: Sequence[str] | None = None
) -> array[int]:
    """The ids of the articles that `query` asks for, in its order: eight bytes each.

    As one text: a hundred thousand rows, handed over one by one, would keep the window waiting.
    """
    question, values = _question("a.id AS id", query, keys)
    ordered = question if query.limit is not None else f"{question} LIMIT -1"  # its order stays what it is
    (told,) = connection.execute(f"SELECT group_concat(id) FROM ({ordered})", values).fetchone()
    return array("q", json.loads(f"[{told or ''}]"))


def find_grouped(
    connection: sqlite3.Connection, query: ArticleQuery, keys: Sequence[str] | None = None
) -> tuple[array[int], Groups]:
    """What `find_ids` finds, and the groups it stands in, of the same moment."""
    key = _GROUP_KEYS.get(query.group)
    if key is None:
        return find_ids(connection, query, keys), ()
    where, values = _where(query, keys)
    order = ", ".join(_ordered(_group_terms("shared", query.group), query))
    sizes = f"SELECT {key} AS shared, count(*) {where} GROUP BY shared ORDER BY {order}"
    connection.execute("BEGIN")  # a scan that writes meanwhile is not seen by one of them alone
    try:
        ids = find_ids(connection, query, keys)
        return ids, tuple(connection.execute(sizes, values)) if ids else ()
    finally:
        connection.execute("COMMIT")


def find_keys(connection: sqlite3.Connection, query: ArticleQuery) -> tuple[str, ...]:
    """The keys of the articles that `query` asks for, in no order."""
    source, conditions, values = _conditions(query)
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    return tuple(key for (key,) in connection.execute(f"SELECT a.key FROM {source}{where}", values))


def find_by_ids(connection: sqlite3.Connection, ids: Sequence[int]) -> tuple[ListedArticle, ...]:
    """The articles with these ids, in their order; those that are gone are left out."""
    found: dict[int, ListedArticle] = {}
    for at in range(0, len(ids), _AT_ONCE):
        some = tuple(ids[at : at + _AT_ONCE])
        marks = ", ".join("?" * len(some))
        rows = connection.execute(f"SELECT {_COLUMNS} FROM {_ALL} WHERE a.id IN ({marks})", some)
        found.update((article.id, article) for article in _listed(connection, rows))
    return tuple(found[identity] for identity in ids if identity in found)


def _question(columns: str, query: ArticleQuery, keys: Sequence[str] | None) -> tuple[str, list[object]]:
    where, values = _where(query, keys)
    terms = _ORDERS.get(query.sort, _ORDERS["date"])
    if query.group in _GROUP_KEYS:
        terms = (*_group_terms(_GROUP_KEYS[query.group], query.group), *terms)
    order = ", ".join(_ordered(terms, query))
    limit = "" if query.limit is None else f" LIMIT {max(0, int(query.limit))}"
    return f"SELECT {columns} {where} ORDER BY {order}{limit}", values


def _where(query: ArticleQuery, keys: Sequence[str] | None) -> tuple[str, list[object]]:
    source, conditions, values = _conditions(query)
    if keys is not None:
        conditions.append("a.key IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(keys))
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    return f"FROM {source}{where}", values


def _group_terms(key: str, group: str) -> tuple[str, ...]:
    """Days and months the newest first, sites by name; those without any at the end."""
    if group == "site":
        return f"{key} = '' ASC", f"{key} COLLATE NOCASE ASC", f"{key} ASC"
    return f"{key} = '' ASC", f"{key} DESC"


def _ordered(terms: Iterable[str], query: ArticleQuery) -> Iterable[str]:
    return map(_turned, terms) if query.backwards else terms


def _turned(term: str) -> str:
    if term.endswith(" ASC"):
        return term
    return term[:-5] if term.endswith(" DESC") else f"{term} DESC"


def find_article(connection: sqlite3.Connection, column: str, value: object) -> ListedArticle | None:
    """The article whose `path` or `key` is `value`."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM {_ALL} WHERE a.{column} = ? LIMIT 1", (value,))
    return next(iter(_listed(connection, rows)), None)


def source_url(connection: sqlite3.Connection, path: bytes) -> str | None:
    """Where the article of a file came from."""
    row = connection.execute("SELECT source_url FROM article WHERE path = ?", (path,)).fetchone()
    return row[0] if row is not None else None


def find_keyed(connection: sqlite3.Connection, keys: Sequence[str]) -> dict[str, ListedArticle]:
    """The articles with these keys, each under its own."""
    found: dict[str, ListedArticle] = {}
    for start in range(0, len(keys), _MOST_KEYS):
        some = tuple(keys[start : start + _MOST_KEYS])
        marks = ", ".join("?" * len(some))
        rows = connection.execute(f"SELECT {_COLUMNS} FROM {_ALL} WHERE a.key IN ({marks})", some)
        found.update((article.key, article) for article in _listed(connection, rows))
    return found


def count_all(connection: sqlite3.Connection) -> Counts:
    """The counts of the fixed places."""
    (total,) = connection.execute("SELECT count(*) FROM article").fetchone()
    read, reading, starred, opened = connection.execute(
        f"SELECT coalesce(sum({_READ}), 0), coalesce(sum(r.state = 'reading'), 0),"
        f" coalesce(sum(r.starred), 0), count(r.opened_at) FROM {_TOUCHED}"
    ).fetchone()
    (copies,) = connection.execute(f"SELECT count(*) FROM article a WHERE {_HAS_COPIES}").fetchone()
    (lacking,) = connection.execute("SELECT count(*) FROM pictures WHERE missing > 0").fetchone()
    return Counts(total, total - read, reading, starred, opened, copies, lacking)


def category_nodes(connection: sqlite3.Connection) -> tuple[CategoryNode, ...]:
    """Every category that holds articles, parents before children."""
    totals = connection.execute(
        "SELECT c.path, t.articles, c.id FROM category c"
        " JOIN (SELECT category_id, count(*) AS articles FROM article_category GROUP BY category_id) t"
        " ON t.category_id = c.id"
    ).fetchall()
    read = dict(
        connection.execute(
            f"SELECT m.category_id, count(*) FROM {_TOUCHED} CROSS JOIN article_category m"
            f" ON m.article_id = a.id WHERE {_READ} GROUP BY m.category_id"
        ).fetchall()
    )
    nodes = (
        CategoryNode(tuple(path.split(PART)), articles, articles - read.get(identity, 0))
        for path, articles, identity in totals
    )
    return tuple(sorted(nodes, key=lambda node: node.path))


def folder_nodes(connection: sqlite3.Connection, folders: Sequence[ChosenFolder]) -> tuple[FolderNode, ...]:
    """Every folder with articles in or below it, from the library folders down, parents first.

    The library folders come in the order they are given.
    """
    tops = [os.fsencode(folder.path) for folder in folders]
    gone = {identity for (identity,) in connection.execute("SELECT folder_id FROM unavailable")}
    away = frozenset(os.fsencode(folder.path) for folder in folders if folder.id in gone)
    articles: Counter[bytes] = Counter()
    read: Counter[bytes] = Counter()
    for parent, count in connection.execute("SELECT parent, count(*) FROM article GROUP BY parent"):
        for folder in _upward(parent, tops):
            articles[folder] += count
    for parent, count in connection.execute(
        f"SELECT a.parent, count(*) FROM {_TOUCHED} WHERE {_READ} GROUP BY a.parent"
    ):
        for folder in _upward(parent, tops):
            read[folder] += count
    ranks = {top: rank for rank, top in enumerate(tops)}

    def place(folder: bytes) -> tuple[int, bytes]:
        return ranks[_upward(folder, tops)[-1]], folder

    return tuple(
        FolderNode(
            Path(os.fsdecode(folder)),
            articles[folder],
            articles[folder] - read[folder],
            available=not is_within(folder, away),
        )
        for folder in sorted({*articles, *tops}, key=place)
    )


def find_problems(connection: sqlite3.Connection, *, apart: bool = False) -> tuple[ListedProblem, ...]:
    """Everything that could not be read perfectly, by path; or only what is no article for that reason."""
    where = "WHERE path NOT IN (SELECT path FROM article)" if apart else ""
    rows = connection.execute(
        f"SELECT path, code, message, line FROM problem {where} ORDER BY path, line, id"
    )
    return tuple(ListedProblem(Path(os.fsdecode(path)), *rest) for path, *rest in rows)


def _upward(folder: bytes, tops: list[bytes]) -> list[bytes]:
    """`folder` and those above it, up to the outermost library folder that holds it."""
    separator = os.fsencode(os.sep)
    around = [top for top in tops if folder == top or folder.startswith(top.rstrip(separator) + separator)]
    if not around:
        return []
    top = min(around, key=len)
    chain = [folder]
    while folder != top and len(folder) > len(top):
        folder = os.path.dirname(folder)
        chain.append(folder)
    return chain


def _conditions(query: ArticleQuery) -> tuple[str, list[str], list[object]]:
    source = _ALL
    conditions: list[str] = []
    values: list[object] = []

    def require(condition: str, *given: object) -> None:
        conditions.append(condition)
        values.extend(given)

    if query.state is not None:
        require("coalesce(r.state, 'new') = ?", query.state.value)
        source = _ALL if query.state == "new" else _TOUCHED
    if query.starred:
        require("r.starred = 1")
        source = _TOUCHED
    if query.category:
        require(_IN_CATEGORY, category_text(query.category))
    if query.folder is not None:
        prefix = os.fsencode(os.path.join(os.path.abspath(query.folder), ""))
        require("a.path >= ? AND a.path < ?", prefix, prefix[:-1] + bytes([prefix[-1] + 1]))
    if query.tag:
        require(_HAS_TAG, query.tag, query.tag)
    for name, condition in _BY_NAME.items():
        if value := getattr(query, name):
            require(condition, value)
    if query.opened:
        require("r.opened_at IS NOT NULL")
        source = _TOUCHED
    for name, condition in _BY_SWITCH.items():
        if getattr(query, name):
            require(condition)
    if start := folded(query.title_start or ""):
        require("a.title_folded >= ? AND a.title_folded < ?", start, start + "\U0010ffff")
    for word in folded(query.text or "").split():
        require("instr(a.title_folded, ?) > 0", word)
    return source, conditions, values


_BY_NAME = MappingProxyType(
    {
        "author": "a.id IN (SELECT article_id FROM article_author WHERE author = ?)",
        "site": "a.site = ?",
        "lang": "a.lang = ?",
    }
)
_BY_SWITCH = MappingProxyType(
    {
        "unread": "a.id NOT IN (SELECT b.id FROM states.reading s CROSS JOIN article b ON b.path = s.path"
        " WHERE s.state NOT IN ('new', 'unread'))",
        "problems": "a.problems > 0",
        "duplicates": _HAS_COPIES,
        "lacking": "a.id IN (SELECT article_id FROM pictures WHERE missing > 0)",
    }
)
_IN_CATEGORY = (
    "a.id IN (SELECT article_id FROM article_category"
    " WHERE category_id = (SELECT id FROM category WHERE path = ?))"
)
_HAS_TAG = (
    "(a.id IN (SELECT article_id FROM article_tag WHERE tag = ?)"
    " OR a.path IN (SELECT path FROM states.reading_tag WHERE tag = ?))"
)


def _pictures(told: str | None) -> tuple[int | None, int, str]:
    if told is None:
        return None, 0, ""
    images, missing, reason = told.split(" ", 2)
    return int(images), int(missing), reason


def _own_tags(
    connection: sqlite3.Connection, rows: Sequence[tuple[Any, ...]]
) -> dict[bytes, tuple[str, ...]]:
    """The tags a person gave to these articles; of few of them, without looking through all there are."""
    query = "SELECT path, tag FROM states.reading_tag WHERE path IS NOT NULL"
    values: tuple[Any, ...] = ()
    if len(rows) <= _FEW:
        query = f"SELECT path, tag FROM states.reading_tag WHERE path IN ({', '.join('?' * len(rows))})"
        values = tuple(row[2] for row in rows)
    found: dict[bytes, tuple[str, ...]] = {}
    for path, tag in connection.execute(query, values):
        found[path] = (*found.get(path, ()), tag)
    return found


def _listed(connection: sqlite3.Connection, rows: Iterable[tuple[Any, ...]]) -> tuple[ListedArticle, ...]:
    rows = rows if isinstance(rows, list) else list(rows)
    own_tags = _own_tags(connection, rows)
    categories: dict[str, tuple[CategoryPath, ...]] = {"": ()}
    names: dict[str, tuple[str, ...]] = {"": ()}
    listed: list[ListedArticle] = []
    for row in rows:
        path, authors, paths, tags = row[2], row[4], row[8], row[9]
        if paths not in categories:
            categories[paths] = tuple(tuple(each.split(PART)) for each in paths.split(PATH))
        for text in (authors, tags):
            if text not in names:
                names[text] = tuple(text.split(PART))
        own = own_tags.get(path)
        listed.append(
            ListedArticle(
                row[0],
                row[1],
                Path(os.fsdecode(path)),
                row[3],
                names[authors],
                row[5],
                row[6],
                row[7],
                categories[paths],
                names[tags] if own is None else tuple(dict.fromkeys((*names[tags], *own))),
                row[10],
                row[11],
                row[12],
                row[13],
                row[14],
                row[15] == 1,
                row[16],
                row[17] or "new",
                row[18] == 1,
                row[19] or 0.0,
                row[20],
                row[21],
                row[22],
                row[23] == 0,
                row[24],
                *_pictures(row[25]),
            )
        )
    return tuple(listed)
