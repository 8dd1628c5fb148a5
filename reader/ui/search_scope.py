# SPDX-License-Identifier: MIT
"""The line below the search field: where to search, how complete the answer is, and help."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.ui.places import Place, PlaceKind


class SearchScope(QWidget):
    """Chips for this place and for everywhere; shown only while something is sought."""

    changed = Signal()
    help_asked = Signal(QWidget)  # the button to appear under
    save_asked = Signal()  # what is sought is to be kept as a smart list

    def __init__(self, font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self._here = self._chip()
        self._everywhere = self._chip()
        self._everywhere.setText(self.tr("Everywhere"))
        self._help = self._chip(checkable=False)
        self._help.setText("?")
        self._help.setAccessibleName(self.tr("How to search"))
        self._help.setToolTip(self.tr("How to search"))
        self._save = self._chip(checkable=False)
        self._save.setText(self.tr("Save…"))
        self._save.setAccessibleName(self.tr("Save search as smart list…"))
        self._save.setToolTip(self.tr("Save search as smart list…"))
        self._note = QLabel(self)
        self._note.setObjectName("PaneCount")
        self._note.setWordWrap(True)
        self._note.hide()
        group = QButtonGroup(self)
        group.addButton(self._here)
        group.addButton(self._everywhere)
        self._here.setChecked(True)
        chips = QHBoxLayout()
        chips.setSpacing(4)
        for chip in (self._here, self._everywhere):
            chips.addWidget(chip)
        chips.addStretch(1)
        chips.addWidget(self._save)
        chips.addWidget(self._help)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(chips)
        column.addWidget(self._note)
        self.set_type(font)
        group.buttonClicked.connect(lambda _chip: self.changed.emit())
        self._save.clicked.connect(self.save_asked)
        self._help.clicked.connect(lambda: self.help_asked.emit(self._help))

    @property
    def is_everywhere(self) -> bool:
        """Whether the whole library is to be searched."""
        return self._everywhere.isChecked() or self._here.isHidden()

    def follow(self, field: QWidget) -> None:
        """Be where Tab leads from the field, before what was found."""
        before = field
        for chip in (self._here, self._everywhere, self._save, self._help):
            self.setTabOrder(before, chip)
            before = chip

    def set_type(self, font: QFont) -> None:
        """Change the type."""
        for widget in (self._here, self._everywhere, self._save, self._help, self._note):
            widget.setFont(font)

    def name_place(self, place: Place) -> None:
        """Offer this place; at all articles there is nothing to choose."""
        names = {
            PlaceKind.CATEGORY: self.tr("This category"),
            PlaceKind.FOLDER: self.tr("This folder"),
            PlaceKind.SMART_LIST: self.tr("This list"),
        }
        self._here.setText(names.get(place.kind) or place.name)
        self._here.setToolTip(place.name)
        for chip in (self._here, self._everywhere):
            chip.setVisible(place.kind is not PlaceKind.ALL)
        self._here.setChecked(True)

    def widen(self) -> None:
        """Search everywhere from now on."""
        self._everywhere.setChecked(True)
        self.changed.emit()

    def say(self, note: str) -> None:
        """Say how complete the answer is; nothing where there is nothing to say."""
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _chip(self, *, checkable: bool = True) -> QToolButton:
        chip = QToolButton(self)
        chip.setCheckable(checkable)
        chip.setAutoRaise(True)
        return chip
