# SPDX-License-Identifier: MIT
"""The accent colour of the desktop, from its settings portal, and whenever it changes.

https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

_SERVICE = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_SETTINGS = "org.freedesktop.portal.Settings"
_GROUP, _KEY = "org.freedesktop.appearance", "accent-color"
_NUMBER = r"(-?[\d.]+(?:e-?\d+)?)"
_SHARES = re.compile(rf"\[Argument: \(ddd\) {_NUMBER}, {_NUMBER}, {_NUMBER}\]")


class DesktopAccent(QObject):
    """Asks once, then listens; where there is no portal, nothing ever comes."""

    changed = Signal(str)  # `#rrggbb`, or empty where the desktop has none

    def __init__(self, parent: QObject, bus: QDBusConnection | None = None, service: str = _SERVICE) -> None:
        super().__init__(parent)
        self._bus, self._service = bus, service

    def follow(self) -> None:
        """Begin to tell of the accent."""
        if self._bus is None:
            if not has_session_bus():
                return
            self._bus = QDBusConnection.sessionBus()
        if not self._bus.isConnected():
            return
        heard: Any = SLOT("heard(QDBusMessage)")  # the stubs ask for bytes, which are refused
        self._bus.connect(self._service, _PATH, _SETTINGS, "SettingChanged", self, heard)
        question = QDBusMessage.createMethodCall(self._service, _PATH, _SETTINGS, "Read")
        question.setArguments([_GROUP, _KEY])
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(question), self)
        watcher.finished.connect(self._on_answer)

    @Slot(QDBusMessage)
    def heard(self, message: QDBusMessage) -> None:
        """The portal says that a setting has changed."""
        if message.arguments()[:2] == [_GROUP, _KEY]:
            self.changed.emit(colour_in(repr(message)))

    def _on_answer(self, watcher: QDBusPendingCallWatcher) -> None:
        reply = watcher.reply()
        if reply.type() == QDBusMessage.MessageType.ReplyMessage:
            self.changed.emit(colour_in(repr(reply)))
        watcher.deleteLater()


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
