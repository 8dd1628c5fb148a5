# SPDX-License-Identifier: MIT
"""Keeps the index in step with the catalogue: an article counts as searched once its text is committed."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.article import ArticleDate, Metadata, article_key
from reader.core.database import transaction
from reader.core.library.search.index import SearchIndex
from reader.core.library.search.prepared import Prepared, SearchText, prepare
from reader.core.library.separators import PART, PATH

if TYPE_CHECKING:
    import sqlite3

    from reader.core.library.search.writer import SearchWriter

FIRST_COMMIT_SECONDS = 2.0
LAST_COMMIT_SECONDS = 60.0
"""Commits grow rarer while a scan runs: each costs a little, and killed, that much is read again."""
_RARER = 4
COMMIT_BYTES = 66_000_000
"""Each commit makes a segment; eight of a size are merged, which takes time, and memory for all of them."""


class IndexFeed:
    """What one scan tells the index; the writer is opened once there is something to write."""

    def __init__(
        self, index: SearchIndex, connection: sqlite3.Connection, wait_seconds: float = 10.0
    ) -> None:
        self._index, self._connection, self._wait_seconds = index, connection, wait_seconds
        self._writer: SearchWriter | None = None
        self._put: list[int] = []
        self._removed: set[str] = set()
        self._bytes = 0
        self._due = self._pause = FIRST_COMMIT_SECONDS

    def begin(self) -> None:
        """Compares both sides; articles that the index has lost become unsearched."""
        searched, waiting = self._connection.execute(
            "SELECT coalesce(sum(searched), 0), coalesce(sum(NOT searched), 0) FROM article"
        ).fetchone()
        documents, gone = self._index.documents(), self._gone()
        if documents == searched and not waiting and not gone:
            return
        writer = self._opened()
        if not searched <= documents - len(gone) <= searched + waiting:  # waiting ones may be old or new
            self._reconcile(writer)
            gone = self._gone()
        for key in gone:  # before anything is put: another file may have taken the place
            writer.remove(key)
        self._removed |= gone

    def put(self, articles: Sequence[tuple[int, Prepared]]) -> None:
        """Adds or replaces articles, each with its id in the catalogue; commits now and then."""
        writer = self._opened()
        writer.put([article for _, article in articles])
        self._put += [identity for identity, _ in articles]
        self._bytes += sum(len(article.body) for _, article in articles)
        if time.monotonic() > self._due or self._bytes > COMMIT_BYTES:
            self._pause = min(self._pause * _RARER, LAST_COMMIT_SECONDS)
            self.commit()

    def put_listed(self, article_id: int) -> None:
        """Adds an article whose text cannot be read with what the catalogue knows of it."""
        row = self._connection.execute(
            "SELECT path, title, authors, site, categories, tags, lang, date_sort FROM article WHERE id = ?",
            (article_id,),
        ).fetchone()
        if row is not None:
            self.put([(article_id, prepare(_listed_text(*row)))])

    def commit(self) -> None:
        """Makes what was put so far be found, and notes it in the catalogue."""
        if self._writer is not None:
            self._writer.commit()
            with transaction(self._connection):
                self._connection.executemany(
                    "UPDATE article SET searched = 1 WHERE id = ? AND indexed = 1",
                    ((each,) for each in sorted(self._put)),  # as they lie on the disk
                )
                self._connection.executemany(
                    "DELETE FROM gone WHERE key = ?", ((each,) for each in self._removed)
                )
            self._put.clear()
            self._removed.clear()
        self._bytes = 0
        self._due = time.monotonic() + self._pause

    def close(self) -> None:
        """Lets others write."""
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    def _gone(self) -> set[str]:
        """Keys that articles no longer have; the catalogue notes them until the index has committed."""
        return {key for (key,) in self._connection.execute("SELECT key FROM gone")}

    def _opened(self) -> SearchWriter:
        if self._writer is None:
            self._writer = self._index.writer(self._wait_seconds)
            self._due = time.monotonic() + self._pause
        return self._writer

    def _reconcile(self, writer: SearchWriter) -> None:
        """Both sides may have been killed, deleted or replaced on their own."""
        held = writer.keys()
        listed = self._connection.execute("SELECT key, id, searched FROM article").fetchall()
        lost = [identity for key, identity, searched in listed if searched and key not in held]
        with transaction(self._connection):
            self._connection.executemany(
                "UPDATE article SET searched = 0 WHERE id = ?", ((one,) for one in lost)
            )
            self._connection.executemany(
                "INSERT OR IGNORE INTO gone VALUES (?)",
                ((key,) for key in held.difference(key for key, _, _ in listed)),
            )


def _listed_text(
    path: bytes, title: str, authors: str, site: str | None, categories: str, tags: str, *rest: str | None
) -> SearchText:
    lang, date = rest
    metadata = Metadata(
        title=title,
        authors=tuple(filter(None, authors.split(PART))),
        site=site,
        date=ArticleDate(datetime.fromisoformat(date)) if date else None,
        categories=tuple(tuple(each.split(PART)) for each in categories.split(PATH) if each),
        tags=tuple(filter(None, tags.split(PART))),
        lang=lang,
    )
    return SearchText(_key(path), Path(os.fsdecode(path)), metadata, "")


def _key(path: bytes) -> str:
    return article_key(Path(os.fsdecode(path)))
