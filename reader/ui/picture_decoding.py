# SPDX-License-Identifier: MIT
"""Turns the bytes of a picture into what the viewer paints; runs on worker threads, with limits on memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QPainter

if TYPE_CHECKING:
    from reader.core.images import FoundImage

_MOST_PIXELS = 32_000_000  # kept in memory; what is larger is decoded at a smaller size
_MOST_PIXELS_AT_ONCE = 60_000_000  # what Qt decodes whole before it makes it smaller; only JPEG needs not
_MOST_PIXELS_MOVING = 8_000_000  # of a frame
_SMALLEST_LEVEL = 1_000_000  # pixels
_STRIPE = 256  # rows scaled at a time: Python stands still meanwhile
_BY_ENGINE = ("image/svg+xml", "image/avif")
_DRAWING_SIZE = (300, 150)  # of an SVG that says nothing, after the standard


class Painted(Enum):
    """Who paints a picture: we, frame by frame, or the web engine, which knows more formats."""

    STILL = auto()
    MOVING = auto()
    ENGINE = auto()
    NOT = auto()


@dataclass(frozen=True, slots=True)
class DecodedPicture:
    """A picture ready to be painted; `levels` are itself and halves of it, down to about a million pixels."""

    how: Painted
    media_type: str
    width: int = 1
    height: int = 1
    levels: tuple[QImage, ...] = ()
    data: bytes = field(default=b"", repr=False)
    is_clear: bool = False  # its ground may be seen through it


def decode_picture(found: FoundImage | None) -> DecodedPicture:
    """Decode a picture that was found; what is too large, broken or gone becomes one that is NOT painted."""
    from reader.core.images.found import MAX_PIXELS
    from reader.core.images.traits import traits_of

    data = found.data if found is not None else b""
    if found is None or not data:
        return DecodedPicture(Painted.NOT, "")
    kind, traits = found.media_type, traits_of(found)
    width, height = found.size or _DRAWING_SIZE
    if kind in _BY_ENGINE or (kind == "image/png" and traits.moves):
        return DecodedPicture(Painted.ENGINE, kind, width, height, (), data, traits.is_clear)
    reader, device = _reader(data)
    size = reader.size()
    if size.isValid() and size.width() * size.height() > MAX_PIXELS:
        return DecodedPicture(Painted.NOT, kind)
    if size.width() * size.height() > _MOST_PIXELS_AT_ONCE and kind != "image/jpeg":
        return DecodedPicture(Painted.ENGINE, kind, width, height, (), data, traits.is_clear)
    if traits.moves and size.width() * size.height() <= _MOST_PIXELS_MOVING:
        first = reader.read()
        if not first.isNull():
            levels, across, down = (first,), first.width(), first.height()
            return DecodedPicture(Painted.MOVING, kind, across, down, levels, data, traits.is_clear)
        reader, device = _reader(data)
    image, (width, height) = _still(reader, size)
    device.close()
    if image.isNull():  # the engine forgives more than Qt does
        return DecodedPicture(Painted.ENGINE, kind, width, height, (), data)
    return DecodedPicture(Painted.STILL, kind, width, height, _levels(image), data, image.hasAlphaChannel())


def _reader(data: bytes) -> tuple[QImageReader, QBuffer]:
    device = QBuffer()
    device.setData(QByteArray(data))
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(device)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    return reader, device


def _still(reader: QImageReader, size: QSize) -> tuple[QImage, tuple[int, int]]:
    """The picture, smaller where it would take too much memory, and its own size, upright."""
    if bytes(reader.format().data()) == b"ico":
        _go_to_largest(reader)
        size = reader.size()
    pixels = size.width() * size.height() if size.isValid() else 0
    if pixels > _MOST_PIXELS:
        reader.setScaledSize(size * (_MOST_PIXELS / pixels) ** 0.5)
    image = reader.read()
    if not size.isValid():
        size = image.size()
    turned = bool(reader.transformation().value & QImageIOHandler.Transformation.TransformationRotate90.value)
    width, height = max(1, size.width()), max(1, size.height())
    return image, (height, width) if turned else (width, height)


def _go_to_largest(reader: QImageReader) -> None:
    best, area = 0, -1
    for number in range(min(64, reader.imageCount())):
        if reader.jumpToImage(number) and reader.size().width() * reader.size().height() > area:
            best, area = number, reader.size().width() * reader.size().height()
    reader.jumpToImage(best)


def _levels(image: QImage) -> tuple[QImage, ...]:
    levels = [image]
    while (smallest := levels[-1]).width() * smallest.height() > _SMALLEST_LEVEL:
        if min(smallest.width(), smallest.height()) < 2:
            break
        levels.append(_halved(smallest))
    return tuple(levels)


def _halved(image: QImage) -> QImage:
    """Half as wide and high, made stripe by stripe."""
    clear = image.hasAlphaChannel()
    form = QImage.Format.Format_ARGB32_Premultiplied if clear else QImage.Format.Format_RGB32
    half = QImage(image.width() // 2, image.height() // 2, form)
    painter = QPainter(half)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    for top in range(0, half.height(), _STRIPE):
        rows = min(_STRIPE, half.height() - top)
        stripe = image.copy(QRect(0, 2 * top, 2 * half.width(), 2 * rows))
        painter.drawImage(
            0,
            top,
            stripe.scaled(
                half.width(),
                rows,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            ),
        )
    painter.end()
    return half


def flat_image(picture: DecodedPicture) -> QImage:
    """A picture as pixels, for the clipboard; a drawing in its own size, twice as fine."""
    if picture.levels:
        return picture.levels[0]
    if picture.media_type != "image/svg+xml":
        return QImage()
    reader, device = _reader(picture.data)
    fine = min(2.0, (_MOST_PIXELS_MOVING / max(1, picture.width * picture.height)) ** 0.5)
    reader.setScaledSize(QSize(picture.width, picture.height) * fine)
    image = reader.read()
    device.close()
    return image
