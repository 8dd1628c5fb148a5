# SPDX-License-Identifier: MIT
"""Wallabag: a JSON list of entries with tags and annotations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from reader.core.settings.imports.records import (
    ImportedArticle,
    ImportedHighlight,
    moment_of,
    tags_of,
    text_of,
)
from reader.core.settings.reading_state import ReadState


def read_wallabag(entries: object) -> Iterator[ImportedArticle]:
    """The entries of a list; flags are written as numbers or truth values."""
    for each in cast("list[object]", entries) if isinstance(entries, list) else []:
        if not isinstance(each, Mapping):
            continue
        table = cast("Mapping[str, Any]", each)
        yield ImportedArticle(
            url=text_of(table, "url", "given_url", "origin_url"),
            title=text_of(table, "title"),
            state=ReadState.FINISHED if table.get("is_archived") in (1, True, "1") else None,
            starred=table.get("is_starred") in (1, True, "1"),
            tags=tags_of(table.get("tags")),
            highlights=tuple(_annotations(table.get("annotations"))),
        )


def _annotations(value: object) -> Iterator[ImportedHighlight]:
    for each in cast("list[object]", value) if isinstance(value, list) else []:
        if not isinstance(each, Mapping):
            continue
        table = cast("Mapping[str, Any]", each)
        quote = text_of(table, "quote")
        if quote:
            yield ImportedHighlight(
                quote, text_of(table, "text"), created_at=moment_of(text_of(table, "created_at"))
            )
