# SPDX-License-Identifier: MIT
"""Admits a picture by its bytes: kind, size, limits, and SVG only when cleaned."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from urllib.parse import unquote_to_bytes

from reader.core.images.dimensions import size_of
from reader.core.images.found import MAX_BYTES, MAX_PIXELS, FoundImage
from reader.core.images.media_type import media_type_of

_HEAD = 4096
_LONG_HEAD = 1024 * 1024  # JPEG and AVIF may carry profiles and previews before their size
_MAX_SVG = 8 * 1024 * 1024


def image_in_bytes(data: bytes) -> FoundImage | None:
    """The picture in `data`, if it is one we show."""
    if not data or len(data) > MAX_BYTES:
        return None
    media_type = media_type_of(data[:_HEAD])
    if media_type is None:
        return None
    if media_type == "image/svg+xml":
        return _drawing(data)
    size = size_of(data[:_LONG_HEAD], media_type)
    return None if _too_many_pixels(size) else FoundImage(media_type, size, content=data)


def image_in_file(path: Path) -> FoundImage | None:
    """The picture in a regular file; devices, pipes, large files and anything else are no pictures."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
                return None
            head = file.read(_HEAD)
            media_type = media_type_of(head)
            if media_type is None:
                return None
            if media_type == "image/svg+xml":
                return _drawing(head + file.read(_MAX_SVG))
            size = size_of(head, media_type)
            if size is None:
                size = size_of(head + file.read(_LONG_HEAD), media_type)
    except (OSError, ValueError):
        return None
    return None if _too_many_pixels(size) else FoundImage(media_type, size, path=path)


def image_in_data_uri(uri: str) -> FoundImage | None:
    """The picture inside a `data:` address."""
    if len(uri) > MAX_BYTES * 3:
        return None
    header, comma, body = uri.partition(",")
    if not comma:
        return None
    data = unquote_to_bytes(body)
    if header.lower().rstrip().endswith(";base64"):
        data = b"".join(data.split()).replace(b"-", b"+").replace(b"_", b"/")
        import base64
        import binascii

        try:
            data = base64.b64decode(data + b"=" * (-len(data) % 4))
        except (binascii.Error, ValueError):
            return None
    return image_in_bytes(data)


def _drawing(data: bytes) -> FoundImage | None:
    if len(data) > _MAX_SVG:
        return None
    from reader.core.images.svg import clean_svg

    cleaned = clean_svg(data)
    if cleaned is None:
        return None
    return FoundImage("image/svg+xml", size_of(cleaned[:_LONG_HEAD], "image/svg+xml"), content=cleaned)


def _too_many_pixels(size: tuple[int, int] | None) -> bool:
    return size is not None and size[0] * size[1] > MAX_PIXELS
