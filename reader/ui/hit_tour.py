# SPDX-License-Identifier: MIT
"""Shows in an article that was found by a search where it was found, with a bar to go on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from .actions import Actions
from .detail_view import DetailView
from .hit_bar import HitBar
from .hit_marks import HitMarks
from .tasks import Tasks


class HitTour(QObject):
    """Made when something is sought for the first time; follows the page from article to article."""

    def __init__(
        self, detail: DetailView, tasks: Tasks, actions: Actions, query_for: Callable[[Path], str]
    ) -> None:
        super().__init__(detail)
        self._detail, self._query_for = detail, query_for
        self._query = ""
        self._marks = HitMarks(detail.view, tasks, self)
        self._bar = HitBar(actions["previous_hit"], actions["next_hit"], detail)
        layout = detail.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(self._bar)
        self._marks.changed.connect(self._on_changed)
        self._bar.closed.connect(self.end)
        detail.first_paint.connect(self._on_painted)
        detail.article_shown.connect(lambda _page: self._bar.hide())

    @property
    def bar(self) -> HitBar:
        """The line with the count."""
        return self._bar

    def show(self, query: str) -> None:
        """Mark what `query` finds in the article that is open."""
        self._query = query
        self._marks.show(query)

    def go(self, step: int) -> None:
        """Go to another place."""
        self._marks.go(step)

    def end(self) -> None:
        """Take the marks away."""
        self._query = ""
        self._marks.clear()
        self._bar.hide()
        self._detail.view.setFocus()

    def _on_painted(self) -> None:
        path = self._detail.state.path
        query = self._query_for(path) if path is not None else ""
        if query:
            self.show(query)
        else:
            self._query = ""

    def _on_changed(self, current: int, total: int) -> None:
        if self._query:
            self._bar.show_place(self._query, current, total)
