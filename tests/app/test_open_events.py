# SPDX-License-Identifier: MIT
"""Files that come as events, as macOS sends them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from reader.app.open_events import OpenEvents
from reader.app.single_instance import HandOver


def test_each_event_is_a_file_handed_over(qapp: QApplication, tmp_path: Path) -> None:
    taken: list[HandOver] = []
    events = OpenEvents(qapp, taken.append)
    path = tmp_path / "山 #1 50%.md"
    QCoreApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(path))))
    QCoreApplication.sendEvent(qapp, QFileOpenEvent(QUrl("https://example.org/a.md")))
    assert taken == [HandOver((path,))]
    qapp.removeEventFilter(events)
    events.deleteLater()
