# SPDX-License-Identifier: MIT
"""A detail view that works: real pages, real engine, no display, and a way to ask the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app.paths import AppPaths
from reader.core.article import ReadOptions
from reader.core.images.stored_images import ImagePlaces
from reader.core.page_store import PageStore
from reader.core.settings import Preferences
from reader.ui.application_style import ApplicationStyle
from reader.ui.article_pages import ArticlePages
from reader.ui.detail_view import DetailView
from reader.ui.page_builder import PageBuilder
from reader.ui.request_interceptor import RequestInterceptor
from reader.ui.tasks import Tasks
from reader.ui.web_page import OUR_WORLD, Engine, WebPage


@dataclass(frozen=True)
class Desk:
    """One detail view with what stands around it."""

    bot: QtBot
    detail: DetailView
    page: WebPage
    interceptor: RequestInterceptor
    style: ApplicationStyle
    preferences: Preferences
    tasks: Tasks
    pages: ArticlePages

    def open(self, path: Path, root: Path | None = None) -> None:
        """Open an article and wait until it is painted."""
        with self.bot.waitSignal(self.detail.first_paint, timeout=30_000):
            self.detail.show_article(path, ReadOptions(library_root=root))

    def ask(self, script: str) -> Any:
        """What a script of ours sees in the page."""
        answers: list[Any] = []
        self.page.runJavaScript(script, OUR_WORLD, answers.append)
        self.bot.waitUntil(lambda: bool(answers), timeout=20_000)
        return answers[0]


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, app_paths: AppPaths) -> Iterator[Desk]:
    """A detail view of 800 × 600 pixels, in the light theme, with English words."""
    preferences = Preferences(app_paths.preferences)
    style = ApplicationStyle(qapp, "light")
    tasks = Tasks()
    builder = PageBuilder(preferences, style, QLocale("en_GB"), "en")
    pages = ArticlePages(
        tasks, builder, PageStore(app_paths.pages, "tests"), lambda: ImagePlaces(app_paths.images)
    )
    engine = Engine()
    engine.handler.serve(pages.answer)
    detail = DetailView(engine.page)
    detail.serve_from(pages)
    detail.resize(800, 600)
    detail.show()
    yield Desk(qtbot, detail, engine.page, engine.interceptor, style, preferences, tasks, pages)
    tasks.close()
    detail.hide()
    detail.let_go()
    engine.release()
    detail.deleteLater()
    engine.deleteLater()


@pytest.fixture
def article(tmp_path: Path) -> Callable[[str, str], Path]:
    """Writes an article file."""

    def write(text: str, name: str = "article.md") -> Path:
        path = tmp_path / "articles" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    return write
