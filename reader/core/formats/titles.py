# SPDX-License-Identifier: MIT
"""Titles as headers state them, and how much of a text is looked at for one."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.core.formats.header_values import tidy

LOOKED_AT = 16_000  # characters of the body searched for a heading: as many as the head of a file surely has
LONGEST_TITLE = 1000  # characters
LONGEST_EXCERPT = 1000  # characters


class Credits(NamedTuple):
    """What a text's first lines say of the original it was translated from."""

    title: str = ""
    authors: tuple[str, ...] = ()
    source_url: str | None = None


def stated_title(text: str) -> str:
    """A header's title as people read it."""
    text = unescape_braces(text)
    if "`" in text:
        text = re.sub(r"(`+)([^`]+)\1", r"\2", text)
    return tidy(text, LONGEST_TITLE)


def unescape_braces(text: str) -> str:
    """`&#123;` and `&#125;`, as some generators write braces, made braces again."""
    if "&#" not in text:
        return text
    for written, brace in (("&#123;", "{"), ("&#125;", "}"), ("&#x7b;", "{"), ("&#x7d;", "}")):
        text = text.replace(written, brace)
    return text
