# SPDX-License-Identifier: MIT
"""The blocks of Markdown that hold text rather than other blocks: headings, code, tables, definitions, paragraphs."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from reader.core.formats.attribute_lists import parse_attributes
from reader.core.formats.block_lines import HEADING, dedent, fence_at, indent_of
from reader.core.formats.code_info import parse_info
from reader.core.formats.highlighting import code_block
from reader.core.formats.markdown_document import Document, footnote_key
from reader.core.formats.markdown_tables import is_delimiter_row, table_element
from reader.core.formats.math import formula_html, is_bracketed_formula

if TYPE_CHECKING:
    from reader.core.formats.markdown_blocks import BlockParser

_HEADING_END = re.compile(
    r"[ \t]*(?:\{(#[^\s{}]+[^{}]*|[.:][^{}]*)\}|\{/\*[ \t]*([\w\-]+)[ \t]*\*/\})[ \t]*(?:#+[ \t]*)?$|[ \t]+#+[ \t]*$"
)
_SETEXT = re.compile(r" {0,3}(=+|-{2,}|-)[ \t]*$")
_FOOTNOTE = re.compile(r"\[\^([^\]\s]{1,100})\]:[ \t]*(.*)")
_REFERENCE = re.compile(
    r"""\[((?:[^\[\]\\]|\\.){1,300})\]:[ \t]*(?:<([^<>\n]*)>|(\S+))(?:[ \t]+("[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$"""
)
_TITLE_LINE = re.compile(r"""[ \t]+("[^"]*"|'[^']*')[ \t]*$""")
_ABBREVIATION = re.compile(r"\*\[([^\]\n]{1,60})\]:[ \t]*(\S.*)")
_DEFINITION = re.compile(r" {0,3}:[ \t]+(?=\S)")
_MATH_START = re.compile(r"(\$\$|\\\\?\[|\\begin\{(equation|align|gather|eqnarray|multline|aligned)\*?\})")
_ATTRIBUTE_LINE = re.compile(r"\{:[^{}]*\}$")


def heading(parser: BlockParser, lines: list[str], index: int, parent: Element, depth: int) -> int:
    """`## Heading ## {#id}`; older generators need no blank after the signs."""
    bare = lines[index].strip()
    match = HEADING.match(bare)
    if match is None:
        return index
    _add_heading(parser.document, parent, len(match[1] or match[3]), match[2] or match[4] or "")
    return index + 1


def _add_heading(document: Document, parent: Element, level: int, text: str) -> None:
    anchor = align = None
    while (match := _HEADING_END.search(text)) is not None:
        if match[1]:
            attributes = parse_attributes(match[1])
            anchor, align = attributes.id or anchor, attributes.align or align
        anchor = match[2] or anchor
        text = text[: match.start()]
    text = "" if set(text) == {"#"} else text
    if text.strip():
        document.heading(parent, level, text.strip(), anchor, align)


def fenced_code(parser: BlockParser, lines: list[str], index: int, parent: Element, depth: int) -> int:
    """A fence of backticks or tildes; one never closed runs to the end."""
    fence = fence_at(lines[index])
    if fence is None:
        return index
    end = index + 1
    while end < len(lines) and not (
        lines[end].lstrip(" \t")[:1] == fence.char and fence.closed_by(lines[end])
    ):
        end += 1
    info = parse_info(fence.info)
    body = "\n".join(dedent(line, fence.indent) for line in lines[index + 1 : end])
    if info.is_math:
        parser.document.finished(parent, f"<p>{formula_html(body, display=True)}</p>")
    else:
        parser.document.finished(parent, code_block(body, info.lang, info.title))
    return min(end + 1, len(lines))


def indented_code(parser: BlockParser, lines: list[str], index: int, parent: Element) -> int:
    """Code by indent of four."""
    end = last = index
    while end < len(lines) and (not lines[end].strip() or indent_of(lines[end]) >= 4):
        end += 1
        last = end if lines[end - 1].strip() else last
    parser.document.finished(parent, code_block("\n".join(dedent(line, 4) for line in lines[index:last])))
    return last


def table_starts(lines: list[str], index: int) -> bool:
    """Whether a table's head stands at `index`."""
    return "|" in lines[index] and index + 1 < len(lines) and is_delimiter_row(lines[index + 1], lines[index])


def table(parser: BlockParser, lines: list[str], index: int, parent: Element, depth: int) -> int:
    """A pipe table, with or without a head row."""
    headless = is_delimiter_row(lines[index], None) and index + 1 < len(lines) and "|" in lines[index + 1]
    if not headless and not table_starts(lines, index):
        return index
    first = index + (1 if headless else 2)
    end = first
    while (
        end < len(lines) and "|" in lines[end] and not fence_at(lines[end]) and lines[end].lstrip()[:1] != ">"
    ):
        end += 1
    head = None if headless else lines[index]
    delimiter = lines[index] if headless else lines[index + 1]
    table_element(parser.document, parent, head, delimiter, lines[first:end])
    return end


def display_math(parser: BlockParser, lines: list[str], index: int, parent: Element, depth: int) -> int:
    r"""A formula on lines of its own: `$$…$$`, `\[…\]` or a bare `\begin{align}…\end{align}`."""
    bare = lines[index].strip()
    start = _MATH_START.match(bare)
    if start is None:
        return index
    opening = start[1]
    environment = start[2] is not None
    closing = (
        bare[start.start() : start.end()].replace("begin", "end")
        if environment
        else opening.replace("[", "]")
    )
    collected: list[str] = []
    for end in range(index, min(len(lines), index + 200)):
        text = lines[end].strip()[len(opening) if end == index else 0 :]
        stop = text.find(closing)
        if stop < 0:
            collected.append(text)
            continue
        if text[stop + len(closing) :].strip(" \t.,;，。；") or (end == index and not text[:stop].strip()):
            return index
        collected.append(text[:stop])
        tex = "\n".join(collected)
        tex = f"{opening}{tex}{closing}" if environment else tex
        if opening.endswith("[") and not is_bracketed_formula(tex):
            return index
        parser.document.finished(parent, f"<p>{formula_html(tex, display=True)}</p>")
        return end + 1
    return index


def footnote(parser: BlockParser, lines: list[str], index: int, parent: Element, depth: int) -> int:
    """`[^1]: text` with what is indented below it."""
    match = _FOOTNOTE.match(lines[index].strip())
    if match is None:
        return index
    end = _continuation(parser, lines, index + 1, 2)
    key = footnote_key(match[1])
    body = [match[2], *(dedent(line, 4) for line in lines[index + 1 : end])]
    if key in parser.document.footnotes:
        parser.document.footnotes[key] += ["", *body]
    else:
        parser.document.footnotes[key] = body
    return end


def _continuation(parser: BlockParser, lines: list[str], start: int, indent: int) -> int:
    """The end of text that goes on lazily or, after a blank line, indented."""
    end = last = start
    while end < len(lines):
        line = lines[end]
        if line.strip():
            lazy = lines[end - 1].strip() and not parser.interrupts(lines, end) and not _is_definition(line)
            if not lazy and indent_of(line) < indent:
                break
            last = end + 1
        end += 1
    return last


def _is_definition(line: str) -> bool:
    return bool(_FOOTNOTE.match(line.lstrip()) or _REFERENCE.match(line.lstrip()) or _DEFINITION.match(line))


def reference(parser: BlockParser, lines: list[str], index: int, parent: Element, depth: int) -> int:
    """`[label]: address "title"`."""
    bare = lines[index].strip()
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
    parser.document.references.setdefault(label, (address, title[1:-1] if title else None))
    return end


def abbreviation(parser: BlockParser, lines: list[str], index: int, parent: Element, depth: int) -> int:
    """`*[HTML]: Hyper Text Markup Language`."""
    match = _ABBREVIATION.match(lines[index].strip())
    if match is None or len(parser.document.abbreviations) >= 200:
        return index
    parser.document.abbreviations[match[1]] = match[2]
    return index + 1


def attribute_line(parser: BlockParser, lines: list[str], index: int, parent: Element, depth: int) -> int:
    """`{: .class #id}`: belongs to the block right above it."""
    bare = lines[index].strip()
    if not _ATTRIBUTE_LINE.match(bare):
        return index
    if len(parent) and index and lines[index - 1].strip():
        for name, value in parse_attributes(bare).as_html().items():
            if name == "id":
                value = parser.document.unique_anchor(value)
            parent[-1].set(name, value)
    return index + 1


def paragraph(parser: BlockParser, lines: list[str], index: int, parent: Element, depth: int) -> int:
    """Running text, which may turn out to be a heading underlined or a term that is defined."""
    end = index + 1
    while end < len(lines) and lines[end].strip():
        line = lines[end]
        underline = _SETEXT.match(line)
        if underline and (underline[1][0] == "=" or end - index <= 2):
            level = 1 if underline[1][0] == "=" else 2
            _add_heading(parser.document, parent, level, "\n".join(part.strip() for part in lines[index:end]))
            return end + 1
        if parser.interrupts(lines, end) or _ATTRIBUTE_LINE.match(line.strip()) or _DEFINITION.match(line):
            break
        end += 1
    following = end + 1 if end < len(lines) and not lines[end].strip() else end
    if following < len(lines) and _DEFINITION.match(lines[following]) and end - index <= 5:
        return _definitions(parser, lines, (index, end, following), parent, depth)
    paragraph_of(parser.document, lines[index:end], parent)
    return end


def paragraph_of(document: Document, lines: list[str], parent: Element) -> None:
    """Add lines as one paragraph."""
    text = "\n".join(lines).strip(" \t\n")
    if text:
        document.leaf(parent, "p", text)


def _definitions(
    parser: BlockParser, lines: list[str], span: tuple[int, int, int], parent: Element, depth: int
) -> int:
    start, end, index = span
    box = parent[-1] if len(parent) and parent[-1].tag == "dl" else SubElement(parent, "dl")
    for line in lines[start:end]:
        parser.document.leaf(box, "dt", line.strip())
    while index < len(lines) and (match := _DEFINITION.match(lines[index])):
        stop = _continuation(parser, lines, index + 1, 2)
        body = [lines[index][match.end() :], *(dedent(line, 4) for line in lines[index + 1 : stop])]
        item = SubElement(box, "dd")
        parser.parse(body, item, depth + 1)
        if len(item) == 1 and item[0].tag == "p":
            item.text = item[0].text
            item.remove(item[0])
        index = end = stop
        while index < len(lines) and not lines[index].strip():
            index += 1
    return end


def finish(parser: BlockParser, root: Element) -> None:
    """Add the footnotes, cited ones first, and fill the tables of contents."""
    document = parser.document
    if document.footnotes:
        section = SubElement(SubElement(root, "section", {"class": "footnotes"}), "ol")
        done: set[str] = set()
        while pending := [
            key
            for key in (*document.cited, *document.footnotes)
            if key in document.footnotes and key not in done
        ]:
            done.add(pending[0])
            item = SubElement(section, "li", {"id": f"fn-{pending[0]}"})
            parser.parse(document.footnotes[pending[0]], item, 1)
            if pending[0] in document.cited:
                last = item[-1] if len(item) and item[-1].tag == "p" else item
                mark = SubElement(last, "a", {"class": "footnote-back", "href": f"#fnref-{pending[0]}"})
                mark.text = document.atomic("↩")
        document.cited[:] = [key for key in document.cited if key in done]
    for box in document.tocs:
        _fill_contents(document, box)


def _fill_contents(document: Document, box: Element) -> None:
    top = min((level for level, _, _ in document.headings), default=1)
    stack = [(top - 1, box)]
    for level, text, anchor in document.headings[:2_000]:
        while len(stack) > 1 and stack[-1][0] >= level:
            stack.pop()
        holder = stack[-1][1]
        listing = holder[-1] if len(holder) and holder[-1].tag == "ul" else SubElement(holder, "ul")
        item = SubElement(listing, "li")
        SubElement(item, "a", {"href": f"#{anchor}"}).text = document.atomic(html.escape(text, quote=False))
        stack.append((level, item))
