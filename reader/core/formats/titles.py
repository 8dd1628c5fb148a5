# SPDX-License-Identifier: MIT
"""Titles: as stated, as the body's first heading says, or as the file is called."""

from __future__ import annotations

import html
import os
import re
from pathlib import Path

from reader.core.article import ArticleFormat, Dialect
from reader.core.formats.dates import date_in_name
from reader.core.formats.header_values import tidy

LOOKED_AT = 16_000  # characters of the body searched for a heading: as many as the head of a file surely has

_LONGEST_TITLE = 1000
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_ATX = re.compile(r"[ ]{0,3}#(?!#)[ \t]*(\S.*?)[ \t]*#*[ \t]*$")
_ANY_HEADING = re.compile(r"[ ]{0,3}#{2,6}[ \t]+\S")
_SETEXT = re.compile(r"[ ]{0,3}=+[ \t]*$")
_HTML_H1 = re.compile(r"<h1\b[^>]*>(.*?)</h1\s*>", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<[/!a-zA-Z][^<>]*>")
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"\[([^\[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])")
_WIKI = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_ATTRIBUTES = re.compile(r"[ \t]*(?:\{[:#.][^{}]*\}|\{/\*.*?\*/\})[ \t]*$")
_CODE = re.compile(r"(`+)([^`]+)\1")
_STRONG = re.compile(r"(\*\*|__|\*|~~|==)(?=\S)(.+?)(?<=\S)\1")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>~|])")
_BRACES = re.compile(r"&#(?:123|0123|x7b);|&#(?:125|0125|x7d);", re.IGNORECASE)
_FOLDED = str.maketrans("～＋？％＊：｜＂＜＞＼", '~+?%*:|"<>\\')
_FOLDED_AMONG_HAN = str.maketrans("＋％＊｜＂＜＞＼", '+%*|"<>\\')  # ？ and ： are good Chinese
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SLUG = re.compile(r"(?=[^a-z]*[a-z])[a-z0-9]+(?:[-_][a-z0-9.]+)+$")
_LANGUAGE_SUFFIX = re.compile(r"\.([a-z]{2}(?:-[A-Za-z]{2,4})?)$")
_FOLDER_PAGES = frozenset({"index", "_index", "readme", "source"})


def stated_title(text: str) -> str:
    """A header's title as people read it."""
    return tidy(_CODE.sub(r"\2", unescape_braces(text)), _LONGEST_TITLE)


def unescape_braces(text: str) -> str:
    """`&#123;` and `&#125;`, as some generators write braces, made braces again."""
    if "&#" not in text:
        return text
    return _BRACES.sub(lambda match: "{" if match[0].lower() in _OPEN_BRACES else "}", text)


_OPEN_BRACES = frozenset({"&#123;", "&#0123;", "&#x7b;"})


def heading_title(body: str) -> str:
    """The heading that titles a text: its first, if that is of the highest level."""
    head = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), body[:LOOKED_AT])
    found: list[str] = []
    leads = fence = ""
    before = ""
    for line in head.split("\n"):
        if fence:
            fence = "" if line.strip().startswith(fence) and not line.strip(" \t`~") else fence
        elif (mark := line.lstrip()[:1]) in "`~" and mark and (match := _FENCE.match(line)):
            fence = match[1]
            leads = leads or "text"
        elif mark == "#" and (match := _ATX.match(line)):
            if line.lstrip()[1:2] in " \t" or not found:
                found.append(match[1])
        elif mark == "=" and _SETEXT.match(line) and before.strip() and len(before) < 200:
            found.append(before.strip())
            leads = "" if leads == before else leads
        elif mark == "#" and _ANY_HEADING.match(line):
            leads = leads or "text"
        elif not leads and mark and _TAG.sub("", _IMAGE.sub("", line)).strip():
            leads = line
        before = line
    if not found:
        return html_heading_title(head)
    return plain_inline(found[0]) if not leads or len(found) == 1 else ""


def html_heading_title(markup: str) -> str:
    """The first `<h1>` of a piece of HTML, if it is the only one in sight."""
    found = _HTML_H1.findall(markup[:LOOKED_AT])
    return tidy(html.unescape(_TAG.sub("", found[0])), _LONGEST_TITLE) if len(found) == 1 else ""


def plain_inline(text: str) -> str:
    """A line of Markdown as plain text."""
    text = _ATTRIBUTES.sub("", text)
    text = _IMAGE.sub("", text)
    text = _LINK.sub(r"\1", _WIKI.sub(r"\1", text))
    text = _STRONG.sub(r"\2", _STRONG.sub(r"\2", _TAG.sub("", _CODE.sub(r"\2", text))))
    return tidy(html.unescape(_ESCAPED.sub(r"\1", text)), _LONGEST_TITLE)


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
    return tidy(name, _LONGEST_TITLE).strip()
