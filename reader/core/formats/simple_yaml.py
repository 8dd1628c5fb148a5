# SPDX-License-Identifier: MIT
"""The YAML most headers use, read quickly; anything richer is left to the real parser."""

from __future__ import annotations

import re

from reader.core.formats.header_values import Value, normal_key

# Every form below means the same to a YAML 1.2 parser; what no form matches makes us give up.
_LINE = re.compile(
    r"(?P<key>[A-Za-z_][\w.-]*(?: [\w.-]+)*)[ ]*:(?:[ ]+(?P<value>\S.*))?[ ]*\Z"
    r"|(?P<indent>[ ]*)-[ ]+(?P<item>\S.*)\Z"
    r"|(?P<blank>[ ]*(?:\#.*)?)\Z"
)
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`=<~")
_ODD = r":(?:\s|\Z)|\s#|[\t\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff\u2028\u2029]"
_ODD_IN_QUOTES = r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff\u2028\u2029]"
_ESCAPED = re.compile(r"(?:[^\"\\]|\\[\"\\/])*")
_ESCAPE = re.compile(r"\\(.)")
_FLOW_ODD = re.compile(r"[\[\]{}#&*!|>%@`?:\\\t]|\A-")
_WORDS: dict[str, Value] = {
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
    "null": None, "Null": None, "NULL": None,
}  # fmt: skip
_LONGEST = 32 * 1024


class _TooRichError(Exception):
    """The text needs the real parser."""


def read_simple_yaml(source: str) -> dict[str, Value] | None:
    """The mapping in `source`, or None where only a full YAML parser can tell."""
    if len(source) > _LONGEST:
        return None
    fields: dict[str, Value] = {}
    key, indent = "", -1
    items: list[Value] | None = None
    try:
        for line in source.split("\n"):
            match = _LINE.match(line)
            if not match:
                return None
            if (name := match["key"]) is not None:
                key, indent, items = normal_key(name), -1, None
                value = match["value"]
                fields[key] = None if value is None else _scalar_or_list(value.rstrip(" "))
                if value is None:
                    items = []
            elif (item := match["item"]) is not None:
                width = len(match["indent"])
                if items is None or (indent >= 0 and width != indent):
                    return None
                indent = width
                items.append(_scalar_or_list(item.rstrip(" ")))
                fields[key] = items
    except _TooRichError:
        return None
    return fields


def _scalar_or_list(text: str) -> Value:
    if text[0] == "[":
        return _flow_list(text)
    return _scalar(text)


def _scalar(text: str) -> Value:
    first = text[0]
    if first in "'\"":
        return _quoted(text, first)
    if first in _INDICATORS or ": " in text or " #" in text or text[-1] == ":":
        raise _TooRichError
    if not text.isprintable() and re.search(_ODD, text):
        raise _TooRichError
    return _WORDS.get(text, text)


def _quoted(text: str, mark: str) -> str:
    inner = text[1:-1]
    if len(text) < 2 or text[-1] != mark or (not text.isprintable() and re.search(_ODD_IN_QUOTES, text)):
        raise _TooRichError
    if mark == "'":
        if mark in inner.replace("''", ""):
            raise _TooRichError
        return inner.replace("''", "'")
    if mark in inner or "\\" in inner:
        if _ESCAPED.fullmatch(inner) is None:
            raise _TooRichError
        return _ESCAPE.sub(r"\1", inner)
    return inner


def _flow_list(text: str) -> list[Value]:
    inner = text[1:-1].strip()
    if text[-1] != "]" or _FLOW_ODD.search(inner):
        raise _TooRichError
    return [_flow_item(part.strip()) for part in inner.split(",")] if inner else []


def _flow_item(text: str) -> Value:
    if not text or (text[0] in "'\"" and text[0] in text[1:-1]):
        raise _TooRichError
    return _scalar(text)
