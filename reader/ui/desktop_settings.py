# SPDX-License-Identifier: MIT
"""The desktop's accent colour, and whether it wants less motion: as they are, and whenever they change."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from .system_accent import system_accent


class ThemeListener(QWindow):
    """Never shown: every window hears of a change of the desktop, and this one has nothing else to hear."""

    def __init__(self, heard: Callable[[], object]) -> None:
        super().__init__()
        self._heard = heard

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ThemeChange:
            self._heard()
        return super().event(event)


class DesktopSettings(QObject):
    """Asks whoever knows on this system; what changes while the program runs is told at once."""

    accent_changed = Signal(str)  # `#rrggbb`, or empty where the desktop has none
    motion_changed = Signal(bool)  # whether there shall be less of it

    def __init__(self, parent: QObject, accent: Callable[[], str] = system_accent) -> None:
        super().__init__(parent)
        self._system_accent, self._accent = accent, ""
        self._less: dict[str, bool] = {}  # by who says so
        self._told = False
        self._listener: ThemeListener | None = None

    def follow(self) -> None:
        """Begin to tell."""
        style_hints = QGuiApplication.styleHints()  # Python lets go of what belongs to it together with it
        hints = style_hints.accessibility()
        hints.motionPreferenceChanged.connect(self._on_motion_hint)
        self._on_motion_hint(hints.motionPreference())
        if sys.platform.startswith("linux"):
            self._ask_portal()
        else:
            self.ask_system()

    def ask_system(self) -> None:
        """Read what the system keeps, now and whenever it or the person comes back from changing it."""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(lambda _state: self._read_accent())
        self._listener = ThemeListener(self._read_accent)
        self._read_accent()

    def hear_motion(self, whom: str, less: bool) -> None:
        """One of those who know says whether there shall be less motion; one is enough."""
        self._less[whom] = less
        if any(self._less.values()) != self._told:
            self._told = not self._told
            self.motion_changed.emit(self._told)

    def _on_motion_hint(self, preference: Qt.MotionPreference) -> None:
        self.hear_motion("qt", preference == Qt.MotionPreference.ReducedMotion)

    def _ask_portal(self) -> None:
        from .desktop_portal import DesktopPortal

        portal = DesktopPortal(self)
        portal.accent_said.connect(self.accent_changed)
        portal.motion_said.connect(self.hear_motion)
        portal.follow()

    def _read_accent(self) -> None:
        accent = self._system_accent()
        if accent != self._accent:
            self._accent = accent
            self.accent_changed.emit(accent)
