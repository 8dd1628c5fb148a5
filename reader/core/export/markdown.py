# SPDX-License-Identifier: MIT
"""Turns the reading HTML of an article into Markdown that GitHub and most editors understand."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from reader.core.article import SafeHtml
from reader.core.export.html_tree import classes_of, html_tree, text_of
from reader.core.export.markdown_inline import InlineWriter, plain_text

DEEPEST = 60
"""Below this nesting only the text is kept."""

_BLOCKS = frozenset(
    """address article aside blockquote div dl dd dt details summary figure figcaption footer
    h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table ul""".split()
)


def to_markdown(html: SafeHtml, address_of: Callable[[str], str] = str) -> str:
    """Markdown of an article; `address_of` turns the `src` of a picture into the address to write."""
    blocks = _BlockWriter(InlineWriter(address_of)).blocks(html_tree(html), 0)
    return "\n\n".join(blocks).strip() + "\n" if blocks else ""


class _BlockWriter:
    """Writes the block elements; every method returns finished blocks without blank lines around."""

    def __init__(self, inline: InlineWriter) -> None:
        self._inline = inline

    def blocks(self, element: Element, depth: int) -> list[str]:
        """The blocks inside an element; loose text between them becomes paragraphs."""
        if depth > DEEPEST:
            return [text for text in [plain_text(element)] if text]
        written: list[str] = []
        loose: list[Element | str] = [element.text or ""]
        for child in element:
            if child.tag in _BLOCKS or _holds_blocks(child):
                written += self._paragraph(loose)
                loose = []
                written += self._block(child, depth)
            else:
                loose.append(child)
            loose.append(child.tail or "")
        return written + self._paragraph(loose)

    def _paragraph(self, pieces: list[Element | str]) -> list[str]:
        text = self._inline.write_all(pieces)
        return [_guard_line_starts(text)] if text else []

    def _block(self, element: Element, depth: int) -> list[str]:
        tag = element.tag
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            text = self._inline.write(element).replace("\n", " ").replace("  ", " ")
            return [f"{'#' * int(tag[1])} {text}"] if text else []
        if tag == "hr":
            return ["---"]
        if tag == "pre":
            return [_fenced(element)]
        if tag == "blockquote":
            return _quoted(self.blocks(element, depth + 1))
        if tag in ("aside", "details") and "callout" in classes_of(element):
            return self._callout(element, depth)
        if tag in ("ul", "ol"):
            return self._list(element, depth)
        if tag == "dl":
            return self._definitions(element, depth)
        if tag == "table":
            return self._table(element, depth)
        if tag == "section" and "footnotes" in classes_of(element):
            return self._footnotes(element, depth)
        if tag == "figcaption":
            text = self._inline.write(element)
            return [f"*{text}*"] if text else []
        if tag == "p" and not _holds_blocks(element):
            return self._paragraph([element])
        return self.blocks(element, depth + 1)

    def _callout(self, element: Element, depth: int) -> list[str]:
        marks = [mark.removeprefix("callout-") for mark in classes_of(element) if mark.startswith("callout-")]
        title = next((child for child in element if "callout-title" in classes_of(child)), None)
        words = "" if title is None else self._inline.write(title)
        if title is not None:
            element.text = (element.text or "") + (title.tail or "")
            element.remove(title)
        fold = "-" if element.tag == "details" else ""
        head = f"[!{(marks or ['note'])[0].upper()}]{fold} {words}".rstrip()
        first, *rest = self.blocks(element, depth + 1) or [""]
        return _quoted([f"{head}\n{first}".rstrip(), *rest])

    def _list(self, element: Element, depth: int) -> list[str]:
        number = _start(element)
        items: list[str] = []
        loose = False
        for child in element:
            if child.tag != "li":
                if child.tag in ("ul", "ol"):  # a list inside a list without an item of its own
                    items += [_indented(block, "  ") for block in self._block(child, depth + 1)]
                continue
            mark = "- " if element.tag == "ul" else f"{number}. "
            number += 1
            classes = classes_of(child)
            if "task" in classes:
                mark += "[x] " if "task-done" in classes else "[ ] "
            blocks = self.blocks(child, depth + 1)
            loose = loose or any(not _LIST_START.match(block) for block in blocks[1:])
            width = 2 if element.tag == "ul" else len(f"{number}. ")
            items.append(mark + _indented(_joined(blocks), " " * width).lstrip(" "))
        return ["\n\n".join(items) if loose else "\n".join(items)] if items else []

    def _definitions(self, element: Element, depth: int) -> list[str]:
        lines: list[str] = []
        for child in element.iter():
            if child.tag == "dt":
                lines.append(("\n" if lines else "") + self._inline.write(child))
            elif child.tag == "dd":
                lines.append(": " + _indented("\n\n".join(self.blocks(child, depth + 1)), "  ").lstrip(" "))
        return ["\n".join(lines)] if lines else []

    def _footnotes(self, element: Element, depth: int) -> list[str]:
        notes: list[str] = []
        for number, item in enumerate(element.iter("li"), 1):
            label = (item.get("id") or "").removeprefix("fn-") or str(number)
            text = "\n\n".join(self.blocks(item, depth + 1))
            notes.append(f"[^{label}]: " + _indented(text, "    ").lstrip(" "))
        return ["\n".join(notes)] if notes else []

    def _table(self, element: Element, depth: int) -> list[str]:
        rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in element.iter("tr")]
        rows = [row for row in rows if row]
        if not rows:
            return self.blocks(element, depth + 1)
        captions = [self._inline.write(caption) for caption in element.iter("caption")]
        width = min(100, max(len(row) for row in rows))
        lines = [self._row(rows[0], width), _rule(rows[0], width)]
        lines += [self._row(row, width) for row in rows[1:]]
        return [*(f"*{caption}*" for caption in captions if caption), "\n".join(lines)]

    def _row(self, cells: list[Element], width: int) -> str:
        texts = [
            re.sub(r"\s*\n\s*", "<br>", self._inline.write(cell)).replace("|", "\\|")
            for cell in cells[:width]
        ]
        return "| " + " | ".join(texts + [""] * (width - len(texts))) + " |"


_LIST_START = re.compile(r"(?:- |\d+[.)] )")
_MARK_START = re.compile(r"^(\s*)([-+*](?=\s)|#{1,6}(?=\s)|>|\d+[.)](?=\s)|={2,}|-{2,}|~{3,})", re.M)


def _guard_line_starts(text: str) -> str:
    """A line of text that looks like a list item or heading stays text."""

    def escaped(found: re.Match[str]) -> str:
        mark = found.group(2)
        if mark[0].isdigit():
            return f"{found.group(1)}{mark[:-1]}\\{mark[-1]}"
        return f"{found.group(1)}\\{mark}"

    return _MARK_START.sub(escaped, text)


def _holds_blocks(element: Element) -> bool:
    return any(child.tag in _BLOCKS for child in element)


def _start(element: Element) -> int:
    text = element.get("start") or "1"
    return int(text) if text.isdecimal() and len(text) < 10 else 1


def _fenced(element: Element) -> str:
    code = text_of(element).replace("\r\n", "\n").strip("\n")
    longest = max((len(run) for run in re.findall(r"`{3,}", code)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{element.get('data-lang') or ''}\n{code}\n{fence}"


def _quoted(blocks: list[str]) -> list[str]:
    text = "\n\n".join(blocks)
    return ["\n".join(f"> {line}".rstrip() for line in text.split("\n"))] if text else []


def _indented(text: str, space: str) -> str:
    return "\n".join(space + line if line else line for line in text.split("\n"))


def _joined(blocks: list[str]) -> str:
    """Blocks of a list item; a nested list follows its line at once."""
    text = blocks[0] if blocks else ""
    for block in blocks[1:]:
        text += ("\n" if _LIST_START.match(block) else "\n\n") + block
    return text


def _rule(cells: list[Element], width: int) -> str:
    marks: list[str] = []
    for cell in cells[:width]:
        classes = classes_of(cell)
        if "align-center" in classes:
            marks.append(":---:")
        elif "align-right" in classes or "num" in classes:
            marks.append("---:")
        else:
            marks.append("---")
    return "| " + " | ".join(marks + ["---"] * (width - len(marks))) + " |"
