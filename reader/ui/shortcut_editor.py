# SPDX-License-Identifier: MIT
"""Gives actions other keys, shows what a key belongs to already, and writes the choice down."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.core.errors import ReaderError
from reader.core.settings import Preferences
from reader.core.settings.shortcuts import Shortcut

from .actions import ACTIONS, Actions
from .dialog_style import open_with_size
from .palette_entries import fold
from .sentences import in_own_words

_PORTABLE = QKeySequence.SequenceFormat.PortableText
_NATIVE = QKeySequence.SequenceFormat.NativeText
_NAME = Qt.ItemDataRole.UserRole


class ShortcutEditor(QDialog):
    """A list of actions, a field that takes the next key pressed, and what stands in the way."""

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions, self._preferences = actions, preferences
        self.setObjectName("shortcutEditor")
        self.setWindowTitle(self.tr("Change shortcuts"))
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Search actions"))
        self.filter.setAccessibleName(self.tr("Search actions"))
        self.rows = QTreeWidget(self)
        self.keys = QKeySequenceEdit(self)
        self.keys.setMaximumSequenceLength(1)
        self.keys.setAccessibleName(self.tr("New key"))
        for field in self.keys.findChildren(QLineEdit):
            field.setAccessibleName(self.keys.accessibleName())
        self.conflict = QLabel(self)
        self.conflict.setObjectName("shortcutConflict")
        self.conflict.setTextFormat(Qt.TextFormat.PlainText)
        self.use = QPushButton(self.tr("Use this key"), self)
        self.none = QPushButton(self.tr("No key"), self)
        self.reset = QPushButton(self.tr("Back to the default"), self)
        self._lay_out()
        self._fill()
        self.filter.textChanged.connect(self._on_filter)
        self.rows.currentItemChanged.connect(lambda *_items: self._on_chosen())
        self.keys.keySequenceChanged.connect(lambda _keys: self._look())
        self.use.clicked.connect(self._on_use)
        self.none.clicked.connect(lambda: self._give(self._name(), ()))
        self.reset.clicked.connect(lambda: self._give(self._name(), None))
        self.choose(ACTIONS[0].name)
        open_with_size(self, 560, 560)

    def choose(self, name: str) -> None:
        """Go to an action, by its name in the table."""
        for row in range(self.rows.topLevelItemCount()):
            item = self.rows.topLevelItem(row)
            if item is not None and item.data(0, _NAME) == name:
                self.rows.setCurrentItem(item)

    def owner(self, keys: QKeySequence) -> str | None:
        """The name of another action to which a key belongs."""
        for spec, action in self._actions.all():
            if spec.name != self._name() and not keys.isEmpty() and keys in action.shortcuts():
                return spec.name
        return None

    def _lay_out(self) -> None:
        rows = self.rows
        rows.setObjectName("shortcutRows")
        rows.setAccessibleName(self.tr("Actions and their keys"))
        rows.setHeaderHidden(True)
        rows.setColumnCount(2)
        rows.setRootIsDecorated(False)
        rows.setUniformRowHeights(True)
        rows.header().setStretchLastSection(False)
        rows.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        rows.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.keys, 1)
        for button in (self.use, self.none, self.reset):
            button.setAutoDefault(False)
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.setSpacing(12)
        layout.addWidget(self.filter)
        layout.addWidget(rows, 1)
        layout.addLayout(line)
        layout.addWidget(self.conflict)

    def _fill(self) -> None:
        for spec, action in self._actions.all():
            item = QTreeWidgetItem([action.text().rstrip("…"), ""])
            item.setData(0, _NAME, spec.name)
            self.rows.addTopLevelItem(item)
        self._show_keys()

    def _show_keys(self) -> None:
        for row in range(self.rows.topLevelItemCount()):
            item = self.rows.topLevelItem(row)
            if item is not None:
                keys = self._actions[item.data(0, _NAME)].shortcuts()
                item.setText(1, "   ".join(key.toString(_NATIVE) for key in keys))

    def _name(self) -> str:
        item = self.rows.currentItem()
        return str(item.data(0, _NAME)) if item is not None else ACTIONS[0].name

    def _on_filter(self, text: str) -> None:
        wanted = fold(text)
        for row in range(self.rows.topLevelItemCount()):
            item = self.rows.topLevelItem(row)
            if item is not None:
                item.setHidden(wanted not in fold(f"{item.text(0)} {item.text(1)}"))

    def _on_chosen(self) -> None:
        self.keys.clear()
        self._look()

    def _look(self) -> None:
        keys = self.keys.keySequence()
        owner = self.owner(keys)
        text = ""
        if owner is not None:
            text = self.tr("%1 belongs to “%2”, and is taken from it if you use it here.")
            text = text.replace("%1", keys.toString(_NATIVE))
            text = text.replace("%2", self._actions[owner].text().rstrip("…"))
        self.conflict.setText(text)
        self.use.setEnabled(not keys.isEmpty())

    def _on_use(self) -> None:
        keys = self.keys.keySequence()
        owner = self.owner(keys)
        if owner is not None:
            left = [key.toString(_PORTABLE) for key in self._actions[owner].shortcuts() if key != keys]
            self._give(owner, tuple(left))
        self._give(self._name(), (keys.toString(_PORTABLE),))
        self.keys.clear()

    def _give(self, name: str, keys: tuple[str, ...] | None) -> None:
        option = Shortcut(name)
        try:
            if keys is None:
                self._preferences.reset(option)
            else:
                self._preferences.set(option, keys)
        except ReaderError as error:
            self.conflict.setText(in_own_words(str(error)))
            return
        self._actions.rebind(name, keys)
        self._show_keys()
        self._look()
