# SPDX-License-Identifier: MIT
"""The likeliest encoding of bytes that neither are UTF-8 nor say what they are."""

from __future__ import annotations

import re

_SAMPLE = 64 * 1024
_HIGH = re.compile(rb"[\x80-\xff]+")
_GB_COMMON = re.compile(rb"[\xb0-\xd7][\xa1-\xfe]")
_GB_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
_BIG5_COMMON = re.compile(rb"[\xa4-\xc6][\x40-\x7e\xa1-\xfe]")
_BIG5_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\xa1-\xfe]")
_SJIS_KANA = re.compile(rb"\x82[\x9f-\xf1]|\x83[\x40-\x96]|\x81[\x41\x42\x5b\x75\x76]")
_SJIS_PAIR = re.compile(rb"[\x81-\x9f\xe0-\xfc][\x40-\x7e\x80-\xfc]")
_EUC_JP_KANA = re.compile(rb"\xa4[\xa1-\xf3]|\xa5[\xa1-\xf6]|\xa1[\xa2\xa3]")
_EUC_PAIR = re.compile(rb"[\xa1-\xfe][\xa1-\xfe]")
_HANGUL = re.compile(rb"[\xb0-\xc8][\xa1-\xfe]")
# The six bytes seen most in lower-case running text of each.
_FREQUENT = {
    "windows-1251": b"\xee\xe5\xe0\xe8\xed\xf2",
    "koi8-r": b"\xcf\xc5\xc1\xc9\xce\xd4",
    "windows-1253": b"\xe1\xef\xe9\xf4\xe5\xed",
    "windows-1255": b"\xe9\xe5\xe4\xec\xe0\xf8",
    "windows-1256": b"\xc7\xe1\xed\xe3\xe6\xd1",
    "windows-874": b"\xd2\xb9\xc3\xcd\xa1\xe0",
}
_CENTRAL = re.compile(
    rb"[A-Za-z][\xb3\xb9\xbe\xb6\xbc\xbf\x9c\x9f\x9a\x9e\xec\xf8\xe8\xef\xf9]+[a-z]|[a-z][\xb3\xea\xb9\xec\xf9]"
)


def guess_encoding(data: bytes) -> str:
    """The encoding whose common characters the bytes show most; windows-1252 where nothing tells."""
    sample = data[:_SAMPLE]
    runs = _HIGH.findall(sample)
    high = sum(map(len, runs))
    if not high:
        return "windows-1252"
    best, score = _east_asian(sample)
    # Western text has single accented letters between plain ones; East Asian text comes in pairs.
    lone = sum(len(run) == 1 for run in runs)
    if score > 0.5 and lone * 2 < len(runs):
        return best
    single, share = _single_byte(b"".join(runs))
    letters = len(re.findall(rb"[A-Za-z]", sample))
    if share > 0.35 and high > letters:
        return single
    if score > 0.5 and high > letters:
        return best
    central, western = (
        len(_CENTRAL.findall(sample)),
        len(re.findall(rb"[\xe0\xe4\xe7\xe9\xfc\xdf\xf1\xf6\xe5]", sample)),
    )
    return "windows-1250" if central * 2 > western and central else "windows-1252"


def _east_asian(sample: bytes) -> tuple[str, float]:
    scores = {
        "gb18030": _share(sample, _GB_COMMON, _GB_PAIR, "gb18030"),
        "big5": _share(sample, _BIG5_COMMON, _BIG5_PAIR, "cp950"),
        "shift_jis": _share(sample, _SJIS_KANA, _SJIS_PAIR, "cp932") * 1.6,
        "euc-jp": _share(sample, _EUC_JP_KANA, _EUC_PAIR, "euc_jp") * 1.7,
        "euc-kr": _korean(sample),
    }
    best = max(scores, key=lambda name: scores[name])
    return best, scores[best]


def _share(sample: bytes, common: re.Pattern[bytes], pair: re.Pattern[bytes], codec: str) -> float:
    """The share of common characters among all two-byte ones, halved for what does not decode."""
    pairs = pair.findall(sample)
    if not pairs:
        return 0.0
    found = sum(1 for item in pairs if common.fullmatch(item))
    broken = sample.decode(codec, "replace").count("\ufffd")
    return found / len(pairs) * max(0.0, 1 - broken * 4 / len(pairs))


def _korean(sample: bytes) -> float:
    """Hangul stands in B0–C8 alone, where Chinese would go on to D7."""
    pairs = _EUC_PAIR.findall(sample)
    if not pairs:
        return 0.0
    hangul = sum(1 for item in pairs if _HANGUL.fullmatch(item))
    beyond = sum(1 for item in pairs if item[0] > 0xC8)
    share = _share(sample, _HANGUL, _EUC_PAIR, "cp949")
    return share * 1.3 if hangul and beyond < hangul * 0.08 else share * 0.3


def _single_byte(high: bytes) -> tuple[str, float]:
    shares = {
        name: sum(map(high.count, (bytes([one]) for one in top))) / len(high)
        for name, top in _FREQUENT.items()
    }
    best = max(shares, key=lambda name: shares[name])
    return best, shares[best]
