# SPDX-License-Identifier: MIT
"""Gathers what stands beside the article's box and belongs to it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reader.core.cleaning.extract.outline import Node, Outline
from reader.core.cleaning.extract.scoring import Clues
from reader.core.cleaning.extract.words import LEAD_PICTURE

_A_PARAGRAPH = 150
_SENTENCE_END = re.compile(r"[.!?。！？…](?:\s|$|[”\"'»])")


def gather(outline: Outline, top: Node, title: Node | None, clues: Clues) -> list[Node]:
    """The box with its fitting siblings, or all pieces of a text cut by other boxes; in document order."""
    chosen = _pieces(outline, top) or _with_siblings(top, title, clues.confirmed)
    picture = _lead_picture(outline, chosen[0], title)
    return [picture, *chosen] if picture is not None else chosen


def _with_siblings(top: Node, title: Node | None, confirmed: Mapping[Node, float]) -> list[Node]:
    if top.parent is None:
        return [top]
    threshold = max(10.0, top.score * 0.2)
    name = top.attributes.get("class")
    chosen: list[Node] = []
    for sibling in top.parent.children:
        if sibling is top:
            chosen.append(sibling)
            continue
        if sibling.dropped or _is_other_article(sibling, top, title):
            continue
        if confirmed and sibling.index > top.index and _is_unconfirmed(sibling, confirmed):
            continue
        bonus = top.score * 0.2 if name and sibling.attributes.get("class") == name else 0
        if sibling.score + bonus >= threshold or (sibling.tag == "p" and _reads_as_text(sibling)):
            chosen.append(sibling)
    return chosen


def _is_unconfirmed(sibling: Node, confirmed: Mapping[Node, float]) -> bool:
    """Whether this is text the page's own copy of the article does not have."""
    return sibling.prose > _A_PARAGRAPH and not any(sibling.holds(node) for node in confirmed)


def _is_other_article(sibling: Node, top: Node, title: Node | None) -> bool:
    """Whether this is the next article of an endless page, beside the one that has the title."""
    return sibling.tag == "article" and title is not None and top.holds(title)


def _lead_picture(outline: Outline, first: Node, title: Node | None) -> Node | None:
    """The picture between the title and a text that does not start with one."""
    if title is None or title.index >= first.index or _starts_with_picture(outline, first):
        return None
    around = next((above for above in title.ancestors() if above.holds(first)), None)
    if around is None or around.tag == "body":
        return None
    for node in outline.nodes[around.index : first.index]:
        if node.dropped or node.linked or node.size > 250 or node.holds(first) or node.holds(title):
            continue
        if node.tag == "figure" or (node.block and LEAD_PICTURE.search(node.hint)):
            pictures = sum(inner.tag == "img" for inner in outline.inside(node))
            if pictures == 1:
                return node
    return None


def _starts_with_picture(outline: Outline, first: Node) -> bool:
    for node in outline.inside(first):
        if node.dropped:
            continue
        if node.tag in ("img", "video", "iframe"):
            return True
        if node.loose > 80 and node is not first:
            return False
    return False


def _pieces(outline: Outline, top: Node) -> list[Node]:
    """Boxes of the same name in the same article, with what stands between them."""
    name = top.attributes.get("class")
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
        and node.attributes.get("class") == name
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
    return node.size > 0 and density == 0 and _SENTENCE_END.search(node.text()) is not None
