# SPDX-License-Identifier: MIT
"""Where a person stopped, by words: found again after other fonts, edits, cleaning and scripts."""

from __future__ import annotations

from reader.core.settings.normal_text import NormalText, folded, normalise
from reader.core.settings.reading_state import ReadingPosition

CONTEXT = 64
"""Characters kept of each side of the position."""
_LEAST = 6
_NEAR = 2000


def anchor(text: str, offset: int, path: tuple[int, ...] = ()) -> ReadingPosition:
    """The position at an offset of a text."""
    normal = normalise(text)
    place = normal.to_normal(offset)
    return ReadingPosition(
        path=path,
        offset=place,
        before=normal.text[max(0, place - CONTEXT) : place],
        after=normal.text[place : place + CONTEXT],
        fraction=min(1.0, place / len(normal.text)) if normal.text else 0.0,
    )


def resolve(position: ReadingPosition, text: str) -> int | None:
    """The offset in another version of the text where reading goes on; None where it has no text."""
    normal = normalise(text)
    if not normal.text:
        return None
    place = _place(position, normal)
    return normal.to_original(place)


def _place(position: ReadingPosition, normal: NormalText) -> int:
    text, hint = normal.text, position.offset
    before, after = folded(position.before), folded(position.after)
    if not before and hint == 0:
        return 0
    expected = round(position.fraction * len(text))
    if text.startswith(after, hint) and text.endswith(before, 0, hint) and after:
        return hint
    for size in (len(before) + len(after), 48, 32, 24, 16, 10, _LEAST):
        pieces = _pieces(before, after, size)
        found = [_nearest(text, piece, hint + shift, shift) for piece, shift in pieces]
        places = [place for place in found if place is not None]
        if places:
            return min(places, key=lambda place: (-_agreement(text, place, before, after), abs(place - hint)))
    return min(len(text) - 1, hint if abs(hint - expected) < _NEAR else expected)


def _pieces(before: str, after: str, size: int) -> list[tuple[str, int]]:
    """Stretches of the context of about this size, each with how far from the position it begins."""
    whole = before + after
    if size >= len(whole):
        return [(whole, -len(before))] if whole else []
    starts = {0, len(before), max(0, len(before) - size), max(0, len(before) - size // 2), len(whole) - size}
    starts |= set(range(0, len(whole) - size + 1, max(4, size // 2)))
    inside = sorted(start for start in starts if start + size <= len(whole))
    return [(whole[start : start + size], start - len(before)) for start in inside]


def _nearest(text: str, piece: str, near: int, shift: int) -> int | None:
    """The place of the position if the occurrence of `piece` next to `near` is the right one."""
    near = max(0, min(len(text), near))
    right, left = text.find(piece, near), text.rfind(piece, 0, near + len(piece))
    found = [one for one in (left, right) if one >= 0]
    if not found:
        return None
    best = min(found, key=lambda one: abs(one - near))
    return max(0, min(len(text) - 1, best - shift))


def _agreement(text: str, place: int, before: str, after: str) -> int:
    """Characters of the context that stand there too."""
    ahead = sum(a == b for a, b in zip(after, text[place : place + len(after)], strict=False))
    start = max(0, place - len(before))
    behind = sum(a == b for a, b in zip(reversed(before), reversed(text[start:place]), strict=False))
    return ahead + behind
