# SPDX-License-Identifier: MIT
"""Parts copies of an article that shared one reading state: each keeps what there was."""

from __future__ import annotations

import json
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.core.settings.places import note_place, path_of, stored_path, uid_at
from reader.core.settings.projection import effective_position, fields_of, project

if TYPE_CHECKING:
    from reader.core.settings.store import Change, StateStore

_KEPT = ("state", "finished_at", "starred", "progress", "opened_at")
_KEPT_KINDS = ("tag:", "override:")


def sharing(store: StateStore, article: Path) -> tuple[Path, ...]:
    """The other files that have one reading state with an article."""
    path = stored_path(article)
    with store.errors():
        rows = store.connection.execute(
            "SELECT path FROM article WHERE path IS NOT NULL AND path <> ?"
            " AND uid = (SELECT uid FROM article WHERE path = ?) ORDER BY path",
            (path, path),
        ).fetchall()
    return tuple(path_of(found) for (found,) in rows)


def part(store: StateStore, article: Path) -> bool:
    """Gives a copy a reading state of its own that begins as the shared one; False where it shares none.

    The time that was read stays with the others, so that statistics do not count it twice.
    """
    others = sharing(store, article)
    if not others:
        return False
    path = stored_path(article)
    with store.change() as change:
        connection = store.connection
        old, new = str(uid_at(connection, path)), secrets.token_hex(16)
        connection.execute("UPDATE article SET uid = ? WHERE path = ?", (new, path))
        change.put(f"a:{new}", f"apart:{old}", True)
        _copy_fields(store, change, old, new)
        marks = _copy_highlights(store, change, old, new)
        for each in (path, stored_path(others[0])):
            note_place(store, change, each)
        project(connection, [f"a:{new}", f"a:{old}", *marks], store.machine, store.moment())
    return True


def _copy_fields(store: StateStore, change: Change, old: str, new: str) -> None:
    fields = fields_of(store.connection, old)
    for name, value in fields.items():
        if name in _KEPT or name.startswith(_KEPT_KINDS):
            change.put(f"a:{new}", name, value)
    position = effective_position(fields)
    if position is not None:
        change.put(f"a:{new}", f"position:{store.machine}", {**position, "count": 1, "seen": {}})


def _copy_highlights(store: StateStore, change: Change, old: str, new: str) -> list[str]:
    rows = store.connection.execute("SELECT id FROM highlight WHERE uid = ?", (old,)).fetchall()
    copies: list[str] = []
    for (identity,) in rows:
        found = store.connection.execute(
            "SELECT field, value FROM register WHERE entity = ?", (f"h:{identity}",)
        ).fetchall()
        fields: dict[str, Any] = {field: json.loads(value) for field, value in found}
        fields["target"] = {**fields["target"], "article": new}
        copy = f"h:{secrets.token_hex(16)}"
        for field, value in fields.items():
            change.put(copy, field, value)
        copies.append(copy)
    return copies
