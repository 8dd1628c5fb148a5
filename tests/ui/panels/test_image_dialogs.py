# SPDX-License-Identifier: MIT
"""Downloaded pictures: the dialog of what there is and what can be done; the hosts that are allowed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.app.paths import DATA_DIR_VARIABLE, AppPaths, image_places
from reader.core.images import ImageCache
from reader.core.images.inspect_image import image_in_bytes
from reader.ui.allowed_hosts_dialog import AllowedHostsDialog
from reader.ui.image_storage_dialog import ImageStorageDialog
from tests.core.images.test_download import png


@pytest.fixture
def stored(app_paths: AppPaths, monkeypatch: pytest.MonkeyPatch) -> AppPaths:
    """A cache with one picture, where processes of ours find it."""
    monkeypatch.setenv(DATA_DIR_VARIABLE, str(app_paths.data))
    cache = ImageCache(app_paths.images)
    image = image_in_bytes(png(3, 3))
    assert image is not None
    cache.store("https://a.com/1.png", image)
    cache.close()
    return app_paths


def _is_done(dialog: ImageStorageDialog) -> bool:
    return dialog.move_button.isEnabled()


def test_tells_checks_and_moves(stored: AppPaths, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ImageStorageDialog()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.figure.text()), timeout=30_000)
    assert str(len(png(3, 3))) in dialog.figure.text()
    assert dialog.place.text() == str(stored.images)
    qtbot.waitUntil(lambda: _is_done(dialog), timeout=30_000)
    dialog.verify_button.click()
    assert not _is_done(dialog)
    qtbot.waitUntil(lambda: "All files are as they were" in dialog.news.text(), timeout=30_000)
    qtbot.waitUntil(lambda: _is_done(dialog), timeout=30_000)
    with qtbot.waitSignal(dialog.moved, timeout=30_000):
        dialog.move_to(str(tmp_path / "elsewhere"))
    assert image_places(stored).folder == tmp_path / "elsewhere"
    qtbot.waitUntil(lambda: dialog.place.text() == str(tmp_path / "elsewhere"), timeout=30_000)
    qtbot.waitUntil(lambda: _is_done(dialog), timeout=30_000)
    for file in (tmp_path / "elsewhere" / "files").glob("*/*"):
        file.write_bytes(b"x")
    dialog.verify_button.click()
    qtbot.waitUntil(lambda: "Damaged" in dialog.news.text(), timeout=30_000)
    qtbot.waitUntil(lambda: _is_done(dialog), timeout=30_000)
    dialog.close()


def test_a_move_that_fails_says_why(stored: AppPaths, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ImageStorageDialog()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.figure.text()) and _is_done(dialog), timeout=30_000)
    inside = stored.images / "inside"
    dialog.move_to(str(inside))
    qtbot.waitUntil(lambda: _is_done(dialog), timeout=30_000)
    assert "could not be moved; they are where they were" in dialog.news.text()
    assert f"{inside} and {stored.images} lie in each other" in dialog.news.text()
    assert image_places(stored).folder == stored.images
    dialog.close()


def test_hosts_are_taken_off_the_list(qtbot: QtBot) -> None:
    dialog = AllowedHostsDialog(["a.com", "b.com", "c.com"])
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.list.setCurrentRow(1)
    dialog.remove.click()
    assert dialog.hosts == ("a.com", "c.com")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=20_000)
    dialog.list.setFocus()
    dialog.list.clearSelection()
    assert not dialog.remove.isEnabled()
    dialog.list.setCurrentRow(0)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert dialog.hosts == ("c.com",)
