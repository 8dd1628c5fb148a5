# SPDX-License-Identifier: MIT
"""What pictures tell of themselves without being decoded, and their first frames alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.images.found import FoundImage
from reader.core.images.inspect_image import image_in_bytes
from reader.core.images.media_type import media_type_of
from reader.core.images.traits import PictureTraits, still_of, traits_of

from . import sample_pictures as samples

_MOVING = ("MOVING_GIF", "MOVING_WEBP", "MOVING_PNG", "MOVING_AVIF")
_STILL = ("STILL_GIF", "STILL_WEBP", "STILL_PNG", "STILL_AVIF", "PHOTO_JPEG")
_CLEAR = ("CLEAR_GIF", "CLEAR_WEBP", "LOSSY_CLEAR_WEBP", "CLEAR_PNG", "CLEAR_PALETTE_PNG", "CLEAR_AVIF")


def _found(name: str) -> FoundImage:
    found = image_in_bytes(getattr(samples, name))
    assert found is not None
    return found


@pytest.mark.parametrize("name", _MOVING)
def test_what_moves_is_known_and_made_to_stand_still(name: str) -> None:
    found = _found(name)
    assert traits_of(found).moves
    still = still_of(found.data, found.media_type)
    assert media_type_of(still) == found.media_type
    again = image_in_bytes(still)
    assert again is not None
    assert again.size == found.size
    assert not traits_of(again).moves


@pytest.mark.parametrize("name", (*_STILL, *_CLEAR, "DRAWING"))
def test_what_stands_still_is_served_as_it_is(name: str) -> None:
    found = _found(name)
    assert not traits_of(found).moves
    assert still_of(found.data, found.media_type) == found.data


@pytest.mark.parametrize("name", (*_CLEAR, "DRAWING"))
def test_transparent_parts_are_known(name: str) -> None:
    assert traits_of(_found(name)).is_clear


@pytest.mark.parametrize("name", (*_STILL, *_MOVING))
def test_opaque_pictures_need_no_ground(name: str) -> None:
    assert not traits_of(_found(name)).is_clear


def test_a_file_is_read_no_further_than_it_must(tmp_path: Path) -> None:
    path = tmp_path / "large.png"
    path.write_bytes(samples.CLEAR_PNG + bytes(9_000_000))
    assert traits_of(FoundImage("image/png", path=path)).is_clear
    path.unlink()
    assert traits_of(FoundImage("image/png", path=path)) == PictureTraits()


@given(st.sampled_from([*_MOVING, *_CLEAR]), st.integers(0, 2000), st.binary(max_size=40))
def test_broken_pictures_have_traits_like_any_other(name: str, at: int, noise: bytes) -> None:
    data = getattr(samples, name)
    kind = str(media_type_of(data))
    for broken in (data[:at], data[:at] + noise + data[at + len(noise) :]):
        traits_of(FoundImage(kind, content=broken))
        assert len(still_of(broken, kind)) <= len(broken) + 1


def test_a_picture_in_millions_of_pieces_is_left_as_it_is() -> None:
    data = samples.MOVING_PNG[:-12] + b"\0\0\0\0abcd\0\0\0\0" * 300_000
    assert still_of(data, "image/png") is data
