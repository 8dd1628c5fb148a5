# SPDX-License-Identifier: MIT
"""What stands around the page and acts on it; made together, once the page has been asked for."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QMainWindow, QMenu

from .actions import Actions
from .article_commands import ArticleCommands
from .detail_header import DetailHeader
from .icons import Icons
from .link_follower import LinkFollower
from .look_commands import LookCommands
from .recent_files import RecentFiles
from .status_line import StatusLine
from .window_dialogs import WindowDialogs
from .window_parts import WindowParts


@dataclass(frozen=True, slots=True)
class Furniture:
    """The window's actions, its lines above and below the page, and who carries out what is asked."""

    act: Actions
    icons: Icons
    status: StatusLine
    recent: RecentFiles
    commands: ArticleCommands
    look: LookCommands
    links: LinkFollower
    dialogs: WindowDialogs
    header: DetailHeader


def make_furniture(window: QMainWindow, parts: WindowParts) -> Furniture:
    """Everything but its places and its connections."""
    act = Actions(window)
    recent = RecentFiles(parts.state, window)
    return Furniture(
        act=act,
        icons=Icons(parts.style.theme, window),
        status=StatusLine(window),
        recent=recent,
        commands=ArticleCommands(parts.detail, parts.feed, parts.preferences, window),
        look=LookCommands(parts.detail, parts.preferences, parts.style, parts.state, window),
        links=LinkFollower(parts.preferences, window),
        dialogs=WindowDialogs(window),
        header=DetailHeader(act, _menus(window, act, recent), window),
    )


def _menus(window: QMainWindow, act: Actions, recent: RecentFiles) -> QMenu:
    """The menu bar, where it is the desktop's own, and the one menu that holds all of it."""
    bar = window.menuBar()
    menus = act.fill_menu_bar(bar)
    before = menus["file"].actions()[2]
    menus["file"].insertMenu(before, recent.menu)
    menu = QMenu(window)
    for each in menus.values():
        menu.addMenu(each)
    native = bar.isNativeMenuBar()
    bar.setVisible(native)
    act["menu_bar"].setVisible(not native)
    return menu
