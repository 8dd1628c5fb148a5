# SPDX-License-Identifier: MIT
"""Fills the palette: from the table of actions, the tabs, this article's headings, and the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from reader.core.errors import ReaderError

from .actions import Actions
from .article_tabs import ArticleTabs
from .command_palette import CommandPalette
from .detail_view import DetailView
from .library_feed import LibraryFeed
from .palette_entries import PaletteEntry
from .places import Place, PlaceKind

if TYPE_CHECKING:
    from reader.core.library import CategoryNode, Library, ListedArticle
    from reader.core.settings import SmartList

_MOST_ARTICLES = 20
_SELF = "palette"
translate = QCoreApplication.translate


class PaletteSource:
    """Opens the palette with what there is at that moment."""

    def __init__(
        self,
        actions: Actions,
        tabs: ArticleTabs,
        detail: DetailView,
        feed: LibraryFeed,
        go_to: Callable[[Place], object],
        open_: Callable[[Path], object],
    ) -> None:
        self._actions, self._tabs, self._detail, self._feed = actions, tabs, detail, feed
        self._go_to, self._open = go_to, open_

    def open_over(self, window: QWidget) -> CommandPalette:
        """Show the palette over a window."""
        palette = CommandPalette([*self._other_tabs(), *self._headings(), *self._doing()], self._find, window)
        palette.open_over(window)
        self._feed.consult(
            lambda library: (library.states.smart_lists.all(), library.categories()),
            lambda found: self._add_places(palette, *found),
        )
        return palette

    def _doing(self) -> list[PaletteEntry]:
        entries: list[PaletteEntry] = []
        for spec, action in self._actions.all():
            if spec.name == _SELF or not action.isEnabled() or not action.isVisible():
                continue
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            also = f"{spec.text} {spec.name.replace('_', ' ')}"
            entries.append(PaletteEntry(action.text().rstrip("…"), keys, action.trigger, also, rank=1))
        return entries

    def _other_tabs(self) -> list[PaletteEntry]:
        hint = translate("CommandPalette", "Tab")
        tabs = self._tabs.open_tabs
        return [
            PaletteEntry(tab.title, hint, partial(self._tabs.go, index))
            for index, tab in enumerate(tabs.tabs)
            if tab.title and index != tabs.current
        ]

    def _headings(self) -> list[PaletteEntry]:
        page = self._detail.state.page
        hint = translate("CommandPalette", "Heading")
        headings = page.article.headings if page is not None else ()
        return [
            PaletteEntry(heading.text, hint, partial(self._detail.scroll_to, heading.anchor), rank=2)
            for heading in headings
        ]

    def _add_places(
        self, palette: CommandPalette, lists: Sequence[SmartList], nodes: Sequence[CategoryNode]
    ) -> None:
        smart = translate("CommandPalette", "Smart list")
        hint = translate("CommandPalette", "Category")
        entries = [
            PaletteEntry(
                " / ".join(node.path),
                hint,
                partial(self._go_to, Place(PlaceKind.CATEGORY, node.path)),
                rank=3,
            )
            for node in nodes
        ]
        for each in lists:
            place = Place(PlaceKind.SMART_LIST, (each.id,), each.name)
            entries.append(PaletteEntry(each.name, smart, partial(self._go_to, place), rank=3))
        try:
            palette.add(entries)
        except RuntimeError:  # it is closed already
            return

    def _find(self, typed: str, on_found: Callable[[Sequence[PaletteEntry]], None]) -> None:
        hint = translate("CommandPalette", "Article")

        def done(articles: Sequence[ListedArticle]) -> None:
            entries = [PaletteEntry(each.title, hint, partial(self._open, each.path)) for each in articles]
            try:
                on_found(entries)
            except RuntimeError:  # it is closed already
                return

        self._feed.consult(lambda library: titles(library, typed), done)


def titles(library: Library, typed: str) -> list[ListedArticle]:
    """Articles whose title contains what was typed, then those the search data finds, by pinyin too."""
    from reader.core.library import ArticleQuery

    found = list(library.articles(ArticleQuery(text=typed, limit=_MOST_ARTICLES)))
    words = " ".join(f'title:"{word}"' for word in typed.replace('"', " ").split())
    try:
        hits = library.search(words, _MOST_ARTICLES).hits if words else ()
    except ReaderError:
        hits = ()
    known = {article.key for article in found}
    return [*found, *(hit.article for hit in hits if hit.article.key not in known)][:_MOST_ARTICLES]
