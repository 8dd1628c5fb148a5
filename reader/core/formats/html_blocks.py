# SPDX-License-Identifier: MIT
"""Raw HTML inside Markdown: how many lines of it one block is."""

from __future__ import annotations

import re

_NAMES = """
    address article aside base basefont blockquote body caption center col colgroup dd details
    dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6
    head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option p
    param search section source summary table tbody td tfoot th thead title tr track ul video audio
    svg object picture math template
"""
_BLOCK_NAMES = frozenset(_NAMES.split())
_INLINES = """
    a abbr b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small
    span strike strong sub sup time tt u var wbr
"""
_INLINE_NAMES = frozenset(_INLINES.split())
_VERBATIM = re.compile(r"<(pre|script|style|textarea|svg|math)(?=[\s>])", re.I)
_NAME = re.compile(r"</?([A-Za-z][\w:.-]*)(?=[\s/>]|$)")
_LONE_TAG = re.compile(
    r"""(?:</[A-Za-z][\w:-]*\s*>|<[A-Za-z][\w:-]*(?:\s+[\w:@.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*/?>)\s*$"""
)
_DECLARED = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">"))
_STRUCTURE = re.compile(
    r"<(/?)(div|section|article|aside|main|center|table|tbody|thead|tr|td|th|figure|details|blockquote|ul|ol|dl|header"
    r"|footer|nav|form|video|audio|picture|object)(?=[\s>])",
    re.I,
)
MARKDOWN_INSIDE = re.compile(r"""\smarkdown(?:\s*=\s*["']?(?:1|block|span|true)["']?)?(?=[\s>])""", re.I)


def starts_html(line: str, in_paragraph: bool = False) -> bool:
    """Whether a line (without indent) begins a block of raw HTML."""
    if any(line.startswith(mark) for mark, _ in _DECLARED):
        return line.startswith(("<!--", "<?", "<![CDATA[")) or line[2:3].isalpha()
    if _VERBATIM.match(line):
        return True
    name = _NAME.match(line)
    if name is not None and name[1].lower() in _BLOCK_NAMES:
        return True
    if name is None or name[1].lower() in _INLINE_NAMES:
        return False  # Markdown around a picture or an emphasis on its own line is still Markdown
    return not in_paragraph and len(line) < 5_000 and bool(_LONE_TAG.match(line))


def html_block_end(lines: list[str], start: int, unclosed: set[str]) -> int:
    """The index after the last line of the HTML block that begins at `start`.

    `unclosed` gathers ends that are known not to come in the rest of these lines, so that nobody looks twice.
    """
    first = lines[start].lstrip()
    for mark, end in _DECLARED:
        if first.startswith(mark):
            return _declared_end(lines, start, mark, end, unclosed)
    index = start
    closing = ""
    verbatim = bool(_VERBATIM.match(first))
    while index < len(lines):
        line = lines[index]
        if not closing and not line.strip():
            break
        closing = _open_verbatim(line, closing)
        if closing in unclosed:
            closing = ""
        index += 1
        if verbatim and not closing:
            break
    if closing:  # never closed: do not take the rest of the document along
        unclosed.add(closing)
        return _blank_after(lines, start)
    return index


def structure_change(source: str) -> int:
    """How many containers a piece of HTML leaves open (negative: closes)."""
    return sum(-1 if match[1] else 1 for match in _STRUCTURE.finditer(source))


def markdown_region(lines: list[str], start: int) -> tuple[str, int] | None:
    """Tag name and closing line's index where the tag at `start` asks for Markdown inside it."""
    first = lines[start].lstrip()
    name = _NAME.match(first)
    tag_end = first.find(">")
    if name is None or tag_end < 0 or not MARKDOWN_INSIDE.search(first, 0, tag_end + 1):
        return None
    pattern = re.compile(rf"<(/?){re.escape(name[1])}(?=[\s>])", re.I)
    depth = 0
    for index in range(start, len(lines)):
        for match in pattern.finditer(lines[index]):
            depth += -1 if match[1] else 1
            if depth == 0:
                return name[1], index
    return None


def _declared_end(lines: list[str], start: int, mark: str, end: str, unclosed: set[str]) -> int:
    if end in unclosed:
        return start + 1
    offset = lines[start].index(mark) + len(mark)
    for index in range(start, len(lines)):
        if lines[index].find(end, offset if index == start else 0) >= 0:
            return index + 1
    unclosed.add(end)
    return start + 1


def _open_verbatim(line: str, closing: str) -> str:
    """The closing tag still awaited after this line, or ''."""
    if not closing and "<" not in line:
        return ""
    lowered = line.lower()
    position = 0
    while True:
        if closing:
            found = lowered.find(closing, position)
            if found < 0:
                return closing
            position = found + len(closing)
            closing = ""
        match = _VERBATIM.search(line, position)
        if match is None:
            return ""
        closing = f"</{match[1].lower()}"
        position = match.end()


def _blank_after(lines: list[str], start: int) -> int:
    index = start
    while index < len(lines) and lines[index].strip():
        index += 1
    return max(index, start + 1)
