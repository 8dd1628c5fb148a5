# SPDX-License-Identifier: MIT
"""Excerpts: what the header says, or what stands above the “more” mark."""

from __future__ import annotations

from reader.core.article import Dialect
from reader.core.formats.header_values import Fields, first_of
from reader.core.formats.titles import LOOKED_AT

_DESCRIBED = ("description", "desc", "abstract", "intro", "digest")
_MARKS = (("<!--", "more"), ("{/*", "truncate"))


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
        end = min((at for opening, word in _MARKS if (at := _mark(head, opening, word)) >= 0), default=-1)
    if end <= 0:
        return ""
    from reader.core.formats.plain_words import plain_text

    return plain_text(head[:end])


def _mark(head: str, opening: str, word: str) -> int:
    at = head.find(opening) if opening[0] in head else -1  # a single sign is found much faster
    while at >= 0:
        inner = head[at + len(opening) : at + 24].lstrip().lower()
        if inner.startswith(word) and not inner[len(word) : len(word) + 1].isalnum():
            return at
        at = head.find(opening, at + 1)
    return -1


def _stated(fields: Fields, keys: tuple[str, ...]) -> str:
    text = first_of(fields, keys)
    if not text:
        return ""
    from reader.core.formats.plain_words import plain_statement

    return plain_statement(text)


def _separator(fields: Fields) -> str:
    value = fields.get("excerpt_separator")
    return value if isinstance(value, str) and value.strip() else ""
