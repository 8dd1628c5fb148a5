# SPDX-License-Identifier: MIT
"""Downloaded pictures: the room they take by category; checking, repairing, making room, moving them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from .command_process import CommandProcess
from .dialog_style import open_with_size
from .elided_label import ElidedLabel
from .elided_text import plain_line
from .sentences import in_own_words

_END_MS = 1000
_BYTES = Qt.ItemDataRole.UserRole


class ImageStorageDialog(QDialog):
    """All work is done by `article-reader images` in a process of its own, one thing at a time."""

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("imageStorageDialog")
        self.setWindowTitle(self.tr("Downloaded pictures"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_with_size(self, 600, 520)
        self._lines: list[dict[str, Any]] = []
        self._work = ""
        self.figure = QLabel(self)
        self.figure.setObjectName("dialogFigure")
        self.place = ElidedLabel(self)
        self.place.setObjectName("dialogSoft")
        self.news = QLabel(self)
        self.news.setWordWrap(True)
        self.news.setTextFormat(Qt.TextFormat.PlainText)
        self.tree = QTreeWidget(self)
        self.verify_button = QPushButton(self.tr("Check"), self)
        self.verify_button.setToolTip(self.tr("Compares every file with what was downloaded."))
        self.prune_button = QPushButton(self.tr("Tidy up"), self)
        self.prune_button.setToolTip(
            self.tr("Removes damaged files, and the oldest pictures above the limit.")
        )
        self.move_button = QPushButton(self.tr("Move…"), self)
        self._close = QPushButton(self.tr("Close"), self)
        self._lay_out()
        self._process = CommandProcess(self)
        self._process.said.connect(self._lines.append)
        self._process.ended.connect(self._on_ended)
        self.verify_button.clicked.connect(lambda: self._start("verify", ["--verify"]))
        self.prune_button.clicked.connect(lambda: self._start("prune", ["--prune"]))
        self.move_button.clicked.connect(self._ask_place)
        self._close.clicked.connect(self.close)
        self._start("sizes", ["--sizes"])

    def closeEvent(self, event: QCloseEvent) -> None:
        self._process.close(_END_MS)
        event.accept()

    def reject(self) -> None:
        self.close()

    def move_to(self, folder: str) -> None:
        """Bring the pictures to another folder."""
        self._start("move", ["--move", folder])

    def _lay_out(self) -> None:
        self.tree.setAccessibleName(self.tr("Room by category"))
        self.tree.setHeaderLabels([self.tr("Category"), self.tr("Pictures"), self.tr("Room")])
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.setUniformRowHeights(True)
        for column in (1, 2):
            self.tree.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        buttons = QHBoxLayout()
        for button in (self.verify_button, self.prune_button, self.move_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._close.setDefault(True)
        buttons.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(self.figure)
        column.addWidget(self.place)
        column.addSpacing(4)
        column.addWidget(self.tree, 1)
        column.addWidget(self.news)
        column.addLayout(buttons)

    def _start(self, work: str, words: Sequence[str]) -> None:
        if self._process.is_running:
            return
        self._work = work
        self._lines.clear()
        for button in (self.verify_button, self.prune_button, self.move_button):
            button.setEnabled(False)
        doing = {
            "sizes": self.tr("Counting…"),
            "verify": self.tr("Checking…"),
            "prune": self.tr("Tidying up…"),
            "move": self.tr("Moving…"),
        }
        if work != "sizes" or not self.figure.text():
            self.news.setText(doing[work])
        self._process.start(["images", "--json", *words])

    def _on_ended(self) -> None:
        for button in (self.verify_button, self.prune_button, self.move_button):
            button.setEnabled(True)
        report = self._lines[-1] if self._lines else None
        if report is None:
            self.news.setText(self._failure())
            return
        if self._work == "sizes":
            self._show_sizes(self._lines[:-1], report)
            if self.news.text() == self.tr("Counting…"):
                self.news.clear()
            return
        self.news.setText(self._outcome(report))
        if self._work == "move":
            self.moved.emit()
        self._start("sizes", ["--sizes"])

    def _failure(self) -> str:
        reason = in_own_words(self._process.complaint)
        if self._work == "move":
            said = self.tr("The pictures could not be moved; they are where they were.")
            return f"{said} {reason}".rstrip()
        return reason or self.tr("That could not be done. Is the disk with the pictures there?")

    def _outcome(self, report: dict[str, Any]) -> str:
        size = QLocale().formattedDataSize
        if self._work == "verify":
            damaged = int(report.get("corrupt", 0)) + int(report.get("lost", 0))
            if damaged:
                words = self.tr("Damaged or lost pictures: %1. Tidy up to get them again.")
                return words.replace("%1", QLocale().toString(damaged))
            return self.tr("All files are as they were downloaded.")
        if self._work == "prune":
            return self.tr("%1 removed.").replace("%1", size(int(report.get("removed_bytes", 0))))
        return self.tr("The pictures were moved.")

    def _show_sizes(self, lines: Sequence[dict[str, Any]], report: dict[str, Any]) -> None:
        size = QLocale().formattedDataSize
        self.figure.setText(size(int(report["room"])))
        folder = str(report["folder"])
        self.place.setText(plain_line(folder, 300))
        self.place.setToolTip(folder)
        self.tree.clear()
        rows: dict[tuple[str, ...], QTreeWidgetItem] = {}
        for line in lines:
            path = tuple(map(str, line["category"]))
            above = rows.get(path[:-1]) or self.tree.invisibleRootItem()
            name = plain_line(path[-1], 200)
            row = rows[path] = QTreeWidgetItem(
                above, [name, QLocale().toString(int(line["pictures"])), size(int(line["bytes"]))]
            )
            for column in (1, 2):
                row.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.tree.setVisible(bool(rows))
        if self.tree.topLevelItemCount() < 8:
            self.tree.expandAll()

    def _ask_place(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Keep downloaded pictures in"), str(Path.home())
        )
        if chosen:
            self.move_to(str(Path(chosen)))
