# SPDX-License-Identifier: MIT
"""Asks where to read on, when two machines that did not know of each other stopped at different places."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QWidget

from .detail_view import DetailView
from .library_feed import LibraryFeed
from .question_bar import QuestionBar
from .reading_places import ReadingPlaces
from .written_dates import written_date

if TYPE_CHECKING:
    from reader.core.library import Library
    from reader.core.settings.questions import Stop

_MOST = 4  # places that a bar has room for


class PlaceQuestion(QObject):
    """Looks at every article that is opened; the furthest place holds until somebody says otherwise."""

    def __init__(self, detail: DetailView, feed: LibraryFeed, locale: QLocale, pane: QWidget) -> None:
        super().__init__(pane)
        self._detail, self._feed, self._locale, self._pane = detail, feed, locale, pane
        self._asked: Path | None = None
        self._stops: tuple[Stop, ...] = ()
        self._put_off: set[Path] = set()
        self.bar = QuestionBar(pane)
        detail.article_shown.connect(lambda _page: self.look())
        detail.article_failed.connect(lambda *_failed: self.bar.withdraw())
        self.look()

    def look(self) -> None:
        """Ask about the article that is shown, if there is something to ask."""
        path = self._detail.state.path
        if path != self._asked:
            self._asked = None
            self.bar.withdraw()
        if path is None or path in self._put_off:
            return

        def work(library: Library) -> tuple[Stop, ...]:
            from reader.core.settings.questions import stops_of

            return stops_of(library.states.store, path)

        self._feed.consult(work, lambda stops: self._ask(path, stops))

    def _ask(self, path: Path, stops: tuple[Stop, ...]) -> None:
        if path != self._detail.state.path or (path == self._asked and stops == self._stops):
            return
        if not stops:  # answered meanwhile, here or on another machine
            self._asked = None
            self.bar.withdraw()
            return
        self._asked, self._stops = path, stops
        shown = stops[-_MOST:]
        told = " · ".join(map(self._told, shown))
        self.bar.ask(
            self.tr("You read this on several machines, and stopped at different places: %1").replace(
                "%1", told
            ),
            [
                *(
                    (self._label(stop, stop is stops[-1]), lambda stop=stop: self._go(path, stop))
                    for stop in shown
                ),
                (self.tr("Decide later"), lambda: self._wait(path)),
            ],
        )

    def _told(self, stop: Stop) -> str:
        where = self.tr("here, %1") if stop.is_here else self.tr("elsewhere, %1")
        day = datetime.fromisoformat(stop.when).astimezone()
        date = written_date(f"{day:%Y-%m-%d}", self._locale, datetime.now().astimezone().date())
        return f"{self._percent(stop)} ({where.replace('%1', date)})"

    def _label(self, stop: Stop, is_furthest: bool) -> str:
        text = self.tr("Stay at %1") if is_furthest else self.tr("Go to %1")
        return text.replace("%1", self._percent(stop))

    @staticmethod
    def _percent(stop: Stop) -> str:
        return f"{round(100 * stop.position.fraction)} %"

    def _go(self, path: Path, stop: Stop) -> None:
        """The answer is a place of this machine's that knows of all others; so nobody is asked again."""
        self._asked = None
        position = stop.position
        self._feed.write(lambda library: library.states.set(path, position=position))
        places = self._pane.window().findChild(ReadingPlaces)
        if places is not None:
            places.go_to(path, position)
        self._detail.view.setFocus()

    def _wait(self, path: Path) -> None:
        self._asked = None
        self._put_off.add(path)
        self._detail.view.setFocus()
