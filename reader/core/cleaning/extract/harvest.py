# SPDX-License-Identifier: MIT
"""Takes the chosen boxes out of the page, without what was dropped in them."""

from __future__ import annotations

from reader.core.cleaning.extract.outline import Node, Outline
from reader.core.cleaning.tree import Element, drop, new_element


def harvest(outline: Outline, chosen: list[Node], dropped: frozenset[Node]) -> Element:
    """One element with the chosen boxes in it, in document order."""
    for box in chosen:
        _remove_dropped(outline, box, dropped)
    root = new_element("div")
    for box in chosen:
        element = box.element
        if element.tag in ("body", "html"):
            element.tag = "div"
        element.tail = None
        root.append(element)
    return root


def _remove_dropped(outline: Outline, box: Node, dropped: frozenset[Node]) -> None:
    position = box.index + 1
    while position < box.end:
        node = outline.nodes[position]
        position += 1
        if node in dropped:
            drop(node.element)
            position = node.end
