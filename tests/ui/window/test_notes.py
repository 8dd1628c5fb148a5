# SPDX-License-Identifier: MIT
"""Notes to highlights: written in a native editor, and not lost by a key, a full disk or the end."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from reader.core.errors import SettingsError
from reader.core.settings.highlights import Highlights
from reader.ui.note_editor import NoteEditor

from .marked_article import Reading

pytestmark = [
    pytest.mark.engine,
    pytest.mark.qt_log_ignore("GPUInfo not initialized", "This plugin does not support"),
]


def test_notes_are_written_in_a_native_editor_with_any_input_method(reading: Reading) -> None:
    reading.select("值得记住的话")
    reading.window.act["note"].trigger()
    editor = reading.window.findChild(NoteEditor)
    assert editor is not None
    pending = QInputMethodEvent("bi ji", [])
    QApplication.sendEvent(editor.editor, pending)
    assert editor.note == "", "what is still being composed is not text"
    done = QInputMethodEvent()
    done.setCommitString("笔记")
    QApplication.sendEvent(editor.editor, done)
    assert editor.note == "笔记"
    editor.tags_field.setText("a, b，a")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    reading.wait_drawn("note", "值得记住的话")
    (mark,) = reading.kept()
    assert (mark.note, mark.tags) == ("笔记", ("a", "b"))


def _editors(reading: Reading) -> list[NoteEditor]:
    return [each for each in reading.window.findChildren(NoteEditor) if each.isVisible()]


def _write_note(reading: Reading, words: str) -> NoteEditor:
    reading.select("值得记住的话")
    reading.window.act["note"].trigger()
    (editor,) = _editors(reading)
    editor.editor.setPlainText(words)
    return editor


@pytest.mark.parametrize(("answer", "kept"), [("Save", ["写了很久"]), ("Discard", [])])
def test_escape_asks_before_a_note_that_was_written_is_lost(
    reading: Reading, answer: str, kept: list[str]
) -> None:
    editor = _write_note(reading, "写了很久")
    for button in ("Keep writing", answer):
        assert editor.isVisible()
        QTest.keyClick(editor, Qt.Key.Key_Escape)
        (question,) = editor.findChildren(QMessageBox)
        next(each for each in question.buttons() if each.text() == button).click()
        reading.qtbot.waitUntil(lambda: not reading.window.findChildren(QMessageBox), timeout=20_000)
    assert not _editors(reading)
    reading.qtbot.waitUntil(lambda: [mark.note for mark in reading.kept()] == kept, timeout=20_000)


@pytest.mark.parametrize("end", ["window", "all", "asked"])
def test_a_note_that_is_being_written_is_kept_when_the_window_is_made_to_close(
    reading: Reading, end: str
) -> None:
    editor = _write_note(reading, "写了很久")
    reading.ask("1")  # after the text of the page, which the editor asked for
    if end == "asked":
        QTest.keyClick(editor, Qt.Key.Key_Escape)
    if end == "window":
        assert reading.window.close()
    else:
        QApplication.closeAllWindows()
        assert not reading.window.isVisible()
    reading.window.shut_down()
    (mark,) = reading.kept()
    assert (mark.note, mark.selector.exact) == ("写了很久", "值得记住的话")


@pytest.mark.allow_log("background work failed")
def test_a_note_that_cannot_be_written_is_still_there(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_named: object) -> None:
        raise SettingsError("The disk is full.")

    for method in ("add", "change"):
        editor = _write_note(reading, method) if method == "add" else _edit_note(reading, method)
        with monkeypatch.context() as patched:
            patched.setattr(Highlights, method, full)
            QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            reading.qtbot.waitUntil(lambda: "full" in reading.window.status.text(), timeout=20_000)
        reading.qtbot.waitUntil(lambda: bool(_editors(reading)), timeout=20_000)
        (again,) = _editors(reading)
        assert (again.note, again.is_changed) == (method, True)
        QTest.keyClick(again, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        reading.qtbot.waitUntil(lambda: [one.note for one in reading.kept()] == [method], timeout=20_000)  # noqa: B023
        reading.window.status.say("")


def _edit_note(reading: Reading, words: str) -> NoteEditor:
    reading.wait_drawn("note", "值得记住的话")
    reading.side.commands.edit(reading.kept()[0].id)
    (editor,) = _editors(reading)
    editor.editor.setPlainText(words)
    return editor


def test_a_note_belongs_to_the_article_in_which_it_was_begun(reading: Reading, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text("# 另一篇\n\n别处的一句话，也有些值得读的。\n", "utf-8")
    reading.select("值得记住的话")
    reading.window.act["note"].trigger()
    editor = reading.window.findChild(NoteEditor)
    assert editor is not None
    editor.editor.setPlainText("写了很久的笔记")
    reading.window.open_requested(other)  # as a file of another program comes in
    reading.qtbot.waitUntil(lambda: "另一篇" in reading.window.windowTitle(), timeout=20_000)
    reading.qtbot.waitUntil(reading.window.is_settled, timeout=20_000)
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    reading.qtbot.waitUntil(lambda: len(reading.kept()) == 1, timeout=20_000)
    (mark,) = reading.kept()
    assert (mark.selector.exact, mark.note) == ("值得记住的话", "写了很久的笔记")
    reading.window.open_requested(reading.file)
    reading.wait_drawn("yellow", "值得记住的话")
