# SPDX-License-Identifier: MIT
"""Changes how window and page look, remembers it, and shows it at once."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from reader.core.errors import ReaderError
from reader.core.settings import OPTIONS, Preferences, options

from .application_style import ApplicationStyle
from .detail_view import DetailView
from .look import LOOK_OPTIONS, next_choice, next_zoom, page_look


class LookCommands(QObject):
    """Theme, measures and zoom: from the keyboard, the menu and the "Aa" window."""

    failed = Signal(str)  # one sentence

    def __init__(
        self,
        detail: DetailView,
        preferences: Preferences,
        style: ApplicationStyle,
        state: QSettings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._detail, self._preferences, self._style, self._state = detail, preferences, style, state
        self._window = window
        self._zoom = 1.0

    def open_popover(self, anchor: QWidget) -> None:
        """Show the "Aa" window under its button."""
        from .look_popover import LookPopover

        popover = LookPopover(lambda name: self._preferences.get(OPTIONS[name]), self._window)
        popover.chosen.connect(self.change)
        popover.reset_asked.connect(self._reset)
        popover.closed.connect(popover.deleteLater)
        popover.open_below(anchor)

    def change(self, name: str, value: object) -> None:
        """Set one preference and show it; a file that cannot be written does not stop that."""
        try:
            self._preferences.set(OPTIONS[name], value)
        except ReaderError as error:
            self.failed.emit(str(error))
        self._style.choose(self._preferences.get(options.THEME))
        self.apply()

    def next_theme(self) -> None:
        """The next theme, around."""
        self.change(options.THEME.name, next_choice(self._preferences, options.THEME, 1, around=True))

    def step_width(self, step: int) -> None:
        """A wider or narrower column."""
        self.change(options.WIDTH.name, next_choice(self._preferences, options.WIDTH, step, around=False))

    def zoom(self, step: int) -> None:
        """One zoom step up or down; 0 is the normal size."""
        self._zoom = next_zoom(self._zoom, step)
        self._detail.set_zoom(self._zoom)
        self._state.setValue("zoom", self._zoom)

    def restore_zoom(self) -> None:
        """The zoom of last time."""
        try:
            self._zoom = float(str(self._state.value("zoom", 1.0)))
        except ValueError:
            self._zoom = 1.0
        if self._zoom != 1.0:
            self._detail.set_zoom(self._zoom)

    def apply(self) -> None:
        """Show the look in force, in the window and in the page."""
        from reader.core.page import look_attributes

        theme = self._style.theme
        self._detail.apply_theme(theme)
        self._detail.apply_look(look_attributes(page_look(self._preferences, theme.name)))

    def _reset(self) -> None:
        for option in LOOK_OPTIONS:
            self._preferences.reset(option)
        self.apply()
