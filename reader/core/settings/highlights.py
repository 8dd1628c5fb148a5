# SPDX-License-Identifier: MIT
"""Highlights with their notes: kept as quotes with context, listed as orphans where the text is gone."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.core.errors import SettingsError
from reader.core.settings.anchoring import Selector, find
from reader.core.settings.entries import COLOURS, MOST_TEXT
from reader.core.settings.normal_text import folded, normalise
from reader.core.settings.places import standing_place, stored_path, uid_at, uid_for
from reader.core.settings.projection import clean_text, project
from reader.core.settings.store import StateStore


@dataclass(frozen=True, slots=True)
class Highlight:
    """One marked passage; `created_at` is UTC."""

    id: str
    selector: Selector
    colour: str = "yellow"
    note: str = ""
    tags: tuple[str, ...] = ()
    created_at: str = ""
    orphaned: bool = False  # its text was not found when the article was last looked at
    path: Path | None = None  # of the article, where it is known
    title: str = ""
    url: str = ""  # where the article came from


@dataclass(frozen=True, slots=True)
class Anchored:
    """A highlight with the offsets of its passage in a text; None where it is orphaned."""

    highlight: Highlight
    span: tuple[int, int] | None


class Highlights:
    """The highlights of all articles."""

    def __init__(self, store: StateStore) -> None:
        self._store = store

    def add(
        self,
        article: Path,
        selector: Selector,
        *,
        colour: str = "yellow",
        note: str = "",
        tags: Iterable[str] = (),
        created_at: str | None = None,
    ) -> Highlight:
        """Marks a passage."""
        if not folded(selector.exact):
            raise ValueError("a highlight needs text")
        identity = secrets.token_hex(16)
        with self._store.change() as change:
            uid = uid_for(self._store, change, article)
            entity = f"h:{identity}"
            change.put(entity, "target", _target(uid, selector))
            change.put(entity, "created_at", created_at or self._store.moment())
            self._put(change, entity, colour, note, tags)
            self._project(entity)
        return self.get(identity)

    def change(
        self,
        identity: str,
        *,
        colour: str | None = None,
        note: str | None = None,
        tags: Iterable[str] | None = None,
    ) -> Highlight:
        """Changes what is given of a highlight."""
        self.get(identity)
        with self._store.change() as change:
            self._put(change, f"h:{identity}", colour, note, tags)
            self._project(f"h:{identity}")
        return self.get(identity)

    def reattach(self, identity: str, selector: Selector) -> Highlight:
        """Gives a highlight another passage of its article, because its own is gone."""
        if not folded(selector.exact):
            raise ValueError("a highlight needs text")
        self.get(identity)
        with self._store.change() as change:
            row = self._store.connection.execute("SELECT uid FROM highlight WHERE id = ?", (identity,))
            change.put(f"h:{identity}", "target", _target(row.fetchone()[0], selector))
            self._project(f"h:{identity}")
        return self.get(identity)

    def delete(self, identity: str) -> None:
        """Takes a highlight away; `restore` brings it back."""
        self._mark_deleted(identity, True)

    def restore(self, identity: str) -> None:
        """Brings back what was deleted."""
        self._mark_deleted(identity, False)

    def get(self, identity: str) -> Highlight:
        """One highlight; SettingsError if there is none of that name."""
        for found in self._find("h.id = ?", identity):
            return found
        raise SettingsError("This highlight is not there any more.")

    def of(self, article: Path) -> tuple[Highlight, ...]:
        """Those of one article, in the order of its text."""
        with self._store.errors():
            connection = self._store.connection
            uid = uid_at(connection, standing_place(connection, stored_path(article)))
        return () if uid is None else tuple(self._find("h.uid = ?", uid))

    def all(self, query: str = "") -> tuple[Highlight, ...]:
        """All of them by article; with a query, those whose text, note, tags or title hold each word."""
        return tuple(one for one in self._find("1") if matches(one, query))

    def anchor(self, article: Path, text: str) -> tuple[Anchored, ...]:
        """Each highlight of an article with its place in the text as it is now; notes the orphans."""
        marks = self.of(article)
        normal = normalise(text) if marks else None
        found = [Anchored(mark, None if normal is None else find(mark.selector, normal)) for mark in marks]
        changed = [
            (int(one.span is None), one.highlight.id)
            for one in found
            if (one.span is None) != one.highlight.orphaned
        ]
        if changed:
            with self._store.errors():
                self._store.connection.executemany("UPDATE highlight SET orphaned = ? WHERE id = ?", changed)
        return tuple(found)

    def _put(
        self, change: Any, entity: str, colour: str | None, note: str | None, tags: Iterable[str] | None
    ) -> None:
        if colour is not None:
            if colour not in COLOURS:
                raise ValueError(f"a highlight is {', '.join(COLOURS)}, not {colour!r:.40}")
            change.put(entity, "colour", colour)
        if note is not None:
            change.put(entity, "note", clean_text(note)[:MOST_TEXT])
        if tags is not None:
            kept = {clean_text(" ".join(tag.split()))[:200] for tag in tags} - {""}
            change.put(entity, "tags", sorted(kept))

    def _mark_deleted(self, identity: str, deleted: bool) -> None:
        with self._store.change() as change:
            change.put(f"h:{identity}", "deleted", deleted)
            self._project(f"h:{identity}")

    def _project(self, entity: str) -> None:
        store = self._store
        project(store.connection, [entity], store.machine, store.moment())

    def _find(self, condition: str, *values: object) -> Iterator[Highlight]:
        with self._store.errors():
            rows = self._store.connection.execute(_FIND.format(condition), values).fetchall()
        return (_highlight(row) for row in rows)


def _target(uid: str, selector: Selector) -> dict[str, object]:
    return {
        "article": uid,
        "exact": selector.exact[:MOST_TEXT],
        "prefix": selector.prefix,
        "suffix": selector.suffix,
        "start": selector.start,
        "end": selector.end,
        "path": list(selector.path),
        "length": selector.length,
        "near": selector.near,
        "nth": selector.nth,
        "same": selector.same,
    }


def matches(one: Highlight, query: str) -> bool:
    """Whether text, note, tags or title of a highlight hold each word of a query."""
    text = _searched(one) if query.strip() else ""
    return all(folded(word).lower() in text for word in query.split())


def _searched(one: Highlight) -> str:
    return folded("".join((one.selector.exact, one.note, *one.tags, one.title))).lower()


def _highlight(row: tuple[Any, ...]) -> Highlight:
    exact, prefix, suffix, start, end, paragraph, *counts = row[1:11]
    return Highlight(
        id=row[0],
        selector=Selector(exact, prefix, suffix, start, end, tuple(json.loads(paragraph)), *counts),
        colour=row[11],
        note=row[12],
        tags=tuple(json.loads(row[13])),
        created_at=row[14],
        orphaned=bool(row[15]),
        path=None if row[16] is None else Path(os.fsdecode(row[16])),
        title=row[17] or "",
        url=row[18] or "",
    )


_FIND = """SELECT h.id, h.exact, h.prefix, h.suffix, h.start, h.end, h.paragraph, h.length, h.near, h.nth,
h.same, h.colour, h.note, h.tags, h.created_at, h.orphaned,
(SELECT a.path FROM article a WHERE a.uid = h.uid AND a.path IS NOT NULL ORDER BY a.id LIMIT 1),
(SELECT a.title FROM article a WHERE a.uid = h.uid ORDER BY a.title IS NULL, a.id LIMIT 1),
(SELECT a.source_url FROM article a WHERE a.uid = h.uid AND a.source_url IS NOT NULL ORDER BY a.id LIMIT 1)
FROM highlight h WHERE {} ORDER BY h.uid, h.start, h.end, h.id"""
