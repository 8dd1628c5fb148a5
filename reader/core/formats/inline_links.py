# SPDX-License-Identifier: MIT
"""Links and pictures in running text: inline, by reference, bare addresses, wiki links."""

from __future__ import annotations

import html
import re
from collections.abc import Collection
from typing import ClassVar
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from reader.core.formats.attribute_lists import LIST, parse_attributes
from reader.core.formats.inline_pattern import DECLINED, PLACEHOLDER, ArticleInline, Found
from reader.core.formats.markdown_document import plain_text
from reader.core.formats.wiki_links import WikiLink, wiki_link

IMAGE = r"(!)\["
"""The beginning of a picture; pictures come first, for they stand in links too."""
LINK = r"()\["
"""The beginning of a link."""
AUTOLINK = (
    r"(?<!\\)(?<!\]\()<((?:https?|ftp|mailto|tel|magnet):[^<>\s]{1,2000}|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)>"
)
BARE_URL = r"(?<![\w/@.\-=:\"'&])(?:https?://|www\.(?=[\w-]+\.\w))[^\s<>\"'`|\\^{}\x02\x03\u2e80-\u9fff\uff00-\uffef…“”‘’]{2,2000}"
WIKI = r"(!?)\[\[([^\[\]\n\x02\x03]{1,300})\]\](?![(\[])(?:\{([^{}\n]{0,200})\})?"
_BRACKET = re.compile(r"[\[\]]")
_ADDRESS = re.compile(
    r"""\(\s*(?:<([^<>\n]*)>|((?:[^\s()<>"']|\((?:[^\s()]|\([^\s()]*\))*\)|(?<=\w)["'](?=\w))*+))"""
    r"""(?:\s+=(\d*%?)x(\d*%?))?"""
    r"""(?:\s+("(?:[^"]*+(?:"(?!\s*\))[^"]*+)*+)"|'(?:[^']*+(?:'(?!\s*\))[^']*+)*+)'|\([^()]*\)))?\s*\)"""
)
_LOOSE_ADDRESS = re.compile(
    r"""\([ \t]*([^()\n"]{1,500}(?:\([^()\n]{0,200}\)[^()\n"]{0,200})?)(?:[ \t]+"([^"\n]*)")?[ \t]*\)"""
)
_LABEL = re.compile(r"[ ]?\n?\[([^\[\]]{0,300})\]")
_PELICAN = re.compile(
    r"^(?:\{|%7B|\|)(static|attach|filename|photo|index|category|tag|author)(?:\}|%7D|\|)", re.I
)
_TRAILING = ".,;:!?*_~'\"，。；：！？、）」』》】"
_MAX_BRACKETS = 400
_MAX_SPAN = 20_000


class Autolink(ArticleInline):
    """`<https://…>`, `<me@example.org>` and bare addresses."""

    ANCESTOR_EXCLUDES: ClassVar[Collection[str]] = ("a",)

    def read(self, match: re.Match[str]) -> Found:
        """A bare address loses the punctuation that ends its sentence."""
        data = self.data
        bare = match.re.groups == 0
        if bare and self._in_link(data, match.start()):
            return DECLINED
        text = _trimmed(match[0]) if bare else match[1]
        if not bare and "@" in text and not re.match(r"[a-z]+:", text):
            address = f"mailto:{text}"
        else:
            address = f"http://{text}" if text.startswith("www.") else text
        element = Element("a", {"href": address})
        element.text = AtomicString(html.escape(html.unescape(text), quote=False))
        return element, match.start(), match.start() + len(text) if bare else match.end()

    def _in_link(self, data: str, end: int) -> bool:
        """Whether an `<a>` of the author's is open before `end`."""
        position = data.rfind("\x02", 0, end)
        while position >= 0:
            tag = self._stored_source_at(data, position)
            if tag.startswith(("<a ", "<A ")):
                return True
            if tag.lower().startswith("</a"):
                return False
            position = data.rfind("\x02", 0, position)
        return False

    def _stored_source_at(self, data: str, position: int) -> str:
        match = PLACEHOLDER.match(data, position)
        return self._stored_source(match) if match else ""


class Wiki(ArticleInline):
    """`[[page|text]]` and `![[image.png|300]]`."""

    def read(self, match: re.Match[str]) -> Found:
        """A page that does not exist is its text."""
        found = wiki_link(
            self.restored(match[2]), self.document.context, embed=bool(match[1]), label=match[3]
        )
        if found is None:
            return DECLINED
        return _wiki_element(found), match.start(), match.end()


def _wiki_element(found: WikiLink) -> Element | str:
    if found.is_image:
        sizes = {"width": found.width, "height": found.height}
        return Element("img", {"src": found.href, "alt": found.text} | {k: v for k, v in sizes.items() if v})
    element = Element("a", {"href": found.href}) if found.href else Element("span")
    element.text = AtomicString(html.escape(found.text, quote=False))
    return element


class Link(ArticleInline):
    """Links and images: inline, by reference, collapsed and short."""

    def read(self, match: re.Match[str]) -> Found:
        """Reads from the opening bracket on."""
        data = self.data
        close = _closing_bracket(data, match.end())
        if close < 0:
            return DECLINED
        text = data[match.end() : close]
        is_image = bool(match[1])
        if not is_image and "a" in self._ancestors():
            return DECLINED
        found = self._inline(data, close + 1) or self._by_reference(data, close + 1, text)
        if found is None:
            return DECLINED
        address, title, sizes, end = found
        attributes = {"title": " ".join(self.restored(title).split())} if title else {}
        attributes |= sizes
        extra = LIST.match(data, end)
        if extra is not None:
            end = extra.end()
            attributes |= {
                k: v for k, v in parse_attributes(extra[0]).as_html().items() if is_image or k == "id"
            }
        address = self.restored(address).strip()
        if address.startswith("<") and address.endswith(">"):
            address = address[1:-1].strip()
        address = _PELICAN.sub("", address).replace(" ", "%20")
        if is_image:
            return (
                Element("img", {"src": address, "alt": plain_text(self.restored(text))} | attributes),
                match.start(),
                end,
            )
        element = Element("a", {"href": address} | attributes) if address else Element("span")
        element.text = text
        return element, match.start(), end

    def _ancestors(self) -> list[str]:
        return self.package.treeprocessors["inline"].ancestors

    def _inline(self, data: str, start: int) -> tuple[str, str | None, dict[str, str], int] | None:
        if data[start : start + 1] != "(":
            return None
        match = _ADDRESS.match(data, start)
        if match is not None:
            sizes = {
                name: size
                for name, size in (("width", match[3]), ("height", match[4]))
                if size and size.isdigit()
            }
            address = match[1] if match[1] is not None else match[2]
            return address, match[5][1:-1] if match[5] else None, sizes, match.end()
        loose = _LOOSE_ADDRESS.match(data, start)
        return None if loose is None else (loose[1].strip().replace(" ", "%20"), loose[2], {}, loose.end())

    def _by_reference(
        self, data: str, start: int, text: str
    ) -> tuple[str, str | None, dict[str, str], int] | None:
        label = _LABEL.match(data, start)
        wanted = [(label[1] or text, label.end())] if label is not None else []
        for name, end in [*wanted, (text, start)]:
            key = " ".join(self.restored(name).lower().split())
            if key in self.document.references:
                address, title = self.document.references[key]
                return address, title, {}, end
        return None


def _closing_bracket(data: str, start: int) -> int:
    depth = 1
    for count, match in enumerate(_BRACKET.finditer(data, start, min(len(data), start + _MAX_SPAN))):
        depth += 1 if match[0] == "[" else -1
        if depth == 0:
            return match.start()
        if count > _MAX_BRACKETS:
            break
    return -1


def _trimmed(address: str) -> str:
    while address and (address[-1] in _TRAILING or (address[-1] in ")]" and _open(address) < 0)):
        address = address[:-1]
    return address


def _open(address: str) -> int:
    pair = "()" if address[-1] == ")" else "[]"
    return address.count(pair[0]) - address.count(pair[1])
