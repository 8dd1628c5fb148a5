# SPDX-License-Identifier: MIT
"""What one place of a Markdown document says for another: footnotes, addresses, definitions, contents."""

from __future__ import annotations

import html
import re
from xml.etree.ElementTree import Element, SubElement

from reader.core.formats.attribute_lists import parse_attributes
from reader.core.formats.block_lines import dedent, indent_of
from reader.core.formats.markdown_document import Blocks, Document, Spot, footnote_key

_MAX_TOCS = 5
_MAX_ROUNDS = 8
_MAX_CONTENTS = 2_000
DEFINITION = re.compile(r" {0,3}:[ \t]+(?=\S)")
"""The line that defines the term above it."""
ATTRIBUTE_LINE = re.compile(r"\{[:.#][^{}]*\}$")
"""An attribute list on a line of its own."""
_FOOTNOTE = re.compile(r"\[\^([^\]\s]{1,100})\]:[ \t]*(.*)")
_REFERENCE = re.compile(
    r"""\[((?:[^\[\]\\]|\\.){1,300})\]:[ \t]*(?:<([^<>\n]*)>|(\S+))"""
    r"""(?:[ \t]+("[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$"""
)
_TITLE_LINE = re.compile(r"""[ \t]+("[^"]*"|'[^']*')[ \t]*$""")
_ABBREVIATION = re.compile(r"\*\[([^\]\n]{1,60})\]:[ \t]*(\S.*)")


def footnote(spot: Spot) -> int:
    """`[^1]: text` with what is indented below it."""
    lines, index = spot.lines, spot.index
    match = _FOOTNOTE.match(spot.bare)
    if match is None:
        return index
    end = _continuation(spot, index + 1)
    key = footnote_key(match[1])
    body = [match[2], *(dedent(line, 4) for line in lines[index + 1 : end])]
    if key in spot.document.footnotes:
        spot.document.footnotes[key] += ["", *body]
    else:
        spot.document.footnotes[key] = body
    return end


def _continuation(spot: Spot, start: int) -> int:
    """The end of text that goes on lazily or, after a blank line, indented by two or more."""
    lines = spot.lines
    end = last = start
    while end < len(lines):
        line = lines[end]
        if line.strip():
            lazy = (
                lines[end - 1].strip() and not spot.parser.interrupts(lines, end) and not _is_definition(line)
            )
            if not lazy and indent_of(line) < 2:
                break
            last = end + 1
        end += 1
    return last


def _is_definition(line: str) -> bool:
    return bool(_FOOTNOTE.match(line.lstrip()) or _REFERENCE.match(line.lstrip()) or DEFINITION.match(line))


def reference(spot: Spot) -> int:
    """`[label]: address "title"`."""
    lines, index = spot.lines, spot.index
    bare = spot.bare
    if bare.startswith("[#]:"):
        return index + 1
    end = index + 1
    match = _REFERENCE.match(bare)
    if match is None and bare.endswith("]:") and end < len(lines) and lines[end].strip():
        match = _REFERENCE.match(f"{bare} {lines[end].strip()}")
        end += 1
    if match is None:
        return index
    title = match[4]
    following = _TITLE_LINE.match(lines[end]) if title is None and end < len(lines) else None
    if following is not None:
        title, end = following[1], end + 1
    label = " ".join(match[1].lower().split())
    address = match[2] if match[2] is not None else match[3]
    spot.document.references.setdefault(label, (address, title[1:-1] if title else None))
    return end


def abbreviation(spot: Spot) -> int:
    """`*[HTML]: Hyper Text Markup Language`."""
    match = _ABBREVIATION.match(spot.bare)
    if match is None or len(spot.document.abbreviations) >= 200:
        return spot.index
    spot.document.abbreviations[match[1]] = match[2]
    return spot.index + 1


def attribute_line(spot: Spot) -> int:
    """`{: .class #id}`: belongs to the block right above it."""
    bare = spot.bare
    if not ATTRIBUTE_LINE.match(bare):
        return spot.index
    if len(spot.parent) and spot.index and spot.lines[spot.index - 1].strip():
        for name, value in parse_attributes(bare).as_html().items():
            if name == "id":
                value = spot.document.unique_anchor(value)
            spot.parent[-1].set(name, value)
    return spot.index + 1


def definitions(spot: Spot, end: int, index: int) -> int:
    """Terms up to `end` and what they mean, from the line at `index` on."""
    lines, parent = spot.lines, spot.parent
    box = parent[-1] if len(parent) and parent[-1].tag == "dl" else SubElement(parent, "dl")
    for line in lines[spot.index : end]:
        spot.document.leaf(box, "dt", line.strip())
    while index < len(lines) and (match := DEFINITION.match(lines[index])):
        stop = _continuation(spot, index + 1)
        item = SubElement(box, "dd")
        spot.read_inner(
            [lines[index][match.end() :], *(dedent(line, 4) for line in lines[index + 1 : stop])], item
        )
        if len(item) == 1 and item[0].tag == "p":
            item.text = item[0].text
            item.remove(item[0])
        index = end = stop
        while index < len(lines) and not lines[index].strip():
            index += 1
    return end


def finish(parser: Blocks, root: Element) -> None:
    """Add the footnotes, cited ones first, and fill the tables of contents."""
    document = parser.document
    if document.footnotes:
        listing = SubElement(SubElement(root, "section", {"class": "footnotes"}), "ol")
        written: set[str] = set()
        for round_number in range(_MAX_ROUNDS):
            for key in _unwritten(document, written, whole=round_number == _MAX_ROUNDS - 1):
                written.add(key)
                _write_footnote(parser, key, listing)
    for box in document.tocs[:_MAX_TOCS]:
        _fill_contents(document, box)


def _unwritten(document: Document, written: set[str], whole: bool) -> list[str]:
    """Footnotes still to be written; those that only other footnotes cite come up in a later round."""
    known = document.footnotes
    cited = [key for key in document.cited if key in known and key not in written]
    return (
        cited + [key for key in known if key not in written and key not in document.cited] if whole else cited
    )


def _write_footnote(parser: Blocks, key: str, listing: Element) -> None:
    document = parser.document
    item = SubElement(listing, "li", {"id": f"fn-{key}"})
    parser.parse(document.footnotes[key], item, 1)
    if key in document.cited:
        document.cited[key] = len(listing)
        last = item[-1] if len(item) and item[-1].tag == "p" else item
        mark = SubElement(last, "a", {"class": "footnote-back", "href": f"#fnref-{key}"})
        mark.text = document.atomic("↩")


def _fill_contents(document: Document, box: Element) -> None:
    top = min((level for level, _, _ in document.headings), default=1)
    stack = [(top - 1, box)]
    for level, text, anchor in document.headings[:_MAX_CONTENTS]:
        while len(stack) > 1 and stack[-1][0] >= level:
            stack.pop()
        holder = stack[-1][1]
        listing = holder[-1] if len(holder) and holder[-1].tag == "ul" else SubElement(holder, "ul")
        item = SubElement(listing, "li")
        SubElement(item, "a", {"href": f"#{anchor}"}).text = document.atomic(html.escape(text, quote=False))
        stack.append((level, item))
