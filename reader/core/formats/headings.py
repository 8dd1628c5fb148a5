# SPDX-License-Identifier: MIT
"""The heading that titles a body without a header."""

from __future__ import annotations

import html
import re

from reader.core.formats.header_values import tidy
from reader.core.formats.plain_words import plain_inline
from reader.core.formats.titles import LONGEST_TITLE, LOOKED_AT

_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_ATX = re.compile(r"[ ]{0,3}#(?!#)[ \t]*(\S.*?)[ \t]*#*[ \t]*$")
_ANY_HEADING = re.compile(r"[ ]{0,3}#{2,6}[ \t]+\S")
_SETEXT = re.compile(r"[ ]{0,3}=+[ \t]*$")
_HTML_H1 = re.compile(r"<h1\b[^>]*>(.*?)</h1\s*>", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<[/!a-zA-Z][^<>]*>")
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")


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
    return plain_inline(found[0])[:LONGEST_TITLE] if not leads or len(found) == 1 else ""


def html_heading_title(markup: str) -> str:
    """The first `<h1>` of a piece of HTML, if it is the only one in sight."""
    found = _HTML_H1.findall(markup[:LOOKED_AT])
    return tidy(html.unescape(_TAG.sub("", found[0])), LONGEST_TITLE) if len(found) == 1 else ""
