# SPDX-License-Identifier: MIT
"""The fonts of the window: the system's face at four sizes, with the Han glyphs of each language."""

from __future__ import annotations

import re
import sys
from enum import Enum
from functools import cache

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

_TABULAR = QFont.Tag("tnum")
_PROPORTIONAL = QFont.Tag("pwid")
_FULL_WIDTH = (QLocale.Language.Chinese, QLocale.Language.Japanese, QLocale.Language.Korean)

# Where no desktop names a font, fontconfig answers with DejaVu, made for terminals of old.
_NAMELESS = frozenset({"sans serif", "sans-serif", "sans", ""})
_LAST_RESORTS = frozenset({"dejavu sans", "bitstream vera sans", "sans serif"})
_CALM_FACES = ("Inter", "Noto Sans", "Cantarell", "Source Sans 3", "Open Sans", "Noto Sans CJK SC")

_ORDINARY_UNTIL = 15  # pixels
_LARGEST_SCALE = 3.0
_FONT_SIZE = re.compile(r"font-size: (\d+)px")

_HAN_FACES = {
    "darwin": {
        "zh-Hans": ("PingFang SC",),
        "zh-Hant": ("PingFang TC",),
        "zh-HK": ("PingFang HK",),
        "ja": ("Hiragino Sans",),
        "ko": ("Apple SD Gothic Neo",),
    },
    "win32": {
        "zh-Hans": ("Microsoft YaHei UI",),
        "zh-Hant": ("Microsoft JhengHei UI",),
        "zh-HK": ("Microsoft JhengHei UI",),
        "ja": ("Yu Gothic UI", "Meiryo UI"),
        "ko": ("Malgun Gothic",),
    },
    "linux": {
        "zh-Hans": ("Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC"),
        "zh-Hant": ("Noto Sans CJK TC", "Source Han Sans TC", "Noto Sans TC"),
        "zh-HK": ("Noto Sans CJK HK", "Source Han Sans HC", "Noto Sans HK"),
        "ja": ("Noto Sans CJK JP", "Source Han Sans", "Noto Sans JP"),
        "ko": ("Noto Sans CJK KR", "Source Han Sans K", "Noto Sans KR"),
    },
}


class TextRole(Enum):
    """What a piece of text in a row is; sizes in pixels, weights as in CSS."""

    CAPTION = (11, 400)
    ROW = (13, 400)
    ROW_STRONG = (13, 600)
    TITLE = (15, 500)
    TITLE_SOFT = (15, 400)
    TITLE_STRONG = (15, 600)

    def __init__(self, pixels: int, weight: int) -> None:
        self.pixels = pixels
        self.weight = weight


class InterfaceType:
    """The fonts of the window, made once for each role and language; `scale` enlarges them all."""

    def __init__(self, base: QFont, scale: float = 1.0) -> None:
        self._base = QFont(base)
        self._base.setFeature(_TABULAR, 1)
        # A generic name is no family to Qt once others stand beside it.
        generic = base.family().lower() in _NAMELESS
        self._families = [QFontInfo(base).family()] if generic else base.families()
        self._scale = scale
        self._fonts: dict[tuple[TextRole, str], QFont] = {}

    def font(self, role: TextRole, lang: str | None = None) -> QFont:
        """The font of `role` for text in `lang` (BCP 47)."""
        key = (role, han_language(lang))
        font = self._fonts.get(key)
        if font is None:
            font = self._fonts[key] = self._make(*key)
        return font

    def pixels(self, length: int) -> int:
        """A length that grows with the text."""
        return round(length * self._scale)

    def _make(self, role: TextRole, language: str) -> QFont:
        font = QFont(self._base)
        font.setPixelSize(max(11, self.pixels(role.pixels)))
        font.setWeight(QFont.Weight(role.weight))
        font.setFamilies([*self._families, *_han_faces(language)])
        return font


def han_language(lang: str | None) -> str:
    """Which of the five ways of drawing Han characters a language uses; simplified Chinese by default."""
    parts = (lang or "").replace("_", "-").lower().split("-")
    if parts[0] in ("ja", "ko"):
        return parts[0]
    if parts[0] == "zh" and ("hk" in parts or "mo" in parts):
        return "zh-HK"
    if parts[0] == "zh" and ("hant" in parts or "tw" in parts):
        return "zh-Hant"
    return "zh-Hans"


def text_scale(font: QFont) -> float:
    """How much larger than usual the desktop wants text; 1 up to eleven points."""
    pixels = QFontInfo(font).pixelSize()
    return 1.0 if pixels <= _ORDINARY_UNTIL else min(_LARGEST_SCALE, pixels / TextRole.ROW.pixels)


def enlarged(sheet: str, scale: float) -> str:
    """A style sheet with every size of text multiplied."""
    if scale == 1.0:
        return sheet
    return _FONT_SIZE.sub(lambda found: f"font-size: {round(int(found[1]) * scale)}px", sheet)


def interface_font(system: QFont) -> QFont:
    """The system's font; where no desktop names one, a calm face at 13 pixels."""
    font = QFont(system)
    if system.family().lower() not in _NAMELESS:
        return font
    font.setPixelSize(13)
    if QFontInfo(system).family().lower() in _LAST_RESORTS:
        known = [family for family in _CALM_FACES if QFontDatabase.hasFamily(family)]
        font.setFamilies([*known[:1], *system.families()])
        if known[:1] == ["Noto Sans CJK SC"] and QLocale().language() not in _FULL_WIDTH:
            font.setFeature(_PROPORTIONAL, 1)  # else an apostrophe is as wide as a Han character
    return font


def with_han_faces(font: QFont) -> QFont:
    """A font with Han faces named behind it, so that characters and punctuation are of the right language."""
    whole = QFont(font)
    generic = font.family().lower() in _NAMELESS  # no family to Qt once others stand beside it
    families = [QFontInfo(font).family()] if generic else font.families()
    whole.setFamilies([*families, *_han_faces(han_language(QLocale().name()))])
    return whole


@cache
def _han_faces(language: str) -> tuple[str, ...]:
    """Those installed; asking for others sends Qt through every font there is."""
    faces = _HAN_FACES.get(sys.platform, _HAN_FACES["linux"])[language]
    return tuple(family for family in faces if QFontDatabase.hasFamily(family))
