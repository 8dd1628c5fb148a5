# SPDX-License-Identifier: MIT
"""From a header's keys, in whichever dialect, to the reader's metadata."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from reader.core.article import ArticleDate, ArticleFormat, CategoryRule, Dialect, Metadata, Problem
from reader.core.formats.categories import read_categories
from reader.core.formats.cover import read_cover
from reader.core.formats.dates import date_in_address, date_in_name, parse_date
from reader.core.formats.dialect import site_of
from reader.core.formats.excerpts import read_excerpt
from reader.core.formats.header_parsing import FrontMatter
from reader.core.formats.header_values import (
    Fields,
    HeaderKind,
    Value,
    first_of,
    names_of,
    text_of,
    truth_of,
)
from reader.core.formats.language_tags import language, language_of_name
from reader.core.formats.source_addresses import source_url
from reader.core.formats.titles import Credits, stated_title

_DATE_KEYS = (
    "date", "publishdate", "pubdate", "published", "published_at", "publish_date", "published_time",
    "publish_time", "date_published", "datepublished", "post_date", "pub_date", "created", "created_at",
    "date_created", "datetime", "time", "ms.date", "create_time", "createtime",
)  # fmt: skip
_HUGO_DATE_KEYS = (*_DATE_KEYS, "lastmod", "modified")
_UPDATED_KEYS = (
    "updated", "lastmod", "modified", "last_modified_at", "last_modified", "updated_at", "lastupdated",
    "last_updated", "update_date", "date_updated", "date_modified", "datemodified", "dateupdated",
    "updated_time", "edited",
)  # fmt: skip
_AUTHOR_KEYS = ("authors", "author", "by", "creator", "byline")
_SITE_KEYS = ("site", "site_name", "website", "publication")
_ADDRESS_KEYS = ("path", "permalink", "url")
_LANG_KEYS = ("lang", "language", "locale", "langcode")
_COMMAS = r"[,，;；、]"
_MOST_TAGS = 200


class Header(NamedTuple):
    """What is known of a file when its metadata is made; `head` is the start of its body."""

    path: Path
    format: ArticleFormat
    dialect: Dialect
    rule: CategoryRule
    front: FrontMatter
    head: str
    library_root: Path | None = None
    trust_root: bool = False  # the reader named the dialect, so the library root is the site's


def build_metadata(header: Header) -> tuple[Metadata, tuple[Problem, ...]]:
    """The metadata of a file with a header (or none), and what is wrong with it."""
    front, dialect = header.front, header.dialect
    fields = _with_inner(front.fields)
    stem, in_name, name_date = _name_date(header.path)
    problems: list[Problem] = []
    date = _date(front, fields, _HUGO_DATE_KEYS if dialect is Dialect.HUGO else _DATE_KEYS, problems)
    categories = read_categories(fields, dialect, header.rule, _folders(header))
    authors = _authors(fields, dialect)
    site = first_of(fields, _SITE_KEYS) or _family_site(dialect, authors, categories)
    origin = _origin(header.head)
    return Metadata(
        title=stated_title(_title(fields)) or _found_title(header, origin.title, site),
        authors=authors or origin.authors,
        site=site,
        date=date or (name_date if in_name else date_in_address(first_of(fields, _ADDRESS_KEYS))),
        updated=_date(front, fields, _UPDATED_KEYS, problems),
        categories=categories,
        tags=_tags(fields, dialect),
        cover=read_cover(fields),
        excerpt=read_excerpt(fields, header.head, dialect),
        source_url=source_url(fields) or origin.source_url,
        lang=language(first_of(fields, _LANG_KEYS)) or language_of_name(stem),
        rtl=_right_to_left(fields),
        draft=_draft(fields, dialect, header.path),
        image_root=text_of(fields.get("typora_root_url")) or None,
    ), tuple(problems)


def _with_inner(fields: Fields) -> Fields:
    """Keys of `[extra]`, `[params]` and `[taxonomies]` stand in where the top level is silent."""
    merged: dict[str, Value] | None = None
    for key in ("extra", "params", "taxonomies"):
        inner = fields.get(key)
        if isinstance(inner, dict):
            merged = {**inner, **(merged or {})}
    return {**merged, **fields} if merged else fields


def _origin(head: str) -> Credits:
    """Lines that credit the original of a translation; most texts have none."""
    if "原" not in head or "原文" not in head:  # a single sign is looked for much faster
        return Credits()
    from reader.core.formats.credit_lines import body_credits

    return body_credits(head)


def _found_title(header: Header, credited: str, site: str | None) -> str:
    from reader.core.formats.file_names import file_title
    from reader.core.formats.headings import heading_title

    return (
        heading_title(header.head) or credited or file_title(header.path, header.format, header.dialect, site)
    )


def _title(fields: Fields) -> str:
    value = fields.get("title")
    if isinstance(value, dict):
        value = next(iter(value.values()), None)
    return text_of(value)


def _name_date(path: Path) -> tuple[str, bool, ArticleDate | None]:
    stem = path.stem
    if stem[:1] == "_" or stem[:5] == "index" or stem == "README":
        found = date_in_name(path.parent.name)[0]
    else:
        found = date_in_name(stem)[0] if stem[:1].isdigit() else None
    return stem, found is not None, found


def _date(
    front: FrontMatter, fields: Fields, keys: tuple[str, ...], problems: list[Problem]
) -> ArticleDate | None:
    if fields.keys().isdisjoint(keys):
        return None
    for key in keys:
        value = fields.get(key)
        if value is None or isinstance(value, bool) or value == "":
            continue
        if date := parse_date(value):
            return date
        text = text_of(value)
        if text and key in (keys[0], "published") and truth_of(value) is None:
            message = f"The header's {key} “{text[:80]}” is no date that can be understood."
            problems.append(Problem("date-invalid", message, front.line_of(key)))
    return None


def _authors(fields: Fields, dialect: Dialect) -> tuple[str, ...]:
    for key in _AUTHOR_KEYS:
        value = fields.get(key)
        if isinstance(value, str) and dialect is Dialect.PELICAN:
            parts: list[Value] = [*value.split(";" if ";" in value else ",")]
            value = parts
        if names := names_of(value):
            return names
    return ()


def _family_site(
    dialect: Dialect, authors: tuple[str, ...], categories: tuple[tuple[str, ...], ...]
) -> str | None:
    """Scraped feeds put the site second in the category path, and again as the author."""
    if dialect is Dialect.HEXO and len(authors) == 1 and categories and len(categories[0]) > 1:
        return authors[0] if categories[0][1] == authors[0] else None
    return None


def _tags(fields: Fields, dialect: Dialect) -> tuple[str, ...]:
    names: list[str] = []
    for key in ("tags", "tag"):
        value = fields.get(key)
        names += names_of(_split_tags(value, key, dialect) if isinstance(value, str) else value)
    if dialect is Dialect.OBSIDIAN:
        names = [name.lstrip("#") for name in names]
    return tuple(list(dict.fromkeys(name for name in names if name))[:_MOST_TAGS])


def _split_tags(text: str, key: str, dialect: Dialect) -> list[Value]:
    if dialect is Dialect.HEXO:
        return [text]
    if dialect is Dialect.JEKYLL:
        return [*text.split()] if key == "tags" else [text]
    if dialect is Dialect.PELICAN:
        return [*text.split(";" if ";" in text else ",")]
    if dialect is Dialect.OBSIDIAN and not re.search(_COMMAS, text):
        return [*text.split()]
    return [*re.split(_COMMAS, text)]


def _right_to_left(fields: Fields) -> bool | None:
    if (stated := truth_of(fields.get("rtl"))) is not None:
        return stated
    direction = first_of(fields, ("dir", "direction", "text_direction")).lower()
    return direction == "rtl" if direction in {"rtl", "ltr"} else None


def _draft(fields: Fields, dialect: Dialect, path: Path) -> bool:
    if truth_of(fields.get("draft")) or text_of(fields.get("status")).lower() == "draft":
        return True
    if (
        dialect is not Dialect.HUGO
        and fields.get("published") is not None
        and truth_of(fields["published"]) is False
    ):
        return True
    if fields.get("publish") is not None and truth_of(fields["publish"]) is False:
        return True
    return "_drafts" in path.parts[:-1]


def _folders(header: Header) -> tuple[str, ...]:
    """Folders that count as categories: those above `_posts` in Jekyll, the containing one in Pelican."""
    if header.dialect is Dialect.PELICAN and header.front.kind is not HeaderKind.NONE:
        name = header.path.absolute().parent.name
        return (name,) if name not in {"", "content", "pages", "posts", "articles"} else ()
    if header.dialect is not Dialect.JEKYLL or "_posts" not in header.path.parts:
        return ()
    folder = header.path.absolute().parent
    root = site_of(str(folder)).root or (header.library_root if header.trust_root else None)
    if not root or not folder.is_relative_to(root.absolute()):
        return ()
    parts = folder.relative_to(root.absolute()).parts
    return parts[: parts.index("_posts")] if "_posts" in parts else ()
