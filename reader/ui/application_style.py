# SPDX-License-Identifier: MIT
"""Which theme is in force, and the one moment at which the whole window takes it on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from reader.core.theme import THEMES, Theme

_HALF = 128  # of the lightness of a colour


class ApplicationStyle(QObject):
    """Follows the chosen theme and, where that is "system", the desktop's light or dark."""

    theme_changed = Signal(object)  # Theme
    motion_changed = Signal()

    def __init__(self, application: QApplication, choice: str) -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice
        self._less_motion: bool | None = None  # None until the desktop has said
        self._accent = ""  # of the desktop, as `#rrggbb`; empty: the theme's own
        self._tinted: dict[tuple[str, str], Theme] = {}
        self._applied: Theme | None = None
        self._dressed = False
        application.styleHints().colorSchemeChanged.connect(lambda _scheme: self._apply())

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        theme = resolve_theme(self._choice)
        if not self._accent:
            return theme
        key = (theme.name, self._accent)
        if key not in self._tinted:
            from reader.core.theme import with_accent

            self._tinted[key] = with_accent(theme, self._accent)
        return self._tinted[key]

    def follow_accent(self, accent: str) -> None:
        """Take on the accent of the desktop, as far as it reads; empty: it has none."""
        if accent != self._accent:
            self._accent = accent
            if self._dressed:
                self._apply()

    @property
    def reduced_motion(self) -> bool:
        """Whether the desktop wants less motion."""
        if self._less_motion is None:
            return not QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
        return self._less_motion

    def follow_motion(self, less: bool) -> None:
        """Take on what the desktop says of motion."""
        before, self._less_motion = self.reduced_motion, less
        if less != before:
            self.motion_changed.emit()

    def choose(self, choice: str) -> None:
        """Take on another theme, by name or "system"."""
        self._choice = choice
        self._apply()

    def colour(self) -> None:
        """Give the application the theme's grounds, before the first window shows: all a lone page needs."""
        from .style_sheet import palette

        self._application.setPalette(palette(self.theme))

    def dress(self) -> None:
        """Type and style sheet for everything beside the page; once, when it is about to be seen."""
        if not self._dressed:
            from .interface_type import interface_font, with_han_faces

            self._dressed = True
            self._application.setFont(with_han_faces(interface_font(self._application.font())))
            self._apply()

    def _apply(self) -> None:
        from .interface_type import enlarged, text_scale
        from .style_sheet import palette, style_sheet
        from .window_style import window_rules

        theme = self.theme
        if theme is self._applied:
            return
        self._applied = theme
        self._application.setPalette(palette(theme))
        sheet = style_sheet(theme) + window_rules(theme)
        self._application.setStyleSheet(enlarged(sheet, text_scale(self._application.font())))
        self.theme_changed.emit(theme)


def resolve_theme(choice: str) -> Theme:
    """The theme behind a choice; "system" asks the desktop.

    The style's own palette follows the desktop's light or dark, and costs the start less than the constants
    that name them.
    """
    if choice in THEMES:
        return THEMES[choice]
    ground = QApplication.style().standardPalette().window().color()
    return THEMES["dark" if ground.lightness() < _HALF else "light"]
