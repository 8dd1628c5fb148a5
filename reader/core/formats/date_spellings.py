# SPDX-License-Identifier: MIT
"""The rarer spellings of dates: names of months, Chinese, American, figures in a row."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from reader.core.article import ArticleDate
from reader.core.formats.moments import moment, named_month

_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?")
_HAN = re.compile(
    r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号號일]?"
    r"\s*(?:[(（]?(?:星期|周|週)?.曜?日?[)）])?\s*(?:(?:星期|周|週)[一二三四五六日天])?"
    r"\s*(上午|下午|早上|中午|晚上|午前|午後|오전|오후|凌晨)?\s*(?:(\d{1,2})\s*[:：时時点點시]\s*(?:(\d{1,2})\s*[分분]?)?"
    r"(?:\s*[:：]?\s*(\d{1,2})\s*[秒초]?)?)?"
)
_CLOCK = (
    r"(?:,?\s*(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?"
    r"\s*(am|pm|AM|PM)?\s*([A-Za-z]{1,5}|[+-]\d{1,2}:?\d{2})?)?"
)
_DAY_FIRST = re.compile(
    r"(?:[A-Za-z]+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:of\s+)?([A-Za-z]{3,9})\.?,?[\s-]+(\d{2,4})"
    + _CLOCK
)
_MONTH_FIRST = re.compile(
    r"(?:[A-Za-z]+\.?,?\s+)?([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})" + _CLOCK
)
_C_TIME = re.compile(
    r"[A-Za-z]{3}\s+([A-Za-z]{3})\s+(\d{1,2})\s+(?:(\d{1,2}):(\d{2}):(\d{2})\s+)?(?:[A-Z]{1,5}\s+)?(\d{4})"
    r"(?:\s+(\d{1,2}):(\d{2}):(\d{2})\s*([A-Z]{3}[+-]\d{4})?.{0,60})?"
)
_YEAR_LAST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})" + _CLOCK)
_YEAR_MONTH = re.compile(r"(\d{4})[-/.年](\d{1,2})月?")
_TIMESTAMP = re.compile(r"1\d{9}(?:\d{3})?")


def parse_spelling(text: str) -> ArticleDate | None:
    """The moment a rarer spelling states; None if it is none of them, ValueError if it cannot be."""
    if "年" in text or "년" in text:
        return _han(text)
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year, hour, minute, second, half, zone = match.groups()
        return named_month((year, month, day), (hour, minute, second), half, zone)
    if match := _MONTH_FIRST.fullmatch(text):
        month, day, year, hour, minute, second, half, zone = match.groups()
        return named_month((year, month, day), (hour, minute, second), half, zone)
    if match := _C_TIME.fullmatch(text):
        month, day, hour, minute, second, year, *late = match.groups()
        clock = (hour, minute, second) if hour else (late[0], late[1], late[2])
        return named_month((year, month, day), clock, None, late[3])
    return _digits(text)


def _digits(text: str) -> ArticleDate | None:
    if match := _YEAR_LAST.fullmatch(text):
        first, mark, second, year, *clock = match.groups()
        month, day = (second, first) if mark == "." or int(first) > 12 else (first, second)
        return moment((year, month, day), (clock[0], clock[1], clock[2]), clock[3], clock[4])
    if _TIMESTAMP.fullmatch(text):
        second = datetime.fromtimestamp(int(text[:10]), UTC)
        return ArticleDate(second.replace(tzinfo=None), True, timedelta())
    if match := _COMPACT.fullmatch(text):
        year, month, day, hour, minute, second, zone = match.groups()
        return moment((year, month, day), (hour, minute, second), None, zone)
    if match := _YEAR_MONTH.fullmatch(text):
        return moment((match[1], match[2], "1"), (None, None, None), None, None)
    return None


def _han(text: str) -> ArticleDate | None:
    if match := _HAN.fullmatch(text):
        year, month, day, half, hour, minute, second = match.groups()
        return moment((year, month, day), (hour, minute or "0", second), half, None)
    match = _YEAR_MONTH.fullmatch(text)
    return moment((match[1], match[2], "1"), (None, None, None), None, None) if match else None
