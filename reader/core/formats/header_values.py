# SPDX-License-Identifier: MIT
"""Values of a header: text, lists and mappings, whatever notation they were written in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from enum import StrEnum
from typing import TypeAlias

Value: TypeAlias = "str | bool | int | float | datetime | date | time | list[Value] | dict[str, Value] | None"
Fields: TypeAlias = Mapping[str, Value]

LONGEST_TEXT = 4000  # characters
LARGEST_HEADER = 1024 * 1024  # characters
_MOST_ITEMS = 500
_WIKI_LINK = re.compile(r"^!?\[\[([^\[\]]*)\]\]$")
_SPACES = re.compile(r"\s+")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_PLACEHOLDER = re.compile(r"\{\{.*?\}\}|<%.*?%>")
_TRUE = frozenset({"true", "yes", "on", "y", "1"})
_FALSE = frozenset({"false", "no", "off", "n", "0"})


class HeaderKind(StrEnum):
    """The notation a header is written in."""

    NONE = "none"
    YAML = "yaml"
    TOML = "toml"
    JSON = "json"
    SEMICOLONS = "semicolons"
    COMMENT = "comment"
    LINES = "lines"
    FIELDS = "fields"
    NIKOLA = "nikola"
    LINKS = "links"
    ORG = "org"
    SLIDE = "slide"


class HeaderError(Exception):
    """A header cannot be parsed; `line` counts from 1 within it."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


def normal_key(key: str) -> str:
    """A key as we look it up: lower case, `_` for blanks and dashes."""
    return key.strip().lower().replace("-", "_").replace(" ", "_")


def without_surrogates(text: str) -> str:
    """Text that can be encoded: halves of surrogate pairs are joined or replaced."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def tidy(text: str, longest: int = LONGEST_TEXT) -> str:
    """One line of plain text: white space folded, control characters gone, length bounded."""
    if text.isprintable() and "  " not in text:
        return text[:longest].strip()
    text = _CONTROLS.sub("", without_surrogates(text[: longest * 2]))
    return _SPACES.sub(" ", text).strip()[:longest]


def text_of(value: Value) -> str:
    """A value as one line of text; empty for nothing, a list or an unfilled template."""
    if value is None:
        return ""
    if isinstance(value, str):
        return "" if "{{" in value and _is_placeholder(value) else tidy(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return ""
    if isinstance(value, list):
        return text_of(value[0]) if len(value) == 1 and not isinstance(value[0], list) else ""
    return tidy(str(value))


def name_of(value: Value) -> str:
    """A value as a name: `[[page|Name]]` and `{name: …}` give the name."""
    if isinstance(value, dict):
        for key in ("name", "title", "nick", "text", "label", "@id"):
            if text := text_of(value.get(key)):
                return name_of(text)
        return ""
    text = text_of(value)
    if text.startswith(("[[", "![[")) and (match := _WIKI_LINK.match(text)):
        target, _, alias = match[1].partition("|")
        return (alias or target.rpartition("/")[2].partition("#")[0]).strip()
    return text


def items_of(value: Value) -> list[Value]:
    """A value as a list: nothing is empty, a scalar is one."""
    if value is None or value == "":
        return []
    return value[:_MOST_ITEMS] if isinstance(value, list) else [value]


def names_of(value: Value) -> tuple[str, ...]:
    """All names in a value, in order, each once, lists within lists flattened."""
    if value is None:
        return ()
    return tuple(dict.fromkeys(_names(value, 4)))


def _names(value: Value, depth: int) -> Iterator[str]:
    for item in items_of(value):
        if isinstance(item, list):
            if depth:
                yield from _names(item, depth - 1)
        elif name := name_of(item):
            yield name


def truth_of(value: Value) -> bool | None:
    """True or false where a value clearly says so."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str | int):
        word = str(value).strip().lower()
        return True if word in _TRUE else False if word in _FALSE else None
    return None


def first_of(fields: Fields, keys: tuple[str, ...]) -> str:
    """The first of these keys that says something, as text."""
    for key in keys:
        if (value := fields.get(key)) is not None and (text := text_of(value)):
            return text
    return ""


def _is_placeholder(text: str) -> bool:
    return not _PLACEHOLDER.sub("", text).strip()
