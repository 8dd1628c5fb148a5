# SPDX-License-Identifier: MIT
"""Writes the elements within a line as Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Element, tostring

from reader.core.export.html_tree import classes_of, text_of

DEEPEST = 60
BREAK = "\x00"
"""Stands for a hard line break until white space has been folded."""

_AROUND = {
    "b": "**",
    "strong": "**",
    "em": "*",
    "i": "*",
    "cite": "*",
    "dfn": "*",
    "var": "*",
    "del": "~~",
    "s": "~~",
    "strike": "~~",
    "mark": "==",
}
_KEPT_AS_HTML = frozenset(("sub", "sup", "kbd", "ins", "u", "abbr", "ruby", "rt", "rp"))
_SPECIAL = re.compile(r"([\\`*_\[\]<>])")


class InlineWriter:
    """Writes text with its links, pictures and emphasis."""

    def __init__(self, address_of: Callable[[str], str]) -> None:
        self._address_of = address_of

    def write(self, element: Element) -> str:
        """The content of an element as one run of lines."""
        return self.write_all([element.text or "", *_content(element)])

    def write_all(self, pieces: Iterable[Element | str]) -> str:
        """Text and elements side by side as one run of lines."""
        text = "".join(
            escape(piece) if isinstance(piece, str) else self._element(piece, 0) for piece in pieces
        )
        folded = re.sub(r"[ \t\r\n\f]+", " ", text)
        return re.sub(rf" *{BREAK} *", "  \n", folded).strip(" \n")

    def _inside(self, element: Element, depth: int) -> str:
        parts = [escape(element.text or "")]
        for child in element:
            parts.append(self._element(child, depth + 1))
            parts.append(escape(child.tail or ""))
        return "".join(parts)

    def _element(self, element: Element, depth: int) -> str:
        tag = element.tag
        if depth > DEEPEST:
            return escape(text_of(element))
        if tag == "br":
            return BREAK
        if tag == "img":
            return self._picture(element)
        if tag == "code":
            return _code(element)
        if tag == "a":
            if "footnote-back" in classes_of(element):
                return ""
            return self._link(element, depth)
        if tag in _AROUND:
            return _wrapped(self._inside(element, depth), _AROUND[tag])
        if tag == "math":
            return _markup(element)
        if tag == "sup" and "footnote-ref" in classes_of(element):
            return _footnote_mark(element)
        if tag in _KEPT_AS_HTML:
            inside = self._inside(element, depth)
            return f"<{tag}>{inside}</{tag}>" if inside.strip() else inside
        return self._inside(element, depth)

    def _picture(self, element: Element) -> str:
        address = self._address_of(element.get("src") or "")
        return f"![{escape(_flat(element.get('alt') or ''))}]({_address(address)})" if address else ""

    def _link(self, element: Element, depth: int) -> str:
        inside = self._inside(element, depth)
        href = element.get("href") or ""
        if not href or not inside.strip():
            return inside
        return f"[{inside.strip()}]({_address(href)})"


def escape(text: str) -> str:
    """Text whose marks are not Markdown."""
    return _SPECIAL.sub(r"\\\1", text.replace(BREAK, ""))


def plain_text(element: Element) -> str:
    """All text of an element, escaped, in one line."""
    return escape(_flat(text_of(element)))


def _content(element: Element) -> Iterable[Element | str]:
    for child in element:
        yield child
        yield child.tail or ""


def _wrapped(text: str, mark: str) -> str:
    """Emphasis marks must touch the words they stand at."""
    stripped = text.strip()
    if not stripped:
        return text
    before = text[: len(text) - len(text.lstrip())]
    after = text[len(text.rstrip()) :]
    return f"{before}{mark}{stripped}{mark}{after}"


def _code(element: Element) -> str:
    text = _flat(text_of(element))
    if not text.strip():
        return text
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text}{space}{fence}"


def _footnote_mark(element: Element) -> str:
    target = next((a.get("href") or "" for a in element.iter("a")), "")
    label = target.removeprefix("#fn-") or _flat(text_of(element))
    return f"[^{label}]"


def _markup(element: Element) -> str:
    """MathML as it is: Markdown takes HTML between its words."""
    tail, element.tail = element.tail, None
    text = tostring(element, encoding="unicode", method="html")
    element.tail = tail
    return re.sub(r"\s+", " ", text)


def _address(address: str) -> str:
    if re.search(r"[\s()<>]", address):
        quoted = re.sub(r"\s", "%20", address).replace("<", "%3C").replace(">", "%3E")
        return f"<{quoted}>"
    return address


def _flat(text: str) -> str:
    return re.sub(r"[ \t\r\n\f]+", " ", text.replace(BREAK, ""))
