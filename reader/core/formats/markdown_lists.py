# SPDX-License-Identifier: MIT
"""Lists as CommonMark nests them, with what hand-written files do on top: shallow and deep indents."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from reader.core.formats.block_lines import Fence, Marker, dedent, fence_at, indent_of, marker_at
from reader.core.formats.markdown_document import Blocks, Spot

_TASK = re.compile(r"\[([ xX])\](?=\s|$)[ \t]*")


def list_block(spot: Spot) -> int:
    """Read the list that begins at the spot."""
    lines, index = spot.lines, spot.index
    first = marker_at(lines[index])
    if first is None:
        return index
    box = SubElement(spot.parent, "ul" if first.number is None else "ol")
    if first.number not in (None, 1):
        box.set("start", str(first.number))
    marker = first
    loose = False
    while True:
        inner, end = _item_lines(spot.parser, lines, index, marker)
        _read_item(spot, inner, SubElement(box, "li"))
        loose = loose or _is_loose(inner, lines, end, first)
        following = _next_text(lines, end)
        candidate = marker_at(lines[following]) if following < len(lines) else None
        if candidate is None or candidate.indent >= first.indent + 4 or candidate.kind != first.kind:
            break
        marker, index = candidate, following
    if not loose:
        for item in box:
            _tighten(item)
    return end


def _item_lines(parser: Blocks, lines: list[str], index: int, marker: Marker) -> tuple[list[str], int]:
    """The lines of one item without their indent, and the index after its last one."""
    inner = [marker.content]
    fence: Fence | None = fence_at(marker.content)
    end = index + 1
    last_text = end
    while end < len(lines):
        line = lines[end]
        if not line.strip():
            if end == index + 1 and not marker.content and not _continues(lines, end, marker):
                break
            inner.append("")
            end += 1
            continue
        if indent_of(line) >= marker.offset:
            content = dedent(line, marker.offset)
        elif fence is not None and _closes_later(lines, end, fence, marker):
            content = line
        elif _is_child(line, marker) or (not fence and inner[-1] == "" and _is_shallow_child(line, marker)):
            content = dedent(line, marker.indent + 1)
            content = content.lstrip(" ") if indent_of(content) < 4 else content
        elif inner[-1].strip() and not fence and not parser.interrupts(lines, end) and not marker_at(line):
            content = line.lstrip(" \t")
        else:
            break
        fence = _fence_after(fence, content)
        inner.append(content)
        end += 1
        last_text = end
    del inner[len(inner) - (end - last_text) :]
    return inner, last_text


def _continues(lines: list[str], end: int, marker: Marker) -> bool:
    following = _next_text(lines, end)
    return following < len(lines) and following == end + 1 and indent_of(lines[following]) > marker.offset


def _is_child(line: str, marker: Marker) -> bool:
    """An item indented by two or more belongs inside, though a number's width would ask for more."""
    child = marker_at(line)
    return (
        child is not None
        and child.indent >= marker.indent + 2
        and (child.kind != marker.kind or marker.number is None)
    )


def _is_shallow_child(line: str, marker: Marker) -> bool:
    """A paragraph or fence after a blank line, indented by two or more but less than the item's text."""
    return (
        marker.offset - marker.indent > 2 and indent_of(line) >= marker.indent + 2 and marker_at(line) is None
    )


def _closes_later(lines: list[str], end: int, fence: Fence, marker: Marker) -> bool:
    """Whether an outdented line is code of a fence whose closing line is still indented as the item."""
    for line in lines[end : end + 400]:
        bare = line.lstrip(" \t")
        if bare.startswith(fence.char * fence.length):
            return fence.closed_by(line) and indent_of(line) > marker.indent
        other = marker_at(line)
        if other is not None and other.kind == marker.kind and other.indent == marker.indent:
            return False
    return False


def _fence_after(fence: Fence | None, line: str) -> Fence | None:
    if fence is None:
        return fence_at(line)
    return None if fence.closed_by(line) else fence


def _next_text(lines: list[str], index: int) -> int:
    while index < len(lines) and not lines[index].strip():
        index += 1
    return index


def _is_loose(inner: list[str], lines: list[str], end: int, first: Marker) -> bool:
    """Whether a blank line stands between two items, or between two blocks right inside one."""
    following = _next_text(lines, end)
    if end < following < len(lines):
        marker = marker_at(lines[following])
        if marker is not None and marker.kind == first.kind and marker.indent < first.indent + 4:
            return True
    fence: Fence | None = None
    has_list = False
    for position, line in enumerate(inner[:-1]):
        if not line and not fence and position and inner[position + 1]:
            following_line = inner[position + 1]
            indent = indent_of(following_line)
            if indent < 4 and not (has_list and (indent >= 2 or marker_at(following_line))):
                return True
        has_list = has_list or (position > 0 and not fence and marker_at(line) is not None)
        fence = _fence_after(fence, line)
    return False


def _read_item(spot: Spot, inner: list[str], item: Element) -> None:
    task = _TASK.match(inner[0])
    if task is not None:
        inner = [inner[0][task.end() :], *inner[1:]]
        item.set("class", "task" if task[1] == " " else "task task-done")
    spot.read_inner(_surfaced(inner), item)


def _surfaced(inner: list[str]) -> list[str]:
    """Items right below text are a list even where they are indented as deep as code."""
    result: list[str] = []
    shift = 0
    fence: Fence | None = None
    for position, line in enumerate(inner):
        inside = fence is not None
        fence = _fence_after(fence, line)
        marker = marker_at(line) if position and not inside and indent_of(line) >= 4 else None
        if marker is not None and not shift and _is_running_text(inner[position - 1]):
            shift = marker.indent
        elif shift and line.strip() and indent_of(line) < shift:
            shift = 0
        result.append(dedent(line, shift) if shift else line)
    return result


def _is_running_text(line: str) -> bool:
    return bool(line.strip()) and indent_of(line) < 2 and marker_at(line) is None


def _tighten(item: Element) -> None:
    """Take the text of the item's paragraphs out of their `<p>`."""
    children = list(item)
    if sum(child.tag == "p" for child in children) > 1:
        return
    previous: Element | None = None
    for child in children:
        if child.tag != "p" or child.attrib or len(child):
            previous = child
            continue
        item.remove(child)
        text = child.text or ""
        if previous is None:
            item.text = f"{item.text}\n{text}" if item.text else text
        else:
            previous.tail = f"{previous.tail}\n{text}" if previous.tail else text
