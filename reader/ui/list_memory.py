# SPDX-License-Identifier: MIT
"""What was sought, selected and scrolled to in the article list, from one session to the next."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer, Signal

from .article_arrangement import HitOrder
from .detail_view import DetailView
from .window_memory import number_in

if TYPE_CHECKING:
    from .library_side import LibrarySide

_MOST_SELECTED = 200
_LONGEST_SEARCH = 1000  # characters
_SETTLING_MS = 3000  # after the list came: a row that is brought into view moves nothing that was left


class ListMemory(QObject):
    """Tells when the list was left in another way, and brings it back once it is filled.

    Whatever the person does before that is stronger than what was left.
    """

    changed = Signal()

    def __init__(self, side: LibrarySide, detail: DetailView, state: QSettings) -> None:
        super().__init__(side)
        self._side, self._detail, self._state = side, detail, state
        self._is_waiting = False  # for the list to be filled
        self._is_bringing = False  # a search back, at this moment
        self._bar = side.articles.view.verticalScrollBar()
        self._chosen: list[Path] = []  # rows to be selected, until they have been
        self._scroll: int | None = None  # where the rows are to be, until they have been brought there
        self._settling = QTimer(self, singleShot=True, interval=_SETTLING_MS)
        self._settling.timeout.connect(self._settle)
        self._bar.valueChanged.connect(lambda _pixels: self.changed.emit())
        self._bar.sliderPressed.connect(self._settle)
        side.articles.view.installEventFilter(self)
        side.articles.view.viewport().installEventFilter(self)
        side.articles.search_changed.connect(self._on_search)
        side.place_chosen.connect(self._give_up)
        side.articles.hit_order_changed.connect(self.changed)
        side.articles.view.selectionModel().selectionChanged.connect(lambda *_rows: self.changed.emit())
        side.panel.view.expanded.connect(lambda _index: self.changed.emit())
        side.panel.view.collapsed.connect(lambda _index: self.changed.emit())
        detail.article_shown.connect(lambda _page: QTimer.singleShot(0, self, self._bring_back))

    def keep(self) -> None:
        """Write down how the list stands; until it is filled, what was written last time stands."""
        if self._is_waiting:
            return
        articles = self._side.articles
        paths = [str(article.path) for article in articles.selected_articles(_MOST_SELECTED)]
        paths = [*map(str, self._chosen)] or paths
        self._state.setValue("sought", articles.sought[:_LONGEST_SEARCH])
        self._state.setValue("sought_everywhere", articles.search_place is None)
        self._state.setValue("sought_order", articles.hit_order.to_text())
        scroll = articles.scroll_position() if self._scroll is None else self._scroll
        self._state.setValue("list_scroll", scroll)
        self._state.setValue("selected", json.dumps(paths))

    def restore(self) -> None:
        """Bring back what was left, as soon as the list is filled."""
        if self._side.was_chosen:
            return
        self._is_waiting = True
        self._side.listed.connect(self._on_listed)

    def _on_listed(self) -> None:
        self._side.listed.disconnect(self._on_listed)
        articles = self._side.articles
        words = str(self._state.value("sought", ""))
        self._chosen = _paths(self._state.value("selected"))
        self._scroll = number_in(self._state.value("list_scroll"))
        self._is_waiting = False
        articles.view.model().modelReset.connect(self._bring_back_soon)
        if words.strip() and not articles.sought:
            everywhere = self._state.value("sought_everywhere") in (True, "true")
            order = HitOrder.from_text(str(self._state.value("sought_order", "")))
            self._is_bringing = True
            articles.bring_search_back(words, order, everywhere=everywhere)
            self._is_bringing = False
            return
        self._settling.start()
        self._bring_back()

    def _bring_back_soon(self) -> None:
        if self._scroll is not None:
            self._settling.start()
            QTimer.singleShot(0, self, self._bring_back)

    def _bring_back(self) -> None:
        articles, opened = self._side.articles, self._detail.state.path
        if opened is not None and opened not in self._chosen:  # beside it nothing is to be selected unasked
            self._chosen = []
        is_answered = articles.hits is not None or not articles.sought.strip()
        if self._chosen and is_answered and articles.select_paths(self._chosen):
            self._chosen = []
        if self._scroll is not None:
            articles.restore_scroll(self._scroll)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Wheel, QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress):
            self._settle()  # from now on it is the person who scrolls
        return super().eventFilter(watched, event)

    def _on_search(self, _words: str) -> None:
        if not self._is_bringing:
            self._give_up()
        self.changed.emit()

    def _give_up(self) -> None:
        """Something else was chosen meanwhile."""
        if self._is_waiting:
            self._is_waiting = False
            self._side.listed.disconnect(self._on_listed)
        self._settle()

    def _settle(self) -> None:
        self._scroll, self._chosen = None, []


def _paths(value: object) -> list[Path]:
    try:
        listed = json.loads(str(value or "[]"))
    except (ValueError, RecursionError):
        return []
    if not isinstance(listed, list):
        return []
    return [Path(one) for one in listed[:_MOST_SELECTED] if isinstance(one, str) and "\0" not in one]
