# SPDX-License-Identifier: MIT
"""Titles of web pages, freed of the name of their site."""

from __future__ import annotations

import re

_SEPARATOR = re.compile(
    r"\s+(?:[|\-–—·•»]|--+)\s+|\s*[|｜]\s*|(?<![A-Za-z0-9])_{1,2}|_{1,2}(?![A-Za-z0-9])"
    r"|(?<![\x00-\x7f])-+(?=[^\s-])"
)
_SITE_WORD = re.compile(
    r"(?:网|網|博客|百科|百科全书|百科全書|新闻|新聞|频道|论坛|論壇|日报|日報|在线|社区|头条|知乎|简书)$"
)
_EDGES = " |-–—·•»_｜"
_SURE_MARKS = frozenset({"|", "｜", "_", "__", "·", "»", "--"})


def without_site(title: str, site: str, headings: list[str], guess: bool = True) -> str:
    """A page's title without the name of its site behind it (or in front); `guess` what follows a dash."""
    if _folded(title) in map(_folded, headings):
        return title
    parts = [part for part in _SEPARATOR.split(title) if part]
    if len(parts) > 1 and (heading := _matching_heading(title, parts, site, headings)):
        return heading
    for _ in range(3):
        parts = [part for part in _SEPARATOR.split(title) if part]
        shorter = _shortened(title, parts, site, guess) if len(parts) > 1 else title
        if shorter == title:
            break
        title = shorter
    return title


def _matching_heading(title: str, parts: list[str], site: str, headings: list[str]) -> str:
    """The heading that is the title's beginning, or its end behind a shorter name of the site."""
    whole = _folded(title)
    for heading in headings:
        name = _folded(heading)
        if len(name) < 3 or name in {_folded(site), _folded(parts[-1])} - {_folded(parts[0])}:
            continue
        if whole.startswith(name) and name != _folded(site):
            return heading
        if whole.endswith(name) and len(name) > len(_folded(parts[0])):
            return heading
        if name in whole and len(name) * 2 >= len(whole):
            return heading
    return ""


def _shortened(title: str, parts: list[str], site: str, guess: bool) -> str:
    """The title without its last part, if that is the site or looks like one."""
    if site and _folded(parts[0]) == _folded(site):
        return title[title.index(parts[0]) + len(parts[0]) :].lstrip(_EDGES)
    rest = title[: title.rindex(parts[-1])]
    mark = rest[len(rest.rstrip(_EDGES)) :].strip()
    rest = rest.rstrip(_EDGES)
    if site and _folded(parts[-1]) == _folded(site):
        return rest
    if _SITE_WORD.search(parts[-1]) and len(parts[-1]) <= 16 and len(rest) > 1:
        return rest
    short = len(parts[-1]) <= 24 and len(parts[-1].split()) <= 4
    # A dash is also punctuation within titles: what follows it must look like a name.
    spaced = title[: title.rindex(parts[-1])].endswith(" ")
    likely = mark in _SURE_MARKS or (guess and spaced and len(parts) == 2 and _is_name(parts[-1]))
    return rest if short and likely and len(rest) >= max(8, len(parts[-1])) else title


def _is_name(text: str) -> bool:
    words = text.split()
    return bool(words) and all(
        word[0].isupper() or not word[0].isascii() for word in words if word[0].isalpha()
    )


def agrees(stated: str, page: str) -> bool:
    """Whether a stated title is about what the page's own title says."""
    one, other = _folded(stated), _folded(page)
    return not other or one in other or other in one or one[:8] == other[:8]


def _folded(text: str) -> str:
    return "".join(text.lower().split())
