# SPDX-License-Identifier: MIT
"""The quick way for pages too large to weigh box by box."""

from __future__ import annotations

from typing import Any, cast

from reader.core.cleaning.tree import Element, drop, names, new_element, select

_FURNITURE = names(
    "script style template noscript nav footer aside form button select textarea input dialog menu "
    "object embed"
)
_BOXES = (".//*[@itemprop='articleBody']", ".//article", ".//main", ".//*[@role='main']")
_SHARE = 0.5
_MOST_TRIED = 50


def light_extract(body: Element) -> Element:
    """The marked box with at least half of the page's text, else the whole body without its furniture."""
    for element in list(body.iter(*_FURNITURE)):
        drop(element)
    total = _length(body)
    for path in _BOXES:
        for box in select(body, path)[:_MOST_TRIED]:
            if _length(box) >= _SHARE * total:
                return _detached(box)
    return _detached(body)


def _length(box: Element) -> int:
    return int(cast(Any, box).xpath("string-length(string())"))


def _detached(box: Element) -> Element:
    box.tail = None
    if box.tag in ("body", "html"):
        box.tag = "div"
    root = new_element("div")
    root.append(box)
    return root
