# SPDX-License-Identifier: MIT
"""Where a picture stands in the viewer and how large: plain numbers, in device-independent pixels."""

from __future__ import annotations

from dataclasses import dataclass, replace

LARGEST = 16.0  # device pixels for one of the picture
STEP = 1.25
_AIR = 0.92  # of the room that drawings fill


@dataclass(frozen=True, slots=True)
class Placement:
    """A picture of `width` × `height` in a room; `scale` pixels of the room for one of the picture.

    `x`, `y` is its upper left corner in the room. While `fits`, it follows the room's size.
    """

    width: int
    height: int
    room: tuple[float, float]
    ratio: float = 1.0  # device pixels for one of the room
    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0
    fits: bool = True
    grows: bool = False  # drawings without pixels fill the room; photographs are not blown up

    @property
    def percent(self) -> int:
        """How large it is shown: at 100, one of its pixels is one of the screen's."""
        return max(1, round(100 * self.scale * self.ratio))

    @property
    def is_larger(self) -> bool:
        """Whether there is more of it than the room shows."""
        return self.width * self.scale > self.room[0] + 1 or self.height * self.scale > self.room[1] + 1

    @property
    def fit_scale(self) -> float:
        """The scale at which all of it is seen."""
        fit = min(self.room[0] / self.width, self.room[1] / self.height)
        return max(1e-4, fit * _AIR if self.grows else min(fit, 1 / self.ratio))

    def fitted(self) -> Placement:
        """All of it, in the middle."""
        return replace(self, scale=self.fit_scale, fits=True)._settled()

    def in_room(self, width: float, height: float, ratio: float) -> Placement:
        """In a room of another size, with what stood in the middle still there."""
        moved = replace(self, room=(max(1.0, width), max(1.0, height)), ratio=ratio)
        if self.fits:
            return moved.fitted()
        dx, dy = (width - self.room[0]) / 2, (height - self.room[1]) / 2
        return replace(moved, x=self.x + dx, y=self.y + dy)._settled()

    def zoomed(self, scale: float, at: tuple[float, float] | None = None) -> Placement:
        """At another scale, with the point `at` of the room still over the same point of the picture."""
        x, y = at or (self.room[0] / 2, self.room[1] / 2)
        least = min(self.fit_scale, 1 / self.ratio)
        scale = max(least, min(LARGEST / self.ratio, scale))
        grown = scale / self.scale
        placed = replace(
            self, scale=scale, x=x - (x - self.x) * grown, y=y - (y - self.y) * grown, fits=False
        )
        return placed._settled()

    def full_size(self, at: tuple[float, float] | None = None) -> Placement:
        """One pixel of the picture on one of the screen."""
        return self.zoomed(1 / self.ratio, at)

    def moved(self, dx: float, dy: float) -> Placement:
        """Pushed by so much, as far as there is more to see."""
        return replace(self, x=self.x + dx, y=self.y + dy)._settled()

    def turned(self) -> Placement:
        """For a picture that was turned by a quarter: all of it is shown again."""
        return replace(self, width=self.height, height=self.width).fitted()

    def _settled(self) -> Placement:
        """In the middle where it is smaller than the room, without gaps where it is larger."""
        x = _settle(self.x, self.width * self.scale, self.room[0])
        y = _settle(self.y, self.height * self.scale, self.room[1])
        return replace(self, x=x, y=y)


def _settle(start: float, length: float, room: float) -> float:
    if length <= room:
        return (room - length) / 2
    return max(room - length, min(0.0, start))
