# SPDX-License-Identifier: MIT
"""What each article needs of pictures, and how many of them are missing: known without opening it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from reader.core.article import CategoryPath
from reader.core.database import transaction
from reader.core.images.addresses import addresses_to_try, host_of
from reader.core.images.download_types import Reason
from reader.core.images.survey import PictureNote
from reader.core.library.article_values import storable
from reader.core.library.separators import PART

if TYPE_CHECKING:
    import sqlite3

MOST_ADDRESSES = 20_000
"""Of one article; one with more is opened each time."""
MOST_CHARACTERS = 8_192
_AT_ONCE = 500  # values of one statement

Lacking = Callable[[Sequence[str]], Mapping[str, str]]
"""Tells of addresses which are not at hand, and why not."""


class PictureNotes:
    """The notes in the catalogue; a note goes when its file changes, and a count holds until the next."""

    def __init__(self, connected: Callable[[], AbstractContextManager[sqlite3.Connection]]) -> None:
        self._connected = connected

    def of(self, ids: Sequence[int]) -> dict[int, PictureNote]:
        """The notes of articles, by id; those never looked at are left out."""
        with self._connected() as connection:
            heads = _select(connection, "SELECT article_id, images, bytes, host FROM pictures", ids)
            addresses: dict[int, list[str]] = {}
            for identity, url in _select(
                connection, "SELECT article_id, url FROM picture", ids, " ORDER BY article_id, place"
            ):
                addresses.setdefault(identity, []).append(url)
        return {
            identity: PictureNote(images, length, tuple(addresses.get(identity, ())), host)
            for identity, images, length, host in heads
        }

    def unknown(self, ids: Iterable[int]) -> list[int]:
        """Those of `ids` without a note, in their order."""
        with self._connected() as connection:
            known = {row[0] for row in connection.execute("SELECT article_id FROM pictures")}
        return [identity for identity in ids if identity not in known]

    def put(self, notes: Sequence[tuple[int, PictureNote]], lacking: Lacking) -> None:
        """Notes what articles need, and counts what of it is missing."""
        fit = [(identity, note) for identity, note in notes if _is_storable(note)]
        with self._connected() as connection, transaction(connection):
            ids = [identity for identity, _ in fit]
            there = {row[0] for row in _select(connection, "SELECT id FROM article", ids, by="id")}
            fit = [(identity, note) for identity, note in fit if identity in there]
            many = connection.executemany
            many("DELETE FROM picture WHERE article_id = ?", ((identity,) for identity, _ in fit))
            many(
                "INSERT OR REPLACE INTO pictures (article_id, images, bytes, host) VALUES (?, ?, ?, ?)",
                ((identity, note.images, note.bytes, storable(note.article_host)) for identity, note in fit),
            )
            many(
                "INSERT OR IGNORE INTO picture (article_id, place, url) VALUES (?, ?, ?)",
                (
                    (identity, place, url)
                    for identity, note in fit
                    for place, url in enumerate(note.elsewhere)
                ),
            )
            _count(connection, [identity for identity, _ in fit], lacking)

    def count(self, lacking: Lacking, urls: Iterable[str] | None = None) -> int:
        """Counts again what is missing, for the articles with one of `urls` or for all; how many changed."""
        with self._connected() as connection:
            if urls is None:
                ids = [row[0] for row in connection.execute("SELECT article_id FROM pictures")]
            else:
                question = "SELECT DISTINCT article_id FROM picture"
                ids = [row[0] for row in _select(connection, question, list(urls), by="url")]
                ids = list(dict.fromkeys(ids))
            changed = 0
            for at in range(0, len(ids), _AT_ONCE):
                with transaction(connection):
                    changed += _count(connection, ids[at : at + _AT_ONCE], lacking)
        return changed

    def correct(self, missing: Mapping[int, tuple[int, str]], lacking: Lacking) -> None:
        """Counts again where the number or the reason is another than was counted, as after a crash."""
        with self._connected() as connection:
            counted = _select(connection, "SELECT article_id, missing, reason FROM pictures", list(missing))
            wrong = [identity for identity, *told in counted if tuple(told) != missing[identity]]
            if wrong:
                with transaction(connection):
                    _count(connection, wrong, lacking)

    def by_category(self) -> Iterator[tuple[CategoryPath, set[str]]]:
        """For each category the addresses that its articles, and those below it, need."""
        with self._connected() as connection:
            rows = connection.execute(
                "SELECT c.path, p.url FROM category c JOIN article_category m ON m.category_id = c.id"
                " JOIN picture p ON p.article_id = m.article_id ORDER BY c.path"
            ).fetchall()
        for path, some in groupby(rows, key=itemgetter(0)):
            yield tuple(str(path).split(PART)), {url for _, url in some}

    def addresses(self, ids: Sequence[int]) -> Iterator[str]:
        """Every address that these articles need."""
        for at in range(0, len(ids), _AT_ONCE):
            for note in self.of(ids[at : at + _AT_ONCE]).values():
                yield from note.elsewhere


def _count(connection: sqlite3.Connection, ids: Sequence[int], lacking: Lacking) -> int:
    rows = _select(connection, "SELECT article_id, url FROM picture", ids)
    before: dict[int, list[Any]] = {}
    hosts: dict[int, str] = {}
    for identity, host, *told in _select(
        connection, "SELECT article_id, host, missing, reason FROM pictures", ids
    ):
        before[identity], hosts[identity] = told, host
    missing = lacking(list({url for _, url in rows}))
    reasons: dict[int, Counter[str]] = {}
    for identity, url in rows:
        if url in missing:
            why = missing[url]
            if why == Reason.PRIVATE and hosts.get(identity) == host_of(addresses_to_try(url)[0]):
                why = str(Reason.NOT_FETCHED)  # an article's own host may be asked, wherever it is
            reasons.setdefault(identity, Counter())[why] += 1
    changed: list[tuple[int, str, int]] = []
    for identity, told in before.items():
        counts = reasons.get(identity, Counter())
        now = [counts.total(), counts.most_common(1)[0][0] if counts else ""]
        if now != told:
            changed.append((int(now[0]), str(now[1]), identity))
    connection.executemany("UPDATE pictures SET missing = ?, reason = ? WHERE article_id = ?", changed)
    return len(changed)


def _is_storable(note: PictureNote) -> bool:
    return len(note.elsewhere) <= MOST_ADDRESSES and all(
        len(url) <= MOST_CHARACTERS and url.isprintable() for url in note.elsewhere
    )


def _select(
    connection: sqlite3.Connection,
    question: str,
    values: Sequence[Any],
    end: str = "",
    *,
    by: str = "article_id",
) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = []
    for at in range(0, len(values), _AT_ONCE):
        some = tuple(values[at : at + _AT_ONCE])
        rows += connection.execute(f"{question} WHERE {by} IN ({', '.join('?' * len(some))}){end}", some)
    return rows
