# SPDX-License-Identifier: MIT
"""The words around an article, in the language of the person and the form of their locale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from reader.core.article import ArticleDate, CleanArticle, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.core.page import PageWords

translate = QCoreApplication.translate

_OF_THE_TEXT = (
    "encoding-guessed",
    "encoding-undecodable",
    "encoding-unknown",
    "mhtml-",
    "too-complex",
    "nul-",
)


def page_words(article: CleanArticle, locale: QLocale, language: str) -> PageWords:
    """The words for one article; safe on any thread."""
    from reader.core.page import PageWords

    metadata = article.metadata
    updated = metadata.updated
    if updated and metadata.date and updated.wall.date() <= metadata.date.wall.date():
        updated = None
    return PageWords(
        lang={"zh_CN": "zh-Hans", "zh_TW": "zh-Hant"}.get(language, "en"),
        reading_time=translate("PageWords", "%Ln min", None, article.reading_minutes)
        if article.words
        else "",
        source=translate("PageWords", "Original"),
        missing_image=translate("PageWords", "Image not stored"),
        table=translate("PageWords", "Table"),
        done=translate("PageWords", "done"),
        categories=translate("PageWords", "Categories"),
        no_text=translate("PageWords", "There is no text in this file."),
        flaws=_flaws(article.problems) if article.problems else (),
        date=long_date(metadata.date, locale) if metadata.date else None,
        updated=translate("PageWords", "updated %1").replace("%1", long_date(updated, locale))
        if updated
        else None,
    )


def _flaws(problems: Iterable[Problem]) -> tuple[str, ...]:
    """Faults that change what there is to read; those of headers stand with the library's problems."""
    from .sentences import in_own_words

    met = dict.fromkeys(each.message for each in problems if each.code.startswith(_OF_THE_TEXT))
    return tuple(map(in_own_words, met))


def long_date(date: ArticleDate, locale: QLocale) -> str:
    """The day as the locale writes it, without the weekday."""
    day = QDate(date.wall.year, date.wall.month, date.wall.day)
    pattern = locale.dateFormat(QLocale.FormatType.LongFormat)
    for weekday in ("dddd, ", "dddd，", ", dddd", " dddd", "dddd ", "dddd"):
        pattern = pattern.replace(weekday, "")
    return locale.toString(day, pattern.strip(" ,，"))
