# SPDX-License-Identifier: MIT
"""Cuts text into folded tokens: single characters of scripts without spaces, words of all others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from reader.core.cleaning.scripts import sides_of
from reader.core.library.search.folding import fold

GAP = "|"
"""A token that is not indexed but keeps what stands on both sides of it from being neighbours."""
LONGEST_BYTES = 120
"""Longer tokens are data rather than words; no one searches for them."""

SPACELESS = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f"
    "\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
    "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3"
    "\u0e01-\u0eff\u1000-\u109f\u1780-\u17dd"
)
"""Chinese, Japanese, Korean, Thai, Lao, Burmese, Khmer: every character is a token."""

_JOINING = " \t-_/'\u2018\u2019\u00b7\u2010\u2011&@~*`=+#$%^.\\\u3000\u00a0\u2014\u2013"
"""What may stand between two words of one phrase, but not between two characters of one."""
_NAMED = "[cfjCFJ\uff23\uff26\uff2a\uff43\uff46\uff4a]"
_SYMBOL = re.compile(
    f"[+#\uff0b\uff03](?<={_NAMED}.)(?<!\\w{_NAMED}.)(?:(?<=[+\uff0b])[+\uff0b]|(?<=[#\uff03]))(?!\\w)"
)
"""The sign of C++, C# and their like; it begins with the sign itself, which is rare and so found fast."""
_SPOKEN = {"+": "plusplus", "#": "sharp"}
_SIGNS = "+#\uff0b\uff03"
_RUN = re.compile(f"[{SPACELESS}]{{2,}}")
_SPACELESS_ONE = re.compile(f"[{SPACELESS}]")
_SIDE = "\1"
"""Stands on both sides of a character without spaces, until blanks between two of them have become gaps."""
_STOP = "\2"
"""A full stop at the end of a piece: what follows says whether it ends a sentence."""
_APART = re.compile(f"{_SIDE} +{_SIDE}")


class _Spread(dict[int, str]):
    """What `str.translate` asks for each character; every answer is found once."""

    def __missing__(self, code: int) -> str:
        spread = self[code] = "".join(map(_spread_character, fold(chr(code))))
        return spread


class Cut(NamedTuple):
    """A text in tokens."""

    stream: str
    spaceless: str
    """What is not ASCII of it, folded: characters that are neighbours in the text are neighbours here."""


def cut(text: str) -> Cut:
    """All tokens in their order between spaces, with gaps where a sentence, a line or a name ends."""
    if any(sign in text for sign in _SIGNS):  # C++ and C#: the sign is part of the name
        text = _SYMBOL.sub(lambda found: _SPOKEN[fold(found[0][0])], text)
    text = text.replace("\0", "\n").replace("\uff0e", ".")
    if text.isascii():
        return Cut(_narrow(text), "")
    parts = [*sides_of(text)]  # the two sides apart, since ASCII is translated many times as fast
    foreign = _wide("\0".join([*parts[::2], ""]))
    parts[::2] = foreign.split("\0")[:-1]
    parts[1::2] = _narrow("\0".join([*parts[1::2], ""])).split("\0")[:-1]
    spread = "".join(parts)
    if _STOP in spread:
        spread = spread.replace(f"{_STOP} {GAP}", f" {GAP}").replace(f"{_STOP} ", f" {GAP} ")
        spread = spread.replace(_STOP + _SIDE, f" {GAP} {_SIDE}").replace(_STOP, " ")
    if _SIDE not in foreign:
        return Cut(spread, foreign)
    if f"{_SIDE} " in spread:
        spread = _APART.sub(f"{_SIDE} {GAP} {_SIDE}", spread)
    return Cut(spread.replace(_SIDE, " "), foreign.replace(_SIDE * 2, ""))


def stream(text: str) -> str:
    """The tokens of a text alone."""
    return cut(text).stream


def _narrow(text: str) -> str:
    """Pieces of ASCII in tokens; a full stop before a blank ends a sentence."""
    spread = text.translate(_plain()).replace(". ", "\n").replace(".\0", f"{_STOP}\0")
    return spread.replace(".", " ").replace("\n", f" {GAP} ")


def _wide(text: str) -> str:
    """Pieces of all other characters in tokens."""
    spread = text.translate(_table())
    if "." not in spread:
        return spread
    spread = spread.replace(f". {GAP}", f" {GAP}").replace(". ", f" {GAP} ")
    spread = spread.replace(f".{_SIDE}", f" {GAP} {_SIDE}")
    spread = spread.replace(".\0", f"{_STOP}\0")
    return spread.replace(".", " ")


def tokens(text: str) -> list[str]:
    """The tokens as a list."""
    return stream(text).split()


def runs(folded: str) -> list[str]:
    """Stretches of two and more characters without spaces."""
    return [] if folded.isascii() else _RUN.findall(folded)


def words(spread: str) -> set[str]:
    """The different words of a stream, without single characters."""
    return {token for token in set(spread.split()) if 1 < len(token) <= LONGEST_BYTES // 4}


def is_spaceless(token: str) -> bool:
    """Whether a token is a single character of a script without spaces."""
    return _SPACELESS_ONE.fullmatch(token) is not None


@cache
def _table() -> _Spread:
    return _Spread({0: "\0"})


@cache
def _plain() -> Mapping[int, str]:
    """One character for one, so that it is fast; a line break stands for every gap."""
    spread = {code: "".join(map(_spread_character, fold(chr(code)))) for code in range(1, 128)}
    return {0: "\0"} | {code: each if len(each) == 1 else "\n" for code, each in spread.items()}


def _spread_character(character: str) -> str:
    if _SPACELESS_ONE.match(character):
        return f"{_SIDE}{character}{_SIDE}"
    if character == ".":
        return character
    if character in _JOINING:
        return " "
    if unicodedata.category(character)[0] in "LNM":
        return character
    return f" {GAP} "
