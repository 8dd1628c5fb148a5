# SPDX-License-Identifier: MIT
"""The same words stand at the top after switching, restarting, another size, face, theme and edits above."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app.paths import AppPaths
from reader.core.settings import ReadingStates
from reader.ui.main_window import MainWindow
from reader.ui.web_page import OUR_WORLD

pytestmark = [
    pytest.mark.engine,
    pytest.mark.qt_log_ignore(
        "GPUInfo not initialized"
    ),  # what the engine says where there is no graphics card
]

MakeWindow = Callable[..., MainWindow]
CHANGES = int(os.environ.get("READER_RELAYOUTS", "25"))
_TOP = """(() => {
  for (let y = 2; y < innerHeight; y += 3) {
    const range = document.caretRangeFromPoint(innerWidth / 2, y);
    const paragraph = range?.startContainer.parentElement?.closest("article .text p");
    if (paragraph && paragraph.getBoundingClientRect().bottom > 12) {
      return JSON.stringify([paragraph.textContent, scrollY]);
    }
  }
  return "[\\"\\", 0]";
})()"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "other.md").write_text("# 别的\n\n短。", "utf-8")
    file = folder / "long.md"
    file.write_text(_text(), "utf-8")
    return file


def _text(above: str = "") -> str:
    paragraphs = [
        f"第{number}段，" + f"说的是第{number * 7}件事，读到这里还没有完。" * 3 for number in range(150)
    ]
    return f"# 长文\n\n{above}" + "\n\n".join(paragraphs) + "\n"


def _run(qtbot: QtBot, window: MainWindow, script: str) -> object:
    answers: list[object] = []
    window._detail.view.page().runJavaScript(script, OUR_WORLD, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    return answers[0]


def _top(qtbot: QtBot, window: MainWindow) -> str:
    text, _ = json.loads(str(_run(qtbot, window, _TOP)))
    return str(text)[:8]


def _scroll_to(qtbot: QtBot, window: MainWindow, paragraph: int, wanted: str = "") -> str:
    script = f"document.querySelectorAll('article .text p')[{paragraph}].scrollIntoView({{block: 'start'}})"
    _run(qtbot, window, script)
    wanted = wanted or f"第{paragraph}段"
    qtbot.waitUntil(lambda: _is_remembered(window, wanted), timeout=10_000)
    return wanted


def _is_remembered(window: MainWindow, wanted: str) -> bool:
    answer: list[object] = []
    states = window._feed
    path = window._current_path
    if path is None:
        return False
    states.state_of(path, answer.append)
    from PySide6.QtTest import QTest

    for _ in range(50):
        if answer:
            break
        QTest.qWait(10)
    position = getattr(answer[0], "position", None) if answer else None
    return position is not None and position.after.startswith(wanted)


def test_another_theme_moves_nothing(qtbot: QtBot, make_window: MakeWindow, article: Path) -> None:
    window = make_window(article)
    for stand in (3000, 3008, 3016):  # not all of them are where a line begins
        by_hand = "dispatchEvent(new WheelEvent('wheel'))"
        _run(qtbot, window, f"{by_hand}; scrollTo({{top: {stand}, behavior: 'instant'}})")
        qtbot.waitUntil(lambda at=stand: _run(qtbot, window, "scrollY") == at, timeout=10_000)
        qtbot.waitUntil(lambda: bool(_run(qtbot, window, "readerPlace.take().offset > 0")), timeout=10_000)
        window.act["next_theme"].trigger()
        theme = window._parts.style.theme.name
        shown = f"document.documentElement.dataset.theme === '{theme}' && scrollY === {stand}"
        qtbot.waitUntil(lambda asked=shown: _run(qtbot, window, asked) is True, timeout=10_000)


def test_going_on_where_one_stopped_after_switching_and_after_a_restart(
    qtbot: QtBot, make_window: MakeWindow, article: Path, app_paths: AppPaths
) -> None:
    window = make_window(article)
    wanted = _scroll_to(qtbot, window, 70)
    with qtbot.waitSignal(window._detail.first_paint, timeout=20_000):
        window.open_requested(article.with_name("other.md"))
    with qtbot.waitSignal(window._detail.first_paint, timeout=20_000):
        window.open_requested(article)
    qtbot.waitUntil(lambda: _top(qtbot, window).startswith(wanted), timeout=10_000)
    window = make_window(article, size=(700, 600))
    qtbot.waitUntil(lambda: _top(qtbot, window).startswith(wanted), timeout=10_000)
    window.close()
    states = ReadingStates(app_paths.state_db)
    position = states.get(article).position
    states.close()
    assert position is not None and position.after.startswith(wanted)


def test_a_file_edited_above_reloads_without_a_jump(
    qtbot: QtBot, make_window: MakeWindow, article: Path
) -> None:
    window = make_window(article)
    wanted = _scroll_to(qtbot, window, 90)
    article.write_text(_text("新写的一段在最前面。" * 200 + "\n\n"), "utf-8")
    with qtbot.waitSignal(window._detail.first_paint, timeout=20_000):
        window._detail.reload()
    qtbot.waitUntil(lambda: _top(qtbot, window).startswith(wanted), timeout=10_000)


@pytest.mark.parametrize(("instead", "first"), [("", "第91段"), ("此处换成了别的。", "此处换成了")])
def test_where_the_first_words_are_gone_what_follows_stands_at_the_top(
    qtbot: QtBot, make_window: MakeWindow, article: Path, instead: str, first: str
) -> None:
    window = make_window(article)
    wanted = _scroll_to(qtbot, window, 90)
    paragraphs = _text("新写的一段在最前面。" * 200 + "\n\n").split("\n\n")
    at = next(number for number, one in enumerate(paragraphs) if one.startswith(wanted))
    paragraphs[at] = instead
    article.write_text("\n\n".join(paragraphs), "utf-8")
    with qtbot.waitSignal(window._detail.first_paint, timeout=20_000):
        window._detail.reload()
    qtbot.waitUntil(lambda: _top(qtbot, window).startswith(first), timeout=10_000)


def test_what_is_written_at_the_very_place_does_not_come_before_it(
    qtbot: QtBot, make_window: MakeWindow, article: Path
) -> None:
    window = make_window(article)
    wanted = _scroll_to(qtbot, window, 90)
    article.write_text(_text().replace(wanted, f"新写的一段就在这里。\n\n{wanted}"), "utf-8")
    with qtbot.waitSignal(window._detail.first_paint, timeout=20_000):
        window._detail.reload()
    qtbot.waitUntil(lambda: _top(qtbot, window).startswith(wanted), timeout=10_000)


def test_a_few_words_said_elsewhere_too_stay_at_the_top_when_something_is_written_on_both_sides(
    qtbot: QtBot, make_window: MakeWindow, article: Path
) -> None:
    paragraphs = _text().split("\n\n")
    for at in (131, 91, 21):  # the heading is the first
        paragraphs[at] = "正是如此。"
    paragraphs[90] = paragraphs[90][: -len("说的是第623件事，读到这里还没有完。")]
    article.write_text("\n\n".join(paragraphs), "utf-8")
    window = make_window(article)
    _scroll_to(qtbot, window, 90, "正是如此。第91段")
    for at in (92, 90):
        paragraphs.insert(at, "这一段原来没有，读者也不需要它。")
    article.write_text("\n\n".join(paragraphs), "utf-8")
    with qtbot.waitSignal(window._detail.first_paint, timeout=20_000):
        window._detail.reload()
    qtbot.waitUntil(lambda: _top(qtbot, window).startswith("正是如此"), timeout=10_000)


def test_the_same_words_stand_at_the_top_in_traditional_characters(
    qtbot: QtBot, make_window: MakeWindow, article: Path
) -> None:
    window = make_window(article)
    _scroll_to(qtbot, window, 88)
    changes = window._look.changes
    for script in ("traditional", "as_written", "traditional"):
        with qtbot.waitSignal(window._detail.first_paint, timeout=20_000):
            changes.set("reading.chinese_script", script)
        qtbot.waitUntil(lambda: _top(qtbot, window).startswith("第88段"), timeout=10_000)


def test_the_first_scroll_counts_however_long_the_page_has_stood(
    qtbot: QtBot, make_window: MakeWindow, article: Path
) -> None:
    window = make_window(article)
    taken = "JSON.stringify(globalThis.readerPlace?.take() ?? null)"
    qtbot.waitUntil(lambda: _run(qtbot, window, taken) != "null", timeout=20_000)
    late = "const now = performance.now.bind(performance); performance.now = () => now() + 60000"
    _run(qtbot, window, f"(() => {{ {late}; scrollBy({{top: 900, behavior: 'instant'}}) }})()")
    qtbot.waitUntil(lambda: json.loads(str(_run(qtbot, window, taken)))["offset"] > 0, timeout=20_000)


def test_a_window_laid_out_anew_in_the_middle_of_a_scroll_goes_on_where_that_has_come(
    qtbot: QtBot, make_window: MakeWindow, article: Path
) -> None:
    """As when the end is reached, and a line below the page says that the article was marked as read."""
    window = make_window(article)
    _scroll_to(qtbot, window, 20)
    scroll = (
        "globalThis.frames_since = -1;"
        "const count = () => { if (++frames_since < 30) requestAnimationFrame(count) };"
        "addEventListener('resize', count, {once: true});"
        "scrollTo({top: 0.9 * document.documentElement.scrollHeight, behavior: 'instant'})"
    )
    for size in ((1200, 700), (900, 800)):
        _run(qtbot, window, f"(() => {{ {scroll} }})()")
        there = _top(qtbot, window)
        window.resize(*size)
        qtbot.waitUntil(lambda: _run(qtbot, window, "frames_since") == 30, timeout=10_000)
        assert _top(qtbot, window) == there
        place = json.loads(str(_run(qtbot, window, "JSON.stringify(readerPlace.take())")))
        assert place["fraction"] > 0.8
        _scroll_to(qtbot, window, 20)


@pytest.mark.parametrize("before", [0, 40])
def test_a_line_that_appears_while_one_scrolls_takes_nobody_back(
    qtbot: QtBot, make_window: MakeWindow, article: Path, before: int
) -> None:
    window = make_window(article)
    if before:
        _scroll_to(qtbot, window, before)
    taken = "JSON.stringify(globalThis.readerPlace?.take() ?? null)"
    qtbot.waitUntil(lambda: _run(qtbot, window, taken) != "null", timeout=20_000)
    page = window._detail.view.page()
    with qtbot.waitSignal(page.scrollPositionChanged, timeout=20_000):
        page.runJavaScript("document.querySelectorAll('article .text p')[90].scrollIntoView()", OUR_WORLD)
    window.status.say("Marked as read.")  # the view is less high now
    qtbot.waitUntil(lambda: _is_remembered(window, "第90段"), timeout=10_000)
    assert _top(qtbot, window).startswith("第90段")


def test_the_original_begins_at_the_same_words(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    paragraphs = "".join(
        f"<p>第{number}段，说的是第{number * 7}件事，读到这里还没有完。</p>" for number in range(200)
    )
    file.write_text(
        f"<html><body><nav>目录</nav><article><h1>页</h1>{paragraphs}</article></body></html>", "utf-8"
    )
    window = make_window(file)
    wanted = _scroll_to(qtbot, window, 120)
    with qtbot.waitSignal(window._detail.first_paint, timeout=20_000):
        window._detail.show_original(True)
    top = "document.caretRangeFromPoint(innerWidth/4,10)?.startContainer.textContent.slice(0,8)"
    qtbot.waitUntil(lambda: str(_run(qtbot, window, top)).startswith(("第119段", wanted)), timeout=10_000)


def test_the_same_sentence_stays_at_the_top_through_every_change_of_layout(
    qtbot: QtBot, make_window: MakeWindow, article: Path
) -> None:
    choice = random.Random(11)
    window = make_window(article)
    wanted = _scroll_to(qtbot, window, 75)
    detail = window._detail
    for _ in range(CHANGES):
        change = choice.choice(("size", "font", "width", "zoom", "theme", "line"))
        if change == "size":
            window.resize(choice.randrange(500, 1500), choice.randrange(450, 900))
        elif change == "font":
            detail.apply_look({"data-size": str(choice.randrange(14, 28))})
        elif change == "line":
            detail.apply_look({"data-line": choice.choice(("1.4", "1.8", "2.2"))})
        elif change == "width":
            detail.apply_look({"data-width": choice.choice(("narrow", "normal", "wide"))})
        elif change == "zoom":
            detail.set_zoom(choice.choice((0.75, 1.0, 1.5, 2.0)))
        else:
            detail.apply_look({"data-theme": choice.choice(("light", "dark", "sepia"))})
        qtbot.waitUntil(lambda: _top(qtbot, window).startswith(wanted), timeout=5_000)
