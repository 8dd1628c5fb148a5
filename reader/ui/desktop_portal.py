# SPDX-License-Identifier: MIT
"""What the settings portal of a Linux desktop says of its accent and of motion, now and whenever it changes.

https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
"""

from __future__ import annotations

import os
import re
import sys
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

_SERVICE = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_SETTINGS = "org.freedesktop.portal.Settings"
_ACCENT = ("org.freedesktop.appearance", "accent-color")
_MOTION = ("org.freedesktop.appearance", "reduced-motion")
_ANIMATIONS = ("org.gnome.desktop.interface", "enable-animations")
"""What GNOME calls it, whose portals of before 2025 know no other name."""
_NUMBER = r"(-?[\d.]+(?:e-?\d+)?)"
_SHARES = re.compile(rf"\[Argument: \(ddd\) {_NUMBER}, {_NUMBER}, {_NUMBER}\]")
_VALUE = re.compile(r"\[Variant\((uint|bool)\): (\w+)\]")


class DesktopPortal(QObject):
    """Asks once, then listens; where there is no portal, nothing ever comes."""

    accent_said = Signal(str)  # `#rrggbb`, or empty where the desktop has none
    motion_said = Signal(str, bool)  # by which name, and whether there shall be less of it

    def __init__(self, parent: QObject, bus: QDBusConnection | None = None, service: str = _SERVICE) -> None:
        super().__init__(parent)
        self._bus, self._service = bus, service

    def follow(self) -> None:
        """Begin to tell."""
        if self._bus is None:
            if not has_session_bus():
                return
            self._bus = QDBusConnection.sessionBus()
        if not self._bus.isConnected():
            return
        heard: Any = SLOT("heard(QDBusMessage)")  # the stubs ask for bytes, which are refused
        self._bus.connect(self._service, _PATH, _SETTINGS, "SettingChanged", self, heard)
        for name in (_ACCENT, _MOTION, _ANIMATIONS):
            question = QDBusMessage.createMethodCall(self._service, _PATH, _SETTINGS, "Read")
            question.setArguments([*name])
            watcher = QDBusPendingCallWatcher(self._bus.asyncCall(question), self)
            watcher.finished.connect(partial(self._on_answer, name))

    @Slot(QDBusMessage)
    def heard(self, message: QDBusMessage) -> None:
        """The portal says that a setting has changed."""
        self._tell(tuple(message.arguments()[:2]), message)

    def _on_answer(self, name: tuple[str, str], watcher: QDBusPendingCallWatcher) -> None:
        reply = watcher.reply()
        if reply.type() == QDBusMessage.MessageType.ReplyMessage:
            self._tell(name, reply)
        watcher.deleteLater()

    def _tell(self, name: tuple[object, ...], message: QDBusMessage) -> None:
        written = repr(message)
        if name == _ACCENT:
            self.accent_said.emit(colour_in(written))
        elif name == _MOTION:
            self.motion_said.emit("portal", value_in(written) == "1")
        elif name == _ANIMATIONS:
            self.motion_said.emit("gnome", value_in(written) == "false")


def has_session_bus() -> bool:
    """Whether the desktop has a bus to ask; else asking would start one."""
    if not sys.platform.startswith("linux"):
        return False
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    named = bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS"))
    return named or (bool(runtime) and Path(runtime, "bus").exists())


def colour_in(message: str) -> str:
    """The colour of a message as Qt describes it: shares of red, green and blue; empty where it holds none.

    Of structures, PySide6 offers only the writing; what Qt says of a message names the numbers.
    """
    found = _SHARES.search(message)
    try:
        shares = [float(share) for share in found.groups()] if found else []
    except ValueError:
        return ""
    if len(shares) != 3 or not all(0.0 <= share <= 1.0 for share in shares):
        return ""
    return "#" + "".join(f"{round(255 * share):02X}" for share in shares)


def value_in(message: str) -> str:
    """The number or truth value of a message as Qt describes it; empty where it holds neither."""
    found = _VALUE.search(message)
    return found.group(2) if found else ""
