# SPDX-License-Identifier: MIT
"""A folder that is taken out of the library can be put back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.core.article import CategoryRule, Dialect
from reader.ui.folder_removal import remove_folder
from reader.ui.main_window import MainWindow
from reader.ui.places import ALL, Place, PlaceKind

pytestmark = [pytest.mark.engine, pytest.mark.qt_log_ignore("GPUInfo not initialized")]
PATIENCE = 60_000


def test_a_removed_folder_comes_back_with_its_rules_in_its_place(
    library_window: MainWindow, library: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window, feed = library_window, library_window._feed
    rows = window.side.articles.view.model()
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.md").write_text("# X\n\n正文。\n", "utf-8")
    window.add_folder(other)
    qtbot.waitUntil(lambda: len(feed.folders) == 2 and window.is_settled(), timeout=PATIENCE)
    feed.set_folder_rules(library, Dialect.HEXO, CategoryRule.SIBLINGS)
    window.go_to(Place(PlaceKind.FOLDER, library / "source"))
    qtbot.waitUntil(lambda: rows.rowCount() == 6 and window.is_settled(), timeout=PATIENCE)
    with qtbot.waitSignal(feed.history.done, timeout=PATIENCE) as told:
        remove_folder(feed, library)
    assert told.args == ["“articles” is not in the library any more."]
    qtbot.waitUntil(lambda: rows.rowCount() == 1 and window.is_settled(), timeout=PATIENCE)
    assert feed.place == ALL, "the place that was listed is gone"
    window.act["undo"].trigger()
    qtbot.waitUntil(lambda: rows.rowCount() == 7 and window.is_settled(), timeout=PATIENCE)
    assert [folder.path for folder in feed.folders] == [library, other]
    assert (feed.folders[0].dialect, feed.folders[0].category_rule) == (Dialect.HEXO, CategoryRule.SIBLINGS)
