# SPDX-License-Identifier: MIT
"""The entries of a right click that lead out of the list: to a tab, a window, the desktop, a letter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from .article_commands import reveal_file
from .article_file import ArticleFile, copy_text, send_by_mail

translate = QCoreApplication.translate


class Doors(Protocol):
    """Where an article can be opened."""

    def open_requested(self, path: Path, fragment: str = "") -> None:
        """Open an article in the current tab."""

    def open_beside(self, path: Path) -> None:
        """Open an article in a tab of its own, and stay where one is."""

    def open_in_window(self, path: Path) -> None:
        """Open an article in a window of its own."""


AskLink = Callable[[Callable[[str | None], object]], object]
"""Finds out where an article came from, and calls back."""


def add_openings(menu: QMenu, path: Path, doors: Doors) -> None:
    """Here, in a new tab, in a new window."""
    _add(menu, translate("ContextMenus", "Open"), lambda: doors.open_requested(path))
    _add(menu, translate("ContextMenus", "Open in new tab"), lambda: doors.open_beside(path))
    _add(menu, translate("ContextMenus", "Open in new window"), lambda: doors.open_in_window(path))


def add_copies(menu: QMenu, path: Path, title: str, ask_link: AskLink) -> None:
    """Path, link and Markdown for the clipboard, and a letter; those with a link wait until it is known."""
    known: list[str] = []

    def file() -> ArticleFile:
        return ArticleFile(path, title, known[0] if known else None)

    _add(menu, translate("ContextMenus", "Copy file path"), lambda: copy_text(str(path)))
    link = _add(menu, translate("ContextMenus", "Copy link to source"), lambda: copy_text(known[0]))
    _add(menu, translate("ContextMenus", "Copy as Markdown link"), lambda: copy_text(file().as_markdown()))
    letter = _add(menu, translate("ContextMenus", "Send link by mail…"), lambda: send_by_mail(file()))
    waiting = [link, letter]
    for action in waiting:
        action.setEnabled(False)
    menu.destroyed.connect(lambda *_gone: waiting.clear())

    def take(address: str | None) -> None:
        if address:
            known.append(address)
        for action in waiting:
            action.setEnabled(bool(address))

    ask_link(take)


def add_file_entries(menu: QMenu, path: Path) -> None:
    """What the desktop can do with the file."""
    from .other_applications import applications_menu, can_open_elsewhere

    if can_open_elsewhere():
        menu.addMenu(applications_menu(path, menu))
    _add(menu, translate("ContextMenus", "Show in file manager"), lambda: reveal_file(path))


def _add(menu: QMenu, text: str, run: Callable[[], object]) -> QAction:
    action = menu.addAction(text)
    action.triggered.connect(lambda _checked=False: run())
    return action
