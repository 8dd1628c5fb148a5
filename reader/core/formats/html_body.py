# SPDX-License-Identifier: MIT
"""Bodies that are HTML already: recognised, and made safe to parse without losing a word."""

from __future__ import annotations

import html
import re

from reader.core.formats.html_text import escape_stray_brackets, map_text, split_markup
from reader.core.formats.math import formulas_in_html

_BLOCKS = (
    "div|p|article|section|main|header|footer|aside|figure|table|ul|ol|dl|h[1-6]|blockquote|center|pre|html"
    "|body|head|details|nav|form"
)
_FIRST = re.compile(rf"<(?:!doctype\b[^>]*>\s*<)?({_BLOCKS})(?=[\s>/])", re.I)
_LAST = re.compile(rf"</({_BLOCKS})\s*>$", re.I)
_ROOT = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^<>]*?(/?)>", re.I)
_MARKDOWN_LINE = re.compile(
    r"\n[ \t]*\n {0,3}(?:#{1,6} |[*+-] |\d{1,3}[.)] |> ?|```|~~~|\||!?\[[^\]\n]*\]\(|\*\*)"
    r"|\n[ \t]*\n(?![ \t]*<)[^\n]*(?:\*\*\S|\]\(|`)"
    r"|\smarkdown\s*=\s*[\"']?(?:1|block)",
    re.I,
)
_FENCED = re.compile(r"^ {0,3}(?:```|~~~)", re.M)
_TEXT_BLOCK = re.compile(rf"<(?:{_BLOCKS}|br|li|tr|td|hr|iframe|video)(?=[\s>/])", re.I)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_SHELL = re.compile(r"\s*(<(div|section|article)\b[^<>]*>)(.*?)(</\2\s*>)?\s*", re.S | re.I)


def is_html_body(body: str) -> bool:
    """Whether a body is an HTML tree rather than Markdown with some HTML in it."""
    text = body.strip()
    if not text.startswith("<"):
        return False
    head = text
    while head.startswith("<!--"):
        end = head.find("-->")
        if end < 0:
            return False
        head = head[end + 3 :].lstrip()
    first = _FIRST.match(head)
    if first is None:
        return False
    tail = text
    while tail.endswith("-->") and (start := tail.rfind("<!--")) > 0:
        tail = tail[:start].rstrip()
    if _LAST.search(tail[-40:]) is None:
        return False
    if body.lstrip().startswith("<div>   "):
        return True  # the frame that feed scrapers put round a post
    if _MARKDOWN_LINE.search(text) or _FENCED.search(text):
        return False
    return _is_one_tree(head, first[1].lower()) or _only_tags_between_blanks(text)


def html_body(body: str) -> str:
    """The body, ready to be parsed: braces unescaped, stray brackets as text, breaks of plain text kept."""
    source = body.strip()
    if "&#12" in source:
        source = source.replace("&#123;", "{").replace("&#125;", "}")
    if "{static}" in source or "{attach}" in source or "{filename}" in source:
        source = re.sub(r"""(=["'])\{(?:static|attach|filename)\}""", r"\1", source)
    source = escape_stray_brackets(source)
    return formulas_in_html(_paragraphs(source))


def plain_paragraphs(text: str) -> str:
    """Text without any markup as paragraphs, every line break kept."""
    parts = (part.strip("\n") for part in re.split(r"\n[ \t\r]*\n", text))
    return "\n".join(
        f"<p>{'<br>'.join(html.escape(part, quote=False).split(chr(10)))}</p>"
        for part in parts
        if part.strip()
    )


def _is_one_tree(text: str, root: str) -> bool:
    """Whether the first element spans the whole text."""
    depth = 0
    for match in _ROOT.finditer(text):
        if match[2].lower() != root or match[3]:
            continue
        depth += -1 if match[1] else 1
        if depth <= 0:
            return not _COMMENT.sub("", text[match.end() :]).strip()
    return False


def _only_tags_between_blanks(text: str) -> bool:
    """Whether every block between blank lines is made of whole elements."""
    pieces = split_markup(text)
    depth = 0
    for position, piece in enumerate(pieces):
        if position % 2:
            tag = re.match(rf"<(/?)({_BLOCKS})(?=[\s>/])", piece, re.I)
            if tag is not None and not re.search(r"</\w+\s*>$", piece[1:]):
                depth += -1 if tag[1] else 1
        elif depth <= 0 and piece.strip():
            return False
    return True


def _paragraphs(source: str) -> str:
    """Plain text in a bare frame gets paragraphs, whose line breaks HTML would otherwise join."""
    shell = _SHELL.fullmatch(source)
    opening, inner, closing = (shell[1], shell[3], shell[4] or "") if shell else ("", source, "")
    if "\n" not in inner.strip() or _TEXT_BLOCK.search(_COMMENT.sub("", inner)):
        return source
    broken = map_text(inner.strip(), lambda text: re.sub(r"[ \t]*\n", "\n", text))
    parts = [part.strip() for part in re.split(r"\n{2,}", broken)]
    text = "\n".join(f"<p>{_broken_lines(part)}</p>" for part in parts if part)
    return f"{opening}{text}{closing}"


def _broken_lines(part: str) -> str:
    return map_text(part, lambda text: text.replace("\n", "<br>\n"))
