# SPDX-License-Identifier: MIT
"""Which parts of a saved page nobody saw, and which only waited for a script to show them."""

from __future__ import annotations

import re

from reader.core.cleaning.extract.outline import Node, Outline
from reader.core.cleaning.extract.words import BODY_BOX

_UNSEEN_STYLE = re.compile(
    r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0*)?\s*(?:;|!|$))", re.I
)
_FOLDED = re.compile(r"callout|collaps|accordion|spoiler|foldable|faq|answer")
_MATH = re.compile(r"katex|mathjax|mjx|mwe-math|fallback-image", re.I)
_WAITING_SHARE = 0.6  # a hidden box with this much of the page's running text is the article


def _is_hidden(node: Node) -> bool:
    attributes = node.attributes
    if not attributes:
        return False
    style = attributes.get("style")
    if style and _UNSEEN_STYLE.search(style):
        return True
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if attributes.get("aria-hidden") == "true":
        return not _MATH.search(node.hint)
    return node.tag == "dialog" or attributes.get("aria-modal") == "true"


def drop_hidden(outline: Outline) -> None:
    """Drop what is hidden, but neither folded text nor a box that holds much of the page's running text."""
    total = max(outline.root.size - outline.root.linked, 1)
    position = 0
    nodes = outline.nodes
    while position < len(nodes):
        node = nodes[position]
        position += 1
        if not _is_hidden(node):
            continue
        if (
            node.size - node.linked >= _WAITING_SHARE * total
            or BODY_BOX.search(node.hint)
            or _is_folded(node)
        ):
            _show(node)
            continue
        outline.drop(node)
        position = node.end


def _is_folded(node: Node) -> bool:
    """Whether a reader of the page could open this: folded call-outs, answers, spoilers."""
    hints = node.hint if node.parent is None else f"{node.hint} {node.parent.hint}"
    return node.block and not node.linked and _FOLDED.search(hints) is not None


def _show(node: Node) -> None:
    for name in ("style", "hidden", "aria-hidden"):
        if name in node.attributes:
            node.element.attrib.pop(name, None)
