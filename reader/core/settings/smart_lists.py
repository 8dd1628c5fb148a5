# SPDX-License-Identifier: MIT
"""Smart lists: queries saved under a name. They are a person's own work, and merge as highlights do."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.errors import SettingsError
from reader.core.settings.entries import MOST_NAME, MOST_QUERY
from reader.core.settings.projection import clean_text, project
from reader.core.settings.store import StateStore


@dataclass(frozen=True, slots=True)
class SmartList:
    """One saved query; `created_at` is UTC."""

    id: str
    name: str
    query: str
    created_at: str = ""


class SmartLists:
    """All smart lists of this person."""

    def __init__(self, store: StateStore) -> None:
        self._store = store

    def all(self) -> tuple[SmartList, ...]:
        """Every smart list, in the order they were put in."""
        with self._store.errors():
            rows = self._store.connection.execute(
                "SELECT id, name, query, created_at FROM smart_list ORDER BY rank, created_at, id"
            ).fetchall()
        return tuple(SmartList(*row) for row in rows)

    def find(self, identity: str) -> SmartList | None:
        """One smart list, or None where it was deleted."""
        with self._store.errors():
            row = self._store.connection.execute(
                "SELECT id, name, query, created_at FROM smart_list WHERE id = ?", (identity,)
            ).fetchone()
        return None if row is None else SmartList(*row)

    def add(self, name: str, query: str) -> SmartList:
        """Saves a query under a name, behind the others."""
        identity = secrets.token_hex(16)
        entity = f"s:{identity}"
        with self._store.change() as change:
            (last,) = self._store.connection.execute("SELECT max(rank) FROM smart_list").fetchone()
            change.put(entity, "name", _name(name))
            change.put(entity, "query", _query(query))
            change.put(entity, "created_at", self._store.moment())
            change.put(entity, "rank", 0 if last is None else int(last) + 1)
            self._project(entity)
        return self._get(identity)

    def change(self, identity: str, *, name: str | None = None, query: str | None = None) -> SmartList:
        """Changes what is given of a smart list."""
        self._get(identity)
        with self._store.change() as change:
            if name is not None:
                change.put(f"s:{identity}", "name", _name(name))
            if query is not None:
                change.put(f"s:{identity}", "query", _query(query))
            self._project(f"s:{identity}")
        return self._get(identity)

    def put_in_order(self, identities: Sequence[str]) -> None:
        """Gives the smart lists this order."""
        with self._store.change() as change:
            for rank, identity in enumerate(identities):
                change.put(f"s:{identity}", "rank", rank)
            self._project(*(f"s:{identity}" for identity in identities))

    def delete(self, identity: str) -> None:
        """Takes a smart list away; `restore` brings it back."""
        self._mark_deleted(identity, True)

    def restore(self, identity: str) -> None:
        """Brings back what was deleted."""
        self._mark_deleted(identity, False)

    def _get(self, identity: str) -> SmartList:
        found = self.find(identity)
        if found is None:
            raise SettingsError("This smart list is not there any more.")
        return found

    def _mark_deleted(self, identity: str, deleted: bool) -> None:
        with self._store.change() as change:
            change.put(f"s:{identity}", "deleted", deleted)
            self._project(f"s:{identity}")

    def _project(self, *entities: str) -> None:
        store = self._store
        project(store.connection, entities, store.machine, store.moment())


def _name(name: str) -> str:
    kept = _one_line(name)[:MOST_NAME].strip()
    if not kept:
        raise SettingsError("A smart list needs a name.")
    return kept


def _query(query: str) -> str:
    kept = _one_line(query)
    if not kept:
        raise SettingsError("A smart list needs a query.")
    if len(kept) > MOST_QUERY:
        raise SettingsError(f"A query may have {MOST_QUERY} characters at most.")
    return kept


def _one_line(text: str) -> str:
    return " ".join(_CONTROL.sub(" ", clean_text(text)).split())


_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
