# SPDX-License-Identifier: MIT
"""Pages made to exhaust time, memory or the stack, and pages with nearly nothing in them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.cleaning.extract import extract_article
from reader.core.cleaning.tree import names, parse_document, text_of

TEXT = "The quick boat, which passed the lazy tug, went on for a long while and did not stop at all."
PROSE = f"<p>{TEXT}</p>" * 5


def read(html: str) -> str:
    return text_of(extract_article(parse_document(html), None, None))


@pytest.mark.parametrize(
    "html",
    [
        "<html><body>" + "<div>" * 200_000 + PROSE,
        "<html><body>" + "<ul><li><a href='#'>x" * 30_000 + PROSE,
        "<html><body>" + "<table><tr><td>1" * 30_000 + PROSE,
        "<html><body>" + PROSE * 6_000,
        "<html><body><div>" + PROSE + "<div>Related</div>" * 30_000,
        "<html><body><div>" + PROSE + "<h3>More stories</h3><ul><li><a href='/x'>One</a></li></ul>" * 5_000,
        "<html><body>" + f"<div style='display:none'>{PROSE}</div>" * 4_000 + PROSE * 9,
        "<html><body><div class='" + "ad comment " * 200_000 + "'>" + PROSE + "</div>",
        "<html><head><title>boat</title></head><body>" + "<h2>The boat</h2>" * 20_000 + PROSE,
        "<html><body>" + f"<div class='post-content'>{PROSE}</div>" * 5_000,
    ],
    ids=[
        "divs",
        "lists",
        "tables",
        "paragraphs",
        "labels",
        "sections",
        "hidden",
        "names",
        "headings",
        "boxes",
    ],
)
def test_large_pages_take_bounded_time(html: str) -> None:
    start = time.process_time()
    assert TEXT in read(html)
    assert time.process_time() - start < 20


@pytest.mark.slow
@pytest.mark.parametrize(
    "html",
    [
        "<html><body><p>" + "word, " * 5_000_000,
        "<html><body><article>" + "<p>Some text, short.</p>" * 1_000_000,
        "<html><body>" + "text, here<br>" * 1_000_000,
    ],
    ids=["one line of 30 MB", "a million paragraphs", "a million breaks"],
)
def test_huge_pages_are_read_the_light_way(html: str) -> None:
    start = time.process_time()
    assert len(read(html)) > 5_000_000
    assert time.process_time() - start < 30


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<html><body>just words</body></html>", "just words"),
        ("<!doctype html>just words", "just words"),
        ("<html><body><nav>only a menu</nav></body></html>", "only a menu"),
        ("<html><body><div class='comment'>only a comment</div></body></html>", "only a comment"),
        ("<html><body><h1>Only a title</h1></body></html>", "Only a title"),
        ("<html><body><a href='/x'>only a link</a></body></html>", "only a link"),
        ("<html><body><p class='byline'>only a name</p></body></html>", "only a name"),
        ("<html><body style='display:none'>hidden words</body></html>", "hidden words"),
        ("<html><body><form><button>only a button</button></form></body></html>", "only a button"),
        ("", ""),
        ("<!doctype html><frameset><frame src='x'></frameset>", ""),
    ],
)
def test_a_page_with_nearly_nothing_keeps_it(html: str, expected: str) -> None:
    assert expected in read(html)


TAGS = st.sampled_from(
    sorted(names("div p ul li a span nav footer article section table tr td h1 h2 form aside pre figure b"))
)
NAMES = st.sampled_from(
    ["", "content", "comment", "sidebar", "related", "post-content", "ad", "hidden", "share", "katex"]
)
STYLES = st.sampled_from(["", "display:none", "visibility:hidden"])


@st.composite
def pages(draw: st.DrawFn) -> str:
    parts: list[str] = []
    for _ in range(draw(st.integers(0, 25))):
        kind = draw(st.integers(0, 2))
        if kind == 0:
            parts.append(f"<{draw(TAGS)} class='{draw(NAMES)}' style='{draw(STYLES)}'>")
        elif kind == 1:
            parts.append(f"</{draw(TAGS)}>")
        else:
            parts.append(
                draw(
                    st.sampled_from(["word ", TEXT + " ", "Related", "编辑：王", "2024-01-02", "Share this"])
                )
            )
    return "<html><head><title>The boat</title></head><body>" + "".join(parts) + "</body></html>"


@settings(max_examples=300, deadline=None)
@given(pages())
def test_never_empty_where_the_page_has_text(html: str) -> None:
    body = parse_document(html).find("body")
    has_text = body is not None and bool(text_of(body).strip())
    assert bool(read(html).strip()) == has_text
