# SPDX-License-Identifier: MIT
"""A reading state that cannot be written for a while: said once, and nothing that was done is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from reader.app.paths import AppPaths
from reader.core import database
from reader.core.settings import ReadingStates, ReadState
from reader.core.settings import store as state_store
from reader.ui import state_writing
from reader.ui.detail_view import Shown
from reader.ui.main_window import MainWindow
from reader.ui.places import STARRED
from reader.ui.web_page import OUR_WORLD

from .conftest import MakeWindow, state_of

pytestmark = [pytest.mark.engine, pytest.mark.qt_log_ignore("GPUInfo not initialized")]
PATIENCE = 20_000


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Others are not waited for as long as a person would not notice."""
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.2)
    monkeypatch.setattr(state_store, "BUSY_SECONDS", 0.2)
    monkeypatch.setattr(state_writing, "_PATIENCE", 0.2)
    monkeypatch.setattr(state_writing, "_FIRST_MS", 100)
    monkeypatch.setattr(state_writing, "_LAST_MS", 200)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "texts" / "long.md"
    file.parent.mkdir()
    paragraphs = [f"第{number}段，" + f"说的是第{number * 7}件事。" * 6 for number in range(120)]
    file.write_text("# 长文\n\n" + "\n\n".join(paragraphs) + "\n", "utf-8")
    return file


@contextmanager
def _held(paths: AppPaths) -> Iterator[None]:
    """Another program writes to the reading state, and does not stop."""
    with closing(sqlite3.connect(paths.state_db, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def _open(make_window: MakeWindow, qtbot: QtBot, article: Path) -> MainWindow:
    window = make_window(article)
    qtbot.waitUntil(lambda: state_of(window, qtbot, article).state is ReadState.READING, timeout=PATIENCE)
    return window


def _scroll(window: MainWindow, qtbot: QtBot, paragraph: int) -> None:
    page = window._detail.view.page()
    by_hand = "dispatchEvent(new WheelEvent('wheel'))"
    words = f"document.querySelectorAll('article .text p')[{paragraph}].scrollIntoView()"
    page.runJavaScript(f"{by_hand}; {words}", OUR_WORLD)
    answers: list[object] = []

    def stands() -> bool:
        page.runJavaScript("readerPlace.take().after", OUR_WORLD, answers.append)
        return any(str(answer).startswith(f"第{paragraph}段") for answer in answers)

    qtbot.waitUntil(stands, timeout=PATIENCE)


def test_what_is_done_while_others_write_is_written_afterwards(
    make_window: MakeWindow, qtbot: QtBot, article: Path, app_paths: AppPaths
) -> None:
    window = _open(make_window, qtbot, article)
    told: list[str] = []
    window._feed.delayed.connect(told.append)
    with _held(app_paths):
        window.act["toggle_star"].trigger()
        qtbot.waitUntil(lambda: len(told) == 1, timeout=PATIENCE)
        assert "written by another program" in window.status.text()
        window._feed.history.change([(article, {"tags": ["mine"]})])
        _scroll(window, qtbot, 70)
        window.act["toggle_read"].trigger()
        window.side.go_to(STARRED)
        qtbot.waitUntil(lambda: window._feed.place == STARRED and window.is_settled(), timeout=PATIENCE)
        assert window.act["toggle_star"].isChecked(), "what was done is not taken back"
        assert window._header._icon_names[window._header._star] == "starred", "it is seen at once"
        assert told == [told[0]], "it is said once"
    qtbot.waitUntil(lambda: len(told) == 2, timeout=PATIENCE)
    assert told[1] == ""
    assert window.status.text() == "All that you did is written now."
    qtbot.waitUntil(lambda: state_of(window, qtbot, article).position is not None, timeout=PATIENCE)
    state = state_of(window, qtbot, article)
    assert (state.starred, state.tags, state.state) == (True, ("mine",), ReadState.FINISHED)
    window.act["undo"].trigger()
    qtbot.waitUntil(lambda: state_of(window, qtbot, article).state is ReadState.READING, timeout=PATIENCE)


def test_a_disk_that_may_be_written_again_is_written(
    make_window: MakeWindow, qtbot: QtBot, article: Path, app_paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = _open(make_window, qtbot, article)
    connect, address = sqlite3.connect, app_paths.state_db.absolute().as_uri()

    def read_only(path: str, **options: object) -> sqlite3.Connection:
        """As SQLite opens what it may only read."""
        where = f"{path}?mode=ro" if path == address else path
        return connect(where, **options)  # type: ignore[call-overload]

    with monkeypatch.context() as disk:
        disk.setattr(sqlite3, "connect", read_only)
        window._feed.consult(lambda library: library.states.store.close(), lambda _done: None)
        with qtbot.waitSignal(window._feed.delayed, timeout=PATIENCE):
            window.act["toggle_star"].trigger()
        with qtbot.waitSignal(window._feed.failed, timeout=PATIENCE):
            window._feed.override(article, {"zoom": 1.5})
        assert window.act["toggle_star"].isChecked(), "another failure takes nothing back that waits"
    with qtbot.waitSignal(window._feed.delayed, timeout=PATIENCE):
        pass
    assert state_of(window, qtbot, article).starred


def test_the_order_of_what_was_done_is_kept(
    make_window: MakeWindow, qtbot: QtBot, article: Path, app_paths: AppPaths
) -> None:
    window = _open(make_window, qtbot, article)
    with _held(app_paths):
        for starred in (True, False, True, False, True):
            window._feed.set_state(article, starred=starred)
        with qtbot.waitSignal(window._feed.delayed, timeout=PATIENCE):
            pass
        window._feed.set_state(article, starred=False)
    with qtbot.waitSignal(window._feed.delayed, timeout=PATIENCE):
        pass
    assert not state_of(window, qtbot, article).starred


def _ask_to_close(window: MainWindow, qtbot: QtBot) -> QMessageBox:
    assert not window.close()
    assert window.isVisible()
    (box,) = window.findChildren(QMessageBox)
    qtbot.waitUntil(box.isVisible, timeout=PATIENCE)
    return box


def test_a_window_asks_before_it_closes_on_what_waits(
    make_window: MakeWindow, qtbot: QtBot, article: Path, app_paths: AppPaths
) -> None:
    window = _open(make_window, qtbot, article)
    with _held(app_paths):
        with qtbot.waitSignal(window._feed.delayed, timeout=PATIENCE):
            window.act["toggle_star"].trigger()
        box = _ask_to_close(window, qtbot)
        box.defaultButton().click()
        qtbot.waitUntil(lambda: not window.findChildren(QMessageBox), timeout=PATIENCE)
        assert window.isVisible()
        window.act["undo"].trigger()
        assert window._detail.state.shown is Shown.ARTICLE, "nothing has ended its work"
        _ask_to_close(window, qtbot)
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=PATIENCE)


def test_what_waits_is_tried_once_more_when_the_window_closes(
    make_window: MakeWindow, qtbot: QtBot, article: Path, app_paths: AppPaths
) -> None:
    window = _open(make_window, qtbot, article)
    with _held(app_paths):
        window.act["toggle_star"].trigger()
        with qtbot.waitSignal(window._feed.delayed, timeout=PATIENCE):
            pass
        window._feed.set_state(article, tags=["last"])
        box = _ask_to_close(window, qtbot)
        next(each for each in box.buttons() if each.text() == "Close anyway").click()
        assert not window.isVisible()
    window.shut_down()
    states = ReadingStates(app_paths.state_db)
    state = states.get(article)
    states.close()
    assert (state.starred, state.tags) == (True, ("last",))


def test_an_override_that_was_not_written_does_not_hold(
    make_window: MakeWindow, qtbot: QtBot, article: Path, app_paths: AppPaths
) -> None:
    window = _open(make_window, qtbot, article)
    qtbot.waitUntil(lambda: window._feed.overrides is not None, timeout=PATIENCE)
    zoom = window._detail.view.zoomFactor
    with _held(app_paths):
        with qtbot.waitSignal(window._feed.failed, timeout=PATIENCE):
            window._feed.override(article, {"zoom": 1.5})
            assert zoom() == pytest.approx(1.5), "it holds at once"
        qtbot.waitUntil(lambda: zoom() == pytest.approx(1.0), timeout=PATIENCE)
    assert window._feed.overrides_of(article) is None
