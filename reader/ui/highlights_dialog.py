# SPDX-License-Identifier: MIT
"""All highlights of the library in one place: searched, filtered, opened, edited, deleted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QKeySequence, QPainter, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from reader.core.theme import Theme

from .application_style import ApplicationStyle
from .dialog_style import follow_theme, open_with_size
from .highlight_colours import COLOURS, colour_name, colour_of
from .highlight_rows import HighlightRows

if TYPE_CHECKING:
    from reader.core.settings.highlights import Highlight

Marks = tuple["Highlight", ...]
_SETTLE_MS = 120


class HighlightsDialog(QDialog):
    """A list with a search; a row leads to its place in its article."""

    chosen = Signal(object)  # Highlight
    delete_asked = Signal(object)
    edit_asked = Signal(object)
    export_asked = Signal(object)  # the highlights in sight

    def __init__(
        self,
        ask: Callable[[str, Callable[[Marks], object]], object],
        style: ApplicationStyle,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("highlightsDialog")
        self.setWindowTitle(self.tr("Highlights and notes"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_with_size(self, 680, 620)
        self._ask, self._request = ask, 0
        self._found: Marks = ()
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search highlights, notes and tags"))
        self.search.setAccessibleName(self.tr("Search highlights, notes and tags"))
        self.search.setClearButtonEnabled(True)
        self.colour = QComboBox(self)
        self.colour.setAccessibleName(self.tr("Colour"))
        self.orphans = QCheckBox(self.tr("Only those not found in their text"), self)
        self.rows = HighlightRows(style.theme, with_titles=True, parent=self)
        self._nothing = QLabel(self)
        self._nothing.setObjectName("dialogSoft")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._count = QLabel(self)
        self._count.setObjectName("dialogSoft")
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.refresh)
        self._lay_out()
        follow_theme(self, style)
        style.theme_changed.connect(self._take_theme)
        self._take_theme(style.theme)
        self._connect()
        self.refresh()
        self.search.setFocus()

    def refresh(self) -> None:
        """Ask for what the search finds."""
        self._request += 1
        request = self._request

        def found(marks: Marks) -> None:
            if isValid(self) and request == self._request:
                self._found = marks
                self._show()

        self._ask(self.search.text(), found)

    def marks_in_sight(self) -> Marks:
        """What the search and the filters leave."""
        colour = self.colour.currentData()
        return tuple(
            mark
            for mark in self._found
            if (not colour or mark.colour == colour) and (mark.orphaned or not self.orphans.isChecked())
        )

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(12)
        filters.addWidget(self.search, 1)
        filters.addWidget(self.colour)
        below = QHBoxLayout()
        below.addWidget(self.orphans)
        below.addStretch(1)
        below.addWidget(self._count)
        buttons = QHBoxLayout()
        self._export = QPushButton(self.tr("Export…"), self)
        self._export.setAutoDefault(False)
        self._export.clicked.connect(lambda: self.export_asked.emit(self.marks_in_sight()))
        close = QPushButton(self.tr("Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        buttons.addWidget(self._export)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addLayout(filters)
        column.addLayout(below)
        column.addWidget(self.rows, 1)
        column.addWidget(self._nothing, 1)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._settle.start())
        self.search.returnPressed.connect(self._go_down)
        self.colour.currentIndexChanged.connect(lambda _index: self._show())
        self.orphans.toggled.connect(lambda _on: self._show())
        self.rows.chosen.connect(self.chosen)
        self.rows.delete_asked.connect(self.delete_asked)
        self.rows.edit_asked.connect(self.edit_asked)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)

    def _take_theme(self, theme: Theme) -> None:
        self.rows.set_theme(theme)
        chosen = max(0, self.colour.currentIndex())
        self.colour.blockSignals(True)
        self.colour.clear()
        self.colour.addItem(self.tr("All colours"), "")
        for colour in COLOURS:
            self.colour.addItem(_sample(colour_of(theme, colour), theme), colour_name(colour), colour)
        self.colour.setCurrentIndex(chosen)
        self.colour.blockSignals(False)

    def _show(self) -> None:
        marks = self.marks_in_sight()
        self.rows.show_marks(marks)
        self.rows.setVisible(bool(marks))
        self._nothing.setVisible(not marks)
        asked = self.search.text().strip()
        self._nothing.setText(
            self.tr("Nothing found for “%1”.").replace("%1", asked)
            if asked
            else self.tr("Nothing is highlighted yet. Select words in an article, or press H while reading.")
        )
        self._count.setText(self.tr("Highlights: %1").replace("%1", str(len(marks))) if marks else "")
        self._export.setEnabled(bool(marks))

    def _go_down(self) -> None:
        if self.rows.count():
            self.rows.setCurrentRow(0)
            self.rows.setFocus(Qt.FocusReason.TabFocusReason)


def _sample(colour: str, theme: Theme) -> QIcon:
    pixmap = QPixmap(QSize(32, 32))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(colour))
    painter.setPen(QColor(theme.ink_faint))
    painter.drawEllipse(5, 5, 22, 22)
    painter.end()
    return QIcon(pixmap)
