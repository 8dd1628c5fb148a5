# SPDX-License-Identifier: MIT
"""Garbage is collected between frames, and at no other time."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from reader.ui.unfelt_collection import UnfeltCollection


class _Circle:
    """Refers to itself, so that only a collection lets go of it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collection(qapp: QApplication) -> Iterator[UnfeltCollection]:
    """In charge for one test."""
    made = UnfeltCollection(qapp)
    yield made
    made.deleteLater()
    gc.unfreeze()
    gc.enable()


def test_circles_go_when_it_looks_and_not_before(collection: UnfeltCollection) -> None:
    circles = [_Circle() for _ in range(5000)]
    gone = weakref.ref(circles[0])
    del circles
    assert gone() is not None
    collection.look()
    assert gone() is None


def test_what_was_set_aside_is_found_when_much_of_it_has_gone(qapp: QApplication) -> None:
    circle = _Circle()
    gone = weakref.ref(circle)
    collection = UnfeltCollection(qapp)
    try:
        del circle
        gc.collect()
        assert gone() is not None
        collection.start_over()
        assert gone() is None
    finally:
        collection.deleteLater()
        gc.unfreeze()
        gc.enable()


def test_what_grew_old_goes_in_the_end(collection: UnfeltCollection) -> None:
    circle = _Circle()
    gone = weakref.ref(circle)
    gc.collect(1)  # it is old now
    del circle
    many = [[] for _ in range(5000)]
    for _ in range(200):
        collection.look()
    assert gone() is None
    assert len(many) == 5000
