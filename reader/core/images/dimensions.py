# SPDX-License-Identifier: MIT
"""Reads the size of a picture, in pixels, from its header alone."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

Size = tuple[int, int]

_TURNED = (5, 6, 7, 8)  # EXIF orientations that swap width and height
_LENGTH = rb"\s*([0-9]*\.?[0-9]+)\s*(px|pt|pc|mm|cm|in)?\s*$"
_UNITS = MappingProxyType(
    {b"px": 1.0, b"pt": 4 / 3, b"pc": 16.0, b"mm": 96 / 25.4, b"cm": 96 / 2.54, b"in": 96.0}
)


def size_of(head: bytes, media_type: str) -> Size | None:
    """Width and height told by the first bytes of a picture; None where they do not tell."""
    reader = _READERS.get(media_type)
    if reader is None:
        return None
    try:
        size = reader(head)
    except (struct.error, IndexError, ValueError, OverflowError):
        return None
    return size if size and 0 < size[0] < 1 << 24 and 0 < size[1] < 1 << 24 else None


def _png(head: bytes) -> Size | None:
    return struct.unpack_from(">II", head, 16) if head[12:16] == b"IHDR" else None


def _gif(head: bytes) -> Size | None:
    return struct.unpack_from("<HH", head, 6)


def _bmp(head: bytes) -> Size | None:
    if head[14:18] == b"\x0c\0\0\0":
        return struct.unpack_from("<HH", head, 18)
    width, height = struct.unpack_from("<ii", head, 18)
    return abs(width), abs(height)


def _ico(head: bytes) -> Size | None:
    (count,) = struct.unpack_from("<H", head, 4)
    entries = [head[6 + 16 * i : 8 + 16 * i] for i in range(min(count, 64))]
    sizes = [(entry[0] or 256, entry[1] or 256) for entry in entries if len(entry) == 2]
    return max(sizes, default=None)


def _jpeg(head: bytes) -> Size | None:
    at, turned = 2, False
    while at + 9 <= len(head):
        if head[at] != 0xFF:
            return None
        marker = head[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker in (0x01, *range(0xD0, 0xD8)):
            at += 2
            continue
        (length,) = struct.unpack_from(">H", head, at + 2)
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", head, at + 5)
            return (height, width) if turned else (width, height)
        if marker == 0xE1 and head[at + 4 : at + 10] == b"Exif\0\0":
            turned = _exif_orientation(head[at + 10 : at + 2 + length]) in _TURNED
        at += 2 + max(length, 2)
    return None


def _exif_orientation(tiff: bytes) -> int:
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 1
    try:
        (directory,) = struct.unpack_from(order + "I", tiff, 4)
        (count,) = struct.unpack_from(order + "H", tiff, directory)
        for entry in range(min(count, 256)):
            tag, _, _, value = struct.unpack_from(order + "HHIH", tiff, directory + 2 + 12 * entry)
            if tag == 0x0112:
                return value
    except struct.error:
        pass
    return 1


def _webp(head: bytes) -> Size | None:
    kind = head[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
    if kind == b"VP8L" and head[20] == 0x2F:
        (bits,) = struct.unpack_from("<I", head, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 " and head[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack_from("<HH", head, 26)
        return width & 0x3FFF, height & 0x3FFF
    return None


def _avif(head: bytes) -> Size | None:
    properties = _box_path(head, (b"meta", b"iprp", b"ipco"))
    if properties is None:
        return None
    sizes: list[Size] = []
    turned = False
    for name, body in _boxes(properties):
        if name == b"ispe":
            sizes.append(struct.unpack_from(">II", body, 4))
        elif name == b"irot" and body:
            turned = bool(body[0] & 1)
    if not sizes:
        return None
    width, height = max(sizes)
    return (height, width) if turned else (width, height)


def _box_path(data: bytes, path: tuple[bytes, ...]) -> bytes | None:
    for wanted in path:
        inner = next((body for name, body in _boxes(data) if name == wanted), None)
        if inner is None:
            return None
        data = inner[4:] if wanted == b"meta" else inner
    return data


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    for _ in range(256):
        if at + 8 > len(data):
            return
        (length,) = struct.unpack_from(">I", data, at)
        length = length or len(data) - at
        if length < 8:
            return
        yield data[at + 4 : at + 8], data[at + 8 : at + length]
        at += length


def _svg(head: bytes) -> Size | None:
    tag = re.search(rb"<(?:\w+:)?svg\b[^>]*>", head, re.IGNORECASE)
    if tag is None:
        return None
    width, height = (_svg_length(tag[0], name) for name in (b"width", b"height"))
    box = re.search(rb"\sviewBox\s*=\s*[\"']([^\"']{1,100})", tag[0])
    numbers = [float(part) for part in re.split(rb"[\s,]+", box[1].strip())] if box else []
    ratio = numbers[3] / numbers[2] if len(numbers) == 4 and numbers[2] > 0 and numbers[3] > 0 else None
    if width and height:
        return round(width), round(height)
    if ratio is None:
        return None
    if width or height:
        return (round(width), round(width * ratio)) if width else (round(height / ratio), round(height))
    return round(numbers[2]), round(numbers[3])


def _svg_length(tag: bytes, name: bytes) -> float:
    value = re.search(rb"\s" + name + rb"\s*=\s*[\"']([^\"']{1,40})[\"']", tag)
    length = re.match(_LENGTH, value[1]) if value else None
    return float(length[1]) * _UNITS[length[2] or b"px"] if length else 0.0


_READERS: Mapping[str, Callable[[bytes], Size | None]] = MappingProxyType(
    {
        "image/png": _png,
        "image/gif": _gif,
        "image/bmp": _bmp,
        "image/x-icon": _ico,
        "image/jpeg": _jpeg,
        "image/webp": _webp,
        "image/avif": _avif,
        "image/svg+xml": _svg,
    }
)
