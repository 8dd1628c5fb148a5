# SPDX-License-Identifier: MIT
"""A picture of the viewer that the web engine paints: drawings, sharp at any size, and formats Qt lacks."""

from __future__ import annotations

import json
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QColor
from PySide6.QtWebEngineCore import QWebEngineProfile
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from reader.core.article import ArticleKey

from .web_page import OUR_WORLD, WebPage


@dataclass(frozen=True, slots=True)
class PictureHost:
    """Where the engine finds the pictures of an article."""

    profile: QWebEngineProfile
    article: ArticleKey


class EnginePicture(QWebEngineView):
    """One picture after the other on a page of its own, as an `<img>`: nothing in it can act or load."""

    failed = Signal()  # the picture was too much for the engine's process

    def __init__(self, host: PictureHost, ground: QColor, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = host
        self._wanted = False
        self._placed = "null"
        self._page = WebPage(host.profile, self)
        self._page.setBackgroundColor(ground)
        self.setPage(self._page)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._page.loadFinished.connect(self._on_loaded)
        self._page.renderProcessTerminated.connect(self._on_terminated)
        self.hide()

    def load_picture(self, key: str) -> None:
        """Bring another picture; it is seen once it is there."""
        self.hide()
        self._wanted = True
        self._page.load(QUrl(f"article://{self._host.article}/picture/{key}"))

    def leave(self) -> None:
        """Show none; the page waits for the next one, since making it takes a while."""
        self.hide()
        self._wanted = False

    def set_ground(self, ground: QColor) -> None:
        """The colour around the picture."""
        self._page.setBackgroundColor(ground)

    def place(self, target: QRectF, angle: int) -> None:
        """Show the picture, turned by `angle` degrees, so that it fills `target`."""
        zoom = self._page.zoomFactor()  # the engine's zoom is that of the article
        width, height = target.width() / zoom, target.height() / zoom
        middle = target.center() / zoom
        if angle % 180:
            width, height = height, width
        style = {
            "left": f"{middle.x() - width / 2}px",
            "top": f"{middle.y() - height / 2}px",
            "width": f"{width}px",
            "height": f"{height}px",
            "transform": f"rotate({angle}deg)",
        }
        self._placed = json.dumps(style)
        self._tell()

    def end(self) -> None:
        """Let the page go before its profile; nothing can be shown afterwards."""
        self.hide()
        if shiboken6.isValid(self._page):
            self.setPage(None)  # type: ignore[arg-type]  # None is allowed
            shiboken6.delete(self._page)
        self.deleteLater()

    def _on_loaded(self, _ok: bool) -> None:
        self._tell()
        if self._wanted:
            self.show()

    def _on_terminated(self) -> None:
        wanted, self._wanted = self._wanted, False
        self.hide()
        if wanted:
            self.failed.emit()

    def _tell(self) -> None:
        if shiboken6.isValid(self._page):
            self._page.runJavaScript(
                f"document.images[0]&&Object.assign(document.images[0].style,{self._placed})", OUR_WORLD
            )
