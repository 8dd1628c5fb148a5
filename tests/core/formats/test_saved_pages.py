# SPDX-License-Identifier: MIT
"""Saved pages: page or fragment, and what the page's own marks say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.core.article import Metadata
from reader.core.formats import read_article

ReadText = Callable[..., Metadata]
Write = Callable[..., Path]

HEAD = """<!DOCTYPE html><html lang="en-GB" dir="ltr"><head>
<title>A good title | Some Site</title>
<meta property="og:title" content="A good title">
<meta property="og:site_name" content="Some Site">
<meta name="author" content="Ada Author">
<meta name="description" content="What it &amp; all is about.">
<meta property="og:image" content="https://example.org/a.jpg?x=1&amp;y=2">
<meta property="article:published_time" content="2021-09-24T10:20:30+08:00">
<meta property="article:modified_time" content="2021-09-25">
<meta property="article:section" content="Reading">
<meta property="article:tag" content="one"><meta property="article:tag" content="two">
<link rel="canonical" href="https://example.org/good-title">
</head><body><h1>A good title</h1><p>Text.</p></body></html>
"""


def test_open_graph_and_meta(metadata: ReadText) -> None:
    found = metadata(HEAD, "page.html")
    assert (found.title, found.site, found.authors) == ("A good title", "Some Site", ("Ada Author",))
    assert (str(found.date), str(found.updated)) == ("2021-09-24T10:20:30+08:00", "2021-09-25")
    assert (found.categories, found.tags) == ((("Reading",),), ("one", "two"))
    assert found.cover == "https://example.org/a.jpg?x=1&y=2"
    assert found.excerpt == "What it & all is about."
    assert found.source_url == "https://example.org/good-title"
    assert (found.lang, found.rtl) == ("en-GB", False)


def test_structured_data(metadata: ReadText) -> None:
    page = """<html><head><title>From structured data | Some Site</title><script type="application/ld+json">
    {"@context": "https://schema.org", "@graph": [
    {"@type": "WebSite", "name": "Some Site"},
    {"@type": ["NewsArticle"], "headline": "From structured data",
     "author": [{"@type": "Person", "name": "Ada"}, {"name": "Bob"}],
     "datePublished": "2021-09-24", "image": [{"url": "https://example.org/a.jpg"}], "keywords": ["k1", "k2"],
     "publisher": {"@type": "Organization", "name": "Some Site"}, "articleBody": "Text"}]}
    </script></head><body></body></html>"""
    found = metadata(page, "page.html")
    assert (found.title, found.authors, found.site) == ("From structured data", ("Ada", "Bob"), "Some Site")
    assert (str(found.date), found.cover, found.tags) == (
        "2021-09-24",
        "https://example.org/a.jpg",
        ("k1", "k2"),
    )


def test_structured_data_stays_in_the_page(write: Write) -> None:
    page = '<html><script type="application/ld+json">{"articleBody": "Only here"}</script></html>'
    assert "Only here" in read_article(write(page, "page.html")).html


@pytest.mark.parametrize(
    ("mark", "url"),
    [
        (
            "<!--\n Page saved with SingleFile \n url: https://example.org/a \n saved date: x \n-->",
            "https://example.org/a",
        ),
        (
            "<!-- Archive processed by SingleFile\n url: https://example.org/a\n saved date: x\n-->",
            "https://example.org/a",
        ),
        ("<!-- saved from url=(0021)https://example.org/a -->", "https://example.org/a"),
    ],
)
def test_savers_marks(mark: str, url: str, write: Write) -> None:
    article = read_article(write(f"<!DOCTYPE html>\n{mark}\n<html><title>t</title><p>x</html>", "t.html"))
    assert (article.metadata.source_url, article.base_url, article.is_page) == (url, url, True)


def test_base_address(write: Write) -> None:
    page = '<html><head><base href="/sub/"><link rel="canonical" href="https://example.org/x/y"></head><p>x</p></html>'
    article = read_article(write(page, "t.html"))
    assert article.base_url == "https://example.org/sub/"
    page = '<html><head><base href="javascript:alert(1)"></head><p>x</p></html>'
    assert read_article(write(page, "u.html")).base_url is None


def test_we_chat(metadata: ReadText) -> None:
    page = """<html><head><title></title></head><body><h1 id="activity-name"> </h1><script>
    var msg_title = '一篇文章'.html(false); var nickname = "某公众号"; var ct = "1632451200";
    var msg_cdn_url = "http://mmbiz.example.org/a/0?wx_fmt=jpeg"; </script></body></html>"""
    found = metadata(page, "page.html")
    assert (found.title, found.authors) == ("一篇文章", ("某公众号",))
    assert str(found.date) == "2021-09-24T10:40:00+08:00"
    assert found.cover == "http://mmbiz.example.org/a/0?wx_fmt=jpeg"


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<title>How to read | Some Site</title>", "How to read"),
        ("<title>How to read - Some Site</title>", "How to read"),
        ("<title>怎样阅读一篇长文章_某某网</title>", "怎样阅读一篇长文章"),
        ("<title>怎样阅读一篇长文章 - 某某网</title>", "怎样阅读一篇长文章"),
        ("<title>怎样阅读一篇长文章-某某科普网</title>", "怎样阅读一篇长文章"),
        ("<title>雄安 - 某某百科</title>", "雄安"),
        ("<title>温故知新（一）——开篇</title>", "温故知新（一）——开篇"),
        ("<title>拆墙-能续命吗</title>", "拆墙-能续命吗"),
        ("<title>Friday Facts - part two of the story</title>", "Friday Facts - part two of the story"),
        (
            "<title>A long title: with more – Site</title><h1>A long title: with more</h1>",
            "A long title: with more",
        ),
        ('<meta property="og:site_name" content="Help"><title>Page - Help</title>', "Page"),
        ("<title>  Two\n lines &amp; an entity </title>", "Two lines & an entity"),
        ("<h1>Only <i>heading</i></h1>", "Only heading"),
        ("<p>nothing</p>", "the file"),
        ("<title>Right</title><svg><title>Wrong</title></svg>", "Right"),
        ("<svg><title>Wrong</title></svg><h1>Heading</h1>", "Heading"),
    ],
)
def test_page_titles(page: str, title: str, metadata: ReadText) -> None:
    assert metadata(f"<html><body>{page}</body></html>", "the file.html").title == title


def test_date_in_the_address_of_a_page(metadata: ReadText) -> None:
    page = '<html><link rel="canonical" href="https://example.org/2021-09/24/page.html"><p>x</html>'
    assert str(metadata(page, "a.html").date) == "2021-09-24"


def test_pelican_meta_names(metadata: ReadText) -> None:
    page = """<html><head><title>T</title><meta name="tags" content="foo, bar"/>
    <meta name="date" content="2012-12-02 10:14"/>
    <meta name="category" content="yeah"/><meta name="author" content="Ada"/>
    <meta name="status" content="draft"/>
    <meta name="summary" content="Words"/></head><body>x</body></html>"""
    found = metadata(page, "a.html")
    assert (found.tags, found.categories, found.authors) == (("foo", "bar"), (("yeah",),), ("Ada",))
    assert (str(found.date), found.draft, found.excerpt) == ("2012-12-02T10:14:00", True, "Words")


@pytest.mark.parametrize(
    ("text", "is_page"),
    [
        ("<html><p>x</html>", True),
        ("<!doctype HTML><p>x", True),
        ("<body><p>x", True),
        ("<!-- saved from url=(0021)https://example.org/a --><p>x", True),
        ("<header>x</header><nav>y</nav><div>z</div>", True),
        ("<div><p>x</p></div>", False),
        ("<article><header>x</header><p>y</p></article>", False),
        ("---\ntitle: t\n---\n<div>x</div>", False),
        ("words only", False),
        ("", False),
    ],
)
def test_page_or_fragment(text: str, is_page: bool, write: Write) -> None:
    assert read_article(write(text, "a.html")).is_page is is_page


def test_a_page_with_another_suffix(write: Write) -> None:
    article = read_article(write("<!DOCTYPE html><html><title>T</title><p>x</p></html>", "a.txt"))
    assert (article.is_page, article.metadata.title) == (True, "T")


def test_html_with_a_header_keeps_its_markup(write: Write) -> None:
    article = read_article(
        write("---\ntitle: t\ndate: 2020-01-01\n---\n    <p>x\n    <b>y</b></p>\n", "a.html")
    )
    assert (article.metadata.title, article.is_page) == ("t", False)
    assert "<b>y</b>" in article.html and "<pre>" not in article.html


def test_archive(write: Write) -> None:
    archive = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a\r\n"
        "Subject: =?utf-8?Q?A_subject?=\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n'
        "\r\n\r\n--b\r\n"
        "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        "Content-Location: https://example.org/a\r\n\r\n"
        '<html><head><meta charset=3D"utf-8"><title></title></head>'
        "<body><p>=E4=B8=AD=E6=96=87</p></body></html>\r\n--b--\r\n"
    )
    path = write(archive, "a.mhtml")
    article = read_article(path)
    assert "中文" in article.html
    assert (article.metadata.title, article.metadata.source_url) == ("A subject", "https://example.org/a")
    assert (article.is_page, article.base_url) == (True, "https://example.org/a")
