# SPDX-License-Identifier: MIT
"""The floor: nothing but a window with a web view that shows one HTML file. Arguments: FILE WIDTH HEIGHT."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QMainWindow

application = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(int(sys.argv[2]), int(sys.argv[3]))
view = QWebEngineView(window)
window.setCentralWidget(view)
view.load(QUrl.fromLocalFile(str(Path(sys.argv[1]).resolve())))
window.show()
sys.exit(application.exec())
