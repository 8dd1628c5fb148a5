# SPDX-License-Identifier: MIT
"""The hosts whose pictures come without a question; each can be taken off the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from .dialog_style import open_with_size


class AllowedHostsDialog(QDialog):
    """Holds the hosts that are left in `hosts` when it closes."""

    def __init__(self, hosts: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("allowedHostsDialog")
        self.setWindowTitle(self.tr("Allowed hosts"))
        open_with_size(self, 420, 360)
        words = QLabel(self.tr("Missing pictures are downloaded from these hosts without asking."), self)
        words.setObjectName("dialogSoft")
        words.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Allowed hosts"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.addItems(list(hosts))
        self.remove = QPushButton(self.tr("Remove"), self)
        self.remove.setAutoDefault(False)
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        self.list.itemSelectionChanged.connect(self._on_selection)
        self.remove.clicked.connect(self._remove)
        close.clicked.connect(self.accept)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list, self._remove)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        if hosts:
            self.list.setCurrentRow(0)
        self._on_selection()

    @property
    def hosts(self) -> tuple[str, ...]:
        """The hosts that are on the list now."""
        return tuple(self.list.item(row).text() for row in range(self.list.count()))

    def _remove(self) -> None:
        for item in self.list.selectedItems():
            self.list.takeItem(self.list.row(item))

    def _on_selection(self) -> None:
        self.remove.setEnabled(bool(self.list.selectedItems()))
