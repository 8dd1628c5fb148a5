# SPDX-License-Identifier: MIT
"""Parts of a page that are never the article: menus, bylines, share bars, comments, the title again."""

from __future__ import annotations

import re

from reader.core.cleaning.extract import words
from reader.core.cleaning.extract.outline import HEADINGS, Node, Outline

_KEPT_TAGS = frozenset("html body article main a table tbody tr td pre code figure figcaption video p".split())
_FURNITURE_TAGS = frozenset(
    ("nav", "footer", "aside", "form", "button", "select", "textarea", "input", "dialog", "menu")
)
_MOST = 0.5  # a box with this share of the page's prose is no furniture, whatever its class says
_WORD = re.compile(r"\w+")


def is_unlikely(node: Node, total: float) -> bool:
    """Whether class, id or role say that this is no part of an article."""
    if node.tag in _KEPT_TAGS or node.block is False and node.tag != "span":
        return False
    role = node.element.get("role")
    if role and role in words.UNLIKELY_ROLES and node.prose <= _MOST * total:
        return True
    if len(node.hint) < 2:
        return False
    if words.UNLIKELY.search(node.hint) is None or words.MAYBE.search(node.hint) is not None:
        return False
    return node.prose < _MOST * total or words.CERTAIN.search(node.hint) is not None


def is_byline(node: Node) -> bool:
    """Whether this is a short line that names the author."""
    if not 0 < node.size < 100:
        return False
    attributes = node.element.attrib
    if attributes.get("rel") == "author" or "author" in attributes.get("itemprop", ""):
        return True
    return words.BYLINE.search(node.hint) is not None


def same_words(one: str, other: str) -> float:
    """How much of `other` is made of the words of `one`, 0 to 1."""
    mine = set(_WORD.findall(one.lower()))
    theirs = _WORD.findall(other.lower())
    if not mine or not theirs:
        return 0
    new = sum(len(word) for word in theirs if word not in mine)
    return 1 - new / sum(map(len, theirs))


def drop_furniture(outline: Outline, title: Node | None, strict: bool) -> None:
    """Drop bylines and the repeated title; where `strict`, also what its class calls unlikely."""
    nodes, position, byline_found = outline.nodes, 0, False
    while position < len(nodes):
        node = nodes[position]
        position += 1
        if node.dropped:
            continue
        if not byline_found and is_byline(node):
            byline_found = True
        elif node is not title and not (strict and is_unlikely(node, nodes[0].prose) and not _within_table_or_code(node)):
            continue
        outline.drop(node)
        position = node.end


def _within_table_or_code(node: Node) -> bool:
    return any(above.tag in ("table", "code", "pre") for above in node.ancestors())


def class_weight(node: Node) -> int:
    """25 for a class or id that names content, -25 for one that names furniture, each counted once."""
    if not node.hint or node.hint == " ":
        return 0
    weight = 0
    for name in (node.element.get("class"), node.element.get("id")):
        if name:
            weight += 25 * (words.POSITIVE.search(name) is not None)
            weight -= 25 * (words.NEGATIVE.search(name) is not None)
    return weight


def has_headings(node: Node) -> bool:
    """Whether a heading stands directly inside."""
    return any(child.tag in HEADINGS for child in node.children)
