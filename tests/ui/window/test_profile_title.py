# SPDX-License-Identifier: MIT
"""Whoever has several profiles sees in the title whose window it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from reader.app.windows import Windows


class _Window(QMainWindow):
    """As much of a window as `Windows` looks at."""


def test_the_title_names_the_profile(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    from reader.app.windows import _name_after

    window = _Window()
    qtbot.addWidget(window)
    window.setWindowTitle("Article Reader")
    _name_after(window, "work")  # type: ignore[arg-type]
    assert window.windowTitle() == "Article Reader (work)"
    window.setWindowTitle("要点 — Article Reader")
    assert window.windowTitle() == "要点 — Article Reader (work)"
    assert Windows(qapp, lambda *_: window, QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat))  # type: ignore[arg-type,return-value]
