# SPDX-License-Identifier: MIT
"""Keeps the groups of articles that were saved more than once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.core.database import transaction
from reader.core.library.fingerprints import Fingerprint, group

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
    """The groups as ids, each with at least two that are still there."""
    groups: dict[int, list[int]] = {}
    rows = connection.execute("SELECT first_id, article_id FROM duplicate ORDER BY first_id, article_id")
    for first, identity in rows:
        groups.setdefault(first, []).append(identity)
    return [members for members in groups.values() if len(members) > 1]
