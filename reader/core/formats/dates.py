# SPDX-License-Identifier: MIT
"""Dates as authors write them, kept as wall time: no zone ever shifts a day."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from reader.core.article import ArticleDate
from reader.core.formats.header_values import Value

_ISO = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"
    r"(?:(?:[Tt]\s?|[\s_,]+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?"
    r"(?:\s*(am|pm|AM|PM)\b)?"
    r"\s*([A-Za-z]{1,5}|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?)?)?"
    r"\s*(?:\(.{0,40}\)|\[.{0,40}\])?"
)
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
_OFFSET = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?")
_IN_NAME = re.compile(r"(\d{4})[-_.](\d{1,2})[-_.](\d{1,2})(?!\d)|(\d{4})(\d{2})(\d{2})(?!\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ZONE_HOURS = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "jst": 9, "kst": 9, "est": -5, "edt": -4,
    "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "cet": 1, "cest": 2, "hkt": 8,
}  # fmt: skip
_AFTERNOON = frozenset({"pm", "下午", "晚上", "午後", "오후"})
_MORNING = frozenset({"am", "凌晨", "上午", "早上", "午前", "오전"})
_LONGEST = 100


def parse_date(value: Value) -> ArticleDate | None:
    """The moment a value states, or None if it states none that can be understood."""
    if isinstance(value, datetime):
        return ArticleDate(value.replace(tzinfo=None, microsecond=0), True, value.utcoffset())
    if isinstance(value, date):
        return ArticleDate(datetime(value.year, value.month, value.day))
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return None
    text = value.strip().strip("\"'“”").strip()
    if not text or len(text) > _LONGEST:
        return None
    try:
        return _parse(text)
    except (ValueError, OverflowError):
        return None


def date_in_name(stem: str) -> tuple[ArticleDate | None, str]:
    """The date a file name starts with, and the rest of the name behind it."""
    match = _IN_NAME.match(stem)
    if not match:
        return None, stem
    year, month, day = (int(part) for part in (match.groups()[:3] if match[1] else match.groups()[3:]))
    rest = stem[match.end() :]
    if not 1900 <= year <= 2200 or (rest and rest[0] not in " -_.—－，,"):
        return None, stem
    try:
        return ArticleDate(datetime(year, month, day)), rest.strip(" -_.—－，,")
    except ValueError:
        return None, stem


def _parse(text: str) -> ArticleDate | None:
    if match := _ISO.fullmatch(text):
        year, month, day, hour, minute, second, _fraction, half, zone = match.groups()
        return _moment((year, month, day), (hour, minute, second), half, zone)
    if "年" in text or "년" in text:
        return _han(text)
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year, hour, minute, second, half, zone = match.groups()
        return _english((year, month, day), (hour, minute, second), half, zone)
    if match := _MONTH_FIRST.fullmatch(text):
        month, day, year, hour, minute, second, half, zone = match.groups()
        return _english((year, month, day), (hour, minute, second), half, zone)
    if match := _C_TIME.fullmatch(text):
        month, day, hour, minute, second, year, *late = match.groups()
        clock = (hour, minute, second) if hour else (late[0], late[1], late[2])
        return _english((year, month, day), clock, None, late[3])
    return _digits(text)


def _digits(text: str) -> ArticleDate | None:
    if match := _YEAR_LAST.fullmatch(text):
        first, mark, second, year, *clock = match.groups()
        month, day = (second, first) if mark == "." or int(first) > 12 else (first, second)
        return _moment((year, month, day), (clock[0], clock[1], clock[2]), clock[3], clock[4])
    if _TIMESTAMP.fullmatch(text):
        moment = datetime.fromtimestamp(int(text[:10]), UTC)
        return ArticleDate(moment.replace(tzinfo=None), True, timedelta())
    if match := _COMPACT.fullmatch(text):
        year, month, day, hour, minute, second, zone = match.groups()
        return _moment((year, month, day), (hour, minute, second), None, zone)
    if match := _YEAR_MONTH.fullmatch(text):
        return _moment((match[1], match[2], "1"), (None, None, None), None, None)
    return None


def _han(text: str) -> ArticleDate | None:
    if match := _HAN.fullmatch(text):
        year, month, day, half, hour, minute, second = match.groups()
        return _moment((year, month, day), (hour, minute or "0", second), half, None)
    match = _YEAR_MONTH.fullmatch(text)
    return _moment((match[1], match[2], "1"), (None, None, None), None, None) if match else None


_Day = tuple[str, str, str]
_Clock = tuple[str | None, str | None, str | None]


def _english(day: _Day, clock: _Clock, half: str | None, zone: str | None) -> ArticleDate | None:
    year, month, number = day
    name = month[:3].lower()
    if name not in _MONTHS:
        return None
    if len(year) == 2:
        year = f"{'19' if int(year) > 69 else '20'}{year}"
    found = _moment((year, str(_MONTHS.index(name) + 1), number), clock, half, zone)
    # Feed generators write a bare day as midnight GMT.
    if found and found.utc_offset == timedelta() and found.wall.time() == time():
        return ArticleDate(found.wall)
    return found


def _moment(day: _Day, clock: _Clock, half: str | None, zone: str | None) -> ArticleDate:
    wall = datetime(int(day[0]), int(day[1]), int(day[2]))
    if clock[0] is None:
        return ArticleDate(wall)
    hour, minute, second = int(clock[0]), int(clock[1] or 0), int(clock[2] or 0)
    if half:
        half = half.lower()
        if half in _AFTERNOON and hour < 12:
            hour += 12
        elif half in _MORNING and hour == 12:
            hour = 0
    if (hour, minute, second) == (24, 0, 0):
        return ArticleDate(wall)
    return ArticleDate(wall.replace(hour=hour, minute=minute, second=min(second, 59)), True, _offset(zone))


def _offset(zone: str | None) -> timedelta | None:
    if not zone:
        return None
    if match := _OFFSET.fullmatch(zone):
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        return timedelta(minutes=-minutes if match[1] == "-" else minutes) if minutes < 24 * 60 else None
    hours = _ZONE_HOURS.get(zone.lower())
    return None if hours is None else timedelta(hours=hours)
