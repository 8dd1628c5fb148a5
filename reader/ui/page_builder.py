# SPDX-License-Identifier: MIT
"""Lays articles out in the look that is in force; runs on worker threads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from reader.core.article import CleanArticle
from reader.core.settings import Preferences

from .application_style import ApplicationStyle
from .look import PAGE_OPTIONS, page_look
from .page_words import page_words

if TYPE_CHECKING:
    from reader.core.images import ImageLookup


class PageBuilder:
    """Called with an article and its pictures, gives the finished page."""

    def __init__(
        self, preferences: Preferences, style: ApplicationStyle, locale: QLocale, language: str
    ) -> None:
        self._preferences, self._style = preferences, style
        self._locale, self._language = locale, language

    @property
    def theme(self) -> str:
        """The name of the theme in force."""
        return self._style.theme.name

    def look_key(self) -> str:
        """Everything a page depends on besides its article, as text."""
        chosen = (self._preferences.get(option) for option in PAGE_OPTIONS)
        style = self._style
        return repr((style.theme.name, style.reduced_motion, self._locale.name(), self._language, *chosen))

    def __call__(self, article: CleanArticle, images: ImageLookup) -> str:
        from reader.core.page import build_page

        style = self._style
        look = page_look(self._preferences, style.theme.name, reduced_motion=style.reduced_motion)
        return build_page(article, look, page_words(article, self._locale, self._language), images)
