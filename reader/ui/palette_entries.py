# SPDX-License-Identifier: MIT
"""What the palette can go to, and how well a few typed letters fit each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from unicodedata import combining, normalize


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """One thing to do or to go to; `hint` says what kind it is, or its shortcut."""

    text: str
    hint: str
    run: Callable[[], object]
    also: str = ""  # other words it is known by
    rank: int = 0  # smaller comes first among equals
    folded: str = field(init=False, default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "folded", fold(f"{self.text} {self.also}"))


def fold(text: str) -> str:
    """Without case, accents and width."""
    return "".join(sign for sign in normalize("NFKD", text.casefold()) if not combining(sign))


def best(entries: Iterable[PaletteEntry], typed: str, most: int) -> list[PaletteEntry]:
    """The entries that fit what was typed, best first; all, in their order, where nothing was."""
    words = fold(typed).split()
    found = [(fit, entry) for entry in entries if (fit := _fit(entry.folded, words)) is not None]
    found.sort(key=lambda pair: (pair[0], pair[1].rank))
    return [entry for _fit_of, entry in found[:most]]


def _fit(text: str, words: list[str]) -> int | None:
    """0 is best; None where a word does not fit at all."""
    total = 0
    for word in words:
        cost = _cost(text, word)
        if cost is None:
            return None
        total += cost
    return total


def _cost(text: str, word: str) -> int | None:
    """At the beginning, at the beginning of a word, anywhere, as initials; then as letters in their order."""
    if text.startswith(word):
        return 0
    place = text.find(word)
    if place > 0:
        return 1 if not text[place - 1].isalnum() else 2
    initials = "".join(part[0] for part in text.split() if part)
    if len(word) > 1 and word in initials:
        return 3
    if len(word) < 3:
        return None
    place = -1
    gaps = 0
    for sign in word:
        following = text.find(sign, place + 1)
        if following < 0:
            return None
        gaps += following - place - 1 if place >= 0 else 0
        place = following
    return 4 + gaps if gaps <= 2 * len(word) else None
