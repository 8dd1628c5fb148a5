# SPDX-License-Identifier: MIT
"""Readwise: a CSV file with one highlight a row (https://docs.readwise.io/readwise/docs/exporting-highlights)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from reader.core.settings.imports.records import (
    ImportedArticle,
    ImportedHighlight,
    colour_of,
    moment_of,
    tags_of,
    text_of,
)

FORMULA_SIGNS = "=+-@"
"""What begins a formula in a spreadsheet."""


def read_readwise(text: str) -> Iterator[ImportedArticle]:
    """One article for each title and address, with its highlights in the order of the file."""
    marks: dict[tuple[str, str], list[ImportedHighlight]] = {}
    for row in csv.DictReader(io.StringIO(text)):
        highlight = _cell(row, "Highlight")
        if not highlight:
            continue
        key = (text_of(row, "URL", "Source URL"), _cell(row, "Book Title", "Title"))
        if not any(key):
            continue
        note, tags = _note_and_tags(_cell(row, "Note"))
        marks.setdefault(key, []).append(
            ImportedHighlight(
                text=highlight,
                note=note,
                tags=tags_of([*tags_of(text_of(row, "Tags")), *tags]),
                colour=colour_of(text_of(row, "Color")),
                created_at=moment_of(text_of(row, "Highlighted at", "Date")),
            )
        )
    for (url, title), found in marks.items():
        yield ImportedArticle(url=url, title=title, highlights=tuple(found))


def _cell(row: Mapping[str, Any], *names: str) -> str:
    """A cell without the mark that keeps spreadsheets from taking it for a formula."""
    text = text_of(row, *names)
    return text[1:] if text[:1] == "'" and text[1:2] in FORMULA_SIGNS else text


def _note_and_tags(note: str) -> tuple[str, list[str]]:
    """Readwise takes `.word` in a note for a tag; a last line of such words is no part of the note."""
    above, _, last = note.rpartition("\n")
    words = last.split()
    if not words or not all(len(word) > 1 and word[0] == "." and word[1] != "." for word in words):
        return note, []
    return above.strip(), [word[1:] for word in words]
