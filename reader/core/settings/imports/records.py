# SPDX-License-Identifier: MIT
"""What an export says of one article, whatever program wrote it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, cast

from reader.core.settings.entries import COLOURS
from reader.core.settings.reading_state import ReadState

MOST_HIGHLIGHT = 20_000
"""Characters of one highlight that are taken in."""


@dataclass(frozen=True, slots=True)
class ImportedHighlight:
    """A passage without a place: it is sought in the text of the article."""

    text: str
    note: str = ""
    tags: tuple[str, ...] = ()
    colour: str = "yellow"
    created_at: str | None = None
    prefix: str = ""  # what stood before and after, where it is told
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class ImportedArticle:
    """An article of another program, by address and title; from our own, by its file too."""

    url: str = ""
    title: str = ""
    state: ReadState | None = None
    starred: bool = False
    progress: float = 0.0  # 0..1
    tags: tuple[str, ...] = ()
    highlights: tuple[ImportedHighlight, ...] = ()
    path: str = ""


def text_of(table: Mapping[str, Any], *names: str) -> str:
    """The first of these fields that holds text."""
    for name in names:
        value = table.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip()[:MOST_HIGHLIGHT]
    return ""


def tags_of(value: object) -> tuple[str, ...]:
    """Tags written as a list, as objects with a name, or in one text."""
    if isinstance(value, str):
        parts: list[object] = [*value.replace("|", ",").split(",")]
    else:
        parts = cast("list[object]", value) if isinstance(value, list) else []
    names: list[str] = []
    for part in parts[:200]:
        if isinstance(part, Mapping):
            part = text_of(cast("Mapping[str, Any]", part), "name", "label")
        if isinstance(part, str) and part.strip():
            names.append(part.strip()[:200])
    return tuple(dict.fromkeys(names))


def colour_of(name: str) -> str:
    """Our colour for that of another program."""
    lower = name.strip().lower()
    return (
        lower
        if lower in COLOURS
        else {"orange": "yellow", "red": "pink", "violet": "purple"}.get(lower, "yellow")
    )


def moment_of(text: str) -> str | None:
    """A moment in UTC as we write it; None where it cannot be understood."""
    if not text:
        return None
    try:
        moment = datetime.fromtimestamp(int(text), UTC) if text.isdecimal() else datetime.fromisoformat(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        return None
