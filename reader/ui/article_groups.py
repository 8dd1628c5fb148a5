# SPDX-License-Identifier: MIT
"""Articles in groups: by the day or month they were written, or by the site they came from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from reader.ui.elided_text import plain_line
from reader.ui.written_dates import written_date

if TYPE_CHECKING:
    from reader.core.library import ListedArticle

_NAME_LIMIT = 120  # characters


class Grouping(StrEnum):
    """What the articles of one group share."""

    NONE = "none"
    DAY = "day"
    MONTH = "month"
    SITE = "site"
    COPIES = "copies"  # versions of one article; their headings are given, nobody chooses them


def grouped(
    articles: Sequence[ListedArticle], grouping: Grouping, *, backwards: bool = False
) -> tuple[tuple[ListedArticle, ...], Mapping[int, str]]:
    """`articles` in groups, in their own order within each; and the key of each group by its first row.

    Days and months come newest first, or oldest first if `backwards`; sites by name; those without any
    key at the end.
    """
    if grouping is Grouping.NONE:
        return tuple(articles), {}
    key_of = _KEYS[grouping]
    groups: dict[str, list[ListedArticle]] = {}
    for article in articles:
        groups.setdefault(key_of(article), []).append(article)
    newest_first = grouping is not Grouping.SITE and not backwards
    keys = sorted((key for key in groups if key), key=str.casefold, reverse=newest_first)
    arranged: list[ListedArticle] = []
    firsts: dict[int, str] = {}
    for key in [*keys, *([""] if "" in groups else [])]:
        firsts[len(arranged)] = key
        arranged += groups[key]
    return tuple(arranged), firsts


def heading(key: str, grouping: Grouping, locale: QLocale, today: date) -> str:
    """What stands above a group."""
    translate = QCoreApplication.translate
    if grouping is Grouping.COPIES:
        return key
    if grouping is Grouping.SITE:
        return plain_line(key, _NAME_LIMIT) or translate("ArticleList", "Without a source")
    if not key:
        return translate("ArticleList", "Without a date")
    if grouping is Grouping.DAY:
        return written_date(key, locale, today) or key
    year, _, month = key.partition("-")
    shown = QDate(int(year), int(month), 1) if year.isdigit() and month.isdigit() else QDate()
    if not shown.isValid():
        return key
    return locale.toString(shown, "yyyy年M月" if locale.name().startswith("zh") else "MMMM yyyy")


def _day(article: ListedArticle) -> str:
    return (article.date or "")[:10]


def _month(article: ListedArticle) -> str:
    return (article.date or "")[:7]


def _site(article: ListedArticle) -> str:
    return article.site or ", ".join(article.authors)


_KEYS: Mapping[Grouping, Callable[[ListedArticle], str]] = {
    Grouping.DAY: _day,
    Grouping.MONTH: _month,
    Grouping.SITE: _site,
}
