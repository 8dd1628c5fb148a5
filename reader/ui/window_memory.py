# SPDX-License-Identifier: MIT
"""How the window stood, from one session to the next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QMainWindow

from .panes import Panes

if TYPE_CHECKING:
    from .library_feed import LibraryFeed
    from .library_side import LibrarySide

_SIZE = (1280, 820)  # of the first window
_FRAME = QSize(16, 48)  # what the desktop may put around it


OWN_WAYS = "own_ways"
"""Where it is kept which articles are read in their own way."""


def of_all_windows(state: QSettings) -> QSettings:
    """What windows remember together, seen from the state of one of them."""
    return QSettings(state.fileName(), state.format()) if state.group() else state


def restore_window(
    window: QMainWindow, panes: Panes, state: QSettings, size: tuple[int, int] | None = None
) -> None:
    """Give the window its place and its panes their widths; `size` is stronger than what was kept."""
    room = window.screen().availableSize() - _FRAME  # a small or much enlarged screen has less than that
    window.resize(QSize(*size) if size else QSize(*_SIZE).boundedTo(room))
    geometry, splitters = state.value("geometry"), state.value("splitters")
    if size is None and isinstance(geometry, QByteArray):
        window.restoreGeometry(geometry)
    if isinstance(splitters, QByteArray):
        panes.restore(splitters)


def restore_side(side: LibrarySide, state: QSettings) -> None:
    """Open the branches of the library panel again, and put the columns of the list where they were."""
    side.panel.restore_expanded(state.value("expanded") or [])  # type: ignore[arg-type]
    if (scroll := number_in(state.value("places_scroll"))) is not None:
        side.panel.restore_scroll(scroll)
    side.articles.restore_columns(str(state.value("columns", "")))


def number_in(value: object) -> int | None:
    """A number of pixels that was kept; None where it is none."""
    text = str(value)
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def saved_zoom(state: QSettings) -> float:
    """How far the page was enlarged."""
    try:
        return float(str(state.value("zoom", 1.0)))
    except ValueError:
        return 1.0


def save_window(
    window: QMainWindow,
    panes: Panes,
    side: LibrarySide | None,
    feed: LibraryFeed,
    state: QSettings,
    *,
    article: Path | None,
    session: str | None,
) -> None:
    """Write down how the window stands, with the article that is open and the tabs."""
    state.setValue("geometry", window.saveGeometry())
    state.setValue("splitters", panes.save())
    state.setValue("library_shown", side is not None)
    if side is not None:
        state.setValue("library_hidden", not panes.is_library_wanted)
        state.setValue("expanded", side.panel.expanded())
        state.setValue("places_scroll", side.panel.scroll_position)
        state.setValue("place", feed.place.key)
        state.setValue("columns", side.articles.columns)
    if article is not None:
        state.setValue("article", str(article))
    if session is not None:
        state.setValue("session", session)
    if feed.overrides is not None:
        from .own_ways import written_ways

        of_all_windows(state).setValue(OWN_WAYS, written_ways(feed.overrides))
    state.sync()
