# SPDX-License-Identifier: MIT
"""Parts of a Markdown source that talk about tags instead of using them, hidden while tags are expanded."""

from __future__ import annotations

import re

from reader.core.formats.block_lines import Fence, fence_at, indent_of, marker_at

_MARK = re.compile("\ue000(\\d+)\ue001")
_RAW = re.compile(r"\{%-?\s*(raw|verbatim)\s*-?%\}(.*?)\{%-?\s*end\1\s*-?%\}", re.S)
_CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)((?:(?!\n[ \t]*\n)[^`]|(?!\1(?!`))`+)*?)(?<!`)\1(?!`)")
_HTML_CODE = re.compile(r"<(pre|code|script|style|textarea)(?=[\s>]).*?</\1\s*>", re.S | re.I)
_SHOWN_HUGO = re.compile(r"\{\{([<%])/\*\s*(.*?)\s*\*/([>%])\}\}", re.S)
_SHOWN_ZOLA = re.compile(r"\{([{%])/\*\s*(.*?)\s*\*/([}%])\}", re.S)
_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")


class Mask:
    """Keeps the hidden pieces of one source and puts them back."""

    def __init__(self) -> None:
        """Starts with nothing hidden."""
        self._pieces: list[str] = []

    def hide(self, piece: str) -> str:
        """A stand-in for `piece`."""
        self._pieces.append(piece)
        return f"\ue000{len(self._pieces) - 1}\ue001"

    def show(self, source: str) -> str:
        """The source with every piece back; pieces can hold stand-ins of earlier ones."""
        while "\ue000" in source:
            changed = _MARK.sub(lambda match: self._pieces[int(match[1])], source)
            if changed == source:
                break
            source = changed
        return source

    def hide_code(self, source: str, strip_raw: bool, indented: bool = True) -> str:
        """The source without code and raw sections.

        `strip_raw` is for Liquid, which looks into fences too; `indented` says whether an indent makes code.
        """
        source = self._hide_blocks(source, strip_raw, indented)
        source = _RAW.sub(lambda match: self.hide(match[2]), source)
        source = _HTML_CODE.sub(lambda match: self.hide(shown_shortcodes(match[0])), source)
        return _CODE_SPAN.sub(lambda match: self.hide(shown_shortcodes(match[0])), source)

    def _hide_blocks(self, source: str, strip_raw: bool, indented: bool) -> str:
        kept: list[str] = []
        block: list[str] = []
        fence: Fence | None = None
        in_list = after_blank = False
        for line in source.split("\n"):
            bare = line[_quote_end(line) :]
            if fence is not None:
                block.append(line)
                if fence.closed_by(bare):
                    fence = None
                    kept.append(self._hidden_block(block, strip_raw))
                continue
            fence = fence_at(
                bare.lstrip(" \t").removeprefix("- ") if bare.lstrip().startswith("- `") else bare
            )
            if fence is not None:
                block = [line]
                continue
            marker = marker_at(bare)
            if marker is not None and marker.indent < 4:
                in_list = True
            elif bare.strip() and not indent_of(bare) and after_blank:
                in_list = False
            if indented and after_blank and not in_list and indent_of(line) >= 4 and line.strip():
                kept.append(self.hide(shown_shortcodes(line)))
                continue
            after_blank = not line.strip()
            kept.append(line)
        if fence is not None:
            kept.append(self._hidden_block(block, strip_raw))
        return "\n".join(kept)

    def _hidden_block(self, block: list[str], strip_raw: bool) -> str:
        text = shown_shortcodes("\n".join(block))
        if strip_raw:
            text = _RAW.sub(lambda match: match[2], text)
        # The opening line's indent and quote signs stay outside, for what surrounds the fence.
        start = _quote_end(text.split("\n", 1)[0])
        return text[:start] + self.hide(text[start:])


def shown_shortcodes(text: str) -> str:
    """Shortcodes written with `/* */` in order to be shown, as they are to be shown."""
    if "/*" not in text:
        return text
    text = _SHOWN_HUGO.sub(lambda match: f"{{{{{match[1]} {match[2]} {match[3]}}}}}", text)
    return _SHOWN_ZOLA.sub(lambda match: f"{{{match[1]} {match[2]} {match[3]}}}", text)


def _quote_end(line: str) -> int:
    match = _QUOTE.match(line)
    return match.end() if match else 0
