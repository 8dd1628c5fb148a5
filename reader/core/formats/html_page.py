# SPDX-License-Identifier: MIT
"""Saved pages: whether a file is one, and what its own marks say of the article."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from urllib.parse import urljoin

from reader.core.article import ArticleDate, Metadata
from reader.core.formats.cover import is_picture_address
from reader.core.formats.dates import date_in_address, parse_date
from reader.core.formats.header_values import tidy
from reader.core.formats.language_tags import language
from reader.core.formats.page_marks import PageMarks, scan_page
from reader.core.formats.page_titles import agrees, without_site
from reader.core.formats.plain_words import shortened
from reader.core.formats.source_addresses import web_address
from reader.core.formats.structured_data import Node, find_article, texts
from reader.core.formats.titles import unescape_braces

_WHOLE = re.compile(r"<(?:html|body|head|!doctype\s+html)\b", re.IGNORECASE)
_FURNITURE = re.compile(r"<(nav|header|footer|aside|script)\b", re.IGNORECASE)
_SAVED = re.compile(r"<!--\s*(?:Page saved with SingleFile|Archive processed by SingleFile|saved from url=)")
_SPLIT_LISTS = re.compile(r"[,，;；、|]")
_COUNTRY_TIME = timedelta(hours=8)  # WeChat states seconds since 1970 and shows Chinese time
_MOST_KEYWORDS = 20
_DATE_NAMES = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "date",
    "pubdate", "publishdate", "publish_date", "publish-date", "publication_date", "article.published",
    "published_time", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date", "dcterms.created",
    "dcterms.date", "weibo:article:create_at", "bytedance:published_time", "citation_publication_date",
    "citation_date", "article_date_original", "originalpublicationdate",
)  # fmt: skip
_UPDATED_NAMES = (
    "article:modified_time", "og:updated_time", "datemodified", "modified", "last-modified",
    "dcterms.modified", "bytedance:updated_time", "revised", "updated",
)  # fmt: skip
_AUTHOR_NAMES = (
    "author",
    "authors",
    "article:author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "citation_author",
    "weibo:article:author",
)
_COVER_NAMES = (
    "og:image",
    "og:image:url",
    "og:image:secure_url",
    "twitter:image",
    "twitter:image:src",
    "thumbnail",
    "cover",
    "image",
)


class PageFacts(NamedTuple):
    """A page's own metadata (a missing title is empty) and the address it was fetched from."""

    metadata: Metadata
    base_url: str | None


def is_whole_page(markup: str) -> bool:
    """A page has a document's tags, a saver's mark or page furniture; all else is a fragment."""
    head = markup[:200_000]
    if _WHOLE.search(head) or _SAVED.search(head):
        return True
    found = [name.lower() for name in _FURNITURE.findall(head)]
    return len({name for name in found if name != "script"}) >= 2 or found.count("script") >= 4


def read_page_facts(markup: str, location: str | None = None, subject: str | None = None) -> PageFacts:
    """What a page says of itself; `location` and `subject` are its saver's word for address and title."""
    marks = scan_page(markup)
    node = find_article(marks.scripts)
    saved = (
        web_address(location or "")
        or web_address(marks.single_file.get("url", ""))
        or web_address(marks.saved_from)
    )
    source = _source(marks, node, saved)
    metadata = Metadata(
        title=_title(marks, node, subject),
        authors=_authors(marks, node),
        site=tidy(marks.meta("og:site_name", "application-name", "site")) or _publisher(node),
        date=_date(marks, node) or date_in_address(source or ""),
        updated=_first_date([*_named(marks, _UPDATED_NAMES), *texts(node, "dateModified")]),
        categories=tuple((name,) for name in _categories(marks, node)),
        tags=_tags(marks, node),
        cover=_cover(marks, node),
        excerpt=_excerpt(marks, node),
        source_url=source,
        lang=language(marks.lang)
        or language(marks.meta("content-language", "language", "og:locale", "lang")),
        rtl=marks.direction == "rtl" if marks.direction in {"rtl", "ltr"} else None,
        draft=marks.meta("status").lower() == "draft",
    )
    return PageFacts(metadata, _base(marks, saved or source))


def _title(marks: PageMarks, node: Node, subject: str | None) -> str:
    site = marks.meta("og:site_name")
    headings = marks.headings[:5]
    page = _plain(marks.titles[0]) if marks.titles else ""
    # Some pages have a description for their headline.
    headline = [text for text in texts(node, "headline")[:1] if agrees(_plain(text), page)]
    stated = (marks.wechat.get("msg_title", ""), marks.meta("og:title"), *headline)
    guessed = (
        *marks.titles[:1],
        subject or "",
        marks.meta("twitter:title", "dc.title", "title", "citation_title"),
    )
    for text in stated:
        if title := _plain(text):
            return without_site(title, site, headings, guess=False)
    for text in guessed:
        if title := _plain(text):
            return without_site(title, site, headings)
    return headings[0] if len(headings) == 1 else ""


def _plain(text: str) -> str:
    return tidy(unescape_braces(html.unescape(text)), 1000)


def _authors(marks: PageMarks, node: Node) -> tuple[str, ...]:
    names = [name for name in texts(node, "author") if "://" not in name]
    for key in _AUTHOR_NAMES:
        names = names or [name for name in marks.metas.get(key, []) if "://" not in name]
    if not names and (name := marks.wechat.get("nickname")):
        names = [name]
    return tuple(dict.fromkeys(name for text in names if (name := _name(text))))


def _name(text: str) -> str:
    name = tidy(html.unescape(text), 200)
    return name[3:].lstrip() if name[:3].lower() == "by " else name


def _publisher(node: Node) -> str | None:
    return next((tidy(name, 200) for name in texts(node, "publisher") if "://" not in name), None)


def _named(marks: PageMarks, names: tuple[str, ...]) -> list[str]:
    return [text for name in names for text in marks.metas.get(name, [])[:2]]


def _date(marks: PageMarks, node: Node) -> ArticleDate | None:
    if (seconds := marks.wechat.get("ct", "")).isdigit() and len(seconds) == 10:
        moment = datetime.fromtimestamp(int(seconds), UTC).replace(tzinfo=None) + _COUNTRY_TIME
        return ArticleDate(moment, True, _COUNTRY_TIME)
    stated = [*texts(node, "datePublished"), *_named(marks, _DATE_NAMES)]
    return _first_date(stated) or (_first_date(marks.times) if len(set(marks.times)) <= 2 else None)


def _first_date(candidates: list[str]) -> ArticleDate | None:
    return next((date for text in candidates if (date := parse_date(text))), None)


def _categories(marks: PageMarks, node: Node) -> tuple[str, ...]:
    names = [
        *marks.metas.get("article:section", []),
        *marks.metas.get("category", []),
        *texts(node, "articleSection"),
    ]
    return tuple(dict.fromkeys(name for text in names[:20] if (name := tidy(text, 200))))


def _tags(marks: PageMarks, node: Node) -> tuple[str, ...]:
    names = marks.metas.get("article:tag", []) or marks.metas.get("tags", []) or list(texts(node, "keywords"))
    if not names:
        names = marks.metas.get("keywords", [])[:1]
    split = [tidy(part, 100) for text in names for part in _SPLIT_LISTS.split(text)]
    return tuple(list(dict.fromkeys(part for part in split if part))[:_MOST_KEYWORDS])


def _cover(marks: PageMarks, node: Node) -> str | None:
    candidates = [*_named(marks, _COVER_NAMES), marks.wechat.get("msg_cdn_url", ""), *texts(node, "image")]
    return next((text for text in candidates if is_picture_address(text)), None)


def _excerpt(marks: PageMarks, node: Node) -> str | None:
    text = marks.meta("description", "og:description", "summary", "twitter:description") or marks.wechat.get(
        "msg_desc", ""
    )
    found = tidy(html.unescape(text)) or next(map(tidy, texts(node, "description")), "")
    return shortened(found) or None


def _source(marks: PageMarks, node: Node, saved: str | None) -> str | None:
    """The publisher's own address if it names a page, else the saver's."""
    stated = (
        marks.links.get("canonical", ""),
        marks.meta("og:url"),
        *texts(node, "url"),
        marks.wechat.get("msg_link", ""),
    )
    for text in stated:
        address = _joined(saved, text) if text else None
        if address and (not saved or re.match(r"https?://[^/?#]+/*[^/?#]", address)):
            return address
    return saved


def _base(marks: PageMarks, source: str | None) -> str | None:
    return (_joined(source, marks.base) if marks.base else None) or source


def _joined(base: str | None, address: str) -> str | None:
    try:
        return web_address(urljoin(base or "", address))
    except ValueError:
        return None
