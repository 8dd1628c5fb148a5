# SPDX-License-Identifier: MIT
"""Highlights for other programs: Markdown by a template, W3C annotations, the columns of Readwise."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from string import Template
from typing import Any

from reader.core.article import article_key
from reader.core.settings.anchoring import Selector
from reader.core.settings.highlights import Highlight

BEGIN, END = "<!-- highlight -->\n", "<!-- end -->\n"
MARKDOWN = f"""## $title

$path

{BEGIN}> $text

$note$tags
{END}"""
"""The template of one article; what stands between the two comments comes once for each highlight."""
COLUMNS = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")
"""Of a CSV file that Readwise imports: https://docs.readwise.io/readwise/docs/importing-highlights/csv"""


def as_annotation(one: Highlight) -> dict[str, object]:
    """A Web Annotation (https://www.w3.org/TR/annotation-model/), with the fields of our own beside."""
    selector = one.selector
    bodies: list[Mapping[str, str]] = [
        {"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in one.tags
    ]
    if one.note:
        bodies.insert(0, {"type": "TextualBody", "purpose": "commenting", "value": one.note})
    source = one.path.absolute().as_uri() if one.path is not None else ""
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:uuid:{one.id[:8]}-{one.id[8:12]}-{one.id[12:16]}-{one.id[16:20]}-{one.id[20:]}",
        "type": "Annotation",
        "motivation": "highlighting",
        "created": one.created_at,
        "body": bodies,
        "target": {
            "source": source,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": selector.exact,
                    "prefix": selector.prefix,
                    "suffix": selector.suffix,
                },
                {"type": "TextPositionSelector", "start": selector.start, "end": selector.end},
            ],
        },
        **as_fields(one),
    }


def as_fields(one: Highlight) -> dict[str, object]:
    """A highlight in plain fields."""
    return {
        "article_id": article_key(one.path) if one.path is not None else None,
        "title": one.title,
        "path": str(one.path) if one.path is not None else None,
        "text": one.selector.exact,
        "prefix": one.selector.prefix,
        "suffix": one.selector.suffix,
        "note": one.note,
        "color": one.colour,
        "created_at": one.created_at,
        "tags": list(one.tags),
        "orphaned": one.orphaned,
    }


def as_markdown(highlights: Iterable[Highlight], template: str = MARKDOWN) -> str:
    """One section for each article."""
    head, begin, rest = template.partition(BEGIN)
    block, _, tail = rest.partition(END)
    if not begin:
        head, block, tail = "", template, ""
    sections: list[str] = []
    for _, marks in groupby(highlights, key=lambda one: (str(one.path), one.title)):
        ones = list(marks)
        parts = [Template(head).safe_substitute(_words(ones[0]))]
        parts += [Template(block).safe_substitute(_words(one)).rstrip() + "\n\n" for one in ones]
        parts.append(Template(tail).safe_substitute(_words(ones[0])))
        sections.append("".join(parts).rstrip() + "\n")
    return "\n".join(sections)


def as_csv(highlights: Iterable[Highlight]) -> str:
    """Rows that Readwise reads; a cell that a spreadsheet would take for a formula is quoted as text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_rows(highlights))
    return out.getvalue()


def sample_highlights() -> tuple[Highlight, ...]:
    """Two highlights of one article, to show what comes of a template."""
    path = Path("articles", "example.md")

    def sample(words: str, **more: Any) -> Highlight:
        return Highlight("0" * 32, Selector(words), path=path, title="Example", **more)

    return (
        sample("The window disappears, the article stays.", created_at="2026-11-22T18:30:00Z"),
        sample(
            "第一段里有些值得记住的话。",
            colour="green",
            note="Read again.",
            tags=("idea", "later"),
            created_at="2026-11-22T18:45:00Z",
        ),
    )


def _rows(highlights: Iterable[Highlight]) -> Iterator[tuple[str, ...]]:
    for one in highlights:
        note = "\n".join(part for part in (one.note, " ".join(f".{tag}" for tag in one.tags)) if part)
        cells = (one.selector.exact, one.title, "", one.url, note, str(one.selector.start), one.created_at)
        yield tuple(f"'{cell}" if cell[:1] in "=+-@\t\r" and cell else cell for cell in cells)


_BLANK = re.compile(r"\n\s*\n")


def _words(one: Highlight) -> dict[str, str]:
    return {
        "title": one.title or (one.path.stem if one.path is not None else "?"),
        "path": str(one.path or ""),
        "text": "\n> ".join(_BLANK.sub("\n\n", one.selector.exact.strip()).splitlines()),
        "note": one.note + "\n\n" if one.note else "",
        "tags": " ".join(f"#{tag.replace(' ', '-')}" for tag in one.tags),
        "color": one.colour,
        "created_at": one.created_at,
    }
