# SPDX-License-Identifier: MIT
"""More like this: a menu of articles of the library that are about the same."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from .elided_text import plain_line
from .library_feed import LibraryFeed
from .menu_heading import add_heading

if TYPE_CHECKING:
    from reader.core.library import Library, ListedArticle

_MOST = 10
_TITLE_LIMIT = 60  # characters
_SOURCE_LIMIT = 24


class RelatedMenu(QObject):
    """Asks the library, then shows what it found."""

    chosen = Signal(Path)
    said = Signal(str)

    def __init__(self, feed: LibraryFeed, window: QWidget) -> None:
        super().__init__(window)
        self._feed, self._window = feed, window
        self._request = 0

    def open(self, path: Path, where: QPoint) -> None:
        """Look for articles like the one at `path` and show them at `where`."""
        self._request += 1
        request = self._request

        def work(library: Library) -> tuple[ListedArticle, ...]:
            return tuple(hit.article for hit in library.related(path, _MOST).hits)

        def done(articles: tuple[ListedArticle, ...]) -> None:
            if request == self._request:
                self._show(articles, where)

        self._feed.consult(work, done)

    def _show(self, articles: tuple[ListedArticle, ...], where: QPoint) -> None:
        if not articles:
            self.said.emit(self.tr("No article of the library is about the same."))
            return
        menu = self.menu(articles)
        menu.popup(where - QPoint(menu.sizeHint().width(), 0))

    def menu(self, articles: tuple[ListedArticle, ...]) -> QMenu:
        """One line for each article: its title, and where it came from."""
        menu = QMenu(self._window)
        add_heading(menu, self.tr("More like this"))
        for article in articles:
            title = plain_line(article.title, _TITLE_LIMIT).replace("&", "&&")
            source = plain_line(article.site or ", ".join(article.authors), _SOURCE_LIMIT).replace("&", "&&")
            action = menu.addAction(f"{title} · {source}" if source else title)
            action.setToolTip(article.title)
            action.triggered.connect(lambda _on=False, path=article.path: self.chosen.emit(path))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu
