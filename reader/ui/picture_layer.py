# SPDX-License-Identifier: MIT
"""Pictures in the page that is shown: which one a click means, which one is in sight, what moves."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cached_property
from typing import Any

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication

from .web_page import OUR_WORLD


class PictureLayer(QObject):
    """Talks to our script in the page, which is put there when it is first needed."""

    clicked = Signal(str)  # key of a picture that is to be seen larger

    def __init__(self, view: QWebEngineView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view, self._page = view, view.page()
        self._at_hand = False
        self._pressed: QPoint | None = None
        self._filtered: QObject | None = None
        self.is_listening: Callable[[], bool] = lambda: True
        self._page.loadStarted.connect(self._on_load)

    def attend(self) -> None:
        """A page stands in the view: listen to the mouse there."""
        proxy = self._view.focusProxy()
        if proxy is not None and proxy is not self._filtered:
            proxy.installEventFilter(self)
            self._filtered = proxy

    def ask_current(self, on_key: Callable[[str], object]) -> None:
        """The key of the picture in sight, or of the one nearest to it; nothing where there is none."""
        self._run("current()", lambda key: on_key(key if isinstance(key, str) else ""))

    def play(self, on: bool, key: str = "") -> None:
        """Play or stop a moving picture, or all of them."""
        self._run(f"play({json.dumps(on)},{json.dumps(key)})")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.LeftButton:
            if event.type() is QEvent.Type.MouseButtonPress:
                plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
                self._pressed = event.position().toPoint() if plain else None
            elif event.type() is QEvent.Type.MouseButtonRelease and self._pressed is not None:
                place, began, self._pressed = event.position().toPoint(), self._pressed, None
                if (place - began).manhattanLength() < QApplication.startDragDistance():
                    QTimer.singleShot(0, self, lambda: self._on_click(place))
        return super().eventFilter(watched, event)

    def _on_load(self) -> None:
        self._at_hand = False
        self._pressed = None

    def _on_click(self, place: QPoint) -> None:
        if not self.is_listening():
            return
        zoom = self._view.zoomFactor()
        self._run(f"click({place.x() / zoom},{place.y() / zoom})", self._tell_clicked)

    def _tell_clicked(self, key: object) -> None:
        if isinstance(key, str) and key:  # null comes as an empty string
            self.clicked.emit(key)

    def _run(self, call: str, on_done: Callable[[Any], object] | None = None) -> None:
        if not shiboken6.isValid(self._page):
            return
        source = "" if self._at_hand else self._script + "\n"
        self._at_hand = True
        script = f"{source}globalThis.readerPictures?.{call} ?? null"
        self._page.runJavaScript(script, OUR_WORLD, lambda answer: on_done and on_done(answer))

    @cached_property
    def _script(self) -> str:
        from reader.core.resources import resource_text

        return resource_text("page", "pictures.js")
