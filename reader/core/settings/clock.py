# SPDX-License-Identifier: MIT
"""A hybrid clock: wall time that never runs backwards, told apart by counter and machine.

A reading is text that sorts as it happened: `2026-11-22T18:30:00.123Z-0004-1f2e3d4c`.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

_READING = re.compile(
    r"(20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z"
    r"-[0-9a-f]{4}-[0-9a-f]{8}"
)
_WALL = 24  # characters of the wall time
_SECONDS = 19  # characters up to the seconds
_MOST = 0xFFFF
_WRITTEN = 2026
_YEARS_AHEAD = 10


def is_reading(text: object) -> bool:
    """Whether this is a reading of such a clock, from this century or the next, of a day that there is."""
    return isinstance(text, str) and _READING.fullmatch(text) is not None and is_moment(text[:_SECONDS])


def is_moment(text: str) -> bool:
    """Whether this is a date, with or without time, that the calendar has."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def far_future(now: datetime) -> str:
    """From here on nobody's clock is believed: what is set then could never be changed again.

    Our own clock may be years behind, but not before the program was written.
    """
    return f"{max(now.year, _WRITTEN) + _YEARS_AHEAD}-"


def machine_of(reading: str) -> str:
    """Who wrote a reading."""
    return reading[-8:]


def next_reading(last: str, now: datetime, machine: str) -> str:
    """A reading after `last`, even where the wall clock was set back meanwhile."""
    wall = _wall_text(now)
    if not last or wall > last[:_WALL]:
        return f"{wall}-0000-{machine}"
    count = int(last[_WALL + 1 : _WALL + 5], 16) + 1
    if count <= _MOST:
        return f"{last[:_WALL]}-{count:04x}-{machine}"
    later = datetime.strptime(last[:_WALL], "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)
    return f"{_wall_text(later + timedelta(milliseconds=1))}-0000-{machine}"


def _wall_text(moment: datetime) -> str:
    utc = moment.astimezone(UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03}Z"
