# SPDX-License-Identifier: MIT
"""Headers without an opening fence, or with none at all: objects, comments, bare keys."""

from __future__ import annotations

import re
from typing import cast

from reader.core.article import Problem
from reader.core.formats.header_parsing import FrontMatter, normal_value, parse_header, parse_json
from reader.core.formats.header_values import LARGEST_HEADER, HeaderError, HeaderKind
from reader.core.formats.line_headers import read_comment_lines, read_line_header
from reader.core.formats.tolerant_header import KNOWN_KEYS, read_tolerantly

_FENCELESS = re.compile(r"[A-Za-z_][\w-]{0,60}[ \t]{0,40}:")
_FENCELESS_LINE = re.compile(r"[\"']?[A-Za-z_][\w .-]{0,60}[\"']?[ \t]*[:：]|[ \t]+\S|-[ \t]|#|[ \t]*$")
_FENCELESS_END = re.compile(r"^(-{3,}|;{3,})[ \t]*$", re.MULTILINE)
_MOST_FENCELESS_LINES = 60


def find_unfenced(text: str, start: int) -> FrontMatter | None:
    """The header at `start` of a text that opens with no fence."""
    return find_object(text, start) or _comment(text, start) or _fenceless(text, start) or _lines(text, start)


def find_object(text: str, start: int) -> FrontMatter | None:
    """Hugo's JSON object at the very top of the file."""
    if not re.compile(r"\{\s*\"").match(text, start):
        return None
    import json

    try:
        found = json.JSONDecoder(strict=False).raw_decode(text[start : start + LARGEST_HEADER])
    except (ValueError, RecursionError):
        return None
    value, end = cast("tuple[object, int]", found)
    end += start
    after = text.find("\n", end)
    if text[end : after if after >= 0 else len(text)].strip() or not isinstance(value, dict):
        return None
    fields = normal_value(cast(object, value))
    if not isinstance(fields, dict):
        return None
    first_line = text.count("\n", 0, start) + 1
    return FrontMatter(HeaderKind.JSON, fields, _after_line(text, end), text[start:end], first_line)


def _comment(text: str, start: int) -> FrontMatter | None:
    """Go's JSON object, or Nikola's lines, inside an HTML comment at the top."""
    if not text.startswith("<!--", start):
        return None
    end = text.find("-->", start, start + LARGEST_HEADER)
    inner = text[start + 4 : end] if end > 0 else ""
    stripped = inner.strip()
    if stripped.startswith("{"):
        try:
            value = parse_json(stripped)
        except HeaderError:
            return None
        # A page saved by a tool may carry `{"url": …}` here: it is read with the page.
        fields = value if isinstance(value, dict) and {"title", "date", "template"} & value.keys() else None
        kind = HeaderKind.COMMENT
    else:
        fields = read_comment_lines(stripped) if stripped.startswith(".. ") else None
        kind = HeaderKind.NIKOLA
    if not fields:
        return None
    first_line = text.count("\n", 0, start) + 1
    return FrontMatter(kind, fields, _after_line(text, end + 3), inner, first_line)


def _fenceless(text: str, start: int) -> FrontMatter | None:
    """Hexo's header without an opening line: keys, then a fence."""
    if not _FENCELESS.match(text, start):
        return None
    end = _FENCELESS_END.search(text, start, start + 20_000)
    if not end:
        return None
    source = text[start : end.start()]
    lines = source.rstrip("\n").split("\n")
    keys = [index for index, line in enumerate(lines) if line[:1].isalpha() or line[:1] == "_"]
    if len(lines) > _MOST_FENCELESS_LINES or not all(_FENCELESS_LINE.match(line) for line in lines):
        return None
    blank = next((index for index, line in enumerate(lines) if not line.strip()), len(lines))
    if len(keys) < 2 or blank < keys[1]:
        # A single key is a header only if the fence follows at once; else it is a setext heading or a rule.
        return None
    kind = HeaderKind.YAML if end[1][0] == "-" else HeaderKind.SEMICOLONS
    first_line = text.count("\n", 0, start) + 1
    found = parse_header(kind, source, end.end() + 1, first_line)
    # Without an opening fence, keys nobody knows are more likely text.
    return None if not found or KNOWN_KEYS.isdisjoint(found.fields) else found


def _lines(text: str, start: int) -> FrontMatter | None:
    header = read_line_header(text, start)
    if not header:
        return None
    first_line = text.count("\n", 0, start) + 1
    return FrontMatter(header.kind, header.fields, header.end, text[start : header.end], first_line)


def find_unclosed(text: str, start: int, inner: int) -> FrontMatter | None:
    """A fence nobody closed: the keys up to the first blank line, if keys are what follows."""
    blank = re.compile(r"\n[ \t]*(?:\n|\Z)").search(text, inner, inner + 20_000)
    end = blank.start() + 1 if blank else min(len(text), inner + 20_000)
    source = text[inner:end]
    lines = source.strip("\n").split("\n")
    if text[start] != "-" or not all(_FENCELESS_LINE.match(line) for line in lines):
        return None
    fields = read_tolerantly(source)
    if "title" not in fields and len(fields) < 2:
        return None
    first_line = text.count("\n", 0, inner) + 1
    problem = Problem("front-matter-unclosed", "The header has no closing line.", first_line - 1)
    return FrontMatter(HeaderKind.YAML, fields, end, source, first_line, (problem,))


def _after_line(text: str, at: int) -> int:
    return at + 1 if text.startswith("\n", at) else at
