# SPDX-License-Identifier: MIT
"""What the bytes of a picture tell of how to show it: whether it moves, whether its ground shows through.

Nothing is decoded; blocks are walked through as the formats' own documents have them: PNG 3rd edition (APNG),
GIF89a, the RIFF container of WebP, ISO 14496-12 boxes for AVIF.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from reader.core.images.found import FoundImage

_HEAD = 64 * 1024  # bytes in which all but GIF say it
_SHORT_HEAD = 4 * 1024  # in which most PNG say it
_WALK = 4 * 1024 * 1024  # bytes of a GIF that are searched for its second frame
_PNG_START = 8
_MOST_CHUNKS = 100_000  # of a PNG that is taken apart
_ALPHA_OF_AVIF = b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha"


@dataclass(frozen=True, slots=True)
class PictureTraits:
    """How a picture wants to be shown."""

    is_clear: bool = False  # it has transparent parts, or says that it may have
    moves: bool = False


def traits_of(found: FoundImage) -> PictureTraits:
    """The traits of a picture, from its first bytes; a broken one has none."""
    kind = found.media_type
    if kind in ("image/jpeg", "image/bmp"):
        return PictureTraits()
    if kind in ("image/svg+xml", "image/x-icon"):
        return PictureTraits(is_clear=True)
    try:
        if kind == "image/png":
            return _png(found)
        data = found.beginning(_WALK if kind == "image/gif" else _HEAD)
        if kind == "image/gif":
            return _gif(data)
        if kind == "image/webp":
            return _webp(data)
    except (struct.error, IndexError):
        return PictureTraits()
    return PictureTraits(_ALPHA_OF_AVIF in data, data[4:12] == b"ftypavis")


def still_of(data: bytes, media_type: str) -> bytes:
    """The picture with its first frame alone; as it is if it does not move or cannot be understood."""
    try:
        if media_type == "image/gif":
            return _still_gif(data)
        if media_type == "image/png":
            return _still_png(data)
        if media_type == "image/webp":
            return _still_webp(data)
    except (struct.error, IndexError):
        return data
    if media_type == "image/avif" and data[4:12] == b"ftypavis":  # as a file of a picture, not of a sequence
        return data[:8] + b"avif" + data[12:]
    return data


def _png_chunks(data: bytes) -> list[tuple[bytes, int, int]]:
    """Name, start and end of each chunk."""
    chunks: list[tuple[bytes, int, int]] = []
    at = _PNG_START
    while at + 8 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        chunks.append((data[at + 4 : at + 8], at, at + 12 + length))
        if len(chunks) > _MOST_CHUNKS:
            raise IndexError("no picture is cut into so many pieces")
        at += 12 + length
    return chunks


def _png(found: FoundImage) -> PictureTraits:
    data = found.beginning(_SHORT_HEAD)
    if all(name != b"IDAT" for name, _start, _end in _png_chunks(data)):
        data = found.beginning(_HEAD)
    clear, moves = data[25] in (4, 6), False
    for name, _start, _end in _png_chunks(data):
        if name == b"IDAT":
            break
        clear = clear or name == b"tRNS"
        moves = moves or name == b"acTL"
    return PictureTraits(clear, moves)


def _still_png(data: bytes) -> bytes:
    chunks = _png_chunks(data)
    moving = (b"acTL", b"fcTL", b"fdAT")
    if not any(name in moving for name, _start, _end in chunks):
        return data
    kept = (data[start:end] for name, start, end in chunks if name not in moving)
    return data[:_PNG_START] + b"".join(kept)


def _gif(data: bytes) -> PictureTraits:
    clear, end = _gif_first_frame(data)
    if end is None:  # a first frame of megabytes: what repeats must move
        return PictureTraits(clear, b"NETSCAPE2.0" in data[:_HEAD])
    return PictureTraits(clear, _gif_has_frame(data, end))


def _gif_start(data: bytes) -> int:
    flags = data[10]
    return 13 + (3 << ((flags & 7) + 1) if flags & 0x80 else 0)


def _skip_blocks(data: bytes, at: int) -> int:
    """Behind a row of sub-blocks."""
    while data[at]:
        at += 1 + data[at]
    return at + 1


def _gif_first_frame(data: bytes) -> tuple[bool, int | None]:
    """Whether the first frame has transparent points, and where it ends, as far as the bytes reach."""
    at, clear = _gif_start(data), False
    while at < len(data):
        if data[at] == 0x21:
            clear = clear or (data[at + 1] == 0xF9 and bool(data[at + 3] & 1))
            at = _skip_blocks(data, at + 2)
        elif data[at] == 0x2C:
            flags = data[at + 9]
            at += 10 + (3 << ((flags & 7) + 1) if flags & 0x80 else 0)
            try:
                return clear, _skip_blocks(data, at + 1)
            except IndexError:
                return clear, None
        else:
            break
    return clear, None


def _gif_has_frame(data: bytes, at: int) -> bool:
    try:
        while data[at] == 0x21:
            at = _skip_blocks(data, at + 2)
        return data[at] == 0x2C
    except IndexError:
        return False


def _still_gif(data: bytes) -> bytes:
    _clear, end = _gif_first_frame(data)
    if end is None or not _gif_has_frame(data, end):
        return data
    return data[:end] + b";"


def _webp(data: bytes) -> PictureTraits:
    kind = data[12:16]
    if kind == b"VP8X":
        return PictureTraits(bool(data[20] & 0x10), bool(data[20] & 0x02) and _webp_has_more_frames(data))
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return PictureTraits(bool(bits >> 28 & 1))
    return PictureTraits()


def _webp_has_more_frames(data: bytes) -> bool:
    """Whether something of a frame's size follows the first one; its length says where it would stand."""
    (whole,) = struct.unpack_from("<I", data, 4)
    at = 12
    while at + 8 <= len(data):
        (length,) = struct.unpack_from("<I", data, at + 4)
        end = at + 8 + length + (length & 1)
        if data[at : at + 4] == b"ANMF":
            return end + 24 < whole + 8
        at = end
    return True


def _still_webp(data: bytes) -> bytes:
    """The container with its header and first frame: a moving picture of one frame stands still."""
    if data[12:16] != b"VP8X" or not data[20] & 0x02:
        return data
    kept: list[bytes] = []
    at = 12
    while at + 8 <= len(data):
        (length,) = struct.unpack_from("<I", data, at + 4)
        end = at + 8 + length + (length & 1)
        name = data[at : at + 4]
        if name in (b"VP8X", b"ICCP", b"ANIM", b"ANMF"):
            kept.append(data[at:end])
        at = end
        if name == b"ANMF":
            body = b"WEBP" + b"".join(kept)
            return b"RIFF" + struct.pack("<I", len(body)) + body
    return data
