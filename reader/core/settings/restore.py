# SPDX-License-Identifier: MIT
"""Goes back to a backup by choice: says first what would change, keeps what was added since."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.core.database import database_errors
from reader.core.errors import SettingsError
from reader.core.settings.backup import back_up
from reader.core.settings.backup_files import verdict
from reader.core.settings.projection import project

if TYPE_CHECKING:
    from reader.core.settings.store import StateStore

_BACK = (
    "state",
    "starred",
    "progress",
    "opened_at",
    "finished_at",
    "colour",
    "note",
    "tags",
    "target",
    "name",
    "query",
    "rank",
)
_KINDS_BACK = ("tag:", "override:")
_AT_ONCE = 2000  # changes in one transaction
_REGISTERS = "SELECT entity, field, value, clock FROM register"
_Row = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class RestoredField:
    """A field that would change: its value now (None where it has none) and its value then."""

    entity: str  # `a:` and an article, `h:` and a highlight, `s:` and a smart list
    field: str
    now: Any
    then: Any
    title: str = ""  # of the article, the words of the highlight, or the name of the list


def what_would_change(store: StateStore, backup: Path) -> tuple[RestoredField, ...]:
    """What going back to a backup would change, in order; what came after it stays as it is."""
    with store.errors():
        same = dict(store.connection.execute("SELECT uid, canonical FROM alias").fetchall())
        now = _latest(store.connection.execute(_REGISTERS), same)
        names = _names(store)
    then = _latest(_registers(backup), same)
    found = [
        RestoredField(entity, field, _read(now.get((entity, field))), _read(value), names.get(entity, ""))
        for (entity, field), value in sorted(then.items())
        if _comes_back(entity, field, now.get((entity, field)), value)
    ]
    found += [
        RestoredField(entity, "deleted", True, False, names.get(entity, ""))
        for (entity, field), value in sorted(now.items())
        if field == "deleted" and value == "true" and _was_there(then, entity)
    ]
    return tuple(found)


def restore(store: StateStore, backup: Path) -> int:
    """Goes back to a backup, after a copy of what is there now; returns how many fields changed."""
    changes = what_would_change(store, backup)
    if changes:
        back_up(store)
    for start in range(0, len(changes), _AT_ONCE):
        part = changes[start : start + _AT_ONCE]
        with store.change() as change:
            for one in part:
                change.put(one.entity, one.field, one.then)
            entities = {one.entity for one in part}
            project(store.connection, entities, store.machine, store.moment())
    return len(changes)


def _latest(rows: Iterable[_Row], same: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """The value that holds of each field; articles that are one go by one name."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for entity, field, value, clock in rows:
        if entity.startswith("a:"):
            entity = f"a:{same.get(entity[2:], entity[2:])}"
        key, known = (entity, field), (clock, value)
        if known > found.get(key, ("", "")):
            found[key] = known
    return {key: value for key, (_clock, value) in found.items()}


def _registers(backup: Path) -> list[_Row]:
    import sqlite3

    wrong = verdict(backup)
    if wrong:
        raise SettingsError(f"The backup {backup} is damaged ({wrong}); choose another one.")
    with database_errors(SettingsError, "The backup", backup):
        address = f"{backup.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as connection:
            tables = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'register'").fetchone()
            if tables is None:
                raise SettingsError(
                    f"The backup {backup} was made by an older version and cannot be compared."
                )
            return connection.execute(_REGISTERS).fetchall()


def _comes_back(entity: str, field: str, now: str | None, then: str) -> bool:
    if entity.startswith("m:") or field.startswith(("read:", "same:", "apart:")) or field == "deleted":
        return False
    if now is None:
        return then != "null"
    return now != then and (field in _BACK or field.startswith(_KINDS_BACK))


def _was_there(then: dict[tuple[str, str], str], entity: str) -> bool:
    known = (entity, "target") in then or (entity, "query") in then
    return known and then.get((entity, "deleted"), "false") != "true"


def _names(store: StateStore) -> dict[str, str]:
    rows: Iterable[tuple[str, str | None, bytes | None]] = store.connection.execute(
        "SELECT uid, title, path FROM article"
    )
    names = {
        f"a:{uid}": title or Path(path.decode("utf-8", "replace")).stem if path or title else ""
        for uid, title, path in rows
    }
    marks = store.connection.execute("SELECT entity, value FROM register WHERE field = 'target'")
    for entity, value in marks:
        names[entity] = str(json.loads(value).get("exact", ""))
    lists = store.connection.execute("SELECT entity, value FROM register WHERE field = 'name'")
    return names | {entity: str(json.loads(value)) for entity, value in lists}


def _read(value: str | None) -> Any:
    return None if value is None else json.loads(value)
