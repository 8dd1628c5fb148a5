# SPDX-License-Identifier: MIT
"""Pocket: the CSV files of its last export, and the HTML page of the earlier ones."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from html.parser import HTMLParser

from reader.core.settings.imports.records import ImportedArticle, tags_of, text_of
from reader.core.settings.reading_state import ReadState


def read_pocket_csv(text: str) -> Iterator[ImportedArticle]:
    """Rows of `title,url,time_added,tags,status`."""
    for row in csv.DictReader(io.StringIO(text)):
        url = text_of(row, "url")
        if url:
            read = text_of(row, "status") == "archive"
            state = ReadState.FINISHED if read else None
            yield ImportedArticle(url, text_of(row, "title"), state, tags=tags_of(text_of(row, "tags")))


def read_pocket_page(text: str) -> Iterator[ImportedArticle]:
    """The links below the headings "Unread" and "Read Archive"."""
    page = _Page()
    page.feed(text)
    page.close()
    return iter(page.articles)


class _Page(HTMLParser):
    """Goes through the page once."""

    def __init__(self) -> None:
        super().__init__()
        self.articles: list[ImportedArticle] = []
        self._read = False
        self._inside = ""
        self._words = ""
        self._link: dict[str, str | None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("h1", "a"):
            self._inside, self._words, self._link = tag, "", dict(attrs)

    def handle_data(self, data: str) -> None:
        if self._inside:
            self._words += data

    def handle_endtag(self, tag: str) -> None:
        if tag != self._inside:
            return
        self._inside = ""
        if tag == "h1":
            self._read = "archive" in self._words.lower()
            return
        state = ReadState.FINISHED if self._read else None
        url, tags = self._link.get("href") or "", tags_of(self._link.get("tags") or "")
        self.articles.append(ImportedArticle(url, self._words.strip(), state, tags=tags))
