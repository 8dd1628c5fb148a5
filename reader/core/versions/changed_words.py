# SPDX-License-Identifier: MIT
"""Marks the words that differ between two versions of a paragraph; in Chinese, the characters."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

LARGEST = 400_000
"""Word by word comparisons of one paragraph; beyond, all between its common ends is marked."""
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_CJK}]|\s+|[^\W{_CJK}]+(?:['’.][^\W{_CJK}]+)*|.", re.DOTALL)


class Piece(NamedTuple):
    """A stretch of a paragraph, marked where the other version has something else."""

    text: str
    marked: bool


Pieces = tuple[Piece, ...]
_Block = tuple[int, int, int]  # from, from on the other side, so many


def changed_words(before: str, after: str) -> tuple[Pieces, Pieces]:
    """Both paragraphs in pieces, with what differs marked."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    rest = shorter - head
    tail = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    middle, middle_after = old[head : len(old) - tail], new[head : len(new) - tail]
    blocks: list[_Block] = [(0, 0, head)]
    if len(middle) * len(middle_after) <= LARGEST:
        found = SequenceMatcher(None, middle, middle_after, autojunk=False).get_matching_blocks()
        kept = [
            (head + one, head + two, size)
            for one, two, size in found
            if _says_enough(middle[one : one + size])
        ]
        blocks += kept
    blocks += [(len(old) - tail, len(new) - tail, tail)]
    return _pieces(old, [(one, size) for one, _, size in blocks]), _pieces(
        new, [(two, size) for _, two, size in blocks]
    )


def _says_enough(tokens: list[str]) -> bool:
    """A lone sign or space between two changes is not worth a break in the mark."""
    word = "".join(tokens).strip()
    return len(word) > 2 if word.isascii() else len(word) > 1


def _pieces(tokens: list[str], same: list[tuple[int, int]]) -> Pieces:
    pieces: list[Piece] = []
    at = 0
    for start, size in same:
        _add(pieces, "".join(tokens[at:start]), marked=True)
        _add(pieces, "".join(tokens[start : start + size]), marked=False)
        at = start + size
    return tuple(pieces)


def _add(pieces: list[Piece], text: str, *, marked: bool) -> None:
    if not text:
        return
    if pieces and pieces[-1].marked == marked:
        text = pieces.pop().text + text
    pieces.append(Piece(text, marked))
