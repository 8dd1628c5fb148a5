# SPDX-License-Identifier: MIT
"""Saves a picture of the window as a person would see it, once nothing on it moves any more."""

from __future__ import annotations

import atexit
import contextlib
import logging
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QTimer
from PySide6.QtGui import QImageWriter

from reader.core.presence import is_file
from reader.core.settings.backup_files import copy_to_look_at

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from reader.app.paths import AppPaths
    from reader.ui.main_window import MainWindow

log = logging.getLogger(__name__)

_EVERY_MS = 150
_STILL = 4  # equal pictures in a row
_PATIENCE_MS = 20_000


def take_screenshot(window: MainWindow, target: Path, on_done: Callable[[int], None]) -> None:
    """Save `target` when the window has come to rest; `on_done` gets the exit status."""
    _Photographer(window, target, on_done)


def apart(paths: AppPaths) -> AppPaths:
    """Copies of reading state, preferences and window, so that the picture leaves all of them as they are."""
    folder = Path(mkdtemp(prefix="article-reader-screenshot-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    copies = replace(paths, data=folder, config=folder)
    for kept, copy in (
        (paths.window_state, copies.window_state),
        (paths.preferences, copies.preferences),
    ):
        with contextlib.suppress(OSError):  # there was no window before
            shutil.copyfile(kept, copy)
    with contextlib.suppress(OSError):
        shutil.copytree(paths.site_rules, copies.site_rules)
    if is_file(paths.state_db):
        copy_to_look_at(paths.state_db, copies.state_db)
    return copies


class _Photographer(QObject):
    def __init__(self, window: MainWindow, target: Path, on_done: Callable[[int], None]) -> None:
        super().__init__(window)
        self._window, self._target, self._on_done = window, target, on_done
        self._last: QImage | None = None
        self._still = self._waited = 0
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        self._waited += _EVERY_MS
        picture = self._window.grab().toImage()
        settled = self._window.is_settled()
        self._still = self._still + 1 if settled and picture == self._last else 0
        self._last = picture
        if self._still >= _STILL or self._waited >= _PATIENCE_MS:
            self._timer.stop()
            self._save(picture)

    def _save(self, picture: QImage) -> None:
        self._target.parent.mkdir(parents=True, exist_ok=True)
        saved = QImageWriter(str(self._target), QByteArray(b"png")).write(picture)
        if not saved:
            log.error("%s cannot be written; choose another place for the screenshot.", self._target)
        self._on_done(0 if saved else 1)
