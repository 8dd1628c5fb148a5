# SPDX-License-Identifier: MIT
"""Pictures for the viewer: every kind decoded, large ones at bounded memory, hostile ones refused."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from reader.core.images import FoundImage
from reader.core.images.inspect_image import image_in_bytes
from reader.ui.picture_decoding import DecodedPicture, Painted, decode_picture, flat_image
from tests.core.images import sample_pictures as samples


def _png(width: int, height: int, rows: int | None = None) -> bytes:
    """An opaque grey picture that compresses to almost nothing; `rows` of its rows are there."""
    packer = zlib.compressobj(9)
    row = b"\0" + bytes([90]) * width
    body = b"".join(packer.compress(row) for _ in range(height if rows is None else rows)) + packer.flush()

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def _decoded(data: bytes) -> DecodedPicture:
    return decode_picture(image_in_bytes(data))


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("PHOTO_JPEG", Painted.STILL),
        ("STILL_PNG", Painted.STILL),
        ("STILL_GIF", Painted.STILL),
        ("CLEAR_WEBP", Painted.STILL),
        ("MOVING_GIF", Painted.MOVING),
        ("MOVING_WEBP", Painted.MOVING),
        ("MOVING_PNG", Painted.ENGINE),
        ("STILL_AVIF", Painted.ENGINE),
        ("DRAWING", Painted.ENGINE),
    ],
)
def test_every_kind_is_painted_by_who_can(qapp: QApplication, name: str, how: Painted) -> None:
    picture = _decoded(getattr(samples, name))
    assert picture.how is how
    assert (picture.width, picture.height) == (64, 48)
    assert picture.data


def test_a_turned_photograph_stands_upright(qapp: QApplication) -> None:
    picture = _decoded(samples.TURNED_JPEG)
    assert (picture.width, picture.height) == (32, 64)
    assert (picture.levels[0].width(), picture.levels[0].height()) == (32, 64)


def test_large_pictures_have_smaller_levels(qapp: QApplication) -> None:
    picture = _decoded(_png(4001, 3001))
    sizes = [(level.width(), level.height()) for level in picture.levels]
    assert sizes == [(4001, 3001), (2000, 1500), (1000, 750)]
    assert all(abs(level.pixelColor(5, 5).red() - 90) < 2 for level in picture.levels)


def test_large_pictures_are_kept_at_bounded_memory(qapp: QApplication) -> None:
    picture = _decoded(_png(8_000, 6_000))
    assert (picture.width, picture.height) == (8_000, 6_000)
    assert sum(level.width() * level.height() for level in picture.levels) < 43_000_000
    assert _decoded(_png(10_000, 9_000)).how is Painted.ENGINE


@pytest.mark.parametrize(("width", "height"), [(1, 65_535), (65_535, 1), (1, 1)])
def test_the_thinnest_pictures_are_shown(qapp: QApplication, width: int, height: int) -> None:
    picture = _decoded(_png(width, height))
    assert picture.how is Painted.STILL
    assert (picture.width, picture.height) == (width, height)


def test_what_is_too_large_or_gone_is_not_painted(qapp: QApplication, tmp_path: Path) -> None:
    assert _decoded(_png(20_000, 20_000, rows=1)).how is Painted.NOT
    bomb = _png(20_000, 20_000, rows=1)
    assert decode_picture(FoundImage("image/png", (10, 10), content=bomb)).how is Painted.NOT
    assert decode_picture(FoundImage("image/png", (10, 10), path=tmp_path / "gone.png")).how is Painted.NOT
    assert decode_picture(None).how is Painted.NOT


@pytest.mark.qt_log_ignore(".*")
@pytest.mark.parametrize("name", ["STILL_PNG", "PHOTO_JPEG", "MOVING_GIF", "MOVING_WEBP", "CLEAR_WEBP"])
def test_broken_pictures_end_nothing(qapp: QApplication, name: str) -> None:
    data = getattr(samples, name)
    for length in range(0, len(data), 7):
        for broken in (data[:length], data[:length] + b"\xff\x00\x7f" + data[length + 3 :]):
            found = image_in_bytes(broken)
            if found is not None:
                decode_picture(found)


def test_a_drawing_is_copied_as_fine_pixels(qapp: QApplication) -> None:
    image = flat_image(_decoded(samples.DRAWING))
    assert (image.width(), image.height()) == (128, 96)
    assert image.pixelColor(64, 48) == QColor("#c81e1e")


def test_transparent_pictures_say_so(qapp: QApplication) -> None:
    assert _decoded(samples.CLEAR_PNG).is_clear
    assert not _decoded(samples.STILL_PNG).is_clear
    half = QImage(20, 20, QImage.Format.Format_ARGB32)
    half.fill(QColor(1, 2, 3, 40))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert half.save(buffer, "PNG")  # type: ignore[call-overload]
    assert _decoded(bytes(QByteArray(buffer.data()).data())).is_clear
