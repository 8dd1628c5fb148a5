# SPDX-License-Identifier: MIT
"""How the sub-commands speak: JSON lines and tables on standard output, the rest on standard error."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any


def print_json(value: Mapping[str, Any]) -> None:
    """One object as one line on standard output."""
    write_bytes(json_line(value))


def json_line(value: Mapping[str, Any]) -> bytes:
    """One object as one line of UTF-8; bytes of a broken name become `\\udcXX` escapes."""
    text = json.dumps(value, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace") + b"\n"


def print_text(text: str) -> None:
    """Text for people or pipes, always UTF-8; what no encoding has becomes a visible mark."""
    write_bytes(text.encode("utf-8", "replace") + b"\n")


def write_bytes(data: bytes) -> None:
    """Bytes on standard output, whatever the locale."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def print_table(rows: Iterable[Sequence[str]], right: frozenset[int] = frozenset()) -> None:
    """Columns as wide as their content; those in `right` are aligned to the right."""
    shown = [[one_line(cell) for cell in row] for row in rows]
    if not shown:
        return
    widths = [max(_width(row[column]) for row in shown) for column in range(len(shown[0]))]
    lines: list[str] = []
    for row in shown:
        cells = [_padded(cell, widths[at], at in right) for at, cell in enumerate(row)]
        lines.append("  ".join(cells).rstrip())
    print_text("\n".join(lines))


def print_error(command: str, sentence: str) -> None:
    """One line on standard error."""
    _say(f"article-reader {command}: {one_line(sentence)}")


def print_note(sentence: str) -> None:
    """One line for people on standard error."""
    _say(one_line(sentence))


def counted(number: int, things: str) -> str:
    """A number of things, whose name has a plain plural: `1 highlight`, `2 highlights`."""
    return f"{number} {things.removesuffix('s') if number == 1 else things}"


class ProgressLine:
    """A line that is written over and over; silent where standard error is no terminal."""

    def __init__(self) -> None:
        self._active = sys.stderr.isatty()
        self._written = False

    def show(self, text: str) -> None:
        """Replaces what the line says."""
        if self._active:
            sys.stderr.write(f"\r\033[K{one_line(text)[:100]}")
            sys.stderr.flush()
            self._written = True

    def clear(self) -> None:
        """Removes the line."""
        if self._written:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()


def one_line(text: str) -> str:
    """Text without control characters: names may hold line ends and terminal codes."""
    if text.isprintable():
        return text
    return "".join(mark if mark.isprintable() or mark in " \u3000" else _escaped(mark) for mark in text)


def shortened(text: str, width: int) -> str:
    """Text cut to a number of terminal cells."""
    if _width(text) <= width:
        return text
    cut = ""
    used = 1
    for mark in text:
        used += _width(mark)
        if used > width:
            break
        cut += mark
    return cut + "…"


def _escaped(mark: str) -> str:
    if unicodedata.category(mark) in ("Cf", "Co", "Zs", "Cn"):
        return mark  # joiners of emoji and scripts, spaces
    return mark.encode("unicode_escape").decode("ascii")


def _say(line: str) -> None:
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(mark) else 2 if unicodedata.east_asian_width(mark) in "WF" else 1
        for mark in text
    )


def _padded(text: str, width: int, right: bool) -> str:
    space = " " * (width - _width(text))
    return space + text if right else text + space
