# SPDX-License-Identifier: MIT
"""Where a picture stands in the viewer while it is zoomed, pushed and turned."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.picture_geometry import LARGEST, Placement


def _point(placement: Placement, x: float, y: float) -> tuple[float, float]:
    """The point of the picture under a point of the room."""
    return (x - placement.x) / placement.scale, (y - placement.y) / placement.scale


def test_all_of_a_large_picture_is_seen_and_a_small_one_is_not_blown_up() -> None:
    large = Placement(4000, 2000, (800, 600)).fitted()
    assert (large.scale, large.x, large.y) == (0.2, 0, 100)
    assert large.percent == 20
    small = Placement(100, 50, (800, 600)).fitted()
    assert (small.scale, small.x, small.y) == (1.0, 350, 275)
    drawing = Placement(100, 50, (800, 600), grows=True).fitted()
    assert drawing.scale == pytest.approx(8 * 0.92)


def test_full_size_is_one_pixel_on_one_of_the_screen() -> None:
    sharp = Placement(4000, 2000, (800, 600), ratio=2.0).fitted().full_size()
    assert sharp.scale == 0.5
    assert sharp.percent == 100
    assert sharp.is_larger


def test_zooming_keeps_the_point_under_the_pointer() -> None:
    placed = Placement(4000, 3000, (800, 600)).fitted()
    for _ in range(8):
        before = _point(placed, 500, 200)
        placed = placed.zoomed(placed.scale * 1.25, (500, 200))
        assert _point(placed, 500, 200) == pytest.approx(before)
    assert not placed.fits


def test_a_picture_is_pushed_no_further_than_its_edge() -> None:
    placed = Placement(2000, 1500, (800, 600)).fitted().full_size()
    assert placed.moved(9999, 9999).x == placed.moved(9999, 9999).y == 0
    assert placed.moved(-9999, -9999).x == 800 - 2000
    assert Placement(10, 10, (800, 600)).fitted().moved(50, 50).x == 395


def test_a_picture_that_fits_follows_the_room() -> None:
    placed = Placement(4000, 2000, (800, 600)).fitted().in_room(400, 600, 1.0)
    assert (placed.scale, placed.fits) == (0.1, True)
    zoomed = placed.full_size().in_room(300, 300, 1.0)
    assert zoomed.scale == 1


def test_turning_shows_all_of_it_again() -> None:
    placed = Placement(4000, 1000, (800, 600)).fitted().full_size().turned()
    assert (placed.width, placed.height) == (1000, 4000)
    assert placed.scale == 0.15


@given(
    st.integers(1, 65535),
    st.integers(1, 65535),
    st.floats(1, 5000),
    st.floats(1, 5000),
    st.sampled_from([1.0, 1.25, 2.0, 3.0]),
    st.lists(st.tuples(st.floats(1e-6, 1e6), st.floats(-1e5, 1e5), st.floats(-1e5, 1e5)), max_size=5),
)
def test_whatever_is_done_the_picture_stays_in_sight(
    width: int, height: int, across: float, down: float, ratio: float, steps: list[tuple[float, float, float]]
) -> None:
    placed = Placement(width, height, (across, down), ratio).fitted()
    for scale, x, y in steps:
        placed = placed.zoomed(scale, (x, y)).moved(y, x)
        assert 0 < placed.scale <= LARGEST / ratio + 1e-9
        assert placed.x < across
        assert placed.x + placed.width * placed.scale > 0
        assert placed.y < down
        assert placed.y + placed.height * placed.scale > 0
