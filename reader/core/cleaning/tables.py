# SPDX-License-Identifier: MIT
"""Tables: those made for layout are taken apart, cells of numbers are marked."""

from __future__ import annotations

import re

from reader.core.cleaning.tree import Element, add_class, drop, text_of, unwrap

_BLOCKS = (
    "p",
    "div",
    "ul",
    "ol",
    "blockquote",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "pre",
    "img",
    "section",
)
_PARTS = ("tbody", "thead", "tfoot", "tr", "td", "th", "colgroup", "col", "caption")
_NUMBER = re.compile(
    r"[(（]?[+\-−–±~≈<>≤≥]?\s*[$€£¥￥₹₩]?\s*\d[\d.,'’\s\u00a0]*(?:[eE][+-]?\d+)?\s*"
    r"(?:%|％|‰|°C?|px|pt|em|[µmn]?s|min|h|[kKMGT]i?B|[kMG]Hz|[kmc]?m|[kKm]?g|[kMBx×倍元万亿年月日人个次]|万元|亿元|千米|公里)?[)）]?"
)


def tidy_tables(root: Element) -> None:
    """Takes layout tables apart and marks the cells that hold numbers."""
    for table in reversed(list(root.iter("table"))):
        if _is_layout(table):
            _take_apart(table)
    for part in list(root.iter(*_PARTS)):
        if _owner(part) is None:
            _release(part)
    for cell in root.iter("td", "th"):
        text = (cell.text or "") if not len(cell) else text_of(cell)
        if (
            text
            and len(text) < 40
            and any(character.isdigit() for character in text)
            and _NUMBER.fullmatch(text.strip())
        ):
            add_class(cell, "num")


def _is_layout(table: Element) -> bool:
    if (table.get("role") or "").lower() in {"presentation", "none"}:
        return True
    if next(table.iter("th", "caption", "thead"), None) is not None:
        return False
    rows = [row for row in table.iter("tr") if _owner(row) is table]
    widths = [sum(1 for cell in row if cell.tag in {"td", "th"}) for row in rows]
    if not rows or max(widths, default=0) == 0:
        return True
    if len(rows) == 1 and widths[0] == 1:
        return True
    if max(widths) > 1:
        return False
    return any(_has_blocks(cell) for row in rows for cell in row)


def _owner(part: Element) -> Element | None:
    return next(part.iterancestors("table"), None)


def _has_blocks(cell: Element) -> bool:
    return next(cell.iter(*_BLOCKS), None) is not None


def _take_apart(table: Element) -> None:
    mine = [part for part in table.iter(*_PARTS) if _owner(part) is table]
    for part in mine:
        _release(part)
    if table.getparent() is not None:
        unwrap(table)


def _release(part: Element) -> None:
    """A part of a table, without the table."""
    if part.tag in {"td", "th", "caption"}:
        part.tag = "div"
        part.attrib.pop("class", None)
    elif part.tag in {"col", "colgroup"}:
        drop(part)
    else:
        unwrap(part)
