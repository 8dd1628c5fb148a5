# SPDX-License-Identifier: MIT
"""The accent of the desktop: what the portal answers, and what the window makes of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import SLOT, QObject
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusVirtualObject,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.theme import THEMES
from reader.ui.application_style import ApplicationStyle
from reader.ui.desktop_accent import DesktopAccent, colour_in

_NEEDS_BUS = pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("dbus-daemon") is None, reason="no bus to be had"
)


@pytest.mark.parametrize(
    ("message", "colour"),
    [
        ("contents=([Variant: [Variant: [Argument: (ddd) 0, 0.5, 1]]]) )", "#0080FF"),
        ('contents=("a", "b", [Variant: [Argument: (ddd) 1, 1e-05, 0.25]]) )', "#FF0040"),
        ("contents=([Variant: [Argument: (ddd) -1, -1, -1]]) )", ""),
        ("contents=([Variant: [Argument: (ddd) 2, 0, 0]]) )", ""),
        ("contents=([Variant: [Argument: (ddd) 1.2.3, 0, 0]]) )", ""),
        ("contents=([Variant: [Argument: (dd) 0, 0]]) )", ""),
        ("", ""),
    ],
)
def test_messages_of_the_portal(message: str, colour: str) -> None:
    assert colour_in(message) == colour


def test_the_window_takes_it_on(qapp: QApplication, qtbot: QtBot) -> None:
    style = ApplicationStyle(qapp, "light")
    style.dress()
    with qtbot.waitSignal(style.theme_changed) as said:
        style.follow_accent("#9141AC")
    assert said.args is not None
    assert said.args[0].accent == style.theme.accent == "#9141AC"
    with qtbot.assertNotEmitted(style.theme_changed):
        style.follow_accent("#9141AC")
    style.choose("dark")
    assert style.theme.name == "dark"
    assert style.theme.accent != THEMES["dark"].accent
    style.follow_accent("")
    assert style.theme is THEMES["dark"]


@pytest.fixture
def bus_address() -> Iterator[str]:
    """A bus of this test's own."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.wait(20)
    daemon.stdout.close()


@pytest.fixture
def bus(bus_address: str) -> Iterator[QDBusConnection]:
    """A connection to it."""
    name = f"accent-{os.getpid()}"
    yield QDBusConnection.connectToBus(bus_address, name)
    QDBusConnection.disconnectFromBus(name)


class _Portal(QDBusVirtualObject):
    """Answers as a portal without an accent does: with an error."""

    asked: list[object]

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        self.asked.append(message.arguments())
        return connection.send(message.createErrorReply("org.freedesktop.portal.Error.NotFound", "none"))


@_NEEDS_BUS
def test_a_portal_is_asked_and_may_have_none(bus: QDBusConnection, qtbot: QtBot, qapp: QApplication) -> None:
    portal, parent = _Portal(), QObject()
    portal.asked = []
    assert bus.registerService("org.freedesktop.portal.Desktop")
    assert bus.registerVirtualObject("/org/freedesktop/portal/desktop", portal)
    accent = DesktopAccent(parent, bus)
    with qtbot.assertNotEmitted(accent.changed):
        accent.follow()
        qtbot.waitUntil(lambda: len(portal.asked) == 1, timeout=20_000)
    assert portal.asked[0] == ["org.freedesktop.appearance", "accent-color"]
    bus.unregisterObject("/org/freedesktop/portal/desktop")


@_NEEDS_BUS
@pytest.mark.skipif(shutil.which("gdbus") is None, reason="nothing to speak to the bus with")
def test_a_change_is_heard(bus_address: str, bus: QDBusConnection, qtbot: QtBot, qapp: QApplication) -> None:
    parent = QObject()
    accent = DesktopAccent(parent, bus, service="")
    said: list[str] = []
    accent.changed.connect(said.append)
    heard: Any = SLOT("heard(QDBusMessage)")
    connected = bus.connect(
        "", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings", "SettingChanged",
        accent, heard,
    )  # fmt: skip
    assert connected
    words = ["gdbus", "emit", "--session", "--object-path", "/org/freedesktop/portal/desktop", "--signal"]
    signal = ["org.freedesktop.portal.Settings.SettingChanged", "org.freedesktop.appearance", "accent-color"]
    environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": bus_address}
    for value in ("<(0.5, 0.25, 1.0)>", "<'none'>"):
        subprocess.run([*words, *signal, value], check=True, env=environment)
    qtbot.waitUntil(lambda: said == ["#8040FF", ""], timeout=20_000)
