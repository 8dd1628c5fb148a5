# SPDX-License-Identifier: MIT
"""Names for files we write for a person: from titles and addresses, allowed on every system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

from reader.core.export.pictures import ArticlePicture

_LONGEST = 80  # characters of a name
_MOST_BYTES = 200  # of a name; with suffix, number and what is added for its pictures still one everywhere
_FORBIDDEN = re.compile(r'[/\\:*?"<>|\x00-\x1f\x7f]')
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d\u00b9\u00b2\u00b3])\s*(?:\.|$)", re.IGNORECASE
)
_MEANS_NOTHING = re.compile(
    r"(?:[\d\W_]*|image|img|picture|photo|pic|untitled|图片?|图像|输入图片说明)[\d\W_]*$"
)
_MACHINE_MADE = re.compile(r"[0-9a-f\-_]{16,}|\d[\d\W_]*|640|0", re.IGNORECASE)
_SUFFIXES: Mapping[str, str] = MappingProxyType(
    {
        "image/jpeg": ".jpg",
        "image/png": ".png",
        "image/gif": ".gif",
        "image/webp": ".webp",
        "image/avif": ".avif",
        "image/bmp": ".bmp",
        "image/x-icon": ".ico",
        "image/svg+xml": ".svg",
    }
)


def file_stem(text: str, default: str) -> str:
    """A name without suffix that any file system takes, as close to `text` as can be."""
    plain = unicodedata.normalize("NFC", text.encode("utf-8", "ignore").decode("utf-8"))
    kept = "".join(
        sign for sign in plain if sign.isspace() or unicodedata.category(sign) not in ("Cf", "Cc", "Co")
    )
    kept = " ".join(_FORBIDDEN.sub("_", kept).split())[:_LONGEST]
    kept = kept.encode()[:_MOST_BYTES].decode("utf-8", "ignore").strip(" ._")
    return default if not kept or _RESERVED.match(kept) else kept


def picture_suffix(media_type: str) -> str:
    """The suffix of a picture by what its bytes are, whatever its address says."""
    return _SUFFIXES.get(media_type, ".img")


def picture_name(picture: ArticlePicture, media_type: str, title: str, number: int) -> str:
    """A name that says what a picture is: by its words, else its address, else article and number."""
    for words in (picture.alt, picture.caption):
        if words and not _MEANS_NOTHING.match(words.lower()) and not _is_file_name(words):
            return file_stem(words, "picture") + picture_suffix(media_type)
    stem = _stem_of_address(picture.url)
    if not stem or _MACHINE_MADE.fullmatch(stem) or _MEANS_NOTHING.match(stem.lower()):
        stem = f"{title[:60]} {number}"
    return file_stem(stem, f"picture {number}") + picture_suffix(media_type)


def _is_file_name(words: str) -> bool:
    return PurePosixPath(words).suffix.lower() in (*_SUFFIXES.values(), ".jpeg")


def _stem_of_address(url: str) -> str:
    if url[:5].lower() == "data:":
        return ""
    try:
        name = unquote(urlsplit(url).path, errors="replace").rpartition("/")[2]
    except ValueError:
        return ""
    return PurePosixPath(name).stem if name.strip(".") else ""
