# SPDX-License-Identifier: MIT
"""What stands where the rows of a list are: the rows, their outlines while they come, or words instead."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedLayout

from reader.core.theme import Theme

from .article_list_view import ArticleListView
from .empty_state import EmptyState
from .skeleton_rows import SkeletonRows

_LOADING_DELAY = 200  # milliseconds; what comes sooner should not flicker


class ListPages(QStackedLayout):
    """Outlines and words are made when they are first needed."""

    button_pressed = Signal()  # under the words
    choice_made = Signal(str)  # among them

    def __init__(self, view: ArticleListView, theme: Theme) -> None:
        super().__init__()
        self._view, self._theme = view, theme
        self._skeleton: SkeletonRows | None = None
        self._empty: EmptyState | None = None
        self._loading = QTimer(self, singleShot=True, interval=_LOADING_DELAY)
        self._loading.timeout.connect(self._show_outlines)
        self.addWidget(view)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours, and the height of outlines as that of the rows."""
        self._theme = theme
        if self._skeleton is not None:
            self._skeleton.set_look(theme, self._view.row_height)

    def wait(self) -> None:
        """Rows are on their way: outlines stand in if they take long."""
        self._loading.start()

    def arrive(self) -> None:
        """They came, or will not."""
        self._loading.stop()

    @property
    def shows_words(self) -> bool:
        """Whether there are words instead of rows."""
        return self._empty is not None and self.currentWidget() is self._empty

    def show_rows(self) -> None:
        """Show the rows."""
        self.setCurrentWidget(self._view)

    def show_words(self, fill: Callable[[EmptyState], object]) -> None:
        """Show words instead, put in by `fill`."""
        if self._empty is None:
            self._empty = EmptyState(self.parentWidget())
            self._empty.button_pressed.connect(self.button_pressed)
            self._empty.choice_made.connect(self.choice_made)
            self.addWidget(self._empty)
        fill(self._empty)
        self.setCurrentWidget(self._empty)

    def _show_outlines(self) -> None:
        if self._skeleton is None:
            self._skeleton = SkeletonRows(self._theme, self._view.row_height, self.parentWidget())
            self.addWidget(self._skeleton)
        self.setCurrentWidget(self._skeleton)
