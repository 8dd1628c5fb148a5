# SPDX-License-Identifier: MIT
"""What the window asks and tells in windows of its own."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from .actions import Actions

log = logging.getLogger(__name__)

_ARTICLES = "*.md *.markdown *.mdown *.mkd *.mdx *.Rmd *.txt *.html *.htm *.xhtml *.mhtml *.mht *.rst *.dj"


class WindowDialogs(QObject):
    """File dialogs, the shortcut sheet, "About", and the report of a bug."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._reported = False
        self._folder = str(Path.home())

    def ask_files(self) -> list[Path]:
        """Which article files to open."""
        from PySide6.QtWidgets import QFileDialog

        upper = _ARTICLES.upper()
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Open articles"),
            self._folder,
            self.tr("Articles (%1)").replace("%1", f"{_ARTICLES} {upper}") + ";;" + self.tr("All files (*)"),
        )
        if names:
            self._folder = str(Path(names[0]).parent)
        return [Path(name) for name in names]

    def ask_folder(self) -> Path | None:
        """Which folder to take into the library."""
        from PySide6.QtWidgets import QFileDialog

        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Choose a folder with articles"), self._folder
        )
        if not name:
            return None
        self._folder = name
        return Path(name)

    def show_shortcuts(self, actions: Actions) -> None:
        """The sheet of keyboard shortcuts."""
        from .shortcut_sheet import ShortcutSheet

        ShortcutSheet(actions, self._window).exec()

    def show_about(self, refused_requests: int) -> None:
        """What this program is."""
        from .about_dialog import AboutDialog

        AboutDialog(refused_requests, self._window).exec()

    def show_bug(self, error: BaseException) -> None:
        """Say once that something of ours failed, with what a report needs."""
        if self._reported:
            return
        self._reported = True
        from PySide6.QtWidgets import QMessageBox

        from .dialog_style import give_room

        box = QMessageBox(
            QMessageBox.Icon.NoIcon, self.tr("A fault in Article Reader"), "", parent=self._window
        )
        box.setText(
            self.tr("Something in Article Reader failed. Your files and your reading state are untouched.")
        )
        box.setInformativeText(self.tr("The details below help to mend it; please add them to a report."))
        box.setDetailedText("".join(traceback.format_exception(error)))
        give_room(box)
        box.open()
