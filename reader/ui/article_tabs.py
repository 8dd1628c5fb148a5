# SPDX-License-Identifier: MIT
"""The open articles of one window: one view, whose page is switched; tabs, back and forward, the session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from reader.core.presence import is_folder

from .article_pages import ArticlePages, OpenPage
from .detail_view import DetailView, Shown
from .file_drag import drag_file
from .icons import Icons
from .library_feed import LibraryFeed
from .open_tabs import OpenTabs, Tab
from .tab_strip import TabStrip

Opener = Callable[[Path, str], None]


class ArticleTabs(QObject):
    """Keeps the tabs true to what the view shows, and the view to the tab that is chosen."""

    changed = Signal()
    window_close_asked = Signal()
    new_window_asked = Signal(object)  # Path

    def __init__(
        self,
        detail: DetailView,
        pages: ArticlePages,
        feed: LibraryFeed,
        icons: Icons,
        pane: QWidget,
        open_: Opener,
    ) -> None:
        super().__init__(pane)
        self._detail, self._pages, self._feed, self._icons = detail, pages, feed, icons
        self._pane, self._open = pane, open_
        self._open_tabs = OpenTabs()
        self._strip: TabStrip | None = None
        self._going_to: Path | None = None  # a step of ours, which is no new step of the history
        page = detail.state.page
        if page is not None:
            self._on_shown(page)
        detail.article_shown.connect(self._on_shown)
        detail.article_failed.connect(self._on_failed)

    @property
    def open_tabs(self) -> OpenTabs:
        """The tabs as they are."""
        return self._open_tabs

    def restore(self, kept: OpenTabs) -> None:
        """Bring the tabs of last time back, around the article that was opened first, if one was."""
        now = self._open_tabs.tab
        if now.path is None:
            self._take(kept)
            self._show_current()
        elif len(kept.tabs) > 1 or any(tab.pinned for tab in kept.tabs):
            index = kept.index_of(now.path)
            self._take(kept.go(len(kept.tabs) - 1).add(now, go=True) if index is None else kept.go(index))

    def open_in_new(self, path: Path, *, go: bool) -> None:
        """Open an article in a tab of its own, or go to the tab in which it is open."""
        index = self._open_tabs.index_of(path)
        if index is not None:
            if go:
                self.go(index)
        elif self._open_tabs.tab.path is None and self._detail.state.shown is not Shown.OPENING:
            self._open(path, "")
        else:
            self._take(self._open_tabs.add(Tab(path, path.stem), go=go))
            if go:
                self._show_current()
            else:
                self._learn_title(path)

    def new(self) -> None:
        """An empty tab, for an article to be chosen."""
        if self._open_tabs.tab.path is None:
            return
        self._take(self._open_tabs.add(Tab(), go=True))
        self._detail.show_invitation()

    def close(self, index: int | None = None) -> None:
        """Close a tab, the current one by default; the window, if it is the last."""
        if len(self._open_tabs.tabs) == 1:
            self.window_close_asked.emit()
            return
        before = self._open_tabs.tab
        self._take(self._open_tabs.close(self._open_tabs.current if index is None else index))
        if self._open_tabs.tab is not before:
            self._show_current()

    def close_others(self, index: int) -> None:
        """Close all tabs but one and the pinned ones."""
        before = self._open_tabs.tab
        self._take(self._open_tabs.close_others(index))
        if self._open_tabs.tab is not before:
            self._show_current()

    def reopen(self) -> None:
        """Bring the tab back that was closed last."""
        if self._open_tabs.closed:
            self._take(self._open_tabs.reopen())
            self._show_current()

    def go(self, index: int) -> None:
        """Choose a tab."""
        if index % len(self._open_tabs.tabs) != self._open_tabs.current:
            self._take(self._open_tabs.go(index))
            self._show_current()

    def step(self, by: int) -> None:
        """The next tab or the one before, around."""
        self.go(self._open_tabs.current + by)

    def travel(self, *, backwards: bool) -> None:
        """One step back or forward in the history of this tab."""
        tab = self._open_tabs.tab.gone(backwards)
        if tab is not None:
            self._take(self._open_tabs.put(tab))
            self._show_current()

    def follow(self, old: Path, new: Path) -> None:
        """A file was moved: its tabs are those of the same article, where it lies now."""
        self._take(self._open_tabs.moved(old, new))
        if self._open_tabs.tab.path == new and self._detail.state.path == old:
            self._show_current()

    def toggle_pin(self, index: int | None = None) -> None:
        """Pin or unpin a tab: a pinned one keeps its article and stays in front."""
        self._take(self._open_tabs.toggle_pin(self._open_tabs.current if index is None else index))

    def move(self, by: int) -> None:
        """Put the current tab further on or back, among its kind."""
        tabs = self._open_tabs
        target = tabs.current + by
        if 0 <= target < len(tabs.tabs):
            self._take(tabs.move(tabs.current, target))

    def to_new_window(self, index: int) -> None:
        """Open a tab's article in a window of its own instead."""
        path = self._open_tabs.tabs[index].path
        if path is not None:
            self.new_window_asked.emit(path)
            self.close(index)

    def _show_current(self) -> None:
        path = self._open_tabs.tab.path
        self._going_to = path
        if path is None:
            self._detail.show_invitation()
        elif path != self._detail.state.path or self._detail.state.shown is not Shown.ARTICLE:
            self._open(path, "")

    def _on_shown(self, page: OpenPage) -> None:
        path, title = page.article.path, page.article.metadata.title
        tabs, tab = self._open_tabs, self._open_tabs.tab
        if path == self._going_to or path == tab.path:
            self._take(tabs.put(replace(tab, path=path, title=title)))
        elif tab.pinned:
            self._take(tabs.add(Tab(path, title), go=True))
        else:
            self._take(tabs.put(tab.at(path, title)))
        self._going_to = None

    def _on_failed(self, path: Path, _why: str) -> None:
        self._going_to = None
        if self._open_tabs.tab.path is None and not is_folder(path):
            self._take(self._open_tabs.put(Tab(path, path.stem)))

    def _learn_title(self, path: Path) -> None:
        """Lay the page of a tab in the background out: then it has a title, and is there when wanted."""

        def done(page: OpenPage) -> None:
            index = self._open_tabs.index_of(path)
            if index is not None:
                title = page.article.metadata.title
                self._take(self._open_tabs.put(replace(self._open_tabs.tabs[index], title=title), index))

        self._pages.open(path, self._feed.options_for(path), done, lambda _error: None)

    def _take(self, tabs: OpenTabs) -> None:
        if tabs == self._open_tabs:
            return
        self._open_tabs = tabs
        self._show_strip()
        self.changed.emit()

    def _show_strip(self) -> None:
        tabs = self._open_tabs
        if len(tabs.tabs) == 1 and self._strip is None:
            return
        strip = self._strip or self._make_strip()
        empty = self.tr("New tab")
        rows = [(tab.title or empty, tab.pinned, str(tab.path or "")) for tab in tabs.tabs]
        strip.show_tabs(rows, tabs.current)

    def _make_strip(self) -> TabStrip:
        strip = TabStrip(self._icons, self._pane)
        strip.currentChanged.connect(self.go)
        strip.close_asked.connect(self.close)
        strip.close_others_asked.connect(self.close_others)
        strip.pin_asked.connect(self.toggle_pin)
        strip.moved.connect(self._on_moved)
        strip.window_asked.connect(self.to_new_window)
        strip.pulled_out.connect(self._on_pulled_out)
        layout = self._pane.layout()
        assert isinstance(layout, QBoxLayout)
        layout.insertWidget(0, strip)
        self._strip = strip
        return strip

    def _on_pulled_out(self, index: int) -> None:
        tab, strip = self._open_tabs.tabs[index], self._strip
        if tab.path is not None and strip is not None:
            drag_file(tab.path, tab.title, strip)

    def _on_moved(self, source: int, target: int) -> None:
        """The strip has moved the tab by itself; pinned ones go back to the front when the mouse lets go."""
        self._open_tabs = self._open_tabs.move(source, target)
        self.changed.emit()
        QTimer.singleShot(300, self._show_strip)
