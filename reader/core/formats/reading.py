# SPDX-License-Identifier: MIT
"""The way from a path to a parsed article, or to its metadata alone."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from reader.core.article import (
    ArticleFormat,
    Dialect,
    Metadata,
    ParsedArticle,
    PlainArticle,
    Problem,
    RawHtml,
    ReadOptions,
)
from reader.core.errors import ArticleUnsupported
from reader.core.formats.dialect import detect_dialect
from reader.core.formats.disk import FileBytes, read_bytes, shown
from reader.core.formats.encoding import DecodedText, decode
from reader.core.formats.front_matter import is_unfinished, split_front_matter
from reader.core.formats.header_parsing import FrontMatter
from reader.core.formats.header_values import HeaderKind, Value
from reader.core.formats.metadata import Header, build_metadata
from reader.core.formats.titles import LOOKED_AT

_HEAD = 64 * 1024
_LONG_HEAD = 1152 * 1024
_FORMATS = {
    ".md": ArticleFormat.MARKDOWN, ".markdown": ArticleFormat.MARKDOWN, ".mdown": ArticleFormat.MARKDOWN,
    ".mkd": ArticleFormat.MARKDOWN, ".mkdn": ArticleFormat.MARKDOWN, ".mdx": ArticleFormat.MARKDOWN,
    ".rmd": ArticleFormat.MARKDOWN, ".dj": ArticleFormat.MARKDOWN, ".rst": ArticleFormat.MARKDOWN,
    ".slide": ArticleFormat.MARKDOWN, ".txt": ArticleFormat.TEXT, ".text": ArticleFormat.TEXT,
    ".html": ArticleFormat.HTML, ".htm": ArticleFormat.HTML, ".xhtml": ArticleFormat.HTML,
    ".mhtml": ArticleFormat.MHTML, ".mht": ArticleFormat.MHTML,
}  # fmt: skip
_NOT_TEXT = (
    b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"\x7fELF",
    b"SQLite format 3\x00", b"MZ\x90", b"RIFF", b"\x00\x00\x01\x00", b"OggS", b"ID3", b"\xfd7zXZ",
    b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xd0\xcf\x11\xe0",
)  # fmt: skip
_CONTROLS = bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27}) + b"\x7f"


@dataclass(frozen=True, slots=True)
class ParsedMetadata:
    """What the head of a file says of its article."""

    path: Path
    format: ArticleFormat
    dialect: Dialect
    metadata: Metadata
    problems: tuple[Problem, ...]
    size: int  # bytes
    mtime_ns: int


class _Opened(NamedTuple):
    """A text with its header taken off."""

    format: ArticleFormat
    dialect: Dialect
    decoded: DecodedText
    front: FrontMatter
    body: str
    suffix: str


def article_format(path: Path) -> ArticleFormat | None:
    """The format a file's suffix stands for, in whichever case; None for files that are no articles."""
    return _FORMATS.get(path.suffix.lower())


def read_article(path: Path, options: ReadOptions | None = None) -> ParsedArticle:
    """A file parsed in full; raises ArticleUnreadable, ArticleUnsupported or ArticleTooLarge."""
    parsed = _read(path, options or ReadOptions(), for_words=False)
    assert isinstance(parsed, ParsedArticle)
    return parsed


def read_words(path: Path, options: ReadOptions | None = None) -> PlainArticle | ParsedArticle:
    """As `read_article`; of a file in plain Markdown only the words, which takes a tenth of the time."""
    return _read(path, options or ReadOptions(), for_words=True)


def _read(path: Path, options: ReadOptions, *, for_words: bool) -> PlainArticle | ParsedArticle:
    file_format = _format(path)
    file = read_bytes(os.fspath(path))
    if file_format is ArticleFormat.MHTML:
        from reader.core.formats.web_archive import parse_archive

        return parse_archive(path, file.data, options)
    opened = _open(path, file_format, file, options)
    if opened.format is ArticleFormat.HTML and opened.front.kind is HeaderKind.NONE:
        return _page(path, opened, options)
    metadata, problems = _metadata(path, opened, options)
    if for_words and opened.format is ArticleFormat.MARKDOWN:
        from reader.core.formats.plain_blocks import plain_body

        if (plain := plain_body(opened.body, path)) is not None:
            return PlainArticle(
                path=path,
                format=file_format,
                metadata=metadata,
                blocks=plain.blocks,
                has_pictures=plain.has_pictures,
                has_tags=plain.has_tags,
                problems=(*opened.decoded.problems, *opened.front.problems, *problems),
            )
    html, found = _render(path, opened, options)
    return ParsedArticle(
        path=path,
        format=file_format,
        dialect=opened.dialect,
        encoding=opened.decoded.encoding,
        metadata=metadata,
        html=html,
        is_page=False,
        problems=(*opened.decoded.problems, *opened.front.problems, *problems, *found),
    )


def read_metadata(
    path: Path, options: ReadOptions | None = None, file: FileBytes | None = None
) -> ParsedMetadata:
    """Metadata from the first 64 KiB of a file, more only where a header goes on beyond them.

    `file` is what was read of it already, as `read_beginning` does.
    """
    options = options or ReadOptions()
    file_format = _format(path)
    file = file or read_beginning(path)
    if file_format is ArticleFormat.MHTML:
        from reader.core.formats.web_archive import archive_metadata

        dialect, (metadata, problems) = Dialect.PLAIN, archive_metadata(path, file)
    else:
        opened = _open(path, file_format, file, options)
        if not file.complete and is_unfinished(opened.decoded.text):
            file = read_bytes(os.fspath(path), _LONG_HEAD)
            opened = _open(path, file_format, file, options)
        dialect = opened.dialect
        if opened.format is ArticleFormat.HTML and opened.front.kind is HeaderKind.NONE:
            metadata, problems = _page_metadata(path, opened.body, options)[0], ()
        else:
            metadata, problems = _metadata(path, opened, options)
        problems = (*opened.decoded.problems, *opened.front.problems, *problems)
    return ParsedMetadata(path, file_format, dialect, metadata, problems, file.size, file.mtime_ns)


def read_beginning(path: Path) -> FileBytes:
    """As much of a file as most metadata needs."""
    return read_bytes(os.fspath(path), _HEAD)


def _format(path: Path) -> ArticleFormat:
    found = article_format(path)
    if found is None:
        raise ArticleUnsupported(f"“{shown(os.fspath(path))}” is of a format that is not read.")
    return found


def _open(path: Path, file_format: ArticleFormat, file: FileBytes, options: ReadOptions) -> _Opened:
    _refuse_binary(path, file.data)
    markup = file_format is ArticleFormat.HTML
    decoded = decode(file.data, markup=markup, forced=options.encoding, cut=not file.complete)
    suffix = path.suffix.lower()
    front, body = _split(path, suffix, decoded.text)
    if front.kind is HeaderKind.NONE and not markup and _is_html_document(body):
        file_format = ArticleFormat.HTML
    dialect = options.dialect
    if dialect is Dialect.AUTO:
        dialect = detect_dialect(path, front.kind, front.fields)
    return _Opened(file_format, dialect, decoded, front, body, suffix)


def _split(path: Path, suffix: str, text: str) -> tuple[FrontMatter, str]:
    front = split_front_matter(text)
    body = text[front.body_start :] if front.body_start else text
    if front.kind is HeaderKind.NONE and suffix == ".slide":
        from reader.core.formats.talk_slides import split_slides

        fields, body = split_slides(text)
        return FrontMatter(HeaderKind.SLIDE, fields, source=text[:2000]), body
    if front.kind is not HeaderKind.NONE and suffix != ".rst":
        return front, body
    from reader.core.formats.line_headers import read_fields, read_nikola_sidecar

    if suffix == ".rst" and front.kind in (HeaderKind.NONE, HeaderKind.NIKOLA):
        fields, body = read_fields(body)
        merged: dict[str, Value] = {**fields, **front.fields}
        return front._replace(kind=HeaderKind.FIELDS if fields else front.kind, fields=merged), body
    if front.kind is HeaderKind.NONE and (sidecar := read_nikola_sidecar(path)):
        return FrontMatter(HeaderKind.NIKOLA, sidecar), body
    return front, body


def _is_html_document(body: str) -> bool:
    head = body[:1000].lstrip().lower()
    return head.startswith(("<!doctype html", "<html", "<?xml"))


def _refuse_binary(path: Path, data: bytes) -> None:
    head = data[:4096]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if not controls and not head.startswith(_NOT_TEXT):
        return
    zeros = head.count(0)
    # Text in UTF-16 has a zero in every other byte and hardly another control character.
    wide = controls - zeros < len(head) // 50 and max(head[0::2].count(0), head[1::2].count(0)) > zeros * 0.9
    marked = head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff"))
    noisy = controls > max(8, len(head) // 25) and not wide
    if head.startswith(_NOT_TEXT) or (noisy and not marked):
        raise ArticleUnsupported(f"“{shown(os.fspath(path))}” holds no text.")


def _metadata(path: Path, opened: _Opened, options: ReadOptions) -> tuple[Metadata, tuple[Problem, ...]]:
    header = Header(
        path=path,
        format=opened.format,
        dialect=opened.dialect,
        rule=options.category_rule,
        front=opened.front,
        head=opened.body[:LOOKED_AT],
        library_root=options.library_root,
        trust_root=options.dialect is not Dialect.AUTO,
    )
    return build_metadata(header)


def _render(path: Path, opened: _Opened, options: ReadOptions) -> tuple[RawHtml, tuple[Problem, ...]]:
    body = opened.body
    if not body.strip():
        return RawHtml(""), ()
    if opened.format is ArticleFormat.TEXT and opened.front.kind is HeaderKind.NONE:
        from reader.core.formats.plain_text import render_plain_text

        return render_plain_text(body), ()
    from reader.core.formats.markdown_document import MarkdownContext

    context = MarkdownContext(path, opened.dialect, options.library_root)
    if opened.format is ArticleFormat.HTML:
        from reader.core.formats.html_fragment import render_fragment

        return render_fragment(body, context), ()
    if opened.suffix == ".rst":
        from reader.core.formats.restructured_text import rest_to_markdown

        body = rest_to_markdown(body)
    elif opened.suffix == ".slide":
        from reader.core.formats.talk_slides import slides_to_markdown

        body = slides_to_markdown(body)
    from reader.core.formats.markdown_body import render_markdown

    if "此处开始正文" in body[:LOOKED_AT]:
        from reader.core.formats.credit_lines import assigned_credits

        body = assigned_credits(body)
    result = render_markdown(body, context)
    return result.html, result.problems


def _page(path: Path, opened: _Opened, options: ReadOptions) -> ParsedArticle:
    from reader.core.formats.html_page import is_whole_page

    metadata, base_url = _page_metadata(path, opened.body, options)
    is_page = is_whole_page(opened.body)
    html, found = (RawHtml(opened.body), ()) if is_page else _render(path, opened, options)
    return ParsedArticle(
        path=path,
        format=opened.format,
        dialect=opened.dialect,
        encoding=opened.decoded.encoding,
        metadata=metadata,
        html=html,
        is_page=is_page,
        base_url=base_url,
        problems=(*opened.decoded.problems, *found),
    )


def _page_metadata(path: Path, markup: str, options: ReadOptions) -> tuple[Metadata, str | None]:
    from reader.core.formats.file_names import file_title
    from reader.core.formats.headings import html_heading_title
    from reader.core.formats.html_page import read_page_facts

    facts = read_page_facts(markup)
    title = facts.metadata.title or html_heading_title(markup)
    if not title:
        title = file_title(path, ArticleFormat.HTML, options.dialect, facts.metadata.site)
    return replace(facts.metadata, title=title), facts.base_url
