# SPDX-License-Identifier: MIT
"""The `markdown` package set up for articles: its inline engine, our blocks, `pymdownx` for marks."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

from markdown import Markdown
from markdown.util import AtomicString

from reader.core.article import Problem
from reader.core.formats.markdown_blocks import BlockParser
from reader.core.formats.markdown_document import RAW_TAG, Document, MarkdownContext
from reader.core.formats.markdown_inlines import register, register_abbreviations

_RAW = re.compile(rf"<{RAW_TAG}>\x02wzxhzdk:(\d+)\x03</{RAW_TAG}>|\x02wzxhzdk:(\d+)\x03")
_BLOCK_END = re.compile(
    rf"</(?:p|h[1-6]|[uod]l|li|d[td]|table|t[rdh]|thead|tbody|blockquote|aside|{RAW_TAG})>(?=<)|<hr>"
)
_PUNCTUATION = list("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_MARKS = re.compile(r"~~|(?<![A-Za-z0-9_=)\]])==(?=[^\s=])|\^\^(?=\S)")  # `a==b` is a comparison
_MAX_NESTING = 4
_MARK_EXTENSIONS: tuple[tuple[str, str, str, dict[str, bool]], ...] = (
    ("~~", "pymdownx.tilde", "DeleteSubExtension", {"subscript": False}),
    ("==", "pymdownx.mark", "MarkExtension", {}),
    ("^^", "pymdownx.caret", "InsertSupExtension", {"superscript": False}),
)


def convert(body: str, context: MarkdownContext) -> tuple[str, tuple[Problem, ...]]:
    """Markdown without header or generator tags as HTML."""
    package: Any = Markdown(extensions=_marks(body), output_format="html")
    package.ESCAPED_CHARS = list(_PUNCTUATION)
    for name in [item.name for item in package.preprocessors._priority]:
        package.preprocessors.deregister(name)
    package.treeprocessors.deregister("prettify")
    package.postprocessors.deregister("raw_html")
    document = Document(context, package.htmlStash, AtomicString, package.references)
    register(package, document)
    package.parser = _Parser(document, package)
    output = _BLOCK_END.sub("\\g<0>\n", package.convert(body)).strip()
    return _restored(output, package.htmlStash.rawHtmlBlocks, 0), tuple(document.problems)


class _Parser(BlockParser):
    """The block parser, which tells the inline engine of abbreviations once it has seen them all."""

    def __init__(self, document: Document, package: Any) -> None:
        super().__init__(document)
        self._package = package

    def parseDocument(self, lines: list[str]) -> Any:
        tree = super().parseDocument(lines)
        register_abbreviations(self._package, self.document)
        return tree


def _marks(body: str) -> list[Any]:
    """The extensions for `~~`, `==` and `^^`, imported only for bodies that have such marks."""
    found = set(_MARKS.findall(body))
    return [
        getattr(import_module(module), name)(**options)
        for sign, module, name, options in _MARK_EXTENSIONS
        if sign in found
    ]


def _restored(output: str, stored: list[str], level: int) -> str:
    """The output with stored HTML back in its place."""

    def piece(match: re.Match[str]) -> str:
        index = int(match[1] or match[2])
        if index >= len(stored) or level > _MAX_NESTING:
            return ""
        source = stored[index]
        return _restored(source, stored, level + 1) if "\x02wzx" in source else source

    return _RAW.sub(piece, output)
