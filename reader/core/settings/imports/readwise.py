# SPDX-License-Identifier: MIT
"""Readwise: a CSV file with one highlight a row (https://docs.readwise.io/readwise/docs/exporting-highlights)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from reader.core.settings.imports.records import (
    ImportedArticle,
    ImportedHighlight,
    colour_of,
    moment_of,
    tags_of,
    text_of,
)


def read_readwise(text: str) -> Iterator[ImportedArticle]:
    """One article for each title and address, with its highlights in the order of the file."""
    marks: dict[tuple[str, str], list[ImportedHighlight]] = {}
    for row in csv.DictReader(io.StringIO(text)):
        highlight = text_of(row, "Highlight")
        if not highlight:
            continue
        key = (text_of(row, "URL", "Source URL"), text_of(row, "Book Title", "Title"))
        marks.setdefault(key, []).append(
            ImportedHighlight(
                text=highlight,
                note=text_of(row, "Note"),
                tags=tags_of(text_of(row, "Tags")),
                colour=colour_of(text_of(row, "Color")),
                created_at=moment_of(text_of(row, "Highlighted at", "Date")),
            )
        )
    for (url, title), found in marks.items():
        yield ImportedArticle(url=url, title=title, highlights=tuple(found))
