# SPDX-License-Identifier: MIT
"""Tells through the desktop that long work is done, to who does not look at the window.

https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Notification.html
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from .library_feed import LibraryFeed

_SERVICE, _PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
_INTERFACE = "org.freedesktop.portal.Notification"
LONG = 20.0  # seconds; whoever waits less is still there


class Notifications(QObject):
    """Watches scans by itself; others say what they have finished."""

    def __init__(
        self,
        feed: LibraryFeed,
        parent: QObject,
        now: Callable[[], float] = time.monotonic,
        post: Callable[[str, str, str], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self._now, self._post = now, post or post_to_desktop
        self._scan_began: float | None = None
        feed.scan_progressed.connect(self._on_progress)
        feed.scan_finished.connect(self._on_scanned)

    def tell(self, subject: str, sentence: str) -> None:
        """Say a sentence; an earlier one about the same subject gives way to it."""
        if QGuiApplication.applicationState() != Qt.ApplicationState.ApplicationActive:
            self._post(subject, "Article Reader", sentence)

    def _on_progress(self, _done: int, _total: int) -> None:
        if self._scan_began is None:
            self._scan_began = self._now()

    def _on_scanned(self, report: object) -> None:
        began, self._scan_began = self._scan_began, None
        if began is None or self._now() - began < LONG or not isinstance(report, dict):
            return
        articles = report.get("articles")
        if isinstance(articles, int):
            self.tell("scan", self.tr("The library is ready: %Ln article(s).", "", articles))


def post_to_desktop(subject: str, title: str, sentence: str) -> None:
    """Hand a sentence to the portal; where there is none, nothing happens."""
    from .desktop_portal import has_session_bus

    if not has_session_bus():
        return
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    bus = QDBusConnection.sessionBus()
    if bus.isConnected():
        message = QDBusMessage.createMethodCall(_SERVICE, _PATH, _INTERFACE, "AddNotification")
        message.setArguments([subject, {"title": title, "body": sentence}])
        message.setAutoStartService(False)
        bus.asyncCall(message)
