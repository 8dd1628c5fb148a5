# SPDX-License-Identifier: MIT
"""Web Annotations (https://www.w3.org/TR/annotation-model/): one a line as we write them, a list, a page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast
from urllib.parse import unquote, urlsplit

from reader.core.settings.imports.records import (
    MOST_HIGHLIGHT,
    ImportedArticle,
    ImportedHighlight,
    colour_of,
    moment_of,
    tags_of,
    text_of,
)

_MOST_ADDRESS = 2000
_MOST_CONTEXT = 400  # characters that are read of what stood before and after


def annotations_in(content: object) -> list[object] | None:
    """The annotations of a JSON value; None if it holds something else."""
    page = _table(content)
    if _is_annotation(content):
        return [content]
    items = page.get("items", _table(page.get("first")).get("items")) if page else content
    return _list(items) if any(map(_is_annotation, _list(items))) else None


def annotation_lines(text: str) -> Iterator[object]:
    """The values of a file with one a line; a line that was cut off is left out."""
    for line in text.splitlines():
        if line.strip():
            try:
                yield json.loads(line)
            except (ValueError, RecursionError):
                continue


def read_annotations(annotations: Iterable[object]) -> Iterator[ImportedArticle]:
    """One article for each place that annotations speak of, with its highlights in their order."""
    found: dict[tuple[str, str, str], list[ImportedHighlight]] = {}
    for each in annotations:
        quote = _quote(_table(each)) if _is_annotation(each) else None
        if quote is not None:
            found.setdefault(_article(_table(each)), []).append(quote)
    for (url, title, path), marks in found.items():
        yield ImportedArticle(url=url, title=title, highlights=tuple(marks), path=path)


def _is_annotation(value: object) -> bool:
    kind = _table(value).get("type")
    return kind == "Annotation" or "Annotation" in _list(kind)


def _article(table: Mapping[str, Any]) -> tuple[str, str, str]:
    target = _first(table.get("target"))
    source = _table(target).get("source", target)
    source = _table(source).get("id", source)
    source = source if isinstance(source, str) else ""
    path = text_of(table, "path")
    if source.startswith("file:"):
        path, source = path or _file_of(source), ""
    return source[:_MOST_ADDRESS], text_of(table, "title"), path


def _file_of(address: str) -> str:
    try:
        return unquote(urlsplit(address).path)
    except ValueError:
        return ""


def _quote(table: Mapping[str, Any]) -> ImportedHighlight | None:
    selectors = _table(_first(table.get("target"))).get("selector")
    for each in map(_table, _list(selectors) or [selectors]):
        if each.get("type") == "TextQuoteSelector" and _text(each, "exact").strip():
            return ImportedHighlight(
                text=_text(each, "exact")[:MOST_HIGHLIGHT],
                note="\n\n".join(_bodies(table, tagging=False)),
                tags=tags_of(_bodies(table, tagging=True)),
                colour=colour_of(text_of(table, "color")),
                created_at=moment_of(text_of(table, "created")),
                prefix=_text(each, "prefix")[-_MOST_CONTEXT:],
                suffix=_text(each, "suffix")[:_MOST_CONTEXT],
            )
    return None


def _bodies(table: Mapping[str, Any], *, tagging: bool) -> list[str]:
    """What an annotation says: its notes, or its tags."""
    body = table.get("body")
    texts = (
        each if isinstance(each, str) else _text(_table(each), "value")
        for each in _list(body) or [body]
        if (_table(each).get("purpose") == "tagging") == tagging
    )
    return [text.strip() for text in texts if text.strip()]


def _first(value: object) -> object:
    return next(iter(_list(value)), value)


def _list(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else []


def _table(value: object) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", value) if isinstance(value, Mapping) else {}


def _text(table: Mapping[str, Any], name: str) -> str:
    value = table.get(name)
    return value if isinstance(value, str) else ""
