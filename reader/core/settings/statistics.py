# SPDX-License-Identifier: MIT
"""What was read when: sums by day, week and category, and streaks, from the time that was recorded."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.core.settings.reading_states import ReadingStates

LEAST_SECONDS = 60
"""A day with less reading than this does not count for a streak."""


@dataclass(frozen=True, slots=True)
class ReadingTime:
    """Seconds one article was read on one day."""

    article: str
    day: date
    seconds: int
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Streaks:
    """Days in a row with reading; the current one may end yesterday, since today is not over."""

    current: int = 0
    longest: int = 0


def reading_times(states: ReadingStates) -> tuple[ReadingTime, ...]:
    """Everything that was recorded, by day."""
    with states.store.errors():
        rows = states.store.connection.execute(_TIMES).fetchall()
    found: list[ReadingTime] = []
    for uid, day, seconds, path in rows:
        try:
            known = date.fromisoformat(day)
        except ValueError:
            continue
        found.append(ReadingTime(uid, known, seconds, None if path is None else Path(os.fsdecode(path))))
    return tuple(found)


def by_day(times: Iterable[ReadingTime]) -> dict[date, int]:
    """Seconds by day."""
    sums: Counter[date] = Counter()
    for one in times:
        sums[one.day] += one.seconds
    return dict(sums)


def by_week(times: Iterable[ReadingTime]) -> dict[date, int]:
    """Seconds by week, under its Monday."""
    sums: Counter[date] = Counter()
    for one in times:
        sums[monday_of(one.day)] += one.seconds
    return dict(sums)


def by_category(
    times: Iterable[ReadingTime], categories: Mapping[Path, Sequence[Sequence[str]]]
) -> dict[str, int]:
    """Seconds by top category, the most first; articles in several count for the first."""
    sums: Counter[str] = Counter()
    for one in times:
        paths = categories.get(one.path, ()) if one.path is not None else ()
        top = next((path[0] for path in paths if path), "")
        sums[top] += one.seconds
    return dict(sums.most_common())


def streaks(days: Mapping[date, int], today: date) -> Streaks:
    """The days in a row on which there was reading."""
    counted = sorted(day for day, seconds in days.items() if seconds >= LEAST_SECONDS and day <= today)
    longest = run = 0
    before: date | None = None
    for day in counted:
        run = run + 1 if before is not None and day - before == timedelta(days=1) else 1
        longest, before = max(longest, run), day
    current = run if before is not None and today - before <= timedelta(days=1) else 0
    return Streaks(current, longest)


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


_TIMES = """SELECT d.uid, d.day, sum(d.seconds),
(SELECT a.path FROM article a WHERE a.uid = d.uid AND a.path IS NOT NULL ORDER BY a.id LIMIT 1)
FROM reading_day d GROUP BY d.uid, d.day ORDER BY d.day, d.uid"""
