# SPDX-License-Identifier: MIT
"""Excerpts: what the header says, or what stands above the “more” mark."""

from __future__ import annotations

import html
import re

from reader.core.article import Dialect
from reader.core.formats.header_values import Fields, first_of, tidy
from reader.core.formats.titles import LOOKED_AT, plain_inline, unescape_braces

_LONGEST = 1000
_DESCRIBED = ("description", "desc", "abstract", "intro", "digest")
_MORE = re.compile(r"<!--[ \t]*more\b[^>]{0,200}-->|\{/\*[ \t]*truncate[ \t]*\*/\}", re.IGNORECASE)
_HIDDEN = re.compile(
    r"<!--.*?-->|<(script|style|svg|figure|table)\b.*?</\1\s*>|\{[%{].*?[%}]\}", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"<[/!a-zA-Z][^<>]*>")
_SKIPPED_LINE = re.compile(
    r"[ \t]*(?:#{1,6}[ \t]|\||:::|\[[^\]]+\]:[ \t]|(?:import|export)[ \t]"
    r"|!\[[^\]]*\]\([^)]*\)[ \t]*$|[-=*_]{3,}[ \t]*$)"
)
_LEADING_MARK = re.compile(r"[ \t]*(?:>[ \t]*)*(?:[-*+][ \t]+|\d{1,3}[.)][ \t]+)?")
_HAN_BREAK = re.compile(
    r"(?<=[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]) (?=[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef])"
)


def read_excerpt(fields: Fields, body: str, dialect: Dialect) -> str | None:
    """The excerpt as plain text: Hugo lets the mark in the body win, the others the header."""
    if dialect in (Dialect.HUGO, Dialect.ZOLA):
        text = above_more(body) or _stated(fields, ("summary", "excerpt"))
    else:
        text = _stated(fields, ("excerpt", "summary")) or above_more(body, _separator(fields))
    return text or _stated(fields, _DESCRIBED) or None


def above_more(body: str, separator: str = "") -> str:
    """The text in front of `<!-- more -->` (or a separator of the author's own)."""
    head = body[:LOOKED_AT]
    end = head.find(separator) if separator else -1
    if end < 0:
        end = min((at for mark in ("<!--", "{/*") if (at := _mark(head, mark)) >= 0), default=-1)
    return plain_text(head[:end]) if end > 0 else ""


def _mark(head: str, opening: str) -> int:
    at = head.find(opening)
    while at >= 0 and not _MORE.match(head, at):
        at = head.find(opening, at + 1)
    return at


def plain_text(source: str) -> str:
    """Markdown or HTML as running text: no code, no headings, no pictures; cut at a sensible length."""
    source = _HIDDEN.sub(" ", source[:LOOKED_AT])
    kept: list[str] = []
    fence = ""
    for line in source.split("\n"):
        stripped = line.strip()
        if stripped.startswith(("```", "~~~")):
            fence = "" if fence else stripped[:3]
        elif not fence and not _SKIPPED_LINE.match(line):
            kept.append(_LEADING_MARK.sub("", line, count=1))
    text = plain_inline(_TAG.sub(" ", " ".join(kept)))
    return shortened(_HAN_BREAK.sub("", unescape_braces(text)))


def shortened(text: str) -> str:
    """Text cut to an excerpt's length, behind a word."""
    if len(text) <= _LONGEST:
        return text
    cut = text[:_LONGEST]
    space = cut.rfind(" ", _LONGEST - 80)
    return (cut[:space] if space > 0 else cut).rstrip() + "…"


def _stated(fields: Fields, keys: tuple[str, ...]) -> str:
    text = first_of(fields, keys)
    if not text:
        return ""
    if "<" in text or "[" in text or "*" in text or "`" in text or "_" in text:
        text = plain_inline(_TAG.sub("", text))
    return shortened(tidy(html.unescape(text) if "&" in text else text))


def _separator(fields: Fields) -> str:
    value = fields.get("excerpt_separator")
    return value if isinstance(value, str) and value.strip() else ""
