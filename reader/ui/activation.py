# SPDX-License-Identifier: MIT
"""Brings a window to the front when a later start hands over files: X11, Wayland, Windows, macOS."""

from __future__ import annotations

import ctypes
import ctypes.util
import logging
import os
import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

log = logging.getLogger(__name__)

_CLIENT_MESSAGE = 33
_SUBSTRUCTURE = (1 << 20) | (1 << 19)  # SubstructureRedirectMask | SubstructureNotifyMask
_BY_A_PERSON = 2  # source indication of EWMH: asked for directly, not by the program on its own


def bring_to_front(window: QWidget, token: str) -> None:
    """Raise and activate `window`; `token` is the desktop's leave to do so."""
    if window.isMinimized():
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    platform = QGuiApplication.platformName()
    if platform == "wayland" and token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt takes it from there and out of there
    window.raise_()
    window.activateWindow()
    if platform == "xcb":
        _activate_on_x11(int(window.winId()), _time_of(token))


def _time_of(startup_id: str) -> int:
    """The moment of the person's click, in the server's milliseconds, at the end of a startup id; else 0."""
    found = re.search(r"_TIME(\d{1,10})$", startup_id)
    return int(found.group(1)) if found else 0


class _ClientMessage(ctypes.Structure):
    """XClientMessageEvent, padded to the size of XEvent."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("padding", ctypes.c_long * 12),
    )


def _activate_on_x11(window: int, moment: int) -> None:
    """Ask the window manager by EWMH; what Qt sends passes for the program's own wish, often refused."""
    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:
        return
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.restype = ctypes.c_ulong
    x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
    x11.XInternAtom.restype = ctypes.c_ulong
    x11.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    x11.XSendEvent.argtypes = [
        ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_long, ctypes.c_void_p,
    ]  # fmt: skip
    x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
    display = x11.XOpenDisplay(None)
    if not display:
        return
    event = _ClientMessage(type=_CLIENT_MESSAGE, send_event=1, display=display, window=window, format=32)
    event.message_type = x11.XInternAtom(display, b"_NET_ACTIVE_WINDOW", 0)
    event.data[0], event.data[1] = _BY_A_PERSON, moment
    x11.XSendEvent(display, x11.XDefaultRootWindow(display), 0, _SUBSTRUCTURE, ctypes.byref(event))
    x11.XCloseDisplay(display)
