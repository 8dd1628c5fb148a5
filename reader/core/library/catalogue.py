# SPDX-License-Identifier: MIT
"""The catalogue file: derived data, so another version or a damaged one is made anew."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.database import is_damage, open_database, reading_address, transaction

if TYPE_CHECKING:
    import sqlite3

VERSION = 9
"""Goes up with every change of the schema, or of what the columns mean."""
PAGE_BYTES = 8192
MANY_ARTICLES = 2000
CACHE_KILOBYTES = 16_000
"""A scan of a large library adds to a dozen trees at once."""
LOG_PAGES = 4000
"""So much of the log is gathered before it goes to its places: a scan writes the same pages several times."""

INDEXES = {
    "article_key": "article (key)",
    "article_parent": "article (parent)",
    "article_title": "article (title_folded, id)",
    "article_added": "article (added_at DESC, id DESC)",
    "article_waiting": "article (id) WHERE indexed = 0 OR searched = 0",
    "article_site": "article (site) WHERE site IS NOT NULL",
    "article_lang": "article (lang) WHERE lang IS NOT NULL",
    "article_category_article": "article_category (article_id)",
    "article_tag_article": "article_tag (article_id)",
    "article_author_article": "article_author (article_id)",
}
"""Indexes that are made in one go where many articles come: row by row they cost more than the rows."""
TABLES = (
    """CREATE TABLE article (
        id INTEGER PRIMARY KEY,
        folder_id INTEGER NOT NULL,
        path BLOB NOT NULL UNIQUE,
        parent BLOB NOT NULL,
        key TEXT NOT NULL,
        size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        ctime_ns INTEGER NOT NULL,
        inode INTEGER NOT NULL,
        device INTEGER NOT NULL,
        content_hash TEXT NOT NULL,
        stale INTEGER NOT NULL DEFAULT 0,
        indexed INTEGER NOT NULL DEFAULT 0,
        searched INTEGER NOT NULL DEFAULT 0,
        added_at TEXT NOT NULL,
        format TEXT NOT NULL,
        title TEXT NOT NULL,
        title_folded TEXT NOT NULL,
        authors TEXT NOT NULL,
        site TEXT,
        date TEXT,
        date_sort TEXT,
        updated TEXT,
        categories TEXT NOT NULL,
        tags TEXT NOT NULL,
        words INTEGER NOT NULL DEFAULT 0,
        reading_minutes INTEGER NOT NULL DEFAULT 0,
        excerpt TEXT NOT NULL DEFAULT '',
        cover TEXT,
        source_url TEXT,
        lang TEXT,
        draft INTEGER NOT NULL DEFAULT 0,
        problems INTEGER NOT NULL DEFAULT 0
    )""",
    "CREATE INDEX article_date ON article (date_sort DESC, id DESC)",
    """CREATE TABLE category (
        id INTEGER PRIMARY KEY,
        path TEXT NOT NULL UNIQUE
    )""",
    """CREATE TABLE article_category (
        category_id INTEGER NOT NULL REFERENCES category (id),
        article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        PRIMARY KEY (category_id, article_id)
    ) WITHOUT ROWID""",
    """CREATE TABLE article_tag (
        tag TEXT NOT NULL,
        article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        PRIMARY KEY (tag, article_id)
    ) WITHOUT ROWID""",
    """CREATE TABLE article_author (
        author TEXT NOT NULL,
        article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        PRIMARY KEY (author, article_id)
    ) WITHOUT ROWID""",
    """CREATE TABLE fingerprint (
        article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
        address TEXT NOT NULL,
        sketch BLOB NOT NULL
    )""",
    """CREATE TABLE duplicate (
        article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
        first_id INTEGER NOT NULL
    )""",
    "CREATE TABLE unsettled (what TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE gone (key TEXT PRIMARY KEY) WITHOUT ROWID",
    # No OR IGNORE in triggers: an upsert that fires one puts its own conflict rule in the place of theirs.
    """CREATE TRIGGER article_gone AFTER DELETE ON article
        BEGIN INSERT INTO gone SELECT old.key WHERE old.key NOT IN (SELECT key FROM gone); END""",
    """CREATE TRIGGER article_elsewhere AFTER UPDATE OF key ON article WHEN old.key <> new.key
        BEGIN INSERT INTO gone SELECT old.key WHERE old.key NOT IN (SELECT key FROM gone); END""",
    """CREATE TRIGGER fingerprint_put AFTER INSERT ON fingerprint
        BEGIN INSERT INTO unsettled SELECT 'duplicates' WHERE NOT EXISTS (SELECT 1 FROM unsettled); END""",
    """CREATE TRIGGER fingerprint_gone AFTER DELETE ON fingerprint
        BEGIN INSERT INTO unsettled SELECT 'duplicates' WHERE NOT EXISTS (SELECT 1 FROM unsettled); END""",
    """CREATE TABLE problem (
        id INTEGER PRIMARY KEY,
        article_id INTEGER REFERENCES article (id) ON DELETE CASCADE,
        path BLOB NOT NULL,
        code TEXT NOT NULL,
        message TEXT NOT NULL,
        line INTEGER
    )""",
    "CREATE INDEX problem_article ON problem (article_id)",
    """CREATE TABLE pictures (
        article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
        images INTEGER NOT NULL,
        bytes INTEGER NOT NULL,
        host TEXT NOT NULL,
        missing INTEGER NOT NULL DEFAULT 0,
        reason TEXT NOT NULL DEFAULT ''
    )""",
    "CREATE INDEX pictures_missing ON pictures (article_id) WHERE missing > 0",
    """CREATE TABLE picture (
        article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        url TEXT NOT NULL,
        PRIMARY KEY (article_id, place)
    ) WITHOUT ROWID""",
    "CREATE INDEX picture_url ON picture (url)",
    """CREATE TRIGGER pictures_void AFTER UPDATE OF content_hash, stale ON article
        WHEN old.content_hash <> new.content_hash OR new.stale BEGIN
        DELETE FROM pictures WHERE article_id = old.id;
        DELETE FROM picture WHERE article_id = old.id; END""",
    """CREATE TABLE unavailable (folder_id INTEGER PRIMARY KEY)""",
)


def open_catalogue(path: Path, states: Path) -> sqlite3.Connection:
    """The catalogue with the reading state attached as `states`; made anew if it is no use."""
    import sqlite3

    try:
        connection = _prepared(path)
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        discard_catalogue(path)
        connection = _prepared(path)
    try:
        # for reading only: else every change of the catalogue would lock the reading state, too
        connection.execute("ATTACH DATABASE ? AS states", (reading_address(states),))
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def filling(connection: sqlite3.Connection, articles: int) -> Generator[None]:
    """While that many articles are added; to a catalogue with much fewer, they come without most indexes."""
    (known,) = connection.execute("SELECT count(*) FROM article").fetchone()
    if articles > MANY_ARTICLES and articles > 2 * known:
        with transaction(connection):
            for name in INDEXES:
                connection.execute(f"DROP INDEX IF EXISTS {name}")
    yield
    complete_indexes(connection)  # if an error came before, the next scan does it


def complete_indexes(connection: sqlite3.Connection) -> None:
    """Makes the indexes that are not there: the one that filled the catalogue was killed."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
    if not INDEXES.keys() <= there:
        with transaction(connection):
            for statement in _index_statements():
                connection.execute(statement)


def _index_statements() -> list[str]:
    return [f"CREATE INDEX IF NOT EXISTS {name} ON {what}" for name, what in INDEXES.items()]


def discard_catalogue(path: Path) -> None:
    """Deletes the catalogue; the next scan makes it again."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _prepared(path: Path) -> sqlite3.Connection:
    connection = open_database(path, page_bytes=PAGE_BYTES)
    try:
        connection.execute(f"PRAGMA cache_size = -{CACHE_KILOBYTES}")
        connection.execute(f"PRAGMA wal_autocheckpoint = {LOG_PAGES}")
        if _version(connection) != VERSION:
            _make_tables(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _make_tables(connection: sqlite3.Connection) -> None:
    """Replaces whatever tables there are, inside one transaction: other processes see old or new."""
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        with transaction(connection):
            if _version(connection) == VERSION:  # another process was quicker
                return
            found = connection.execute(
                "SELECT type, name FROM sqlite_master"
                " WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'"
            ).fetchall()
            for kind, name in found:
                quoted = str(name).replace('"', '""')
                connection.execute(f'DROP {kind} IF EXISTS "{quoted}"')
            for statement in (*TABLES, *_index_statements()):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {VERSION}")
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
