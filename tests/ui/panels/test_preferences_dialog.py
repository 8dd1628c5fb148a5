# SPDX-License-Identifier: MIT
"""The preferences dialog: every option has its control, shows at once, and can be taken back."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QMessageBox,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from reader.core.settings import OPTIONS, Preferences
from reader.core.settings.highlight_export import sample_highlights
from reader.core.settings.options import (
    FIRST_LINE_INDENT,
    FONT_SIZE,
    HIGHLIGHT_TEMPLATE,
    LANGUAGE,
    SYNC_FOLDER,
    THEME,
    WIDTH,
)
from reader.core.theme import THEMES
from reader.ui.application_style import ApplicationStyle
from reader.ui.highlight_export import write_highlights
from reader.ui.icons import Icons
from reader.ui.preference_changes import PreferenceChanges
from reader.ui.preferences_dialog import PreferencesDialog
from reader.ui.preferences_words import has_words, section_of
from reader.ui.template_dialog import TemplateDialog


@dataclass(frozen=True)
class Opened:
    dialog: PreferencesDialog
    changes: PreferenceChanges
    path: Path

    def saved(self) -> Preferences:
        return Preferences(self.path)


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    path = tmp_path / "preferences.toml"
    path.write_text("# mine\n", "utf-8")
    changes = PreferenceChanges(Preferences(path))
    icons = Icons(THEMES["light"])
    dialog = PreferencesDialog(changes, ApplicationStyle(qapp, "light"), icons)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    yield Opened(dialog, changes, path)


def _combo(opened: Opened, name: str) -> QComboBox:
    combo = opened.dialog.row(name).control
    assert isinstance(combo, QComboBox)
    return combo


def test_every_option_has_words_and_a_row(opened: Opened) -> None:
    assert [name for name in OPTIONS if not has_words(name)] == []
    for name in OPTIONS:
        assert opened.dialog.row(name).control.isEnabled()


def test_pages_show_one_section_each(opened: Opened) -> None:
    seen: list[str] = []
    for row in range(opened.dialog.pages.count()):
        opened.dialog.pages.setCurrentRow(row)
        visible = opened.dialog.visible_options()
        assert len({section_of(name) for name in visible}) == 1
        seen += visible
    assert sorted(seen) == sorted(OPTIONS)


def test_a_choice_is_written_at_once_and_can_be_taken_back(opened: Opened, qtbot: QtBot) -> None:
    combo = _combo(opened, THEME.name)
    combo.setFocus()
    with qtbot.waitSignal(opened.changes.changed):
        QTest.keyClick(combo, Qt.Key.Key_Down)
    assert opened.saved().get(THEME) == "light"
    assert opened.path.read_text("utf-8").startswith("# mine\n")
    opened.changes.reset(THEME.name)
    assert combo.currentData() == "system"
    assert opened.saved().get(THEME) == "system"


def test_automatic_numbers(opened: Opened) -> None:
    control = opened.dialog.row(FONT_SIZE.name).control
    automatic, spin = control.findChild(QCheckBox), control.findChild(QDoubleSpinBox)
    assert isinstance(automatic, QCheckBox)
    assert isinstance(spin, QDoubleSpinBox)
    assert automatic.isChecked()
    assert not spin.isEnabled()
    automatic.click()
    assert opened.saved().get(FONT_SIZE) == 19
    spin.setValue(24)
    assert opened.saved().get(FONT_SIZE) == 24
    automatic.click()
    assert opened.saved().get(FONT_SIZE) is None


def test_search_finds_over_all_pages(opened: Opened) -> None:
    QTest.keyClicks(opened.dialog.search, "indent")
    assert opened.dialog.visible_options() == [FIRST_LINE_INDENT.name]
    QTest.keyClick(opened.dialog.search, Qt.Key.Key_Return)
    box = opened.dialog.row(FIRST_LINE_INDENT.name).control
    assert box.hasFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert opened.saved().get(FIRST_LINE_INDENT)


def test_tab_goes_from_the_search_to_what_it_found(opened: Opened, qtbot: QtBot) -> None:
    opened.dialog.activateWindow()
    opened.dialog.search.setFocus()
    QTest.keyClicks(opened.dialog.search, "indent")
    box = opened.dialog.row(FIRST_LINE_INDENT.name).control
    for _ in range(3):  # past the button that clears the search
        if not box.hasFocus():
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert box.hasFocus()
    assert opened.dialog.visible_options() == [FIRST_LINE_INDENT.name]
    opened.dialog.search.clear()
    opened.dialog.search.setFocus()
    QTest.keyClick(opened.dialog.search, Qt.Key.Key_Tab)
    assert opened.dialog.pages.hasFocus()


def test_while_searching_each_page_can_be_gone_to(opened: Opened) -> None:
    pages = opened.dialog.pages
    shown = opened.dialog.visible_options()
    opened.dialog.search.setText("pictures")
    assert not pages.selectedItems()  # none of them is what is shown
    place = pages.visualItemRect(pages.item(0)).center()
    QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.dialog.search.text() == ""
    assert opened.dialog.visible_options() == shown
    opened.dialog.search.setText("pictures")
    opened.dialog.search.clear()
    assert (pages.currentRow(), opened.dialog.visible_options()) == (0, shown)


def test_a_page_is_reset_alone(opened: Opened) -> None:
    opened.changes.set(THEME.name, "dark")
    opened.changes.set(WIDTH.name, "wide")
    opened.dialog.pages.setCurrentRow(0)
    opened.dialog._reset_page.click()
    assert opened.saved().get(THEME) == "system"
    assert opened.saved().get(WIDTH) == "wide"


def test_a_change_from_outside_is_picked_up(opened: Opened, qtbot: QtBot) -> None:
    opened.changes.watch()
    opened.path.write_text('[appearance]\ntheme = "sepia"\n', "utf-8")
    qtbot.waitUntil(lambda: _combo(opened, THEME.name).currentData() == "sepia", timeout=10_000)
    other = opened.path.with_name("new")
    other.write_text('[appearance]\ntheme = "black"\n', "utf-8")
    other.replace(opened.path)
    qtbot.waitUntil(lambda: _combo(opened, THEME.name).currentData() == "black", timeout=10_000)


def test_another_file_beside_it_is_none_of_its_concern(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.utime(opened.path, (1, 1))
    looked: list[bool] = []
    read: list[bool] = []
    look, reload = opened.changes._look_at_file, opened.changes.preferences.reload
    monkeypatch.setattr(opened.changes, "_look_at_file", lambda: (look(), looked.append(True)))
    monkeypatch.setattr(opened.changes.preferences, "reload", lambda: (read.append(True), reload()))
    opened.changes.watch()
    for times in (1, 2):
        (opened.path.parent / f"state {times}.db").write_text("x", "utf-8")
        qtbot.waitUntil(lambda times=times: len(looked) > times, timeout=10_000)
        assert len(read) == 1  # once, since it is not known when it was read at the start
    opened.path.unlink()
    qtbot.waitUntil(lambda: len(read) == 2, timeout=10_000)


def test_nonsense_in_the_file_is_told_with_its_line(opened: Opened, qtbot: QtBot) -> None:
    said: list[str] = []
    opened.changes.failed.connect(said.append)
    opened.path.write_text('[reading]\nwidth = "vast"\n', "utf-8")
    opened.changes.reload()
    assert len(said) == 1
    assert "line 2" in said[0]
    assert not opened.dialog._problem.isHidden()
    assert "vast" in opened.dialog._problem.text()
    opened.path.write_text('[reading]\nwidth = "wide"\n', "utf-8")
    opened.changes.reload()
    assert opened.dialog._problem.isHidden()
    opened.dialog.pages.setCurrentRow(1)
    assert _combo(opened, WIDTH.name).currentData() == "wide"


def test_a_file_that_cannot_be_changed_is_told(opened: Opened) -> None:
    said: list[str] = []
    opened.changes.failed.connect(said.append)
    opened.path.write_text("[[[ nonsense", "utf-8")
    opened.changes.set(THEME.name, "dark")
    assert len(said) == 1
    assert _combo(opened, THEME.name).currentData() == "system"
    assert opened.path.read_text("utf-8") == "[[[ nonsense"


def test_language_says_when_it_takes_effect(opened: Opened) -> None:
    combo = _combo(opened, LANGUAGE.name)
    QTest.keyClick(combo, Qt.Key.Key_Down)
    assert "next start" in opened.dialog.row(LANGUAGE.name)._hint.text()


def test_the_template_of_highlights_is_edited_beside_its_outcome(opened: Opened, qtbot: QtBot) -> None:
    button = opened.dialog.row(HIGHLIGHT_TEMPLATE.name).control
    assert isinstance(button, QPushButton)
    button.click()
    (editor,) = opened.dialog.findChildren(TemplateDialog)
    assert "# Example" in editor.preview.toPlainText()
    editor.editor.setPlainText("* $text — $title ($note)\n")
    qtbot.waitUntil(lambda: editor.preview.toPlainText().startswith("* The window"), timeout=20_000)
    editor.save_button.click()
    template = opened.saved().get(HIGHLIGHT_TEMPLATE)
    assert template == "* $text — $title ($note)\n"
    mark = sample_highlights()[0]
    target = opened.path.with_name("marks.md")
    write_highlights([mark], target, template)
    assert target.read_text("utf-8").startswith("* The window disappears")
    button.click()
    editor = opened.dialog.findChildren(TemplateDialog)[-1]
    assert editor.editor.toPlainText() == template
    editor.standard_button.click()
    editor.save_button.click()
    assert opened.saved().get(HIGHLIGHT_TEMPLATE) == ""


@pytest.mark.parametrize(("answer", "kept"), [("Save", "* $text\n"), ("Discard", "")])
def test_escape_asks_before_an_edited_template_is_lost(opened: Opened, answer: str, kept: str) -> None:
    button = opened.dialog.row(HIGHLIGHT_TEMPLATE.name).control
    assert isinstance(button, QPushButton)
    button.click()
    (dialog,) = opened.dialog.findChildren(TemplateDialog)
    dialog.editor.setPlainText("* $text\n")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    (question,) = dialog.findChildren(QMessageBox)
    next(each for each in question.buttons() if each.text() == answer).click()
    assert not dialog.isVisible()
    assert opened.saved().get(HIGHLIGHT_TEMPLATE) == kept


def test_a_folder_is_chosen_shown_and_given_up(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = opened.dialog.row(SYNC_FOLDER.name)
    button = row.control
    assert isinstance(button, QPushButton)
    assert button.text() == "Choose a folder…"
    folder = tmp_path / "Sync & more"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    button.click()
    assert opened.saved().get(SYNC_FOLDER) == str(folder)
    assert button.text() == "Sync && more"
    assert str(folder) in button.accessibleName()
    opened.changes.reset(SYNC_FOLDER.name)
    assert opened.saved().get(SYNC_FOLDER) == ""
    assert button.text() == "Choose a folder…"
