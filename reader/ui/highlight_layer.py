# SPDX-License-Identifier: MIT
"""Highlights in the page that is shown: what is selected, what is drawn, what lies under the mouse."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWebEngineWidgets import QWebEngineView

from .page_text import PageText
from .web_page import OUR_WORLD

_SETTLE_MS = 160


@dataclass(frozen=True, slots=True)
class Passage:
    """A selected stretch of the page's text; `box` is where it stands in the view."""

    text: str
    start: int  # UTF-16 units in the text of the page
    end: int
    path: tuple[int, ...]
    box: QRect


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """A highlight as the page draws it; offsets in characters of the page's text."""

    id: str
    start: int
    end: int
    colour: str
    noted: bool


class HighlightLayer(QObject):
    """Talks to our script in the page, which is put there when it is first needed."""

    passage_selected = Signal(object)  # Passage, or None where nothing is selected any more
    mark_clicked = Signal(object, QRect)  # ids, the innermost first or none, and where it stands in the view
    moved = Signal()  # what was said about places in the view is no longer so

    def __init__(self, view: QWebEngineView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._page = view.page()
        self._at_hand = False
        self._pressed = False
        self._pointed_out = ""
        self._filtered: QObject | None = None
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._tell_selection)
        self._page.selectionChanged.connect(self._settle.start)
        self._page.loadStarted.connect(self._on_load)
        self._page.scrollPositionChanged.connect(lambda _point: self.moved.emit())

    def attend(self) -> None:
        """A page stands in the view: listen to the mouse there."""
        proxy = self._view.focusProxy()
        if proxy is not None and proxy is not self._filtered:
            proxy.installEventFilter(self)
            self._filtered = proxy

    def read_text(self, on_text: Callable[[PageText], object]) -> None:
        """The text of the page."""
        self._run("text()", lambda text: on_text(PageText(text if isinstance(text, str) else "")))

    def ask_selection(self, on_passage: Callable[[Passage | None], object]) -> None:
        """What is selected now."""
        self._run("selection()", lambda found: on_passage(self._passage(found)))

    def select_paragraph(self, on_passage: Callable[[Passage | None], object]) -> None:
        """Select the paragraph that is being read."""
        self._run("paragraph()", lambda found: on_passage(self._passage(found)))

    def step(self, backwards: bool, on_passage: Callable[[Passage | None], object]) -> None:
        """Select the next paragraph, or the one before."""
        self._run(f"step({json.dumps(backwards)})", lambda found: on_passage(self._passage(found)))

    def unselect(self) -> None:
        """Take the selection away."""
        self._run("unselect()")

    def draw(self, marks: Iterable[DrawnMark], text: PageText) -> None:
        """Draw these highlights and no others."""
        listed = [
            {
                "id": mark.id,
                "start": text.to_units(mark.start),
                "end": text.to_units(mark.end),
                "colour": mark.colour,
                "note": mark.noted,
            }
            for mark in marks
        ]
        self._run(f"draw({json.dumps(listed)})")

    def point_out(self, identity: str = "") -> None:
        """Underline one of the highlights, since several may lie over each other; or none of them."""
        if identity != self._pointed_out:
            self._pointed_out = identity
            self._run(f"pointOut({json.dumps(identity)})")

    def reveal(self, identity: str, on_box: Callable[[QRect], object] | None = None) -> None:
        """Bring a highlight into view."""

        def revealed(box: object) -> None:
            if on_box is not None and isinstance(box, list):
                on_box(self._rect(box))

        self._run(f"reveal({json.dumps(identity)})", revealed)

    def read_headings(self, on_headings: Callable[[list[tuple[int, int, str]]], object]) -> None:
        """The headings of the page: number, level, text."""

        def read(found: object) -> None:
            rows: list[Any] = found if isinstance(found, list) else []
            on_headings([(int(row["index"]), int(row["level"]), str(row["text"])) for row in rows])

        self._run("headings()", read)

    def go_to_heading(self, index: int) -> None:
        """Bring a heading to the top."""
        self._run(f"goToHeading({index})")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.LeftButton:
            if event.type() is QEvent.Type.MouseButtonPress:
                self._pressed = True
            elif event.type() is QEvent.Type.MouseButtonRelease:
                self._pressed = False
                place = event.position().toPoint()
                QTimer.singleShot(0, self, lambda: self._on_click(place))
        return super().eventFilter(watched, event)

    def _on_load(self) -> None:
        self._at_hand = False
        self._pointed_out = ""
        self._pressed = False
        self._settle.stop()
        self.moved.emit()

    def _on_click(self, place: QPoint) -> None:
        self._settle.start()
        if not self._at_hand:  # nothing was ever drawn here
            return
        zoom = self._view.zoomFactor()
        self._run(f"at({place.x() / zoom},{place.y() / zoom})", self._tell_clicked)

    def _tell_clicked(self, found: object) -> None:
        if isinstance(found, dict) and found["box"]:
            self.mark_clicked.emit(tuple(found["ids"]), self._rect(found["box"]))
        else:
            self.mark_clicked.emit((), QRect())

    def _tell_selection(self) -> None:
        if self._pressed or not shiboken6.isValid(
            self._page
        ):  # the mouse is still at it, or the end has come
            return
        if self._page.hasSelection():
            self.ask_selection(self.passage_selected.emit)
        else:
            self.passage_selected.emit(None)

    def _passage(self, found: object) -> Passage | None:
        from reader.core.settings.normal_text import folded

        if not isinstance(found, dict) or not found["box"] or not folded(str(found["text"])):
            return None
        path = tuple(int(number) for number in found["path"])
        start, end = int(found["start"]), int(found["end"])
        return Passage(str(found["text"]), start, end, path, self._rect(found["box"]))

    def _rect(self, box: list[Any]) -> QRect:
        zoom = self._view.zoomFactor()
        x, y, width, height = (round(float(number) * zoom) for number in box)
        return QRect(x, y, width, height)

    def _run(self, call: str, on_done: Callable[[Any], object] | None = None) -> None:
        if not shiboken6.isValid(self._page):
            return
        source = "" if self._at_hand else self._script + "\n"
        self._at_hand = True
        script = f"{source}JSON.stringify(globalThis.readerMarks?.{call} ?? null)"

        def done(answer: object) -> None:
            if on_done is not None:
                on_done(json.loads(answer) if isinstance(answer, str) and answer else None)

        self._page.runJavaScript(script, OUR_WORLD, done)

    @cached_property
    def _script(self) -> str:
        from reader.core.resources import resource_text

        return resource_text("page", "highlights.js")
