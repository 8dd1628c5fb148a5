# SPDX-License-Identifier: MIT
"""The frozen types an article passes through, from file to page."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, NewType

RawHtml = NewType("RawHtml", str)
"""HTML as a file or a Markdown parser gave it: never shown, never trusted."""
SafeHtml = NewType("SafeHtml", str)
"""HTML that has passed the sanitizer; only `cleaning` makes it."""
ArticleKey = NewType("ArticleKey", str)
"""Opaque name of an article in addresses: leaks no path."""
ImageKey = NewType("ImageKey", str)
"""Opaque name of an image of one article in addresses."""
CategoryPath = tuple[str, ...]
"""A category with its parents, outermost first."""


class ArticleFormat(StrEnum):
    """The kind of file an article is kept as."""

    MARKDOWN = "markdown"
    HTML = "html"
    MHTML = "mhtml"
    TEXT = "text"


class Dialect(StrEnum):
    """The generator whose conventions a file follows."""

    AUTO = "auto"
    HEXO = "hexo"
    JEKYLL = "jekyll"
    HUGO = "hugo"
    ZOLA = "zola"
    PELICAN = "pelican"
    OBSIDIAN = "obsidian"
    VUEPRESS = "vuepress"
    PLAIN = "plain"


class CategoryRule(StrEnum):
    """What a flat list of categories means: one path, or several siblings."""

    AUTO = "auto"
    PATH = "path"
    SIBLINGS = "siblings"


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an article could not be read perfectly; `line` counts from 1 in the file."""

    code: str
    message: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class ArticleDate:
    """A moment as its author wrote it: wall time, never shifted between zones."""

    wall: datetime  # naive; midnight where only the day is known
    has_time: bool = False
    utc_offset: timedelta | None = None  # only where the file states one

    def __str__(self) -> str:
        """ISO 8601: `2021-09-24`, `2021-05-09T04:03:15` or with `+09:00`."""
        if not self.has_time:
            return self.wall.date().isoformat()
        text = self.wall.isoformat(timespec="seconds")
        if self.utc_offset is None:
            return text
        minutes = int(self.utc_offset.total_seconds()) // 60
        sign = "-" if minutes < 0 else "+"
        return f"{text}{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"

    @property
    def sort_key(self) -> str:
        """Wall time in a form that sorts as text."""
        return self.wall.isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of its article, in the reader's terms."""

    title: str = ""
    authors: tuple[str, ...] = ()
    site: str | None = None
    date: ArticleDate | None = None
    updated: ArticleDate | None = None
    categories: tuple[CategoryPath, ...] = ()
    tags: tuple[str, ...] = ()
    cover: str | None = None  # address as written
    excerpt: str | None = None  # plain text
    source_url: str | None = None  # absolute http(s) address the article came from
    lang: str | None = None  # BCP 47, as declared; cleaning detects it where absent
    rtl: bool | None = None  # only where the file states a direction
    draft: bool = False
    image_root: str | None = None  # Typora's `typora-root-url`


@dataclass(frozen=True, slots=True)
class EmbeddedPart:
    """A resource inside an MHTML file."""

    media_type: str
    data: bytes = field(repr=False)


def _no_parts() -> Mapping[str, EmbeddedPart]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read a file, where its folder or its reader knows better than we can guess."""

    dialect: Dialect = Dialect.AUTO
    category_rule: CategoryRule = CategoryRule.AUTO
    encoding: str | None = None  # overrides every detection
    library_root: Path | None = None  # local links and images are not sought above it
    rules_folder: Path | None = None  # site rules of the person's own, if there is such a folder


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """A file parsed but not judged: metadata and raw HTML."""

    path: Path
    format: ArticleFormat
    dialect: Dialect
    encoding: str
    metadata: Metadata
    html: RawHtml
    is_page: bool  # a whole saved page (to be extracted) rather than a fragment
    base_url: str | None = None  # what relative addresses resolve against, if known
    parts: Mapping[str, EmbeddedPart] = field(default_factory=_no_parts)  # by absolute address or `cid:…`
    problems: tuple[Problem, ...] = ()


class TextBlock(NamedTuple):
    """A block of an article's words: `p`, `h` (heading), `row` (of a table) or `code`."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class PlainArticle:
    """A file read for its words alone."""

    path: Path
    format: ArticleFormat
    metadata: Metadata
    blocks: tuple[TextBlock, ...]
    has_pictures: bool = False
    has_tags: bool = False  # or names of its own for headings
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ImageRef:
    """One picture the article shows; `key` stands for it in the cleaned HTML."""

    key: ImageKey
    url: str  # absolute where that can be known, else as written
    alt: str = ""
    width: int | None = None  # CSS pixels, as declared
    height: int | None = None
    written: str = ""  # address as written in the file, before resolving


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the article; `anchor` is its id in the page."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class CleanArticle:
    """An article ready to be laid out; every `<img src>` is `image/<key>`."""

    path: Path
    format: ArticleFormat
    dialect: Dialect
    encoding: str
    metadata: Metadata  # complete: title, language and excerpt are always filled
    html: SafeHtml
    text: str
    words: int
    reading_minutes: int
    headings: tuple[Heading, ...] = ()
    images: tuple[ImageRef, ...] = ()
    cover: ImageRef | None = None  # only if the body does not start with the same picture
    parts: Mapping[str, EmbeddedPart] = field(default_factory=_no_parts)
    problems: tuple[Problem, ...] = ()


def article_key(path: Path) -> ArticleKey:
    """The opaque key of the article at `path`."""
    absolute = os.fsencode(os.path.abspath(path))
    return ArticleKey(hashlib.blake2b(absolute, digest_size=10).hexdigest())


def image_key(url: str) -> ImageKey:
    """The opaque key of an image address."""
    data = url.encode("utf-8", "surrogatepass")
    return ImageKey(hashlib.blake2b(data, digest_size=10).hexdigest())


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """An article as the library lists and searches it: what `CleanArticle` says, without the page."""

    path: Path
    format: ArticleFormat
    metadata: Metadata  # complete, as there
    text: str
    words: int
    reading_minutes: int
    has_pictures: bool = False
    has_code: bool = False
    problems: tuple[Problem, ...] = ()
