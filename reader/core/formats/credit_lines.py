# SPDX-License-Identifier: MIT
"""Where a translation comes from, as its first lines say instead of a header."""

from __future__ import annotations

import re

from reader.core.formats.titles import Credits

_SEEN = 3000
_LINK = re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\(\s*<?(https?://[^\s)>]+)")
_ADDRESS = re.compile(r"https?://[^\s)>\]\"'，。]+")
_SOURCE = re.compile(
    r"^[>\s*+-]*(?:原文(?:地址|链接|鏈接|連結)?|文章出处|英文原文|原文連結|本文地址)[ \t]*[:：=][ \t]*(.+)$",
    re.MULTILINE,
)
_AUTHOR = re.compile(r"^[>\s*+-]*(?:原文)?作者[ \t]*[:：=][ \t]*(.+)$", re.MULTILINE)
_ASSIGNED = re.compile(r"(?:原文链接|作者|原文日期|译者|校对|定稿|发布时间)=.*")
_BODY_MARK = "<!--此处开始正文-->"


def body_credits(body: str) -> Credits:
    """What credit lines at the top of a body say of the original."""
    head = body[:_SEEN]
    title, address, authors = "", None, ()
    source = _SOURCE.search(head)
    if source:
        if link := _LINK.search(source[1]):
            title, address = link[1].strip(), link[2]
        elif found := _ADDRESS.search(source[1]):
            address = found[0]
    # «作者：» alone may be running text: it counts beside a source line.
    if source and (author := _AUTHOR.search(head)):
        link = _LINK.search(author[1])
        name = (link[1] if link else _ADDRESS.sub("", author[1])).strip(" *()（）")
        authors = (name[:200],) if name else ()
    return Credits(title[:500], authors, address)


def assigned_credits(body: str) -> str:
    """`key=value` lines above a body mark, rewritten as a list so that they read as lines."""
    head = body[:_SEEN]
    start = len(head) - len(head.lstrip())
    end = head.find(_BODY_MARK)
    if end < 0 or not _ASSIGNED.match(body, start):
        return body
    lines = [line.strip() for line in body[:end].split("\n") if line.strip()]
    if not all(_ASSIGNED.fullmatch(line) for line in lines):
        return body
    listed = "\n".join(f"> * {line.replace('=', '：', 1)}" for line in lines)
    return f"{listed}\n\n{body[end + len(_BODY_MARK) :]}"
