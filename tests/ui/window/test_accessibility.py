# SPDX-License-Identifier: MIT
"""Every control of the window has a name and a role, as assistive technology sees them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.actions import ACTIONS
from reader.ui.main_window import MainWindow

from .accessibility_walk import nameless, wrong_states
from .conftest import MakeWindow

pytestmark = [
    pytest.mark.engine,
    pytest.mark.qt_log_ignore("GPUInfo not initialized", "This plugin does not support"),
]


def _button(window: MainWindow, name: str) -> QAbstractButton:
    text = window.act[name].text()
    found = [one for one in window._header.findChildren(QAbstractButton) if one.accessibleName() == text]
    assert len(found) == 1
    return found[0]


@pytest.fixture
def window(make_window: MakeWindow, library: Path, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    window = make_window()
    window.open_requested(library)
    qtbot.waitUntil(lambda: window.is_settled() and not window._feed.is_empty, timeout=60_000)
    files = [tmp_path / "one.md", tmp_path / "two.md"]
    for path in files:
        path.write_text(f"# Title {path.stem}\n\nText.\n", "utf-8")
    window.open_all(files)
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Title two"), timeout=20_000)
    return window


def _reached_by_tab(window: MainWindow) -> set[int]:
    reached: set[int] = set()
    widget: QWidget | None = window
    for _step in range(500):
        widget = widget.nextInFocusChain() if widget is not None else None
        if widget is None or widget is window:
            break
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.add(id(widget))
    return reached


def test_window_dialogs_and_keyboard(window: MainWindow, qapp: QApplication, qtbot: QtBot) -> None:
    from reader.ui.about_dialog import AboutDialog
    from reader.ui.licences_dialog import LicencesDialog
    from reader.ui.shortcut_editor import ShortcutEditor
    from reader.ui.shortcut_sheet import ShortcutSheet

    assert nameless(window) == []
    assert wrong_states(window) == []
    reached = _reached_by_tab(window)
    assert id(window.side.articles.view) in reached
    assert len(reached) >= 8

    for dialog in (
        AboutDialog(0, window),
        LicencesDialog(window),
        ShortcutSheet(window.act, window),
        ShortcutEditor(window.act, window._parts.preferences, window),
    ):
        dialog.show()
        assert nameless(dialog) == []
        assert wrong_states(dialog) == []
        dialog.close()
        dialog.deleteLater()

    window.act["palette"].trigger()
    palette = QApplication.activePopupWidget()
    assert palette is not None
    assert nameless(palette) == []
    palette.close()

    pane = window._header.parentWidget()
    assert pane is not None
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        qtbot.waitUntil(lambda: window.side.list_pane.x() > pane.x(), timeout=5_000)
        assert window.side.panel.x() > window.side.list_pane.x()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_states_are_told(window: MainWindow, library: Path, qtbot: QtBot) -> None:
    for name in ("toggle_star", "original", "library_panel"):
        button, action = _button(window, name), window.act[name]
        for _press in range(2):
            before = action.isChecked()
            button.click()
            qtbot.waitUntil(lambda action=action, before=before: action.isChecked() != before, timeout=20_000)
            state = QAccessible.queryAccessibleInterface(button).state()
            assert bool(state.checkable)
            assert bool(state.checked) == action.isChecked() == button.isChecked()
    view = window.side.articles.view
    qtbot.waitUntil(lambda: view.model().rowCount() == 6, timeout=60_000)
    view.selectRow(1)
    title = str(view.model().index(1, 0).data())
    selected = [cell.text(QAccessible.Text.Name) for cell in _cells(view) if cell.state().selected]
    assert len(selected) == 1
    assert selected[0].startswith(title)
    tree = window.side.panel.view
    branch = next(index for index in _branches(tree) if tree.model().hasChildren(index))
    for expanded in (True, False):
        tree.setExpanded(branch, expanded)
        states = [cell.state() for cell in _cells(tree)]
        assert any(bool(state.expanded) == expanded for state in states if state.expandable)
        assert tree.isExpanded(branch) is expanded


def _branches(tree: QTreeView) -> list[QModelIndex]:
    return [tree.model().index(row, 0) for row in range(tree.model().rowCount())]


def _cells(view: QWidget) -> list[QAccessibleInterface]:
    interface = QAccessible.queryAccessibleInterface(view)
    return [interface.child(number) for number in range(interface.childCount())]


def test_every_shortcut_belongs_to_one_action() -> None:
    keys = [key for spec in ACTIONS for key in spec.shortcuts]
    assert sorted(keys) == sorted(set(keys))
