# SPDX-License-Identifier: MIT
"""What one line of Markdown is: its indent, and the block it would begin."""

from __future__ import annotations

import re
from dataclasses import dataclass

FENCE = re.compile(r"(`{3,})([^`]*)$|(~{3,})(.*)$")
THEMATIC = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
BULLET = re.compile(r"([*+-])(?=[ \t]|$)")
ORDERED = re.compile(r"(\d{1,9})([.)])(?=[ \t]|$)")
HEADING = re.compile(r"(#{1,6})(?:[ \t]+(.*?))?[ \t]*$|(#{2,6})([^#\s].*?)[ \t]*$")
_TAB_STOP = 4


@dataclass(frozen=True, slots=True)
class Marker:
    """The beginning of a list item: `offset` is the column its content starts at, in spaces."""

    kind: str  # the bullet, or the delimiter after the number
    number: int | None
    indent: int
    offset: int
    content: str


@dataclass(frozen=True, slots=True)
class Fence:
    """The opening line of a fenced code block."""

    char: str
    length: int
    indent: int
    info: str

    def closed_by(self, line: str) -> bool:
        """Whether `line` ends the block."""
        bare = line.strip()
        return len(bare) >= self.length and bare.count(self.char) == len(bare)


def indent_of(line: str) -> int:
    """The indent of a line in columns, tabs stopping every four."""
    return blank_columns(line, 0)


def dedent(line: str, columns: int) -> str:
    """The line without up to `columns` columns of its indent."""
    if not columns or not line or line[0] not in " \t":
        return line
    if line.startswith(" " * columns):
        return line[columns:]
    column = 0
    for position, char in enumerate(line):
        if column >= columns or char not in " \t":
            return " " * (column - columns) + line[position:]
        column += 1 if char == " " else _TAB_STOP - column % _TAB_STOP
    return " " * max(column - columns, 0)


def fence_at(line: str) -> Fence | None:
    """The fence a line opens, however far it is indented."""
    bare = line.lstrip()
    if bare[:1] not in ("`", "~"):
        return None
    match = FENCE.match(bare)
    if match is None:
        return None
    run, info = (match[1], match[2]) if match[1] else (match[3], match[4])
    return Fence(run[0], len(run), indent_of(line), info.strip())


def marker_at(line: str) -> Marker | None:
    """The list item a line begins, however far it is indented."""
    bare = line.lstrip(" \t")
    if not bare or bare[0] not in "*+-0123456789":
        return None
    match = BULLET.match(bare) or ORDERED.match(bare)
    if match is None or THEMATIC.match(bare):
        return None
    indent = indent_of(line)
    rest = bare[match.end() :]
    width = match.end()
    gap = blank_columns(rest, indent + width)
    if not rest.strip():
        offset, content = indent + width + 1, ""
    elif gap > 4:
        offset, content = indent + width + 1, " " * (gap - 1) + rest.lstrip(" \t")
    else:
        offset, content = indent + width + gap, rest.lstrip(" \t")
    kind = match[1] if match.re is BULLET else match[2]
    number = None if match.re is BULLET else int(match[1])
    return Marker(kind, number, indent, offset, content)


def blank_columns(text: str, column: int) -> int:
    """The columns of blank at the start of `text` where it stands at `column`."""
    start = column
    for char in text:
        if char == " ":
            column += 1
        elif char == "\t":
            column += _TAB_STOP - column % _TAB_STOP
        else:
            break
    return column - start
