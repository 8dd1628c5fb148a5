# SPDX-License-Identifier: MIT
"""Finds a highlighted passage again in a changed text; a place is either the right one or none.

The selectors are those of the Web Annotation Data Model (TextQuote and TextPosition,
https://www.w3.org/TR/annotation-model/#selectors). The context on either side is taken long enough that
each side alone tells the passage from all others; so one side that was not edited is proof enough.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher

from reader.core.settings.normal_text import NormalText, folded, normalise

LEAST_CONTEXT = 32
MOST_CONTEXT = 320
MOST_RIVALS = 2000
_MARGIN = 6
_TELLING = 6
_ALIKE = 0.25


@dataclass(frozen=True, slots=True)
class Selector:
    """A passage of a text; `start` and `end` count normalised characters, the texts are as displayed."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0
    path: tuple[int, ...] = ()  # of the paragraph: child numbers from the article's element down
    length: int = 0  # of the whole normalised text, to know an unchanged one
    near: int = LEAST_CONTEXT  # characters on both sides that tell it from all others
    nth: int = 0  # of the passages that are the same with their contexts, …
    same: int = 1  # … how many there were


def select(
    text: str | NormalText, original: str, start: int, end: int, path: tuple[int, ...] = ()
) -> Selector:
    """The selector of `original[start:end]`; `text` is the same text, normalised or not."""
    normal = normalise(text) if isinstance(text, str) else text
    first, last = normal.to_normal(start), normal.to_normal(end)
    before = _context_before(normal.text, first, last)
    after = _context_after(normal.text, first, last)
    whole = normal.text[first - before : last + after]
    alike = _occurrences(normal.text, whole) if whole else []
    return Selector(
        exact=original[start:end],
        prefix=original[normal.to_original(first - before) : start] if before else "",
        suffix=original[end : normal.to_original(last + after)] if after else "",
        start=first,
        end=last,
        path=path,
        length=len(normal.text),
        near=_context_around(normal.text, first, last),
        nth=sum(place < first - before for place in alike),
        same=len(alike),
    )


def find(selector: Selector, text: str | NormalText) -> tuple[int, int] | None:
    """Where the passage stands now, as offsets in the original of `text`; None if no place is sure."""
    normal = normalise(text) if isinstance(text, str) else text
    exact = folded(selector.exact)
    prefix, suffix = folded(selector.prefix), folded(selector.suffix)
    unchanged = len(normal.text) == selector.length
    if unchanged and normal.text.startswith(prefix + exact + suffix, max(0, selector.start - len(prefix))):
        place: int | None = selector.start
    else:
        place = _find(normal.text, exact, prefix, suffix, selector)
    if place is None:
        return None
    return normal.to_original(place), normal.to_original(place + len(exact) - 1) + 1


def _find(text: str, exact: str, prefix: str, suffix: str, made: Selector) -> int | None:
    if not exact:
        return None
    places = _occurrences(text, prefix + exact + suffix)
    if places and len(places) == made.same:
        return places[min(made.nth, len(places) - 1)] + len(prefix)
    if places:
        return None  # the same passage with the same neighbours, more or fewer times than before
    near = made.near
    by_side = [_by_one_side(text, prefix + exact, len(prefix)), _by_one_side(text, exact + suffix, 0)]
    enough = [len(prefix) >= LEAST_CONTEXT, len(suffix) >= LEAST_CONTEXT]
    found = {place for place, fine in zip(by_side, enough, strict=True) if fine and place is not None}
    if len(found) == 1:
        return found.pop()
    if found or near >= LEAST_CONTEXT:
        return None
    place = _by_one_side(text, _tail(prefix, near + _MARGIN) + exact + suffix[: near + _MARGIN], 0)
    if place is not None:
        return place + len(_tail(prefix, near + _MARGIN))
    return _only_one_like_it(text, exact, prefix, suffix) if near == 0 else None


def _alone(text: str, whole: str, place: int) -> bool:
    return text.find(whole, place + 1) < 0 and text.find(whole, 0, place + len(whole) - 1) < 0


def _by_one_side(text: str, piece: str, shift: int) -> int | None:
    places = _occurrences(text, piece, 2)
    return places[0] + shift if len(places) == 1 else None


def _only_one_like_it(text: str, exact: str, prefix: str, suffix: str) -> int | None:
    """Both neighbours were edited, but the words themselves never stood anywhere else."""
    places = _occurrences(text, exact, 2)
    if len(places) != 1 or len(exact) < _TELLING:
        return None
    return places[0] if _likeness(text, places[0], exact, prefix, suffix) >= _ALIKE else None


def _likeness(text: str, place: int, exact: str, prefix: str, suffix: str) -> float:
    end = place + len(exact)
    here = text[max(0, place - len(prefix)) : place], text[end : end + len(suffix)]
    matched = sum(
        block.size
        for there, now in zip((prefix, suffix), here, strict=True)
        for block in SequenceMatcher(None, there, now, autojunk=False).get_matching_blocks()
        if block.size >= 4
    )
    return matched / max(LEAST_CONTEXT, len(prefix) + len(suffix))


def _occurrences(text: str, piece: str, most: int = MOST_RIVALS) -> list[int]:
    found: list[int] = []
    place = text.find(piece)
    while place >= 0 and len(found) < most:
        found.append(place)
        place = text.find(piece, place + 1)
    return found


def _context_before(text: str, first: int, last: int) -> int:
    """How many characters before make the passage the only one of its kind; too few where none do."""
    most = min(MOST_CONTEXT, first)
    return _least(most, lambda size: _alone(text, text[first - size : last], first - size))


def _context_after(text: str, first: int, last: int) -> int:
    most = min(MOST_CONTEXT, len(text) - last)
    return _least(most, lambda size: _alone(text, text[first : last + size], first))


def _context_around(text: str, first: int, last: int) -> int:
    """How many characters on both sides at once make it the only one."""
    for size in range(LEAST_CONTEXT):
        begin = max(0, first - size)
        if _alone(text, text[begin : last + size], begin):
            return size
    return LEAST_CONTEXT


def _tail(text: str, size: int) -> str:
    return text[max(0, len(text) - size) :]


def _least(most: int, proves: Callable[[int], bool]) -> int:
    """The least size from the usual one on that proves it: whatever proves, all above proves too."""
    if most < LEAST_CONTEXT or not proves(most):
        return min(most, LEAST_CONTEXT - 1)
    low, high = LEAST_CONTEXT, most
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if proves(middle) else (middle + 1, high)
    return low
