# SPDX-License-Identifier: MIT
"""Opens a file in another application: from the desktop's list, or by the desktop's own question."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QMimeDatabase, QProcess
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QWidget

from .desktop_applications import DesktopApplication, applications_for, is_confined, languages_of
from .elided_text import plain_line

log = logging.getLogger(__name__)

_PORTAL = "org.freedesktop.portal.Desktop"
_NAME_LIMIT = 60  # characters


def can_open_elsewhere() -> bool:
    """Whether this system lets us offer its other applications."""
    return sys.platform != "darwin"


def applications_menu(path: Path, parent: QWidget) -> QMenu:
    """The other applications that open a file, and the desktop's own question where it has one."""
    menu = QMenu(QCoreApplication.translate("ContextMenus", "Open with"), parent)
    menu.aboutToShow.connect(lambda: menu.isEmpty() and _fill(menu, path))  # they are looked up when wanted
    return menu


def _fill(menu: QMenu, path: Path) -> None:
    for application in () if is_confined() else _known(path):
        action = menu.addAction(plain_line(application.name, _NAME_LIMIT).replace("&", "&&"))
        action.setIcon(QIcon.fromTheme(application.icon))
        action.triggered.connect(partial(_start, application, path))
    if _has_question():
        menu.addSeparator()
        other = menu.addAction(QCoreApplication.translate("ContextMenus", "Other application…"))
        other.triggered.connect(lambda: ask_system(path))
    if menu.isEmpty():
        none = menu.addAction(QCoreApplication.translate("ContextMenus", "No other application is known"))
        none.setEnabled(False)


def ask_system(path: Path) -> None:
    """Let the system ask which application shall open a file."""
    if sys.platform == "win32":
        subprocess.Popen(["rundll32.exe", "shell32.dll,OpenAs_RunDLL", str(path)])
    else:
        _ask_portal(path)


def _known(path: Path) -> tuple[DesktopApplication, ...]:
    if not sys.platform.startswith("linux"):
        return ()
    kind = QMimeDatabase().mimeTypeForFile(str(path), QMimeDatabase.MatchMode.MatchExtension)
    types = [kind.name(), *kind.aliases(), *kind.allAncestors()]
    wanted = [each for each in types if each != "application/octet-stream"]
    return applications_for(wanted, os.environ, languages_of(QLocale().name()))


def _start(application: DesktopApplication, path: Path, _checked: bool = False) -> None:
    program, *arguments = application.words_for(path)
    QProcess.startDetached(program, arguments, str(path.parent))


def _has_question() -> bool:
    if not sys.platform.startswith("linux"):
        return sys.platform == "win32"
    from PySide6.QtDBus import QDBusConnection

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    return bool(bus.interface().isServiceRegistered(_PORTAL).value())


def _ask_portal(path: Path) -> None:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor

    try:
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError as error:
        log.info("the file cannot be handed to another application: %s", error)
        return
    try:
        descriptor = QDBusUnixFileDescriptor(handle)  # a copy of its own
    finally:
        os.close(handle)
    message = QDBusMessage.createMethodCall(
        _PORTAL, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.OpenURI", "OpenFile"
    )
    message.setArguments(["", descriptor, {"ask": True}])
    QDBusConnection.sessionBus().asyncCall(message)
