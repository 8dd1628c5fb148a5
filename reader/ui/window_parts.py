# SPDX-License-Identifier: MIT
"""What a window is built from; `app` makes the parts, the window joins them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSettings

from reader.core.settings import Preferences

from .application_style import ApplicationStyle
from .article_pages import ArticlePages
from .detail_view import DetailView
from .library_feed import LibraryFeed
from .tasks import Tasks
from .web_page import Engine


@dataclass(frozen=True, slots=True)
class WindowParts:
    """What `app` builds and hands to the window."""

    detail: DetailView
    pages: ArticlePages
    feed: LibraryFeed
    preferences: Preferences
    style: ApplicationStyle
    tasks: Tasks
    engine: Engine
    state: QSettings
    language: str  # of the window: `en`, `zh_CN`, `zh_TW`
