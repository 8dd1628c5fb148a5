# SPDX-License-Identifier: MIT
"""Keeps the groups of articles that were saved more than once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.core.database import transaction
from reader.core.library.fingerprints import Fingerprint, group, likeness
from reader.core.library.listing import CopyNote

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


def duplicate_groups(connection: sqlite3.Connection) -> list[list[int]]:
    """The groups as ids, each with at least two that are still there, the newest first."""
    return [[identity for identity, _, _ in members] for members in _groups(connection)]


def copy_notes(connection: sqlite3.Connection) -> tuple[CopyNote, ...]:
    """Every version of every article saved more than once, in the order of the groups."""
    notes: list[CopyNote] = []
    for number, members in enumerate(_groups(connection)):
        newest, address, sketch = members[0]
        for identity, its_address, its_sketch in members:
            notes.append(
                CopyNote(
                    id=identity,
                    group=number,
                    versions=len(members),
                    is_newest=identity == newest,
                    address=address if address == its_address else "",
                    share=likeness(sketch, its_sketch),
                )
            )
    return tuple(notes)


def _groups(connection: sqlite3.Connection) -> list[list[tuple[int, str, bytes]]]:
    """Id, address and sketch of each version; the newest is the last written, else the last saved."""
    groups: dict[int, list[tuple[int, str, bytes]]] = {}
    rows = connection.execute(
        "SELECT d.first_id, a.id, f.address, f.sketch FROM duplicate d JOIN article a ON a.id = d.article_id"
        " JOIN fingerprint f ON f.article_id = a.id"
        " ORDER BY d.first_id, a.date_sort DESC, a.mtime_ns DESC, a.id DESC"
    )
    for first, *version in rows:
        groups.setdefault(first, []).append((version[0], version[1], version[2]))
    return [members for members in groups.values() if len(members) > 1]
