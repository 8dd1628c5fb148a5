# SPDX-License-Identifier: MIT
"""HTML as an lxml tree: parsing that survives anything, and the few edits every step needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, MutableMapping
from typing import Any, Protocol, cast

import lxml.etree as _etree  # pyright: ignore

_lxml = cast(Any, _etree)

# Past 255 levels lxml stops reading: such files are flattened and read again. Past ten megabytes it stops
# too, unless told not to, and then it reads 2,047 levels: large files are flattened at once.
_FLATTENED_DEPTH = 200
_LARGE = 2_400_000  # characters, each of four bytes at most
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_FORBIDDEN_REFERENCE = re.compile(
    r"&#(?:[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F]|7[fF]|[fF]{3}[efEF])"
    r"|0*(?:[0-8]|1[124-9]|2[0-9]|3[01]|127|6553[45]))(?:;|(?![0-9a-fA-F]))"
)
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)[^>]*>")
FRAMES = ("iframe", "frame", "video", "audio", "object", "embed", "amp-iframe", "amp-youtube", "amp-video")
_VOID_HERE = ("wbr", "source", "track")


def names(text: str) -> frozenset[str]:
    """A set of names written as words."""
    return frozenset(text.split())


VOID = names("area base br col embed hr img input keygen link meta param source track wbr")


class Element(Protocol):
    """What cleaning uses of an lxml element; comments are gone, so `tag` is always a name."""

    tag: str
    text: str | None
    tail: str | None

    @property
    def attrib(self) -> MutableMapping[str, str]: ...
    def get(self, key: str, default: str = ...) -> str | None: ...
    def set(self, key: str, value: str) -> None: ...
    def append(self, element: Element) -> None: ...
    def insert(self, index: int, element: Element) -> None: ...
    def extend(self, elements: Iterable[Element]) -> None: ...
    def remove(self, element: Element) -> None: ...
    def index(self, child: Element) -> int: ...
    def addnext(self, element: Element) -> None: ...
    def addprevious(self, element: Element) -> None: ...
    def getparent(self) -> Element | None: ...
    def getnext(self) -> Element | None: ...
    def getprevious(self) -> Element | None: ...
    def iter(self, *tags: str) -> Iterator[Element]: ...
    def itertext(self, *tags: str) -> Iterator[str]: ...
    def iterancestors(self, *tags: str) -> Iterator[Element]: ...
    def iterchildren(self) -> Iterator[Element]: ...
    def itersiblings(self, *, preceding: bool = ...) -> Iterator[Element]: ...
    def find(self, path: str) -> Element | None: ...
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[Element]: ...
    def __getitem__(self, index: int) -> Element: ...


def parse_document(html: str, *, rich: bool = False) -> Element:
    """The root of the tree of a whole page; `rich` gives lxml.html's elements with their methods."""
    text = close_comments(readable_text(html))
    large = len(text) > _LARGE
    root, too_deep = _parse(flattened(text, _FLATTENED_DEPTH) if large else text, rich, huge=large)
    if too_deep:
        root, _ = _parse(flattened(text, _FLATTENED_DEPTH), rich, huge=True)
    if root is None:
        root, _ = _parse("<html><body></body></html>", rich, huge=False)
    _empty_void_elements(cast(Element, root))
    return cast(Element, root)


def parse_fragment(html: str) -> Element:
    """A `<div>` holding a fragment, however unbalanced it is."""
    root = parse_document("<html><body><div>" + html)
    body = root.find("body")
    top = new_element("div")
    for part in [root] if body is None else list(body):
        if part.tag == "div" and not part.attrib and part.getprevious() is None:
            append_text(top, part.text)
            top.extend(list(part))
            append_text(top, part.tail)
        else:
            top.append(part)
    return top


def _parse(text: str, rich: bool, *, huge: bool) -> tuple[Element | None, bool]:
    options = {"encoding": "utf-8", "huge_tree": huge, "remove_comments": True, "remove_pis": True}
    if rich:
        import lxml.html as lxml_html  # pyright: ignore

        parser = cast(Any, lxml_html).HTMLParser(**options)
    else:
        parser = _lxml.HTMLParser(**options)
    try:
        root = _lxml.fromstring(text.encode("utf-8"), parser)
    except _lxml.XMLSyntaxError:
        return None, False
    return root, any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def readable_text(html: str) -> str:
    """The text without the characters no XML tree may hold."""
    if _FORBIDDEN.search(html):
        html = _FORBIDDEN.sub("", html.replace("\x0c", " "))
    if "&#" in html:
        html = _FORBIDDEN_REFERENCE.sub("", html)
    return html


def close_comments(html: str) -> str:
    """Ends badly closed comments at their first `>`, so that they do not swallow the article."""
    start = html.find("<!--")
    pieces: list[str] = []
    done = end = 0
    while start >= 0:
        if 0 <= end < start + 2:
            end = html.find("-->", start + 2)
        following = html.find("<!--", start + 4)
        broken = end < 0 or (0 <= following < end)
        first = html.find(">", start + 4) if broken else -1
        if first >= 0 and (end < 0 or "<" not in html[start + 4 : first]):
            pieces.append(html[done:start])
            done = first + 1
            start = html.find("<!--", done)
        elif end < 0:
            break
        else:
            start = html.find("<!--", end + 3)
    pieces.append(html[done:])
    return "".join(pieces)


def flattened(html: str, limit: int) -> str:
    """The same HTML without the tags nested deeper than `limit`; their text stays."""
    pieces: list[str] = []
    depth = done = 0
    for match in _TAG.finditer(html):
        if match[2].lower() in VOID:
            continue
        closing = bool(match[1])
        depth += 0 if closing else 1
        if depth > limit:
            pieces.append(html[done : match.start()])
            done = match.end()
        depth = max(0, depth - 1) if closing else depth
    pieces.append(html[done:])
    return "".join(pieces)


def _empty_void_elements(root: Element) -> None:
    """Moves out what libxml2 puts into elements that HTML 5 calls empty."""
    for element in list(root.iter(*_VOID_HERE)):
        if len(element) or element.text:
            unwrap_children(element)


def unwrap_children(element: Element) -> None:
    """Puts the content of an element right behind it and leaves the element empty."""
    tail = element.tail
    element.tail = element.text
    element.text = None
    last = element
    for child in list(element):
        last.addnext(child)
        last = child
    last.tail = (last.tail or "") + (tail or "") or None


def new_element(tag: str, text: str | None = None, **attributes: str) -> Element:
    """A new element; write `class_` for `class`."""
    element = cast(Element, _lxml.Element(tag))
    element.text = text
    for name, value in attributes.items():
        element.set(name.rstrip("_").replace("_", "-"), value)
    return element


def append_text(element: Element, text: str | None) -> None:
    """Adds text after everything an element holds."""
    if not text:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def add_text_before(element: Element, text: str | None) -> None:
    """Adds text in front of an element."""
    if not text:
        return
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        previous.tail = (previous.tail or "") + text
    elif parent is not None:
        parent.text = (parent.text or "") + text


def drop(element: Element) -> None:
    """Removes an element with its content; the text after it stays."""
    parent = element.getparent()
    if parent is None:
        return
    add_text_before(element, element.tail)
    element.tail = None
    parent.remove(element)


def unwrap(element: Element) -> None:
    """Removes an element and leaves its content in its place."""
    parent = element.getparent()
    if parent is None:
        return
    add_text_before(element, element.text)
    if len(element):
        append_text(element, element.tail)
        for child in list(element):
            element.addprevious(child)
    else:
        add_text_before(element, element.tail)
    element.tail = None
    parent.remove(element)


def replace(old: Element, new: Element) -> None:
    """Puts `new` where `old` stood; the text after it stays."""
    parent = old.getparent()
    if parent is None:
        return
    tail, old.tail = old.tail, None
    old.addprevious(new)
    new.tail = tail
    parent.remove(old)


def text_of(element: Element) -> str:
    """All text inside an element."""
    return "".join(element.itertext())


def class_words(element: Element) -> list[str]:
    """The classes of an element."""
    return (element.get("class") or "").split()


def add_class(element: Element, name: str) -> None:
    """Adds a class once."""
    words = class_words(element)
    if name not in words:
        element.set("class", " ".join([*words, name]))


def select(element: Element, path: str) -> list[Element]:
    """The elements an XPath expression finds; expressions are our own constants."""
    return cast("list[Element]", cast(Any, element).xpath(path))


def to_html(element: Element) -> str:
    """The content of an element as HTML, without its own tag."""
    from html import escape

    parts = [escape(element.text, quote=False) if element.text else ""]
    parts += [cast(str, _lxml.tostring(child, encoding="unicode", method="html")) for child in element]
    return "".join(parts)
