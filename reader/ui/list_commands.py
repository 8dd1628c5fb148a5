# SPDX-License-Identifier: MIT
"""Acts on all articles that are selected in the list, and takes it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from reader.core.settings import ReadState

from .library_feed import LibraryFeed

if TYPE_CHECKING:
    from .article_list import ArticleList


class ListCommands(QObject):
    """Marks, stars, archives, copies; every change of state can be undone."""

    said = Signal(str)

    def __init__(self, feed: LibraryFeed, articles: ArticleList, parent: QObject) -> None:
        super().__init__(parent)
        self._feed, self._articles = feed, articles

    @property
    def has_many(self) -> bool:
        """Whether several articles are selected, so that a command is for all of them."""
        return self._articles.selected_count > 1

    def toggle_read(self) -> None:
        """Mark all as read, or all as unread where none is unread any more."""
        any_unread = any(each.state in _UNFINISHED for each in self._articles.selected_articles())
        self.set_state(ReadState.FINISHED if any_unread else ReadState.UNREAD)

    def toggle_star(self) -> None:
        """Star all, or take all stars away where every one has one."""
        self.set_starred(not all(each.starred for each in self._articles.selected_articles()))

    def toggle_archived(self) -> None:
        """Put all aside, or bring them back where all are."""
        archived = all(each.state == ReadState.ARCHIVED for each in self._articles.selected_articles())
        self.set_state(ReadState.FINISHED if archived else ReadState.ARCHIVED)

    def set_state(self, state: ReadState) -> None:
        """Give all selected articles a state."""
        changed = [each for each in self._articles.selected_articles() if each.state != state]
        self._feed.history.change([(each.path, {"state": state}) for each in changed])

    def set_starred(self, on: bool) -> None:
        """Star all selected articles, or take their stars away."""
        changed = [each for each in self._articles.selected_articles() if each.starred != on]
        self._feed.history.change([(each.path, {"starred": on}) for each in changed])

    def edit_tags(self, parent: QWidget) -> None:
        """Change the tags of all selected articles."""
        from .tag_dialog import edit_tags

        edit_tags(self._feed, [each.path for each in self._articles.selected_articles()], parent)

    def copy_paths(self) -> None:
        """Put the paths of the files on the clipboard, one a line."""
        paths = [str(each.path) for each in self._articles.selected_articles()]
        QGuiApplication.clipboard().setText("\n".join(paths))
        self.said.emit(self.tr("%n file path(s) copied.", "", len(paths)))

    @property
    def paths(self) -> list[Path]:
        """The files of the selected articles, where several are."""
        return [each.path for each in self._articles.selected_articles()] if self.has_many else []

    def note(self, undo: Callable[[], object]) -> None:
        """Remember how to take back what was just done."""
        self._feed.history.note(undo)

    def menu(self, parent: QWidget) -> QMenu:
        """What one can do with the selected articles together."""
        menu = QMenu(parent)
        menu.addSection(self.tr("%n article(s)", "", self._articles.selected_count))
        entries: tuple[tuple[str, Callable[[], object]], ...] = (
            (self.tr("Mark as read"), lambda: self.set_state(ReadState.FINISHED)),
            (self.tr("Mark as unread"), lambda: self.set_state(ReadState.UNREAD)),
            (self.tr("Add star"), lambda: self.set_starred(True)),
            (self.tr("Remove star"), lambda: self.set_starred(False)),
            (self.tr("Archive"), lambda: self.set_state(ReadState.ARCHIVED)),
            (self.tr("Tags…"), lambda: self.edit_tags(parent)),
            (self.tr("Copy file paths"), self.copy_paths),
        )
        for text, run in entries:
            menu.addAction(text).triggered.connect(lambda _on=False, run=run: run())
        return menu


_UNFINISHED = (ReadState.NEW, ReadState.UNREAD, ReadState.READING)
