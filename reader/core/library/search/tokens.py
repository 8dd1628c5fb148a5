# SPDX-License-Identifier: MIT
"""Cuts folded text into tokens: single characters of scripts without spaces, words of all others."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

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
_SYMBOL = re.compile(r"\b([cfj])(\+\+|#)(?!\w)")
_SPOKEN = {"++": "plusplus", "#": "sharp"}
_APART = re.compile(f"[{re.escape(_JOINING)}](?<=[{SPACELESS}].)[{re.escape(_JOINING)}]*(?=[{SPACELESS}])")
_RUN = re.compile(f"[{SPACELESS}]{{2,}}")
_SPACELESS_ONE = re.compile(f"[{SPACELESS}]")


class _Spread(dict[int, str]):
    """What `str.translate` asks for each character; every answer is found once."""

    def __missing__(self, code: int) -> str:
        spread = self[code] = _spread_character(chr(code))
        return spread


def stream(folded: str) -> str:
    """All tokens in their order between spaces, with gaps where a sentence, a line or a name ends."""
    if "+" in folded or "#" in folded:  # C++ and C#: the sign is part of the name
        folded = _SYMBOL.sub(lambda found: found[1] + _SPOKEN[found[2]], folded)
    if not folded.isascii():
        folded = _APART.sub(GAP, folded)
    spread = folded.translate(_table())
    return spread.replace(". ", f" {GAP} ").replace(".", " ")


def tokens(folded: str) -> list[str]:
    """The tokens as a list."""
    return stream(folded).split()


def runs(folded: str) -> list[str]:
    """Stretches of two and more characters without spaces, whose pairs are indexed too."""
    return [] if folded.isascii() else _RUN.findall(folded)


def words(spread: str) -> set[str]:
    """The different words of a stream, without single characters."""
    return {token for token in set(spread.split()) if 1 < len(token) <= LONGEST_BYTES // 4}


def is_spaceless(token: str) -> bool:
    """Whether a token is a single character of a script without spaces."""
    return _SPACELESS_ONE.fullmatch(token) is not None


@cache
def _table() -> _Spread:
    return _Spread()


def _spread_character(character: str) -> str:
    if _SPACELESS_ONE.match(character):
        return f" {character} "
    if character == ".":
        return character
    if character in _JOINING:
        return " "
    if unicodedata.category(character)[0] in "LNM":
        return character
    return f" {GAP} "
