# SPDX-License-Identifier: MIT
"""Splits a text into header and body, whichever generator's fences the header has."""

from __future__ import annotations

import re

from reader.core.formats.header_parsing import FrontMatter, parse_header
from reader.core.formats.header_values import LARGEST_HEADER, HeaderKind

_BLANK = re.compile(r"(?:[ \t\f\v\ufeff]*\n)*[ \t]*")
_OPENING = re.compile(r"(-{3,}|\+{3}|;{3,})[ \t]*\{?(yaml|yml|toml|json)?\}?[ \t]*(?:\n|\Z)", re.IGNORECASE)
_MAY_OPEN = re.compile(r"\{|<!--|\.\. |\[#\]|#\+|[^\W\d]")  # what a header without a fence may start with
_CLOSINGS = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE),
}
_KINDS = {"-": HeaderKind.YAML, "+": HeaderKind.TOML, ";": HeaderKind.SEMICOLONS}
_LANGUAGES = {
    "toml": HeaderKind.TOML,
    "json": HeaderKind.JSON,
    "yaml": HeaderKind.YAML,
    "yml": HeaderKind.YAML,
}


def split_front_matter(text: str) -> FrontMatter:
    """The header of a text whose line ends are `\\n`; without one, everything is body."""
    match = _BLANK.match(text)
    start = match.end() if match else 0
    # Blanks in front of a fence are indentation, not a header.
    line_start = text.rfind("\n", 0, start) + 1
    if start != line_start and not text.startswith(("{", "<!--"), start):
        return FrontMatter()
    if found := _fenced(text, start):
        return found
    if not _MAY_OPEN.match(text, start):
        return FrontMatter()
    from reader.core.formats.unfenced_headers import find_unfenced

    return find_unfenced(text, start) or FrontMatter()


def is_unfinished(text: str) -> bool:
    """Whether the start of a file ends inside its header, so that more must be read."""
    match = _BLANK.match(text)
    start = match.end() if match else 0
    opening = _OPENING.match(text, start)
    if opening:
        return _closing(opening[1]).search(text, opening.end()) is None
    if not text.startswith("{\n", start):
        return False
    from reader.core.formats.unfenced_headers import find_object

    return find_object(text, start) is None


def _closing(fence: str) -> re.Pattern[str]:
    if fence in _CLOSINGS:
        return _CLOSINGS[fence]
    return re.compile(rf"^{re.escape(fence)}[ \t]*$", re.MULTILINE)


def _fenced(text: str, start: int) -> FrontMatter | None:
    if text[start : start + 3] not in {"---", "+++", ";;;"}:
        return None
    opening = _OPENING.match(text, start)
    if not opening:
        return None
    inner = opening.end()
    end = _closing(opening[1]).search(text, inner, inner + LARGEST_HEADER + 10)
    if not end:
        from reader.core.formats.unfenced_headers import find_unclosed

        return find_unclosed(text, start, inner)
    source = text[inner : end.start()]
    kind = _LANGUAGES.get((opening[2] or "").lower(), _KINDS[text[start]])
    if kind is HeaderKind.YAML and source.lstrip().startswith("{") and _looks_like_object(source):
        kind = HeaderKind.JSON
    first_line = text.count("\n", 0, inner) + 1
    return parse_header(kind, source, end.end() + 1, first_line)


def _looks_like_object(source: str) -> bool:
    return re.match(r"\s*\{\s*(?:\"|\})", source) is not None
