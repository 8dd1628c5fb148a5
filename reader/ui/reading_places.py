# SPDX-License-Identifier: MIT
"""Remembers by words where reading stands, and goes on there: after switching, restarting, reloading."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWebEngineCore import QWebEngineScript
from PySide6.QtWidgets import QWidget

from reader.core.settings import ReadingPosition, ReadingState

from .detail_view import DetailView, Shown
from .library_feed import LibraryFeed
from .web_page import OUR_WORLD

if TYPE_CHECKING:
    from reader.core.library import Library

_IDLE_MS = 400
_LOOK_UP_MS = 150  # a page does not wait longer for its place
_LEAVE_MS = 500
_KEPT = 200


class ReadingPlaces(QObject):
    """Takes the place from the page when scrolling rests, and gives it back before the page is painted."""

    def __init__(self, detail: DetailView, feed: LibraryFeed, window: QWidget) -> None:
        super().__init__(window)
        self._detail, self._feed = detail, feed
        self._page = detail.view.page()
        self._known: OrderedDict[Path, ReadingPosition] = OrderedDict()
        self._standing: Path | None = None  # the article whose page is loaded
        self._idle = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._idle.timeout.connect(self.take)
        self._page.scrollPositionChanged.connect(lambda _point: self._idle.start())
        self._page.loadFinished.connect(self._on_loaded)
        detail.leaving.connect(self.take)
        detail.find_place = self.find
        window.installEventFilter(self)
        if detail.state.shown is Shown.ARTICLE and detail.is_painted and detail.state.path is not None:
            self._catch_up(detail.state.path)

    def find(self, path: Path, on_found: Callable[[], object]) -> None:
        """Make the next page begin at its place; `on_found` is called when it may be loaded."""
        waiting, exactly = [on_found], dict[str, float | str]()
        again = path == self._standing
        self._standing = None
        self._idle.stop()

        def go() -> None:
            if waiting and shiboken6.isValid(self._page):
                self._prepare(_written(self._known.get(path), exactly))
                waiting.pop()()

        def found() -> None:
            if waiting:
                go()
            elif self._standing == path and shiboken6.isValid(
                self._page
            ):  # too late for the first paint; unless someone has scrolled
                self._page.runJavaScript(f"readerPlace.start({_written(self._known.get(path))})", OUR_WORLD)

        if again:  # the same article anew: as it stands at this moment, to the pixel
            self._take(path, go, exactly)
        elif path in self._known:
            go()
            return
        else:
            self._ask(path, found)
        QTimer.singleShot(_LOOK_UP_MS, self, go)

    def go_to(self, path: Path, position: ReadingPosition) -> None:
        """Read on from another place of an article, now if it is the one that is shown."""
        self._known[path] = position
        if self._standing == path and shiboken6.isValid(self._page):
            self._page.runJavaScript(f"readerPlace.go({_written(position)})", OUR_WORLD)

    def take(self) -> None:
        """Ask the page where it stands, and remember it."""
        if self._standing is not None:
            self._take(self._standing, lambda: None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and self._standing is not None:
            self._wait_for_the_last(self._standing)
        return super().eventFilter(watched, event)

    def _wait_for_the_last(self, path: Path) -> None:
        """The window is being closed: the page tells where it stands while there is a page."""
        loop = QEventLoop()
        patience = QTimer(singleShot=True, interval=_LEAVE_MS)
        patience.timeout.connect(loop.quit)
        patience.start()
        answered: list[bool] = []

        def done() -> None:
            answered.append(True)
            if patience.isActive():
                loop.quit()

        self._take(path, done)
        if not answered:
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        patience.stop()

    def _take(
        self, path: Path, on_done: Callable[[], object], exactly: dict[str, float | str] | None = None
    ) -> None:
        """Remember where the page stands; with `exactly` note there, too, how far below the top."""
        if not shiboken6.isValid(self._page):
            return

        def taken(found: object) -> None:
            self._remember(path, found)
            if exactly is not None:
                exactly.update(_read_exactly(found))
            on_done()

        self._page.runJavaScript(_TAKE if exactly is None else _TAKE_EXACTLY, OUR_WORLD, taken)

    def _catch_up(self, path: Path) -> None:
        """The first page was loaded before we were: bring it to its place if nobody has scrolled yet."""

        def found() -> None:
            if self._detail.state.path == path and self._standing is None and shiboken6.isValid(self._page):
                self._page.runJavaScript(self._source(_written(self._known.get(path))), OUR_WORLD)
                self._standing = path

        self._ask(path, found)

    def _on_loaded(self, ok: bool) -> None:
        if ok and self._detail.state.shown is Shown.ARTICLE:
            self._standing = self._detail.state.path

    def _prepare(self, position: str) -> None:
        """Put our script where the engine runs it before the first paint of the next page."""
        scripts = self._page.scripts()
        for old in scripts.find(_NAME):
            scripts.remove(old)
        script = QWebEngineScript()
        script.setName(_NAME)
        script.setWorldId(OUR_WORLD)
        script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentReady)
        script.setRunsOnSubFrames(False)
        script.setSourceCode(self._source(position))
        scripts.insert(script)

    def _source(self, position: str) -> str:
        return f"{self._script}\nreaderPlace.start({position})"

    def _ask(self, path: Path, on_known: Callable[[], object]) -> None:
        def answered(state: object) -> None:
            position = state.position if isinstance(state, ReadingState) else None
            if position is not None:
                self._known.setdefault(path, position)
            on_known()

        self._feed.state_of(path, answered)

    def _remember(self, path: Path, found: object) -> None:
        position = _read(found)
        known = self._known.get(path)
        if position is None or known == position or (known is None and position.offset == 0):
            return
        self._known[path] = position
        self._known.move_to_end(path)
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)

        def keep(library: Library) -> None:
            library.states.set(path, position=position)

        self._feed.write(keep, key=path)

    @cached_property
    def _script(self) -> str:
        from reader.core.resources import resource_text

        return resource_text("page", "position.js")


def _read(found: object) -> ReadingPosition | None:
    """A place as the page told it; the page is not trusted with more than that."""
    try:
        table: dict[str, Any] = json.loads(found) if isinstance(found, str) else {}
        return ReadingPosition(
            path=tuple(int(one) for one in table["path"][:100] if int(one) >= 0),
            offset=max(0, int(table["offset"])),
            before=str(table["before"])[:200],
            after=str(table["after"])[:200],
            fraction=min(1.0, max(0.0, float(table["fraction"]))),
        )
    except (KeyError, TypeError, ValueError):
        return None


def _read_exactly(found: object) -> dict[str, float | str]:
    """How far below the top the words of a place stand, and for what layout that holds."""
    try:
        table: dict[str, Any] = json.loads(found) if isinstance(found, str) else {}
        top = float(table["top"])
        return {"top": top, "size": str(table["size"])[:100]} if abs(top) < _FARTHEST else {}
    except (KeyError, TypeError, ValueError):
        return {}


def _written(position: ReadingPosition | None, exactly: Mapping[str, float | str] | None = None) -> str:
    return "null" if position is None else json.dumps({**asdict(position), **(exactly or {})})


_NAME = "reading place"
_TAKE_EXACTLY = "JSON.stringify(globalThis.readerPlace?.takeExactly() ?? null)"
_FARTHEST = 1e6  # pixels
_TAKE = "JSON.stringify(globalThis.readerPlace?.take() ?? null)"
