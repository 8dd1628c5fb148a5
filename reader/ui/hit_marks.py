# SPDX-License-Identifier: MIT
"""Marks in the page what a search was about, and goes from one place to the next."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.resources import resource_text

from .web_page import OUR_WORLD

if TYPE_CHECKING:
    from PySide6.QtWebEngineWidgets import QWebEngineView

    from .search_hits import Marks
    from .tasks import Tasks

_MOST_CHARACTERS = 8_000_000


class HitMarks(QObject):
    """The places of one query in the page that is shown; found off the GUI thread."""

    changed = Signal(int, int)  # which place the page stands at, from 1, and how many there are

    def __init__(self, view: QWebEngineView, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._view, self._tasks = view, tasks
        self._request = 0
        self._total = self._current = 0

    @property
    def total(self) -> int:
        """How many places are marked."""
        return self._total

    def show(self, query: str) -> None:
        """Mark what `query` asks for and go to the first place."""
        self._request += 1
        request = self._request
        self._total = self._current = 0
        script = resource_text("page", "hits.js") + "\n;readerHits.text()"
        self._view.page().runJavaScript(script, OUR_WORLD, lambda text: self._find(request, query, text))

    def clear(self) -> None:
        """Take all marks away."""
        self._request += 1
        self._total = self._current = 0
        self._view.page().runJavaScript("globalThis.readerHits?.clear()", OUR_WORLD)
        self.changed.emit(0, 0)

    def go(self, step: int) -> None:
        """Go `step` places on, past the end from the start again."""
        if self._total:
            self._go_to((self._current - 1 + step) % self._total)

    def _find(self, request: int, query: str, text: object) -> None:
        if request != self._request or not isinstance(text, str):
            return
        found = text[:_MOST_CHARACTERS]
        self._tasks.run(lambda: find_places(query, found), lambda places: self._mark(request, places))

    def _mark(self, request: int, places: Marks) -> None:
        if request != self._request:
            return
        self._total = len(places)
        self._view.page().runJavaScript(f"readerHits.show({json.dumps(places)})", OUR_WORLD)
        if places:
            self._go_to(0)
        else:
            self.changed.emit(0, 0)

    def _go_to(self, place: int) -> None:
        self._current = place + 1
        self._view.page().runJavaScript(f"readerHits.go({place})", OUR_WORLD)
        self.changed.emit(self._current, self._total)


def find_places(query: str, text: str) -> Marks:
    """Where in `text` the query finds something, in UTF-16 units."""
    from reader.core.library.search.matching import HitFinder

    from .search_hits import in_units

    return in_units(text, HitFinder(query).find(text))
