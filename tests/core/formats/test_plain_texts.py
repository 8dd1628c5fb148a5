# SPDX-License-Identifier: MIT
"""Plain text, reST and slides: every word is shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reader.core.formats import read_article

Write = Callable[..., Path]


def test_paragraphs_and_line_breaks(write: Write) -> None:
    article = read_article(write("First line\nsecond line\n\n\n　　中文段落\n", "a.txt"))
    assert article.html == "<p>First line<br>second line</p>\n<p>　　中文段落</p>"


def test_markup_is_text(write: Write) -> None:
    html = read_article(write("a <b> & <script>alert(1)</script>\n", "a.txt")).html
    assert html == "<p>a &lt;b&gt; &amp; &lt;script&gt;alert(1)&lt;/script&gt;</p>"


def test_links(write: Write) -> None:
    html = read_article(
        write('See (https://example.org/a_(b)?x=1&y="2) and http://example.org/中文。\n', "a.txt")
    ).html
    assert '<a href="https://example.org/a_(b)?x=1&amp;y=">' in html
    assert '<a href="http://example.org/中文">http://example.org/中文</a>。' in html


def test_indentation_and_drawings(write: Write) -> None:
    html = read_article(
        write("  Verse one\n    verse two\n\na    b    c\n1    2    3\n\n----------\n", "a.text")
    ).html
    assert "\u00a0\u00a0Verse one<br>\u00a0\u00a0\u00a0\u00a0verse two" in html
    assert "<pre>a    b    c\n1    2    3</pre>" in html
    assert "<hr>" in html


def test_text_with_a_header_is_markdown(write: Write) -> None:
    article = read_article(write("---\ntitle: t\n---\nSome *words*\n", "a.txt"))
    assert article.metadata.title == "t"
    assert "<em>words</em>" in article.html


def test_rest(write: Write) -> None:
    text = (
        "A title\n=======\n\n:date: 2020-01-01\n\nSection\n-------\n\n"
        "See `the page <https://example.org/a>`_ and ``x_y``.\n\n"
        ".. code-block:: python\n\n    print('x')\n\n.. image:: a.png\n   :alt: words\n\n"
        ".. note:: Mind this.\n\nAs in::\n\n    raw text\n"
    )
    html = read_article(write(text, "a.rst")).html
    for part in (
        "Section</h",
        'href="https://example.org/a"',
        "<code>x_y</code>",
        'src="a.png"',
        "Mind this.",
        "raw text",
    ):
        assert part in html
    assert "print" in html and ":date:" not in html and "code-block" not in html


def test_slides(write: Write) -> None:
    body = "* First slide\n\n- point\n\n.link https://example.org/a A link\n.image pic.png\n.code x.go\n"
    text = f"Talk\n\nAda\n\n{body}"
    html = read_article(write(text, "a.slide")).html
    for part in ("First slide</h", "<li>", ">A link</a>", 'src="pic.png"', "x.go"):
        assert part in html
