# SPDX-License-Identifier: MIT
"""Keeps the groups of articles that were saved more than once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.core.article import ArticleKey
from reader.core.database import transaction
from reader.core.library.fingerprints import Fingerprint, group, likeness
from reader.core.library.listing import CopyNote, ListedArticle
from reader.core.library.queries import find_by_ids

if TYPE_CHECKING:
    import sqlite3


def settle_duplicates(connection: sqlite3.Connection) -> None:
    """Groups all articles anew if any of them has come, changed or gone since."""
    if connection.execute("SELECT 1 FROM unsettled WHERE what = 'duplicates'").fetchone() is None:
        return
    rows = connection.execute("SELECT article_id, address, sketch FROM fingerprint ORDER BY article_id")
    groups = group(Fingerprint(*row) for row in rows)
    with transaction(connection):
        connection.execute("DELETE FROM duplicate")
        connection.executemany(
            "INSERT INTO duplicate SELECT id, ? FROM article WHERE id = ?",
            ((members[0], each) for members in groups for each in members),
        )
        connection.execute("DELETE FROM unsettled WHERE what = 'duplicates'")


def duplicate_articles(connection: sqlite3.Connection) -> tuple[tuple[ListedArticle, ...], ...]:
    """The groups, each with at least two that are still there, the newest first."""
    groups = [[version.id for version in members] for members in _groups(connection)]
    everything = [identity for members in groups for identity in members]
    articles = {article.id: article for article in find_by_ids(connection, everything)}
    found = ([articles[identity] for identity in members if identity in articles] for members in groups)
    return tuple(tuple(members) for members in found if len(members) > 1)


def copy_notes(connection: sqlite3.Connection) -> tuple[CopyNote, ...]:
    """Every version of every article saved more than once, in the order of the groups."""
    notes: list[CopyNote] = []
    for number, members in enumerate(_groups(connection)):
        newest = members[0]
        notes += [
            CopyNote(
                id=version.id,
                key=version.key,
                path=Path(os.fsdecode(version.path)),
                group=number,
                versions=len(members),
                is_newest=version is newest,
                address=newest.address if newest.address == version.address else "",
                share=likeness(newest.sketch, version.sketch),
            )
            for version in members
        ]
    return tuple(notes)


class _Version(NamedTuple):
    id: int
    key: ArticleKey
    path: bytes
    address: str
    sketch: bytes


def _groups(connection: sqlite3.Connection) -> list[list[_Version]]:
    """The versions of each article; the newest is the last written, else the last saved."""
    groups: dict[int, list[_Version]] = {}
    rows = connection.execute(
        "SELECT d.first_id, a.id, a.key, a.path, f.address, f.sketch FROM duplicate d"
        " JOIN article a ON a.id = d.article_id JOIN fingerprint f ON f.article_id = a.id"
        " ORDER BY d.first_id, a.date_sort DESC, a.mtime_ns DESC, a.id DESC"
    )
    for first, *version in rows:
        groups.setdefault(first, []).append(_Version(*version))
    return [members for members in groups.values() if len(members) > 1]
