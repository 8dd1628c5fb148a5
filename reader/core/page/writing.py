# SPDX-License-Identifier: MIT
"""What a page must know of a language: its direction and its script."""

from __future__ import annotations

from typing import Literal

_RIGHT_TO_LEFT = frozenset(("ar", "fa", "he", "iw", "ur", "ps", "sd", "ug", "yi", "ckb", "dv", "syr", "arc"))
_EAST_ASIAN = frozenset(("zh", "ja", "yue", "wuu", "lzh"))


def direction(lang: str | None, rtl: bool | None = None) -> Literal["ltr", "rtl"]:
    """The direction of a text in `lang`, unless its file states one."""
    if rtl is None:
        tag = (lang or "").lower()
        rtl = tag.split("-")[0] in _RIGHT_TO_LEFT or "-arab" in tag or "-hebr" in tag
    return "rtl" if rtl else "ltr"


def script_family(lang: str | None, rtl: bool | None = None) -> Literal["east-asian", "rtl", "other"]:
    """The kind of script, as far as pages treat paragraphs differently."""
    if direction(lang, rtl) == "rtl":
        return "rtl"
    return "east-asian" if is_east_asian(lang) else "other"


def is_east_asian(lang: str | None) -> bool:
    """Whether a text is written in Han characters without spaces."""
    return (lang or "").lower().split("-")[0] in _EAST_ASIAN
