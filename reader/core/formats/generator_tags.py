# SPDX-License-Identifier: MIT
"""Tags of site generators (`{% … %}`, `{{< … >}}`, components) rewritten as the Markdown they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.core.article import Dialect
from reader.core.formats.jsx_components import has_components, without_components
from reader.core.formats.markdown_document import MarkdownContext
from reader.core.formats.source_masks import Mask, shown_shortcodes
from reader.core.formats.tag_arguments import LINE_END, Tag, read_tags
from reader.core.formats.tag_meanings import bare_tag, expression, keeps_source, paired_tag

_MAX_NESTING = 16
_MAX_TAGS = 20_000
_INCLUDE = re.compile(r"<!--\s*@include:[^\n]*?-->")
_PLACE = re.compile(r"(?:[ \t]*>)*[ \t]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?")

Span = tuple[int, int]


def expand_tags(body: str, context: MarkdownContext) -> str:
    """The body without generator tags; code that talks about them keeps them literally."""
    has_tags = "{%" in body or "{{" in body
    if not has_tags and "<!--" not in body and not has_components(body, context):
        return body
    mask = Mask()
    source = mask.hide_code(
        body,
        strip_raw=context.dialect == Dialect.JEKYLL,
        indented=context.path.suffix.lower() != ".mdx",
    )
    if has_components(source, context):
        source = without_components(source, context)
    if has_tags:
        source = _expanded(source, context)
    if "@include" in source:
        source = _INCLUDE.sub("", source)
    return mask.show(_placed(source))


def _expanded(source: str, context: MarkdownContext) -> str:
    pieces = read_tags(source)
    if len(pieces) > _MAX_TAGS:
        return source
    return _Expansion(pieces, context).text((0, len(pieces)), 0)


class _Expansion:
    """One source cut into text and tags, with every opening tag's closing one found."""

    def __init__(self, pieces: Sequence[str | Tag], context: MarkdownContext) -> None:
        self._pieces = pieces
        self._context = context
        self._closing = _pairs(pieces)

    def text(self, span: Span, level: int) -> str:
        """The text of a span of pieces with its tags expanded."""
        result: list[str] = []
        index, stop = span
        while index < stop:
            piece = self._pieces[index]
            if isinstance(piece, str):
                result.append(piece)
                index += 1
                continue
            closing = self._closing.get(index)
            if closing is None:
                result.append(self._bare(piece))
                index += 1
                continue
            inner = (index + 1, closing)
            literal = keeps_source(piece) or level >= _MAX_NESTING
            body = self._source(inner) if literal else self.text(inner, level + 1)
            result.append(paired_tag(piece, body, self._context))
            index = closing + 1
        return "".join(result)

    def _bare(self, tag: Tag) -> str:
        shown = shown_shortcodes(tag.source)
        if shown != tag.source:
            return shown
        if tag.closes is not None:
            return ""
        return expression(tag, self._context) if tag.style == "expression" else bare_tag(tag, self._context)

    def _source(self, span: Span) -> str:
        return "".join(
            piece if isinstance(piece, str) else piece.source for piece in self._pieces[span[0] : span[1]]
        )


def _pairs(pieces: Sequence[str | Tag]) -> dict[int, int]:
    """The index of the closing tag for every opening tag that has one; pairs never overlap."""
    pairs: dict[int, int] = {}
    open_tags: list[int] = []
    for index, piece in enumerate(pieces):
        if isinstance(piece, str) or piece.style == "expression":
            continue
        if piece.closes is None:
            if not piece.source.rstrip("}>%").rstrip().endswith("/"):
                open_tags.append(index)
            continue
        for position in range(len(open_tags) - 1, max(-1, len(open_tags) - 200), -1):
            opener = pieces[open_tags[position]]
            if isinstance(opener, Tag) and opener.style == piece.style and _closes(piece, opener):
                pairs[open_tags[position]] = index
                del open_tags[position:]
                break
    return pairs


def _closes(piece: Tag, opener: Tag) -> bool:
    if piece.closes == "":
        return "(" in opener.source
    return piece.closes == opener.name


def _placed(source: str) -> str:
    """Line ends that a tag's meaning brought in, with the indent and quote signs of the tag's own line."""
    if LINE_END not in source:
        return source
    lines = source.split("\n")
    for index, line in enumerate(lines):
        if LINE_END in line:
            place = _PLACE.match(line)
            start = place.end() if place else 0
            prefix = re.sub(r"[^\s>]", " ", line[:start])
            lines[index] = line[:start] + line[start:].lstrip(LINE_END).replace(LINE_END, "\n" + prefix)
    return "\n".join(lines)
