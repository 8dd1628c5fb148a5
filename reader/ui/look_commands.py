# SPDX-License-Identifier: MIT
"""Changes how window and page look, remembers it, and shows it at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from reader.core.settings import OPTIONS, Preferences, options

from .application_style import ApplicationStyle
from .detail_view import DetailView
from .icons import Icons
from .look import LOOK_OPTIONS, PAGE_OPTIONS, next_choice, next_zoom, page_look
from .window_memory import saved_zoom

if TYPE_CHECKING:
    from .preference_changes import PreferenceChanges
    from .preferences_dialog import PreferencesDialog

_LOOK_NAMES = frozenset(option.name for option in PAGE_OPTIONS)


class LookCommands(QObject):
    """Theme, measures and zoom: from the keyboard, the menu, the "Aa" window and the preferences."""

    failed = Signal(str)  # one sentence
    preference_changed = Signal(str)  # name of an option, whoever changed it

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
        self._zoom = saved_zoom(state)
        self._dialog: PreferencesDialog | None = None
        self.own_size: float | None = None  # of the article that is shown, where it has one
        self.take_own_size: Callable[[float], object] = lambda _factor: None
        style.motion_changed.connect(self.apply)

    @property
    def zoom_factor(self) -> float:
        """The size of all articles that have none of their own."""
        return self._zoom

    @cached_property
    def changes(self) -> PreferenceChanges:
        """The way to change preferences; made when it is first needed."""
        from .preference_changes import PreferenceChanges

        changes = PreferenceChanges(self._preferences, self)
        changes.changed.connect(self._on_changed)
        changes.failed.connect(self.failed)
        return changes

    def open_preferences(self, icons: Icons) -> None:
        """Show the preferences dialog, beside the page it changes."""
        if self._dialog is None:
            from .preferences_dialog import PreferencesDialog

            self._dialog = PreferencesDialog(self.changes, self._style, icons, self._window)
            self._dialog.destroyed.connect(self._on_dialog_gone)
        if self._dialog.isVisible():
            self._dialog.raise_()
        self._dialog.show()
        self._dialog.activateWindow()

    def open_popover(self, anchor: QWidget) -> None:
        """Show the "Aa" window under its button."""
        from .look_popover import LookPopover

        popover = LookPopover(lambda name: self._preferences.get(OPTIONS[name]), self._window)
        popover.chosen.connect(self.changes.set)
        popover.reset_asked.connect(self._reset)
        popover.closed.connect(popover.deleteLater)
        popover.open_below(anchor)

    def next_theme(self) -> None:
        """The next theme, around."""
        self.changes.set(options.THEME.name, next_choice(self._preferences, options.THEME, 1, around=True))

    def step_width(self, step: int) -> None:
        """A wider or narrower column."""
        self.changes.set(
            options.WIDTH.name, next_choice(self._preferences, options.WIDTH, step, around=False)
        )

    def zoom(self, step: int) -> None:
        """One zoom step up or down; 0 is the normal size."""
        if self.own_size is not None:
            self.take_own_size(next_zoom(self.own_size, step))
            return
        self._zoom = next_zoom(self._zoom, step)
        self._detail.set_zoom(self._zoom)
        self._state.setValue("zoom", self._zoom)

    def apply(self) -> None:
        """Show the look in force, in the window and in the page."""
        from reader.core.page import look_attributes

        from .page_accent import show_accent

        theme = self._style.theme
        look = page_look(self._preferences, theme.name, reduced_motion=self._style.reduced_motion)
        self._detail.apply_theme(theme)
        self._detail.apply_look(look_attributes(look))
        show_accent(self._detail.view.page(), theme)

    def _reset(self) -> None:
        for option in (*LOOK_OPTIONS, options.CHINESE_SCRIPT):
            if not self.changes.is_default(option.name):
                self.changes.reset(option.name)

    def _on_changed(self, name: str) -> None:
        if name == options.THEME.name:
            self._style.choose(self._preferences.get(options.THEME))
        elif name == options.CHINESE_SCRIPT.name:
            self._detail.reload()
        elif name in _LOOK_NAMES:
            self.apply()
        self.preference_changed.emit(name)

    def _on_dialog_gone(self) -> None:
        self._dialog = None
