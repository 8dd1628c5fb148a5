# SPDX-License-Identifier: MIT
"""Pipe tables."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from reader.core.formats.markdown_document import Document, TooComplexError

_DELIMITER = re.compile(r":?-+:?")
_NUMBER = re.compile(r"[-+−~≈±]?\s?[¥$€£￥]?\s?\d[\d,. ]*\s?(?:%|‰|[kKMGTµm]?[a-zA-Z]{0,3})?")
_MAX_CELLS = 60_000


def is_delimiter_row(line: str, head: str | None) -> bool:
    """Whether a line is the `|---|:-:|` row below `head` (None: a table without one)."""
    bare = line.strip()
    if not bare or bare.strip("|:- \t") or "-" not in bare:
        return False
    cells = bare.strip("|").split("|")
    if not all(_DELIMITER.fullmatch(cell.strip()) for cell in cells):
        return False
    if head is None:
        return "|" in bare and len(cells) > 1
    if "|" not in bare and head.count("|") != 2:
        return False
    return len(split_row(head)) == len(cells) or (
        len(cells) > 1 and abs(len(split_row(head)) - len(cells)) <= 1
    )


def split_row(line: str) -> list[str]:
    """The cells of a row; `\\|` is no border."""
    bare = line.strip()
    bare = bare.removeprefix("|")
    if bare.endswith("|") and not bare.endswith("\\|"):
        bare = bare[:-1]
    if "\\|" not in bare:
        return [cell.strip() for cell in bare.split("|")]
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", bare)]


def table_element(
    document: Document, parent: Element, head: str | None, delimiter: str, rows: list[str]
) -> None:
    """Add a table of source lines."""
    aligns = [_align(cell.strip()) for cell in delimiter.strip().strip("|").split("|")]
    columns = len(aligns)
    if columns * (len(rows) + 1) > _MAX_CELLS * 4 or len(rows) > _MAX_CELLS:
        raise TooComplexError
    body = [_row(line, columns) for line in rows]
    numeric = [_is_numeric([row[column] for row in body if column < len(row)]) for column in range(columns)]
    table = SubElement(parent, "table")
    if head is not None and any(titles := split_row(head)):
        row = SubElement(SubElement(table, "thead"), "tr")
        for column, text in enumerate(titles):
            _cell(document, row, "th", text, aligns[column] if column < columns else "", False)
    section = SubElement(table, "tbody")
    for cells in body:
        row = SubElement(section, "tr")
        for column, text in enumerate(cells):
            known = column < columns
            _cell(document, row, "td", text, aligns[column] if known else "", known and numeric[column])


def _row(line: str, columns: int) -> list[str]:
    cells = split_row(line)
    if len(cells) > columns and "`" in line:
        # A border inside a code span is meant as text where the row has too many cells.
        masked = re.sub(r"(`+)(.+?)\1", lambda match: match[0].replace("|", "\\|"), line)
        cells = split_row(masked)
    if len(cells) > columns and columns == 1:
        return [" | ".join(cells)]
    return cells


def _cell(document: Document, row: Element, tag: str, text: str, align: str, numeric: bool) -> None:
    names = " ".join(name for name in (align, "num" if numeric else "") if name)
    document.leaf(row, tag, text, {"class": names} if names else None)


def _align(cell: str) -> str:
    if cell.startswith(":"):
        return "align-center" if cell.endswith(":") and len(cell) > 1 else "align-left"
    return "align-right" if cell.endswith(":") else ""


def _is_numeric(cells: list[str]) -> bool:
    filled = [cell.strip("*_` ") for cell in cells if cell.strip() not in ("", "-", "—", "–", "N/A", "n/a")]
    return bool(filled) and all(len(cell) <= 24 and _NUMBER.fullmatch(cell) for cell in filled)
