# SPDX-License-Identifier: MIT
"""What became of an export that was taken in, and what of it is not in the library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from .application_style import ApplicationStyle
from .dialog_style import follow_theme, open_with_size
from .elided_text import plain_line
from .interface_type import text_scale
from .sentences import in_own_words

if TYPE_CHECKING:
    from reader.core.library.taking_in import TakenIn

_NAME = 200  # characters


class TakenInDialog(QDialog):
    """The numbers in words, then everything that found no place, each with the reason."""

    def __init__(
        self, file: Path, taken: TakenIn, style: ApplicationStyle, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Taken in"))
        heading = QLabel(plain_line(file.name, _NAME), self)
        heading.setObjectName("dialogSubheading")
        self.summary = QLabel("\n".join(self._sentences(taken)), self)
        for label in (heading, self.summary):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.left_out = QListWidget(self)
        self.left_out.setAccessibleName(self.tr("Left out"))
        self.left_out.setWordWrap(True)
        self.left_out.addItems(list(self._left_out(taken)))
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(self.summary)
        column.addWidget(self.left_out, 1)
        column.addLayout(buttons)
        self.left_out.setVisible(self.left_out.count() > 0)
        scale = text_scale(self.font())
        open_with_size(self, round(480 * scale), round((400 if self.left_out.count() else 160) * scale))
        follow_theme(self, style)
        close.setFocus()

    def _sentences(self, taken: TakenIn) -> Iterator[str]:
        report = taken.report
        if taken.source:
            yield self.tr("Written by %1.").replace("%1", taken.source.title())
            yield self.tr("%Ln article(s) named in it.", "", taken.named)
            yield self.tr("%Ln of them in the library.", "", report.articles)
            yield self.tr("%Ln article(s) changed.", "", report.changed)
            yield self.tr("%Ln highlight(s) taken in.", "", report.highlights)
            if report.orphaned:
                yield self.tr("%Ln of them not found in the text.", "", report.orphaned)
            return
        yield self.tr("%Ln change(s) taken in.", "", taken.merged.changed)
        if taken.merged.conflicts:
            yield self.tr("%Ln article(s) were read to different places.", "", len(taken.merged.conflicts))

    def _left_out(self, taken: TakenIn) -> Iterator[str]:
        for name in taken.report.unknown:
            yield self.tr("Not in the library: %1").replace("%1", plain_line(name, _NAME))
        for name in taken.report.ambiguous:
            yield self.tr("Several articles have this title: %1").replace("%1", plain_line(name, _NAME))
        for problem in taken.merged.problems:
            yield in_own_words(problem.message)
