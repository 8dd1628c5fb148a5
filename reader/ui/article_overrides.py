# SPDX-License-Identifier: MIT
"""Shows single articles in their own way: encoding, dialect, size, the original, without some elements."""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWebEngineCore import QWebEngineScript
from PySide6.QtWidgets import QWidget

from .actions import Actions
from .article_commands import ArticleCommands
from .article_pages import OpenPage
from .detail_view import DetailView, Shown
from .library_feed import LibraryFeed
from .look_commands import LookCommands
from .web_page import OUR_WORLD

if TYPE_CHECKING:
    from reader.core.settings.overrides import Overrides

    from .application_style import ApplicationStyle

_NAME = "hidden elements"


class ArticleOverrides(QObject):
    """Brings what was said of an article to the page when it is opened, and takes new words."""

    said = Signal(str)
    hidden_now = Signal(Path, str)  # article, mark of an element that was just hidden

    def __init__(
        self,
        detail: DetailView,
        feed: LibraryFeed,
        look: LookCommands,
        style: ApplicationStyle,
        actions: Actions,
        pane: QWidget,
    ) -> None:
        super().__init__(pane)
        self._detail, self._feed, self._look, self._style = detail, feed, look, style
        self._actions, self._pane = actions, pane
        self._page = detail.view.page()
        self._shown: Path | None = None
        self._was_original = False
        self._point: QPoint | None = None  # where the menu of the page was opened last
        look.take_own_size = self._zoom
        detail.article_shown.connect(self._on_shown)
        detail.first_paint.connect(self._on_painted)
        self._page.loadStarted.connect(self._prepare)
        detail.original_changed.connect(lambda _on: self._enable())
        detail.article_failed.connect(lambda *_failed: self._enable())
        detail.view.customContextMenuRequested.connect(self._on_menu)
        feed.overrides_changed.connect(self._on_changed)
        for name, run in (
            ("hide_element", self.hide_element),
            ("show_hidden", self.show_hidden),
            ("article_settings", self.open_dialog),
        ):
            actions[name].triggered.connect(lambda _on=False, run=run: run())
        self._enable()
        feed.learn_overrides()
        if detail.state.page is not None:
            self._on_shown(detail.state.page)

    @property
    def own(self) -> Overrides:
        """What holds for the article that is shown."""
        from reader.core.settings.overrides import Overrides

        path = self._detail.state.path
        return (self._feed.overrides_of(path) if path is not None else None) or Overrides()

    def hide_element(self) -> None:
        """Hide what is selected, else what the menu was opened on."""
        path, point = self._detail.state.path, self._point
        self._point = None
        if path is None or self._actions["hide_element"].isEnabled() is False:
            return
        zoom = self._detail.view.zoomFactor()
        place = "null,null" if point is None else f"{point.x() / zoom},{point.y() / zoom}"

        def marked(answer: object) -> None:
            if isinstance(answer, str) and answer:
                self._hide(path, answer)
            else:
                self.said.emit(self.tr("Select something of what is to be hidden, or right-click it."))

        self._run(f"mark({place})", marked)

    def show_hidden(self) -> None:
        """Show everything again that was hidden in the article."""
        from reader.core.settings.overrides import HIDE

        path = self._detail.state.path
        if path is not None and self.own.hidden:
            self._feed.override(path, {HIDE + mark: None for mark in self.own.hidden})

    def open_dialog(self) -> None:
        """Ask how the article that is shown is to be read and shown."""
        path = self._detail.state.path
        if path is None:
            return
        from .article_settings_dialog import ArticleSettingsDialog

        dialog = ArticleSettingsDialog(path, self._feed, self._style, self._pane.window())
        dialog.open()

    def _hide(self, path: Path, mark: str) -> None:
        from reader.core.settings.overrides import hide_name

        name = hide_name(mark)
        self._feed.override(path, {name: True})
        self.hidden_now.emit(path, name)

    def _zoom(self, factor: float) -> None:
        """The size changes for this article alone where it has one of its own."""
        path = self._detail.state.path
        if path is not None:
            self._feed.override(path, {"zoom": factor})

    def _set_size(self, own: Overrides) -> None:
        self._look.own_size = own.zoom
        self._detail.set_zoom(own.zoom or self._look.zoom_factor)

    def _on_menu(self, point: QPoint) -> None:
        self._point = point

    def _on_shown(self, page: OpenPage) -> None:
        path = page.article.path
        self._point = None
        own, first = self.own, path != self._shown
        self._shown, self._was_original = path, own.original
        self._set_size(own)
        self._enable()
        if own.original and first and not self._detail.state.original:
            commands = self._pane.window().findChild(ArticleCommands)
            if commands is not None:
                commands.article_opened(page)
            self._detail.show_original(True)
        elif own.hidden and self._detail.is_painted:
            self._on_painted()

    def _on_painted(self) -> None:
        self._enable()
        if self.own.hidden and not self._detail.state.original:
            self._apply()

    def _on_changed(self, path: Path) -> None:
        state = self._detail.state
        if path != self._detail.wanted:
            return
        right = self._feed.options_for(path)
        if self._detail.wanted_options != right:
            self._detail.show_article(path, right)
            return
        if state.page is None or state.page.article.path != path:
            return  # on its way: it is shown as it is wanted then
        own = self.own
        self._set_size(own)
        if own.original != self._was_original:
            self._was_original = own.original
            self._detail.show_original(own.original)
        elif not state.original:
            self._apply()
        self._enable()

    def _prepare(self) -> None:
        """A page begins to load: what is hidden in it is gone before it is painted."""
        scripts = self._page.scripts()
        for old in scripts.find(_NAME):
            scripts.remove(old)
        if not self.own.hidden:
            return
        script = QWebEngineScript()
        script.setName(_NAME)
        script.setWorldId(OUR_WORLD)
        script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentReady)
        script.setRunsOnSubFrames(False)
        script.setSourceCode(self._source(f"apply({json.dumps(list(self.own.hidden))})"))
        scripts.insert(script)

    def _apply(self) -> None:
        self._run(f"apply({json.dumps(list(self.own.hidden))})")

    def _enable(self) -> None:
        state = self._detail.state
        shown = state.shown is Shown.ARTICLE
        self._actions.enable(("article_settings",), shown)
        self._actions.enable(("hide_element",), shown and not state.original)
        self._actions.enable(("show_hidden",), shown and not state.original and bool(self.own.hidden))

    def _run(self, call: str, on_done: object = None) -> None:
        if not shiboken6.isValid(self._page):
            return
        source = self._source(call)
        if callable(on_done):
            self._page.runJavaScript(source, OUR_WORLD, on_done)
        else:
            self._page.runJavaScript(source, OUR_WORLD)

    def _source(self, call: str) -> str:
        return f"{self._script}\nglobalThis.readerHidden?.{call}"

    @cached_property
    def _script(self) -> str:
        from reader.core.resources import resource_text

        return resource_text("page", "hidden.js")
