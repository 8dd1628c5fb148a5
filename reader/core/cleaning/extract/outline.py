# SPDX-License-Identifier: MIT
"""A light copy of a page's tree: one small node an element, with the sizes extraction judges by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from reader.core.cleaning.tree import Element, names, text_of

SKIPPED = names(
    "script style template link meta base head title noscript noembed param source track svg path "
    "colgroup col map area datalist"
)
INLINE = names(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark math "
    "nobr q rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var wbr input button "
    "select textarea picture"
)
HEADINGS = names("h1 h2 h3 h4 h5 h6")
_WIDE = re.compile(
    "[\u1100-\u11ff\u2e80-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]+"
)
_COMMAS = re.compile("[,،，、。﹐、؛]")
_PROSE_BLOCK = 80
_LONGEST_TEASER = 400
_LONGEST_HINT = 600
_NOTHING: Mapping[str, str] = MappingProxyType({})
WIDE_WEIGHT = 1.5  # what a wide character counts beyond 1: Chinese says the same in fewer characters


def _hint(attributes: Mapping[str, str]) -> str:
    names, name = attributes.get("class"), attributes.get("id")
    if name:
        return f"{names or ''} {name}"[:_LONGEST_HINT].lower()
    return names[:_LONGEST_HINT].lower() if names else ""


def text_size(text: str) -> float:
    """Length of a text in Latin characters; a Han character counts 2.5."""
    if text.isascii():
        return len(text)
    return len(text) + WIDE_WEIGHT * (len(text) - len(_WIDE.sub("", text)))


class Node:
    """An element as extraction sees it; sizes are in Latin characters and leave dropped parts out."""

    __slots__ = (
        "attributes", "block", "children", "commas", "depth", "dropped", "element", "end", "hint", "in_link",
        "index", "linked", "loose", "own", "own_commas", "parent", "prose", "score", "size", "tag",
    )  # fmt: skip

    def __init__(self, element: Element, tag: str, parent: Node | None, index: int) -> None:
        items = element.attrib.items()
        attributes = dict(items) if items else _NOTHING
        self.element = element
        self.tag = tag
        self.attributes = attributes
        self.hint = _hint(attributes) if attributes else ""
        self.parent = parent
        self.children: Sequence[Node] = ()
        self.depth: int = 0 if parent is None else parent.depth + 1
        self.index = index
        self.end = index + 1  # position after the last descendant in document order
        self.in_link: bool = parent is not None and (parent.in_link or parent.tag == "a")
        self.block = tag not in INLINE
        self.dropped = False
        self.own: float = 0  # text directly inside, not in child elements
        self.own_commas = 0
        self.size: float = 0
        self.linked: float = 0
        self.loose: float = 0  # text not in a block inside this one
        self.prose: float = 0  # text in paragraphs that are no teasers
        self.commas = 0
        self.score: float = 0

    def add_text(self, text: str) -> None:
        """Count a text that stands directly inside."""
        folded = " ".join(text.split())
        self.own += text_size(folded) + 1
        self.own_commas += folded.count(",") if folded.isascii() else len(_COMMAS.findall(folded))

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
        """Mark a node and all in it as no part of the article, and take its sizes off what is around."""
        if node.dropped:
            return
        for inner in self.nodes[node.index : node.end]:
            inner.dropped = True
        inline = not node.block
        linked = node.size if node.in_link else node.linked
        for above in node.ancestors():
            above.size -= node.size
            above.linked -= linked
            above.commas -= node.commas
            above.prose -= node.prose
            if inline:
                above.loose -= node.loose
                inline = not above.block


def outline_of(root: Element) -> Outline:
    """Read the tree under `root`, without recursion."""
    nodes: list[Node] = []
    known: dict[Element, Node] = {}
    for element in list(root.iter("*")):
        tag, tail = element.tag, element.tail
        above = element.getparent()
        parent = None if above is None else known.get(above)
        if parent is None and element is not root:
            continue
        if tail and parent is not None and not tail.isspace():
            parent.add_text(tail)
        if tag in SKIPPED:
            continue
        node = Node(element, tag, parent, len(nodes))
        text = element.text
        if text and not text.isspace():
            node.add_text(text)
        known[element] = node
        nodes.append(node)
        if parent is not None:
            _adopt(parent, node)
    return Outline(nodes, _close(nodes))


def _adopt(parent: Node, child: Node) -> None:
    # Most nodes stay without children: lists are made for those that have some, which spares the collector.
    if isinstance(parent.children, list):
        parent.children.append(child)
    else:
        parent.children = [child]


def _close(nodes: list[Node]) -> int:
    """Settle where nodes end and what holds blocks; the greatest depth."""
    deepest = 0
    for node in reversed(nodes):
        deepest = max(deepest, node.depth)
        if node.children:
            node.end = node.children[-1].end
        if node.block and node.parent is not None:
            node.parent.block = True
    return deepest


def measure_prose(nodes: list[Node]) -> None:
    """Sum the text that reads as an article's own: long blocks, few links, no teaser of another page."""
    for node in nodes:
        node.prose = 0
    for node in reversed(nodes):
        if node.dropped:
            continue
        if (
            node.block
            and not node.in_link
            and node.loose >= _PROSE_BLOCK
            and node.linked < 0.4 * node.size
            and not in_teaser(node)
        ):
            node.prose += node.loose
        if node.parent is not None:
            node.parent.prose += node.prose


def in_teaser(node: Node) -> bool:
    """Whether a linked heading stands beside the text: then it tells of another page."""
    if node.loose > _LONGEST_TEASER:
        return False
    box = node.parent
    for _ in range(2):
        if box is None or len(box.children) > 6:
            return False
        for child in box.children:
            if child.tag in HEADINGS and child.size and child.linked > 0.8 * child.size:
                return True
        box = box.parent
    return False


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
            local = (node.attributes.get("href") or "").startswith("#")
            node.linked = node.size * 0.3 if local else node.size
        parent = node.parent
        if parent is not None:
            parent.size += node.size
            parent.linked += node.linked
            parent.commas += node.commas
            if not node.block:
                parent.loose += node.loose
