# SPDX-License-Identifier: MIT
"""What a page's JSON-LD says of the article in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

_ARTICLE_TYPES = frozenset(
    {
        "article", "newsarticle", "blogposting", "reportagenewsarticle", "analysisnewsarticle",
        "opinionnewsarticle", "techarticle", "scholarlyarticle", "socialmediaposting",
        "discussionforumposting", "report", "liveblogposting", "satiricalarticle",
        "advertisercontentarticle", "reviewnewsarticle", "backgroundnewsarticle", "askpublicnewsarticle",
    }
)  # fmt: skip
_MOST_NODES = 2000

Node = Mapping[str, object]


def find_article(scripts: Iterable[str]) -> Node:
    """The first node of an article's type in a page's JSON-LD scripts; empty if there is none."""
    for script in scripts:
        try:
            data = json.loads(script.strip().removeprefix("<![CDATA[").removesuffix("]]>"), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            if _types(node) & _ARTICLE_TYPES:
                return node
    return {}


def texts(node: Node, key: str) -> tuple[str, ...]:
    """The texts under a key: a string, names or addresses of objects, or a list of either."""
    return tuple(dict.fromkeys(text for value in _listed(node.get(key))[:50] if (text := _text(value))))


def _text(value: object) -> str:
    if isinstance(value, Mapping):
        found = cast(Node, value)
        for key in ("name", "url", "@id", "headline"):
            inner = found.get(key)
            if isinstance(inner, list) and inner:
                inner = cast("list[object]", inner)[0]
            if isinstance(inner, str) and inner.strip():
                return inner.strip()
        return ""
    return value.strip() if isinstance(value, str) else ""


def _listed(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else [] if value is None else [value]


def _types(node: Node) -> frozenset[str]:
    names = (str(name).rpartition("/")[2].lower() for name in _listed(node.get("@type")))
    return frozenset(names)


def _nodes(data: object) -> Iterator[Node]:
    """All objects in breadth, without recursion."""
    waiting: list[object] = [data]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting = [*cast("list[object]", value)[:200], *waiting]
        elif isinstance(value, Mapping):
            node = cast(Node, value)
            yield node
            waiting += [
                node[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement")
                if key in node
            ]
