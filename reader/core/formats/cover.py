# SPDX-License-Identifier: MIT
"""The cover picture a header names, under whichever of many keys."""

from __future__ import annotations

import re

from reader.core.formats.header_values import Fields, Value, name_of

_KEYS = (
    "cover", "headimg", "thumbnail", "index_img", "banner_img", "top_img", "coverimg", "img", "image",
    "images", "photos", "banner", "og_img", "og_image", "featured_image", "featuredimage",
    "feature", "header_img", "cover_image", "coverimage", "hero_image", "header",
)  # fmt: skip
_COVERS = frozenset(_KEYS)
_INNER_KEYS = ("path", "url", "src", "image", "img", "feature", "teaser", "overlay_image")
_NOT_PICTURES = frozenset(
    {"transparent", "true", "false", "none", "null", "undefined", "auto", "inherit", "random"}
)
_COLOURS = (
    "#", "rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklch(", "color(", "var(", "url(",
    "linear-gradient(", "radial-gradient(", "conic-gradient(", "repeating-linear-gradient(",
    "repeating-radial-gradient(", "repeating-conic-gradient(",
)  # fmt: skip
_DEAD_ENDS = frozenset({"undefined", "null", "nan"})  # where a script had no address to put
_LONGEST_ADDRESS = 4096
_LONGEST_DATA = 4 * 1024 * 1024


def read_cover(fields: Fields) -> str | None:
    """The first candidate that is an address; switches, colours and gradients are none."""
    for key in () if _COVERS.isdisjoint(fields) else _KEYS:
        if (value := fields.get(key)) is not None and (address := _address(value)):
            return address
    if isinstance(photo := fields.get("photo"), str) and (address := _address(photo)):
        return address
    return _featured_resource(fields.get("resources"))


def _address(value: Value) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        for key in _INNER_KEYS:
            inner = value.get(key)
            if isinstance(inner, str) and (address := _address(inner)):
                return address
        return None
    if not isinstance(value, str):
        return None
    if value.startswith("data:"):
        return value if value.startswith("data:image/") and len(value) <= _LONGEST_DATA else None
    text = name_of(value)
    return text if is_picture_address(text) else None


def is_picture_address(text: str) -> bool:
    """Whether this text is a path or an address rather than a colour, a switch or a word."""
    lowered = text[:40].lower()
    if not text or len(text) > _LONGEST_ADDRESS or lowered in _NOT_PICTURES or lowered.startswith(_COLOURS):
        return False
    if "{{" in text or "{%" in text or "<" in text or ">" in text or "\n" in text:
        return False
    name = text.partition("?")[0].partition("#")[0].rpartition("/")[2]
    if "/" in text or "\\" in text:
        return name.lower() not in _DEAD_ENDS
    return bool(re.search(r"\.[A-Za-z0-9]{2,5}(?:[!@].*)?$", name))


def _featured_resource(value: Value) -> str | None:
    if not isinstance(value, list):
        return None
    for item in value[:100]:
        if isinstance(item, dict):
            source, name = item.get("src"), str(item.get("name") or "")
            if (
                isinstance(source, str)
                and re.search("feature|cover|thumb|header", name)
                and "*" not in source
            ):
                return source if is_picture_address(source) else None
    return None
