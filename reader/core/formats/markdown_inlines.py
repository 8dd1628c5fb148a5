# SPDX-License-Identifier: MIT
"""Inline markup for the `markdown` package: links and code read as CommonMark does, formulas, wiki links, footnotes."""

from __future__ import annotations

import html
import re
import time
from typing import Any, ClassVar
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString, code_escape

from reader.core.formats.attribute_lists import LIST, parse_attributes
from reader.core.formats.html_text import is_element_name
from reader.core.formats.markdown_document import Document, TooComplexError, footnote_key, plain_text
from reader.core.formats.math import (
    BRACKETED,
    DISPLAY_DOLLARS,
    INLINE_DOLLARS,
    formula_html,
    is_bracketed_formula,
    is_formula,
)
from reader.core.formats.wiki_links import WikiLink, wiki_link

Found = tuple[Element | str | None, int | None, int | None]
_DECLINED: Found = (None, None, None)
_BUDGET = 4.0  # seconds of this thread's time for the inline markup of one document
_MAX_BRACKETS = 400
_MAX_SPAN = 20_000

_CODE = r"(?<![\\`])(`+)(?!`)"
_TAG = r"(?<!\\)<(?:(/?)([a-zA-Z][^\s\"'<>/@]*+)((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>|!--(?:(?!-->|<!--).){0,5000}-->|!?\[CDATA\[)"
_AUTOLINK = (
    r"(?<!\\)(?<!\]\()<((?:https?|ftp|mailto|tel|magnet):[^<>\s]{1,2000}|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)>"
)
_BARE_URL = (
    r"(?<![\w/@.\-=:\"'&])(?:https?://|www\.(?=[\w-]+\.\w))[^\s<>\"'`|\\^{}\x02\x03⺀-鿿＀-￯…“”‘’]{2,2000}"
)
_FOOTNOTE = r"\[\^([^\]\s]{1,100})\]"
_WIKI = r"(!?)\[\[([^\[\]\n\x02\x03]{1,300})\]\](?![(\[])(?:\{([^{}\n]{0,200})\})?"
_SPAN_ATTRIBUTES = r"(?<=[*_`)\]\x03])\{:[^{}\n]{0,300}\}"
_ESCAPED = re.compile("\x02(\\d+)\x03")
_PLACEHOLDER = re.compile("\x02[^\x02\x03]*\x03")
_BRACKET = re.compile(r"[\[\]]")
_ADDRESS = re.compile(
    r"""\(\s*(?:<([^<>\n]*)>|((?:[^\s()<>"']|\((?:[^\s()]|\([^\s()]*\))*\)|(?<=\w)["'](?=\w))*+))"""
    r"""(?:\s+=(\d*%?)x(\d*%?))?(?:\s+("(?:[^"]*+(?:"(?!\s*\))[^"]*+)*+)"|'(?:[^']*+(?:'(?!\s*\))[^']*+)*+)'|\([^()]*\)))?\s*\)"""
)
_LOOSE_ADDRESS = re.compile(
    r"""\([ \t]*([^()\n"]{1,500}(?:\([^()\n]{0,200}\)[^()\n"]{0,200})?)(?:[ \t]+"([^"\n]*)")?[ \t]*\)"""
)
_LABEL = re.compile(r"[ ]?\n?\[([^\[\]]{0,300})\]")
_PELICAN = re.compile(
    r"^(?:\{|%7B|\|)(static|attach|filename|photo|index|category|tag|author)(?:\}|%7D|\|)", re.I
)
_TRAILING = ".,;:!?*_~'\"，。；：！？、）」』》】"


class ArticleInline(InlineProcessor):
    """A pattern of ours: knows the document and stops when the time is spent."""

    def __init__(self, pattern: str, md: Markdown, document: Document, deadline: float) -> None:
        """`deadline` is in seconds of this thread's clock."""
        super().__init__(pattern, md)
        self.package: Any = md
        self.document = document
        self._deadline = deadline

    def handleMatch(self, m: re.Match[str], data: str) -> Found:
        """What the package calls for every match."""
        if time.thread_time() > self._deadline:
            raise TooComplexError
        return self.read(m, data)

    def read(self, match: re.Match[str], data: str) -> Found:
        """The element for a match with its span, or `_DECLINED`."""
        raise NotImplementedError

    def stored(self, source: str, match: re.Match[str]) -> Found:
        """Finished HTML in place of the match."""
        return self.package.htmlStash.store(source), match.start(), match.end()

    def restored(self, text: str) -> str:
        """Text with the package's escapes and stored pieces put back as they were written."""
        if "\x02" not in text:
            return text
        text = _ESCAPED.sub(lambda match: chr(int(match[1])), text)
        return _PLACEHOLDER.sub(self._stored_source, text)

    def _stored_source(self, match: re.Match[str]) -> str:
        name, _, number = match[0].strip("\x02\x03").partition(":")
        if name == "wzxhzdk" and number.isdigit():
            return str(self.package.htmlStash.rawHtmlBlocks[int(number)])
        node = self.package.treeprocessors["inline"].stashed_nodes.get(number)
        if node is None:
            return ""
        return self.restored(node if isinstance(node, str) else "".join(node.itertext()))


class CodeSpan(ArticleInline):
    """Code between backticks; a formula where the backticks only shield dollar signs."""

    def read(self, match: re.Match[str], data: str) -> Found:
        """The closing run is the next of the same length."""
        run = match[1]
        close = match.end()
        limit = min(len(data), match.end() + _MAX_SPAN)
        while (close := data.find(run, close, limit)) >= 0:
            if data[close - 1] != "`" and data[close + len(run) : close + len(run) + 1] != "`":
                break
            while data[close : close + 1] == "`":
                close += 1
        if close < 0:
            return _DECLINED
        body = data[match.end() : close].replace("\n", " ")
        end = close + len(run)
        for display, sign in ((True, "$$"), (False, "$")):
            tex = body.strip()
            if (
                len(tex) > 2 * len(sign)
                and tex.startswith(sign)
                and tex.endswith(sign)
                and "$" not in tex[len(sign) : -len(sign)]
            ):
                tex = tex[len(sign) : -len(sign)]
                if display or is_formula(tex):
                    alone = display and not data[: match.start()].strip() and not data[end:].strip()
                    return self.package.htmlStash.store(formula_html(tex, alone)), match.start(), end
        element = Element("code")
        element.text = AtomicString(code_escape(body.strip() or body))
        return element, match.start(), end


class Formula(ArticleInline):
    """Formulas in running text; the pattern says between which signs."""

    def read(self, match: re.Match[str], data: str) -> Found:
        """Declines what is prose, so that prices and escaped brackets stay as they are."""
        if "\x02" in match[0]:
            return _DECLINED
        if match.re.pattern == DISPLAY_DOLLARS.pattern:
            alone = not data[: match.start()].strip() and not data[match.end() :].strip()
            return (
                self.stored(formula_html(html.unescape(match[1]), alone), match)
                if match[1].strip()
                else _DECLINED
            )
        if match.re.pattern == BRACKETED.pattern:
            tex = html.unescape(match["inline"] or match["display"])
            display = match["display"] is not None
            return self.stored(formula_html(tex, display), match) if is_bracketed_formula(tex) else _DECLINED
        tex = html.unescape(match[1])
        return self.stored(formula_html(tex), match) if is_formula(tex) else _DECLINED


class Tag(ArticleInline):
    """HTML among text; what only looks like a tag stays text."""

    def read(self, match: re.Match[str], data: str) -> Found:
        """Comments are kept (cleaning drops them), unknown names are text unless they are custom elements."""
        if match[2] is None:
            return self.stored(match[0], match) if match[0].startswith("<!--") else _DECLINED
        if not is_element_name(match[2]):
            return _DECLINED
        return self.stored(self.restored(match[0]), match)


class Autolink(ArticleInline):
    """`<https://…>`, `<me@example.org>` and bare addresses."""

    ANCESTOR_EXCLUDES: ClassVar[tuple[str, ...]] = ("a",)

    def read(self, match: re.Match[str], data: str) -> Found:
        """A bare address loses the punctuation that ends its sentence."""
        bare = match.re.groups == 0
        if bare and self._in_link(data, match.start()):
            return _DECLINED
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
        position = data.rfind("\x02wzxhzdk:", 0, end)
        while position >= 0:
            tag = self._stored_source_at(data, position)
            if tag.startswith(("<a ", "<A ")):
                return True
            if tag.lower().startswith("</a"):
                return False
            position = data.rfind("\x02wzxhzdk:", 0, position)
        return False

    def _stored_source_at(self, data: str, position: int) -> str:
        match = _PLACEHOLDER.match(data, position)
        return self._stored_source(match) if match else ""


class FootnoteMark(ArticleInline):
    """`[^1]` where the note exists."""

    ANCESTOR_EXCLUDES: ClassVar[tuple[str, ...]] = ("a",)

    def __init__(self, pattern: str, md: Markdown, document: Document, deadline: float) -> None:
        """Marks of the same note get anchors of their own."""
        super().__init__(pattern, md, document, deadline)
        self._seen: dict[str, int] = {}

    def read(self, match: re.Match[str], data: str) -> Found:
        """The number is the order of first mention."""
        key = footnote_key(match[1])
        if key not in self.document.footnotes or key not in self.document.cited:
            return _DECLINED
        self._seen[key] = self._seen.get(key, 0) + 1
        suffix = f"-{self._seen[key]}" if self._seen[key] > 1 else ""
        element = Element("sup", {"class": "footnote-ref", "id": f"fnref-{key}{suffix}"})
        link = Element("a", {"href": f"#fn-{key}"})
        link.text = AtomicString(str(self.document.cited.index(key) + 1))
        element.append(link)
        return element, match.start(), match.end()


class Wiki(ArticleInline):
    """`[[page|text]]` and `![[image.png|300]]`."""

    def read(self, match: re.Match[str], data: str) -> Found:
        """A page that does not exist is its text."""
        found = wiki_link(
            self.restored(match[2]), self.document.context, embed=bool(match[1]), label=match[3]
        )
        if found is None:
            return _DECLINED
        return _wiki_element(found), match.start(), match.end()


def _wiki_element(found: WikiLink) -> Element | str:
    if found.is_image:
        sizes = {"width": found.width, "height": found.height}
        return Element("img", {"src": found.href, "alt": found.text} | {k: v for k, v in sizes.items() if v})
    if not found.href:
        element = Element("span")
    else:
        element = Element("a", {"href": found.href})
    element.text = AtomicString(html.escape(found.text, quote=False))
    return element


class Link(ArticleInline):
    """Links and images: inline, by reference, collapsed and short."""

    def read(self, match: re.Match[str], data: str) -> Found:
        """Reads from the opening bracket on."""
        close = _closing_bracket(data, match.end())
        if close < 0:
            return _DECLINED
        text = data[match.end() : close]
        is_image = bool(match[1])
        if not is_image and "a" in self._ancestors():
            return _DECLINED
        found = self._inline(data, close + 1) or self._by_reference(data, close + 1, text)
        if found is None:
            return _DECLINED
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
        address = _PELICAN.sub("", address)
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


class Replacement(ArticleInline):
    """A fixed element (`<br>`) or nothing for every match."""

    def read(self, match: re.Match[str], data: str) -> Found:
        """Blanks and a line end are a `<br>`, attribute lists nothing."""
        return (Element("br") if "\n" in match[0] else ""), match.start(), match.end()


class Raised(ArticleInline):
    """`H~2~O` and `x^2^`: short, without blanks, right after a word."""

    def read(self, match: re.Match[str], data: str) -> Found:
        """Sub or sup."""
        element = Element("sub" if match[1] == "~" else "sup")
        element.text = AtomicString(match[2])
        return element, match.start(), match.end()


class Abbreviation(ArticleInline):
    """Words that a `*[word]: meaning` line explains."""

    def read(self, match: re.Match[str], data: str) -> Found:
        """`<abbr title>`."""
        element = Element("abbr", {"title": self.document.abbreviations[match[0]]})
        element.text = AtomicString(match[0])
        return element, match.start(), match.end()


def register(md: Markdown, document: Document) -> None:
    """Put our patterns in the package's list, in place of the ones they stand for."""
    patterns = md.inlinePatterns
    names = "backtick reference link image_link image_reference short_reference short_image_ref autolink automail linebreak html"
    for name in names.split():
        if name in patterns:
            patterns.deregister(name)
    deadline = time.thread_time() + _BUDGET
    ours: tuple[tuple[str, type[ArticleInline], str, int], ...] = (
        ("code", CodeSpan, _CODE, 190),
        ("autolink", Autolink, _AUTOLINK, 189),
        ("tag", Tag, _TAG, 188),
        ("display_formula", Formula, DISPLAY_DOLLARS.pattern, 187),
        ("bracketed_formula", Formula, BRACKETED.pattern, 186),
        ("formula", Formula, INLINE_DOLLARS.pattern, 185),
        ("hard_break", Replacement, r"(?: {2,}|(?<!\\)\\)\n", 184),
        ("footnote", FootnoteMark, _FOOTNOTE, 178),
        ("wiki", Wiki, _WIKI, 176),
        ("link", Link, r"(!?)\[", 160),
        ("bare_url", Autolink, _BARE_URL, 120),
        ("span_attributes", Replacement, _SPAN_ATTRIBUTES, 95),
        (
            "raised",
            Raised,
            r"(?:(?<=[A-Za-z)])|(?<=[0-9])(?=\^))([~^])([A-Za-z0-9+\-−()]{1,12})\1(?![~^])",
            70,
        ),
    )
    for name, kind, pattern, priority in ours:
        patterns.register(kind(pattern, md, document, deadline), name, priority)


def register_abbreviations(md: Markdown, document: Document) -> None:
    """Explain abbreviations, once they are known."""
    if document.abbreviations:
        words = "|".join(re.escape(word) for word in sorted(document.abbreviations, key=len, reverse=True))
        pattern = Abbreviation(rf"(?<!\w)(?:{words})(?!\w)", md, document, time.thread_time() + _BUDGET)
        md.inlinePatterns.register(pattern, "abbreviation", 40)


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
