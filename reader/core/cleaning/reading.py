# SPDX-License-Identifier: MIT
"""The plain text of an article and what is counted in it: words, minutes, the excerpt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from reader.core.cleaning.scripts import by_block, foreign_of
from reader.core.cleaning.tree import Element, class_words, names

HAN_PER_MINUTE = 400
WORDS_PER_MINUTE = 230
EXCERPT_LENGTH = 160
_BLOCKS = names(
    "p div section article aside blockquote pre ul ol li dl dt dd table tr caption thead tbody tfoot "
    "figure figcaption h1 h2 h3 h4 h5 h6 hr details summary address math"
)
_SILENT = names("annotation rt rp script style template")
_WIDE_RANGES = (
    (0x2E80, 0x2FDF),
    (0x3005, 0x3007),
    (0x3040, 0x30FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
_COUNTABLE = re.compile(
    "[\0-\xff\u2000-\u206f\u20a0-\u20ff\u2190-\u245f\u2500-\u2775\u2794-\u2bff\u2e30-\u3020"
    "\u303d-\u30ff\u3400-\u9fff\ue000-\ufaff\ufe00-\ufe6f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\uffff"
    "\U0001f10d-\U0001fbef\U00020000-\U0003ffff]*"
)
"""Text whose letters outside Latin-1 are all wide."""
_IN_WORD = bytes(chr(code).isalnum() or code == ord("_") for code in range(256))
_JOINING = bytes(chr(code) in "'.-" for code in range(256))
"""Which characters of Latin-1 are part of a word, and which may join two parts of one."""
_BEGINNING = 2000  # characters of a paragraph, more than any excerpt takes
_SPACES = re.compile(r"[ \t\r\n\f\u00a0]+")
_SENTENCE_END = re.compile(r"[。！？!?…](?:[”’」』）)\"])?|(?<!\d)[.](?=\s|$)")


def article_text(root: Element) -> str:
    """The text of an article, a line a block; code keeps its lines, readings of ruby are left out."""
    lines: list[str] = []
    current: list[str] = []

    def finish() -> None:
        line = _SPACES.sub(" ", "".join(current)).strip()
        if line:
            lines.append(line)
        current.clear()

    for kind, element, text in _walk(root):
        if kind == "text":
            current.append(text)
        elif kind == "pre":
            finish()
            lines.append(text.strip("\n"))
        elif element.tag in _BLOCKS or element.tag == "br":
            finish()
        elif element.tag in {"td", "th"} and kind == "end":
            current.append(" ")
    finish()
    return "\n".join(lines)


def _walk(root: Element) -> Iterator[tuple[str, Element, str]]:
    """Start, end and text of a tree in order, without recursion."""
    stack: list[tuple[Element, bool]] = [(root, False)]
    while stack:
        element, closing = stack.pop()
        if closing:
            yield "end", element, ""
        elif element.tag in _SILENT or "footnote-back" in class_words(element):
            pass
        elif element.tag == "pre":
            yield "pre", element, "".join(element.itertext())
        else:
            yield "start", element, ""
            if element.text:
                yield "text", element, element.text
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(list(element)))
            continue
        if element is not root and element.tail:
            yield "text", element, element.tail


def count_words(text: str) -> tuple[int, int]:
    """Wide characters (Han, kana), and words of all other scripts."""
    wide = _count_wide(text)
    if _COUNTABLE.fullmatch(foreign_of(text)) is None:
        return wide, len(_narrow_word().findall(text))
    return wide, _count_narrow(text.replace("\u2019", "'").encode("latin-1", "replace"))


def _count_narrow(text: bytes) -> int:
    """Words of Latin-1. All places are looked at together, as the bytes of one number."""
    parts = int.from_bytes(text.translate(_IN_WORD), "little")
    joints = int.from_bytes(text.translate(_JOINING), "little")
    goes_on = parts << 8 | (joints << 8 & parts << 16)  # behind a part of a word, or a joint that follows one
    return (parts & ~goes_on).bit_count()


def _count_wide(text: str) -> int:
    if text.isascii():
        return 0
    whole, others = by_block(text)
    return whole["han"] + sum([number for one, number in others.items() if is_wide(one)])


@cache
def _narrow_word() -> re.Pattern[str]:
    wide = "".join(f"{chr(first)}-{chr(last)}" for first, last in _WIDE_RANGES)
    return re.compile(rf"[^\W{wide}]+(?:['’.-][^\W{wide}]+)*")


@lru_cache(maxsize=1 << 14)
def is_wide(character: str) -> bool:
    """Whether a character is counted by itself: Han, kana and their like."""
    code = ord(character)
    return code >= 0x2E80 and any(first <= code <= last for first, last in _WIDE_RANGES)


def reading_minutes(wide: int, words: int) -> int:
    """Minutes to read it, at least one."""
    return max(1, round(wide / HAN_PER_MINUTE + words / WORDS_PER_MINUTE))


def excerpt_of(root: Element, text: str) -> str:
    """The first real paragraph, or the beginning of the text, cut at a boundary."""
    shown = (
        _beginning(paragraph)
        for paragraph in root.iter("p")
        if next(paragraph.iterancestors("figure", "table", "aside", "details"), None) is None
        and "embed" not in class_words(paragraph)
    )
    return first_excerpt(shown, text)


def first_excerpt(paragraphs: Iterable[str], text: str) -> str:
    """The first of some paragraphs that says enough, or the beginning of the text, cut at a boundary."""
    for paragraph in paragraphs:
        words = paragraph[:_BEGINNING]
        if _says_enough(words[:EXCERPT_LENGTH]) or _says_enough(words[EXCERPT_LENGTH:] and words):
            return shortened(words)
    return shortened(_SPACES.sub(" ", text[: EXCERPT_LENGTH * 4]).strip())


def _says_enough(text: str) -> bool:
    wide, latin = count_words(text)
    return wide + 2 * latin >= 24


def _beginning(paragraph: Element) -> str:
    """As much of a paragraph as an excerpt can need, in one line."""
    if sum(map(len, paragraph.itertext())) <= _BEGINNING:
        return " ".join(article_text(paragraph).split())
    pieces: list[str] = []
    for piece in paragraph.itertext():
        pieces.append(piece[:_BEGINNING])
        if sum(map(len, pieces)) >= _BEGINNING:
            break
    return " ".join("".join(pieces)[:_BEGINNING].split())


def shortened(text: str, length: int = EXCERPT_LENGTH) -> str:
    """A text cut at the end of a sentence, else of a word."""
    beginning = _SPACES.sub(" ", text[: 4 * length]).strip()  # which mostly is enough
    text = beginning if len(beginning) > length else _SPACES.sub(" ", text).strip()
    if len(text) <= length:
        return text
    half = length // 2
    ends = [end for match in _SENTENCE_END.finditer(text, half - 2, length) if (end := match.end()) >= half]
    if ends:
        return text[: ends[-1]].strip()
    cut = length - 1
    space = text.rfind(" ", length // 2, length)
    if space > 0 and not is_wide(text[cut]):
        cut = space
    return text[:cut].rstrip(" ，,、;；:：-—") + "…"
