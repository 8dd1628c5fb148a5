# SPDX-License-Identifier: MIT
"""Drops the boxes inside an article that look more like furniture than like text."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.cleaning.extract import words
from reader.core.cleaning.extract.furniture import class_weight
from reader.core.cleaning.extract.outline import HEADINGS, Node, Outline
from reader.core.cleaning.tree import names

_JUDGED = frozenset(("form", "fieldset", "table", "ul", "div"))
_ALWAYS = names("footer aside nav object embed input textarea select button link menu dialog")
_EMBEDS = frozenset(("object", "embed", "iframe", "video", "audio"))
_TEXT_BLOCKS = names("span li td blockquote dl div img ol p pre table ul")


@dataclass(slots=True)
class Counts:
    """What stands inside a node, dropped parts left out."""

    size: float = 0
    linked: float = 0
    commas: int = 0
    paragraphs: int = 0
    images: int = 0
    items: int = 0
    inputs: int = 0
    headings: float = 0
    listed: float = 0
    dense: float = 0
    embeds: int = 0
    players: int = 0
    data_tables: int = 0

    def add(self, other: Counts) -> None:
        """Take in a child's counts."""
        self.size += other.size
        self.linked += other.linked
        self.commas += other.commas
        self.paragraphs += other.paragraphs
        self.images += other.images
        self.items += other.items
        self.inputs += other.inputs
        self.headings += other.headings
        self.listed += other.listed
        self.dense += other.dense
        self.embeds += other.embeds
        self.players += other.players
        self.data_tables += other.data_tables


def drop_conditionally(outline: Outline, top: Node, weigh: bool, judge: bool) -> Counts:
    """Mark junk boxes in `top` as dropped, innermost first; returns what is left."""
    counts: dict[Node, Counts] = {}
    sheltered = _sheltered(outline, top)
    for node in reversed(outline.inside(top)):
        if node.dropped:
            continue
        mine = Counts(size=node.own, commas=node.own_commas)
        for child in node.children:
            if not child.dropped:
                mine.add(counts[child])
        _count_self(node, mine)
        counts[node] = mine
        if node is top or node in sheltered:
            continue
        if node.tag in _ALWAYS or (judge and node.tag in _JUDGED and _is_junk(node, mine, weigh)):
            outline.drop(node)
    return counts.get(top, Counts())


def _sheltered(outline: Outline, top: Node) -> set[Node]:
    """Nodes in code or in data tables: never judged."""
    safe: set[Node] = set()
    for node in outline.inside(top):
        if (
            node.tag in ("pre", "code")
            or (node.tag == "table" and is_data_table(outline, node))
            or node.parent in safe
        ):
            safe.add(node)
    return safe


def _count_self(node: Node, mine: Counts) -> None:
    tag = node.tag
    if tag == "a":
        local = (node.attributes.get("href") or "").startswith("#")
        mine.linked = mine.size * 0.3 if local else mine.size
    elif tag == "p":
        mine.paragraphs += 1
    elif tag == "img":
        mine.images += 1
    elif tag == "li":
        mine.items += 1
    elif tag == "input":
        mine.inputs += 1
    elif tag in HEADINGS:
        mine.headings = mine.size
    elif tag in ("ul", "ol"):
        mine.listed = mine.size
    elif tag in _EMBEDS:
        mine.embeds += 1
        mine.players += words.PLAYERS.search(" ".join(node.attributes.values())) is not None
    if tag in _TEXT_BLOCKS:
        mine.dense = mine.size


def _is_junk(node: Node, mine: Counts, weigh: bool) -> bool:
    is_list = node.tag in ("ul", "ol") or (mine.size > 0 and mine.listed / mine.size > 0.9)
    weight = class_weight(node) if weigh else 0
    if weight < 0:
        return True
    if mine.commas >= 10 or mine.players:
        return False
    if 0 < mine.size < 40 and _says_nothing(node):
        return True
    junk = _looks_like_junk(node, mine, weight, is_list)
    return junk and not (is_list and _is_picture_list(node, mine))


def _says_nothing(node: Node) -> bool:
    text = node.text().strip()
    return words.AD_WORDS.match(text) is not None or words.LOADING_WORDS.match(text) is not None


def _looks_like_junk(node: Node, mine: Counts, weight: int, is_list: bool) -> bool:
    density = mine.linked / mine.size if mine.size else 0
    in_figure = any(above.tag == "figure" for above in node.ancestors())
    heading_share = mine.headings / mine.size if mine.size else 0
    if not in_figure and mine.images > 1 and mine.paragraphs / mine.images < 0.5:
        return True
    if not is_list and mine.items - 100 > mine.paragraphs:
        return True
    if mine.inputs > mine.paragraphs // 3:
        return True
    if (
        not is_list
        and not in_figure
        and heading_share < 0.9
        and mine.size < 25
        and mine.images not in (1, 2)
        and density > 0
    ):
        return True
    if not is_list and weight < 25 and density > 0.2:
        return True
    if weight >= 25 and density > 0.5:
        return True
    if (mine.embeds == 1 and mine.size < 75) or mine.embeds > 1:
        return True
    return mine.images == 0 and mine.dense == 0


def _is_picture_list(node: Node, mine: Counts) -> bool:
    simple = all(len(child.children) <= 1 for child in node.children)
    return simple and mine.images > 0 and mine.images == mine.items


def is_data_table(outline: Outline, table: Node) -> bool:
    """Whether a table holds data rather than a layout."""
    attributes = table.attributes
    if attributes.get("role") == "presentation" or attributes.get("datatable") == "0":
        return False
    if attributes.get("summary") or table.element.find(".//col") is not None:
        return True
    rows = columns = width = 0
    for node in outline.inside(table)[1:]:
        if node.tag == "table":
            return False
        if node.tag in ("caption", "th", "thead", "tfoot"):
            return True
        if node.tag == "tr":
            rows, width = rows + 1, 0
        elif node.tag == "td":
            width += 1
            columns = max(columns, width)
    if rows <= 1 or columns <= 1:
        return False
    return rows >= 10 or columns > 4 or rows * columns > 10
