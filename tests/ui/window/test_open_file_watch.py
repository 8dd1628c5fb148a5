# SPDX-License-Identifier: MIT
"""The article that is open follows its file: without a jump, without a flash of nothing, in either view."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reader.core.settings import ReadState
from reader.ui.detail_view import Shown
from reader.ui.main_window import MainWindow
from reader.ui.missing_file import is_away
from reader.ui.web_page import OUR_WORLD

from .conftest import MakeWindow, state_of

pytestmark = [pytest.mark.engine, pytest.mark.qt_log_ignore("GPUInfo not initialized")]
PATIENCE = 20_000


@pytest.fixture
def article(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    file = folder / "long.md"
    file.write_text(_text(), "utf-8")
    return file


def _text(above: str = "") -> str:
    paragraphs = [f"第{number}段，" + f"说的是第{number * 7}件事。" * 6 for number in range(120)]
    return f"# 长文\n\n{above}" + "\n\n".join(paragraphs) + "\n"


def _ask(qtbot: QtBot, window: MainWindow, script: str) -> object:
    answers: list[object] = []
    window._detail.view.page().runJavaScript(script, OUR_WORLD, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE)
    return answers[0]


def _wait_for(qtbot: QtBot, window: MainWindow, words: str) -> None:
    script = f"document.body.innerText.includes('{words}')"
    qtbot.waitUntil(lambda: _ask(qtbot, window, script) is True, timeout=PATIENCE)


def test_an_article_of_a_folder_that_is_away_opens_once_it_is_back(
    library_window: MainWindow, library: Path, qtbot: QtBot
) -> None:
    window, detail = library_window, library_window._detail
    post, away = library / "source" / "_posts" / "b" / "2.md", library.with_name("away")
    library.rename(away)
    qtbot.waitUntil(lambda: is_away(post, window._feed), timeout=PATIENCE)
    window.open_requested(post)
    assert detail.state.shown is Shown.FAILED
    labels = [label.text() for label in detail.findChildren(QLabel) if label.isVisible()]
    assert any("cannot be reached now" in text for text in labels)
    away.rename(library)
    qtbot.waitUntil(lambda: detail.state.shown is Shown.ARTICLE, timeout=PATIENCE)
    assert detail.state.path == post


def test_an_article_of_last_time_is_said_to_be_out_of_reach_once_that_is_known(
    library_window: MainWindow, make_window: MakeWindow, library: Path, qtbot: QtBot
) -> None:
    post, away = library / "source" / "_posts" / "b" / "2.md", library.with_name("away")
    library_window.open_requested(post)
    qtbot.waitUntil(lambda: library_window._detail.state.path == post, timeout=PATIENCE)
    qtbot.waitUntil(library_window.is_settled, timeout=PATIENCE)
    library.rename(away)
    detail = make_window()._detail

    def told() -> str:
        return " ".join(label.text() for label in detail.findChildren(QLabel) if label.isVisible())

    qtbot.waitUntil(lambda: "“2.md” cannot be reached now." in told(), timeout=PATIENCE)
    away.rename(library)
    qtbot.waitUntil(lambda: detail.state.shown is Shown.ARTICLE, timeout=PATIENCE)
    assert detail.state.path == post


def test_an_article_outside_the_library_opens_once_its_file_is_there(
    make_window: MakeWindow, article: Path, qtbot: QtBot
) -> None:
    window = make_window(article)
    other = article.with_name("other.md")
    assert window.desk is not None
    with qtbot.waitSignal(window.desk.file_watch.looked, timeout=PATIENCE):
        window.open_requested(other)
    assert window._detail.state.shown is Shown.FAILED
    other.write_text("# 回来了\n\n正文。\n", "utf-8")
    qtbot.waitUntil(lambda: window._detail.state.shown is Shown.ARTICLE, timeout=PATIENCE)
    assert window._detail.state.path == other


@pytest.mark.parametrize("way", ["replaced", "written over", "gone for a while"])
def test_a_changed_file_is_read_again_where_one_stands(
    make_window: MakeWindow, article: Path, qtbot: QtBot, way: str
) -> None:
    window = make_window(article)
    assert window.desk is not None
    _ask(qtbot, window, "document.querySelectorAll('article .text p')[70].scrollIntoView()")
    new = _text("上面新加的一段。" * 40 + "\n\n")
    if way == "written over":
        article.write_text(new, "utf-8")
    else:
        beside = article.with_suffix(".part")
        beside.write_text(new, "utf-8")
        if way == "gone for a while":
            article.unlink()
            with qtbot.waitSignal(window.desk.file_watch.looked, timeout=PATIENCE):
                pass
            assert window._detail.state.shown is Shown.ARTICLE
        beside.replace(article)
    _wait_for(qtbot, window, "上面新加的一段")
    top = (
        "[...document.querySelectorAll('article .text p')]"
        ".find(p => p.getBoundingClientRect().bottom > 4).textContent.slice(0, 4)"
    )
    qtbot.waitUntil(lambda: _ask(qtbot, window, top) == "第70段", timeout=PATIENCE)


@pytest.mark.parametrize("view", ["cleaned", "original"])
def test_nothing_moves_where_what_changed_is_out_of_sight(
    make_window: MakeWindow, article: Path, qtbot: QtBot, view: str
) -> None:
    window = make_window(article)
    if view == "original":
        window.act["original"].trigger()
        _wait_for(qtbot, window, "# 长文")
    for stand in (2340, 2348, 2356):  # not all of them are where a line begins
        by_hand = "dispatchEvent(new WheelEvent('wheel'))"
        _ask(qtbot, window, f"{by_hand}; scrollTo({{top: {stand}, behavior: 'instant'}})")
        stands = f"Math.abs(scrollY - {stand}) <= 1"
        qtbot.waitUntil(lambda asked=stands: _ask(qtbot, window, asked) is True, timeout=PATIENCE)
        article.write_text(_text() + f"\n\n新加的一段，{stand}。\n", "utf-8")
        _wait_for(qtbot, window, f"新加的一段，{stand}")
        qtbot.waitUntil(lambda asked=stands: _ask(qtbot, window, asked) is True, timeout=PATIENCE)


def _vanish(window: MainWindow, article: Path, qtbot: QtBot) -> Path:
    """Take the file of the open article away; where it is now."""
    assert window.desk is not None
    away = article.with_name("away.part")
    article.rename(away)
    qtbot.waitUntil(window.desk.missing_file.isVisible, timeout=PATIENCE)
    assert article.name in window.desk.missing_file.text
    return away


def test_the_text_stays_while_its_file_is_gone(make_window: MakeWindow, article: Path, qtbot: QtBot) -> None:
    window = make_window(article)
    assert window.desk is not None
    bar, shown = window.desk.missing_file, []
    away = _vanish(window, article, qtbot)
    window._detail.article_shown.connect(shown.append)
    with qtbot.waitSignal(window._detail.reload_failed, timeout=PATIENCE):
        window.act["reload"].trigger()
    assert window._detail.state.shown is Shown.ARTICLE
    window.act["original"].trigger()
    assert not window.act["original"].isChecked()
    assert not window._detail.state.original
    _wait_for(qtbot, window, "第70段")
    away.rename(article)
    qtbot.waitUntil(bar.isHidden, timeout=PATIENCE)
    assert not shown, "it is the file that was read"


def test_a_file_that_comes_back_changed_is_read(make_window: MakeWindow, article: Path, qtbot: QtBot) -> None:
    window = make_window(article)
    assert window.desk is not None
    away = _vanish(window, article, qtbot)
    away.write_text(_text("回来了。\n\n"), "utf-8")
    away.rename(article)
    _wait_for(qtbot, window, "回来了")
    assert window.desk.missing_file.isHidden()


def test_the_notice_of_a_missing_file_is_sent_away_once(
    make_window: MakeWindow, article: Path, qtbot: QtBot
) -> None:
    other = article.with_name("other.md")
    other.write_text("# 另一篇\n\n正文。\n", "utf-8")
    window = make_window(article)
    assert window.desk is not None
    bar, watch = window.desk.missing_file, window.desk.file_watch
    away = _vanish(window, article, qtbot)
    bar.buttons[-1].click()
    for _ in range(2):
        with qtbot.waitSignal(watch.looked, timeout=PATIENCE):
            (article.parent / "something else").touch()
            (article.parent / "something else").unlink()
    assert bar.isHidden()
    away.rename(article)
    with qtbot.waitSignal(watch.found, timeout=PATIENCE):
        pass
    _vanish(window, article, qtbot)
    window.open_requested(other)
    qtbot.waitUntil(lambda: window._detail.state.path == other, timeout=PATIENCE)
    assert bar.isHidden()


def test_a_file_that_is_emptied_before_it_is_written_is_not_shown_empty(
    make_window: MakeWindow, article: Path, qtbot: QtBot
) -> None:
    window = make_window(article)
    assert window.desk is not None
    watch, shown = window.desk.file_watch, []
    window._detail.article_shown.connect(shown.append)
    article.write_text("", "utf-8")
    for _ in range(3):
        with qtbot.waitSignal(watch.looked, timeout=PATIENCE):
            pass
    article.write_text(_text("写好了。\n\n"), "utf-8")
    _wait_for(qtbot, window, "写好了")
    assert len(shown) == 1


def test_the_original_stays_the_original(make_window: MakeWindow, article: Path, qtbot: QtBot) -> None:
    window = make_window(article)
    assert window.desk is not None
    window.act["original"].trigger()
    _wait_for(qtbot, window, "# 长文")
    article.write_text(_text("原样的一段。\n\n"), "utf-8")
    _wait_for(qtbot, window, "原样的一段")
    _wait_for(qtbot, window, "# 长文")
    assert window.act["original"].isChecked()
    window.act["original"].trigger()
    qtbot.waitUntil(
        lambda: _ask(qtbot, window, "document.querySelector('article .text') !== null") is True,
        timeout=PATIENCE,
    )
    _wait_for(qtbot, window, "原样的一段")


def test_the_window_follows_a_file_that_is_moved_in_the_library(
    library_window: MainWindow, library: Path, qtbot: QtBot
) -> None:
    window, old = library_window, library / "source" / "_posts" / "b" / "2.md"
    window.open_requested(old)
    qtbot.waitUntil(lambda: state_of(window, qtbot, old).state is ReadState.READING, timeout=PATIENCE)
    old.rename(new := old.with_name("moved.md"))
    window.act["rescan"].trigger()
    qtbot.waitUntil(lambda: window._detail.state.path == new and window.is_settled(), timeout=PATIENCE)
    assert window.desk is not None
    assert [tab.path for tab in window.desk.tabs.open_tabs.tabs] == [new]
    window.act["toggle_star"].trigger()
    qtbot.waitUntil(lambda: state_of(window, qtbot, new).starred, timeout=PATIENCE)
