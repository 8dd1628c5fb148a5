# SPDX-License-Identifier: MIT
"""How much of a text is written in each script; whole blocks of characters are counted at once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from reader.core.cleaning.language_tables import SCRIPT_RANGES

CHARACTERS_COUNT = ("han", "kana", "thai", "lao", "khmer", "burmese", "tibetan")
"""Scripts without spaces; of the others, words are counted, five letters each."""
_STARTS = tuple(first for first, _, _ in SCRIPT_RANGES)
_ASCII = re.compile("([\0-\x7f]+)")  # long stretches of one class are passed by fastest
_LONG = 2000
_SURROGATES = frozenset(range(0xD8, 0xE0))


def script_counts(text: str) -> Counter[str]:
    """How much is written in each script: characters of Han and kana, words of the others."""
    narrow = text.encode("latin-1", "ignore")
    letters: dict[str, int] = {}
    if len(narrow) < len(text):
        whole, others = by_block(text)
        letters.update(whole)
        for character, number in others.items():
            script = _script_of(character)
            letters[script] = letters.get(script, 0) + number
        letters.pop("", None)
    letters["latin"] = letters.get("latin", 0) + len(narrow.translate(None, _NO_LATIN))
    return Counter({name: n if name in CHARACTERS_COUNT else -(-n // 5) for name, n in letters.items() if n})


def sides_of(text: str) -> Sequence[str]:
    """A text in pieces, by turns without any ASCII and of ASCII; the first and last may be empty."""
    return _both_sides(text) if len(text) > _LONG else _ASCII.split(text)


def foreign_of(text: str) -> str:
    """The characters of a text that are not ASCII."""
    return "" if text.isascii() else "".join(sides_of(text)[::2])


@lru_cache(maxsize=1)  # a long text is looked at several times, one after the other
def _both_sides(text: str) -> tuple[str, ...]:
    return tuple(_ASCII.split(text))


@lru_cache(maxsize=1)  # words and scripts of a text are counted one after the other
def by_block(text: str) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """How many characters stand in blocks of one script; and which ones in blocks that hold several."""
    found: dict[str, int] = {}
    foreign = foreign_of(text)
    blocks = foreign.encode("utf-16-le", "surrogatepass")[1::2].translate(None, _SILENT)
    for script, whole in _WHOLE.items():
        left = blocks.translate(None, whole)
        found[script], blocks = len(blocks) - len(left), left
    return found, Counter(_SHARED.findall(foreign)) if blocks else {}


@lru_cache(maxsize=1 << 16)
def _script_of(character: str) -> str:
    return _script_at(ord(character))


def _script_at(code: int) -> str:
    row = SCRIPT_RANGES[bisect_right(_STARTS, code) - 1] if code >= _STARTS[0] else None
    return row[2] if row and row[0] <= code <= row[1] else ""


_NO_LATIN = bytes(code for code in range(0x100) if _script_at(code) != "latin")
_WHOLE = {
    "han": bytes((*range(0x34, 0x4D), *range(0x4E, 0xA0), 0xF9, 0xFA)),
    "hangul": bytes(range(0xAC, 0xD7)),
}
"""Blocks of 256 characters that are of one script."""
_MET = {block for first, last, _ in SCRIPT_RANGES for block in range(first >> 8, (last >> 8) + 1)}
_SILENT = bytes(block for block in range(0x100) if block not in _MET | _SURROGATES) + b"\0"
"""Blocks without any; Latin-1 is looked at by itself."""
_WIDE = range(0x3040, 0x3100)
_PUNCTUATED = (0x30, 0xFF)
"""Blocks of which any Chinese text has the punctuation."""


def _class_of(block: int) -> str:
    """What of a block has to be looked at one by one, for a class of a regular expression."""
    codes = range(block << 8, (block << 8) + 0x100)
    if block not in _PUNCTUATED:
        return f"{chr(codes[0])}-{chr(codes[-1])}"
    return "".join(chr(code) for code in codes if _script_at(code) or code in _WIDE or chr(code).isalnum())


_SHARED = re.compile(
    "[{}\U00010000-\U0010ffff]".format(
        "".join(
            _class_of(block)
            for block in range(1, 0x100)
            if block not in _SURROGATES and not any(block in some for some in (_SILENT, *_WHOLE.values()))
        )
    )
)
"""Characters of all other blocks that may be of a script or of a word."""
