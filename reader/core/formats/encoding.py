# SPDX-License-Identifier: MIT
"""From bytes to text: byte order mark, what is declared, what decodes; a guess is always reported."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from reader.core.article import Problem

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BOM_STARTS = frozenset(bom[:1] for bom, _ in _BOMS)
_CODECS = {
    "shift_jis": ("cp932",), "euc-kr": ("cp949",), "big5": ("cp950", "big5hkscs"), "windows-874": ("cp874",),
}  # fmt: skip
_EAST_ASIAN = frozenset(
    {"gb18030", "big5", "shift_jis", "euc-kr", "euc-jp", "hz", "iso-2022-jp", "iso-2022-kr"}
)
_WIDE = "\u0800"  # from here on UTF-8 takes three bytes
_SAMPLE = 50_000
_SEVEN_BIT = {"hz": b"~{", "iso-2022-jp": b"\x1b", "iso-2022-kr": b"\x1b", "utf-7": b"+"}


class DecodedText(NamedTuple):
    """A file's text with `\\n` line ends, and how it was decoded."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


def decode(
    data: bytes,
    *,
    markup: bool = False,
    forced: str | None = None,
    declared: str | None = None,
    cut: bool = False,
) -> DecodedText:
    """The text of a file; `cut` tells that `data` ends anywhere, maybe within a character."""
    for bom, encoding in _BOMS if data[:1] in _BOM_STARTS else ():
        if data.startswith(bom):
            return _finish(*_lenient(data[len(bom) :], encoding, cut), encoding)
    problems: tuple[Problem, ...] = ()
    if forced:
        from reader.core.formats.encoding_labels import known_encoding

        if encoding := known_encoding(forced):
            return _finish(*_lenient(data, encoding, cut), encoding)
        problems = (Problem("encoding-unknown", f"The encoding “{forced[:40]}” is not known."),)
    if data.isascii():
        return _ascii(data, markup, declared, problems)
    text, encoding, found = _settle(data, _labels(data, markup, declared), cut)
    return _finish(text, found + problems, encoding)


def _labels(data: bytes, markup: bool, declared: str | None) -> list[str]:
    if not markup and not declared and b"coding" not in data[:1024] and b"charset" not in data[:1024]:
        return []
    from reader.core.formats.encoding_labels import declared_encodings

    return list(dict.fromkeys(declared_encodings(data, markup, declared)))


def _ascii(data: bytes, markup: bool, declared: str | None, problems: tuple[Problem, ...]) -> DecodedText:
    if b"\x00" in data and (wide := _without_bom(data)):
        return _finish(*_lenient(data, wide, True), wide)
    if b"\x1b$" in data or b"~{" in data:
        for encoding in _labels(data, markup, declared):
            if (
                encoding in _SEVEN_BIT
                and _SEVEN_BIT[encoding] in data
                and (text := _strict(data, encoding, True))
            ):
                return _finish(text, problems, encoding)
    return _finish(data.decode("ascii"), problems, "utf-8")


def _settle(data: bytes, labels: list[str], cut: bool) -> tuple[str, str, tuple[Problem, ...]]:
    """What decodes without an error wins: UTF-8 first, then what is declared, then the best guess."""
    if b"\x00" in data[:4096] and (wide := _without_bom(data)):
        return *_lenient(data, wide, cut)[:1], wide, (_guessed(wide),)
    text = _strict(data, "utf-8", cut)
    if text is not None:
        # Short East Asian text can look like UTF-8, but then only like two-byte letters.
        rival = next((label for label in labels if label in _EAST_ASIAN), None)
        if rival and len(text) < 20_000 and max(text) < _WIDE:
            other = _strict(data, rival, cut)
            if other is not None:
                return other, rival, ()
        return text, "utf-8", _contradicted(labels, "utf-8")
    for label in labels:
        if (
            label != "utf-8"
            and not label.startswith("utf-")
            and (text := _strict(data, label, cut)) is not None
        ):
            return text, label, _contradicted(labels, label)
    return _guess(data, labels, cut)


def _guess(data: bytes, labels: list[str], cut: bool) -> tuple[str, str, tuple[Problem, ...]]:
    text, found = _lenient(data, "utf-8", cut)
    if _is_damaged_utf_8(text[:_SAMPLE]):
        return text, "utf-8", found
    for label in labels:
        if label in _EAST_ASIAN:
            text, found = _lenient(data, label, cut)
            if text.count("\ufffd") * 50 < len(text):
                return text, label, found
    from reader.core.formats.encoding_guess import guess_encoding

    encoding = guess_encoding(data)
    text, found = _lenient(data, encoding, cut)
    return text, encoding, (_guessed(encoding), *found)


def _is_damaged_utf_8(text: str) -> bool:
    """Whether what decoded as UTF-8 outweighs the replaced rest.

    Other encodings of Chinese, Japanese and Korean give at most as many characters of three bytes as errors,
    by chance, and three times as many of two (80,000 pieces of articles, from 12 characters on).
    """
    broken = text.count("\ufffd")
    foreign = [character for character in text if not character.isascii()]
    wide = sum(character >= _WIDE for character in foreign) - broken
    return broken * 3 < wide or broken * 6 < len(foreign) - broken


def _contradicted(labels: list[str], encoding: str) -> tuple[Problem, ...]:
    wrong = [label for label in labels if label != encoding and label != "windows-1252"]
    if not wrong:
        return ()
    message = f"The file says it is {' and '.join(labels)}, but its bytes are {encoding}."
    return (Problem("encoding-contradiction", message),)


def _guessed(encoding: str) -> Problem:
    return Problem(
        "encoding-guessed", f"The file does not say how its text is encoded; {encoding} was guessed."
    )


def _without_bom(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, told by where the zero bytes stand."""
    head = data[:4096]
    half = len(head) // 2
    if half < 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if even > half * 0.9 and odd > half * 0.4 and head[0::4].count(0) > len(head) // 4 * 0.9:
        return "utf-32-be"
    if odd > half * 0.9 and even > half * 0.4:
        return "utf-32-le"
    if odd > half * 0.3 and even < half * 0.02:
        return "utf-16-le"
    if even > half * 0.3 and odd < half * 0.02:
        return "utf-16-be"
    return None


def _strict(data: bytes, encoding: str, cut: bool) -> str | None:
    if encoding == "utf-8" and not cut:
        try:
            return data.decode()
        except UnicodeError:
            return None
    for codec in _CODECS.get(encoding, (encoding,)):
        try:
            return codecs.getincrementaldecoder(codec)("strict").decode(data, not cut)
        except (UnicodeError, LookupError, ValueError):
            continue
    return None


def _lenient(data: bytes, encoding: str, cut: bool) -> tuple[str, tuple[Problem, ...]]:
    text = _strict(data, encoding, cut)
    if text is not None:
        return text, ()
    codec = _CODECS.get(encoding, (encoding,))[-1]
    text = codecs.getincrementaldecoder(codec)("replace").decode(data, not cut)
    count = text.count("\ufffd")
    if not count:
        return text, ()
    line = text.count("\n", 0, text.index("\ufffd")) + 1
    message = f"{count} places could not be decoded as {encoding}; each is shown as \ufffd."
    return text, (Problem("encoding-undecodable", message, line),)


def _finish(text: str, problems: tuple[Problem, ...], encoding: str) -> DecodedText:
    """One kind of line end, and nothing a page or a database could not hold."""
    if text.startswith("\ufeff"):
        text = text[1:]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        count = text.count("\x00")
        text = text.replace("\x00", "")
        problems = (*problems, Problem("nul-characters", f"{count} NUL characters were left out.", line))
    return DecodedText(text, encoding, problems)
