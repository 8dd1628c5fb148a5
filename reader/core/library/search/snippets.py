# SPDX-License-Identifier: MIT
"""Cuts the piece out of a text where most of what was asked for stands together."""

from __future__ import annotations

import re

from reader.core.library.search.matching import HitFinder, Span
from reader.core.library.search.packing import TextUnpacker
from reader.core.library.search.prepared import BODY_ENCODING
from reader.core.library.search.results import Snippet

WIDTH = 180
"""Cells of a snippet: a Chinese character takes two."""
MOST_PLACES = 12
"""Places of one phrase that are weighed against each other."""
_FIRST_BYTES = 60_000
_MOST_BYTES = 4_000_000
_SPACE = re.compile(r"\s+")
_WIDE = "\u2e80"


def make_snippet(body: bytes, finder: HitFinder, texts: TextUnpacker) -> Snippet:
    """The best piece of a packed text; its beginning where nothing of it was asked for."""
    text = texts.beginning(body, _FIRST_BYTES)
    found = finder.by_phrase(text, MOST_PLACES, one_spelling=True)
    if found and not any(found) and texts.size(body) > _FIRST_BYTES:
        text = texts.beginning(body, _MOST_BYTES)
        found = finder.by_phrase(text, MOST_PLACES, one_spelling=True)
    start, end = _window(text, found)
    return _cut(text, start, end, finder)


def snippet_of(text: str, finder: HitFinder) -> Snippet:
    """The same of a text that is at hand."""
    start, end = _window(text, finder.by_phrase(text, MOST_PLACES))
    return _cut(text, start, end, finder)


def _window(text: str, found: list[list[Span]]) -> Span:
    places = sorted((span, number) for number, spans in enumerate(found) for span in spans)
    if not places:
        return 0, _reach(text, 0, WIDTH)
    best, most = places[0][0][0], -1
    enough = sum(map(bool, found)) * 4 + 3
    for at, ((start, _), _) in enumerate(places):
        near = [number for (_, end), number in places[at : at + 16] if end - start < WIDTH // 3]
        weight = len(set(near)) * 4 + min(len(near), 3)
        if weight > most:
            best, most = start, weight
        if weight >= enough:
            break
    begin = _line_start(text, best)
    return begin, _reach(text, begin, WIDTH)


def _line_start(text: str, place: int) -> int:
    """A little before `place`, at a sentence or word where one begins there."""
    lead = 24 if text[place : place + 1] >= _WIDE else 60
    earliest = max(0, place - lead)
    before = text[earliest:place]
    sentence = max(before.rfind(mark) for mark in "\n。！？")
    if sentence >= 0:
        return earliest + sentence + 1
    if earliest == 0:
        return 0
    words = [at for mark in " ，、；" if (at := before.find(mark)) >= 0]
    return earliest + min(words) + 1 if words else earliest


def _reach(text: str, start: int, width: int) -> int:
    cells = text[start : start + width].encode(BODY_ENCODING)  # two bytes, and two cells, for a Chinese one
    end = start + len(cells[:width].decode(BODY_ENCODING, "ignore"))
    if end < len(text) and text[end - 1].isalnum() and text[end] < _WIDE and text[end].isalnum():
        word = text.rfind(" ", max(start, end - 24), end)
        end = word if word > start else end
    return end


def _cut(text: str, start: int, end: int, finder: HitFinder) -> Snippet:
    piece = _SPACE.sub(" ", text[start:end]).strip()
    lead = "… " if start > 0 and text[start - 1] not in "\n。！？" else ""
    tail = "…" if text[end:].strip() else ""
    shown = f"{lead}{piece}{tail}" if piece else ""
    return Snippet(shown, tuple(finder.find(shown, MOST_PLACES)))
