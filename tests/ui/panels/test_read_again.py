# SPDX-License-Identifier: MIT
"""The menu of an article with problems: it can be read again in another encoding or dialect."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from reader.core.library import Library, ListedArticle
from reader.core.settings import ReadingStates
from reader.ui.context_menus import article_menu
from reader.ui.library_feed import LibraryFeed
from reader.ui.scan_process import ScanProcess
from reader.ui.tasks import Tasks


def entries(menu: QMenu) -> list[QAction]:
    """Everything that can be chosen below "Read again as"."""
    again = next(action for action in menu.actions() if action.text() == "Read again as").menu()
    assert isinstance(again, QMenu)
    assert [action.text() for action in again.actions() if not action.isEnabled()] == [
        "Encoding",
        "Written for",
    ]
    return [action for action in again.actions() if action.isEnabled() and not action.isSeparator()]


def test_encodings_and_dialects_are_offered_where_something_is_wrong(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path, make_article: Callable[..., ListedArticle]
) -> None:
    def open_library() -> Library:
        return Library(tmp_path / "catalogue.db", ReadingStates(tmp_path / "state.db"))

    feed = LibraryFeed(tasks, open_library, ScanProcess())
    window = QWidget()
    qtbot.addWidget(window)
    article = make_article(1, problems=1, path=tmp_path / "a.md")
    chosen: list[tuple[Path, str, str | None]] = []

    def read_as(path: Path, what: str, value: str | None) -> None:
        chosen.append((path, what, value))
        feed.override(path, {what: value})

    menu = article_menu(article, feed, window, read_as)
    assert [action.text() for action in entries(menu) if action.isChecked()] == ["What it says itself"] * 2
    for name in ("Big5", "Hexo"):
        next(action for action in entries(menu) if action.text() == name).trigger()
    assert chosen == [(article.path, "encoding", "big5"), (article.path, "dialect", "hexo")]
    again = article_menu(article, feed, window, read_as)
    assert [action.text() for action in entries(again) if action.isChecked()] == ["Big5", "Hexo"]
    sound = article_menu(make_article(2), feed, window, read_as)
    assert "Read again as" not in [action.text() for action in sound.actions()]
    with qtbot.waitSignal(feed.state_changed, timeout=20_000):
        feed.set_state(article.path, starred=True)  # after what was asked before
