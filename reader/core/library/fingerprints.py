# SPDX-License-Identifier: MIT
"""Tells near-identical texts by MinHash sketches, and one page saved twice by its address."""

from __future__ import annotations

import re
import struct
import unicodedata
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from math import ceil
from typing import NamedTuple
from urllib.parse import urlsplit
from zlib import crc32

SHINGLE = 6
"""Characters of one shingle, letters and digits alone."""
KEPT = 32
"""Smallest hashes kept of a text (Broder, "On the resemblance and containment of documents", 1997)."""
LEAST_CHARACTERS = 60
"""Shorter texts say too little to be told from each other."""
MOST_CHARACTERS = 12_000
ALIKE = 0.75
"""Share of common shingles from which on two texts are versions of one."""
_RANKS = 3
"""Shingles count by the letter before them; most texts have enough of the first rank."""
_NEXT_LETTER = r"[\W_]{0,9}[^\W_]"
_NO_LETTERS = re.compile(r"[\W_]+")
_BITS = tuple(1 << lowest for lowest in range(0x100))
_NO_ASCII_LETTERS = bytes(code for code in range(1, 0x80) if not chr(code).isalnum())
_BETWEEN = "\0"  # two shingles
_END = "\ua66e"  # the same where only letters are left: one of no language
_SLOT = (1 << 20) - 1
_CROWD = 60  # articles that share a hash: a phrase of a site, not a sign
_TRACKING = ("utm_", "spm", "from=", "fbclid=", "gclid=", "share_token=")


class Fingerprint(NamedTuple):
    """What is kept of one article to find its copies."""

    id: int
    address: str
    sketch: bytes


def sketch(text: str) -> bytes:
    """The smallest hashes of a text's shingles; empty for one that is too short."""
    text = text[:MOST_CHARACTERS].replace(_BETWEEN, " ")
    if len(text) < 4 * LEAST_CHARACTERS and len(_NO_LETTERS.sub("", text)) < LEAST_CHARACTERS:
        return b""
    numbers = set[int]()
    for rank in range(_RANKS):
        numbers |= _numbered(_shingles(rank).findall(text), rank)
        if len(numbers) >= KEPT:
            break
    smallest = sorted(numbers)[:KEPT]
    return struct.pack(f"<{len(smallest)}I", *smallest)


def _numbered(shingles: Sequence[str], rank: int) -> set[int]:
    """The hashes of shingles; all of one rank are smaller than those of the next."""
    hashes = map(crc32, _letters(shingles) - {b""})
    # A linear code puts like beside like; a multiplication scatters them.
    return {(each * 2_654_435_761 & 0xFFFFFFFF) >> 2 | rank << 30 for each in hashes}


def _letters(shingles: Sequence[str]) -> set[bytes]:
    """The letters of each shingle, as they are compared: neither case nor width makes a difference."""
    joined = _BETWEEN.join(shingles)
    if joined.isascii():
        return {*joined.lower().encode().translate(None, _NO_ASCII_LETTERS).split(_BETWEEN.encode())}
    letters = _NO_LETTERS.sub("", joined.replace(_BETWEEN, _END))
    if not unicodedata.is_normalized("NFKC", letters):
        letters = _NO_LETTERS.sub("", unicodedata.normalize("NFKC", letters))
    return {*letters.casefold().encode("utf-8", "replace").split(_END.encode())}


@cache
def _shingles(rank: int) -> re.Pattern[str]:
    """Finds the shingles that follow a letter of a rank, whatever stands between their letters."""
    ranks = [""] * _RANKS
    for letter in filter(str.isalnum, map(chr, range(0x10000))):
        ranks[_rank(ord(letter))] += letter
    return re.compile(f"[{ranks[rank]}](?=({_NEXT_LETTER * (SHINGLE - 1)}))")


def _rank(code: int) -> int:
    """Rare letters first; neither case nor width makes a difference."""
    if code % (32 if 0x3000 < code < 0xFF00 else 16) == 7:
        return 0
    return 1 if code % 8 == 7 else 2


def address(url: str | None) -> str:
    """An address as far as it names the page: no scheme, fragment, tracking or final slash."""
    if not url:
        return ""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return ""
    path = parts.path.rstrip("/")
    kept = [each for each in parts.query.split("&") if each and not each.startswith(_TRACKING)]
    if not host or (not path and not kept):
        return ""  # the front page of a site is the source of many articles
    return f"{host}{path}{'?' if kept else ''}{'&'.join(sorted(kept))}"


def alike(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two sketches are of nearly the same text."""
    common = one & other
    if len(common) < ALIKE * max(len(one), len(other)):  # most are told apart by this alone
        return False
    union = sorted(one | other)[:KEPT]
    return sum(each in common for each in union) >= ALIKE * len(union)


def likeness(one: bytes, other: bytes) -> float | None:
    """About how much of two texts is the same, from 0 to 1, by their sketches; None if one has none."""
    if not one or not other:
        return None
    first, second = _numbers(one), _numbers(other)
    union = sorted({*first, *second})[:KEPT]
    common = set(first) & set(second)
    both = sum(each in common for each in union) / len(union)
    return 2 * both / (1 + both)


def group(fingerprints: Iterable[Fingerprint]) -> list[list[int]]:
    """Groups of ids that are the same article, each sorted; the groups in the order of their first."""
    everything = list(fingerprints)
    parents = {each.id: each.id for each in everything}

    def top(identity: int) -> int:
        while parents[identity] != identity:
            parents[identity] = parents[parents[identity]]
            identity = parents[identity]
        return identity

    def join(one: int, other: int) -> None:
        first, second = sorted((top(one), top(other)))
        parents[second] = first

    _join_equal(((each.address, each.id) for each in everything), join)
    sketches = _join_equal(((each.sketch, each.id) for each in everything), join)
    for one, other in _near(sketches):
        join(one, other)
    groups: dict[int, list[int]] = defaultdict(list)
    for identity in sorted(parents):
        groups[top(identity)].append(identity)
    return [members for members in groups.values() if len(members) > 1]


def _join_equal(
    pairs: Iterable[tuple[str | bytes, int]], join: Callable[[int, int], None]
) -> dict[str | bytes, int]:
    """Joins ids of equal, non-empty values; the first id of each value."""
    first: dict[str | bytes, int] = {}
    for value, identity in pairs:
        if value:
            known = first.setdefault(value, identity)
            if known != identity:
                join(known, identity)
    return first


def _numbers(value: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(value) // 4}I", value)


def _near(sketches: Mapping[str | bytes, int]) -> Iterator[tuple[int, int]]:
    """Ids of nearly the same texts. Of two with so much in common, the rarest hashes meet, too."""
    known = [(value, identity) for value, identity in sketches.items() if isinstance(value, bytes)]
    common = _how_common(value for value, _ in known)
    doors = array("Q")
    for at, (value, _) in enumerate(known):
        numbers = sorted([common[each & _SLOT] << 32 | each for each in _numbers(value)])
        rare = numbers[: len(numbers) - ceil(ALIKE * len(numbers)) + 1]
        shared = [each for each in rare if each >> 33]  # counted twice at least
        doors.extend([(each & 0xFFFFFFFF) << 32 | at for each in shared])
    signs = [_sign(value) for value, _ in known]
    for _, behind in groupby(sorted(doors), lambda door: door >> 32):
        places = [door & 0xFFFFFFFF for door in behind]
        if not 1 < len(places) <= _CROWD:
            continue
        for one, other in _perhaps_near(places, signs):
            these, those = frozenset(_numbers(known[one][0])), frozenset(_numbers(known[other][0]))
            if len(these & those) >= ALIKE * len(these) and alike(these, those):
                yield known[one][1], known[other][1]


def _perhaps_near(places: Sequence[int], signs: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of places that signs do not tell apart: each bit more is a hash that one does not have."""
    there = [signs[place] for place in places]
    for at, sign in enumerate(there):
        most = sign.bit_count() + KEPT - ALIKE * KEPT
        for behind, other in enumerate(there[at + 1 :], at + 1):
            if (sign | other).bit_count() <= most:
                yield places[at], places[behind]


def _sign(sketch: bytes) -> int:
    """The hashes of a sketch as bits of one number, to be compared at once."""
    sign = 0
    for lowest in sketch[::4]:
        sign |= _BITS[lowest]
    return sign


def _how_common(sketches: Iterable[bytes]) -> bytearray:
    """About how many sketches hold a hash; a few share a slot."""
    common = bytearray(_SLOT + 1)
    for value in sketches:
        for each in _numbers(value):
            if common[each & _SLOT] < 0xFF:
                common[each & _SLOT] += 1
    return common
