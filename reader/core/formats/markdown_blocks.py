# SPDX-License-Identifier: MIT
"""Markdown's blocks, read as CommonMark does, into the element tree of the `markdown` package.

The package's own block parser wants nested lists indented by four, eats blank lines inside HTML and slows
down with depth; this one goes through the lines once per level. Inline markup stays the package's.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from xml.etree.ElementTree import Element, ElementTree, SubElement

from reader.core.formats import markdown_leaves as leaves
from reader.core.formats import markdown_references as references
from reader.core.formats.block_lines import (
    FENCE,
    HEADING,
    THEMATIC,
    Fence,
    dedent,
    fence_at,
    indent_of,
    marker_at,
)
from reader.core.formats.callouts import Callout, callout_kind, callout_title, quoted_callout
from reader.core.formats.html_blocks import (
    MARKDOWN_INSIDE,
    html_block_end,
    markdown_region,
    starts_html,
    structure_change,
)
from reader.core.formats.markdown_document import Document, Spot, TooComplexError
from reader.core.formats.markdown_lists import list_block

MAX_DEPTH = 24
_BUDGET = 2.5  # seconds of this thread's time for the blocks of one document
_ADMONITION = re.compile(r'(!!!|\?\?\?)(\+?)[ \t]+([\w-]+)(?:[ \t]+[\w\-]+)*?(?:[ \t]+"([^"]*)")?[ \t]*$')
_DIRECTIVE = re.compile(
    r":{3,}[ \t]*(?:\{?\.?([A-Za-z][\w-]*))?(?:\[([^\]]*)\])?[ \t]*([^{}]*?)[ \t]*(?:\{[^}]*\}|\})?[ \t]*$"
)
_TOC = re.compile(
    r"(?:\[\[?_?toc_?\]\]?|@\[toc\](?:\([^)]*\))?|\[\[_toc_\]\]|\{:toc\}|<!--\s*toc\s*-->)$", re.I
)

_TAB = re.compile(r"^[ \t]*@tab(?::active)?[ \t]+([^\n]*?)(?:#\S+)?[ \t]*$")

Rule = Callable[[Spot], int]
"""Reads the block at a spot; returns the index after it, or the spot's own to decline."""


class BlockParser:
    """Stands in for the package's block parser: `parseDocument` is what it calls."""

    def __init__(self, document: Document) -> None:
        """Blocks are added to `document`, which footnotes, references and headings share."""
        self.document = document
        self._deadline = time.thread_time() + _BUDGET
        self._indented_is_code = document.context.path.suffix.lower() != ".mdx"

    def parseDocument(self, lines: list[str]) -> ElementTree:
        """The element tree of a document's lines."""
        root = Element("div")
        self.parse(lines, root, 0)
        references.finish(self, root)
        return ElementTree(root)

    def parse(self, lines: list[str], parent: Element, depth: int) -> None:
        """Read `lines` into children of `parent`."""
        if depth > MAX_DEPTH:
            self.document.report_complex()
            leaves.paragraph_of(self.document, [line.strip(" \t>*+-") for line in lines], parent)
            return
        unclosed: set[str] = set()
        index = 0
        open_html = 0
        while index < len(lines):
            line = lines[index]
            bare = line.lstrip(" \t")
            if not bare.strip():
                index += 1
                continue
            if time.thread_time() > self._deadline:
                raise TooComplexError
            spot = Spot(self, lines, index, parent, depth, unclosed)
            if open_html <= 0 and self._indented_is_code and indent_of(line) >= 4:
                index = leaves.indented_code(spot)
                continue
            index = _read_block(spot, bare[0])
            if bare[0] == "<":
                open_html += structure_change("\n".join(lines[spot.index : index]))

    def interrupts(self, lines: list[str], index: int) -> bool:
        """Whether the line at `index` ends the paragraph before it."""
        line = lines[index]
        bare = line.lstrip(" \t")
        if not bare:
            return True
        first = bare[0]
        if first not in "#>`~*-_+0123456789<:$|{" and "|" not in bare:
            return False
        if indent_of(line) >= 4:
            return False
        if first in "`~" and FENCE.match(bare):
            return True
        if first == "#":
            return bool(HEADING.match(bare))
        if first in "*-_" and THEMATIC.match(bare):
            return True
        if first in "*+-0123456789":
            marker = marker_at(line)
            return marker is not None and bool(marker.content) and marker.number in (None, 1)
        if first == "<":
            return starts_html(bare, in_paragraph=True)
        return (
            first == ">"
            or bare.startswith((":::", "{:", "{.", "{#"))
            or (first == "$" and bare.rstrip() == "$$")
            or leaves.table_starts(lines, index)
        )


def _read_block(spot: Spot, first: str) -> int:
    """Ask the rules for the line's first sign; what no rule claims is a table or a paragraph."""
    for rule in _RULES.get(first, ()):
        end = rule(spot)
        if end > spot.index:
            return end
    if "|" in spot.lines[spot.index] and (end := leaves.table(spot)) > spot.index:
        return end
    return leaves.paragraph(spot)


def _quote(spot: Spot) -> int:
    lines, index = spot.lines, spot.index
    inner: list[str] = []
    fence: Fence | None = None
    end = index
    while end < len(lines):
        bare = lines[end].lstrip(" ")
        if bare.startswith(">"):
            content = (
                bare[2:]
                if bare[1:2] == " "
                else bare[1:].expandtabs(4)[2:]
                if bare[1:2] == "\t"
                else bare[1:]
            )
            fence = _next_fence(fence, content)
        elif (
            not bare.strip()
            or fence
            or not inner
            or not _goes_on(inner)
            or spot.parser.interrupts(lines, end)
        ):
            break
        else:
            content = bare
        inner.append(content)
        end += 1
    callout = quoted_callout(inner[0])
    if callout is None:
        spot.read_inner(inner, SubElement(spot.parent, "blockquote"))
    else:
        spot.read_inner(inner[1:], _callout(spot, callout))
    return end


def _next_fence(fence: Fence | None, line: str) -> Fence | None:
    if fence is not None:
        return None if fence.closed_by(line) else fence
    opened = fence_at(line)
    return opened if opened is not None and opened.indent < 4 else None


def _goes_on(inner: list[str]) -> bool:
    """Whether text without a sign may still belong to a quote: after text or empty lines."""
    last = inner[-1].strip()
    if not last:
        return not any(line.strip() for line in inner)
    return not last.startswith(("#", "```", "~~~")) and not THEMATIC.match(last)


def _callout(spot: Spot, callout: Callout) -> Element:
    """The element a call-out's content goes into, its title already there."""
    tag, head = ("details", "summary") if callout.foldable else ("aside", "p")
    box = SubElement(spot.parent, tag, {"class": f"callout callout-{callout.kind}"})
    if callout.foldable and callout.is_open:
        box.set("open", "open")
    if callout.title:
        spot.document.leaf(box, head, callout.title, {"class": "callout-title"})
    return box


def _admonition(spot: Spot) -> int:
    lines, index = spot.lines, spot.index
    match = _ADMONITION.match(spot.bare)
    if match is None:
        return index
    end = index + 1
    while end < len(lines) and (not lines[end].strip() or indent_of(lines[end]) >= 4):
        end += 1
    kind = callout_kind(match[3]) or "note"
    title = match[4] if match[4] is not None else match[3].capitalize()
    callout = Callout(kind, title, foldable=match[1] == "???", is_open=bool(match[2]))
    spot.parser.parse(
        [dedent(line, 4) for line in lines[index + 1 : end]],
        _callout(spot, callout),
        spot.depth + 1,
    )
    return end


def _directive(spot: Spot) -> int:
    lines, index = spot.lines, spot.index
    bare = spot.bare
    match = _DIRECTIVE.match(bare) if bare.startswith(":::") else None
    if match is None:
        return index
    name = (match[1] or "").lower()
    title = match[2] or match[3]
    if not name and not title:
        return index + 1  # a closing line whose opening one is gone
    colons = len(bare) - len(bare.lstrip(":"))
    end = _directive_end(lines, index + 1, colons)
    inner = lines[index + 1 : end]
    if name in ("tabs", "code-tabs"):
        inner = [_TAB.sub(r"\n**\1**\n", line) for line in inner]
        inner = "\n".join(inner).split("\n")
    box = spot.parent
    kind = callout_kind(name) if name else "note"
    if kind is not None:
        callout = Callout(kind, title or callout_title(name), foldable=name == "details", is_open=False)
        box = _callout(spot, callout)
    elif title:
        spot.document.leaf(box, "p", f"**{title}**")
    spot.read_inner(inner, box)
    return min(end + 1, len(lines))


def _directive_end(lines: list[str], start: int, colons: int) -> int:
    depth = 0
    for index in range(start, len(lines)):
        bare = lines[index].strip()
        if not bare.startswith(":::"):
            continue
        run = len(bare) - len(bare.lstrip(":"))
        if bare.strip(": \t"):
            depth += run <= colons
        elif depth and run <= colons:
            depth -= 1
        elif run >= colons or not depth:
            return index
    return len(lines)


def _html(spot: Spot) -> int:
    lines, index = spot.lines, spot.index
    bare = lines[index].lstrip(" \t")
    if _TOC.match(bare.strip()):
        return _toc(spot)
    if not starts_html(bare):
        return index
    region = markdown_region(lines, index)
    if region is None:
        end = html_block_end(lines, index, spot.unclosed)
        spot.document.raw(spot.parent, "\n".join(lines[index:end]))
        return end
    name, last = region
    head, _, first = bare.partition(">")
    body, closing, after = (first if last == index else lines[last]).rpartition(f"</{name}")
    inner = [body] if last == index else [first, *lines[index + 1 : last], body]
    spot.document.raw(spot.parent, MARKDOWN_INSIDE.sub("", f"{head}>"))
    common = min((indent_of(line) for line in inner if line.strip()), default=0)
    spot.read_inner([dedent(line, common) for line in inner], spot.parent)
    spot.document.raw(spot.parent, closing + after)
    return last + 1


def _toc(spot: Spot) -> int:
    if not _TOC.match(spot.bare):
        return spot.index
    parent = spot.parent
    if spot.bare.startswith("{:") and len(parent) and "".join(parent[-1].itertext()).strip().upper() == "TOC":
        parent.remove(parent[-1])  # kramdown replaces the list above the mark
    spot.document.tocs.append(SubElement(parent, "div", {"class": "toc"}))
    return spot.index + 1


def _thematic(spot: Spot) -> int:
    if not THEMATIC.match(spot.bare):
        return spot.index
    SubElement(spot.parent, "hr")
    return spot.index + 1


_RULES: dict[str, tuple[Rule, ...]] = {
    "#": (leaves.heading,),
    ">": (_quote,),
    "`": (leaves.fenced_code,),
    "~": (leaves.fenced_code,),
    ":": (_directive,),
    "-": (_thematic, list_block),
    "*": (_thematic, list_block, references.abbreviation),
    "+": (list_block,),
    "_": (_thematic,),
    "<": (_html,),
    "[": (_toc, references.footnote, references.reference),
    "@": (_toc,),
    "$": (leaves.display_math,),
    "\\": (leaves.display_math,),
    "!": (_admonition,),
    "?": (_admonition,),
    "{": (_toc, references.attribute_line),
} | dict.fromkeys("0123456789", (list_block,))
