# SPDX-License-Identifier: MIT
"""From bytes to text: byte order mark, what is declared, what decodes; a guess is always reported."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.core.article import Problem
from reader.core.formats.encoding_guess import guess_encoding

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})")
_EDITOR = re.compile(
    rb"(?:-\*-.{0,80}coding|fileencoding|^encoding|^charset)\s*[:=]\s*[\"']?([A-Za-z0-9_.-]{2,40})",
    re.MULTILINE,
)
_META_END = re.compile(rb"</head\b|<body\b", re.IGNORECASE)
# Names on the web mean the larger set a browser uses for them.
_ALIASES = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030",
    "gb18030": "gb18030", "cp936": "gb18030", "hz-gb-2312": "hz", "chinese": "gb18030",
    "iso-8859-1": "windows-1252", "latin1": "windows-1252", "iso8859-1": "windows-1252",
    "latin-1": "windows-1252", "ascii": "windows-1252", "us-ascii": "windows-1252",
    "cp1252": "windows-1252", "shift_jis": "shift_jis", "sjis": "shift_jis", "x-sjis": "shift_jis",
    "ms_kanji": "shift_jis", "shift-jis": "shift_jis", "windows-31j": "shift_jis", "cp932": "shift_jis",
    "big5": "big5", "big5-hkscs": "big5", "x-x-big5": "big5", "cp950": "big5", "euc-kr": "euc-kr",
    "ks_c_5601-1987": "euc-kr", "ksc5601": "euc-kr", "cp949": "euc-kr", "windows-949": "euc-kr",
    "iso-8859-9": "windows-1254", "unicode": "utf-16-le", "utf8": "utf-8", "iso-8859-11": "windows-874",
    "tis-620": "windows-874", "x-user-defined": "windows-1252",
}  # fmt: skip
_CODECS = {
    "shift_jis": ("cp932",), "euc-kr": ("cp949",), "big5": ("cp950", "big5hkscs"), "windows-874": ("cp874",),
}  # fmt: skip
_EAST_ASIAN = frozenset(
    {"gb18030", "big5", "shift_jis", "euc-kr", "euc-jp", "hz", "iso-2022-jp", "iso-2022-kr"}
)
_SEVEN_BIT = {"hz": b"~{", "iso-2022-jp": b"\x1b", "iso-2022-kr": b"\x1b", "utf-7": b"+"}
_NOT_FOR_FILES = frozenset(
    {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"}
)
_HEAD = 16 * 1024
_WIDE_CHARACTER = re.compile("[\u0800-\uffff\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class DecodedText:
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
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _finish(*_lenient(data[len(bom) :], encoding, cut), encoding)
    if forced and (encoding := known_encoding(forced)):
        return _finish(*_lenient(data, encoding, cut), encoding)
    unknown = (Problem("encoding-unknown", f"The encoding “{forced[:40]}” is not known."),) if forced else ()
    if data.isascii():
        return _ascii(data, markup, declared, unknown)
    labels = list(dict.fromkeys(_declared(data, markup, declared)))
    text, encoding, problems = _settle(data, labels, cut)
    return _finish(text, problems + unknown, encoding)


def known_encoding(label: str) -> str | None:
    """The encoding a label means, in the name we show; None for one we do not know."""
    name = label.strip().lower()
    if name in _ALIASES:
        return _ALIASES[name]
    try:
        info = codecs.lookup(name)
        "a".encode(name)  # refuses `rot13`, `zlib` and the like, which are no encodings of text
    except (LookupError, ValueError):
        return None
    if info.name in _NOT_FOR_FILES:
        return None
    if info.name.startswith("cp125"):
        return f"windows-{info.name[2:]}"
    return _ALIASES.get(info.name.replace("_", "-"), info.name.replace("_", "-"))


def _declared(data: bytes, markup: bool, declared: str | None) -> Iterator[str]:
    if declared and (encoding := known_encoding(declared)):
        yield encoding
    head = data[:_HEAD]
    if markup:
        xml = _XML.match(head)
        end = _META_END.search(head)
        found = [xml[1]] if xml else []
        found += _CHARSET.findall(head, 0, end.start() if end else len(head))
    else:
        head = head[:1024]
        found = _EDITOR.findall(head) if b"coding" in head or b"charset" in head else []
    for label in found[:8]:
        if encoding := known_encoding(label.decode("ascii")):
            yield encoding


def _ascii(data: bytes, markup: bool, declared: str | None, problems: tuple[Problem, ...]) -> DecodedText:
    if b"\x00" in data and (wide := _without_bom(data)):
        return _finish(*_lenient(data, wide, True), wide)
    if b"\x1b$" in data or b"~{" in data:
        for encoding in _declared(data, markup, declared):
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
        if rival and len(text) < 20_000 and not _WIDE_CHARACTER.search(text):
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
    broken, whole = text.count("\ufffd"), len(_WIDE_CHARACTER.findall(text[:200_000]))
    if broken * 20 < whole:
        return text, "utf-8", found
    for label in labels:
        if label in _EAST_ASIAN:
            text, found = _lenient(data, label, cut)
            if text.count("\ufffd") * 50 < len(text):
                return text, label, found
    encoding = guess_encoding(data)
    text, found = _lenient(data, encoding, cut)
    return text, encoding, (_guessed(encoding), *found)


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
