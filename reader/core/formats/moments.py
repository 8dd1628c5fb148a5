# SPDX-License-Identifier: MIT
"""Moments put together from the pieces of a written date."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from reader.core.article import ArticleDate

Day = tuple[str, str, str]  # year, month, day
Clock = tuple[str | None, str | None, str | None]  # hour, minute, second

_OFFSET = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?")
_ZONE_HOURS = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "jst": 9, "kst": 9, "est": -5, "edt": -4,
    "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "cet": 1, "cest": 2, "hkt": 8,
}  # fmt: skip
_AFTERNOON = frozenset({"pm", "下午", "晚上", "午後", "오후"})
_MORNING = frozenset({"am", "凌晨", "上午", "早上", "午前", "오전"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def moment(day: Day, clock: Clock, half: str | None, zone: str | None) -> ArticleDate:
    """A day, a time of day if one is given, and the offset its zone stands for; raises ValueError."""
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


def named_month(day: Day, clock: Clock, half: str | None, zone: str | None) -> ArticleDate | None:
    """As `moment`, for an English month's name; None if it is none."""
    year, month, number = day
    name = month[:3].lower()
    if name not in _MONTHS:
        return None
    if len(year) == 2:
        year = f"{'19' if int(year) > 69 else '20'}{year}"
    found = moment((year, str(_MONTHS.index(name) + 1), number), clock, half, zone)
    # Feed generators write a bare day as midnight GMT.
    if found.utc_offset == timedelta() and found.wall.time() == time():
        return ArticleDate(found.wall)
    return found
