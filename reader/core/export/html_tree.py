# SPDX-License-Identifier: MIT
"""Reads the sanitized HTML of an article as a tree of the standard library."""

from __future__ import annotations

from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder

from reader.core.article import SafeHtml

_VOID = frozenset(("area", "br", "col", "hr", "img", "wbr", "source", "track", "input", "embed"))


def html_tree(html: SafeHtml) -> Element:
    """The root holds the whole article; a sanitizer has written it, so it needs no repair."""
    reader = _TreeReader()
    reader.feed(html)
    return reader.finish()


def text_of(element: Element) -> str:
    """All text inside an element."""
    return "".join(element.itertext())


def classes_of(element: Element) -> list[str]:
    """The classes of an element."""
    return (element.get("class") or "").split()


class _TreeReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._builder = TreeBuilder()
        self._open = ["div"]
        self._builder.start("div", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in _VOID:
            self._builder.end(tag)
        else:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._builder.start(tag, {name: value or "" for name, value in attrs})
        self._builder.end(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open[1:]:
            while self._open[-1] != tag:
                self._builder.end(self._open.pop())
            self._builder.end(self._open.pop())

    def handle_data(self, data: str) -> None:
        self._builder.data(data)

    def finish(self) -> Element:
        """Closes what is open and hands out the root."""
        self.close()
        while self._open:
            self._builder.end(self._open.pop())
        return self._builder.close()
