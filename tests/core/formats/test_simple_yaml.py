# SPDX-License-Identifier: MIT
"""The quick reader of simple YAML says the same as the real parser, or nothing."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.formats.simple_yaml import read_simple_yaml
from reader.core.formats.yaml_header import HeaderError, parse_full_yaml

_MARKS = ":-'\"#[],{}|>!%@`~\\?=：\t\n "
_WORDS = (
    "a",
    "title",
    "tags",
    "null",
    "true",
    "no",
    "012",
    "2020-02-03 10:00",
    "中文",
    "&a",
    "*a",
    "<<",
    "...",
)
_PIECES = st.sampled_from((*_MARKS, *_WORDS, "<<", "...", ": ", "- ", "  ", " # x", "\n\n", "\n  "))


@settings(max_examples=600, deadline=None)
@given(st.lists(_PIECES, max_size=14).map("".join))
def test_quick_reader_agrees_with_the_parser(source: str) -> None:
    quick = read_simple_yaml(source)
    if quick:
        try:
            full = parse_full_yaml(source)
        except HeaderError:
            full = "refused"
        assert quick == full


def test_quick_reader_knows_most_real_headers(shared_articles: Path) -> None:
    seen = known = 0
    for path in shared_articles.rglob("*.md"):
        text = path.read_text("utf-8").lstrip("\ufeff\n")
        if text.startswith("---\n") and (end := text.find("\n---", 4)) > 0:
            seen += 1
            if (quick := read_simple_yaml(text[4:end])) is not None:
                known += 1
                assert quick == parse_full_yaml(text[4:end])
    assert known > seen * 0.7
