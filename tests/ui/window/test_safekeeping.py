# SPDX-License-Identifier: MIT
"""What happened to the reading state is told in the window, and stays there until it was seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reader.app.paths import DATA_DIR_VARIABLE, AppPaths
from reader.app.window import WindowRequest, build_window
from reader.core.settings import Preferences, ReadingStates
from reader.core.settings.backup import back_up
from reader.ui.backup_dialog import BackupDialog
from reader.ui.detail_view import Shown
from reader.ui.empty_state import EmptyState

from .conftest import MakeWindow

pytestmark = [pytest.mark.engine, pytest.mark.qt_log_ignore("GPUInfo not initialized")]
PATIENCE = 20_000


@pytest.fixture
def kept(app_paths: AppPaths, library: Path) -> Path:
    """A reading state with a library folder."""
    states = ReadingStates(app_paths.state_db)
    states.folders.add(library)
    states.set(library / "source" / "_posts" / "a" / "1.md", starred=True)
    back_up(states.store)
    states.close()
    return app_paths.state_db


def test_that_a_damaged_state_was_restored_stays_until_it_was_seen(
    make_window: MakeWindow, kept: Path, qtbot: QtBot
) -> None:
    kept.write_bytes(kept.read_bytes()[:5000])
    window = make_window()
    status = window.status
    qtbot.waitUntil(lambda: "restored" in status.text() and window.is_settled(), timeout=PATIENCE)
    status.say("Something else.")
    assert status.text() == "Something else."
    status.show_work("Work", 1, 2)
    status.be_quiet()
    assert "restored" in status.text() and status.isVisible()
    (button,) = (each for each in status.findChildren(QPushButton) if each.isVisible())
    button.click()
    assert not status.isVisible()
    status.show_work("Work", 1, 2)
    status.be_quiet()
    assert not status.isVisible()


def test_a_library_that_cannot_be_asked_says_why_in_the_list(
    qapp: QApplication,
    app_paths: AppPaths,
    kept: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(DATA_DIR_VARIABLE, str(app_paths.data))
    aside = kept.with_name("aside")
    kept.rename(aside)
    kept.mkdir()
    visitor = kept.parent.parent / "elsewhere" / "visitor.md"
    visitor.parent.mkdir()
    visitor.write_text("# A visitor\n\nText.\n", "utf-8")
    window = build_window(
        qapp, WindowRequest(files=(visitor,)), app_paths, Preferences(app_paths.preferences)
    )
    articles = window.side.articles
    qtbot.waitUntil(lambda: window.desk is not None, timeout=PATIENCE)
    assert window.desk is not None
    bar = window.desk.visitor_bar

    def said() -> str:
        empty = articles.findChild(EmptyState)
        shown = empty is not None and empty.isVisible()
        return " ".join(each.text() for each in empty.findChildren(QLabel)) if empty and shown else ""

    qtbot.waitUntil(lambda: str(kept) in said(), timeout=PATIENCE)
    bar.show_for(visitor)
    assert bar.isHidden(), "its folder may be in the library"
    kept.rmdir()
    aside.rename(kept)
    window._feed.learn_folders()  # whatever asks next
    qtbot.waitUntil(lambda: str(kept) not in said(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not bar.isHidden(), timeout=PATIENCE)
    window.close()
    window.shut_down()
    window.deleteLater()


def test_a_backup_that_was_restored_is_on_screen_at_once(
    make_window: MakeWindow, kept: Path, library: Path, qtbot: QtBot
) -> None:
    file = library / "source" / "_posts" / "a" / "1.md"
    states = ReadingStates(kept)
    states.set_overrides(file, zoom=1.5)
    states.smart_lists.add("Mine", "tag:mine")
    backup = back_up(states.store)
    states.set(file, starred=False)
    states.set_overrides(file, zoom=None)
    states.smart_lists.delete(states.smart_lists.all()[0].id)
    states.close()
    window = make_window(file)
    qtbot.waitUntil(lambda: window.act["backups"].isEnabled() and window.is_settled(), timeout=PATIENCE)
    window.act["backups"].trigger()
    (dialog,) = window.findChildren(BackupDialog)
    qtbot.waitUntil(lambda: dialog.backups.count() > 0, timeout=PATIENCE)
    names = [dialog.backups.item(row).data(Qt.ItemDataRole.UserRole) for row in range(dialog.backups.count())]
    dialog.backups.setCurrentRow(names.index(backup))
    qtbot.waitUntil(dialog.restore_button.isEnabled, timeout=PATIENCE)
    assert not window.act["toggle_star"].isChecked()
    with qtbot.waitSignal(dialog.restored, timeout=PATIENCE):
        dialog.restore_button.click()
    qtbot.waitUntil(window.act["toggle_star"].isChecked, timeout=PATIENCE)
    qtbot.waitUntil(lambda: window._detail.view.zoomFactor() == pytest.approx(1.5), timeout=PATIENCE)
    qtbot.waitUntil(lambda: [each.name for each in window.side.shelf.lists] == ["Mine"], timeout=PATIENCE)


def test_what_cannot_be_looked_at_is_said_not_stumbled_over(
    make_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = make_window()
    window.open_requested(tmp_path / ("x" * 300 + ".md"))  # as a folder that is forbidden, or a dead mount
    qtbot.waitUntil(lambda: window._detail.state.shown is Shown.FAILED, timeout=PATIENCE)
    window.open_all([tmp_path / ("y" * 300 + ".md")])
    qtbot.waitUntil(window.is_settled, timeout=PATIENCE)
