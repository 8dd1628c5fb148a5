# SPDX-License-Identifier: MIT
"""A header that follows no grammar, read line by line for what it clearly says."""

from __future__ import annotations

import re

from reader.core.formats.header_values import Value, normal_key

KNOWN_KEYS = frozenset(
    {
        "title", "subtitle", "date", "updated", "lastmod", "modified", "created", "published",
        "publishdate", "categories", "category", "tags", "tag", "author", "authors", "headimg",
        "thumbnail", "cover", "image", "img", "index_img", "banner", "banner_img", "top_img", "photos",
        "comments", "layout", "permalink", "slug", "summary", "excerpt", "description", "keywords", "lang",
        "language", "draft", "status", "source", "url", "link", "original", "from", "fromurl", "canonical",
        "canonicalurl", "toc", "type", "site", "custom_title", "translator", "save_as", "via", "subject",
        "abstract", "rtl", "publish", "aliases",
    }
)  # fmt: skip
_KEY = re.compile(
    r"(?P<quote>[\"']?)(?P<key>[A-Za-z_][\w. -]{0,60}?)(?P=quote)[ \t]*(?P<mark>[:=：])(?P<value>.*)"
)
_ITEM = re.compile(r"[ \t]*[-*][ \t]+(?P<item>.*)")
_QUOTES = "\"'“”"
_PLACEHOLDER = re.compile(r"\{\{.*\}\}\s*$")
_MOST_LINES = 5000


def read_tolerantly(source: str) -> dict[str, Value]:
    """Keys and values of a header that its own grammar refuses; lists only one level deep."""
    fields: dict[str, Value] = {}
    key = ""
    for line in source.split("\n")[:_MOST_LINES]:
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        indented = line[0] in " \t"
        if not indented and (found := _key_value(line)):
            key, value = found
            fields[key] = value
        elif key and (match := _ITEM.match(line)):
            _append(fields, key, _value(match["item"]))
        elif key and isinstance(fields.get(key), str):
            fields[key] = _unquoted(f"{fields[key]} {stripped}")
    return fields


def looks_like_header(source: str) -> bool:
    """Whether the first line that says anything is a key we know, or any key and its value."""
    for line in source.split("\n", 50)[:50]:
        if line.strip() and not line.lstrip().startswith("#"):
            return _key_value(line) is not None
    return False


def _key_value(line: str) -> tuple[str, Value] | None:
    match = _KEY.match(line)
    if not match:
        return None
    key, value = normal_key(match["key"]), match["value"]
    spaced = match["mark"] == ":" and (not value or value[0] in " \t")
    if not spaced and key not in KNOWN_KEYS:
        return None
    return key, _value(value)


def _value(text: str) -> Value:
    text = text.strip()
    if text.startswith("[") and text.endswith("]") and not text.startswith("[["):
        return [item for part in text[1:-1].split(",") if (item := _unquoted(part))]
    if not text or _PLACEHOLDER.match(text):
        return None
    lowered = text.lower()
    return True if lowered == "true" else False if lowered == "false" else _unquoted(text)


def _unquoted(text: str) -> str:
    """Text without the quotation marks around it, however many of them a generator has piled up."""
    text = text.strip()
    while len(text) > 1 and text[0] in _QUOTES and text[-1] in _QUOTES:
        text = text[1:-1].strip()
    return text


def _append(fields: dict[str, Value], key: str, item: Value) -> None:
    held = fields.get(key)
    if isinstance(held, list):
        held.append(item)
    elif held is None:
        fields[key] = [item]
