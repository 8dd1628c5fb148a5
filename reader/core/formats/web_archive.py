# SPDX-License-Identifier: MIT
"""MHTML files: the page inside, with what the archive's own header says of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reader.core.article import ArticleFormat, Dialect, Metadata, ParsedArticle, Problem, RawHtml, ReadOptions
from reader.core.formats.disk import FileBytes
from reader.core.formats.encoding import decode
from reader.core.formats.file_names import file_title
from reader.core.formats.headings import html_heading_title
from reader.core.formats.html_page import PageFacts, is_whole_page, read_page_facts
from reader.core.formats.mhtml import MhtmlPage, read_mhtml


def parse_archive(path: Path, data: bytes, options: ReadOptions) -> ParsedArticle:
    """An MHTML file as a page with its parts."""
    page = read_mhtml(data)
    decoded = decode(page.html, markup=True, forced=options.encoding, declared=page.charset)
    facts = _facts(path, page, decoded.text)
    return ParsedArticle(
        path=path,
        format=ArticleFormat.MHTML,
        dialect=Dialect.PLAIN,
        encoding=decoded.encoding,
        metadata=facts.metadata,
        html=RawHtml(decoded.text),
        is_page=is_whole_page(decoded.text),
        base_url=facts.base_url or page.base_url,
        parts=page.parts,
        problems=(*page.problems, *decoded.problems),
    )


def archive_metadata(path: Path, file: FileBytes) -> tuple[Metadata, tuple[Problem, ...]]:
    """The metadata in the head of an MHTML file; what its cut end breaks is no problem of the file."""
    page = read_mhtml(file.data)
    decoded = decode(page.html, markup=True, declared=page.charset, cut=not file.complete)
    problems = (*page.problems, *decoded.problems) if file.complete else ()
    return _facts(path, page, decoded.text).metadata, problems


def _facts(path: Path, page: MhtmlPage, markup: str) -> PageFacts:
    facts = read_page_facts(markup, page.base_url, page.subject)
    title = facts.metadata.title or html_heading_title(markup)
    if not title:
        title = file_title(path, ArticleFormat.MHTML, Dialect.PLAIN, facts.metadata.site)
    return facts._replace(metadata=replace(facts.metadata, title=title))
