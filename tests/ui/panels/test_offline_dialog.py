# SPDX-License-Identifier: MIT
"""The window of a large download, as it is told how far it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.ui.image_process import ImageProcess, ImageProgress
from reader.ui.offline_dialog import OfflineDialog


@pytest.fixture
def dialog(qtbot: QtBot) -> OfflineDialog:
    process = ImageProcess()
    dialog = OfflineDialog(process)
    process.setParent(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # the test deletes it
    qtbot.addWidget(dialog)
    dialog.ask()
    return dialog


def test_while_paused_nothing_is_said_of_speed_and_time(dialog: OfflineDialog) -> None:
    dialog.go.click()
    told = ImageProgress(done=3, total=9, stored=3, received=4096, speed=1024, left=12)
    dialog.process.progressed.emit(told)
    assert dialog.facts.text().count(" · ") == 2
    dialog.pause.click()
    dialog.process.progressed.emit(told)
    assert dialog.facts.text() == "4.00 KiB"
    dialog.pause.click()
    assert dialog.facts.text().count(" · ") == 2


def test_the_key_that_began_a_download_does_not_stop_it(dialog: OfflineDialog, qtbot: QtBot) -> None:
    dialog.show()
    dialog.activateWindow()
    dialog.go.setFocus()
    with qtbot.assertNotEmitted(dialog.stopped), qtbot.waitSignal(dialog.download_asked):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    assert dialog.focusWidget() is dialog.pause


def test_before_anything_began_escape_says_no(dialog: OfflineDialog, qtbot: QtBot) -> None:
    dialog.show()
    with qtbot.assertNotEmitted(dialog.download_asked), qtbot.waitSignals([dialog.stopped, dialog.closed]):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
