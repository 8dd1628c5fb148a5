# SPDX-License-Identifier: MIT
"""Encodings a file declares, by the names of the web."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

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
_NOT_FOR_FILES = frozenset(
    {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"}
)
_HEAD = 16 * 1024


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


def declared_encodings(data: bytes, markup: bool, declared: str | None) -> Iterator[str]:
    """All encodings a file declares, its sender's word first."""
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
