# SPDX-License-Identifier: MIT
"""What our inline patterns for the `markdown` package have in common."""

from __future__ import annotations

import re
import time
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from reader.core.formats.markdown_document import Document, TooComplexError

Found = tuple[Element | str | None, int | None, int | None]
"""An element (or text) with the span it replaces."""
DECLINED: Found = (None, None, None)
"""The answer of a pattern that leaves a match alone."""
PLACEHOLDER = re.compile("\x02[^\x02\x03]*\x03")
"""What stands for a piece the package has stored away."""
_ESCAPED = re.compile("\x02(\\d+)\x03")


class ArticleInline(InlineProcessor):
    """A pattern of ours: knows the document and stops when the time is spent."""

    def __init__(self, pattern: str, md: Markdown, document: Document, deadline: float) -> None:
        """`deadline` is in seconds of this thread's clock."""
        super().__init__(pattern, md)
        self.package: Any = md
        self.document = document
        self.data = ""
        self._deadline = deadline

    def handleMatch(self, m: re.Match[str], data: str) -> Found:
        """What the package calls for every match."""
        if time.thread_time() > self._deadline:
            raise TooComplexError
        self.data = data
        return self.read(m)

    def read(self, match: re.Match[str]) -> Found:
        """The element for a match in `self.data` with its span, or `DECLINED`."""
        raise NotImplementedError

    def stored(self, source: str, match: re.Match[str]) -> Found:
        """Finished HTML in place of the match."""
        return self.package.htmlStash.store(source), match.start(), match.end()

    def restored(self, text: str) -> str:
        """Text with the package's escapes and stored pieces put back as they were written."""
        if "\x02" not in text:
            return text
        text = _ESCAPED.sub(lambda match: chr(int(match[1])), text)
        return PLACEHOLDER.sub(self._stored_source, text)

    def _stored_source(self, match: re.Match[str]) -> str:
        name, _, number = match[0].strip("\x02\x03").partition(":")
        if name == "wzxhzdk" and number.isdigit():
            return str(self.package.htmlStash.rawHtmlBlocks[int(number)])
        node = self.package.treeprocessors["inline"].stashed_nodes.get(number)
        if node is None:
            return ""
        return self.restored(node if isinstance(node, str) else "".join(node.itertext()))
