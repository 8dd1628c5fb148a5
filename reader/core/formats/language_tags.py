# SPDX-License-Identifier: MIT
"""Language tags as headers, pages and file names state them."""

from __future__ import annotations

import re
from functools import lru_cache

_LONGEST = 50  # characters of a tag
_LANG = r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}"
_NAME_LANG = r"[a-z]{2}(?:-(?:[A-Z]{2}|Han[st]|[a-z]{2}))?"
_LANGUAGES = frozenset((
    "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "gl",
    "he", "hi", "hr", "hu", "id", "it", "ja", "ka", "ko", "lt", "lv", "ms", "nb", "nl", "no", "pl",
    "pt", "ro", "ru", "sk", "sl", "sr", "sv", "sw", "ta", "te", "th", "tr", "uk", "ur", "vi", "zh",
))  # fmt: skip


def language(text: str) -> str | None:
    """A declared language as BCP 47, or None if it is no language tag."""
    text = text.strip()
    return _tag(text) if text and len(text) < _LONGEST else None


@lru_cache(maxsize=256)
def _tag(text: str) -> str | None:
    if not re.fullmatch(_LANG, text):
        return None
    head, *rest = text.replace("_", "-").split("-")
    shaped = [part.title() if len(part) == 4 else part.upper() if len(part) == 2 else part for part in rest]
    return "-".join([head.lower(), *shaped])


def language_of_name(stem: str) -> str | None:
    """The language a file name ends with: `index.fa` is Persian."""
    code = stem.rpartition(".")[2] if "." in stem else ""
    return language(code) if code[:2] in _LANGUAGES and re.fullmatch(_NAME_LANG, code) else None
