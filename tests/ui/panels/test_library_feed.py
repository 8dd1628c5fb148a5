# SPDX-License-Identifier: MIT
"""What the feed says of folders that cannot be watched."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from reader.core.library import Library
from reader.ui.library_feed import LibraryFeed
from reader.ui.scan_process import ScanProcess
from reader.ui.tasks import Tasks


def no_library() -> Library:
    raise AssertionError("nobody asked for it")


def test_it_says_where_changes_have_to_be_looked_for(qtbot: QtBot, tasks: Tasks) -> None:
    scan = ScanProcess()
    feed = LibraryFeed(tasks, no_library, scan)
    said: list[str] = []
    feed.said.connect(said.append)
    scan.watching.emit(0, "")
    assert said == []
    scan.watching.emit(1, "the system does not tell of changes (OS file watch limit reached)")
    assert len(said) == 1
    assert "looked through" in said[0]
