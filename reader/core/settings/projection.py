# SPDX-License-Identifier: MIT
"""Makes the tables that are asked from the registers that are merged; the same registers, the same tables."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_to_bytes

from reader.core.settings.entries import written

if TYPE_CHECKING:
    import sqlite3

Fields = Mapping[str, Any]


def project(connection: sqlite3.Connection, entities: Iterable[str], machine: str, now: str) -> None:
    """Brings what is known of some articles, highlights, smart lists and folders up to date."""
    wanted = set(entities)
    articles = {one[2:] for one in wanted if one.startswith("a:")}
    _unite(connection, articles)
    for uid in {canonical(connection, uid) for uid in articles}:
        _project_article(connection, uid, machine, now)
    for one in wanted:
        if one.startswith("h:"):
            _project_highlight(connection, one[2:])
        elif one.startswith("s:"):
            _project_smart_list(connection, one[2:])
        elif one == f"m:{machine}":
            _project_folders(connection, one)


def canonical(connection: sqlite3.Connection, uid: str) -> str:
    """The name all copies of an article go by."""
    row = connection.execute("SELECT canonical FROM alias WHERE uid = ?", (uid,)).fetchone()
    return uid if row is None else row[0]


def fields_of(connection: sqlite3.Connection, uid: str) -> dict[str, Any]:
    """All fields of an article under its canonical name, the latest of each."""
    entities = [f"a:{each}" for each in _members(connection, uid)]
    marks = ", ".join("?" * len(entities))
    rows = connection.execute(
        f"SELECT field, value FROM register WHERE entity IN ({marks}) ORDER BY clock, value", entities
    )
    return {field: json.loads(value) for field, value in rows}


def clean_text(text: str) -> str:
    """Text without halves of characters, which no database takes."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _members(connection: sqlite3.Connection, uid: str) -> list[str]:
    rows = connection.execute("SELECT uid FROM alias WHERE canonical = ?", (uid,)).fetchall()
    return sorted({uid, *(row[0] for row in rows)})


def _unite(connection: sqlite3.Connection, uids: set[str]) -> None:
    """Follows `same:` fields: all of a group go by the first of their names."""
    for uid in uids:
        rows = connection.execute(
            "SELECT field, value FROM register WHERE entity = ? AND field >= 'same:' AND field < 'same;'",
            (f"a:{uid}",),
        ).fetchall()
        others = [field[5:] for field, value in rows if value == "true"]
        if not others:
            continue
        group: set[str] = set()
        for each in (uid, *others):
            group.update(_members(connection, canonical(connection, each)))
        first = min(group)
        pairs = [(each, first) for each in group]
        connection.executemany("INSERT OR REPLACE INTO alias VALUES (?, ?)", pairs)
        for table in ("article", "highlight"):
            connection.executemany(
                f"UPDATE {table} SET uid = ? WHERE uid = ?",
                ((first, each) for each in group if each != first),
            )
        connection.executemany(
            "DELETE FROM reading_day WHERE uid = ?", ((each,) for each in group if each != first)
        )


def _project_article(connection: sqlite3.Connection, uid: str, machine: str, now: str) -> None:
    fields = fields_of(connection, uid)
    rows = connection.execute("SELECT id, path FROM article WHERE uid = ?", (uid,)).fetchall()
    if not rows:
        connection.execute("INSERT INTO article (uid, changed_at) VALUES (?, ?)", (uid, now))
        rows = connection.execute("SELECT id, path FROM article WHERE uid = ?", (uid,)).fetchall()
    _project_place(connection, rows, fields, machine)
    position = effective_position(fields)
    overrides = {name[9:]: value for name, value in fields.items() if name.startswith("override:")}
    known = {name: value for name, value in sorted(overrides.items()) if value is not None}
    days = [(name[5:13], name[14:], value) for name, value in fields.items() if name.startswith("read:")]
    connection.execute(
        "UPDATE article SET state = ?, starred = ?, progress = ?, opened_at = ?, finished_at = ?,"
        " position = ?, overrides = ?, seconds_read = ?, changed_at = ? WHERE uid = ?",
        (
            fields.get("state", "new"),
            int(fields.get("starred", False)),
            float(fields.get("progress", 0)),
            fields.get("opened_at"),
            fields.get("finished_at"),
            written(position) if position else None,
            written(known) if known else None,
            round(sum(seconds for _, _, seconds in days)),
            now,
            uid,
        ),
    )
    tags = sorted(name[4:] for name, on in fields.items() if name.startswith("tag:") and on)
    for identity, _ in rows:
        connection.execute("DELETE FROM article_tag WHERE article_id = ?", (identity,))
        connection.executemany("INSERT INTO article_tag VALUES (?, ?)", ((identity, tag) for tag in tags))
    connection.executemany(
        "INSERT OR REPLACE INTO reading_day VALUES (?, ?, ?, ?)",
        ((uid, day, who, round(seconds)) for who, day, seconds in days),
    )


def _project_place(connection: sqlite3.Connection, rows: list[Any], fields: Fields, machine: str) -> None:
    """What is known of the file: where it lies here, else what other machines say of it."""
    own = fields.get(f"place:{machine}")
    others = [value for name, value in sorted(fields.items()) if name.startswith("place:") and value]
    place = own or (others[0] if others else None)
    if place is None or any(path is not None for _, path in rows):
        return
    first = rows[0][0]
    values = {name: clean_text(place[key]) or None for name, key in PLACE_FIELDS.items()}
    assignments = ", ".join(f"{name} = coalesce({name}, ?)" for name in values)
    connection.execute(f"UPDATE article SET {assignments} WHERE id = ?", (*values.values(), first))
    if own and own["path"]:
        path = os.fsencode(own["path"])
        if connection.execute("SELECT 1 FROM article WHERE path = ?", (path,)).fetchone() is None:
            connection.execute("UPDATE article SET path = ? WHERE id = ?", (path, first))


def effective_position(fields: Fields) -> Fields | None:
    """The furthest of the positions that no other machine has knowingly gone on from."""
    standing = standing_positions(fields)
    return max(standing, key=lambda one: (one["fraction"], written(one)), default=None)


def standing_positions(fields: Fields) -> list[Fields]:
    """The last position of each machine, without those that another one knew when it wrote its own."""
    found = {name[9:]: value for name, value in fields.items() if name.startswith("position:") and value}
    return [
        one
        for machine, one in sorted(found.items())
        if not any(
            other["seen"].get(machine, 0) >= one["count"] for other in found.values() if other is not one
        )
    ]


def _project_highlight(connection: sqlite3.Connection, identity: str) -> None:
    rows = connection.execute("SELECT field, value FROM register WHERE entity = ?", (f"h:{identity}",))
    fields = {field: json.loads(value) for field, value in rows}
    target = fields.get("target")
    if target is None or fields.get("deleted"):
        connection.execute("DELETE FROM highlight WHERE id = ?", (identity,))
        return
    before = connection.execute("SELECT orphaned FROM highlight WHERE id = ?", (identity,)).fetchone()
    connection.execute(
        "INSERT OR REPLACE INTO highlight VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            identity,
            canonical(connection, target["article"]),
            *(clean_text(target[name]) for name in ("exact", "prefix", "suffix")),
            target["start"],
            target["end"],
            written(target["path"]),
            target["length"],
            target["near"],
            target["nth"],
            target["same"],
            fields.get("colour", "yellow"),
            clean_text(fields.get("note", "")),
            written(fields.get("tags", [])),
            fields.get("created_at") or "",
            before[0] if before else 0,
        ),
    )


def _project_smart_list(connection: sqlite3.Connection, identity: str) -> None:
    rows = connection.execute("SELECT field, value FROM register WHERE entity = ?", (f"s:{identity}",))
    fields = {field: json.loads(value) for field, value in rows}
    if fields.get("deleted") or not (fields.get("name") and fields.get("query")):
        connection.execute("DELETE FROM smart_list WHERE id = ?", (identity,))
        return
    name, query = clean_text(fields["name"]), clean_text(fields["query"])
    connection.execute(
        "INSERT OR REPLACE INTO smart_list VALUES (?, ?, ?, ?, ?)",
        (identity, name, query, float(fields.get("rank", 0)), fields.get("created_at") or ""),
    )


def _project_folders(connection: sqlite3.Connection, entity: str) -> None:
    rows = connection.execute(
        "SELECT field, value FROM register WHERE entity = ? AND field >= 'folder:' AND field < 'folder;'"
        " ORDER BY clock",
        (entity,),
    )
    for field, value in rows.fetchall():
        path, rules = unquote_to_bytes(field[7:]), json.loads(value)
        if rules is None:
            connection.execute("DELETE FROM folder WHERE path = ?", (path,))
            continue
        connection.execute(
            "INSERT INTO folder (path, dialect, category_rule) VALUES (?, ?, ?) ON CONFLICT (path)"
            " DO UPDATE SET dialect = excluded.dialect, category_rule = excluded.category_rule",
            (path, clean_text(rules["dialect"]), clean_text(rules["category_rule"])),
        )
    order = connection.execute(
        "SELECT value FROM register WHERE entity = ? AND field = 'order'", (entity,)
    ).fetchone()
    if order is not None:
        connection.execute("UPDATE folder SET rank = NULL")
        connection.executemany(
            "UPDATE folder SET rank = ? WHERE path = ?",
            ((rank, unquote_to_bytes(path)) for rank, path in enumerate(json.loads(order[0]))),
        )


PLACE_FIELDS: Mapping[str, str] = {
    "content_hash": "content",
    "text_hash": "text",
    "source_url": "url",
    "title": "title",
    "date": "date",
}
"""Columns of `article` with the keys of a `place` field."""
