# SPDX-License-Identifier: MIT
"""Which articles are open in one window, and where each tab has been: plain values, no widgets."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

MOST_TABS = 100
MOST_STEPS = 50
_CLOSED_KEPT = 10  # from one session to the next
_MOST_TEXT = 1 << 20  # characters of a session


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: the article in it, and the ways back and forward, nearest last; if closed, where it stood."""

    path: Path | None = None
    title: str = ""
    pinned: bool = False
    back: tuple[Path, ...] = ()
    forward: tuple[Path, ...] = ()
    stood: int | None = None

    def at(self, path: Path, title: str) -> Tab:
        """The tab after it went on to another article."""
        if path == self.path or self.path is None:
            return replace(self, path=path, title=title)
        return replace(self, path=path, title=title, back=(*self.back, self.path)[-MOST_STEPS:], forward=())

    def moved(self, old: Path, new: Path) -> Tab:
        """The tab after a file was moved."""
        path, back, forward = (
            tuple(new if each == old else each for each in steps)
            for steps in ((self.path,), self.back, self.forward)
        )
        return replace(self, path=path[0], back=back, forward=forward)

    def gone(self, backwards: bool) -> Tab | None:
        """The tab one step back or forward; None where there is none."""
        steps = self.back if backwards else self.forward
        if not steps or self.path is None:
            return None
        path, left = steps[-1], steps[:-1]
        if backwards:
            return replace(self, path=path, title=path.stem, back=left, forward=(*self.forward, self.path))
        return replace(self, path=path, title=path.stem, back=(*self.back, self.path), forward=left)


@dataclass(frozen=True, slots=True)
class OpenTabs:
    """All tabs of a window in their order, pinned ones first; there is always one."""

    tabs: tuple[Tab, ...] = (Tab(),)
    current: int = 0
    closed: tuple[Tab, ...] = field(default=())  # newest last

    @property
    def tab(self) -> Tab:
        """The current tab."""
        return self.tabs[self.current]

    def moved(self, old: Path, new: Path) -> OpenTabs:
        """All tabs after a file was moved."""
        tabs, closed = (tuple(tab.moved(old, new) for tab in row) for row in (self.tabs, self.closed))
        return replace(self, tabs=tabs, closed=closed)

    def index_of(self, path: Path) -> int | None:
        """The tab in which an article is open."""
        return next((index for index, tab in enumerate(self.tabs) if tab.path == path), None)

    def put(self, tab: Tab, index: int | None = None) -> OpenTabs:
        """Another tab in place of one, the current one by default."""
        index = self.current if index is None else index
        return replace(self, tabs=(*self.tabs[:index], tab, *self.tabs[index + 1 :]))

    def add(self, tab: Tab, *, go: bool) -> OpenTabs:
        """A new tab right of the current one, or of the pinned ones."""
        if len(self.tabs) >= MOST_TABS:
            return self
        index = self._pinned_count() if tab.pinned else max(self.current + 1, self._pinned_count())
        tabs = (*self.tabs[:index], tab, *self.tabs[index:])
        current = index if go else self.current + (index <= self.current)
        return replace(self, tabs=tabs, current=current)

    def go(self, index: int) -> OpenTabs:
        """Another current tab, counted around."""
        return replace(self, current=index % len(self.tabs))

    def close(self, index: int) -> OpenTabs:
        """Without one tab; the last one leaves an empty one."""
        gone = self.tabs[index]
        tabs = (*self.tabs[:index], *self.tabs[index + 1 :]) or (Tab(),)
        current = self.current - (index < self.current)
        closed = self.closed
        if gone.path is not None:
            closed = (*closed, replace(gone, stood=index))[-MOST_STEPS:]
        return OpenTabs(tabs, min(current, len(tabs) - 1), closed)

    def close_others(self, index: int) -> OpenTabs:
        """Only one tab and the pinned ones."""
        result = self.go(index)
        for other in reversed(range(len(self.tabs))):
            if other != index and not self.tabs[other].pinned:
                result = result.close(other)
        return result

    def reopen(self) -> OpenTabs:
        """The tab that was closed last is back where it stood; an empty tab makes room for it."""
        if not self.closed or len(self.tabs) >= MOST_TABS:
            return self
        tab = replace(self.closed[-1], stood=None)
        others = () if self.tabs == (Tab(),) else self.tabs
        pinned = sum(other.pinned for other in others)
        lowest, highest = (0, pinned) if tab.pinned else (pinned, len(others))
        stood = self.closed[-1].stood
        index = highest if stood is None else max(lowest, min(stood, highest))
        return OpenTabs((*others[:index], tab, *others[index:]), index, self.closed[:-1])

    def move(self, source: int, target: int) -> OpenTabs:
        """One tab at another place, as far as pinned ones stay in front."""
        tabs = list(self.tabs)
        current = tabs[self.current]
        tabs.insert(target, tabs.pop(source))
        tabs.sort(key=lambda tab: not tab.pinned)
        return replace(self, tabs=tuple(tabs), current=_index_by_identity(tabs, current))

    def toggle_pin(self, index: int) -> OpenTabs:
        """Pin a tab, or let it go; it moves to its kind."""
        pinned = replace(self.tabs[index], pinned=not self.tabs[index].pinned)
        return self.put(pinned, index).move(index, index)

    def _pinned_count(self) -> int:
        return sum(tab.pinned for tab in self.tabs)

    def to_text(self) -> str:
        """The session of this window, to be kept."""
        rows = [_row(tab) for tab in self.tabs if tab.path is not None]
        closed = [_row(tab) for tab in self.closed[-_CLOSED_KEPT:]]
        before = sum(tab.path is not None for tab in self.tabs[: self.current])
        return json.dumps({"version": 1, "current": before, "tabs": rows, "closed": closed})

    @classmethod
    def from_text(cls, text: str) -> OpenTabs | None:
        """The session that was kept; None where there is none, or nonsense."""
        if not text or len(text) > _MOST_TEXT:
            return None
        try:
            session: Any = json.loads(text)
            tabs = tuple(_tab(row) for row in session["tabs"][:MOST_TABS])
            closed = tuple(_tab(row) for row in session.get("closed", [])[-_CLOSED_KEPT:])
            current = int(session["current"])
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None
        if not tabs or session.get("version") != 1:
            return None
        return cls(tabs, max(0, min(current, len(tabs) - 1)), closed)


def _row(tab: Tab) -> dict[str, object]:
    return {
        "path": str(tab.path),
        "title": tab.title[:300],
        "pinned": tab.pinned,
        "back": [str(path) for path in tab.back],
        "forward": [str(path) for path in tab.forward],
        **({} if tab.stood is None else {"stood": tab.stood}),
    }


def _tab(row: dict[str, Any]) -> Tab:
    stood = row.get("stood")
    return Tab(
        _path(row["path"]),
        str(row.get("title", "")),
        row.get("pinned") is True,
        _paths(row.get("back")),
        _paths(row.get("forward")),
        stood if isinstance(stood, int) else None,
    )


def _path(text: object) -> Path:
    if not isinstance(text, str) or not text or "\0" in text:
        raise ValueError(text)
    return Path(text)


def _paths(rows: object) -> tuple[Path, ...]:
    return tuple(_path(row) for row in cast("list[object]", rows)[-MOST_STEPS:]) if rows else ()


def _index_by_identity(tabs: list[Tab], wanted: Tab) -> int:
    return next(index for index, tab in enumerate(tabs) if tab is wanted)
