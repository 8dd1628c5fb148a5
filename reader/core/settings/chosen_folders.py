# SPDX-License-Identifier: MIT
"""The folders a person took into the library, and how each is to be read."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from reader.core.article import CategoryRule, Dialect
from reader.core.settings.projection import project

if TYPE_CHECKING:
    from reader.core.settings.store import StateStore


@dataclass(frozen=True, slots=True)
class ChosenFolder:
    """One folder of the library."""

    id: int
    path: Path
    dialect: Dialect = Dialect.AUTO
    category_rule: CategoryRule = CategoryRule.AUTO


class ChosenFolders:
    """The list of library folders; kept with the reading state because nothing can rebuild it."""

    def __init__(self, store: StateStore) -> None:
        self._store = store

    def all(self) -> tuple[ChosenFolder, ...]:
        """Every folder, in the order they were put in; those never moved in the order they were added."""
        with self._store.errors():
            rows = self._store.connection.execute(
                "SELECT id, path, dialect, category_rule FROM folder ORDER BY rank IS NULL, rank, id"
            ).fetchall()
        return tuple(_folder(row) for row in rows)

    def add(
        self, path: Path, dialect: Dialect | None = None, category_rule: CategoryRule | None = None
    ) -> ChosenFolder:
        """Adds a folder, or changes the rules that are given of one that is there."""
        stored = os.fsencode(os.path.abspath(path))
        with self._store.change() as change:
            self._store.connection.execute(
                "INSERT INTO folder (path) VALUES (?) ON CONFLICT (path) DO NOTHING", (stored,)
            )
            self._store.connection.execute(
                "UPDATE folder SET dialect = coalesce(?, dialect), category_rule = coalesce(?, category_rule)"
                " WHERE path = ?",
                (dialect and dialect.value, category_rule and category_rule.value, stored),
            )
            row = self._store.connection.execute(
                "SELECT id, path, dialect, category_rule FROM folder WHERE path = ?", (stored,)
            ).fetchone()
            rules = {"dialect": row[2], "category_rule": row[3]}
            change.put(f"m:{self._store.machine}", f"folder:{quote(stored)}", rules)
        return _folder(row)

    def remove(self, path: Path) -> bool:
        """Forgets a folder; False if it was not there."""
        stored = os.fsencode(os.path.abspath(path))
        with self._store.change() as change:
            done = self._store.connection.execute("DELETE FROM folder WHERE path = ?", (stored,))
            if done.rowcount > 0:
                change.put(f"m:{self._store.machine}", f"folder:{quote(stored)}", None)
        return done.rowcount > 0

    def put_in_order(self, paths: Iterable[Path]) -> None:
        """Gives the folders this order."""
        stored = [os.fsencode(os.path.abspath(path)) for path in paths]
        store = self._store
        with store.change() as change:
            change.put(f"m:{store.machine}", "order", [quote(path) for path in stored])
            project(store.connection, [f"m:{store.machine}"], store.machine, store.moment())

    def containing(self, path: Path) -> ChosenFolder | None:
        """The innermost folder that `path` lies in."""
        absolute = Path(os.path.abspath(path))
        around = [folder for folder in self.all() if absolute.is_relative_to(folder.path)]
        return max(around, key=lambda folder: len(folder.path.parts), default=None)


def _folder(row: tuple[Any, ...]) -> ChosenFolder:
    identity, path, dialect, category_rule = row
    known_dialect = dialect in Dialect.__members__.values()
    known_rule = category_rule in CategoryRule.__members__.values()
    return ChosenFolder(
        id=identity,
        path=Path(os.fsdecode(path)),
        dialect=Dialect(dialect) if known_dialect else Dialect.AUTO,
        category_rule=CategoryRule(category_rule) if known_rule else CategoryRule.AUTO,
    )
