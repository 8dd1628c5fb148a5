# SPDX-License-Identifier: MIT
"""Omnivore: `metadata_*.json` with lists of articles, and `highlights/SLUG.md` with quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, cast

from reader.core.settings.imports.records import ImportedArticle, ImportedHighlight, tags_of, text_of
from reader.core.settings.reading_state import ReadState

_QUOTE = re.compile(
    r"(?m)^>.*(?:\n(?![ \t]*$).+)*"
)  # up to an empty line, also where `>` is missing further on
_LABELS = re.compile(r"\A#(?=\S)[^\n]{1,400}\Z")
_LONGEST_LABEL = 64


def read_omnivore(articles: object, highlights: Mapping[str, str]) -> Iterator[ImportedArticle]:
    """The articles of one list; `highlights` are the Markdown files by slug."""
    for each in cast("list[object]", articles) if isinstance(articles, list) else []:
        if not isinstance(each, Mapping):
            continue
        table = cast("Mapping[str, Any]", each)
        progress = _progress(table.get("readingProgress"))
        yield ImportedArticle(
            url=text_of(table, "url", "originalArticleUrl"),
            title=text_of(table, "title"),
            state=_state(text_of(table, "state"), progress),
            progress=progress,
            tags=tags_of(table.get("labels")),
            highlights=tuple(_quotes(highlights.get(text_of(table, "slug"), ""))),
        )


def _progress(value: object) -> float:
    number = value if isinstance(value, int | float) and not isinstance(value, bool) else 0
    return min(1.0, max(0.0, number / 100))


def _state(state: str, progress: float) -> ReadState | None:
    if progress >= 0.98:
        return ReadState.FINISHED
    if state.lower() == "archived":
        return ReadState.ARCHIVED
    return ReadState.READING if progress > 0 else None


def _quotes(markdown: str) -> Iterator[ImportedHighlight]:
    """Each quote with the labels and the note that stand between it and the next one.

    What stands before the first is a note on the article; it is kept with the first quote.
    """
    found = list(_QUOTE.finditer(markdown))
    above = markdown[: found[0].start()].strip() if found else ""
    for at, quote in enumerate(found):
        text = re.sub(r"(?m)^> ?", "", quote[0]).strip()
        end = found[at + 1].start() if at + 1 < len(found) else len(markdown)
        tags, note = _labels_and_note(markdown[quote.end() : end].strip())
        if text:
            yield ImportedHighlight(text, "\n\n".join(filter(None, (above, note))), tags)
            above = ""


def _labels_and_note(text: str) -> tuple[tuple[str, ...], str]:
    """A first paragraph like `#one #two words` holds labels."""
    first, _, rest = text.partition("\n\n")
    if not _LABELS.match(first.strip()):
        return (), text
    labels = [label.strip() for label in re.split(r"(?:\A|\s)#(?=\S)", first.strip()) if label.strip()]
    if any(len(label) > _LONGEST_LABEL for label in labels):
        return (), text
    return tags_of(labels), rest.strip()
