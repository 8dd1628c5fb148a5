# SPDX-License-Identifier: MIT
"""Markdown made to hurt: done within seconds, in bounded memory, with its words still there."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.formats.markdown_body import MarkdownContext, MarkdownResult, render_markdown

Result = Callable[..., MarkdownResult]

_MANY = 200_000
_SECONDS = 20.0  # of this thread; the work itself stops after a few, the rest is for slow machines

CASES = {
    "quotes": ">" * _MANY,
    "quotes with blanks": "> " * _MANY,
    "brackets": "[" * _MANY,
    "open links": "[a](" * _MANY,
    "open pictures": "![" * _MANY,
    "stars": "*a " * _MANY,
    "double stars": "**a " * _MANY,
    "backtick runs": " ".join("`" * (n % 300 + 1) for n in range(1500)),
    "tildes": "~~a " * _MANY,
    "dollars": "$a " * _MANY,
    "formula openings": "\\(" * _MANY,
    "tags": "<div>" * _MANY,
    "tags on lines": "<div>\n\n" * 50_000,
    "open pre": "<pre>\n\n" * 20_000,
    "open comments": "<!-- \n" * 50_000,
    "half attributes": '<a "' * _MANY,
    "liquid": "{% a " * _MANY,
    "liquid pairs": "{% note %}" * 3000 + "{% endnote %}" * 3000,
    "expressions": "{{ a " * _MANY,
    "shortcodes": "{{< a " * _MANY,
    "jsx comments": "{/*" * _MANY,
    "jsx": "<Note>\n" * 50_000,
    "deep lists": "\n".join(" " * (2 * n) + "- a" for n in range(2000)),
    "lists in one line": "- " * _MANY,
    "wide table": "|" + "a|" * 5000 + "\n|" + "-|" * 5000 + "\n" + ("|" + "b|" * 10 + "\n") * 5000,
    "long table": "|a|b|\n|-|-|\n" + "|1|2|\n" * _MANY,
    "references": "[a]: b\n" * _MANY,
    "footnote chain": "".join(f"[^{n}]: b [^{n + 1}]\n\n" for n in range(5000)) + "[^0]",
    "same heading": "# a\n" * 20_000,
    "contents": "[toc]\n" * 100 + "# a\n" * 3000,
    "directives": "::: tip\n" * 20_000,
    "definitions": "a\n: b\n" * 20_000,
    "admonitions": "\n".join("    " * n + "!!! note" for n in range(300)),
    "addresses": "http://a " * 50_000,
    "html body": "<div>   " + "<b>" * _MANY + "</div>",
    "html body of comments": "<div>   " + "<!--" * _MANY + "</div>",
    "html body of pre": "<div>   " + "<pre>" * _MANY + "</div>",
}


@pytest.mark.parametrize("name", CASES)
def test_bounded(result: Result, name: str) -> None:
    start = time.thread_time()
    rendered = result(CASES[name])
    assert time.thread_time() - start < _SECONDS
    assert len(rendered.html) < 40 * len(CASES[name]) + 10_000_000


def test_a_line_of_thirty_megabytes(result: Result) -> None:
    start = time.thread_time()
    rendered = result("word " * 6_000_000)
    assert time.thread_time() - start < _SECONDS
    assert rendered.problems[0].code == "too-complex"
    assert rendered.html.startswith("<p>word word")


def test_what_is_too_deep_keeps_its_words(result: Result) -> None:
    rendered = result("> " * 100 + "deep words")
    assert rendered.problems[0].code == "too-complex"
    assert "deep words" in rendered.html


def test_what_is_too_long_keeps_its_words(result: Result) -> None:
    rendered = result("# Title\n\n" + "*a* <b " * 20_000)
    assert [problem.code for problem in rendered.problems] == ["too-complex"]
    assert "*a* &lt;b" in rendered.html
    assert rendered.html.startswith('<h1 id="title">')


@pytest.mark.parametrize("body", ["", "\n \n", "\ufeff", "\x00\x01\x02", "\r\r\n", "\ud800 \udfff"])
def test_odd_bodies(result: Result, body: str) -> None:
    assert result(body).problems == ()


_PIECES = [
    "*",
    "_",
    "`",
    "```\n",
    "[",
    "]",
    "(",
    ")",
    "!",
    "<",
    ">",
    "div",
    "/",
    "\n",
    "    ",
    "- ",
    "1. ",
    "|",
    "-",
    "$",
    "\\",
]
_PIECES += [
    "{% ",
    " %}",
    "{{",
    "}}",
    "note",
    "endnote",
    ":::",
    "#",
    "~~",
    "==",
    ": ",
    "[^a]",
    "]: ",
    "字",
    "\x02",
    "&",
    "<!--",
    "-->",
    "=",
    '"',
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
def test_any_mixture_of_signs_is_rendered(body: str) -> None:
    rendered = render_markdown(body, MarkdownContext(Path("a.md")))
    assert "\x02" not in rendered.html
    assert "\ue000" not in rendered.html
    if "字" in body:
        assert "字" in rendered.html or "<!--" in body or "{" in body or "]: " in body or "\n" in body
