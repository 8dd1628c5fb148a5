# SPDX-License-Identifier: MIT
"""The door to Markdown: a body without its header becomes raw HTML, however odd it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.core.article import Problem, RawHtml
from reader.core.formats.html_body import html_body, is_html_body, plain_paragraphs
from reader.core.formats.markdown_document import MarkdownContext, TooComplexError

__all__ = ["MarkdownContext", "MarkdownResult", "render_markdown"]

_MAX_CHARACTERS = 3_000_000
_MAX_LINE = 1_500_000
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ue000-\ue003]")
_TAGGED = re.compile(r"\{[%{]|\{/\*|@include:|^[ \t]*</?[A-Z]|<[A-Z][^<>\n]{0,300}/>", re.M)
_PROBLEM = Problem("too-complex", "The text is too large or too complex for its markup and is shown plain.")


@dataclass(frozen=True, slots=True)
class MarkdownResult:
    """What a body became, and what could not be done on the way."""

    html: RawHtml
    problems: tuple[Problem, ...] = ()


def render_markdown(body: str, context: MarkdownContext) -> MarkdownResult:
    """HTML for a Markdown body; a body that is HTML already keeps its own and costs next to nothing."""
    if "\r" in body:
        body = body.replace("\r\n", "\n").replace("\r", "\n")
    body = _CONTROLS.sub("", body)
    if not body.strip():
        return MarkdownResult(RawHtml(""))
    try:
        if is_html_body(body):
            return MarkdownResult(RawHtml(html_body(body)))
        if len(body) > _MAX_CHARACTERS or max(map(len, body.split("\n"))) > _MAX_LINE:
            return _plain(body)
        return _rendered(body, context)
    except (RecursionError, TooComplexError):
        return _plain(body)


def _rendered(body: str, context: MarkdownContext) -> MarkdownResult:
    from reader.core.formats.markdown_engine import convert

    if _TAGGED.search(body) or context.path.suffix.lower() == ".mdx":
        from reader.core.formats.generator_tags import expand_tags

        body = expand_tags(body, context)
    output, problems = convert(body, context)
    return MarkdownResult(RawHtml(output), problems)


def _plain(body: str) -> MarkdownResult:
    return MarkdownResult(RawHtml(plain_paragraphs(body)), (_PROBLEM,))
