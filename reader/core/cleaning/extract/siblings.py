# SPDX-License-Identifier: MIT
"""Gathers what stands beside the article's box and belongs to it."""

from __future__ import annotations

import re

from reader.core.cleaning.extract.outline import Node, Outline

_SENTENCE_END = re.compile(r"[.!?。！？…](?:\s|$|[”\"'»])")


def gather(outline: Outline, top: Node) -> list[Node]:
    """The box with its fitting siblings, or all pieces of a text cut by other boxes; in document order."""
    pieces = _pieces(outline, top)
    if pieces:
        return pieces
    if top.parent is None:
        return [top]
    threshold = max(10.0, top.score * 0.2)
    name = top.element.get("class")
    chosen: list[Node] = []
    for sibling in top.parent.children:
        if sibling is top:
            chosen.append(sibling)
            continue
        if sibling.dropped:
            continue
        bonus = top.score * 0.2 if name and sibling.element.get("class") == name else 0
        if sibling.score + bonus >= threshold or (sibling.tag == "p" and _reads_as_text(sibling)):
            chosen.append(sibling)
    return chosen


def _pieces(outline: Outline, top: Node) -> list[Node]:
    """Boxes of the same name in the same article, with what stands between them."""
    name = top.element.get("class")
    if not name or top.tag in ("body", "li", "td", "p") or top.parent is None:
        return []
    article = _article_of(top)
    found = [
        node
        for node in outline.nodes
        if node.tag == top.tag
        and not node.dropped
        and node.prose
        and node.prose > 0.5 * node.size
        and node.element.get("class") == name
        and _article_of(node) is article
    ]
    outer = [node for node in found if not any(above in found for above in node.ancestors())]
    if len(outer) < 2 or top not in outer:
        return []
    around = next(above for above in top.ancestors() if above.holds(outer[0]) and above.holds(outer[-1]))
    if around is top.parent:
        return []
    parts = [child for child in around.children if not child.dropped]
    first = next(i for i, part in enumerate(parts) if part.holds(outer[0]))
    last = next(i for i, part in enumerate(parts) if part.holds(outer[-1]))
    return parts[first : last + 1]


def _article_of(node: Node) -> Node | None:
    return next((above for above in node.ancestors() if above.tag in ("article", "li", "aside")), None)


def _reads_as_text(node: Node) -> bool:
    density = node.link_density()
    if node.size > 80:
        return density < 0.25
    return 0 < node.size and density == 0 and _SENTENCE_END.search(node.text()) is not None
