# SPDX-License-Identifier: MIT
"""What the page says of its own article elsewhere: title, description, a copy of the text in JSON-LD."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any, cast

from reader.core.cleaning.extract.outline import HEADINGS, Node, Outline
from reader.core.cleaning.tree import Element

_NOT_LETTERS = re.compile(r"[\W_]+")
_WORD = re.compile(r"\w+")
_TAGS = re.compile(r"<[^>]{0,2000}>")
_LONGEST_JSON = 4_000_000
_WINDOW = 24
_REGION_PROSE = 250
_ARTICLE_TEXT = 60
_SHORTEST_BODY = 140


@dataclass(frozen=True, slots=True)
class Guide:
    """Texts the page itself names as its article's, letters only."""

    titles: tuple[str, ...] = ()
    description: str = ""
    body: str = ""  # the article's text, from JSON-LD
    body_text: str = ""  # the same as written


def letters(text: str) -> str:
    """A text without white space and punctuation, in lower case: for comparing."""
    return _NOT_LETTERS.sub("", text).lower()


def read_guide(tree: Element, url: str | None, title: str | None) -> Guide:
    """Collect the guide from the head and the JSON-LD of a page."""
    titles = [title] if title else []
    description = ""
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").lower()
        content = meta.get("content") or ""
        if name == "og:title" and content:
            titles.append(content)
        elif name in ("description", "og:description") and len(content) > len(description):
            description = content
    head = tree.find(".//title")
    if head is not None and head.text:
        titles.append(head.text)
    body = _declared_body(tree, url)
    return Guide(tuple(dict.fromkeys(titles)), letters(html.unescape(description)), letters(body), body)


def _declared_body(tree: Element, url: str | None) -> str:
    """The longest body in the page's JSON-LD, one that names this page's address before others."""
    found: list[tuple[bool, str]] = []
    for script in tree.iter("script"):
        source = script.text or ""
        if (
            "ld+json" in (script.get("type") or "")
            and '"articleBody"' in source
            and len(source) < _LONGEST_JSON
        ):
            found.extend(_bodies(source, url))
    if not found:
        return ""
    _, longest = max(found, key=lambda body: (body[0], len(body[1])))
    return html.unescape(_TAGS.sub(" ", html.unescape(longest)))


def _bodies(source: str, url: str | None) -> list[tuple[bool, str]]:
    try:
        stack: list[Any] = [json.loads(source, strict=False)]
    except (ValueError, RecursionError):
        return []
    found: list[tuple[bool, str]] = []
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            record = cast("dict[str, Any]", value)
            body = record.get("articleBody")
            if isinstance(body, str):
                page = record.get("mainEntityOfPage") or record.get("url")
                found.append((url is not None and url in str(page), body))
            stack.extend(record.values())
        elif isinstance(value, list):
            stack.extend(cast("list[Any]", value))
    return found


def title_node(outline: Outline, guide: Guide) -> Node | None:
    """The heading that repeats the page's title, the highest and first of them."""
    titles = [words for words in (_words(title) for title in guide.titles) if words]
    best: Node | None = None
    best_worth = 0.0
    for node in outline.nodes:
        if node.tag not in HEADINGS or not 0 < node.size < 400:
            continue
        heading = _words(node.text())
        likeness = max(
            (_share(heading, title) * _share(title, heading) ** 0.5 for title in titles), default=0.0
        )
        worth = likeness + (0.1 if node.tag == "h1" else 0)
        if likeness > 0.5 and worth > best_worth:
            best, best_worth = node, worth
    return best


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))


def _share(of: Counter[str], among: Counter[str]) -> float:
    """How much of the letters of one text are in words of the other, 0 to 1."""
    total = sum(len(word) * count for word, count in of.items())
    return sum(len(word) * count for word, count in of.items() if word in among) / total if total else 0.0


def region_of(title: Node | None) -> Node | None:
    """The smallest box with the title and a fair amount of text."""
    if title is None:
        return None
    article = next((above for above in title.ancestors() if above.tag == "article"), None)
    if article is not None and article.size - article.linked >= _ARTICLE_TEXT:
        return article
    for above in title.ancestors():
        if above.prose >= _REGION_PROSE:
            return None if above.tag in ("body", "html") else above
    return None


def confirmed(outline: Outline, guide: Guide) -> dict[Node, float]:
    """Blocks whose text the JSON-LD body repeats, with the size confirmed."""
    if len(guide.body) < _SHORTEST_BODY:
        return {}
    found: dict[Node, float] = {}
    for node in outline.nodes:
        if node.block and not node.dropped and 40 <= node.loose < 20_000 and node.loose >= 0.5 * node.size:
            share = _share_known(letters(node.text()), guide.body)
            if share > 0:
                found[node] = share * node.loose
    return found


def _share_known(text: str, body: str) -> float:
    if not text:
        return 0
    windows = range(0, max(1, len(text) - _WINDOW + 1), _WINDOW)
    return sum(text[start : start + _WINDOW] in body for start in windows) / len(windows)


def described(outline: Outline, guide: Guide) -> Node | None:
    """The block of running text that starts as the page's description does."""
    start = guide.description[:30]
    if len(start) < 12:
        return None
    for node in outline.nodes:
        if not node.block or node.dropped or not 40 <= node.loose < 20_000 or node.loose < 0.5 * node.size:
            continue
        if start in letters(node.text()[:2000]) and _in_running_text(node):
            return node
    return None


def _in_running_text(node: Node) -> bool:
    if node.tag == "li" or node.linked > 0.4 * node.size:
        return False
    return node.loose > 600 or (node.parent is not None and node.parent.prose > 3 * node.loose)
