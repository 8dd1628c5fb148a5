# SPDX-License-Identifier: MIT
"""Dates as authors write them, kept as wall time: no zone ever shifts a day."""

from __future__ import annotations

import re
from datetime import date, datetime

from reader.core.article import ArticleDate
from reader.core.formats.header_values import Value
from reader.core.formats.moments import moment, named_month

_ISO = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"
    r"(?:(?:[Tt]\s?|[\s_,]+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?"
    r"(?:\s*(am|pm|AM|PM)\b)?"
    r"\s*([A-Za-z]{1,5}|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?)?)?"
    r"\s*(?:\(.{0,40}\)|\[.{0,40}\])?"
)
_FEED = re.compile(r"[A-Za-z]{3}, (\d{1,2}) ([A-Za-z]{3}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) (GMT|[+-]\d{4})")
_IN_NAME = re.compile(r"(\d{4})[-_.](\d{1,2})[-_.](\d{1,2})(?!\d)|(\d{4})(\d{2})(\d{2})(?!\d)")
_IN_ADDRESS = (
    r"(?:^|/)((?:19|20)\d{2})[-/](\d{1,2})[-/](\d{1,2})(?=[/_-]|$)"
    r"|(?:^|/)((?:19|20)\d{2})(\d{2})(\d{2})(?=[/_-]|$)"
)
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


def date_in_address(address: str) -> ArticleDate | None:
    """The day an address carries, as in `/2023/10/05/name` or `/20231005/`."""
    match = re.search(_IN_ADDRESS, address[:2000]) if "/" in address else None
    if not match:
        return None
    year, month, day = (int(part) for part in (match.groups()[:3] if match[1] else match.groups()[3:]))
    try:
        return ArticleDate(datetime(year, month, day))
    except ValueError:
        return None


def _parse(text: str) -> ArticleDate | None:
    if match := _ISO.fullmatch(text):
        year, month, day, hour, minute, second, _fraction, half, zone = match.groups()
        return moment((year, month, day), (hour, minute, second), half, zone)
    if match := _FEED.fullmatch(text):
        day, month, year, hour, minute, second, zone = match.groups()
        return named_month((year, month, day), (hour, minute, second), None, zone)
    from reader.core.formats.date_spellings import parse_spelling

    return parse_spelling(text)
