# SPDX-License-Identifier: MIT
"""Code that a highlighter laid out as a table or numbered line by line: the code stays, the numbers go."""

from __future__ import annotations

import re

from reader.core.cleaning.tree import Element, drop, new_element, replace, text_of

_GUTTER = re.compile(
    r"(?<![a-z])(?:gutter|lineno|linenos|linenumbers?|line-?num(?:ber)?s?|lnt|blob-num|rouge-gutter|"
    r"hljs-ln-(?:numbers|n|line)|line_numbers?|line-numbers-rows|code-?lines?-?nums?|pre-numbering)(?![a-z])",
    re.I,
)
_CODE = re.compile(
    r"(?<![a-z])(?:code|codehilite|highlight|blob-code|lntd|rouge-code|hljs-ln-code|syntax\w*)(?![a-z])", re.I
)
_LANGUAGE = re.compile(r"(?:^|\s)(?:language|lang|brush|highlight(?:-source)?)[-:]\s?([\w+#-]{1,20})", re.I)
_NUMBERS = re.compile(r"[\s\d.:]+$")
_MOST_ROWS = 20_000


def keep_code(root: Element) -> None:
    """Turn code tables into plain code blocks and drop line numbers from code."""
    for table in list(root.iter("table")):
        _unwrap_table(table)
    for block in list(root.iter("pre")):
        _drop_numbers(block)


def _unwrap_table(table: Element) -> None:
    parts: list[Element] = []
    numbered = False
    for count, row in enumerate(table.iter("tr")):
        code: Element | None = None
        for cell in row.iter("td", "th"):
            if _is_gutter(cell):
                numbered = True
            elif code is None:
                code = cell
            else:
                return
        if code is None or not numbered or count > _MOST_ROWS:
            return
        parts.append(code)
    if numbered and parts and not _holds(table, "table") and _is_code(table, parts):
        replace(table, _code_block(table, parts))


def _is_gutter(cell: Element) -> bool:
    text = text_of(cell)
    if text and not _NUMBERS.match(text):
        return False
    if cell.get("data-line-number") or any(_GUTTER.search(box.get("class") or "") for box in (cell, *cell)):
        return True
    return bool(text) and _holds(cell, "pre")


def _holds(element: Element, *tags: str) -> bool:
    return any(inner is not element for inner in element.iter(*tags))


def _is_code(table: Element, parts: list[Element]) -> bool:
    around = table.getparent()
    boxes = [table, *parts[:3], *([around] if around is not None else [])]
    if any(_CODE.search(box.get("class") or "") for box in boxes):
        return True
    return any(_holds(part, "pre", "code") for part in parts)


def _code_block(table: Element, parts: list[Element]) -> Element:
    """One code block with the cells as its lines."""
    block = new_element("pre")
    boxes = (table, *parts[:1], *parts[0].iter("pre", "code"))
    language = _LANGUAGE.search(" ".join(box.get("class") or "" for box in boxes))
    if language:
        block.set("data-lang", language[1].lower())
    block.append(new_element("code", "\n".join(_lines_of(part) for part in parts)))
    return block


def _lines_of(cell: Element) -> str:
    """The code of a cell: as it stands in a pre, else a line for each block in it."""
    _drop_numbers(cell)
    for line_break in list(cell.iter("br")):
        line_break.tail = "\n" + (line_break.tail or "")
    if not _holds(cell, "pre"):
        blocks = [box for box in cell.iter("div", "p") if not _holds(box, "div", "p")]
        if len(blocks) > 1:
            return "\n".join(text_of(box).strip("\r\n") for box in blocks)
    return text_of(cell).strip("\r\n")


def _drop_numbers(block: Element) -> None:
    for element in list(block.iter("span", "a", "div", "i", "ul", "ol")):
        names = element.get("class")
        if (
            element is not block
            and names
            and _GUTTER.search(names)
            and _NUMBERS.match(text_of(element) or " ")
        ):
            drop(element)
