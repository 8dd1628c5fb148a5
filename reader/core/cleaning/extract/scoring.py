# SPDX-License-Identifier: MIT
"""Finds the box that holds the article: paragraphs give points to what they stand in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reader.core.cleaning.extract.furniture import class_weight
from reader.core.cleaning.extract.outline import Node, Outline, in_teaser
from reader.core.cleaning.extract.words import BODY_BOX
from reader.core.cleaning.tree import names

_SHORTEST_PARAGRAPH = 25
_LEVELS = 5
_PARAGRAPH_TAGS = names("p pre td h2 h3 h4 h5 h6")
_TAG_POINTS = {
    "div": 5, "article": 8, "main": 5, "pre": 3, "td": 3, "blockquote": 3,
    "address": -3, "ol": -3, "ul": -3, "dl": -3, "dd": -3, "dt": -3, "li": -3, "form": -3,
    "h1": -5, "h2": -5, "h3": -5, "h4": -5, "h5": -5, "h6": -5, "th": -5,
}  # fmt: skip
_CANDIDATES = 5
_TEASER = 0.3
_ELSEWHERE = 0.3
_DESCRIBED = 2.0
_KNOWN_BOX = 1.3


@dataclass(frozen=True, slots=True)
class Clues:
    """Where in the outline the page's own words about itself point."""

    region: Node | None
    described: Node | None
    confirmed: Mapping[Node, float]


def candidates(outline: Outline, weigh: bool, clues: Clues) -> list[Node]:
    """The best boxes, best first; `weigh` lets class names count."""
    scored: dict[Node, float] = {}
    for node in outline.nodes:
        if not node.dropped and node.block and not node.in_link and node.loose >= _SHORTEST_PARAGRAPH:
            _credit(node, scored, weigh)
    for node, points in scored.items():
        node.score = points * (1 - node.link_density())
        if node.score > 0:
            node.score *= _factor(node, clues)
    return sorted(scored, key=lambda node: -node.score)[:_CANDIDATES]


def _factor(node: Node, clues: Clues) -> float:
    factor = 1.0
    if clues.region is not None and not (clues.region.holds(node) or node.holds(clues.region)):
        factor *= _ELSEWHERE
    if clues.described is not None and node.holds(clues.described):
        factor *= _DESCRIBED
    if is_known_box(node):
        factor *= _KNOWN_BOX
    return factor


def is_known_box(node: Node) -> bool:
    """Whether this is marked as the article's text, by markup or by a widely used name."""
    if "articleBody" in node.attributes.get("itemprop", ""):
        return True
    return len(node.hint) > 1 and BODY_BOX.search(node.hint) is not None


def _credit(node: Node, scored: dict[Node, float], weigh: bool) -> None:
    """Give the points of a block's own text to what it stands in."""
    points = 2 + node.commas * min(1.0, node.loose / node.size) + min(node.loose // 100, 3)
    if in_teaser(node):
        points *= _TEASER
    leaf = not any(child.block for child in node.children)
    if node.tag in _PARAGRAPH_TAGS or (leaf and not _has_line_pairs(node)):
        receiver = node.parent
    else:
        receiver = node
        points += min(node.loose // 300, 20)
    for level in range(_LEVELS):
        if receiver is None or receiver.tag == "html":
            return
        if receiver not in scored:
            scored[receiver] = _TAG_POINTS.get(receiver.tag, 0) + (class_weight(receiver) if weigh else 0)
        scored[receiver] += points / (1, 2, 6, 9, 12)[level]
        receiver = receiver.parent


def _has_line_pairs(node: Node) -> bool:
    """Whether line breaks stand for paragraphs here."""
    return node.loose > 300 and sum(child.tag == "br" for child in node.children) >= 3


def best_box(outline: Outline, found: list[Node], clues: Clues) -> Node:
    """The box of the article, climbed to from the best candidate."""
    if clues.confirmed:
        return _confirmed_box(clues.confirmed)
    if not found or found[0].tag == "body":
        return outline.root
    top = _common_parent(found)
    top = _climb(top)
    top = _climb_to_known(top)
    top = _climb_for_prose(top, clues.region)
    while top.parent is not None and top.parent.tag != "body" and _is_only_child(top):
        top = top.parent
    return top


def _confirmed_box(confirmed: Mapping[Node, float]) -> Node:
    """The smallest box with nearly all confirmed text."""
    sums: dict[Node, float] = {}
    for node, size in confirmed.items():
        sums[node] = sums.get(node, 0) + size
        for above in node.ancestors():
            sums[above] = sums.get(above, 0) + size
    needed = 0.9 * sum(confirmed.values())
    box = min(
        (node for node, size in sums.items() if size >= needed), key=lambda node: (node.size, -node.index)
    )
    while (
        box.parent is not None
        and box.parent.tag != "body"
        and (box.tag in _PARAGRAPH_TAGS or _is_only_child(box))
    ):
        box = box.parent
    return box


def _climb_to_known(top: Node) -> Node:
    """Go up to a box marked as the article's text, if the best one stands in such a box."""
    if is_known_box(top):
        return top
    return next((above for above in top.ancestors() if above.tag != "body" and is_known_box(above)), top)


def _climb_for_prose(top: Node, region: Node | None) -> Node:
    """Go up while that gains much text and little else: a body cut in pieces by ads."""
    best = top
    for above in top.ancestors():
        if above.tag == "body" or (region is not None and region.holds(top) and not region.holds(above)):
            break
        gain = above.prose - best.prose
        other = (above.size - above.prose) - (best.size - best.prose)
        if gain > 0.3 * best.prose and gain > 2 * other:
            best = above
    return best


def _is_only_child(node: Node) -> bool:
    assert node.parent is not None
    return sum(not child.dropped and child.block for child in node.parent.children) == 1


def _common_parent(found: list[Node]) -> Node:
    """A box that holds at least three nearly as good candidates is better than any of them."""
    top = found[0]
    near = [set(node.ancestors()) for node in found[1:] if node.score >= 0.75 * top.score]
    if len(near) < 3:
        return top
    for above in top.ancestors():
        if above.tag == "body":
            break
        if sum(above in others for others in near) >= 3:
            return above
    return top


def _climb(top: Node) -> Node:
    """Go up while a parent scores better: the article may stand in several boxes."""
    last, threshold = top.score, top.score / 3
    for above in top.ancestors():
        if above.tag == "body" or (above.score and above.score < threshold):
            break
        if above.score > last:
            return above
        last = above.score or last
    return top
