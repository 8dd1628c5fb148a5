# SPDX-License-Identifier: MIT
"""Accent and motion of the desktop: what portal and system answer, and what the window makes of it."""

from __future__ import annotations

import gc
import os
import plistlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import SLOT, QEvent, QObject, Qt
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusVirtualObject,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.theme import THEMES
from reader.ui.application_style import ApplicationStyle
from reader.ui.desktop_portal import DesktopPortal, colour_in
from reader.ui.desktop_settings import DesktopSettings, ThemeListener
from reader.ui.system_accent import from_macos, from_windows, system_accent

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
    asker = DesktopPortal(parent, bus)
    with qtbot.assertNotEmitted(asker.accent_said), qtbot.assertNotEmitted(asker.motion_said):
        asker.follow()
        qtbot.waitUntil(lambda: len(portal.asked) == 3, timeout=20_000)
    assert portal.asked == [
        ["org.freedesktop.appearance", "accent-color"],
        ["org.freedesktop.appearance", "reduced-motion"],
        ["org.gnome.desktop.interface", "enable-animations"],
    ]
    bus.unregisterObject("/org/freedesktop/portal/desktop")


@_NEEDS_BUS
@pytest.mark.skipif(shutil.which("gdbus") is None, reason="nothing to speak to the bus with")
def test_a_change_is_heard(bus_address: str, bus: QDBusConnection, qtbot: QtBot, qapp: QApplication) -> None:
    parent = QObject()
    portal = DesktopPortal(parent, bus, service="")
    said: list[object] = []
    portal.accent_said.connect(said.append)
    portal.motion_said.connect(lambda *told: said.append(told))
    heard: Any = SLOT("heard(QDBusMessage)")
    connected = bus.connect(
        "", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings", "SettingChanged",
        portal, heard,
    )  # fmt: skip
    assert connected
    words = ["gdbus", "emit", "--session", "--object-path", "/org/freedesktop/portal/desktop", "--signal"]
    signal = "org.freedesktop.portal.Settings.SettingChanged"
    environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": bus_address}
    for group, key, value in (
        ("org.freedesktop.appearance", "accent-color", "<(0.5, 0.25, 1.0)>"),
        ("org.freedesktop.appearance", "accent-color", "<'none'>"),
        ("org.freedesktop.appearance", "reduced-motion", "<uint32 1>"),
        ("org.freedesktop.appearance", "reduced-motion", "<uint32 0>"),
        ("org.gnome.desktop.interface", "enable-animations", "<false>"),
        ("org.gnome.desktop.interface", "cursor-size", "<24>"),
        ("org.gnome.desktop.interface", "enable-animations", "<true>"),
    ):
        subprocess.run([*words, signal, group, key, value], check=True, env=environment)
    motion = [("portal", True), ("portal", False), ("gnome", True), ("gnome", False)]
    qtbot.waitUntil(lambda: said == ["#8040FF", "", *motion], timeout=20_000)


def test_less_motion_is_wanted_as_long_as_anyone_says_so(qapp: QApplication) -> None:
    parent = QObject()
    settings = DesktopSettings(parent)
    told: list[bool] = []
    settings.motion_changed.connect(told.append)
    for whom, less in (("qt", False), ("gnome", True), ("portal", True), ("gnome", False), ("portal", False)):
        settings.hear_motion(whom, less)
    assert told == [True, False]


def test_qt_is_asked_on_every_system(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    parent = QObject()
    settings = DesktopSettings(parent)
    settings.follow()
    gc.collect()
    style_hints = qapp.styleHints()
    hints = style_hints.accessibility()
    with qtbot.waitSignal(settings.motion_changed) as said:
        hints.motionPreferenceChanged.emit(Qt.MotionPreference.ReducedMotion)
    assert said.args == [True]


def test_the_style_tells_of_motion_only_where_it_changes(qapp: QApplication, qtbot: QtBot) -> None:
    style = ApplicationStyle(qapp, "light")
    assert style.reduced_motion is not QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
    style.follow_motion(False)
    with qtbot.waitSignal(style.motion_changed):
        style.follow_motion(True)
    assert style.reduced_motion
    with qtbot.assertNotEmitted(style.motion_changed):
        style.follow_motion(True)


def test_the_accent_of_a_system_is_read_again_when_its_look_changes(qapp: QApplication, qtbot: QtBot) -> None:
    accents = ["#112233", "#112233", "#445566"]
    parent = QObject()
    settings = DesktopSettings(parent, lambda: accents.pop(0) if len(accents) > 1 else accents[0])
    with qtbot.waitSignal(settings.accent_changed) as said:
        settings.ask_system()
    assert said.args == ["#112233"]
    assert isinstance(settings._listener, ThemeListener)
    with qtbot.assertNotEmitted(settings.accent_changed):
        QApplication.sendEvent(settings._listener, QEvent(QEvent.Type.ThemeChange))
    with qtbot.waitSignal(settings.accent_changed) as said:
        QApplication.sendEvent(settings._listener, QEvent(QEvent.Type.ThemeChange))
    assert said.args == ["#445566"]


def test_what_systems_keep_of_their_accent(tmp_path: Path) -> None:
    assert from_windows(0xFFD77800) == "#0078D7"
    assert from_windows(None) == from_windows(-1) == ""
    kept = tmp_path / ".GlobalPreferences.plist"
    assert from_macos(kept) == ""
    for chosen, colour in ((5, "#A550A7"), (-1, "#8C8C8C"), (77, ""), ("red", "")):
        kept.write_bytes(plistlib.dumps({"AppleAccentColor": chosen}))
        assert from_macos(kept) == colour
    kept.write_bytes(plistlib.dumps({"Other": 1}))
    assert from_macos(kept) == ""
    kept.write_bytes(b"not a list")
    assert from_macos(kept) == ""
    if sys.platform.startswith("linux"):
        assert system_accent() == ""
