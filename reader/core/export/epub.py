# SPDX-License-Identifier: MIT
"""Makes an electronic book of one article: EPUB 3.3, nothing in it that acts or loads from elsewhere.

https://www.w3.org/TR/epub-33/
"""

from __future__ import annotations

import io
import re
import uuid
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

from reader.core.article import CleanArticle, ImageKey
from reader.core.export.file_names import picture_suffix
from reader.core.export.html_tree import html_tree
from reader.core.export.pictures import article_pictures
from reader.core.images import FoundImage
from reader.core.images.svg import clean_svg

CORE_TYPES = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp", "image/svg+xml"})
"""Pictures that every reading system shows; others are named by their words."""
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of archives: the same article makes the same book
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ID = re.compile(r"[A-Za-z_][\w.\-]*")
_OUTSIDE = ("http://", "https://", "mailto:")
_DROPPED = frozenset(("name", "data-lang", "reversed", "type"))
_MATH = "http://www.w3.org/1998/Math/MathML"
_SHEET = """body { line-height: 1.6; }
img { max-width: 100%; height: auto; }
figure { margin: 1em 0; text-align: center; }
figcaption, .byline { color: #555; font-size: 0.85em; }
pre { white-space: pre-wrap; font-size: 0.85em; }
blockquote { margin: 1em 0; padding-left: 1em; border-left: 3px solid #ccc; }
table { border-collapse: collapse; }
td, th { border-bottom: 1px solid #ccc; padding: 0.2em 0.6em; text-align: start; }
"""
_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


@dataclass(frozen=True, slots=True)
class Book:
    """The bytes of a book, and how many pictures are in it or could not be."""

    data: bytes
    pictures: int
    missing: int


class _Picture(NamedTuple):
    data: bytes
    media_type: str


def make_book(article: CleanArticle, find: Callable[[ImageKey], FoundImage | None]) -> Book:
    """The article as a book; `find` gives the pictures that are at hand."""
    pictures = _pictures(article, find)
    names = {key: f"images/{number:04}{picture_suffix(found.media_type)}" for number, (key, found) in
             enumerate(pictures.items(), 1)}  # fmt: skip
    body = html_tree(article.html)
    _settle(body, names)
    cover = names.get(article.cover.key) if article.cover else None
    text = _page(article, _text_page(article, body, cover))
    wanted = {*(each.key for each in article.images), *([article.cover.key] if article.cover else [])}
    files: dict[str, bytes] = {
        "META-INF/container.xml": _CONTAINER.encode(),
        "EPUB/package.opf": _package(article, pictures, names, cover, "<math" in text).encode(),
        "EPUB/nav.xhtml": _page(article, _contents(article, body)).encode(),
        "EPUB/text.xhtml": text.encode(),
        "EPUB/style.css": _SHEET.encode(),
        **{f"EPUB/{names[key]}": found.data for key, found in pictures.items()},
    }
    return Book(_packed(files), len(pictures), len(wanted - set(pictures)))


def _pictures(
    article: CleanArticle, find: Callable[[ImageKey], FoundImage | None]
) -> Mapping[ImageKey, _Picture]:
    """Those that are at hand and can be shown; drawings without what could act or load."""
    pictures: dict[ImageKey, _Picture] = {}
    for picture in article_pictures(article):
        found = find(picture.key)
        data = found.data if found is not None else b""
        if found is None or not data or found.media_type not in CORE_TYPES:
            continue
        kept = clean_svg(data) if found.media_type == "image/svg+xml" else data
        if kept:
            pictures[picture.key] = _Picture(kept, found.media_type)
    return pictures


def _settle(element: Element, names: Mapping[ImageKey, str]) -> None:
    """Pictures from the book, links to the outside or within the page, names as XML wants them."""
    ids: set[str] = set()
    for each in element.iter():
        each.text, each.tail = _plain(each.text), _plain(each.tail)
        for name in [*each.attrib]:
            each.attrib[name] = _plain(each.attrib[name]) or ""
            if name in _DROPPED:
                del each.attrib[name]
        own = each.get("id", "")
        if own and (own in ids or not _ID.fullmatch(own)):
            del each.attrib["id"]
        ids.add(own)
        if each.tag == "math":
            each.set("xmlns", _MATH)
        elif each.tag == "img":
            _settle_picture(each, names)
    for link in element.iter("a"):
        href = link.get("href", "")
        inside = href.startswith("#") and href[1:] in ids
        if not inside and not href.lower().startswith(_OUTSIDE):
            link.attrib.pop("href", None)


def _settle_picture(picture: Element, names: Mapping[ImageKey, str]) -> None:
    """A picture that is not in the book leaves its words."""
    name = names.get(ImageKey(picture.get("src", "").removeprefix("image/")))
    words = picture.get("alt", "")
    for attribute in ("width", "height"):
        if not picture.get(attribute, "0").isdecimal():
            del picture.attrib[attribute]
    if name is not None:
        picture.set("src", name)
        picture.set("alt", words)
        return
    picture.tag, picture.text = "span", f"[{words}]" if words else ""
    picture.attrib.clear()


def _text_page(article: CleanArticle, body: Element, cover: str | None) -> str:
    metadata = article.metadata
    parts = [f"<h1>{_escaped(metadata.title)}</h1>"]
    said = [*metadata.authors, metadata.site or "", str(metadata.date or "")]
    if byline := " · ".join(part for part in said if part):
        parts.append(f'<p class="byline">{_escaped(byline)}</p>')
    if cover:
        parts.append(f'<figure><img src="{cover}" alt=""/></figure>')
    body.tag = "div"
    parts.append(tostring(body, encoding="unicode"))
    if metadata.source_url:
        address = _escaped(metadata.source_url)
        parts.append(f'<p class="byline"><a href="{address}">{address}</a></p>')
    return "".join(parts)


def _contents(article: CleanArticle, body: Element) -> str:
    known = {each.get("id") for each in body.iter()}
    listed = Element("ol")
    first = SubElement(SubElement(listed, "li"), "a", href="text.xhtml")
    first.text = _plain(article.metadata.title) or "…"
    for heading in article.headings:
        if heading.anchor in known and heading.text.strip():
            entry = SubElement(SubElement(listed, "li"), "a", href=f"text.xhtml#{heading.anchor}")
            entry.text = _plain(heading.text)
    return f'<nav epub:type="toc"><h1>{first.text and _escaped(first.text)}</h1>{_xml(listed)}</nav>'


def _page(article: CleanArticle, content: str) -> str:
    lang = _escaped(article.metadata.lang or "und")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
        f' lang="{lang}" xml:lang="{lang}"><head><title>{_escaped(article.metadata.title) or "…"}</title>'
        f'<link rel="stylesheet" type="text/css" href="style.css"/></head><body>{content}</body></html>\n'
    )


def _package(
    article: CleanArticle,
    pictures: Mapping[ImageKey, _Picture],
    names: Mapping[ImageKey, str],
    cover: str | None,
    has_math: bool,
) -> str:
    metadata = article.metadata
    name = uuid.uuid5(uuid.NAMESPACE_URL, metadata.source_url or article.path.as_posix())
    entries = [
        f'<dc:identifier id="book">urn:uuid:{name}</dc:identifier>',
        f"<dc:title>{_escaped(metadata.title) or '…'}</dc:title>",
        f"<dc:language>{_escaped(metadata.lang or 'und')}</dc:language>",
        *(f"<dc:creator>{_escaped(author)}</dc:creator>" for author in metadata.authors),
        f'<meta property="dcterms:modified">{_changed(article)}</meta>',
    ]
    if metadata.date:
        entries.append(f"<dc:date>{metadata.date}</dc:date>")
    if metadata.source_url:
        entries.append(f"<dc:source>{_escaped(metadata.source_url)}</dc:source>")
    mathml = ' properties="mathml"' if has_math else ""
    items = [
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        f'<item id="text" href="text.xhtml" media-type="application/xhtml+xml"{mathml}/>',
        '<item id="style" href="style.css" media-type="text/css"/>',
    ]
    for number, (key, found) in enumerate(pictures.items(), 1):
        is_cover = ' properties="cover-image"' if names[key] == cover else ""
        items.append(f'<item id="i{number}" href="{names[key]}" media-type="{found.media_type}"{is_cover}/>')
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<package xmlns="http://www.idpf.org/2007/opf"'
        ' version="3.0" unique-identifier="book"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"{''.join(entries)}</metadata><manifest>{''.join(items)}</manifest>"
        '<spine><itemref idref="text"/></spine></package>\n'
    )


def _changed(article: CleanArticle) -> str:
    try:
        moment = datetime.fromtimestamp(int(article.path.stat().st_mtime), UTC)
    except (OSError, ValueError, OverflowError):
        moment = datetime(*_FIRST_DAY, tzinfo=UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _packed(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype", _FIRST_DAY), "application/epub+zip")
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            is_packed = name.endswith((".jpg", ".png", ".gif", ".webp"))
            entry.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return out.getvalue()


def _xml(element: Element) -> str:
    return tostring(element, encoding="unicode")


def _plain(text: str | None) -> str | None:
    return _NOT_XML.sub("\ufffd", text) if text else text


def _escaped(text: str) -> str:
    return escape(_plain(" ".join(text.split())) or "")
