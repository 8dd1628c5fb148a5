# SPDX-License-Identifier: MIT
"""Lets pictures further down a page come when they are nearly in sight: the first screen waits for none."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWebEngineCore import QWebEnginePage

from .web_page import OUR_WORLD

_LOOK_EVERY_MS = 50
_PATIENCE = 200  # looks


class LatePictures(QObject):
    """Puts our script into each page once it is loaded; made after the first paint."""

    def __init__(self, page: QWebEnginePage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        page.loadFinished.connect(lambda _ok: self.watch())
        self.watch()

    def watch(self) -> None:
        """Let the pictures of the page come as they are needed."""
        if shiboken6.isValid(self._page):
            self._page.runJavaScript(self._script, OUR_WORLD)

    def bring_all(self, on_done: Callable[[], object]) -> None:
        """Let all pictures of the page come, as a printed one needs them; then call back."""
        looks = 0

        def look() -> None:
            if shiboken6.isValid(self._page):
                script = f"{self._script}\nglobalThis.readerLate?.all() ?? 0"
                self._page.runJavaScript(script, OUR_WORLD, judge)

        def judge(waiting: object) -> None:
            nonlocal looks
            looks += 1
            if waiting and looks < _PATIENCE:
                QTimer.singleShot(_LOOK_EVERY_MS, self, look)
            else:
                on_done()

        look()

    @cached_property
    def _script(self) -> str:
        from reader.core.resources import resource_text

        return resource_text("page", "late.js")


def picture_tags(html: bytes) -> dict[str, str]:
    """The tag of each picture of a page, by its key, as one that comes at once."""
    found = re.finditer(
        r'(?:<span class="[^"]*\bmoving">)?<img (?:src|data-late)="image/(\w+)(?:/still)?"[^>]*>(?:</span>)?',
        html.decode("utf-8", "replace"),
    )
    return {tag[1]: _whole(tag[0]).replace("<img data-late=", "<img src=", 1) for tag in found}


def _whole(tag: str) -> str:
    """Without the end of what began before it."""
    return tag if tag.startswith("<span") else tag.removesuffix("</span>")
