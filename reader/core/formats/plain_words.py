# SPDX-License-Identifier: MIT
"""Markdown and HTML as plain running text, roughly and quickly: for titles and excerpts."""

from __future__ import annotations

import html
import re

from reader.core.formats.header_values import tidy
from reader.core.formats.titles import LONGEST_EXCERPT, unescape_braces

_ENOUGH = 6000  # characters of source make an excerpt, whatever markup is in them
_TAG = re.compile(r"<[/!a-zA-Z][^<>]*>")
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"\[([^\[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])")
_WIKI = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_ATTRIBUTES = re.compile(r"[ \t]*(?:\{[:#.][^{}]*\}|\{/\*.*?\*/\})[ \t]*$")
_CODE = re.compile(r"(`+)([^`]+)\1")
_STRONG = re.compile(r"(\*\*|__|\*|~~|==)(?=\S)(.+?)(?<=\S)\1")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>~|])")
_HIDDEN = re.compile(
    r"<!--.*?-->|<(script|style|svg|figure|table)\b.*?</\1\s*>|\{[%{].*?[%}]\}", re.IGNORECASE | re.DOTALL
)
_SKIPPED_LINE = re.compile(
    r"[ \t]*(?:#{1,6}[ \t]|\||:::|\[[^\]]+\]:[ \t]|(?:import|export)[ \t]"
    r"|!\[[^\]]*\]\([^)]*\)[ \t]*$|[-=*_]{3,}[ \t]*$)"
)
_LEADING_MARK = re.compile(r"[ \t]*(?:>[ \t]*)*(?:[-*+][ \t]+|\d{1,3}[.)][ \t]+)?")
_HAN_BREAK = re.compile(
    r"(?<=[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]) (?=[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef])"
)


def plain_inline(text: str) -> str:
    """A line of Markdown as plain text."""
    text = _ATTRIBUTES.sub("", text[:_ENOUGH])
    text = _IMAGE.sub("", text)
    text = _LINK.sub(r"\1", _WIKI.sub(r"\1", text))
    text = _STRONG.sub(r"\2", _STRONG.sub(r"\2", _TAG.sub("", _CODE.sub(r"\2", text))))
    return tidy(html.unescape(_ESCAPED.sub(r"\1", text)))


def plain_text(source: str) -> str:
    """Markdown or HTML as running text: no code, no headings, no pictures; cut at a sensible length."""
    source = _HIDDEN.sub(" ", source[:_ENOUGH])
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
    if len(text) <= LONGEST_EXCERPT:
        return text
    cut = text[:LONGEST_EXCERPT]
    space = cut.rfind(" ", LONGEST_EXCERPT - 80)
    return (cut[:space] if space > 0 else cut).rstrip() + "…"


def plain_statement(text: str) -> str:
    """An excerpt a header states, without its markup."""
    if "<" in text or "[" in text or "*" in text or "`" in text or "_" in text:
        text = plain_inline(_TAG.sub("", text))
    return shortened(tidy(html.unescape(text) if "&" in text else text))
