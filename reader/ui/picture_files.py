# SPDX-License-Identifier: MIT
"""Takes pictures out of the reader: to the clipboard, into a file, to another program."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QIODevice, QSaveFile, QSettings, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from reader.core.presence import is_folder

from .save_question import ask_where_to_save, with_ending

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
        folder = folder if is_folder(Path(folder)) else str(Path.home())
        ending = Path(name).suffix
        answer = ask_where_to_save(
            parent,
            translate("PictureFiles", "Save picture"),
            Path(folder) / name,
            [translate("PictureFiles", "Pictures (%1)").replace("%1", f"*{ending}")],
            lambda path, _filter: with_ending(path, ending),
        )
        if answer is None:
            return
        target, _ = answer
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
            copy = _copy_in(self._copies, name, data)
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


def _copy_in(folder: Path, name: str, data: bytes) -> Path:
    """A file of these bytes under this name; another of the name stays, since a program may show it."""
    place = folder
    for number in count(2):
        copy = place / name
        if not copy.exists():
            place.mkdir(exist_ok=True)
            copy.write_bytes(data)
            return copy
        if copy.read_bytes() == data:
            return copy
        place = folder / str(number)
    raise AssertionError("numbers do not end")
