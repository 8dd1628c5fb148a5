# SPDX-License-Identifier: MIT
"""The text of a page as its script sees it, with offsets in both units: characters, and JavaScript's."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True)
class PageText:
    """Text with the places of its characters outside the basic plane, which count twice in JavaScript."""

    text: str
    _wide: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        wide = () if self.text.isascii() else (i for i, sign in enumerate(self.text) if sign > "\uffff")
        object.__setattr__(self, "_wide", tuple(wide))

    def to_units(self, offset: int) -> int:
        """UTF-16 units before a character."""
        return offset + bisect_left(self._wide, offset)

    def to_offset(self, units: int) -> int:
        """Characters before a UTF-16 unit."""
        if not self._wide:
            return units
        low = bisect_right(self._wide, units, key=lambda place: place + bisect_left(self._wide, place))
        before = low if low == 0 or self.to_units(self._wide[low - 1]) < units else low - 1
        return units - before
