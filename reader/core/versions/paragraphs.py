# SPDX-License-Identifier: MIT
"""Takes the paragraphs out of an article: what a person would call one line of thought, as plain text."""

from __future__ import annotations

from html.parser import HTMLParser

from reader.core.article import SafeHtml

MOST_PARAGRAPHS = 20_000
LONGEST = 4_000
"""Characters of one paragraph; longer ones are laid out and compared in parts."""

_BLOCKS = frozenset(
    "address article aside blockquote body caption dd details div dl dt figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul".split()
)
_CELLS = frozenset(("td", "th"))
_ENDS = ("。", "！", "？", "；", ". ", "! ", "? ", "; ", "\n", "，", ", ", " ")
PICTURE = "▢"
"""Stands for a picture, before its description."""


def paragraphs(html: SafeHtml) -> tuple[list[str], bool]:
    """The paragraphs of sanitized HTML, from the top; and whether some were left out at the end."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.flush()
    return reader.found[:MOST_PARAGRAPHS], len(reader.found) > MOST_PARAGRAPHS


class _Reader(HTMLParser):
    """A block begins or ends: a paragraph ends. Cells of a row stay together, lines of code as they are."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._parts: list[str] = []
        self._is_code = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.flush()
            self._is_code = self._is_code or tag == "pre"
        elif tag in _CELLS:
            self._parts.append(" │ " if "".join(self._parts).strip() else "")
        elif tag == "br":
            self._parts.append("\n")
        elif tag == "img":
            self._parts.append(f" {PICTURE} {dict(attrs).get('alt') or ''} ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.flush()
            self._is_code = self._is_code and tag != "pre"

    def handle_data(self, data: str) -> None:
        self._parts.append(data)

    def flush(self) -> None:
        """The paragraph so far is whole."""
        text = "".join(self._parts)
        self._parts.clear()
        text = text.strip("\n") if self._is_code else " ".join(text.split())
        if text.strip() and len(self.found) <= MOST_PARAGRAPHS:
            self.found += _portions(text)


def _portions(text: str) -> list[str]:
    """A text in parts that can be laid out at once, cut at the end of a sentence where there is one."""
    portions: list[str] = []
    while len(text) > LONGEST:
        half = LONGEST // 2
        ends = (text.rfind(end, half, LONGEST) + len(end) for end in _ENDS if end in text[half:LONGEST])
        at = next(ends, LONGEST)
        portions.append(text[:at].rstrip())
        text = text[at:].lstrip(" ")
    return [*portions, text] if text else portions
