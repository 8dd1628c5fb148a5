# SPDX-License-Identifier: MIT
"""Articles and panels for the tests of the window's left half."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from reader.core.article import article_key
from reader.core.library import ListedArticle
from reader.core.theme import THEMES
from reader.ui.article_list import ArticleList
from reader.ui.library_panel import LibraryPanel
from reader.ui.tasks import Tasks
from reader.ui.thumbnails import Thumbnails

MakeArticle = Callable[..., ListedArticle]


@pytest.fixture
def make_article() -> MakeArticle:
    """Makes a listed article; every field can be given."""

    def make(number: int = 0, **fields: Any) -> ListedArticle:
        path = fields.pop("path", Path(f"/articles/{number}.md"))
        given: dict[str, Any] = {
            "id": number,
            "key": article_key(path),
            "path": path,
            "title": f"Article {number}",
            "authors": ("Ada",),
            "site": None,
            "date": "2021-09-24",
            "updated": None,
            "categories": (("News",),),
            "tags": (),
            "words": 1200,
            "reading_minutes": 3,
            "excerpt": "What the article says in its first two lines, and a little more than that.",
            "cover": None,
            "lang": "en",
            "draft": False,
            "format": "markdown",
            "state": "new",
            "starred": False,
            "progress": 0.0,
            "opened_at": None,
            "problems": 0,
            "folder_id": 1,
        }
        return ListedArticle(**{**given, **fields})

    return make


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    """Workers that are stopped at the end."""
    running = Tasks()
    yield running
    running.close()


@pytest.fixture
def article_list(qtbot: QtBot, tasks: Tasks) -> ArticleList:
    """An empty article list on the screen, four comfortable rows high."""
    widget = ArticleList(THEMES["light"], Thumbnails(tasks))
    qtbot.addWidget(widget)
    widget.resize(340, 440)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


@pytest.fixture
def library_panel(qtbot: QtBot) -> LibraryPanel:
    """An empty library panel on the screen."""
    widget = LibraryPanel(THEMES["light"])
    qtbot.addWidget(widget)
    widget.resize(220, 400)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget
