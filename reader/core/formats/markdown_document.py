# SPDX-License-Identifier: MIT
"""What one Markdown document gathers while it is read: anchors, footnotes, contents, problems."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol
from xml.etree.ElementTree import Element, SubElement

from reader.core.article import Dialect, Problem
from reader.core.formats.html_text import escape_stray_brackets
from reader.core.formats.math import formulas_in_html

RAW_TAG = "raw-html"
MAX_LEAF = 60_000  # characters of one paragraph that still get inline markup
_WIDE = "\u2e80-\u2fdf\u3000-\u30ff\u31c0-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\U00020000-\U0003ffff"
_LINE_START = re.compile(r"\n[ \t]+")
_TRAILING_BLANK = re.compile(r"(?<=[^ \t])[ \t]\n")
_FOOTNOTE_MARK = re.compile(r"\[\^([^\]\s]{1,100})\]")
_INLINE_NOTE = re.compile(r"(?<![\\\]])\^\[(?=.{3})((?:[^\[\]]|\[[^\[\]]*\](?:\([^()]*\))?)+)\]")
_MARKUP = re.compile(
    r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])?|<[^<>]*>|[`*~]+|\\(?=[!-/:-@\[-`{-~])|(?<!\w)_+|_+(?!\w)"
)
_UNSLUGGED = re.compile(r"[^\w\- ]", re.U)


_COMPLEX = Problem("too-complex", "Part of the text is too complex and is shown without its markup.")


class TooComplexError(Exception):
    """The document would take too long; only the door of this room sees it."""


@dataclass(frozen=True, slots=True)
class MarkdownContext:
    """Where a Markdown body comes from."""

    path: Path
    dialect: Dialect = Dialect.AUTO
    library_root: Path | None = None


@dataclass(slots=True)
class Document:
    """One reading of one body; lives as long as the call."""

    context: MarkdownContext
    stash: Any  # the package's store of finished HTML: `store(html) -> placeholder`
    atomic: Any  # the package's string type that inline markup leaves alone
    references: dict[str, tuple[str, str | None]]
    anchors: dict[str, int] = field(default_factory=dict[str, int])  # with how often each was asked for
    headings: list[tuple[int, str, str]] = field(default_factory=list[tuple[int, str, str]])
    footnotes: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    cited: dict[str, int] = field(default_factory=dict[str, int])  # number of each footnote, in order
    abbreviations: dict[str, str] = field(default_factory=dict[str, str])
    tocs: list[Element] = field(default_factory=list[Element])
    problems: list[Problem] = field(default_factory=list[Problem])

    def leaf(self, parent: Element, tag: str, text: str, attributes: dict[str, str] | None = None) -> Element:
        """Add an element whose text still holds inline markup."""
        element = SubElement(parent, tag, attributes or {})
        if len(text) > MAX_LEAF:
            self.report_complex()
            element.text = self.atomic(html.escape(text, quote=False))
            return element
        if "\n" in text:
            text = _TRAILING_BLANK.sub("\n", _LINE_START.sub("\n", text))
            text = text if text.isascii() else soft_break().sub(r"\1\2", text)
        if "[" in text:
            text = _INLINE_NOTE.sub(self._inline_note, text) if "^[" in text else text
            for label in _FOOTNOTE_MARK.findall(text):
                self.cited.setdefault(footnote_key(label), 0)
        element.text = text
        return element

    def raw(self, parent: Element, source: str) -> None:
        """Add HTML of the file as it is; its formulas become MathML and stray `<` text."""
        if source.strip():
            self.finished(parent, formulas_in_html(escape_stray_brackets(source)))

    def finished(self, parent: Element, source: str) -> None:
        """Add HTML of our own making."""
        SubElement(parent, RAW_TAG).text = self.atomic(self.stash.store(source))

    def heading(self, parent: Element, level: int, text: str, anchor: str | None, align: str | None) -> None:
        """Add a heading with an anchor of its own."""
        plain = plain_text(text)
        name = self.unique_anchor(anchor or slug(plain))
        self.headings.append((level, plain, name))
        self.leaf(parent, f"h{level}", text, {"id": name} | ({"class": align} if align else {}))

    def unique_anchor(self, wanted: str) -> str:
        """`wanted`, numbered if another element has it."""
        base = name = wanted or "section"
        while name in self.anchors:
            self.anchors[base] += 1
            name = f"{base}-{self.anchors[base]}"
        self.anchors[name] = 0
        return name

    def report_complex(self) -> None:
        """Note, once, that something was too large or too deep for full treatment."""
        if not any(problem.code == "too-complex" for problem in self.problems):
            self.problems.append(_COMPLEX)

    def _inline_note(self, match: re.Match[str]) -> str:
        key = f"note-{len(self.footnotes) + 1}"
        self.footnotes[key] = [match[1].replace("\n", " ")]
        return f"[^{key}]"


class Blocks(Protocol):
    """What the rules for single blocks need of the block parser."""

    document: Document

    def parse(self, lines: list[str], parent: Element, depth: int) -> None:
        """Read `lines` into children of `parent`."""

    def interrupts(self, lines: list[str], index: int) -> bool:
        """Whether the line at `index` ends the paragraph before it."""
        ...


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a rule is asked whether its block begins: a line, and the element that would hold the block."""

    parser: Blocks
    lines: list[str]
    index: int
    parent: Element
    depth: int
    unclosed: set[str]  # ends of HTML that do not come in the rest of these lines

    @property
    def bare(self) -> str:
        """The line without the blanks around it."""
        return self.lines[self.index].strip()

    @property
    def document(self) -> Document:
        """The document being read."""
        return self.parser.document

    def read_inner(self, lines: list[str], parent: Element) -> None:
        """Read the content of a container, one level deeper."""
        self.parser.parse(lines, parent, self.depth + 1)


@lru_cache(maxsize=1)
def soft_break() -> re.Pattern[str]:
    """A line end between two Han or kana; compiled when first needed, for that takes milliseconds."""
    return re.compile(rf"(?<=[{_WIDE}])([*_~=`]{{0,3}})\n([*_~=`\[]{{0,3}})(?=[{_WIDE}])")


def footnote_key(label: str) -> str:
    """The name under which a footnote and its references meet."""
    return label.strip().casefold()


def plain_text(markup: str) -> str:
    """The words of a line of Markdown."""
    previous = ""
    text = markup[:2_000]
    while text != previous:
        previous, text = text, _MARKUP.sub(lambda match: match[1] or "", text)
    return html.unescape(" ".join(text.split()))


def slug(text: str) -> str:
    """An anchor in the manner of the forges: lower case, no punctuation, hyphens for blanks."""
    folded = unicodedata.normalize("NFC", text).lower().strip()
    return re.sub(r"\s+", "-", _UNSLUGGED.sub("", folded)).strip("-")[:120]
