# SPDX-License-Identifier: MIT
"""How single articles are to be read and shown, where a person wants them otherwise than the rest."""

from __future__ import annotations

import codecs
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from reader.core.article import Dialect, ReadOptions
from reader.core.settings.places import path_of
from reader.core.settings.projection import clean_text

if TYPE_CHECKING:
    from reader.core.settings.store import StateStore

HIDE = "hide:"
"""Before the mark of an element that is hidden, in the name of its override."""
KEEP_PICTURES = "keep_pictures"
LEAST_ZOOM, MOST_ZOOM = 0.25, 5.0
MOST_HIDDEN = 500
_MOST_MARK = 180  # characters of the mark of an element


@dataclass(frozen=True, slots=True)
class Overrides:
    """What holds for one article; None and empty where nothing was said."""

    encoding: str | None = None
    dialect: Dialect | None = None
    zoom: float | None = None
    original: bool = False
    hidden: tuple[str, ...] = ()  # marks of elements, as the page gives and knows them
    keep_pictures: bool = False  # its downloaded pictures never make way for others

    def applied_to(self, options: ReadOptions) -> ReadOptions:
        """How the file is to be read."""
        return replace(
            options, encoding=self.encoding or options.encoding, dialect=self.dialect or options.dialect
        )

    def changed(self, changes: Mapping[str, object]) -> Overrides:
        """The same after some words were said or, with None, taken back."""
        table: dict[str, object] = {
            "encoding": self.encoding,
            "dialect": self.dialect,
            "zoom": self.zoom,
            "original": self.original,
            KEEP_PICTURES: self.keep_pictures,
            **{HIDE + mark: True for mark in self.hidden},
        }
        return read_overrides({**table, **changes})


def read_overrides(table: Mapping[str, object]) -> Overrides:
    """What a reading state says of its article; values that make no sense are as if not there."""
    encoding, zoom = table.get("encoding"), table.get("zoom")
    sound = isinstance(zoom, int | float) and not isinstance(zoom, bool) and LEAST_ZOOM <= zoom <= MOST_ZOOM
    marks = sorted(name.removeprefix(HIDE) for name in table if name.startswith(HIDE) and table[name] is True)
    return Overrides(
        encoding=encoding if isinstance(encoding, str) and _is_encoding(encoding) else None,
        dialect=_dialect(table.get("dialect")),
        zoom=float(cast("float", zoom)) if sound else None,
        original=table.get("original") is True,
        hidden=tuple(marks[:MOST_HIDDEN]),
        keep_pictures=table.get(KEEP_PICTURES) is True,
    )


def hide_name(mark: str) -> str:
    """The name of the override that hides an element."""
    kept = "".join(sign for sign in clean_text(mark) if sign.isprintable())
    return HIDE + kept[:_MOST_MARK]


def all_overrides(store: StateStore) -> dict[Path, Overrides]:
    """Every article that is read or shown in its own way."""
    with store.errors():
        rows = store.connection.execute(
            "SELECT path, overrides FROM article WHERE overrides IS NOT NULL AND path IS NOT NULL"
        ).fetchall()
        found = {path_of(path): read_overrides(json.loads(text)) for path, text in rows}
    return {path: one for path, one in found.items() if one != Overrides()}


def _is_encoding(name: str) -> bool:
    try:
        return bool(codecs.lookup(name)._is_text_encoding)  # pyright: ignore[reportPrivateUsage]
    except (LookupError, ValueError, AttributeError):
        return False


def _dialect(value: object) -> Dialect | None:
    try:
        found = Dialect(str(value))
    except ValueError:
        return None
    return None if found is Dialect.AUTO else found
