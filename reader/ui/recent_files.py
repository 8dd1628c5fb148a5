# SPDX-License-Identifier: MIT
"""The articles opened last, as a menu."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from reader.core.presence import is_file

from .window_memory import of_all_windows

_MOST = 12


class RecentFiles(QObject):
    """Remembers the last dozen articles with their titles; files that are gone are left out."""

    chosen = Signal(Path)

    def __init__(self, state: QSettings, window: QWidget) -> None:
        super().__init__(window)
        self._state = of_all_windows(state)
        self.menu = QMenu(self.tr("Open recent"), window)
        self.menu.aboutToShow.connect(self._fill)

    def newest(self) -> Path | None:
        """The article opened last whose file is still there."""
        return next((Path(path) for path, _title in self._rows() if is_file(Path(path))), None)

    def add(self, path: Path, title: str) -> None:
        """Put an article at the top."""
        others = [row for row in self._rows() if row[0] != str(path)]
        rows = [(str(path), title[:120]), *others][:_MOST]
        self._state.setValue("recent", json.dumps(rows))

    def _rows(self) -> list[tuple[str, str]]:
        try:
            rows = json.loads(str(self._state.value("recent", "[]")))
            return [(str(path), str(title)) for path, title in rows][:_MOST]
        except (ValueError, TypeError):
            return []

    def _fill(self) -> None:
        self.menu.clear()
        for path, title in self._rows():
            if is_file(Path(path)):
                metrics = self.menu.fontMetrics()
                shown = metrics.elidedText(
                    title or Path(path).name, Qt.TextElideMode.ElideRight, 360
                ).replace("&", "&&")
                action = self.menu.addAction(shown)
                action.setToolTip(path)
                action.triggered.connect(lambda _on=False, file=path: self.chosen.emit(Path(file)))
        if self.menu.isEmpty():
            self.menu.addAction(self.tr("Nothing opened yet")).setEnabled(False)
        else:
            self.menu.addSeparator()
            self.menu.addAction(self.tr("Clear list")).triggered.connect(lambda: self._state.remove("recent"))
