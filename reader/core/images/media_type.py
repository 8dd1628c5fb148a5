# SPDX-License-Identifier: MIT
"""Tells the kind of a picture from its first bytes, whatever its name says."""

from __future__ import annotations

import re

_PREAMBLE = rb"(?is)(?:\s|<\?xml.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*"
_SVG = rb"(?i)<(?:\w+:)?svg[\s>/]"
_AVIF_BRANDS = (b"avif", b"avis")
_MARKS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"\x00\x00\x01\x00", "image/x-icon"),
)


def media_type_of(head: bytes) -> str | None:
    """The media type of a picture that starts with `head` (4 KiB are enough); None if it is none we show."""
    for mark, media_type in _MARKS:
        if head.startswith(mark):
            return media_type
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp" and any(brand in head[8:64] for brand in _AVIF_BRANDS):
        return "image/avif"
    if (
        head[:2] == b"BM"
        and len(head) >= 26
        and head[14:18] in (b"\x0c\0\0\0", b"\x28\0\0\0", b"\x6c\0\0\0", b"\x7c\0\0\0")
    ):
        return "image/bmp"
    return "image/svg+xml" if _is_svg(head[:4096]) else None


def _is_svg(head: bytes) -> bool:
    text = head.removeprefix(b"\xef\xbb\xbf")
    if text[:1] not in b"< \t\r\n":
        return False
    start = re.match(_PREAMBLE, text)
    return bool(re.match(_SVG, text[start.end() if start else 0 :]))
