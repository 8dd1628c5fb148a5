# SPDX-License-Identifier: MIT
"""The menus of a right click: on an article of the list, on a place, on the page."""

from __future__ import annotations

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
from .library_feed import LibraryFeed
from .places import Place, PlaceKind

if TYPE_CHECKING:
    from reader.core.library import ListedArticle


def article_menu(article: ListedArticle, feed: LibraryFeed, parent: QWidget) -> QMenu:
    """What one can do with an article without opening it."""
    menu = QMenu(parent)
    path = article.path
    unread = article.state in (ReadState.NEW, ReadState.UNREAD, ReadState.READING)
    text = _tr("Mark as read") if unread else _tr("Mark as unread")
    state = ReadState.FINISHED if unread else ReadState.UNREAD
    menu.addAction(text).triggered.connect(lambda: feed.set_state(path, state=state))
    star = _tr("Remove star") if article.starred else _tr("Add star")
    menu.addAction(star).triggered.connect(lambda: feed.set_state(path, starred=not article.starred))
    menu.addSeparator()
    menu.addAction(_tr("Copy file path")).triggered.connect(
        lambda: QGuiApplication.clipboard().setText(str(path))
    )
    menu.addAction(_tr("Show in file manager")).triggered.connect(lambda: reveal_file(path))
    return menu


def place_menu(place: Place, feed: LibraryFeed, parent: QWidget) -> QMenu:
    """What one can do with a place of the library panel."""
    menu = QMenu(parent)
    if place.kind is PlaceKind.FOLDER and isinstance(place.value, Path):
        folder = place.value
        menu.addAction(_tr("Show in file manager")).triggered.connect(lambda: reveal_file(folder))
        if feed.is_library_folder(folder):
            menu.addSeparator()
            remove = menu.addAction(_tr("Remove from library"))
            remove.setToolTip(_tr("The files and their reading state stay as they are."))
            remove.triggered.connect(lambda: feed.remove_folder(folder))
    return menu


def page_menu(view: QWebEngineView, actions: Actions, parent: QWidget) -> QMenu:
    """What one can do on the page: with the selection, a link, the article."""
    menu = QMenu(parent)
    page = view.page()
    request = view.lastContextMenuRequest()
    if page.hasSelection():
        copy = menu.addAction(_tr("Copy"))
        copy.triggered.connect(lambda: page.triggerAction(QWebEnginePage.WebAction.Copy))
    link = request.linkUrl() if request is not None else None
    if link is not None and link.scheme() in ("http", "https", "mailto"):
        address = link.toString()
        menu.addAction(_tr("Copy link address")).triggered.connect(
            lambda: QGuiApplication.clipboard().setText(address)
        )
    select = menu.addAction(_tr("Select all"))
    select.triggered.connect(lambda: page.triggerAction(QWebEnginePage.WebAction.SelectAll))
    menu.addSeparator()
    for name in ("find", "toggle_star", "toggle_read", "original", "reveal", "save_pdf"):
        menu.addAction(actions[name])
    return menu


def _tr(text: str) -> str:
    return QCoreApplication.translate("ContextMenus", text)
