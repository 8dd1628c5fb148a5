# SPDX-License-Identifier: MIT
"""The marks of a saved page, found without building a tree: `<meta>`, `<link>`, titles, comments."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from reader.core.formats.header_values import tidy

_SCANNED = 3 * 1024 * 1024
_MARK = re.compile(
    r"<(meta|link|base|html|time|body)\b((?:[^<>\"']|\"[^\"]{0,20000}\"|'[^']{0,20000}')*+)>"
    r"|<title\b[^<>]*>([^<]{0,5000}(?:<(?!/title)[^<]{0,1000}){0,20})</title"
    r"|<(h1)\b[^<>]{0,2000}>"
    r"|<(script)\b[^<>]{0,2000}?ld\+json[^<>]{0,2000}>"
    r"|<(svg|script|style)\b[^<>]{0,20000}>",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"([^\s=\"'<>/]{1,100})(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
_TAG = re.compile(r"<[/!a-zA-Z][^<>]*>")
_SINGLE_FILE = re.compile(
    r"<!--\s*(?:Page saved with SingleFile|Archive processed by SingleFile)(.{0,4000}?)-->", re.DOTALL
)
_SINGLE_FILE_LINE = re.compile(r"^\s*(url|saved date|info)\s*:\s*(.*?)\s*$", re.MULTILINE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)\s*(\S{1,4000}?)\s*-->")
_JSON_COMMENT = re.compile(
    r"\A\s*(?:<!doctype[^<>]{0,200}>\s*)?<!--\s*\{\s*\"url\"\s*:\s*\"(https?://[^\"\s]{1,2000})\"",
    re.IGNORECASE,
)
_WECHAT = re.compile(
    r"\bvar\s+(ct|msg_title|nickname|msg_desc|msg_cdn_url|msg_link)\s*=\s*(?:htmlDecode\()?[\"']([^\"'\n]{0,2000})[\"']"
)
_MOST = 400
_LONGEST_SCRIPT = 1024 * 1024


@dataclass(slots=True)
class PageMarks:
    """What a page says of itself, in the order it says it."""

    metas: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    links: dict[str, str] = field(default_factory=dict[str, str])
    titles: list[str] = field(default_factory=list[str])
    headings: list[str] = field(default_factory=list[str])
    times: list[str] = field(default_factory=list[str])
    scripts: list[str] = field(default_factory=list[str])
    single_file: dict[str, str] = field(default_factory=dict[str, str])
    wechat: dict[str, str] = field(default_factory=dict[str, str])
    saved_from: str = ""
    base: str = ""
    lang: str = ""
    direction: str = ""

    def meta(self, *names: str) -> str:
        """The first of these `<meta>` names that says something."""
        for name in names:
            for text in self.metas.get(name, ()):
                if text:
                    return text
        return ""


def scan_page(markup: str) -> PageMarks:
    """All marks in the first megabytes of a page."""
    marks = PageMarks()
    text = markup[:_SCANNED]
    at = 0
    for _ in range(_MOST):
        match = _MARK.search(text, at)
        if not match:
            break
        at = _note(marks, text, match)
    _read_comments(marks, text)
    if "msg_title" in text or "var ct" in text:
        marks.wechat = {
            name: html.unescape(value) for name, value in reversed(_WECHAT.findall(text)) if value
        }
    return marks


def _note(marks: PageMarks, text: str, match: re.Match[str]) -> int:
    """Notes one mark; where to look for the next."""
    if match[1]:
        _note_tag(marks, match[1].lower(), attributes(match[2]))
    elif match[3] is not None:
        marks.titles.append(tidy(html.unescape(match[3])))
    elif match[4]:
        end = _end(text, "</h1", match.end(), 5000)
        marks.headings.append(tidy(html.unescape(_TAG.sub("", text[match.end() : end]))))
        return max(end, match.end())
    elif match[5]:
        end = _end(text, "</script", match.end(), _LONGEST_SCRIPT)
        if len(marks.scripts) < 20:
            marks.scripts.append(text[match.end() : end])
        return end
    elif match[6]:
        # A <title> inside a drawing, or tags inside a script, are not the page's.
        return _end(text, f"</{match[6].lower()}", match.end(), len(text))
    return match.end()


def _end(text: str, closing: str, start: int, longest: int) -> int:
    end = text.find(closing, start, start + longest)
    if end < 0:
        end = text.find(closing.upper(), start, start + longest)
    return end if end >= 0 else start


def _note_tag(marks: PageMarks, tag: str, given: dict[str, str]) -> None:
    if tag == "meta":
        name = (
            given.get("property")
            or given.get("name")
            or given.get("itemprop")
            or given.get("http-equiv")
            or ""
        )
        if name and (content := given.get("content", "").strip()):
            marks.metas.setdefault(name.strip().lower(), []).append(content)
    elif tag == "link":
        for relation in given.get("rel", "").lower().split():
            marks.links.setdefault(relation, given.get("href", "").strip())
    elif tag == "base":
        marks.base = marks.base or given.get("href", "").strip()
    elif tag == "time":
        if len(marks.times) < 20 and (moment := given.get("datetime")):
            marks.times.append(moment)
    else:
        marks.lang = marks.lang or given.get("lang") or given.get("xml:lang") or ""
        marks.direction = marks.direction or given.get("dir", "").lower()


def attributes(source: str) -> dict[str, str]:
    """The attributes of a tag; the first of each name counts, as in a browser."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(source):
        value = match[2] if match[2] is not None else match[3] if match[3] is not None else match[4] or ""
        found.setdefault(match[1].lower(), html.unescape(value) if "&" in value else value)
    return found


def _read_comments(marks: PageMarks, text: str) -> None:
    if "SingleFile" in text[:20_000] and (match := _SINGLE_FILE.search(text, 0, 20_000)):
        marks.single_file = {"saved": "yes"}
        marks.single_file.update((name.lower(), value) for name, value in _SINGLE_FILE_LINE.findall(match[1]))
    if "saved from url" in text[:20_000] and (match := _SAVED_FROM.search(text, 0, 20_000)):
        marks.saved_from = html.unescape(match[1])
    elif match := _JSON_COMMENT.match(text):
        marks.saved_from = match[1]
