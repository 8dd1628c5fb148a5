# SPDX-License-Identifier: MIT
"""The menus of a right click: on an article of the list, on a place, on the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QMenu, QWidget

from reader.core.settings import ReadState

from .actions import Actions
from .article_commands import reveal_file
from .article_file import copy_text
from .file_menu import add_copies, add_file_entries, add_openings
from .folder_removal import remove_folder
from .library_feed import LibraryFeed
from .menu_heading import add_heading
from .places import Place, PlaceKind
from .tag_dialog import edit_tags
from .web_page import WebPage

if TYPE_CHECKING:
    from reader.core.library import FolderRules, ListedArticle

    from .file_menu import Doors
    from .picture_commands import PictureCommands

translate = QCoreApplication.translate
_OF_THE_PAGE = (
    ("find", "toggle_star", "toggle_read", "original", "article_settings"),
    ("article_window", "copy_path", "copy_link", "copy_markdown", "mail_link"),
    ("open_with", "reveal", "save_pdf", "save_copy"),
)
ReadAs = Callable[[Path, str, str | None], object]
"""Reads an article again in another `encoding` or `dialect`; None: as it says itself."""
ENCODINGS = ("UTF-8", "GB18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR", "Windows-1251", "Windows-1252")


def article_menu(
    article: ListedArticle,
    feed: LibraryFeed,
    parent: QWidget,
    read_as: ReadAs | None = None,
    doors: Doors | None = None,
) -> QMenu:
    """What one can do with an article without opening it; `read_as` reads it again in another encoding."""
    menu = QMenu(parent)
    path = article.path
    if doors is not None:
        add_openings(menu, path, doors)
        menu.addSeparator()
    unread = article.state in (ReadState.NEW, ReadState.UNREAD, ReadState.READING)
    text = (
        translate("ContextMenus", "Mark as read") if unread else translate("ContextMenus", "Mark as unread")
    )
    state = ReadState.FINISHED if unread else ReadState.UNREAD
    menu.addAction(text).triggered.connect(lambda: feed.history.change([(path, {"state": state})]))
    star = (
        translate("ContextMenus", "Remove star") if article.starred else translate("ContextMenus", "Add star")
    )
    menu.addAction(star).triggered.connect(
        lambda: feed.history.change([(path, {"starred": not article.starred})])
    )
    menu.addAction(translate("ContextMenus", "Tags…")).triggered.connect(
        lambda: edit_tags(feed, [path], parent)
    )
    menu.addSeparator()
    add_copies(
        menu,
        path,
        article.title,
        lambda take: feed.consult(lambda library: library.source_url(path), take),
    )
    menu.addSeparator()
    add_file_entries(menu, path)
    if read_as is not None and article.problems:
        _add_ways_to_read(menu, path, feed, read_as)
    return menu


def _add_ways_to_read(menu: QMenu, path: Path, feed: LibraryFeed, read_as: ReadAs) -> None:
    """The encodings and dialects in which an article can be read again, those that hold now checked."""
    from .folder_rules_dialog import DIALECT_NAMES

    own = feed.overrides_of(path)
    encodings = [(name, name.lower()) for name in ENCODINGS]
    dialects = [(name, dialect.value) for dialect, name in DIALECT_NAMES.items()]
    again = menu.addMenu(translate("ContextMenus", "Read again as"))
    for title, what, choices, holds in (
        (translate("ContextMenus", "Encoding"), "encoding", encodings, own.encoding if own else None),
        (translate("ContextMenus", "Written for"), "dialect", dialects, own.dialect if own else None),
    ):
        add_heading(again, title)
        for name, value in ((translate("ContextMenus", "What it says itself"), None), *choices):
            action = again.addAction(name)
            action.setCheckable(True)
            action.setChecked(value == holds)
            action.triggered.connect(lambda _on=False, what=what, value=value: read_as(path, what, value))


def problem_menu(path: Path, parent: QWidget) -> QMenu:
    """What one can do with what could not be taken in."""
    menu = QMenu(parent)
    menu.addAction(translate("ContextMenus", "Copy file path")).triggered.connect(
        lambda: copy_text(str(path))
    )
    menu.addAction(translate("ContextMenus", "Show in file manager")).triggered.connect(
        lambda: reveal_file(path)
    )
    return menu


def place_menu(place: Place, feed: LibraryFeed, parent: QWidget) -> QMenu:
    """What one can do with a place of the library panel."""
    menu = QMenu(parent)
    if place.kind is PlaceKind.FOLDER and isinstance(place.value, Path):
        folder = place.value
        menu.addAction(translate("ContextMenus", "Show in file manager")).triggered.connect(
            lambda: reveal_file(folder)
        )
        if feed.is_library_folder(folder):
            rules = menu.addAction(translate("ContextMenus", "How this folder is read…"))
            rules.triggered.connect(lambda: _ask_rules(folder, feed, parent))
            menu.addSeparator()
            remove = menu.addAction(translate("ContextMenus", "Remove from library"))
            remove.setToolTip(
                translate("ContextMenus", "The files and their reading state stay as they are.")
            )
            remove.triggered.connect(lambda: remove_folder(feed, folder))
    return menu


def _ask_rules(folder: Path, feed: LibraryFeed, parent: QWidget) -> None:
    def ask(rules: FolderRules) -> None:
        from .folder_rules_dialog import FolderRulesDialog

        dialog = FolderRulesDialog(rules, parent)
        if dialog.exec() and dialog.chosen() != (rules.dialect, rules.category_rule):
            feed.set_folder_rules(folder, *dialog.chosen())
        dialog.deleteLater()

    feed.consult(lambda library: library.folder_rules(folder), ask)


def page_menu(
    view: QWebEngineView, actions: Actions, parent: QWidget, pictures: PictureCommands | None = None
) -> QMenu:
    """What one can do on the page: with the selection, a picture, a link, the article."""
    menu = QMenu(parent)
    page = view.page()
    follow = page.link_activated.emit if isinstance(page, WebPage) else None
    request = view.lastContextMenuRequest()
    if pictures is not None:
        pictures.add_to_menu(menu, request)
    if page.hasSelection():
        copy = menu.addAction(translate("ContextMenus", "Copy"))
        copy.triggered.connect(lambda: page.triggerAction(QWebEnginePage.WebAction.Copy))
        menu.addAction(actions["highlight"])
        menu.addAction(actions["note"])
        menu.addSeparator()
    link = request.linkUrl() if request is not None else None
    if link is not None and link.scheme() == "article" and follow is not None:
        here = menu.addAction(translate("ContextMenus", "Open link"))
        here.triggered.connect(lambda: follow(link, False))
        beside = menu.addAction(translate("ContextMenus", "Open link in new tab"))
        beside.triggered.connect(lambda: follow(link, True))
        menu.addSeparator()
    if link is not None and link.scheme() in ("http", "https", "mailto"):
        address = link.toString()
        menu.addAction(translate("ContextMenus", "Copy link address")).triggered.connect(
            lambda: QGuiApplication.clipboard().setText(address)
        )
    select = menu.addAction(translate("ContextMenus", "Select all"))
    select.triggered.connect(lambda: page.triggerAction(QWebEnginePage.WebAction.SelectAll))
    menu.addAction(actions["hide_element"])
    if actions["show_hidden"].isEnabled():
        menu.addAction(actions["show_hidden"])
    menu.addSeparator()
    for group in _OF_THE_PAGE:
        for name in group:
            menu.addAction(actions[name])
        menu.addSeparator()
    return menu
