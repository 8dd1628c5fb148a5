# SPDX-License-Identifier: MIT
"""Copies of one article share what is done with them once somebody has asked for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from reader.app.paths import AppPaths
from reader.core.library import Library
from reader.core.settings import ReadingStates, ReadState
from reader.ui.article_list_model import ArticleListModel

from .conftest import MakeWindow, state_of

pytestmark = [pytest.mark.engine, pytest.mark.qt_log_ignore("GPUInfo not initialized")]
PATIENCE = 20_000


@pytest.fixture
def copies(app_paths: AppPaths, library: Path) -> tuple[Path, Path]:
    """An article and its copy in the library; one is starred, the other finished."""
    first = library / "source" / "_posts" / "a" / "1.md"
    text = "".join(f"第{number}句说的是第{number * 7}件事。" for number in range(80))
    first.write_text(f"---\ntitle: 副本\n---\n\n{text}\n", "utf-8")
    second = first.with_name("copy.md")
    second.write_bytes(first.read_bytes())
    states = ReadingStates(app_paths.state_db)
    catalogue = Library(app_paths.catalogue, states, app_paths.search_index)
    catalogue.add_folder(library)
    catalogue.scan()
    states.set(first, starred=True)
    states.set(second, state=ReadState.FINISHED)
    catalogue.close()
    states.close()
    return first, second


def test_copies_share_their_state_on_request(
    make_window: MakeWindow, qtbot: QtBot, copies: tuple[Path, Path]
) -> None:
    window = make_window(copies[0])
    qtbot.waitUntil(lambda: window._detail.state.path == copies[0], timeout=PATIENCE)
    window.act["share_state"].trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)), timeout=PATIENCE)
    (box,) = window.findChildren(QMessageBox)
    assert all(str(path) in box.informativeText() for path in copies)
    assert not state_of(window, qtbot, copies[1]).starred, "nothing is joined before it is asked for"
    next(button for button in box.buttons() if button.text() == "Share").click()
    qtbot.waitUntil(lambda: state_of(window, qtbot, copies[1]).starred, timeout=PATIENCE)
    window._feed.set_state(copies[1], tags=["both"])
    qtbot.waitUntil(lambda: state_of(window, qtbot, copies[0]).tags == ("both",), timeout=PATIENCE)


def test_what_is_done_with_one_copy_is_seen_at_all(
    make_window: MakeWindow, qtbot: QtBot, copies: tuple[Path, Path], app_paths: AppPaths
) -> None:
    states = ReadingStates(app_paths.state_db)
    states.share(*copies)
    states.set(copies[0], starred=False, state=ReadState.UNREAD)
    states.close()
    window = make_window()
    model = window.side.articles.view.model()
    assert isinstance(model, ArticleListModel)
    qtbot.waitUntil(lambda: model.rowCount() == 7 and window.is_settled(), timeout=PATIENCE)

    def seen(path: Path) -> tuple[bool, ReadState]:
        return next((each.starred, each.state) for each in model.articles if each.path == path)

    assert seen(copies[1]) == (False, ReadState.UNREAD)
    window._feed.set_state(copies[0], starred=True)
    qtbot.waitUntil(lambda: seen(copies[1])[0], timeout=PATIENCE)
    window._feed.history.change([(copies[1], {"state": ReadState.FINISHED})])
    qtbot.waitUntil(lambda: seen(copies[0]) == (True, ReadState.FINISHED), timeout=PATIENCE)


def test_copies_that_share_can_be_parted(
    make_window: MakeWindow, qtbot: QtBot, copies: tuple[Path, Path], app_paths: AppPaths
) -> None:
    states = ReadingStates(app_paths.state_db)
    states.share(*copies)
    states.close()
    window = make_window(copies[0])
    qtbot.waitUntil(lambda: window._detail.state.path == copies[0], timeout=PATIENCE)
    window.act["share_state"].trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)), timeout=PATIENCE)
    (box,) = window.findChildren(QMessageBox)
    assert all(str(path) in box.informativeText() for path in copies)
    assert window.desk is not None
    with qtbot.waitSignal(window.desk.states.said, timeout=PATIENCE):
        next(button for button in box.buttons() if button.text() == "Part them").click()
    window._feed.set_state(copies[1], tags=["mine"])
    qtbot.waitUntil(lambda: state_of(window, qtbot, copies[1]).tags == ("mine",), timeout=PATIENCE)
    assert state_of(window, qtbot, copies[0]).tags == ()
    assert state_of(window, qtbot, copies[0]).starred, "what was shared stays with both"


def test_an_article_without_copies_is_told_so(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    alone = tmp_path / "alone.md"
    alone.write_text("# 独\n\n只此一份。\n", "utf-8")
    window = make_window(alone)
    assert window.desk is not None
    said: list[str] = []
    window.desk.states.said.connect(said.append)
    window.act["share_state"].trigger()
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE)
    assert not window.findChildren(QMessageBox)
