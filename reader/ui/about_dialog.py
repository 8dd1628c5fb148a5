# SPDX-License-Identifier: MIT
"""Says what this program is, which version, and which engine draws the pages."""

from __future__ import annotations

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWebEngineCore import qWebEngineChromiumVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from reader import __version__


class AboutDialog(QDialog):
    """Name, version, what the network ledger counted, licence."""

    def __init__(self, refused_requests: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setWindowTitle(self.tr("About Article Reader"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 28, 32, 20)
        layout.setSpacing(12)
        title = QLabel("Article Reader", self)
        title.setObjectName("aboutTitle")
        lines = (
            self.tr("Version %1").replace("%1", __version__),
            self.tr("Reads articles where they lie, and changes none of them."),
            f"Qt {qVersion()} · Chromium {qWebEngineChromiumVersion()}",
            self.tr("Requests of pages refused since the start: %1").replace("%1", str(refused_requests)),
            self.tr("Free software under the MIT License."),
        )
        layout.addWidget(title)
        for line in lines:
            label = QLabel(line, self)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(label)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        bundled = buttons.addButton(self.tr("Licences…"), QDialogButtonBox.ButtonRole.HelpRole)
        bundled.clicked.connect(self._show_licences)
        layout.addWidget(buttons)
        self.setMinimumWidth(380)

    def _show_licences(self) -> None:
        from .licences_dialog import LicencesDialog

        LicencesDialog(self).exec()
