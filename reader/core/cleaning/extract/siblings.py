# SPDX-License-Identifier: MIT
"""Gathers what stands beside the article's box and belongs to it."""

from __future__ import annotations

import re

from reader.core.cleaning.extract.outline import Node

_SENTENCE_END = re.compile(r"[.!?。！？…](?:\s|$|[”\"'»])")


def gather(top: Node) -> list[Node]:
    """The box and its fitting siblings, in document order."""
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


def _reads_as_text(node: Node) -> bool:
    density = node.link_density()
    if node.size > 80:
        return density < 0.25
    return 0 < node.size and density == 0 and _SENTENCE_END.search(node.text()) is not None
