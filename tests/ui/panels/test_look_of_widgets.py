# SPDX-License-Identifier: MIT
"""Palette, style sheet, icons and the words of an empty pane."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.core.theme import THEMES
from reader.ui.empty_state import EmptyState
from reader.ui.icons import GLYPHS, Icons
from reader.ui.style_sheet import palette, style_sheet

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("name", THEMES)
def test_a_style_sheet_is_whole_and_small(name: str, qtbot: QtBot) -> None:
    sheet = style_sheet(THEMES[name])
    assert sheet.count("{") == sheet.count("}")
    assert len(sheet) < 6000
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for widget in (QLineEdit(), QPushButton("Open"), QToolButton(), QCheckBox("On"), QComboBox(), QMenu()):
        column.addWidget(widget)
    window.setPalette(palette(THEMES[name]))
    window.setStyleSheet(sheet)
    assert not window.grab().isNull()
    colours = set(re.findall(r"#[0-9A-Fa-f]{6}\b", sheet))
    tokens = {str(getattr(THEMES[name], field)).lower() for field in THEMES[name].__slots__}
    assert len({colour.lower() for colour in colours} - tokens) <= 1


@pytest.mark.parametrize("name", THEMES)
def test_a_palette_has_the_tokens(name: str, qtbot: QtBot) -> None:
    theme, made = THEMES[name], palette(THEMES[name])
    assert made.color(QPalette.ColorRole.Base) == QColor(theme.paper)
    assert made.color(QPalette.ColorRole.Text) == QColor(theme.ink)
    assert made.color(QPalette.ColorRole.Accent) == QColor(theme.accent)
    assert made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == QColor(theme.ink_faint)


def test_every_icon_is_drawn_in_the_ink_of_its_theme(qtbot: QtBot) -> None:
    icons = Icons(THEMES["light"])
    for name in GLYPHS:
        image = icons.icon(name).pixmap(20, 20).toImage()
        inked = [image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height())]
        assert max(inked) > 100, name
    assert icons.icon("no such icon").isNull()


def test_icons_move_nothing_and_follow_the_theme(qtbot: QtBot) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    button.setFixedSize(28, 28)
    icons = Icons(THEMES["light"])
    icons.put(button, "star")
    before = button.icon().pixmap(20, 20).toImage()
    icons.set_theme(THEMES["dark"])
    assert button.icon().pixmap(20, 20).toImage() != before
    assert button.size().toTuple() == (28, 28)


def test_icons_forget_a_button_that_is_gone(qtbot: QtBot) -> None:
    icons = Icons(THEMES["light"])
    parent = QWidget()
    icons.put(QToolButton(parent), "star")
    parent.deleteLater()
    QTest.qWait(10)
    icons.set_theme(THEMES["dark"])


def test_an_empty_pane_shows_only_what_it_is_given(qtbot: QtBot) -> None:
    pane = EmptyState()
    qtbot.addWidget(pane)
    pane.show_words("Nothing <b>here</b>", detail="", button="")
    pane.show()
    assert pane.accessibleName() == "Nothing <b>here</b>"
    assert not pane.findChildren(QPushButton)[0].isVisible()
    pane.show_words("Nothing here", detail="At all.", button="Try again")
    with qtbot.waitSignal(pane.button_pressed):
        QTest.mouseClick(pane.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)


def test_the_panels_need_no_icon_font_and_no_parser_to_show() -> None:
    code = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "from reader.core.theme import THEMES\n"
        "from reader.ui.article_list import ArticleList\n"
        "from reader.ui.library_panel import LibraryPanel\n"
        "from reader.ui.tasks import Tasks\n"
        "from reader.ui.thumbnails import Thumbnails\n"
        "panes = LibraryPanel(THEMES['light']), ArticleList(THEMES['light'], Thumbnails(Tasks()))\n"
        "[pane.grab() for pane in panes]\n"
        "heavy = {'qtawesome', 'qtpy', 'sqlite3', 'markdown', 'lxml', 'bs4', 'yaml', 'pygments'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.strip() == "[]", done.stderr


def test_the_constants_outlive_any_number_of_calls() -> None:
    code = (
        "import reader.ui\n"
        "from PySide6.QtCore import QObject\n"
        "thing = QObject()\n"
        "for _ in range(100_000): thing.setObjectName('x'); thing.property('y')\n"
        "print('alive')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.stdout.strip(), done.returncode) == ("alive", 0), done.stderr
