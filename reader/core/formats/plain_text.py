# SPDX-License-Identifier: MIT
"""Plain text as HTML: paragraphs, kept line breaks and indentation, links that can be followed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from reader.core.article import RawHtml

_LINK = re.compile(r"https?://[^\s<>\"'，。；！？、（）《》“”]{3,2000}", re.IGNORECASE)
_TRAILING = ".,;:!?)]}'"
_INDENT = re.compile(r"^[ \t]+")
_DRAWN = re.compile(r"\S {3,}\S|\S\t+\S|[|+]-{2,}|[\u2500-\u257f]")
_RULE = re.compile(r"[ \t]*([-=*_~#—])(?:[ \t]*\1){4,}[ \t]*")


def render_plain_text(text: str) -> RawHtml:
    """The text as HTML; every character of it is shown."""
    return RawHtml("\n".join(_block(lines) for lines in _blocks(text.expandtabs(4))))


def _blocks(text: str) -> Iterator[list[str]]:
    block: list[str] = []
    for line in text.replace("\f", "\n\n").split("\n"):
        if line.strip():
            block.append(line.rstrip())
        elif block:
            yield block
            block = []
    if block:
        yield block


def _block(lines: list[str]) -> str:
    if len(lines) == 1 and _RULE.fullmatch(lines[0]):
        return "<hr>"
    drawn = sum(1 for line in lines if _DRAWN.search(line[:500]))
    if len(lines) > 1 and drawn * 2 >= len(lines):
        return f"<pre>{chr(10).join(_linked(line) for line in lines)}</pre>"
    return f"<p>{'<br>'.join(_line(line) for line in lines)}</p>"


def _line(line: str) -> str:
    indent = _INDENT.match(line)
    width = len(indent[0]) if indent else 0
    return "\u00a0" * min(width, 40) + _linked(line[width:])


def _linked(text: str) -> str:
    if "://" not in text:
        return html.escape(text, quote=False)
    parts: list[str] = []
    at = 0
    for match in _LINK.finditer(text):
        address = match[0].rstrip(_TRAILING)
        if match[0][len(address) :].startswith(")") and address.count("(") > address.count(")"):
            address += ")"
        parts.append(html.escape(text[at : match.start()], quote=False))
        escaped = html.escape(address)
        parts.append(f'<a href="{escaped}">{escaped}</a>')
        at = match.start() + len(address)
    parts.append(html.escape(text[at:], quote=False))
    return "".join(parts)
