# SPDX-License-Identifier: MIT
"""Follows the links of an article: to another article, a category, or, when agreed, the browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from reader.core.settings import Preferences
from reader.core.settings.options import CONFIRM_WEB

if TYPE_CHECKING:
    from reader.core.links import Link


class LinkFollower(QObject):
    """Turns an address of the article into one thing that happens, and never into a surprise."""

    article_asked = Signal(Path, str)  # path, fragment
    tab_asked = Signal(Path)  # the same, in a tab of its own
    category_asked = Signal(tuple)
    fragment_asked = Signal(str)
    refused = Signal(str)  # one sentence

    def __init__(
        self,
        preferences: Preferences,
        window: QWidget,
        open_outside: Callable[[QUrl], object] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(window)
        self._preferences, self._window, self._open_outside = preferences, window, open_outside

    def follow(self, href: str, article: Path, library_root: Path | None, *, elsewhere: bool = False) -> None:
        """Go where `href` of an article leads, `elsewhere` without leaving it."""
        from reader.core.links import LinkKind, resolve_link

        link = resolve_link(href, article, library_root)
        match link.kind:
            case LinkKind.ARTICLE:
                if elsewhere:
                    self.tab_asked.emit(Path(link.target))
                else:
                    self.article_asked.emit(Path(link.target), link.fragment)
            case LinkKind.CATEGORY:
                self.category_asked.emit(link.category)
            case LinkKind.FRAGMENT:
                self.fragment_asked.emit(link.fragment)
            case LinkKind.WEB | LinkKind.MAIL:
                self.open_outside(str(link.target))
            case LinkKind.REFUSED:
                self.refused.emit(self._why(link, href))

    def open_outside(self, address: str) -> None:
        """Hand a web or mail address to the desktop, once the person has seen where it leads."""
        if self._agreed(address):
            self._open_outside(QUrl(address))

    def _agreed(self, address: str) -> bool:
        if not self._preferences.get(CONFIRM_WEB):
            return True
        from PySide6.QtWidgets import QCheckBox, QMessageBox

        from .dialog_style import give_room

        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("Open link"))
        box.setText(self.tr("Open this address outside the reader?"))
        box.setInformativeText(_shown(address))
        again = QCheckBox(self.tr("Always ask before opening links"), box)
        again.setChecked(True)
        box.setCheckBox(again)
        yes = box.addButton(self.tr("Open"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(yes)
        give_room(box)
        box.exec()
        agreed = box.clickedButton() is yes
        if agreed and not again.isChecked():
            self._preferences.set(CONFIRM_WEB, False)
        return agreed

    def _why(self, link: Link, href: str) -> str:
        from reader.core.links import Refusal

        shown = _shown(href)
        match link.reason:
            case Refusal.NOT_FOUND:
                text = self.tr("No article for “%1” was found beside this one or in its library folder.")
            case Refusal.NOT_AN_ARTICLE:
                text = self.tr("“%1” is no article file.")
            case Refusal.OUTSIDE_LIBRARY:
                text = self.tr("“%1” leads out of the library folder and is not followed.")
            case _:
                text = self.tr("“%1” is an address the reader does not follow.")
        return text.replace("%1", shown)


def _shown(address: str) -> str:
    return address if len(address) <= 300 else address[:200] + " … " + address[-80:]
