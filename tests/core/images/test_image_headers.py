# SPDX-License-Identifier: MIT
"""Kinds and sizes come from the first bytes, and hostile bytes do no harm."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.images.dimensions import size_of
from reader.core.images.media_type import media_type_of

_EXIF = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01"
_ISPE = struct.pack(">I4sIII", 20, b"ispe", 0, 640, 480)


def _jpeg(orientation: int | None = None) -> bytes:
    turned = b"" if orientation is None else _EXIF + struct.pack(">HHI", orientation, 0, 0)
    exif = b"\xff\xe1" + struct.pack(">H", len(turned) + 2) + turned if turned else b""
    return (
        b"\xff\xd8" + exif + b"\xff\xff\xc0\x00\x11\x08" + struct.pack(">HH", 480, 640) + b"\x03" + b"\0" * 9
    )


def _avif(*more: bytes) -> bytes:
    inner = b"".join((_ISPE, *more))
    for name in (b"ipco", b"iprp"):
        inner = struct.pack(">I4s", 8 + len(inner), name) + inner
    meta = struct.pack(">I4sI", 12 + len(inner), b"meta", 0) + inner
    return struct.pack(">I4s4sI4s", 20, b"ftyp", b"avif", 0, b"avif") + meta


def _webp(chunk: bytes) -> bytes:
    return b"RIFF" + struct.pack("<I", 4 + len(chunk)) + b"WEBP" + chunk


def _u24(number: int) -> bytes:
    return number.to_bytes(3, "little")


_SAMPLES = [
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 640, 480), "image/png"),
    (b"GIF89a" + struct.pack("<HH", 640, 480) + b"\0\0\0", "image/gif"),
    (_jpeg(), "image/jpeg"),
    (_jpeg(1), "image/jpeg"),
    (b"BM" + b"\0" * 12 + struct.pack("<Iii", 40, 640, -480), "image/bmp"),
    (b"BM" + b"\0" * 12 + struct.pack("<IHH", 12, 640, 480) + b"\0\0\0\0", "image/bmp"),
    (_webp(b"VP8X" + b"\0" * 8 + _u24(639) + _u24(479)), "image/webp"),
    (_webp(b"VP8L\0\0\0\0\x2f" + struct.pack("<I", 639 | 479 << 14)), "image/webp"),
    (_webp(b"VP8 \0\0\0\0\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 640, 480)), "image/webp"),
    (_avif(), "image/avif"),
    (b'<svg width="640" height="480px">', "image/svg+xml"),
    (
        b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- x --><!DOCTYPE svg><svg viewBox="0 0 640 480">',
        "image/svg+xml",
    ),
    (b'<svg:svg xmlns:svg="x" width="480pt" viewBox="0 0 4 3">', "image/svg+xml"),
]


@pytest.mark.parametrize(("head", "media_type"), _SAMPLES)
def test_tells_kind_and_size(head: bytes, media_type: str) -> None:
    assert media_type_of(head) == media_type
    assert size_of(head, media_type) == (640, 480)


def test_turns_with_the_camera() -> None:
    assert size_of(_jpeg(6), "image/jpeg") == (480, 640)
    assert size_of(_avif(struct.pack(">I4sB", 9, b"irot", 1)), "image/avif") == (480, 640)


def test_an_icon_is_as_large_as_its_largest() -> None:
    icon = b"\0\0\1\0\2\0" + b"\x10\x10" + b"\0" * 14 + b"\0\0" + b"\0" * 14
    assert media_type_of(icon) == "image/x-icon"
    assert size_of(icon, "image/x-icon") == (256, 256)


@pytest.mark.parametrize(
    "head",
    [b"", b"BM text of a novel that is no bitmap", b"<html><svg>", b"%PDF", b"RIFF....WAVE", b"svg", b"{}"],
)
def test_other_files_are_no_pictures(head: bytes) -> None:
    assert media_type_of(head) is None


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(_SAMPLES), st.binary(max_size=64), st.integers(0, 80), st.integers(0, 80))
def test_damaged_headers_do_no_harm(sample: tuple[bytes, str], noise: bytes, at: int, skip: int) -> None:
    head, media_type = sample
    for data in (head[:at], noise, head[:at] + noise + head[at + skip :]):
        media_type_of(data)
        size = size_of(data, media_type)
        assert size is None or all(0 < side < 1 << 24 for side in size)


def test_a_long_preamble_takes_no_time() -> None:
    assert media_type_of((b"<!-- " + b" " * 50) * 80) is None
