# SPDX-License-Identifier: MIT
"""The steps from a whole page to its article, and their weaker repetitions when too little is left."""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, cast

from reader.core.cleaning.extract.code_tables import keep_code
from reader.core.cleaning.extract.conditional import drop_conditionally
from reader.core.cleaning.extract.declared import article_of_text, outweighs, show_noscript
from reader.core.cleaning.extract.edges import drop_labelled, trim_edges, trim_unconfirmed
from reader.core.cleaning.extract.formulas import has_formulas, restore_formulas
from reader.core.cleaning.extract.furniture import drop_furniture
from reader.core.cleaning.extract.guide import Guide, confirmed, described, read_guide, region_of, title_node
from reader.core.cleaning.extract.harvest import harvest
from reader.core.cleaning.extract.light import light_extract
from reader.core.cleaning.extract.outline import Node, Outline, measure, measure_prose, outline_of, text_size
from reader.core.cleaning.extract.scoring import Clues, best_box, candidates, is_known_box
from reader.core.cleaning.extract.siblings import gather
from reader.core.cleaning.extract.visibility import drop_hidden
from reader.core.cleaning.tree import Element

_ENOUGH = 200
_ENOUGH_IN_KNOWN_BOX = 40
_A_LINE = 40
_NEARLY_NOTHING = 140
_MOST_ELEMENTS = 120_000
_DEEPEST = 1000


@dataclass(frozen=True, slots=True)
class _Strictness:
    unlikely: bool = True  # drop what class names call furniture
    weigh: bool = True  # let class names add to scores
    judge: bool = True  # drop boxes by their density


_ATTEMPTS = (
    _Strictness(),
    _Strictness(unlikely=False),
    _Strictness(unlikely=False, weigh=False),
    _Strictness(unlikely=False, weigh=False, judge=False),
)


@dataclass(frozen=True, slots=True)
class _Attempt:
    chosen: list[Node]
    dropped: frozenset[Node]
    size: float
    prose: float
    known: bool  # in a box marked as the article's text


def extract_article(tree: Element, url: str | None, title: str | None) -> Element:
    """The article of a page, moved out of `tree`; never empty where the page has text."""
    with _collector_paused():
        return _extracted(tree, url, title)


@contextmanager
def _collector_paused() -> Generator[None]:
    # Thousands of nodes are made in one go and live to the end: looking for garbage among them finds none.
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _extracted(tree: Element, url: str | None, title: str | None) -> Element:
    guide = read_guide(tree, url, title)
    found = tree if tree.tag == "body" else tree.find(".//body")
    body = tree if found is None else found
    if int(cast(Any, body).xpath("count(.//*)")) > _MOST_ELEMENTS:
        return light_extract(body)
    keep_code(body)
    outline = outline_of(body)
    if has_formulas(outline, body):
        restore_formulas(body)
        outline = outline_of(body)
    if outline.depth > _DEEPEST:
        return light_extract(body)
    best = _best_attempt(outline, guide)
    if best.size < _NEARLY_NOTHING and show_noscript(body, best.size):
        outline = outline_of(body)
        best = _best_attempt(outline, guide)
    if best.size <= 0:
        best = _Attempt([outline.root], frozenset(), 0, 0, False)
    if outweighs(guide.body_text, best.size):
        return article_of_text(guide.body_text)
    return harvest(outline, best.chosen, best.dropped)


def _best_attempt(outline: Outline, guide: Guide) -> _Attempt:
    best: _Attempt | None = None
    for strictness in _ATTEMPTS:
        attempt = _try(outline, guide, strictness)
        if best is None or _is_better(attempt, best):
            best = attempt
        if attempt.size >= (_ENOUGH_IN_KNOWN_BOX if attempt.known else _ENOUGH):
            break
    assert best is not None
    return best


def _is_better(attempt: _Attempt, best: _Attempt) -> bool:
    """Whether a weaker attempt found more running text, not only more words."""
    if best.size < _A_LINE:
        return attempt.size > best.size
    return attempt.prose > 1.5 * best.prose


def _try(outline: Outline, guide: Guide, strictness: _Strictness) -> _Attempt:
    nodes = outline.nodes
    for node in nodes:
        node.dropped = False
        node.score = 0
    measure(nodes)
    measure_prose(nodes)
    drop_hidden(outline)
    seen = [node.size for node in nodes]
    heading = title_node(outline, guide)
    region = region_of(heading)
    drop_furniture(outline, heading, strictness.unlikely)
    clues = Clues(region, described(outline, guide), confirmed(outline, guide))
    top = best_box(outline, candidates(outline, strictness.weigh, clues), clues)
    chosen = gather(outline, top, heading, clues)
    size = _clean(outline, chosen, strictness)
    if clues.confirmed:
        trim_unconfirmed(outline, chosen, clues.confirmed, text_size(guide.body_text))
    prose = sum(box.prose for box in chosen)
    known = is_known_box(top) and size > 0.5 * seen[top.index]
    return _Attempt(chosen, frozenset(node for node in nodes if node.dropped), size, prose, known)


def _clean(outline: Outline, chosen: list[Node], strictness: _Strictness) -> float:
    """Drop what does not belong in the chosen boxes; the size of what is left."""
    if strictness.judge:
        for box in chosen:
            drop_labelled(outline, box)
    size = sum(drop_conditionally(outline, box, strictness.weigh, strictness.judge).size for box in chosen)
    trim_edges(outline, chosen)
    return size
