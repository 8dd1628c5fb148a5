# SPDX-License-Identifier: MIT
"""Has the reading state backed up while the window is used, and says what happened to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from .library_feed import LibraryFeed

if TYPE_CHECKING:
    from reader.core.library import Library

_FIRST_MS = 20_000
_LOOK_MS = 10 * 60_000


class Safekeeping(QObject):
    """Looks now and then whether a backup is due."""

    said = Signal(str)  # one sentence for the status line

    def __init__(self, feed: LibraryFeed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._feed = feed
        self._told: tuple[str, ...] = ()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        self._timer.start(_FIRST_MS)

    def look(self) -> None:
        """Make a backup if the last one is an hour old."""
        self._timer.start(_LOOK_MS)
        self._feed.consult(_keep_safe, self._on_news)

    def _on_news(self, news: tuple[str, ...]) -> None:
        for sentence in news[len(self._told) :]:
            self.said.emit(sentence)
        self._told = news


def _keep_safe(library: Library) -> tuple[str, ...]:
    from reader.core.settings.backup import back_up_if_due

    if library.states.path.exists():
        back_up_if_due(library.states.store)
    return library.states.news
