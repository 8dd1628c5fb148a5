# SPDX-License-Identifier: MIT
"""Turns what is known of an article into what the index takes; slow work that any process can do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.core.article import CategoryPath, Metadata
from reader.core.library.search.folding import fold
from reader.core.library.search.frequent import frequent_stretches
from reader.core.library.search.stems import INDEXED_LANGUAGES, article_stems, primary
from reader.core.library.search.tokens import GAP, cut, stream, words

if TYPE_CHECKING:
    from reader.core.article import ArticleWords

MOST_CHARACTERS = 4_000_000
"""Of one article's text; the rest is neither found nor stored."""
MOST_HEAD_CHARACTERS = 2_000
BODY_ENCODING = "gb18030"
"""Two bytes for a Chinese character, one for ASCII, and every other character has a form: packs best."""
MOST_NAMES = 256

_UNPAIRED = re.compile("[\ud800-\udfff]")


class Prepared(NamedTuple):
    """One article, ready for `SearchWriter.put`; plain values that pass between processes."""

    key: str
    title: str  # folded
    streams: dict[str, str]
    pairs: str
    lang: str
    day: int
    words: int
    body: bytes  # the text, encoded as it is packed


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
    """Folds and cuts an article."""
    data = article.metadata
    text = stored_form(article.text[:MOST_CHARACTERS])
    spread, spaceless = cut(text)
    lang = primary(data.lang)
    title = fold(stored_form(data.title[:MOST_HEAD_CHARACTERS]))
    names = {
        "author": _names(data.authors),
        "site": _names([data.site or "", _host(data.source_url)]),
        "category": _names(_category(path) for path in data.categories),
        "tag": _names(data.tags),
    }
    streams = names | {
        "title": stream(title),
        "head": f" {GAP} ".join(name for name in names.values() if name),
        "path": stream(stored_form(str(article.path)[-MOST_HEAD_CHARACTERS:])),
        "lang": stored_form(" ".join(dict.fromkeys([lang, (data.lang or "").lower()])))[:99],
        "flags": " ".join(sorted(article.flags)),
        "text": spread,
    }
    if lang in INDEXED_LANGUAGES:
        streams["stems"] = " ".join(sorted(article_stems(words(f"{streams['title']} {spread}"), lang)))
    return Prepared(
        key=article.key,
        title=title,
        streams=streams,
        pairs=frequent_stretches(spaceless),
        lang=lang,
        day=_day(data),
        words=max(0, article.words),
        body=text.encode(BODY_ENCODING),
    )


def stored_form(text: str) -> str:
    """Text without what no index takes; letters and their marks in one character."""
    text = text.replace("\0", "\ufffd")
    if text.isascii():
        return text
    try:
        text.encode("utf-16-le")  # the fastest way to meet one
    except UnicodeEncodeError:
        text = _UNPAIRED.sub("\ufffd", text)
    return unicodedata.normalize("NFC", text)


def _names(names: Iterable[str]) -> str:
    shown = [stored_form(name[:MOST_HEAD_CHARACTERS]) for name in list(names)[:MOST_NAMES] if name]
    return f" {GAP} ".join(map(_name_stream, shown))


@lru_cache(maxsize=4096)
def _name_stream(name: str) -> str:
    """Authors, categories and tags come back in article after article."""
    return stream(name)


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
