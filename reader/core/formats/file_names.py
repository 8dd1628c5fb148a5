# SPDX-License-Identifier: MIT
"""Titles made of file names, where neither header nor heading has one."""

from __future__ import annotations

import os
import re
from pathlib import Path

from reader.core.article import ArticleFormat, Dialect
from reader.core.formats.dates import date_in_name
from reader.core.formats.header_values import tidy
from reader.core.formats.titles import LONGEST_TITLE

_FOLDED = str.maketrans("～＋？％＊：｜＂＜＞＼", '~+?%*:|"<>\\')
_FOLDED_AMONG_HAN = str.maketrans("＋％＊｜＂＜＞＼", '+%*|"<>\\')  # ？ and ： are good Chinese
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SLUG = re.compile(r"(?=[^a-z]*[a-z])[a-z0-9]+(?:[-_][a-z0-9.]+)+$")
_LANGUAGE_SUFFIX = re.compile(r"\.([a-z]{2}(?:-[A-Za-z]{2,4})?)$")
_FOLDER_PAGES = frozenset({"index", "_index", "readme", "source"})


def file_title(path: Path, file_format: ArticleFormat, dialect: Dialect, fallback: str | None) -> str:
    """A title made from the file's name, else its folder's, else `fallback`; never empty."""
    stem = _readable(path.stem)
    stem = _LANGUAGE_SUFFIX.sub("", stem) or stem
    if stem.lower() in _FOLDER_PAGES:
        stem = ""
    for name in (stem, _readable(path.absolute().parent.name)):
        if title := _name_title(name, file_format, dialect):
            return title
    return fallback or _readable(path.name).strip() or "?"


def _readable(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "replace")


def _name_title(name: str, file_format: ArticleFormat, dialect: Dialect) -> str:
    name = date_in_name(name)[1] or name
    if file_format in (ArticleFormat.HTML, ArticleFormat.MHTML):
        name = name.translate(_FOLDED_AMONG_HAN if _HAN.search(name) else _FOLDED)
    if _SLUG.match(name):
        words = re.sub(r"[-_]+", " ", name)
        name = words.title() if dialect is Dialect.JEKYLL else words[:1].upper() + words[1:]
    return tidy(name, LONGEST_TITLE).strip()
