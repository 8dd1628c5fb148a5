# SPDX-License-Identifier: MIT
"""Reading statistics in the window: the clock that records them, and the page that shows them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QWidget

from .look_commands import LookCommands
from .reading_clock import ReadingClock
from .window_parts import WindowParts

if TYPE_CHECKING:
    from .statistics_dialog import StatisticsDialog


class StatisticsCommands(QObject):
    """Records while reading, and opens the page."""

    def __init__(self, parts: WindowParts, look: LookCommands, pane: QWidget) -> None:
        super().__init__(pane)
        self._parts, self._look, self._pane = parts, look, pane
        self._dialog: StatisticsDialog | None = None
        self.clock = ReadingClock(parts.detail, parts.feed, parts.preferences, self)

    def open(self) -> None:
        """Show the statistics page with what was read up to now."""
        from .statistics_dialog import StatisticsDialog, read_recorded

        self.clock.tick()
        self.clock.hand_over()
        if self._dialog is None:
            locale = QLocale(self._parts.language)
            window = self._pane.window()
            self._dialog = StatisticsDialog(self._look.changes, self._parts.style, locale, window)
            self._dialog.destroyed.connect(self._on_dialog_gone)
        dialog = self._dialog
        today = datetime.now().astimezone().date()

        def known(recorded: object) -> None:
            if self._dialog is dialog:
                dialog.show_recorded(recorded, today)  # type: ignore[arg-type]
                dialog.show()
                dialog.activateWindow()

        self._parts.feed.consult(read_recorded, known)

    def end(self) -> None:
        """Keep what was gathered; the window closes."""
        self.clock.tick()
        self.clock.hand_over()

    def _on_dialog_gone(self) -> None:
        self._dialog = None
