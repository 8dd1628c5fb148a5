# SPDX-License-Identifier: MIT
"""Clocks for reading states, and two machines that share nothing but what they are given."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.core.settings import ReadingStates


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


class TickingClock(Clock):
    """A clock that goes on a second whenever it is looked at."""

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[list[ReadingStates]]:
    """Two machines, by one clock."""
    clock = TickingClock()
    made = [ReadingStates(tmp_path / name / "state.db", clock) for name in ("desk", "lap")]
    yield made
    for each in made:
        each.close()
