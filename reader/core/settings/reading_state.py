# SPDX-License-Identifier: MIT
"""What is kept of one article; the types alone, because they load at every start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType


class ReadState(StrEnum):
    """How far a person is with an article; `new` was never seen, `unread` was put back."""

    NEW = "new"
    UNREAD = "unread"
    READING = "reading"
    FINISHED = "finished"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class ReadingPosition:
    """The first word at the top of the view; offsets and contexts are of normalised text."""

    path: tuple[int, ...] = ()  # of the paragraph: child numbers from the article's element down
    offset: int = 0  # in the whole text
    before: str = ""
    after: str = ""
    fraction: float = 0.0  # 0..1 of the whole text


def _no_overrides() -> Mapping[str, object]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ReadingState:
    """The reading state of one article; times are UTC like `2026-11-22T18:30:00Z`."""

    path: Path
    state: ReadState = ReadState.NEW
    starred: bool = False
    progress: float = 0.0  # 0..1
    opened_at: str | None = None
    finished_at: str | None = None
    tags: tuple[str, ...] = ()
    position: ReadingPosition | None = None
    seconds_read: int = 0
    overrides: Mapping[str, object] = field(default_factory=_no_overrides)  # encoding, dialect, zoom, …
