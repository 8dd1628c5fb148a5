# SPDX-License-Identifier: MIT
"""Comparing versions from the window: two selected articles, or all versions of one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.ui.main_window import MainWindow
from reader.ui.places import DUPLICATES
from reader.ui.versions_dialog import VersionsDialog

MakeWindow = Callable[..., MainWindow]
TEXT = "互联网平台之间的流量开始流动起来，这意味着电商与社交的边界正在消失。用户可以更自由地选择。"


def shown(window: MainWindow, qtbot: QtBot) -> VersionsDialog:
    """The comparison, once it stands."""
    qtbot.waitUntil(lambda: bool(window.findChildren(VersionsDialog)), timeout=20_000)
    (dialog,) = window.findChildren(VersionsDialog)
    qtbot.waitUntil(lambda: dialog.view.difference_count > 0, timeout=20_000)
    return dialog


pytestmark = [pytest.mark.engine, pytest.mark.qt_log_ignore("GPUInfo not", "This plugin does not support")]


def test_copies_stand_in_groups_and_are_compared(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    for name, day, text in (("a", 1, TEXT * 5), ("b", 2, TEXT * 5 + "\n\n后来又加了一段说明。")):
        header = f"---\ntitle: 拆墙 {name}\ndate: 2022-01-0{day}\nsource: https://example.org/wall\n---\n\n"
        (folder / f"{name}.md").write_text(header + text + "\n", "utf-8")
    (folder / "other.md").write_text("---\ntitle: Other\ndate: 2023-01-01\n---\n\nAlone.\n", "utf-8")
    window = make_window()
    window.add_folder(folder)
    rows = window.side.articles.view.rows  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: rows.rowCount() == 3 and window.is_settled(), timeout=60_000)

    window.go_to(DUPLICATES)
    qtbot.waitUntil(lambda: len(rows.groups) == 1 and rows.rowCount() == 2, timeout=20_000)
    assert "example.org/wall" in rows.groups[0]
    window.side.articles.view.selectRow(1)
    window.act["compare_versions"].trigger()
    dialog = shown(window, qtbot)
    assert dialog.before.currentText().endswith("a.md")
    assert dialog.after.currentText().endswith("b.md")
    assert dialog.summary.text().startswith("1 added · ")
    dialog.close()
    qtbot.waitUntil(lambda: not window.findChildren(VersionsDialog), timeout=20_000)

    window.side.articles.view.selectAll()
    window.act["compare_versions"].trigger()
    assert shown(window, qtbot).summary.text().startswith("1 added · ")
