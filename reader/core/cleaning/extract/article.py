# SPDX-License-Identifier: MIT
"""The steps from a whole page to its article, and their weaker repetitions when too little is left."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.html import HtmlElement

from reader.core.cleaning.extract.conditional import drop_conditionally
from reader.core.cleaning.extract.edges import drop_labelled, trim_edges
from reader.core.cleaning.extract.furniture import drop_furniture
from reader.core.cleaning.extract.guide import Guide, confirmed, described, read_guide, region_of, title_node
from reader.core.cleaning.extract.harvest import harvest
from reader.core.cleaning.extract.outline import Node, Outline, measure, measure_prose, outline_of
from reader.core.cleaning.extract.scoring import Clues, best_box, candidates, is_known_box
from reader.core.cleaning.extract.siblings import gather
from reader.core.cleaning.extract.visibility import drop_hidden

_ENOUGH = 200
_ENOUGH_IN_KNOWN_BOX = 40


@dataclass(frozen=True, slots=True)
class _Strictness:
    unlikely: bool = True
    weigh: bool = True
    judge: bool = True


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
    known: bool  # in a box marked as the article's text


def extract_article(tree: HtmlElement, url: str | None, title: str | None) -> HtmlElement:
    """The article of a page, moved out of `tree`; never empty where the page has text."""
    guide = read_guide(tree, title)
    body = tree if tree.tag == "body" else tree.find(".//body")
    outline = outline_of(tree if body is None else body)
    best: _Attempt | None = None
    for strictness in _ATTEMPTS:
        attempt = _try(outline, guide, strictness)
        if best is None or attempt.size > best.size:
            best = attempt
        if attempt.size >= (_ENOUGH_IN_KNOWN_BOX if attempt.known else _ENOUGH):
            break
    assert best is not None
    return harvest(outline, best.chosen, best.dropped)


def _try(outline: Outline, guide: Guide, strictness: _Strictness) -> _Attempt:
    for node in outline.nodes:
        node.dropped = False
        node.score = 0
    drop_hidden(outline)
    measure(outline.nodes)
    measure_prose(outline.nodes)
    seen = [node.size for node in outline.nodes]
    heading = title_node(outline, guide)
    region = region_of(heading)
    drop_furniture(outline, heading, strictness.unlikely)
    measure(outline.nodes)
    measure_prose(outline.nodes)
    clues = Clues(region, described(outline, guide), confirmed(outline, guide))
    top = best_box(outline, candidates(outline, strictness.weigh, clues), clues)
    chosen = gather(outline, top)
    if strictness.judge:
        for box in chosen:
            drop_labelled(outline, box)
    size = sum(drop_conditionally(outline, box, strictness.weigh, strictness.judge).size for box in chosen)
    measure(outline.nodes)
    trim_edges(outline, chosen)
    known = is_known_box(top) and size > 0.5 * seen[top.index]
    return _Attempt(chosen, frozenset(node for node in outline.nodes if node.dropped), size, known)
