# SPDX-License-Identifier: MIT
"""Asks for the name and the query of a smart list, and says what the query finds."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from .library_feed import LibraryFeed
from .query_completion import QueryCompletion

_COUNT_MS = 200  # after the last key
_MOST_NAME, _MOST_QUERY = 200, 1000
translate = QCoreApplication.translate


class SmartListDialog(QDialog):
    """Two fields; `values` are what they hold when it is accepted."""

    def __init__(
        self, feed: LibraryFeed, name: str, query: str, parent: QWidget, *, is_new: bool = True
    ) -> None:
        super().__init__(parent)
        self._feed = feed
        self._request = 0
        new, old = translate("SmartLists", "New smart list"), translate("SmartLists", "Edit smart list")
        self.setWindowTitle(new if is_new else old)
        self.setMinimumWidth(440)
        self.name = QLineEdit(name[:_MOST_NAME], self)
        self.name.setMaxLength(_MOST_NAME)
        self.query = QLineEdit(query[:_MOST_QUERY], self)
        self.query.setMaxLength(_MOST_QUERY)
        self.query.setCursorPosition(0)
        self.found = QLabel(self)
        self.found.setObjectName("dialogSoft")
        self.buttons = QDialogButtonBox(self)
        self._save = self.buttons.addButton(
            translate("SmartLists", "Save"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._save.setDefault(True)
        self.buttons.addButton(translate("SmartLists", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._soon = QTimer(self, singleShot=True, interval=_COUNT_MS)
        self._lay_out()
        self._join()
        self._on_edited()
        self._count()
        (self.name if query else self.query).setFocus()
        self.name.selectAll()

    def values(self) -> tuple[str, str]:
        """Name and query."""
        return " ".join(self.name.text().split()), " ".join(self.query.text().split())

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.addRow(translate("SmartLists", "Name"), self.name)
        form.addRow(translate("SmartLists", "Search"), self.query)
        form.addRow("", self.found)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addLayout(form)
        column.addWidget(self.buttons)

    def _join(self) -> None:
        QueryCompletion(self.query)
        self.name.textChanged.connect(self._on_edited)
        self.query.textChanged.connect(self._on_edited)
        self.query.textChanged.connect(self._soon.start)
        self._soon.timeout.connect(self._count)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _on_edited(self) -> None:
        self._save.setEnabled(all(self.values()))

    def _count(self) -> None:
        """Ask how many articles the query finds; an answer that was overtaken is dropped."""
        self._request += 1
        request, (_, query) = self._request, self.values()
        if not query:
            self.found.setText(translate("SmartLists", "What you would type into the search field"))
            return

        def counted(count: int) -> None:
            if isValid(self) and request == self._request:
                number = self.locale().toString(count)
                self.found.setText(translate("SmartLists", "Articles it finds now: {0}").format(number))

        self._feed.consult(lambda library: library.count(query), counted)
