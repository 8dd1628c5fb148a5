# SPDX-License-Identifier: MIT
"""Measures how long an article is really read: the window in front, the person at work in the page."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from reader.core.settings import Preferences
from reader.core.settings.options import STATISTICS

from .detail_view import DetailView, Shown
from .library_feed import LibraryFeed

_TICK_S = 5
_IDLE_S = 120  # about what one screen takes to read
_KEEP_S = 60  # so much may be lost in a crash


class ReadingClock(QObject):
    """Adds up time while someone reads, and hands it to the reading state; idle time is not counted."""

    def __init__(
        self,
        detail: DetailView,
        feed: LibraryFeed,
        preferences: Preferences,
        parent: QObject,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._detail, self._feed, self._preferences, self._now = detail, feed, preferences, now
        self._path: Path | None = None
        self._gathered = 0.0  # seconds not handed over yet
        self._counted = self._stirred = now()
        self._timer = QTimer(self, interval=_TICK_S * 1000)
        self._timer.timeout.connect(self.tick)
        page = detail.view.page()
        page.scrollPositionChanged.connect(lambda _point: self.stir())
        page.selectionChanged.connect(self.stir)
        detail.first_paint.connect(self._on_article)
        self._on_article()

    def stir(self) -> None:
        """The person did something."""
        now = self._now()
        if now - self._stirred > _IDLE_S:
            self._counted = now  # what lies between was no reading
        self._stirred = now

    def tick(self) -> None:
        """Count what has passed since the last time."""
        now = self._now()
        if self._is_read(now):
            self._gathered += min(now - self._counted, 2 * _TICK_S)
        self._counted = now
        if self._gathered >= _KEEP_S:
            self.hand_over()

    def hand_over(self) -> None:
        """Let the reading state have what was gathered; call it once more before the end."""
        seconds, path = round(self._gathered), self._path
        self._gathered = 0.0
        if seconds > 0 and path is not None and self._preferences.get(STATISTICS):
            self._feed.write(lambda library: library.states.add_reading_time(path, seconds))

    def _is_read(self, now: float) -> bool:
        front = QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
        shown = self._detail.state.shown is Shown.ARTICLE and self._detail.isVisible()
        return front and shown and now - self._stirred <= _IDLE_S and self._preferences.get(STATISTICS)

    def _on_article(self) -> None:
        state = self._detail.state
        path = state.path if state.shown is Shown.ARTICLE else None
        if path != self._path:
            self.tick()
            self.hand_over()
            self._path = path
        self._counted = self._stirred = self._now()
        self._timer.start() if path is not None else self._timer.stop()
