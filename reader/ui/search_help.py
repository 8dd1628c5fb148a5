# SPDX-License-Identifier: MIT
"""The small window that shows what a search may say; a click puts it into the field."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget


class SearchHelp(QFrame):
    """Every form of a query with its meaning."""

    chosen = Signal(str)  # what to put into the field

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("lookPopover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("How to search"))
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 12, 16, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        for row, (form, meaning) in enumerate(self._forms()):
            button = QPushButton(form, self)
            button.setFlat(True)
            button.setAccessibleName(f"{form}: {meaning}")
            button.setStyleSheet("text-align: left; padding: 1px 6px;")
            button.clicked.connect(lambda _on=False, form=form: self._choose(form))
            grid.addWidget(button, row, 0)
            grid.addWidget(QLabel(meaning, self), row, 1)

    def open_below(self, anchor: QWidget) -> None:
        """Appear under a button, inside the screen."""
        self.adjustSize()
        corner = anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height() + 4))
        room = anchor.screen().availableGeometry()
        corner.setX(max(room.left() + 8, min(corner.x(), room.right() - self.width() - 8)))
        corner.setY(max(room.top() + 8, min(corner.y(), room.bottom() - self.height() - 8)))
        self.move(corner)
        self.show()

    def _choose(self, form: str) -> None:
        self.close()
        self.chosen.emit(form)

    def _forms(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr('"these words"'), self.tr("exactly so, one after the other")),
            (self.tr("-word"), self.tr("without this word")),
            (self.tr("one OR other"), self.tr("one of both")),
            ("title:", self.tr("in the title")),
            ("author:", self.tr("by this author")),
            ("site:", self.tr("from this site")),
            ("category:", self.tr("in this category")),
            ("tag:", self.tr("with this tag")),
            ("lang:zh", self.tr("in this language")),
            ("is:unread", self.tr("also new, reading, finished, starred, archived, draft")),
            ("has:image", self.tr("also code, highlight, note")),
            ("after:2021-09", self.tr("written from then on")),
            ("before:2022", self.tr("written before then")),
            ("words:>2000", self.tr("longer than that; also <500, 500..2000")),
            ("path:", self.tr("in the path of the file")),
        )
