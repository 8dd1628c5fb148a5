# SPDX-License-Identifier: MIT
"""Where an article came from: absolute web addresses in headers."""

from __future__ import annotations

import re

from reader.core.formats.header_values import Fields, items_of, name_of

_SOURCE_KEYS = (
    "source", "source_url", "sourceurl", "url", "link", "original", "original_url", "originalurl",
    "originallink", "original_link", "originalink", "from", "fromurl", "from_url", "via", "canonical",
    "canonicalurl", "canonical_url", "external_url", "externalurl", "permalink", "online_version",
)  # fmt: skip
_SOURCES = frozenset(_SOURCE_KEYS)
_WEB_ADDRESS = r"(?i:https?)://[^\s<>\"'\])}]+"


def web_address(text: str) -> str | None:
    """The first absolute http(s) address in a text."""
    match = re.search(_WEB_ADDRESS, text[:4096]) if "://" in text else None
    return match[0].rstrip(".,;，。；") if match else None


def source_url(fields: Fields) -> str | None:
    """The first absolute address under the many keys that name an original."""
    if _SOURCES.isdisjoint(fields):
        return None
    for key in _SOURCE_KEYS:
        for item in items_of(fields.get(key))[:3]:
            text = name_of(item)
            stated = text[:4].lower() == "http" or "](" in text or "<http" in text
            if stated and (address := web_address(text)):
                return address
    return None
