# SPDX-License-Identifier: MIT
"""The blocks of Markdown that hold text, no other blocks: headings, code, tables, formulas, paragraphs."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from reader.core.article import Dialect
from reader.core.formats.attribute_lists import parse_attributes
from reader.core.formats.block_lines import HEADING, dedent, fence_at, indent_of
from reader.core.formats.code_info import parse_info
from reader.core.formats.highlighting import code_block
from reader.core.formats.markdown_document import Document, Spot
from reader.core.formats.markdown_references import ATTRIBUTE_LINE, DEFINITION, definitions
from reader.core.formats.markdown_tables import is_delimiter_row, split_row, table_element
from reader.core.formats.math import formula_html, is_bracketed_formula

_HEADING_END = re.compile(
    r"[ \t]*(?:\{(#[^\s{}]+[^{}]*|[.:][^{}]*)\}|\{/\*[ \t]*([\w\-]+)[ \t]*\*/\})[ \t]*(?:#+[ \t]*)?$"
    r"|[ \t]+#+[ \t]*$"
)
_SETEXT = re.compile(r" {0,3}(=+|-{2,}|-)[ \t]*$")
_MATH_START = re.compile(r"(\$\$|\\\\?\[|\\begin\{(equation|align|gather|eqnarray|multline|aligned)\*?\})")


def heading(spot: Spot) -> int:
    """`## Heading ## {#id}`; older generators need no blank after the signs."""
    bare = spot.bare
    match = HEADING.match(bare)
    if match is None:
        return spot.index
    _add_heading(spot.document, spot.parent, len(match[1] or match[3]), match[2] or match[4] or "")
    return spot.index + 1


def _add_heading(document: Document, parent: Element, level: int, text: str) -> None:
    anchor = align = None
    for _ in range(4):
        match = _HEADING_END.search(text, max(0, len(text) - 300))
        if match is None:
            break
        if match[1]:
            attributes = parse_attributes(match[1])
            anchor, align = attributes.id or anchor, attributes.align or align
        anchor = match[2] or anchor
        text = text[: match.start()]
    text = "" if set(text) == {"#"} else text
    if text.strip():
        document.heading(parent, level, text.strip(), anchor, align)


def fenced_code(spot: Spot) -> int:
    """A fence of backticks or tildes; one never closed runs to the end."""
    lines, index = spot.lines, spot.index
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
    if info.is_html:
        spot.document.raw(spot.parent, body)
    elif info.is_math:
        spot.document.finished(spot.parent, f"<p>{formula_html(body, display=True)}</p>")
    else:
        spot.document.finished(spot.parent, code_block(body, info.lang, info.title))
    return min(end + 1, len(lines))


def indented_code(spot: Spot) -> int:
    """Code by indent of four."""
    lines, index = spot.lines, spot.index
    end = last = index
    while end < len(lines) and (not lines[end].strip() or indent_of(lines[end]) >= 4):
        end += 1
        last = end if lines[end - 1].strip() else last
    spot.document.finished(spot.parent, code_block("\n".join(dedent(line, 4) for line in lines[index:last])))
    return last


def table_starts(lines: list[str], index: int) -> bool:
    """Whether a table's head stands at `index`."""
    return "|" in lines[index] and index + 1 < len(lines) and is_delimiter_row(lines[index + 1], lines[index])


def table(spot: Spot) -> int:
    """A pipe table, with or without a head row."""
    lines, index = spot.lines, spot.index
    headless = is_delimiter_row(lines[index], None) and index + 1 < len(lines) and "|" in lines[index + 1]
    if not headless and not table_starts(lines, index):
        return _kramdown_table(spot)
    first = index + (1 if headless else 2)
    end = first
    while (
        end < len(lines) and "|" in lines[end] and not fence_at(lines[end]) and lines[end].lstrip()[:1] != ">"
    ):
        end += 1
    head = None if headless else lines[index]
    delimiter = lines[index] if headless else lines[index + 1]
    table_element(spot.document, spot.parent, head, delimiter, lines[first:end])
    return end


def _kramdown_table(spot: Spot) -> int:
    """Rows between borders without any head are a table too, for Jekyll."""
    lines, end = spot.lines, spot.index
    if spot.document.context.dialect != Dialect.JEKYLL:
        return spot.index
    while end < len(lines) and len(row := lines[end].strip()) > 2 and row[0] == row[-1] == "|":
        end += 1
    if end - spot.index > 1:
        columns = len(split_row(lines[spot.index]))
        table_element(spot.document, spot.parent, None, "|".join(["-"] * columns), lines[spot.index : end])
        return end
    return spot.index


def display_math(spot: Spot) -> int:
    r"""A formula on lines of its own: `$$…$$`, `\[…\]` or a bare `\begin{align}…\end{align}`."""
    lines, index = spot.lines, spot.index
    bare = spot.bare
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
        spot.document.finished(spot.parent, f"<p>{formula_html(tex, display=True)}</p>")
        return end + 1
    return index


def paragraph(spot: Spot) -> int:
    """Running text, which may turn out to be a heading underlined or a term that is defined."""
    lines, index = spot.lines, spot.index
    end = index + 1
    while end < len(lines) and lines[end].strip():
        line = lines[end]
        underline = _SETEXT.match(line)
        if underline and (underline[1][0] == "=" or end - index <= 2):
            level = 1 if underline[1][0] == "=" else 2
            _add_heading(
                spot.document, spot.parent, level, "\n".join(part.strip() for part in lines[index:end])
            )
            return end + 1
        if spot.parser.interrupts(lines, end) or ATTRIBUTE_LINE.match(line.strip()) or DEFINITION.match(line):
            break
        end += 1
    following = end + 1 if end < len(lines) and not lines[end].strip() else end
    if following < len(lines) and DEFINITION.match(lines[following]) and end - index <= 5:
        return definitions(spot, end, following)
    paragraph_of(spot.document, lines[index:end], spot.parent)
    return end


def paragraph_of(document: Document, lines: list[str], parent: Element) -> None:
    """Add lines as one paragraph."""
    text = "\n".join(lines).strip(" \t\n")
    if text:
        document.leaf(parent, "p", text)
