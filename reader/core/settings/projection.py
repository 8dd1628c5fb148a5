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


def project(
    connection: sqlite3.Connection,
    entities: Iterable[str],
    machine: str,
    now: str,
    *,
    recovering: bool = False,
) -> None:
    """Brings what is known of some articles, highlights, smart lists and folders up to date.

    `recovering`: the journal of this machine is played, which knows better than the tables where files lie.
    """
    wanted = set(entities)
    articles = {one[2:] for one in wanted if one.startswith("a:")}
    _unite(connection, articles)
    _project_articles(connection, {canonical(connection, uid) for uid in articles}, machine, now, recovering)
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


def _project_articles(
    connection: sqlite3.Connection, uids: set[str], machine: str, now: str, recovering: bool
) -> None:
    known = {uid: fields_of(connection, uid) for uid in uids}
    for uid, fields in known.items():
        _project_place(connection, uid, fields, machine, now)
    if recovering:
        told = sorted((_noted(connection, uid, machine)[0], uid) for uid in uids)
        for _, uid in told:  # as it came about
            _take_places(connection, uid, machine, now)
    for uid, fields in known.items():
        _project_article(connection, uid, fields, now)


def _project_article(connection: sqlite3.Connection, uid: str, fields: Fields, now: str) -> None:
    position = effective_position(fields)
    overrides = {name[9:]: value for name, value in fields.items() if name.startswith("override:")}
    known = {name: value for name, value in sorted(overrides.items()) if value is not None}
    days = _days_read(connection, uid) if any(name.startswith("read:") for name in fields) else {}
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
            round(sum(days.values())),
            now,
            uid,
        ),
    )
    tags = sorted(name[4:] for name, on in fields.items() if name.startswith("tag:") and on)
    for (identity,) in connection.execute("SELECT id FROM article WHERE uid = ?", (uid,)).fetchall():
        connection.execute("DELETE FROM article_tag WHERE article_id = ?", (identity,))
        connection.executemany("INSERT INTO article_tag VALUES (?, ?)", ((identity, tag) for tag in tags))
    connection.executemany(
        "INSERT OR REPLACE INTO reading_day VALUES (?, ?, ?, ?)",
        ((uid, day, who, round(seconds)) for (who, day), seconds in days.items()),
    )


def _days_read(connection: sqlite3.Connection, uid: str) -> dict[tuple[str, str], float]:
    """Seconds by machine and day; what was read of each of several copies, before they were one, adds up."""
    entities = [f"a:{each}" for each in _members(connection, uid)]
    marks = ", ".join("?" * len(entities))
    rows = connection.execute(
        f"SELECT field, value FROM register WHERE entity IN ({marks})"
        " AND field >= 'read:' AND field < 'read;'",
        entities,
    )
    days: dict[tuple[str, str], float] = {}
    for field, value in rows:
        key = field[5:13], field[14:]
        days[key] = min(_DAY, days.get(key, 0) + json.loads(value))
    return days


def _project_place(connection: sqlite3.Connection, uid: str, fields: Fields, machine: str, now: str) -> None:
    """What is known of the file: where it lies here, else what other machines say of it."""
    query = "SELECT id, path FROM article WHERE uid = ?"
    rows = connection.execute(query, (uid,)).fetchall()
    if not rows:
        connection.execute("INSERT INTO article (uid, changed_at) VALUES (?, ?)", (uid, now))
        rows = connection.execute(query, (uid,)).fetchall()
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


def _take_places(connection: sqlite3.Connection, uid: str, machine: str, now: str) -> None:
    """Puts an article and its copies where the journal tells they are, unless another came there later."""
    told, wanted = _noted(connection, uid, machine)
    for path in sorted(wanted):
        holder = connection.execute("SELECT id, uid FROM article WHERE path = ?", (path,)).fetchone()
        if holder is not None:
            since, places = _noted(connection, holder[1], machine)
            if holder[1] == uid or (path in places and since > told):
                continue
            connection.execute("UPDATE article SET path = NULL WHERE id = ?", (holder[0],))
            connection.execute(
                "DELETE FROM article WHERE id = ? AND EXISTS"
                " (SELECT 1 FROM article WHERE uid = ? AND path IS NOT NULL)",
                holder,
            )
        rows = connection.execute("SELECT id, path FROM article WHERE uid = ?", (uid,)).fetchall()
        left = [row for row, at in rows if at is None]
        if len(rows) == 1 or len(wanted) > 1:  # a copy of which nothing is noted any more has gone on
            left += [row for row, at in rows if at is not None and at not in wanted]
        if left:
            connection.execute("UPDATE article SET path = ? WHERE id = ?", (path, left[0]))
        else:
            connection.execute(
                "INSERT INTO article (path, uid, changed_at) VALUES (?, ?, ?)", (path, uid, now)
            )


def _noted(connection: sqlite3.Connection, uid: str, machine: str) -> tuple[str, frozenset[bytes]]:
    """Where an article and its copies lie here by the journal, and since when."""
    entities = [f"a:{each}" for each in _members(connection, uid)]
    marks = ", ".join("?" * len(entities))
    row = connection.execute(
        f"SELECT clock, value FROM register WHERE field = ? AND entity IN ({marks})"
        " ORDER BY clock DESC, value DESC LIMIT 1",
        (f"place:{machine}", *entities),
    ).fetchone()
    if row is None:
        return "", frozenset()
    return str(row[0]), frozenset(os.fsencode(path) for path in _places_in(json.loads(row[1]) or {}))


def _places_in(place: Fields) -> tuple[str, ...]:
    """The path of a `place` field, and those of the copies that share the state."""
    return tuple(path for path in (place.get("path", ""), *place.get("also", ())) if path)


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


_DAY = 86_400.0
PLACE_FIELDS: Mapping[str, str] = {
    "content_hash": "content",
    "text_hash": "text",
    "source_url": "url",
    "title": "title",
    "date": "date",
}
"""Columns of `article` with the keys of a `place` field."""
