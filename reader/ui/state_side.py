# SPDX-License-Identifier: MIT
"""The side of the window that looks after the reading state; made once the first page is painted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from .actions import Actions
from .article_overrides import ArticleOverrides
from .detail_view import Shown
from .folder_sync import FolderSync
from .identity_question import IdentityQuestion
from .look_commands import LookCommands
from .place_question import PlaceQuestion
from .state_carrier import StateCarrier
from .window_parts import WindowParts

if TYPE_CHECKING:
    from .state_history import TakenBack


class StateSide(QObject):
    """Keeps machines in step, shows what came from them, and asks what only a person can say."""

    said = Signal(str)  # one sentence for the status line
    marks_changed = Signal()  # highlights came or went behind the window's back

    def __init__(self, parts: WindowParts, look: LookCommands, actions: Actions, pane: QWidget) -> None:
        super().__init__(pane)
        self._detail, self._feed, self._pane = parts.detail, parts.feed, pane
        locale = QLocale(parts.language)
        self.sync = FolderSync(parts.feed, parts.tasks, look.changes, self, locale)
        self.sync.said.connect(self.said)
        self.overrides = ArticleOverrides(parts.detail, parts.feed, look, parts.style, actions, pane)
        self.overrides.said.connect(self.said)
        actions["undo"].triggered.connect(lambda _on=False: parts.feed.history.undo())
        actions["tags"].triggered.connect(lambda _on=False: self.edit_tags())
        actions["share_state"].triggered.connect(lambda _on=False: self.share_state())
        self.overrides.hidden_now.connect(self._on_hidden)
        self.carrier = StateCarrier(parts.feed, parts.tasks, parts.style, pane)
        self.carrier.said.connect(self.said)
        self.carrier.taken.connect(self._on_merged)
        actions["take_in"].triggered.connect(lambda _on=False: self.carrier.ask_what_to_take_in())
        actions["write_state"].triggered.connect(lambda _on=False: self.carrier.ask_where_to_write())
        self.identity = IdentityQuestion(parts.feed, parts.style, locale, pane)
        self.place = PlaceQuestion(parts.detail, parts.feed, locale, pane)
        layout = pane.layout()
        assert isinstance(layout, QBoxLayout)
        for bar in (self.place.bar, self.identity.bar):
            layout.addWidget(bar)
        self.identity.said.connect(self.said)
        self.identity.settled.connect(self.show_all_anew)
        self.sync.merged.connect(lambda _report: self._on_merged())

    def edit_tags(self) -> None:
        """Ask for the tags of the articles that are selected, else of the one that is open."""
        from .library_side import LibrarySide
        from .tag_dialog import edit_tags

        window, path = self._pane.window(), self._detail.state.path
        side = window.findChild(LibrarySide)
        if side is not None and side.commands.has_many:
            side.commands.edit_tags(window)
        elif path is not None:
            page = self._detail.state.page
            of_file = page.article.metadata.tags if page is not None else ()
            edit_tags(self._feed, [path], window, of_file)

    def share_state(self) -> None:
        """Let the copies that are selected, or those of the open article, share what is done with them."""
        from .library_side import LibrarySide
        from .share_states import MOST_COPIES, ShareStates

        window, path = self._pane.window(), self._detail.state.path
        side = window.findChild(LibrarySide)
        listed = side.articles.selected_articles(MOST_COPIES + 1) if side is not None else ()
        selected = [each.path for each in listed]
        paths = selected if len(selected) > 1 or path is None else [path]
        if paths:
            share = ShareStates(self._feed, window)
            share.said.connect(self.said)
            share.shared.connect(self.show_all_anew)
            share.ask(paths)

    def _on_hidden(self, path: Path, name: str) -> None:
        feed = self._feed

        def show_again(on_done: TakenBack, _on_failed: object) -> None:
            feed.override(path, {name: None})
            on_done("")

        feed.history.note(show_again, done=self.tr("Element hidden."))

    def _on_merged(self) -> None:
        """Other machines changed something: bring it to the articles here, and on screen."""
        self.show_all_anew()
        self.identity.look()
        self.place.look()

    def show_all_anew(self) -> None:
        """Very much of the reading state may be otherwise: ask for all that is on screen, in every window."""
        self._feed.tell_outdated(frozenset({"tags"}))
        self._feed.learn_overrides()
        if self._detail.state.shown is Shown.ARTICLE:
            self.marks_changed.emit()
