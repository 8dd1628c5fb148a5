# SPDX-License-Identifier: MIT
"""The window of a large download, as it is told how far it is."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from reader.ui.image_process import ImageProgress
from reader.ui.offline_dialog import OfflineDialog


def test_while_paused_nothing_is_said_of_speed_and_time(qtbot: QtBot) -> None:
    dialog = OfflineDialog(["--all"], "", None)
    qtbot.addWidget(dialog)
    told = ImageProgress(done=3, total=9, stored=3, received=4096, speed=1024, left=12)
    dialog.process.progressed.emit(told)
    assert dialog.facts.text().count(" · ") == 2
    dialog.pause.click()
    dialog.process.progressed.emit(told)
    assert dialog.facts.text() == "4.00 KiB"
    dialog.pause.click()
    assert dialog.facts.text().count(" · ") == 2
