# SPDX-License-Identifier: MIT
"""The side of the window that looks after the reading state; made once the first page is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from .detail_view import Shown
from .folder_sync import FolderSync
from .look_commands import LookCommands
from .window_parts import WindowParts

if TYPE_CHECKING:
    from reader.core.library import Library
    from reader.core.settings import Recognition


class StateSide(QObject):
    """Keeps machines in step and shows what came from them."""

    said = Signal(str)  # one sentence for the status line
    marks_changed = Signal()  # highlights came or went behind the window's back

    def __init__(self, parts: WindowParts, look: LookCommands, pane: QWidget) -> None:
        super().__init__(pane)
        self._detail, self._feed = parts.detail, parts.feed
        self.sync = FolderSync(parts.feed, parts.tasks, look.changes, self)
        self.sync.said.connect(self.said)
        self.sync.merged.connect(lambda _report: self._on_merged())

    def _on_merged(self) -> None:
        """Other machines changed something: bring it to the articles here, and on screen."""
        self._feed.consult(_recognise, lambda _found: self._show_all_anew())

    def _show_all_anew(self) -> None:
        self._feed.refresh()
        state = self._detail.state
        if state.shown is Shown.ARTICLE and state.path is not None:
            self._feed.state_of(state.path, self._feed.state_changed.emit)
            self.marks_changed.emit()


def _recognise(library: Library) -> Recognition:
    return library.recognise_strays()
