# SPDX-License-Identifier: MIT
"""The field above a long tree of places that narrows it by their names."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from .search_field import SearchField


class PlaceFilter(QWidget):
    """Hidden until it is asked for or the tree is long; Escape empties it and goes back to the tree."""

    changed = Signal(str)
    left = Signal()  # by Escape
    left_for_places = Signal()  # by Down or Enter

    def __init__(self, lens: QColor, parent: QWidget) -> None:
        super().__init__(parent)
        self._lens = lens
        self._field: SearchField | None = None
        self._is_offered = False
        self.hide()

    @property
    def words(self) -> str:
        """What stands in the field."""
        return self._field.text().strip() if self._field is not None else ""

    def offer(self, on: bool) -> None:
        """Show the field because the tree is long, or no more."""
        self._is_offered = on
        if on:
            self._make()
        self.setVisible(on or bool(self.words))

    def open(self) -> None:
        """Show the field with the cursor in it."""
        field = self._make()
        self.show()
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def _make(self) -> SearchField:
        if self._field is None:
            field = self._field = SearchField(self._lens, self)
            field.setPlaceholderText(self.tr("Find a place"))
            field.setAccessibleName(self.tr("Find a place"))
            field.textChanged.connect(self.changed)
            field.left_empty.connect(self._leave)
            field.left_for_results.connect(self.left_for_places)
            row = QHBoxLayout(self)
            row.setContentsMargins(12, 0, 12, 6)
            row.addWidget(field)
        return self._field

    def _leave(self) -> None:
        self.setVisible(self._is_offered)
        self.left.emit()
