# SPDX-License-Identifier: MIT
"""Parts of a page that are never the article: menus, bylines, share bars, comments, the title again."""

from __future__ import annotations

from reader.core.cleaning.extract import words
from reader.core.cleaning.extract.outline import Node, Outline
from reader.core.cleaning.tree import names

_KEPT_TAGS = names("html body article main a table tbody tr td pre code figure figcaption video p")
_MOST = 0.5  # a box with this share of the page's prose is no furniture, whatever its class says


def _names_furniture(hint: str) -> int:
    """How surely class and id name furniture: 0 not at all, 1 unlikely to be text, 2 certain."""
    if words.UNLIKELY.search(hint) is None or words.MAYBE.search(hint) is not None:
        return 0
    return 2 if words.CERTAIN.search(hint) is not None else 1


def _is_byline(node: Node) -> bool:
    """Whether this is a short line that names the author."""
    if not 0 < node.size < 100 or not node.attributes:
        return False
    attributes = node.attributes
    if attributes.get("rel") == "author" or "author" in attributes.get("itemprop", ""):
        return True
    return words.BYLINE.search(node.hint) is not None


def drop_furniture(outline: Outline, title: Node | None, strict: bool) -> None:
    """Drop the title (shown elsewhere) and the byline; where `strict`, also what its class calls unlikely."""
    nodes, position, byline_found = outline.nodes, 0, False
    most = _MOST * outline.root.prose
    verdicts: dict[str, int] = {"": 0}
    while position < len(nodes):
        node = nodes[position]
        position += 1
        if node.dropped:
            continue
        if node is title:
            if node.tag in ("h1", "h2"):
                outline.drop(node)
            continue
        if not byline_found and _is_byline(node):
            byline_found = True
        elif not strict or not _is_unlikely(node, verdicts, most) or _within_table_or_code(node):
            continue
        outline.drop(node)
        position = node.end


def _is_unlikely(node: Node, verdicts: dict[str, int], most: float) -> bool:
    """Whether class, id or role say that this is no part of an article."""
    if not node.attributes or node.tag in _KEPT_TAGS or (not node.block and node.tag != "span"):
        return False
    if node.attributes.get("role") in words.UNLIKELY_ROLES and node.prose <= most:
        return True
    verdict = verdicts.get(node.hint)
    if verdict is None:
        verdict = verdicts[node.hint] = _names_furniture(node.hint)
    return verdict == 2 or (verdict == 1 and node.prose < most)


def _within_table_or_code(node: Node) -> bool:
    return any(above.tag in ("table", "code", "pre") for above in node.ancestors())


def class_weight(node: Node) -> int:
    """25 for a class or id that names content, -25 for one that names furniture, each counted once."""
    if not node.hint or node.hint == " ":
        return 0
    weight = 0
    for name in (node.attributes.get("class"), node.attributes.get("id")):
        if name:
            name = name[:400].lower()
            weight += 25 * (words.POSITIVE.search(name) is not None)
            weight -= 25 * (words.NEGATIVE.search(name) is not None)
    return weight
