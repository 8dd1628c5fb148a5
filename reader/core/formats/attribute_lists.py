# SPDX-License-Identifier: MIT
"""Attribute lists (`{: .class #id}`, `{#id}`, `{width=300}`), of which id, side and size are kept."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ITEM = re.compile(r"""#([^\s}.]+)|\.([\w-]+)|([\w-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s}]+)""")
_ALIGN = re.compile(
    r"(?:^|-|_)(left|center|centre|right)(?:$|-|_)|^(?:float|align|text|pull)?-?(left|center|right)$"
)
LIST = re.compile(r"\{(?::|\.|#|[\w-]+=)[^{}\n]{0,300}\}")
"""An attribute list where one may stand: after an image, a link, a heading or on a line of its own."""


@dataclass(frozen=True, slots=True)
class Attributes:
    """What is kept of an attribute list."""

    id: str | None = None
    align: str | None = None  # the class: align-left, align-center, align-right
    width: str | None = None
    height: str | None = None

    def as_html(self) -> dict[str, str]:
        """The attributes of the element they apply to."""
        pairs = {"id": self.id, "class": self.align, "width": self.width, "height": self.height}
        return {name: value for name, value in pairs.items() if value}


def parse_attributes(text: str) -> Attributes:
    """The attributes a list names; `text` with or without its braces."""
    anchor = align = width = height = None
    for match in _ITEM.finditer(text[:400]):
        value = (match[4] or "").strip("\"'")
        name = (match[3] or "").lower()
        if match[1]:
            anchor = match[1]
        elif match[2] or name in ("align", "class"):
            align = align_class(match[2] or value) or align
        elif name == "id":
            anchor = value
        elif name == "width" and value.removesuffix("px").isdigit():
            width = value.removesuffix("px")
        elif name == "height" and value.removesuffix("px").isdigit():
            height = value.removesuffix("px")
    return Attributes(anchor, align, width, height)


def align_class(name: str) -> str | None:
    """The class for a side (`left`, `text-center`, `align-right`), or None."""
    match = _ALIGN.search(name.strip().lower())
    if match is None:
        return None
    side = match[1] or match[2]
    return f"align-{'center' if side == 'centre' else side}"
