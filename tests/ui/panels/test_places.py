# SPDX-License-Identifier: MIT
"""Places as text that window state can keep."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.ui.places import ALL, PROBLEMS, READING, STARRED, UNREAD, Place, PlaceKind

PLACES = [
    *(ALL, UNREAD, READING, STARRED, PROBLEMS),
    Place(PlaceKind.CATEGORY, ("新媒体", "a/b", "100 %", "")),
    Place(PlaceKind.CATEGORY, ("\udcff",)),
    Place(PlaceKind.FOLDER, Path("/home/me/My articles/ü")),
    Place(PlaceKind.FOLDER, Path("/home/\udcfe")),
]


@pytest.mark.parametrize("place", PLACES)
def test_a_key_leads_back(place: Place) -> None:
    assert place.key.isascii()
    assert Place.from_key(place.key) == place


@pytest.mark.parametrize("key", ["", "nowhere", "all/x", "category", "folder", "ALL", "/", "category%2Fx"])
def test_other_keys_lead_nowhere(key: str) -> None:
    assert Place.from_key(key) is None


def test_names() -> None:
    assert ALL.name == "All"
    assert PLACES[5].name == ""
    assert Place(PlaceKind.CATEGORY, ("a", "b\nc")).name == "b c"
    assert Place(PlaceKind.FOLDER, Path("/home/me/notes")).name == "notes"
    assert Place(PlaceKind.FOLDER, Path("/")).name == "/"
