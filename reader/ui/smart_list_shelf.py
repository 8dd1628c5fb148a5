# SPDX-License-Identifier: MIT
"""The smart lists of this person with the number of their articles, kept true in the background."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from .library_feed import LibraryFeed
from .state_changes import StateNews

if TYPE_CHECKING:
    from reader.core.settings import SmartList

_SOON_MS = 250  # so that many changes at once are one question


@dataclass(frozen=True, slots=True)
class CountedList:
    """A smart list as the panel shows it."""

    id: str
    name: str
    query: str
    count: int = 0


class SmartListShelf(QObject):
    """Asks again whenever the library changed; one list at a time, so that nobody waits behind them."""

    changed = Signal(object)  # CountedLists in their order

    def __init__(self, feed: LibraryFeed, parent: QObject) -> None:
        super().__init__(parent)
        self._feed = feed
        self.lists: tuple[CountedList, ...] = ()
        self.is_known = False
        self._request = 0
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.refresh)
        feed.content_changed.connect(self._on_content)
        feed.marked.connect(self._on_marked)

    def find(self, identity: str) -> CountedList | None:
        """One of the lists, as far as they are known."""
        return next((each for each in self.lists if each.id == identity), None)

    def refresh(self) -> None:
        """Ask for the lists and their counts now."""
        self._request += 1
        request = self._request
        self._feed.consult(
            lambda library: library.states.smart_lists.all(), lambda lists: self._take(request, lists)
        )

    def refresh_everywhere(self) -> None:
        """The lists themselves were changed here: ask for them, and let the other windows ask."""
        self.refresh()
        self._feed.told.emit(StateNews(changed=frozenset({"lists"})))

    def _on_content(self, *_content: object) -> None:
        if self.is_known:
            self._soon.start()
        else:
            self.refresh()

    def _on_marked(self) -> None:
        if any("has:" in each.query.lower() for each in self.lists):
            self._soon.start()

    def _take(self, request: int, lists: Sequence[SmartList]) -> None:
        if request != self._request:
            return
        counts = {each.id: each.count for each in self.lists}
        known = tuple(CountedList(one.id, one.name, one.query, counts.get(one.id, 0)) for one in lists)
        if self.is_known:
            self._show(known)
        else:  # also that there is none
            self.is_known, self.lists = True, known
            self.changed.emit(known)
        self._count(request, list(self.lists))

    def _count(self, request: int, waiting: list[CountedList]) -> None:
        if request != self._request or not waiting:
            return
        current, *rest = waiting

        def counted(count: int) -> None:
            if request == self._request:
                self._show(
                    tuple(
                        replace(each, count=count) if each.id == current.id else each for each in self.lists
                    )
                )
                self._count(request, rest)

        self._feed.consult(lambda library: library.count(current.query), counted)

    def _show(self, lists: tuple[CountedList, ...]) -> None:
        if lists != self.lists:
            self.lists = lists
            self.changed.emit(lists)
