# SPDX-License-Identifier: MIT
"""Drops what clings to an article: labelled link lists anywhere, and furniture lines at its two ends."""

from __future__ import annotations

from collections.abc import Mapping

from reader.core.cleaning.extract import phrases
from reader.core.cleaning.extract.outline import HEADINGS, Node, Outline
from reader.core.cleaning.tree import names

_LABEL_SIZE = 90
_MOST_LABELS = 200
_MOST_FOLLOWERS = 100
_LINE_SIZE = 260
_BIOGRAPHY = 900
_SHORT_LINE = 60
_NOTICE_SIZE = 160
_PROMOTION = 220
_NEAR_START = 12
_KEPT_TAGS = names("figure figcaption pre code table tr td th blockquote")
_PICTURES = names("img picture figure video iframe table pre math audio")
_HEAD_LINES = 5
_TAIL_LINES = 12
_MOST_TRIMMED = 0.3  # of the article: beyond that, it is the article


def drop_labelled(outline: Outline, box: Node) -> None:
    """Drop «Related articles» and the like with the links that follow, wherever they stand in the box."""
    labels = 0
    for node in outline.inside(box)[1:]:
        if labels >= _MOST_LABELS:
            return
        if node.dropped or not 0 < node.size <= _LINE_SIZE or node.tag in _KEPT_TAGS:
            continue
        if not _is_own_line(node):
            continue
        text = _line(node)
        if node.size <= _LABEL_SIZE and phrases.LABEL.match(text):
            labels += 1
            _drop_section(outline, node, box)
        elif node.size <= _LABEL_SIZE and phrases.ABOUT.match(text):
            labels += 1
            _drop_biography(node, box, outline)
        elif (
            node.linked > 0.5 * node.size and phrases.LEAD_IN.match(text) and not _has_picture(outline, node)
        ):
            outline.drop(node)


def _is_own_line(node: Node) -> bool:
    """Whether a node is a block, or inline but among blocks."""
    if node.block:
        return True
    parent = node.parent
    return (
        node.tag in ("span", "b", "strong") and parent is not None and any(c.block for c in parent.children)
    )


def _line(node: Node) -> str:
    return " ".join(node.text().split())


def _has_picture(outline: Outline, node: Node) -> bool:
    return any(inner.tag in _PICTURES and not inner.dropped for inner in outline.inside(node))


def _drop_section(outline: Outline, label: Node, box: Node) -> None:
    """Drop a label, and after it what is links; or the whole small box it is the head of."""
    head = label
    while head.parent is not None and head.parent is not box and _is_first(head):
        head = head.parent
        if head.size > label.size and _is_link_box(head):
            outline.drop(head)
            return
    head = label
    while head.parent is not None and head.parent is not box and _is_only(head):
        head = head.parent
    followers = _followers(head)
    if followers or label.tag not in HEADINGS:
        for node in (head, *followers):
            outline.drop(node)


def _drop_biography(label: Node, box: Node, outline: Outline) -> None:
    """Drop a small box headed by words that announce its author's biography."""
    head = label
    while (
        head.parent is not None
        and head.parent is not box
        and _is_first(head)
        and head.parent.size < _BIOGRAPHY
    ):
        head = head.parent
    if head.size < 0.25 * box.size and (head is not label or label.tag not in HEADINGS):
        outline.drop(head)


def _followers(head: Node) -> list[Node]:
    if head.parent is None:
        return []
    siblings = head.parent.children
    links: list[Node] = []
    start = siblings.index(head) + 1
    for node in siblings[start : start + _MOST_FOLLOWERS]:
        if node.dropped or not node.size:
            continue
        if node.tag in HEADINGS or not _is_link_box(node):
            break
        links.append(node)
    return links


def _is_link_box(node: Node) -> bool:
    return node.prose < 0.3 * node.size and node.linked > 0.4 * node.size


def _is_first(node: Node) -> bool:
    assert node.parent is not None
    return next(child for child in node.parent.children if child.size and not child.dropped) is node


def _is_only(node: Node) -> bool:
    assert node.parent is not None
    return sum(child.size > 0 and not child.dropped for child in node.parent.children) == 1


def trim_edges(outline: Outline, chosen: list[Node]) -> None:
    """Drop furniture lines before the first and after the last sentence of the article."""
    lines = [node for box in chosen for node in outline.inside(box) if _is_line(node)]
    left = _MOST_TRIMMED * sum(node.size for node in lines)
    for node in lines[:_HEAD_LINES]:
        if node.size <= left and not _is_kept(outline, node) and _is_head_junk(node):
            outline.drop(node)
            left -= node.size
    for node in lines[: -_TAIL_LINES - 1 : -1]:
        if node.dropped:
            continue
        left -= node.size
        if left < 0 or _is_kept(outline, node) or not _is_tail_junk(node):
            return
        outline.drop(node)


def trim_unconfirmed(
    outline: Outline, chosen: list[Node], confirmed: Mapping[Node, float], declared: float
) -> None:
    """Drop what follows the last sentence of the page's own copy of its article, if that copy is whole."""
    lines = [node for box in chosen for node in outline.inside(box) if _is_line(node)]
    found = sum(confirmed.values())
    if found < 0.9 * declared or found < 0.7 * sum(node.size for node in lines):
        return
    last = max(node.end for node in confirmed)
    for node in lines:
        if node.index >= last and node.tag not in _KEPT_TAGS and not _has_picture(outline, node):
            outline.drop(node)


def _is_kept(outline: Outline, node: Node) -> bool:
    return node.size > _LINE_SIZE or node.tag in _KEPT_TAGS or _has_picture(outline, node)


def _is_line(node: Node) -> bool:
    return (
        not node.dropped and node.block and node.loose > 0 and not any(child.block for child in node.children)
    )


def _is_head_junk(node: Node) -> bool:
    text = _line(node)
    return node.size < 120 and phrases.DATE_LINE.match(text) is not None


def _is_sentence(text: str) -> bool:
    """Whether a line reads as running text, rather than as a label or an offer."""
    return text[-1:] in "。！？" and not text.isascii()


def _is_tail_junk(node: Node) -> bool:
    text = _line(node)
    if node.size < _NOTICE_SIZE and phrases.NOTICE.search(text):
        return True
    if phrases.OPENING.match(text) and not (node.size > _SHORT_LINE and _is_sentence(text)):
        return True
    if node.linked and node.size < _PROMOTION and phrases.PROMOTION.search(text):
        return True
    if phrases.LABEL.match(text) or phrases.ABOUT.match(text) or phrases.DATE_LINE.match(text):
        return True
    return node.tag != "li" and node.tag not in HEADINGS and node.linked > 0.9 * node.size
