# SPDX-License-Identifier: MIT
"""The palette and the shortcuts a person may change."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app.paths import AppPaths
from reader.core.settings import Preferences
from reader.core.settings.shortcuts import Shortcut
from reader.ui.command_palette import CommandPalette
from reader.ui.main_window import MainWindow
from reader.ui.palette_entries import PaletteEntry, best
from reader.ui.places import PlaceKind
from reader.ui.shortcut_editor import ShortcutEditor

from .conftest import MakeWindow

pytestmark = pytest.mark.qt_log_ignore("GPUInfo not initialized", "This plugin does not support")


def _entry(text: str, also: str = "", rank: int = 0) -> PaletteEntry:
    return PaletteEntry(text, "", lambda: None, also, rank)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("next un", "Next unread article"),
        ("rel", "Reload article"),
        ("new t", "New tab"),
        ("ÉTÉ", "Un été"),
        ("标签", "新标签页"),
        ("new_tab", "新标签页"),
        ("fcs", "Focus on the article"),
    ],
)
def test_best_fit_comes_first(typed: str, first: str) -> None:
    entries = [
        _entry("Next article"),
        _entry("Reload article"),
        _entry("Next unread article"),
        _entry("New tab"),
        _entry("Un été"),
        _entry("新标签页", also="New tab new_tab", rank=1),
        _entry("Focus on the article"),
    ]
    assert best(entries, typed, 9)[0].text == first


def test_nothing_typed_shows_all_and_nonsense_nothing() -> None:
    entries = [_entry("One"), _entry("Two")]
    assert best(entries, " ", 9) == entries
    assert best(entries, "qqqq", 9) == []
    assert best(entries, "", 1) == entries[:1]


def _palette(window: MainWindow) -> CommandPalette:
    window.act["palette"].trigger()
    [palette] = [each for each in window.findChildren(CommandPalette) if each.isVisible()]
    assert isinstance(palette, CommandPalette)
    return palette


def _texts(palette: CommandPalette) -> list[str]:
    items = [palette.rows.topLevelItem(row) for row in range(palette.rows.topLevelItemCount())]
    return [item.text(0) for item in items if item is not None]


@pytest.mark.engine
def test_palette_goes_everywhere(
    make_window: MakeWindow, library: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window()
    window.open_requested(library)
    qtbot.waitUntil(lambda: window.is_settled() and not window._feed.is_empty, timeout=60_000)
    article = tmp_path / "headings.md"
    article.write_text("# Top\n\nText.\n\n" + "word " * 3000 + "\n\n## Deep below\n\nText.\n", "utf-8")
    window.open_requested(article)
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Top") and window.is_settled(), timeout=20_000)

    palette = _palette(window)
    QTest.keyClicks(palette.field, "deep")
    assert _texts(palette) == ["Deep below"]
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    page = window._detail.view.page()
    qtbot.waitUntil(lambda: page.scrollPosition().y() > 500, timeout=20_000)

    palette = _palette(window)
    palette.field.insert("新媒体")
    qtbot.waitUntil(lambda: "新媒体" in _texts(palette), timeout=20_000)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window._feed.place.kind is PlaceKind.CATEGORY, timeout=20_000)

    palette = _palette(window)
    palette.field.insert("第 4")
    qtbot.waitUntil(lambda: "第 4 篇" in _texts(palette), timeout=20_000)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.windowTitle().startswith("第 4 篇"), timeout=20_000)

    palette = _palette(window)
    QTest.keyClicks(palette.field, "full scr")
    assert _texts(palette)[0] == "Full screen"
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(CommandPalette), timeout=5_000)


@pytest.mark.engine
def test_own_shortcuts_hold_and_conflicts_are_shown(
    make_window: MakeWindow, tmp_path: Path, app_paths: AppPaths, qtbot: QtBot, qapp: QApplication
) -> None:
    article = tmp_path / "one.md"
    article.write_text("# One\n", "utf-8")
    app_paths.preferences.parent.mkdir(parents=True, exist_ok=True)
    Preferences(app_paths.preferences).set(Shortcut("next"), ("X",))
    window = make_window(article)
    assert window.act["next"].shortcuts() == [QKeySequence("X")]

    preferences = Preferences(app_paths.preferences)
    editor = ShortcutEditor(window.act, preferences, window)
    qtbot.addWidget(editor)
    editor.choose("previous")
    editor.keys.setKeySequence(QKeySequence("X"))
    assert "Next article" in editor.conflict.text()
    editor.use.click()
    assert window.act["previous"].shortcuts() == [QKeySequence("X")]
    assert window.act["next"].shortcuts() == []
    assert preferences.shortcuts == {"next": (), "previous": ("X",)}
    editor.choose("next")
    editor.reset.click()
    assert QKeySequence("J") in window.act["next"].shortcuts()
    assert Preferences(app_paths.preferences).shortcuts == {"previous": ("X",)}
