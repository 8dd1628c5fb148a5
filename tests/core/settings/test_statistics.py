# SPDX-License-Identifier: MIT
"""Reading time by day, week and category, and the streaks in it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reader.core.settings import ReadingStates
from reader.core.settings.statistics import (
    ReadingTime,
    by_category,
    by_day,
    by_week,
    monday_of,
    reading_times,
    streaks,
)

DAY = date(2026, 3, 4)


def _times(*days: int) -> dict[date, int]:
    return {DAY + timedelta(days=day): 600 for day in days}


def test_recorded_time_comes_back_by_article_and_day(tmp_path: Path) -> None:
    now = [datetime(2026, 3, 4, 12, tzinfo=UTC)]
    states = ReadingStates(tmp_path / "state.db", lambda: now[0])
    first, second = tmp_path / "a.md", tmp_path / "b.md"
    states.add_reading_time(first, 60)
    states.add_reading_time(first, 30)
    states.add_reading_time(second, 45)
    now[0] += timedelta(days=1)
    states.add_reading_time(first, 15)
    found = reading_times(states)
    states.close()
    assert sorted((one.path, one.seconds) for one in found if one.day == found[0].day) == [
        (first, 90),
        (second, 45),
    ]
    assert sorted(by_day(found).values()) == [15, 135]


def test_nothing_recorded_is_nothing_told(tmp_path: Path) -> None:
    states = ReadingStates(tmp_path / "state.db")
    assert reading_times(states) == ()
    states.close()
    assert streaks({}, DAY).longest == 0


def test_weeks_begin_on_monday() -> None:
    times = [ReadingTime("a", DAY + timedelta(days=offset), 10) for offset in range(14)]
    weeks = by_week(times)
    assert sum(weeks.values()) == 140
    assert {day.weekday() for day in weeks} == {0}
    assert weeks[monday_of(DAY)] == 50


def test_categories_count_by_their_top() -> None:
    one, two = Path("/x/a.md"), Path("/x/b.md")
    times = [ReadingTime("a", DAY, 10, one), ReadingTime("b", DAY, 50, two), ReadingTime("c", DAY, 1, None)]
    assert by_category(times, {one: [("编程", "C")], two: [("新媒体",), ("编程",)]}) == {
        "新媒体": 50,
        "编程": 10,
        "": 1,
    }


def test_a_streak_lasts_until_a_day_is_missed() -> None:
    assert streaks(_times(-2, -1, 0), DAY).current == 3
    assert streaks(_times(-3, -2, -1), DAY).current == 3, "today is not over yet"
    assert streaks(_times(-3, -2), DAY).current == 0
    assert streaks({DAY: 5}, DAY).current == 0, "a glance is not reading"


@given(st.sets(st.integers(-60, 0)))
def test_streaks_are_never_longer_than_the_days_there_were(days: set[int]) -> None:
    found = streaks(_times(*days), DAY)
    assert found.current <= found.longest <= len(days)
    assert (found.longest > 0) == bool(days)
