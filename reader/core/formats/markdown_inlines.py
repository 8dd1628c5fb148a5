# SPDX-License-Identifier: MIT
"""Inline markup for the `markdown` package: code as CommonMark has it, formulas, footnotes, tags."""

from __future__ import annotations

import html
import re
import time
from collections.abc import Collection, Mapping
from importlib import import_module
from typing import Any, ClassVar
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString, code_escape

from reader.core.formats import inline_links as links
from reader.core.formats.html_text import is_element_name
from reader.core.formats.inline_pattern import DECLINED, ArticleInline, Found
from reader.core.formats.markdown_document import Document, footnote_key
from reader.core.formats.math import (
    BRACKETED,
    DISPLAY_DOLLARS,
    INLINE_DOLLARS,
    formula_html,
    is_bracketed_formula,
    is_formula,
)

_REPLACED = (
    "backtick",
    "reference",
    "link",
    "image_link",
    "image_reference",
    "short_reference",
    "short_image_ref",
    "autolink",
    "automail",
    "linebreak",
    "html",
)
_BUDGET = 2.5  # seconds of this thread's time for the inline markup of one document
_MAX_SPAN = 20_000
_CODE = r"(?<![\\`])(`+)(?!`)"
_TAG = (
    r"(?<!\\)<(?:(/?)([a-zA-Z][^\s\"'<>/@]*+)((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>"
    r"|!--(?:(?!-->|<!--).){0,5000}-->|!?\[CDATA\[)"
)
_FOOTNOTE = r"\[\^([^\]\s]{1,100})\]"
_SIGN = re.compile(r"[`<$\\\[^{&~*_=\x02]")
_COLON = re.compile(r":(?=[a-z+\-/])")  # of an address or an emoji
_SPAN_ATTRIBUTES = r"\{(?:::[a-z]+|:/)[^{}\n]{0,100}\}|(?<=[*_`)\]\x03])\{:[^{}\n]{0,300}\}"


class CodeSpan(ArticleInline):
    """Code between backticks; a formula where the backticks only shield dollar signs."""

    def read(self, match: re.Match[str]) -> Found:
        """The closing run is the next of the same length."""
        data = self.data
        run = match[1]
        close = match.end()
        limit = min(len(data), match.end() + _MAX_SPAN)
        while (close := data.find(run, close, limit)) >= 0:
            if data[close - 1] != "`" and data[close + len(run) : close + len(run) + 1] != "`":
                break
            while data[close : close + 1] == "`":
                close += 1
        if close < 0:
            return DECLINED
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

    def read(self, match: re.Match[str]) -> Found:
        """Declines what is prose, so that prices and escaped brackets stay as they are."""
        data = self.data
        if "\x02" in match[0]:
            return DECLINED
        if match.re.pattern == DISPLAY_DOLLARS.pattern:
            alone = not data[: match.start()].strip() and not data[match.end() :].strip()
            return (
                self.stored(formula_html(html.unescape(match[1]), alone), match)
                if match[1].strip()
                else DECLINED
            )
        if match.re.pattern == BRACKETED.pattern:
            tex = html.unescape(match["inline"] or match["display"])
            display = match["display"] is not None
            return self.stored(formula_html(tex, display), match) if is_bracketed_formula(tex) else DECLINED
        tex = html.unescape(match[1])
        return self.stored(formula_html(tex), match) if is_formula(tex) else DECLINED


class Tag(ArticleInline):
    """HTML among text; what only looks like a tag stays text."""

    def read(self, match: re.Match[str]) -> Found:
        """Comments are kept (cleaning drops them), unknown names are text unless they are custom elements."""
        if match[2] is None:
            return self.stored(match[0], match) if match[0].startswith("<!--") else DECLINED
        if not is_element_name(match[2]):
            return DECLINED
        return self.stored(self.restored(match[0]), match)


class FootnoteMark(ArticleInline):
    """`[^1]` where the note exists."""

    ANCESTOR_EXCLUDES: ClassVar[Collection[str]] = ("a",)

    def __init__(self, pattern: str, md: Markdown, document: Document, deadline: float) -> None:
        """Marks of the same note get anchors of their own."""
        super().__init__(pattern, md, document, deadline)
        self._seen: dict[str, int] = {}

    def read(self, match: re.Match[str]) -> Found:
        """The number is the order of first mention."""
        key = footnote_key(match[1])
        if key not in self.document.footnotes or not self.document.cited.get(key):
            return DECLINED
        self._seen[key] = self._seen.get(key, 0) + 1
        suffix = f"-{self._seen[key]}" if self._seen[key] > 1 else ""
        element = Element("sup", {"class": "footnote-ref", "id": f"fnref-{key}{suffix}"})
        link = Element("a", {"href": f"#fn-{key}"})
        link.text = AtomicString(str(self.document.cited[key]))
        element.append(link)
        return element, match.start(), match.end()


class Emoji(ArticleInline):
    """`:bulb:` and the like."""

    def read(self, match: re.Match[str]) -> Found:
        """The list of names is only imported where a text has one."""
        table: Any = import_module("pymdownx.gemoji_db")
        entry = table.emoji.get(table.aliases.get(match[0], match[0]))
        if entry is None or "unicode" not in entry:
            return DECLINED
        points = entry.get("unicode_alt") or entry["unicode"]
        return "".join(chr(int(point, 16)) for point in points.split("-")), match.start(), match.end()


class Replacement(ArticleInline):
    """A fixed element (`<br>`) or nothing for every match."""

    def read(self, match: re.Match[str]) -> Found:
        """Blanks and a line end are a `<br>`, attribute lists nothing."""
        return (Element("br") if "\n" in match[0] else ""), match.start(), match.end()


class Raised(ArticleInline):
    """`H~2~O` and `x^2^`: short, without blanks, right after a word."""

    def read(self, match: re.Match[str]) -> Found:
        """Sub or sup."""
        element = Element("sub" if match[1] == "~" else "sup")
        element.text = AtomicString(match[2])
        return element, match.start(), match.end()


class Abbreviation(ArticleInline):
    """Words that a `*[word]: meaning` line explains."""

    def read(self, match: re.Match[str]) -> Found:
        """`<abbr title>`."""
        element = Element("abbr", {"title": self.document.abbreviations[match[0]]})
        element.text = AtomicString(match[0])
        return element, match.start(), match.end()


class Scouting(Treeprocessor):
    """Goes ahead of the inline markup, and spares it texts without signs and patterns without texts."""

    def run(self, root: Element) -> None:
        """Most paragraphs of most articles are plain, and the package tries every pattern on each."""
        package: Any = self.md
        patterns = package.inlinePatterns
        left: list[str] = []
        for element in root.iter():
            text, tail = element.text, element.tail
            if text and not isinstance(text, AtomicString):
                if "abbreviation" in patterns or _may_hold_markup(text):
                    left.append(text)
                else:
                    element.text = AtomicString(text)
            if tail:
                left.append(tail)
        whole = "\0".join(left)
        for name, signs in _SIGNS.items():
            if name in patterns and not any(sign in whole for sign in signs):
                patterns.deregister(name)


def _may_hold_markup(text: str) -> bool:
    return bool(_SIGN.search(text) or _COLON.search(text)) or "  \n" in text or "www." in text


def register(md: Markdown, document: Document) -> None:
    """Put our patterns in the package's list, in place of the ones they stand for."""
    patterns = md.inlinePatterns
    for name in _REPLACED:
        if name in patterns:
            patterns.deregister(name)
    deadline = time.thread_time() + _BUDGET
    for name, kind, pattern, priority, _ in _OURS:
        patterns.register(kind(pattern, md, document, deadline), name, priority)
    md.treeprocessors.register(Scouting(md), "scouting", 25)  # before the package's inline markup


def register_abbreviations(md: Markdown, document: Document) -> None:
    """Explain abbreviations, once they are known."""
    if document.abbreviations:
        words = "|".join(re.escape(word) for word in sorted(document.abbreviations, key=len, reverse=True))
        pattern = Abbreviation(rf"(?<!\w)(?:{words})(?!\w)", md, document, time.thread_time() + _BUDGET)
        md.inlinePatterns.register(pattern, "abbreviation", 40)


_OURS: tuple[tuple[str, type[ArticleInline], str, int, tuple[str, ...]], ...] = (
    ("code", CodeSpan, _CODE, 190, ("`",)),
    ("autolink", links.Autolink, links.AUTOLINK, 189, ("<",)),
    ("tag", Tag, _TAG, 188, ("<",)),
    ("display_formula", Formula, DISPLAY_DOLLARS.pattern, 187, ("$$",)),
    ("bracketed_formula", Formula, BRACKETED.pattern, 186, ("\\",)),
    ("formula", Formula, INLINE_DOLLARS.pattern, 185, ("$",)),
    ("hard_break", Replacement, r"(?: {2,}|(?<!\\)\\)\n", 184, ("  \n", "\\\n")),
    ("footnote", FootnoteMark, _FOOTNOTE, 178, ("[^",)),
    ("wiki", links.Wiki, links.WIKI, 176, ("[[",)),
    ("image", links.Link, links.IMAGE, 165, ("![",)),
    ("link", links.Link, links.LINK, 160, ("[",)),
    ("bare_url", links.Autolink, links.BARE_URL, 120, ("://", "www.")),
    ("emoji", Emoji, r"(?<![\w:])(?<!\w :):[a-z+\-][a-z0-9_+\-]{0,38}:(?![\w:])", 100, (":",)),
    ("span_attributes", Replacement, _SPAN_ATTRIBUTES, 95, ("{:",)),
    (
        "raised",
        Raised,
        r"(?:(?<=[A-Za-z)])|(?<=[0-9])(?=\^))([~^])([A-Za-z0-9+\-−()]{1,12})\1(?![~^])",
        70,
        ("~", "^"),
    ),
)
"""Name, kind, pattern, priority, and the signs of which a text must hold one for a match."""
_SIGNS: Mapping[str, tuple[str, ...]] = {
    **{name: signs for name, _, _, _, signs in _OURS},
    "escape": ("\\",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
