# SPDX-License-Identifier: MIT
"""Articles as electronic books: whole, well-formed, with their pictures, and calm."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

from reader.core.article import CleanArticle, ReadOptions
from reader.core.export.complete_copy import copy_name, save_copy
from reader.core.export.epub import make_book
from reader.core.images import ImageLookup
from reader.core.open_article import open_article
from reader.core.page import PageLook, PageWords
from tests.core.images import sample_pictures as samples

TEXT = """---
title: "A & B: <山海>"
author: Ann
date: 2021-09-24
cover: cover.jpg
source: https://example.org/essay?a=1&b=2
---

## First part

![A photograph](photo.jpg) and [a link](https://example.org/page), [down](#second-part), [local](other.md).

![Lost words](https://example.org/gone.png)

$$x^2 < y$$

## Second part

<img src="drawing.svg"> Line<br>break

| a | b |
|---|---|
| 1 | 2 |
"""
XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"


@pytest.fixture
def article(tmp_path: Path) -> CleanArticle:
    """An article with pictures beside it."""
    for name, data in (
        ("cover.jpg", samples.PHOTO_JPEG),
        ("photo.jpg", samples.TURNED_JPEG),
        ("drawing.svg", samples.DRAWING.replace(b"<rect", b"<script>x</script><rect")),
    ):
        (tmp_path / name).write_bytes(data)
    (tmp_path / "a.md").write_text(TEXT, "utf-8")
    return open_article(tmp_path / "a.md", ReadOptions())


def book_of(article: CleanArticle) -> zipfile.ZipFile:
    """The book, opened."""
    return zipfile.ZipFile(
        io.BytesIO(make_book(article, ImageLookup(article, article.path.parent).find).data)
    )


def parsed(book: zipfile.ZipFile, name: str) -> Element:
    return fromstring(book.read(name))


def test_the_archive_is_what_reading_systems_expect(article: CleanArticle) -> None:
    book = book_of(article)
    first = book.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert book.read("mimetype") == b"application/epub+zip"
    assert b'full-path="EPUB/package.opf"' in book.read("META-INF/container.xml")
    package = parsed(book, "EPUB/package.opf")
    items = {item.get("href"): item for item in package.iter(f"{OPF}item")}
    inside = {name.removeprefix("EPUB/") for name in book.namelist() if name.startswith("EPUB/")}
    assert set(items) == inside - {"package.opf"}
    assert items["text.xhtml"].get("properties") == "mathml"
    covers = [href for href, item in items.items() if item.get("properties") == "cover-image"]
    assert len(covers) == 1
    assert book.read(f"EPUB/{covers[0]}") == samples.PHOTO_JPEG
    words = "".join(package.itertext())
    assert all(
        each in words for each in ("A & B: <山海>", "Ann", "2021-09-24", "https://example.org/essay?a=1&b=2")
    )


def test_the_text_holds_pictures_links_and_formulas(article: CleanArticle) -> None:
    book = book_of(article)
    page = parsed(book, "EPUB/text.xhtml")
    sources = [image.get("src") or "" for image in page.iter(f"{XHTML}img")]
    assert len(sources) == 3
    assert all(f"EPUB/{source}" in book.namelist() for source in sources)
    links = [link.get("href") for link in page.iter(f"{XHTML}a")]
    assert "https://example.org/page" in links
    assert "#second-part" in links
    assert not any(link and link.startswith(("other", "link?", "category")) for link in links)
    text = "".join(page.itertext())
    assert "[Lost words]" in text
    assert "local" in text
    assert next(page.iter("{http://www.w3.org/1998/Math/MathML}math"), None) is not None


def test_contents_lead_to_headings_that_are_there(article: CleanArticle) -> None:
    book = book_of(article)
    ids = {each.get("id") for each in parsed(book, "EPUB/text.xhtml").iter()}
    hrefs = [link.get("href") or "" for link in parsed(book, "EPUB/nav.xhtml").iter(f"{XHTML}a")]
    assert hrefs[0] == "text.xhtml"
    assert len(hrefs) == 3
    assert all(href.partition("#")[2] in ids for href in hrefs[1:])


def test_nothing_acts_or_loads_from_elsewhere(article: CleanArticle) -> None:
    book = book_of(article)
    for name in book.namelist():
        if name.endswith((".xhtml", ".svg", ".css")):
            data = book.read(name).decode()
            assert "<script" not in data
            assert not re.search(r"""(?:src|xlink:href)=["']https?:""", data), name


def test_the_same_article_makes_the_same_bytes(article: CleanArticle) -> None:
    find = ImageLookup(article, article.path.parent).find
    assert make_book(article, find).data == make_book(article, find).data


def test_signs_that_no_xml_may_hold_are_replaced(tmp_path: Path) -> None:
    path = tmp_path / "odd.md"
    path.write_bytes(
        b"---\ntitle: \"a\\x0bb\\uFFFFc\"\n---\n\nfirst \x0c\x1b second &#x1f; <b id='1 2'>x</b>\n"
    )
    article = open_article(path, ReadOptions())
    book = make_book(article, lambda _key: None)
    with zipfile.ZipFile(io.BytesIO(book.data)) as opened:
        for name in ("EPUB/package.opf", "EPUB/nav.xhtml", "EPUB/text.xhtml"):
            fromstring(opened.read(name))


def test_a_book_is_written_as_a_copy(article: CleanArticle, tmp_path: Path) -> None:
    target = tmp_path / copy_name(article, "epub")
    assert target.suffix == ".epub"
    images = ImageLookup(article, article.path.parent)
    report = save_copy(article, PageLook(), PageWords.plain(article), images, target, "epub")
    assert (report.path, report.pictures, report.missing) == (target, 3, 1)
    assert zipfile.is_zipfile(target)
    stopped = tmp_path / "stopped.epub"
    words = PageWords.plain(article)
    assert save_copy(article, PageLook(), words, images, stopped, "epub", lambda *_: False).cancelled
    assert not stopped.exists()


@pytest.mark.slow
def test_books_of_real_articles_are_well_formed(shared: Path) -> None:
    files = [path for path in sorted((shared / "articles").rglob("*.*")) if path.suffix in (".md", ".html")]
    for path in files[::25]:
        article = open_article(path, ReadOptions())
        with zipfile.ZipFile(io.BytesIO(make_book(article, lambda _key: None).data)) as book:
            for name in ("EPUB/package.opf", "EPUB/nav.xhtml", "EPUB/text.xhtml"):
                fromstring(book.read(name))
