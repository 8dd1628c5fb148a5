# SPDX-License-Identifier: MIT
"""Turns what is known of an article into what the index takes; slow work that any process can do."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.article import CategoryPath, Metadata
from reader.core.library.search.folding import fold
from reader.core.library.search.pinyin import title_initials, title_syllables
from reader.core.library.search.stems import article_stems, primary
from reader.core.library.search.tokens import GAP, runs, stream, words

if TYPE_CHECKING:
    from reader.core.article import ArticleWords

MOST_CHARACTERS = 4_000_000
"""Of one article's text; the rest is neither found nor stored."""
MOST_HEAD_CHARACTERS = 2_000
MOST_NAMES = 256
ENCODING = "gb18030"
"""Two bytes for a Chinese character, one for ASCII, and every other character has a form: packs best."""

_UNSTORABLE = re.compile("[\ud800-\udfff\0]")


@dataclass(frozen=True, slots=True)
class Prepared:
    """One article, ready for `SearchWriter.put`; plain values that pass between processes."""

    key: str
    streams: dict[str, str]
    runs: list[str]
    stems: str
    day: int
    words: int
    body: bytes
    text_bytes: int


@dataclass(frozen=True, slots=True)
class SearchText:
    """What of an article can be searched."""

    key: str
    path: Path
    metadata: Metadata
    text: str
    words: int = 0
    flags: frozenset[str] = frozenset()  # image, code, draft


def search_text(key: str, article: ArticleWords) -> SearchText:
    """The searchable side of a whole article."""
    flags = {
        "image": article.has_pictures,
        "code": article.has_code,
        "draft": article.metadata.draft,
    }
    held = frozenset(name for name, holds in flags.items() if holds)
    return SearchText(key, article.path, article.metadata, article.text, article.words, held)


def prepare(article: SearchText) -> Prepared:
    """Folds, cuts, stems and packs an article."""
    data = article.metadata
    text = stored_form(article.text[:MOST_CHARACTERS])
    folded = fold(text)
    spread = stream(folded)
    title = fold(stored_form(data.title[:MOST_HEAD_CHARACTERS]))
    title_stream = stream(title)
    names = {
        "author": _names(data.authors),
        "site": _names([data.site or "", _host(data.source_url)]),
        "category": _names(_category(path) for path in data.categories),
        "tag": _names(data.tags),
    }
    streams = names | {
        "title": title_stream,
        "head": f" {GAP} ".join(name for name in names.values() if name),
        "path": stream(fold(stored_form(str(article.path)[-MOST_HEAD_CHARACTERS:]))),
        "lang": stored_form(" ".join(dict.fromkeys([primary(data.lang), (data.lang or "").lower()])))[:99],
        "flags": " ".join(sorted(article.flags)),
        "text": spread,
        "syllables": title_syllables(title),
        "initials": title_initials(title),
    }
    return Prepared(
        key=article.key,
        streams=streams,
        runs=runs(folded),
        stems=" ".join(sorted(article_stems(words(f"{title_stream} {spread}"), data.lang))),
        day=_day(data),
        words=max(0, article.words),
        body=zlib.compress(text.encode(ENCODING), 6),
        text_bytes=len(text.encode("utf-8")),
    )


def stored_form(text: str) -> str:
    """Text without what no index takes; letters and their marks in one character."""
    if text.isascii() and "\0" not in text:
        return text
    return unicodedata.normalize("NFC", _UNSTORABLE.sub("\ufffd", text))


def unpacked(body: bytes, most_bytes: int) -> str:
    """The beginning of a stored text."""
    return zlib.decompressobj().decompress(body, most_bytes).decode(ENCODING, "ignore")


def _names(names: Iterable[str]) -> str:
    shown = [stored_form(name[:MOST_HEAD_CHARACTERS]) for name in list(names)[:MOST_NAMES] if name]
    return f" {GAP} ".join(map(_name_stream, shown))


@lru_cache(maxsize=4096)
def _name_stream(name: str) -> str:
    """Authors, categories and tags come back in article after article."""
    return stream(fold(name))


def _category(path: CategoryPath) -> str:
    return "\n".join(path)


def _host(url: str | None) -> str:
    if not url:
        return ""
    from urllib.parse import urlsplit

    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _day(data: Metadata) -> int:
    if data.date is None:
        return 0
    wall = data.date.wall
    return wall.year * 10_000 + wall.month * 100 + wall.day
