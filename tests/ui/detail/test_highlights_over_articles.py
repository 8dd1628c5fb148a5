# SPDX-License-Identifier: MIT
"""Highlights over real articles in a real page: drawn where they were made, after an edit elsewhere too.

`READER_HIGHLIGHTS` says how many (10,000 takes some minutes); a few by default.
"""

from __future__ import annotations

import json
import os
import random
from itertools import takewhile
from pathlib import Path

import pytest

from reader.core.settings.anchoring import Selector, find, select
from reader.core.settings.normal_text import folded
from reader.ui.highlight_layer import DrawnMark, HighlightLayer
from reader.ui.page_text import PageText

from .conftest import Desk

pytestmark = [pytest.mark.engine, pytest.mark.slow, pytest.mark.qt_log_ignore("GPUInfo not initialized")]

_EACH = 25  # highlights of one article
_DRAWN = (
    "JSON.stringify([...CSS.highlights.get('reader-yellow')].map(r => { const x = document.createRange();"
    "x.setStart(r.startContainer, r.startOffset); x.setEnd(r.endContainer, r.endOffset);"
    "return x.toString() }))"
)


def _articles(shared: Path, wanted: int) -> list[Path]:
    found = sorted(
        path for path in (shared / "articles").rglob("*.md") if 3_000 < path.stat().st_size < 60_000
    )
    return random.Random(7).sample(found, min(wanted, len(found)))


def _text(desk: Desk, layer: HighlightLayer) -> PageText:
    found: list[PageText] = []
    layer.read_text(found.append)
    desk.bot.waitUntil(lambda: bool(found), timeout=30_000)
    return found[0]


def _spans(text: str, dice: random.Random) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for _ in range(_EACH * 4):
        start = dice.randrange(max(1, len(text) - 10))
        end = min(len(text), start + dice.randrange(8, 120))
        if len(folded(text[start:end])) >= 6 and not (text[start].isspace() or text[end - 1].isspace()):
            spans.append((start, end))
    return spans[:_EACH]


def _edited(source: str, dice: random.Random) -> str:
    """With a paragraph more, somewhere between two others of the second half."""
    breaks = [at for at in range(len(source) // 2, len(source)) if source.startswith("\n\n", at)]
    at = dice.choice(breaks) if breaks else len(source)
    return f"{source[:at]}\n\n另加的一段 about something else, number {dice.random()}.{source[at:]}"


def _expected(before: str, after: str, start: int) -> int | None:
    """Where a normalised place of the old text stands in the new one; None beside the edit."""
    same = _alike(before, after)
    rest = _alike(before[same:][::-1], after[same:][::-1])
    if start < same - 200:
        return start
    return start + len(after) - len(before) if start > len(before) - rest + 200 else None


def _alike(one: str, other: str) -> int:
    """How many characters at the beginning are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def test_highlights_stay_at_their_words(desk: Desk, shared: Path, tmp_path: Path) -> None:
    wanted = int(os.environ.get("READER_HIGHLIGHTS", "200"))
    layer, dice = HighlightLayer(desk.detail.view, desk.detail), random.Random(11)
    made = kept = 0
    wrong: list[str] = []
    for number, path in enumerate(_articles(shared, -(-wanted // _EACH))):
        copy = tmp_path / f"{number}.md"
        source = path.read_text("utf-8", "replace")
        copy.write_text(source, "utf-8")
        desk.open(copy)
        text = _text(desk, layer)
        spans = _spans(text.text, dice)
        layer.draw([DrawnMark(str(i), *span, "yellow", False) for i, span in enumerate(spans)], text)
        shown = [folded(words) for words in json.loads(desk.ask(_DRAWN))]
        assert sorted(shown) == sorted(folded(text.text[start:end]) for start, end in spans), path.name
        selectors = [select(text.text, text.text, *span) for span in spans]
        copy.write_text(_edited(source, dice), "utf-8")
        desk.open(copy)
        counted = _check(selectors, text.text, _text(desk, layer).text, wrong)
        made, kept = made + counted[0], kept + counted[1]
    assert wrong == []
    assert made > 0
    assert kept / made >= 0.99, f"{kept} of {made}"


def _check(selectors: list[Selector], before: str, after: str, wrong: list[str]) -> tuple[int, int]:
    """How many highlights have their words still, and how many of those were found."""
    made = kept = 0
    old, new = folded(before), folded(after)
    for selector in selectors:
        place = _expected(old, new, selector.start)
        span = find(selector, after)
        if place is None or new[place : place + len(folded(selector.exact))] != folded(selector.exact):
            continue
        made += 1
        if span is not None:
            kept += 1
            if len(folded(after[: span[0]])) != place:
                wrong.append(selector.exact[:60])
    return made, kept
