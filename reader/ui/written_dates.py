# SPDX-License-Identifier: MIT
"""Dates as a person would write them: by name within a week, then as the locale does."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from reader.core.article import ArticleDate

_WEEKDAY = re.compile(r"[,،]?\s*dddd[,،.]?\s*")
_YEAR_LAST = re.compile(r"[,،]?\s*(?:'[^']*'\s*)?yyyy\s*(?:'[^']*')?\.?$")
_YEAR_FIRST = re.compile(r"^yyyy\s*(?:'[^']*'\.?|[年년.,])?\s*")


def day_of(moment: ArticleDate | str | None) -> date | None:
    """The day of a moment as its author wrote it, or None where there is none to read."""
    if moment is None:
        return None
    if isinstance(moment, ArticleDate):
        return moment.wall.date()
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None


def written_date(moment: ArticleDate | str | None, locale: QLocale, today: date) -> str:
    """`moment` for a list: "Today", "Tuesday", "Sep 24", "Sep 24, 2021"; empty where unknown."""
    day = day_of(moment)
    if day is None:
        return ""
    age = (today - day).days
    if age == 0:
        return QCoreApplication.translate("Dates", "Today")
    if age == 1:
        return QCoreApplication.translate("Dates", "Yesterday")
    if 1 < age < 7:
        return locale.standaloneDayName(day.isoweekday(), QLocale.FormatType.LongFormat)
    return locale.toString(
        QDate(day.year, day.month, day.day), medium_format(locale, year=day.year != today.year)
    )


def medium_format(locale: QLocale, *, year: bool = True) -> str:
    """The locale's long format without the weekday, the month shortened, the year on demand."""
    pattern = _WEEKDAY.sub(" ", locale.dateFormat(QLocale.FormatType.LongFormat)).strip(" ,،")
    pattern = pattern.replace("MMMM", "MMM")
    if not year:
        pattern = _YEAR_FIRST.sub("", _YEAR_LAST.sub("", pattern)).strip(" ,،") or pattern
    return pattern
