# SPDX-License-Identifier: MIT
"""Below the welcome articles: the invitation to choose a folder of one's own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class FolderInvitation(QWidget):
    """A sentence and a button; there only while the library has no folder."""

    add_folder_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("FolderInvitation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        text = QLabel(self.tr("Choose a folder with your own articles. They are read where they lie."), self)
        text.setWordWrap(True)
        button = QPushButton(self.tr("Choose folder…"), self)
        button.setProperty("primary", True)
        button.clicked.connect(self.add_folder_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(text)
        layout.addWidget(button)
        self.hide()
