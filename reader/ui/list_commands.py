# SPDX-License-Identifier: MIT
"""Acts on all articles that are selected in the list, and takes it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from reader.core.settings import ReadState

from .library_feed import LibraryFeed
from .menu_heading import add_heading
from .state_changes import Changes

if TYPE_CHECKING:
    from array import array

    from reader.core.library import Library, ListedArticle

    from .article_list import ArticleList

_MANY = 500  # articles


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
        self._toggle(_READ)

    def toggle_star(self) -> None:
        """Star all, or take all stars away where every one has one."""
        self._toggle(_STARRED)

    def toggle_archived(self) -> None:
        """Put all aside, or bring them back where all are."""
        self._toggle(_ARCHIVED)

    def set_state(self, state: ReadState) -> None:
        """Give all selected articles a state."""
        self._set("state", state)

    def set_starred(self, on: bool) -> None:
        """Star all selected articles, or take their stars away."""
        self._set("starred", on)

    def _toggle(self, toggle: _Toggle) -> None:
        if self._are_many:
            ids = self._articles.view.selected_ids()
            self._feed.consult(
                lambda library: toggle.is_on_for_all(library, ids),
                lambda on: self._set_many(ids, toggle.name, toggle.off if on else toggle.on),
            )
            return
        on = all(map(toggle.is_on, self._articles.selected_articles()))
        self._set(toggle.name, toggle.off if on else toggle.on)

    def _set(self, name: str, value: object) -> None:
        if self._are_many:
            self._set_many(self._articles.view.selected_ids(), name, value)
        else:
            changes = _changes(self._articles.selected_articles(), name, value)
            self._feed.history.change(changes)

    def _set_many(self, ids: array[int], name: str, value: object) -> None:
        from .bulk_change import pieces_of

        pieces = pieces_of(ids, lambda _library, articles: _changes(articles, name, value))
        self._feed.history.change_many(pieces)

    @property
    def _are_many(self) -> bool:
        """Whether so many are selected that reading them all would be felt."""
        return self._articles.selected_count > _MANY

    def edit_tags(self, parent: QWidget) -> None:
        """Change the tags of all selected articles."""
        from .tag_dialog import edit_tags, edit_tags_of_many

        if self._are_many:
            edit_tags_of_many(self._feed, self._articles.view.selected_ids(), parent)
            return
        edit_tags(self._feed, [each.path for each in self._articles.selected_articles()], parent)

    def copy_paths(self) -> None:
        """Put the paths of the files on the clipboard, one a line."""

        def copy(paths: list[Path]) -> None:
            QGuiApplication.clipboard().setText("\n".join(map(str, paths)))
            self.said.emit(self.tr("%Ln file path(s) copied.", "", len(paths)))

        self.with_paths(copy)

    def with_paths(self, run: Callable[[list[Path]], object]) -> None:
        """Do something with the files of all selected articles, once they are known."""
        if self._are_many:
            self._feed.paths_of(self._articles.view.selected_ids(), run)
        else:
            run([each.path for each in self._articles.selected_articles()])

    def menu(self, parent: QWidget) -> QMenu:
        """What one can do with the selected articles together."""
        menu = QMenu(parent)
        add_heading(menu, self.tr("%Ln article(s)", "", self._articles.selected_count))
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


def _changes(articles: Sequence[ListedArticle], name: str, value: object) -> Changes:
    """What makes them so; those that are so already are left out."""
    values = {name: value}
    return [(each.path, values) for each in articles if getattr(each, name) != value]


@dataclass(frozen=True, slots=True)
class _Toggle:
    """A switch for several articles: off only where it is on for all of them."""

    name: str
    on: object
    off: object
    is_on: Callable[[ListedArticle], bool]
    is_on_for_all: Callable[[Library, array[int]], bool]  # for more articles than one would look at


def _are_all_read(library: Library, ids: array[int]) -> bool:
    from reader.core.library import ArticleQuery

    unread = library.article_ids(ArticleQuery(unread=True))
    begun = library.article_ids(ArticleQuery(state=ReadState.READING))
    return {*unread, *begun}.isdisjoint(ids)


def _are_all_starred(library: Library, ids: array[int]) -> bool:
    from reader.core.library import ArticleQuery

    return set(library.article_ids(ArticleQuery(starred=True))).issuperset(ids)


def _are_all_archived(library: Library, ids: array[int]) -> bool:
    from reader.core.library import ArticleQuery

    return set(library.article_ids(ArticleQuery(state=ReadState.ARCHIVED))).issuperset(ids)


_READ = _Toggle(
    "state",
    ReadState.FINISHED,
    ReadState.UNREAD,
    lambda article: article.state not in _UNFINISHED,
    _are_all_read,
)
_STARRED = _Toggle("starred", True, False, lambda article: article.starred, _are_all_starred)
_ARCHIVED = _Toggle(
    "state",
    ReadState.ARCHIVED,
    ReadState.FINISHED,
    lambda article: article.state == ReadState.ARCHIVED,
    _are_all_archived,
)
