# SPDX-License-Identifier: MIT
"""Takes pictures out of the reader: to the clipboard, into a file, to another program."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QIODevice, QSaveFile, QSettings, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

translate = QCoreApplication.translate


class PictureFiles:
    """Remembers the folder of last time; what other programs show are copies, gone when the window closes."""

    def __init__(
        self,
        state: QSettings,
        say: Callable[[str], object],
        open_outside: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        self._state, self._say, self._open_outside = state, say, open_outside
        self._copies: Path | None = None

    def copy(self, image: QImage) -> None:
        """Put a picture on the clipboard."""
        QGuiApplication.clipboard().setImage(image)  # data of our own would outlive Python, and crash the end
        self._say(translate("PictureFiles", "Picture copied."))

    def save(self, data: bytes, name: str, parent: QWidget) -> None:
        """Ask for a place and write the picture there, as it is, byte for byte."""
        folder = str(self._state.value("pictures_folder", "")) or str(Path.home())
        folder = folder if Path(folder).is_dir() else str(Path.home())
        suffix = Path(name).suffix
        chosen, _ = QFileDialog.getSaveFileName(
            parent,
            translate("PictureFiles", "Save picture"),
            str(Path(folder) / name),
            translate("PictureFiles", "Pictures (%1)").replace("%1", f"*{suffix}"),
        )
        if not chosen:
            return
        target = Path(chosen)
        target = target if target.suffix else target.with_name(target.name + suffix)
        self._state.setValue("pictures_folder", str(target.parent))
        file = QSaveFile(str(target))
        done = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(data) == len(data) and file.commit()
        if done:
            self._say(translate("PictureFiles", "Saved as %1.").replace("%1", str(target)))
        else:
            said = translate("PictureFiles", "%1 could not be written: %2.").replace("%1", str(target))
            self._say(said.replace("%2", file.errorString().rstrip(".")))

    def open(self, data: bytes, name: str) -> None:
        """Show a copy of the picture in the program the system has for it."""
        try:
            if self._copies is None:
                self._copies = Path(tempfile.mkdtemp(prefix="article-reader-pictures-"))
            copy = self._copies / name
            copy.write_bytes(data)
        except OSError as error:
            from .causes import said_cause

            said = translate("PictureFiles", "%1 could not be written: %2.").replace("%1", name)
            self._say(said.replace("%2", said_cause(error)))
            return
        if not self._open_outside(QUrl.fromLocalFile(str(copy))):
            self._say(translate("PictureFiles", "No program for pictures was found."))

    def end(self) -> None:
        """Remove the copies."""
        if self._copies is not None:
            shutil.rmtree(self._copies, ignore_errors=True)
            self._copies = None
