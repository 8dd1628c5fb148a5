# SPDX-License-Identifier: MIT
"""Highlights in a real page: what is selected, what is drawn, what lies under the mouse."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from reader.ui.highlight_layer import DrawnMark, HighlightLayer, Passage
from reader.ui.page_text import PageText

from .conftest import Desk

pytestmark = [pytest.mark.engine, pytest.mark.qt_log_ignore("GPUInfo not initialized")]
Write = Callable[..., Path]

_TEXT = """# 标题

第一段的文字，有 *强调* 和 `code`，还有 😀 一个表情。

第二段也在这里，second paragraph.

- one
- two
"""


def _text(desk: Desk, layer: HighlightLayer) -> PageText:
    found: list[PageText] = []
    layer.read_text(found.append)
    desk.bot.waitUntil(lambda: bool(found), timeout=20_000)
    return found[0]


def _drawn(desk: Desk) -> dict[str, list[str]]:
    """What the engine draws, by colour."""
    script = (
        "const words = r => { const x = document.createRange(); x.setStart(r.startContainer, r.startOffset);"
        "x.setEnd(r.endContainer, r.endOffset); return x.toString() };"
        "const drawn = [...CSS.highlights].map(([name, all]) => [name.slice(7), [...all].map(words)]);"
        "return JSON.stringify(Object.fromEntries(drawn.filter(([, texts]) => texts.length)))"
    )
    return json.loads(desk.ask(f"(() => {{ {script} }})()"))


@pytest.fixture
def layer(desk: Desk, article: Write) -> HighlightLayer:
    desk.open(article(_TEXT))
    layer = HighlightLayer(desk.detail.view, desk.detail)
    layer.attend()
    return layer


def test_blocks_are_apart_and_inline_text_is_not(desk: Desk, layer: HighlightLayer) -> None:
    text = _text(desk, layer).text
    assert "第一段的文字，有 强调 和 code，还有 😀 一个表情。" in text
    assert "表情。第二段" not in text.replace(" ", "")
    assert "one" in text.splitlines()


def test_drawn_ranges_hold_the_words_they_should(desk: Desk, layer: HighlightLayer) -> None:
    text = _text(desk, layer)
    words = ["强调 和 code", "一个表情", "表情。\n第二段", "😀"]
    marks = []
    for number, word in enumerate(words):
        plain = text.text.replace("\n\n", "\n")
        assert word.split("\n")[0] in plain
        start = text.text.index(word.split("\n")[0])
        end = text.text.index(word.split("\n")[-1], start) + len(word.split("\n")[-1])
        marks.append(
            DrawnMark(f"m{number}", start, end, ("yellow", "green", "blue", "pink")[number], number == 0)
        )
    layer.draw(marks, text)
    drawn = _drawn(desk)
    assert drawn["yellow"] == ["强调 和 code"]
    assert drawn["note"] == ["强调 和 code"]
    assert drawn["green"] == ["一个表情"]
    assert drawn["pink"] == ["😀"]
    assert "".join(drawn["blue"][0].split()) == "表情。第二段"
    layer.draw([], text)
    assert _drawn(desk) == {}


def test_the_document_stays_as_it_is(desk: Desk, layer: HighlightLayer) -> None:
    before = desk.ask("document.documentElement.outerHTML")
    layer.draw([DrawnMark("m", 2, 9, "yellow", True)], _text(desk, layer))
    assert desk.ask("document.documentElement.outerHTML") == before


def test_a_selection_is_told_with_its_place(desk: Desk, layer: HighlightLayer) -> None:
    with desk.bot.waitSignal(layer.passage_selected, timeout=20_000) as told:
        desk.ask(
            "(() => { const p = document.querySelectorAll('.text p')[0];"
            "getSelection().setBaseAndExtent(p.firstChild, 3, p.lastChild, 4); return 1 })()"
        )
    passage = told.args[0]
    assert isinstance(passage, Passage)
    text = _text(desk, layer)
    assert text.text[text.to_offset(passage.start) : text.to_offset(passage.end)] == passage.text
    assert passage.text.startswith("的文字")
    assert passage.path
    assert desk.detail.view.rect().intersects(passage.box)
    with desk.bot.waitSignal(layer.passage_selected, timeout=20_000) as told:
        layer.unselect()
    assert told.args[0] is None


def test_the_keyboard_selects_the_paragraph_being_read(desk: Desk, layer: HighlightLayer) -> None:
    found: list[Passage | None] = []
    layer.select_paragraph(found.append)
    desk.bot.waitUntil(lambda: bool(found), timeout=20_000)
    assert found[0] is not None
    assert found[0].text in {line.strip() for line in _text(desk, layer).text.splitlines()}


def test_a_click_finds_the_innermost_of_overlapping_marks(desk: Desk, layer: HighlightLayer) -> None:
    text = _text(desk, layer)
    start = text.text.index("第二段")
    layer.draw(
        [
            DrawnMark("wide", start, start + 12, "yellow", False),
            DrawnMark("inner", start, start + 3, "pink", False),
        ],
        text,
    )
    boxes: list[QRect] = []
    layer.reveal("inner", boxes.append)
    desk.bot.waitUntil(lambda: bool(boxes), timeout=20_000)
    target = desk.detail.view.focusProxy()
    assert target is not None
    with desk.bot.waitSignal(layer.mark_clicked, timeout=20_000) as clicked:
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=boxes[0].center())
    assert clicked.args[0] == ("inner", "wide")
    clicks: list[object] = []
    layer.mark_clicked.connect(lambda ids, _box: clicks.append(ids))
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    desk.ask("1")
    assert clicks == [()], "beside all of them"


def test_offsets_in_both_units() -> None:
    text = PageText("a😀b😀😀c")
    for offset in range(len(text.text) + 1):
        assert text.to_units(offset) == len(text.text[:offset].encode("utf-16-le")) // 2
        assert text.to_offset(text.to_units(offset)) == offset
