# SPDX-License-Identifier: MIT
"""The words of a Markdown paragraph without its marks; gives up on what only the real parser can tell."""

from __future__ import annotations

import html
import re
from collections.abc import Collection
from typing import NamedTuple

from reader.core.formats.html_text import is_element_name
from reader.core.formats.markdown_document import MAX_LEAF, soft_break
from reader.core.formats.math import INLINE_DOLLARS, is_formula

_MARKS = re.compile(r"[`*_\[\]<&~=^\\\n{$@]")
_KEPT = re.compile(r"\\([!-/:-@\[-`{-~])|(?<!`)(`+)(?!`)(.{1,4000}?)(?<!`)\2(?!`)", re.S)
_PLACE = re.compile("\ue000(\\d+)\ue001")
_RICH = re.compile(  # one class of signs first, which is searched for at once
    r"[{\[^\\$<~@&](?:(?<=\{)(?:[{%:#.]|/\*)|(?<=\[)(?:\[[^\[\]\n]+\]\]|\^[^\]\s]+\]|(?i:toc)\])"
    r"|(?<=\^)(?:\[.|[^\^\s]+\^)|(?<=\\)(?:begin\{|\\?[(\[])|(?<=\$)(?:\$|[^$\n]*\\[a-zA-Z])"
    r"|(?<=<)(?:[!?]|[A-Z][^<>\n]{0,300}/>)|(?<=~)(?<!~~)[^~\s]+~(?!~)|(?<=@)include|(?<=&)#12[35];)"
)
_RICH_LINE = re.compile(r"^(?:[ \t]*</?[A-Z]|@(?:\[toc|tab)|:::)", re.M)
_COMMENT = re.compile(r"<!--(?!\s*toc\s*-->).{0,5000}?-->", re.S | re.I)
_TAGS_AS_THEY_ARE = frozenset(
    "a abbr b big cite del em font i ins kbd mark s small strike strong sub sup tt u wbr span".split()
)
_CELLS = frozenset({"td", "th"})
_LINES = frozenset(
    "address article aside blockquote br caption center dd details div dl dt figcaption h1 h2 h3 h4 h5 h6 hr"
    " li main ol p section summary table tbody tfoot thead tr ul".split()
)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w.:-]*)((?:\s[^<>]*)?)/?>")
_TELLING = re.compile(
    r"\b(?:class|data-[\w-]+|markdown)\s*=|\bhidden\b|style\s*=.{0,200}(?:display|clip|opacity|url)",
    re.I | re.S,
)
_ADDRESS = re.compile(r"<((?:https?|ftp|mailto):[^<>\s]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>")
_TARGET = r"\(\s*(?:<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)\s*\)"
_TITLED = r"\(\s*(?:<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)"
_IMAGE = re.compile(rf"!\[([^\[\]]*)\]{_TARGET}")
_LINK = re.compile(rf"(?<!!)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]{_TITLED}")
_REFERENCE = re.compile(r"(!?)\[([^\[\]]+)\](?:\[([^\[\]]*)\])?")
_STRONG = re.compile(r"(\*\*\*|\*\*|\*)(?=\S)((?:(?!\1).){1,1000}?)(?<=\S)\1", re.S)
_UNDERLINED = re.compile(r"(?<!\w)(___|__|_)(?=\S)((?:(?!\1).){1,1000}?)(?<=\S)\1(?!\w)", re.S)
_LINED = re.compile(r"(~~|==|\^\^)(?=\S)((?:(?!\1).){1,1000}?)(?<=\S)\1", re.S)
_HARD_BREAK = re.compile(r"(?: {2,}|\\)\n")
_BLANK_LINE_ENDS = re.compile(r"[ \t]*\n[ \t]*")
_PICTURE = "\ue002"
_MOST_NESTED = 4


class TooRichError(Exception):
    """The text has marks that are left to the real parser."""


class PlainWords(NamedTuple):
    """The words of a paragraph, in lines where it is broken by hand."""

    text: str
    has_pictures: bool = False
    has_tags: bool = False


def plain_words(text: str, references: Collection[str] = ()) -> PlainWords:
    """A paragraph without its marks."""
    if len(text) > MAX_LEAF:
        raise TooRichError
    if _MARKS.search(text) is None and not text.startswith(":::"):
        return PlainWords(text)
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[1] or found[3].strip().replace("\n", " "))
        return f"\ue000{len(kept) - 1}\ue001"

    text = _HARD_BREAK.sub("\ue003", text)
    if "`" in text or "\\" in text:
        if ("\\(" in text and "\\)" in text) or ("\\[" in text and "\\]" in text):
            raise TooRichError  # a formula, unless the page shows brackets
        text = _KEPT.sub(keep, text)
        if any(len(each) > 2 and each[0] == "$" == each[-1] for each in kept):
            raise TooRichError
    if "<!--" in text:
        text = _COMMENT.sub("", text)
    _refuse_rich(text)
    if has_tags := "<" in text:
        text = _ADDRESS.sub(lambda found: keep_text(kept, found[1]), text)
        text = _TAG.sub(_without_tag, text)
    if "[" in text:
        text = _without_links(text, references)
    text = _without_emphasis(text)
    if "\n" in text:
        text = _BLANK_LINE_ENDS.sub("\n", text)
        text = (text if text.isascii() else soft_break().sub(r"\1\2", text)).replace("\n", " ")
    if "&" in text:
        text = html.unescape(text)
    if kept:
        text = _PLACE.sub(lambda found: kept[int(found[1])], _PLACE.sub(lambda f: kept[int(f[1])], text))
    plain = text.replace("\ue003", "\n").replace(_PICTURE, "")
    return PlainWords(plain, _PICTURE in text, has_tags)


def keep_text(kept: list[str], text: str) -> str:
    """Puts a text aside, so that nothing in it is taken for a mark."""
    kept.append(text)
    return f"\ue000{len(kept) - 1}\ue001"


def _refuse_rich(text: str) -> None:
    if _RICH.search(text) is not None:
        raise TooRichError
    if ("<" in text or "@" in text or ":::" in text) and _RICH_LINE.search(text) is not None:
        raise TooRichError
    if "$" in text and any(is_formula(found[1]) for found in INLINE_DOLLARS.finditer(text)):
        raise TooRichError


def _without_tag(found: re.Match[str]) -> str:
    name, attributes = found[2].lower(), found[3]
    if name == "img" and "title" not in attributes:
        return _PICTURE
    if not is_element_name(name):
        return found[0]
    if _TELLING.search(attributes):
        raise TooRichError
    if name in _LINES:
        return "\ue003"
    if name in _CELLS:
        return " "
    if name not in _TAGS_AS_THEY_ARE:
        raise TooRichError
    return ""


def _without_links(text: str, references: Collection[str]) -> str:
    text = _IMAGE.sub(_PICTURE, text)
    for _ in range(_MOST_NESTED):
        text = _LINK.sub(r"\1", text)
    if "](" in text:
        raise TooRichError

    def words(found: re.Match[str]) -> str:
        label = " ".join((found[3] or found[2]).split()).casefold()
        if label not in references:
            return found[0]
        if found[1]:
            raise TooRichError  # its title may become a caption
        return found[2]

    return _REFERENCE.sub(words, text) if references and "[" in text else text


def _without_emphasis(text: str) -> str:
    for sign, pattern in (("*", _STRONG), ("_", _UNDERLINED), ("~~", _LINED), ("==", _LINED), ("^^", _LINED)):
        for _ in range(_MOST_NESTED if sign in text else 0):
            before, text = text, pattern.sub(r"\2", text)
            if before == text:
                break
    return text
