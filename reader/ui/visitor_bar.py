# SPDX-License-Identifier: MIT
"""Below an article that lies outside the library: the offer to add its folder. Nothing is added otherwise."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from reader.core.resources import resource_dir

from .elided_text import plain_line
from .library_feed import LibraryFeed

_MOST_DECLINED = 200
_NAME_LIMIT = 60  # characters


class VisitorBar(QWidget):
    """A sentence and two buttons; stays away from folders for which it was sent away."""

    add_folder_asked = Signal(Path)

    def __init__(self, feed: LibraryFeed, state: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("visitorBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._feed, self._state = feed, state
        self._folder: Path | None = None
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        add = QPushButton(self.tr("Add this folder"), self)
        add.clicked.connect(self._on_add)
        decline = QPushButton(self.tr("Not now"), self)
        decline.setProperty("flat", True)
        decline.clicked.connect(self._on_decline)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 8, 6)
        layout.setSpacing(8)
        layout.addWidget(self._text, 1)
        layout.addWidget(add)
        layout.addWidget(decline)
        self.hide()

    @property
    def folder(self) -> Path | None:
        """The folder that was offered last."""
        return self._folder

    def show_for(self, path: Path | None) -> None:
        """Offer the folder of an article, if it is a visitor."""
        folder = path.parent if path is not None else None
        if folder is None or not self._is_strange(folder):
            self.hide()
            return
        self._folder = folder
        name = plain_line(folder.name or str(folder), _NAME_LIMIT)
        self._text.setText(
            self.tr("This article is not in your library. Its folder: “%1”").replace("%1", name)
        )
        self.setToolTip(str(folder))
        self.show()

    def _is_strange(self, folder: Path) -> bool:
        in_library = self._feed.options_for(folder / "-").library_root is not None
        return (
            self._feed.is_known  # where it cannot be read, nobody can say what is in it
            and not in_library
            and not folder.is_relative_to(resource_dir())
            and str(folder) not in self._declined()
        )

    def _declined(self) -> list[str]:
        kept = self._state.value("visitors_declined") or []
        return [str(each) for each in (kept if isinstance(kept, list) else [kept])]

    def _on_add(self) -> None:
        self.hide()
        if self._folder is not None:
            self.add_folder_asked.emit(self._folder)

    def _on_decline(self) -> None:
        self.hide()
        self._state.setValue("visitors_declined", [*self._declined(), str(self._folder)][-_MOST_DECLINED:])
