# SPDX-License-Identifier: MIT
"""Highlights in the window: marked by mouse and keyboard, recoloured, annotated, deleted, brought back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reader.app.paths import AppPaths
from reader.core.settings import ReadingStates
from reader.ui.link_preview import LinkPreview

from .conftest import MakeWindow
from .marked_article import TEXT, Reading

pytestmark = [
    pytest.mark.engine,
    pytest.mark.qt_log_ignore("GPUInfo not initialized", "This plugin does not support"),
]


def test_a_colour_of_the_bar_marks_the_selection(reading: Reading, make_window: MakeWindow) -> None:
    reading.select("值得记住的话")
    QTest.mouseClick(reading.popup.dots[1], Qt.MouseButton.LeftButton)
    reading.wait_drawn("green", "值得记住的话")
    (mark,) = reading.kept()
    assert (mark.selector.exact, mark.colour) == ("值得记住的话", "green")
    assert not reading.popup.isVisible()
    again = Reading(make_window(reading.file), reading.qtbot, reading.paths, reading.file)
    again.wait_drawn("green", "值得记住的话")


def test_the_keyboard_alone_marks_a_paragraph_and_takes_it_back(reading: Reading) -> None:
    act = reading.window.act
    act["highlight"].trigger()
    reading.qtbot.waitUntil(reading.popup.isVisible, timeout=20_000)
    act["highlight"].trigger()
    reading.qtbot.waitUntil(lambda: len(reading.kept()) == 1, timeout=20_000)
    words = reading.kept()[0].selector.exact
    assert words in TEXT
    reading.wait_drawn("yellow", words)
    act["undo"].trigger()
    reading.wait_drawn("yellow")
    assert reading.kept() == ()


def test_the_keyboard_reaches_every_paragraph(reading: Reading) -> None:
    def selects(words: str) -> bool:
        return reading.ask("String(getSelection())").strip().startswith(words)

    reading.window.act["highlight"].trigger()
    reading.qtbot.waitUntil(reading.popup.isVisible, timeout=20_000)
    for _ in range(5):
        _press(reading, Qt.Key.Key_Up)
    reading.qtbot.waitUntil(lambda: selects("开头"), timeout=20_000)
    for words in ("第一段", "结尾", "The second", "The second"):
        _press(reading, Qt.Key.Key_Down)
        reading.qtbot.waitUntil(lambda words=words: selects(words), timeout=20_000)
    reading.window.act["highlight"].trigger()
    reading.qtbot.waitUntil(lambda: len(reading.kept()) == 1, timeout=20_000)
    assert reading.kept()[0].selector.exact.startswith("The second paragraph")


def test_what_is_marked_already_is_not_marked_twice(reading: Reading) -> None:
    reading.select("second paragraph")
    reading.window.act["highlight"].trigger()
    reading.wait_drawn("yellow", "second paragraph")
    before = reading.kept()
    reading.select("second paragraph")
    QTest.keyClick(reading.popup, Qt.Key.Key_3)
    reading.wait_drawn("blue", "second paragraph")
    assert [mark.id for mark in reading.kept()] == [mark.id for mark in before]
    states = ReadingStates(reading.paths.state_db)  # as another machine may have marked it, too
    (mark,) = reading.kept()
    newer = states.highlights.add(reading.file, mark.selector, created_at="2099-01-01T00:00:00Z")
    states.close()
    reading.side.commands.page_painted()
    reading.wait_drawn("yellow", "second paragraph")
    reading.select("second paragraph")
    QTest.keyClick(reading.popup, Qt.Key.Key_2)
    reading.wait_drawn("green", "second paragraph")
    assert {one.id: one.colour for one in reading.kept()} == {mark.id: "blue", newer.id: "green"}


def test_deleting_can_be_undone(reading: Reading) -> None:
    reading.select("something else")
    reading.window.act["highlight"].trigger()
    reading.wait_drawn("yellow", "something else")
    (mark,) = reading.kept()
    reading.side.commands.delete(mark.id)
    reading.wait_drawn("yellow")
    status = reading.window.status
    (offer,) = status.findChildren(QPushButton)
    assert (status.text(), offer.isHidden()) == ("Highlight deleted.", False)
    reading.window.act["undo"].trigger()
    reading.wait_drawn("yellow", "something else")
    assert (status.text(), offer.isHidden()) == ("Taken back.", True), "nor what was done before"


def test_overlapping_highlights_stand_side_by_side(reading: Reading) -> None:
    reading.select("第一段里有些值得记住的话")
    reading.window.act["highlight"].trigger()
    reading.wait_drawn("yellow", "第一段里有些值得记住的话")
    reading.select("值得记住的话，后面")
    QTest.mouseClick(reading.popup.dots[3], Qt.MouseButton.LeftButton)
    reading.wait_drawn("pink", "值得记住的话，后面")
    assert reading.drawn("yellow") == ["第一段里有些值得记住的话"]


def test_a_click_opens_a_highlight_to_recolour_it(reading: Reading) -> None:
    reading.select("second paragraph")
    reading.window.act["highlight"].trigger()
    reading.wait_drawn("yellow", "second paragraph")
    (mark,) = reading.kept()
    assert reading.side.commands.go_to(reading.file, mark.id)
    reading.qtbot.waitUntil(reading.popup.isVisible, timeout=20_000)
    assert reading.popup.dots[0].isChecked()
    QTest.keyClick(reading.popup, Qt.Key.Key_3)
    reading.wait_drawn("blue", "second paragraph")
    assert reading.drawn("yellow") == []


def _press(reading: Reading, key: Qt.Key) -> None:
    """A key while the page has the keyboard, as the engine's widget gets it."""
    reading.window._detail.view.setFocus()
    target = reading.window._detail.view.focusProxy()
    assert target is not None
    QTest.keyClick(target, key)


def test_the_keyboard_reaches_the_bar_while_it_stays_with_the_page(reading: Reading) -> None:
    reading.window.act["highlight"].trigger()
    reading.qtbot.waitUntil(reading.popup.isVisible, timeout=20_000)
    _press(reading, Qt.Key.Key_2)
    reading.qtbot.waitUntil(lambda: len(reading.kept()) == 1, timeout=20_000)
    (mark,) = reading.kept()
    assert mark.colour == "green"
    reading.wait_drawn("green", mark.selector.exact)
    assert reading.side.commands.go_to(reading.file, mark.id)
    reading.qtbot.waitUntil(reading.popup.isVisible, timeout=20_000)
    reading.wait_drawn("open", mark.selector.exact)
    _press(reading, Qt.Key.Key_Escape)
    assert not reading.popup.isVisible()
    reading.wait_drawn("open")
    assert reading.side.commands.go_to(reading.file, mark.id)
    reading.qtbot.waitUntil(reading.popup.isVisible, timeout=20_000)
    _press(reading, Qt.Key.Key_Delete)
    reading.qtbot.waitUntil(lambda: reading.kept() == (), timeout=20_000)


def _click(reading: Reading, word: str) -> None:
    """Click on a word of the page."""
    x, y = reading.ask(
        "(() => { const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);"
        "for (let n = walker.nextNode(); n; n = walker.nextNode()) {"
        f"const i = n.data.indexOf({json.dumps(word)}); if (i < 0) continue;"
        f"const r = document.createRange(); r.setStart(n, i); r.setEnd(n, i + {len(word)});"
        "const b = r.getBoundingClientRect(); return [b.left + b.width / 2, b.top + b.height / 2]; } })()"
    )
    target = reading.window._detail.view.focusProxy()
    assert target is not None
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))


def test_clicks_on_what_several_share_go_through_them(reading: Reading) -> None:
    reading.select("第一段里有些值得记住的话")
    reading.window.act["highlight"].trigger()
    reading.wait_drawn("yellow", "第一段里有些值得记住的话")
    reading.select("记住的话，后面")
    QTest.mouseClick(reading.popup.dots[3], Qt.MouseButton.LeftButton)
    reading.wait_drawn("pink", "记住的话，后面")
    for outlined in ("记住的话，后面", "第一段里有些值得记住的话", "记住的话，后面"):
        _click(reading, "记住")
        reading.wait_drawn("open", outlined)
    size = reading.popup.size()
    assert reading.popup.sizeHint() == size, "nothing in the bar is squeezed"
    _click(reading, "at length")
    reading.qtbot.waitUntil(lambda: not reading.popup.isVisible(), timeout=20_000)
    _click(reading, "第一段")
    reading.wait_drawn("open", "第一段里有些值得记住的话")
    assert reading.popup.sizeHint() == reading.popup.size()
    _press(reading, Qt.Key.Key_Delete)
    reading.wait_drawn("yellow")
    assert reading.drawn("pink") == ["记住的话，后面"]


def test_the_drawer_lists_highlights_orphans_and_headings(reading: Reading) -> None:
    reading.select("值得记住的话")
    reading.window.act["highlight"].trigger()
    reading.wait_drawn("yellow", "值得记住的话")
    reading.window.act["drawer"].trigger()
    drawer = reading.side.drawer
    assert drawer.isVisible()
    assert drawer.marks.count() == 1
    reading.qtbot.waitUntil(lambda: drawer.contents.count() == 2, timeout=20_000)
    reading.file.write_text(TEXT.replace("值得记住的话", "别的内容"), "utf-8")
    reading.window.act["reload"].trigger()

    def is_orphaned() -> bool:
        drawer.marks.setCurrentRow(0)
        mark = drawer.marks.current_mark()
        return mark is not None and mark.orphaned

    reading.qtbot.waitUntil(is_orphaned, timeout=20_000)
    assert len(reading.kept()) == 1, "an orphan is kept"
    QTest.keyClick(drawer.marks, Qt.Key.Key_Escape)
    assert not drawer.isVisible()


def test_an_orphan_is_attached_to_other_words(reading: Reading) -> None:
    reading.select("值得记住的话")
    reading.window.act["highlight"].trigger()
    reading.wait_drawn("yellow", "值得记住的话")
    reading.window.act["drawer"].trigger()
    drawer = reading.side.drawer
    reading.file.write_text(TEXT.replace("值得记住的话", "别的内容"), "utf-8")
    reading.window.act["reload"].trigger()
    button = drawer.attach_button

    def is_offered() -> bool:
        drawer.marks.setCurrentRow(0)
        return button.isVisible()

    reading.qtbot.waitUntil(is_offered, timeout=20_000)
    said: list[str] = []
    reading.side.said.connect(said.append)
    button.click()
    assert said, "nothing is selected yet"
    reading.select("别的内容")
    drawer.marks.setCurrentRow(0)
    button.setFocus()
    QTest.keyClick(drawer.marks, Qt.Key.Key_A)
    reading.wait_drawn("yellow", "别的内容")
    (mark,) = reading.kept()
    assert (mark.selector.exact, mark.orphaned) == ("别的内容", False)
    assert not button.isVisible()
    assert drawer.marks.hasFocus()
    reading.window.act["undo"].trigger()
    reading.wait_drawn("yellow")
    assert reading.kept()[0].selector.exact == "值得记住的话"


def test_copy_takes_the_words_of_a_highlight(reading: Reading) -> None:
    reading.select("entirely")
    reading.popup.copy_asked.emit()
    assert QGuiApplication.clipboard().text() == "entirely"


def test_all_highlights_are_found_and_lead_to_their_article(reading: Reading, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text("# 另一篇\n\n别处的一句话。\n", "utf-8")
    reading.select("值得记住的话")
    reading.window.act["highlight"].trigger()
    reading.wait_drawn("yellow", "值得记住的话")
    reading.window.open_requested(other)
    reading.qtbot.waitUntil(lambda: reading.drawn("yellow") == [], timeout=20_000)
    reading.window.act["all_highlights"].trigger()
    dialog = reading.side._dialog
    assert dialog is not None
    reading.qtbot.waitUntil(lambda: dialog.rows.count() == 1, timeout=20_000)
    QTest.keyClicks(dialog.search, "nothing of the kind")
    reading.qtbot.waitUntil(lambda: dialog.rows.count() == 0, timeout=20_000)
    dialog.search.setText("记住")
    reading.qtbot.waitUntil(lambda: dialog.rows.count() == 1, timeout=20_000)
    dialog.colour.setCurrentIndex(2)
    assert dialog.rows.count() == 0
    dialog.colour.setCurrentIndex(0)
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    QTest.keyClick(dialog.rows, Qt.Key.Key_Return)
    reading.wait_drawn("yellow", "值得记住的话")
    reading.qtbot.waitUntil(reading.popup.isVisible, timeout=20_000)
    dialog.close()


def test_an_answer_after_the_list_of_all_was_closed_is_dropped(reading: Reading) -> None:
    reading.window.act["all_highlights"].trigger()
    dialog = reading.side._dialog
    assert dialog is not None
    dialog.refresh()
    dialog.close()  # what was asked is still on its way
    reading.qtbot.waitUntil(lambda: reading.side._dialog is None, timeout=20_000)
    answered: list[object] = []
    assert reading.window.desk is not None
    reading.window.desk.feed.consult(lambda _library: None, answered.append)  # after what was asked before
    reading.qtbot.waitUntil(lambda: len(answered) == 1, timeout=20_000)


def test_highlights_stand_in_the_original_too(reading: Reading) -> None:
    reading.select("second paragraph")
    reading.window.act["highlight"].trigger()
    reading.wait_drawn("yellow", "second paragraph")
    reading.window.act["original"].trigger()
    reading.wait_drawn("yellow", "second paragraph")


@pytest.mark.parametrize("suffix", [".md", ".jsonl", ".csv"])
def test_highlights_are_written_in_the_form_of_the_name(
    reading: Reading, tmp_path: Path, suffix: str
) -> None:
    from reader.ui.highlight_export import write_highlights

    reading.select("值得记住的话")
    reading.window.act["highlight"].trigger()
    reading.qtbot.waitUntil(lambda: len(reading.kept()) == 1, timeout=20_000)
    target = tmp_path / f"out{suffix}"
    write_highlights(reading.kept(), target)
    assert "值得记住的话" in target.read_text("utf-8-sig")
    assert sorted(tmp_path.glob(".*.part")) == []


def test_marking_leaves_the_keyboard_with_the_text(
    make_window: MakeWindow, qtbot: QtBot, app_paths: AppPaths, file: Path
) -> None:
    file.write_text(TEXT.replace("title: 要点", "title: 要点\ncategories: [[技术, 阅读]]"), "utf-8")
    reading = Reading(make_window(file), qtbot, app_paths, file)
    reading.select("值得记住的话")
    QTest.mouseClick(reading.popup.dots[1], Qt.MouseButton.LeftButton)
    reading.wait_drawn("green", "值得记住的话")
    view = reading.window._detail.view
    assert view.isAncestorOf(QApplication.focusWidget())
    assert reading.ask("document.activeElement.tagName") == "BODY"
    page, preview = view.page(), reading.window._detail.findChild(LinkPreview)
    assert preview is not None
    page.linkHovered.emit(reading.ask("document.links[1].href"))
    assert preview.text() == "技术 / 阅读"
    page.linkHovered.emit("")
    assert not preview.isVisible()


def test_highlights_stand_whatever_characters_are_shown(reading: Reading) -> None:
    reading.select("第一段里有些值得记住的话，后面")
    reading.window.act["highlight"].trigger()
    reading.wait_drawn("yellow", "第一段里有些值得记住的话，后面")
    changes = reading.window._look.changes
    changes.set("reading.chinese_script", "traditional")
    reading.wait_drawn("yellow", "第一段裡有些值得記住的話，後面")
    reading.select("還有別的")
    QTest.mouseClick(reading.popup.dots[1], Qt.MouseButton.LeftButton)
    reading.wait_drawn("green", "還有別的")
    changes.set("reading.chinese_script", "as_written")
    reading.wait_drawn("green", "还有别的")
    reading.wait_drawn("yellow", "第一段里有些值得记住的话，后面")


def test_the_menu_of_a_selection_marks_it(reading: Reading) -> None:
    from reader.ui.context_menus import page_menu

    act, view = reading.window.act, reading.window._detail.view
    assert act["highlight"] not in page_menu(view, act, reading.window).actions()
    reading.select("entirely")
    menu = page_menu(view, act, reading.window)
    assert act["highlight"] in menu.actions()
    act["highlight"].trigger()
    reading.wait_drawn("yellow", "entirely")


def test_the_drawer_lies_over_the_page_of_a_narrow_window(reading: Reading) -> None:
    window, qtbot = reading.window, reading.qtbot
    reading.window.act["drawer"].trigger()
    drawer, detail = reading.side.drawer, window._detail
    qtbot.waitUntil(lambda: drawer.x() >= detail.x() + detail.width(), timeout=20_000)
    window.resize(420, 700)
    qtbot.waitUntil(lambda: detail.width() > 400 and drawer.geometry().right() == detail.geometry().right())
    window.resize(1200, 700)
    qtbot.waitUntil(lambda: drawer.x() >= detail.x() + detail.width(), timeout=20_000)
