# SPDX-License-Identifier: MIT
"""A light copy of a page's tree: one small node an element, with the sizes extraction judges by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.core.cleaning.tree import Element, text_of

SKIPPED = frozenset(
    "script style template link meta base head title noscript noembed param source track svg path "
    "colgroup col map area datalist".split()
)
INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark math nobr q rb rp rt rtc "
    "ruby s samp small span strike strong sub sup time tt u var wbr input button select textarea picture".split()
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_WIDE = re.compile(
    "[\u1100-\u11ff\u2e80-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]+"
)
_COMMAS = re.compile("[,،，、。﹐、؛]")
_PROSE_BLOCK = 80
WIDE_WEIGHT = 1.5  # what a wide character counts beyond 1: Chinese says the same in fewer characters


def text_size(text: str | None) -> float:
    """Length of a text in Latin characters, white space folded; a Han character counts 2.5."""
    if not text:
        return 0
    folded = " ".join(text.split())
    if folded.isascii():
        return len(folded)
    return len(folded) + WIDE_WEIGHT * (len(folded) - len(_WIDE.sub("", folded)))


def _commas(text: str) -> int:
    return text.count(",") if text.isascii() else len(_COMMAS.findall(text))


@dataclass(slots=True, eq=False)
class Node:
    """An element as extraction sees it; sizes are in Latin characters and leave dropped parts out."""

    element: Element
    tag: str
    parent: Node | None
    hint: str  # class and id, in lower case
    own: float  # text directly inside, not in child elements
    own_commas: int
    children: list[Node] = field(default_factory=lambda: [])
    block: bool = False
    dropped: bool = False
    size: float = 0
    linked: float = 0
    loose: float = 0  # text not in a block inside this one
    prose: float = 0  # text in paragraphs that are no teasers
    commas: int = 0
    score: float = 0
    end: int = 0  # position after the last descendant in document order
    index: int = 0

    def link_density(self) -> float:
        """The share of the text that stands in links."""
        return self.linked / self.size if self.size else 0.0

    def holds(self, other: Node) -> bool:
        """Whether `other` is this node or stands in it."""
        return self.index <= other.index < self.end

    def ancestors(self) -> Iterator[Node]:
        """The nodes this one stands in, innermost first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def text(self) -> str:
        """All text inside, dropped parts too."""
        return text_of(self.element)


@dataclass(slots=True)
class Outline:
    """All nodes of a page in document order."""

    nodes: list[Node]
    depth: int

    @property
    def root(self) -> Node:
        """The outermost node."""
        return self.nodes[0]

    def inside(self, node: Node) -> list[Node]:
        """`node` and everything in it, in document order."""
        return self.nodes[node.index : node.end]

    def drop(self, node: Node) -> None:
        """Mark a node and everything in it as no part of the article."""
        for inner in self.nodes[node.index : node.end]:
            inner.dropped = True


def outline_of(root: Element) -> Outline:
    """Read the tree under `root`, without recursion."""
    nodes: list[Node] = []
    stack: list[tuple[Element, Node | None, int]] = [(root, None, 0)]
    deepest = 0
    while stack:
        element, parent, depth = stack.pop()
        deepest = max(deepest, depth)
        node = _node(element, parent)
        node.index = len(nodes)
        nodes.append(node)
        if parent is not None:
            parent.children.append(node)
        for child in reversed(list(element)):
            tail = child.tail
            if tail and not tail.isspace():
                node.own += text_size(tail) + 1
                node.own_commas += _commas(tail)
            if isinstance(child.tag, str) and child.tag not in SKIPPED:
                stack.append((child, node, depth + 1))
    for node in reversed(nodes):
        node.end = node.children[-1].end if node.children else node.index + 1
        if node.block and node.parent is not None:
            node.parent.block = True
    return Outline(nodes, deepest)


def measure_prose(nodes: list[Node]) -> None:
    """Sum the text that reads as an article's own: long blocks, few links, no teaser of another page."""
    for node in nodes:
        node.prose = 0
    for node in reversed(nodes):
        if node.dropped:
            continue
        if (
            node.block
            and node.loose >= _PROSE_BLOCK
            and node.linked < 0.4 * node.size
            and not _in_teaser(node)
        ):
            node.prose += node.loose
        if node.parent is not None:
            node.parent.prose += node.prose


def _in_teaser(node: Node) -> bool:
    """Whether a linked heading stands beside the text: then it tells of another page."""
    box = node.parent
    for _ in range(2):
        if box is None or len(box.children) > 6:
            return False
        for child in box.children:
            if child.tag in HEADINGS and child.size and child.linked > 0.8 * child.size:
                return True
        box = box.parent
    return False


def _node(element: Element, parent: Node | None) -> Node:
    attributes = element.attrib
    hint = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower() if attributes else ""
    tag, text = element.tag, element.text
    block = tag not in INLINE
    if not text or text.isspace():
        return Node(element, tag, parent, hint, 0, 0, block=block)
    return Node(element, tag, parent, hint, text_size(text), _commas(text), block=block)


def measure(nodes: list[Node]) -> None:
    """Sum sizes from the leaves up, leaving dropped nodes out."""
    for node in nodes:
        node.size = node.loose = node.own
        node.linked = 0
        node.commas = node.own_commas
    for node in reversed(nodes):
        if node.dropped:
            continue
        if node.tag == "a":
            local = (node.element.get("href") or "").startswith("#")
            node.linked = node.size * 0.3 if local else node.size
        parent = node.parent
        if parent is not None:
            parent.size += node.size
            parent.linked += node.linked
            parent.commas += node.commas
            if not node.block:
                parent.loose += node.loose
