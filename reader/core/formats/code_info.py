# SPDX-License-Identifier: MIT
"""The line that opens a code fence: language and title in the spellings of all dialects."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_TITLE = re.compile(r"""(?:title|file|filename|caption|name|label)\s*[=:]\s*("[^"]*"|'[^']*'|[^\s,}]+)""")
_CLASS = re.compile(r"\.([\w+#-]+)")
_WORD = re.compile(r"[\w+#.\-]+")


@dataclass(frozen=True, slots=True)
class CodeInfo:
    """What a fence says of its code."""

    lang: str = ""
    title: str = ""

    is_html: bool = False  # Pandoc's `{=html}`: no code but part of the page

    @property
    def is_math(self) -> bool:
        """Whether the fence holds a formula."""
        return self.lang.lower() in ("math", "katex")


def parse_info(info: str) -> CodeInfo:
    """Language and title of `python title="x"`, `{.python .big}`, `{r name, echo=FALSE}`, `js:app.js`."""
    text = info.strip()[:500]
    return _parsed(text) if text else CodeInfo()


@lru_cache(maxsize=1024)
def _parsed(text: str) -> CodeInfo:
    found = _TITLE.search(text)
    title = found[1].strip("\"'") if found else ""
    if text.replace(" ", "") == "{=html}":
        return CodeInfo(is_html=True)
    if text.startswith("{"):
        inner = text.strip("{} ")
        named = _CLASS.match(inner) or _WORD.match(inner.lstrip("="))
        lang = named[named.lastindex or 0] if named else ""
        return CodeInfo(lang, title if "=" in inner and found and found[0].startswith("title") else "")
    head, _, rest = text.partition(" ")
    head = re.split(r"[{\[,]", head, maxsplit=1)[0]
    lang, colon, name = head.partition(":")
    if head.startswith("lang:"):
        lang, colon, name = head[5:], "", ""
    if not colon and not _WORD.fullmatch(lang):
        return CodeInfo(lang if lang.isascii() and "=" not in lang else "", title)
    if not title and colon and "." in name:
        title = name
    if (
        not title
        and rest
        and "=" not in rest
        and ":" not in rest
        and re.match(r"[\w./\-]+\.\w+(?:\s|$)", rest)
    ):
        title = rest.split()[0]
    return CodeInfo(lang if "=" not in lang else "", title)
