# SPDX-License-Identifier: MIT
"""The colours of each theme: one table for the window and for the page."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Theme:
    """Colour tokens as `#rrggbb`; text on every ground reaches 4.5 : 1."""

    name: str
    is_dark: bool
    paper: str  # ground of the page
    panel: str  # ground of the library panel
    list: str  # ground of the article list, between the two
    ink: str
    ink_soft: str
    ink_faint: str
    rule: str
    code: str  # ground of code
    hover: str
    accent: str
    accent_ink: str  # text on accent
    selection: str  # ground of selected rows and text
    danger: str
    highlight_yellow: str
    highlight_green: str
    highlight_blue: str
    highlight_pink: str
    highlight_purple: str

    def css_variables(self) -> str:
        """The tokens as CSS custom properties: `--paper:#fff;--ink-soft:…`."""
        tokens = (f.name for f in fields(self) if f.name not in ("name", "is_dark"))
        return "".join(f"--{name.replace('_', '-')}:{getattr(self, name)};" for name in tokens)


_LIGHT = Theme(
    name="light",
    is_dark=False,
    paper="#FFFFFF",
    panel="#F4F4F2",
    list="#FAFAF9",
    ink="#1D1D1F",
    ink_soft="#585C61",
    ink_faint="#65696E",
    rule="#E6E6E3",
    code="#F5F5F3",
    hover="#EFEFEC",
    accent="#2460C8",
    accent_ink="#FFFFFF",
    selection="#E1EAFB",
    danger="#B3261E",
    highlight_yellow="#FFF0A8",
    highlight_green="#CDEFC9",
    highlight_blue="#CBE3FB",
    highlight_pink="#FBD3E0",
    highlight_purple="#E2D6F8",
)
_SEPIA = Theme(
    name="sepia",
    is_dark=False,
    paper="#F8F1E3",
    panel="#EFE6D3",
    list="#F4ECDB",
    ink="#3A2F22",
    ink_soft="#655743",
    ink_faint="#6B5D49",
    rule="#E2D6BF",
    code="#F1E8D5",
    hover="#EBE1CC",
    accent="#8A4F15",
    accent_ink="#FFFFFF",
    selection="#EEDDBD",
    danger="#9C2B1B",
    highlight_yellow="#F6DF8E",
    highlight_green="#CFE0AE",
    highlight_blue="#C6DAE0",
    highlight_pink="#F0C8BF",
    highlight_purple="#DBCBDD",
)
_DARK = Theme(
    name="dark",
    is_dark=True,
    paper="#1C1D20",
    panel="#16171A",
    list="#191A1D",
    ink="#DCDDE0",
    ink_soft="#A9ADB4",
    ink_faint="#989CA3",
    rule="#2C2E33",
    code="#242529",
    hover="#23252A",
    accent="#7FAEFF",
    accent_ink="#10131A",
    selection="#263450",
    danger="#FF8A80",
    highlight_yellow="#5A4E16",
    highlight_green="#27492A",
    highlight_blue="#1F4361",
    highlight_pink="#5A2B3E",
    highlight_purple="#43345F",
)
_BLACK = Theme(
    name="black",
    is_dark=True,
    paper="#000000",
    panel="#0B0B0C",
    list="#060607",
    ink="#C9CBD0",
    ink_soft="#969BA3",
    ink_faint="#888D95",
    rule="#1D1E21",
    code="#101113",
    hover="#151619",
    accent="#7FAEFF",
    accent_ink="#10131A",
    selection="#18243B",
    danger="#FF8A80",
    highlight_yellow="#4A4010",
    highlight_green="#1E3B21",
    highlight_blue="#183650",
    highlight_pink="#4A2232",
    highlight_purple="#372A4F",
)

THEMES: Mapping[str, Theme] = MappingProxyType({t.name: t for t in (_LIGHT, _SEPIA, _DARK, _BLACK)})

_READABLE = 4.5
_GROUNDS = ("paper", "panel", "list", "code", "hover")
_TEXTS = ("ink", "ink_soft", "ink_faint", "danger")
_ON_ACCENT = ("#FFFFFF", "#10131A")
_STEPS = 100  # of lightness


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def with_accent(theme: Theme, wanted: str) -> Theme:
    """A theme with the desktop's accent in place of its own, lighter or darker where it would not read.

    Where no lightness of that colour reads on every ground, or `wanted` is no colour, the theme as it is.
    """
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", wanted):
        return theme
    for accent in _nearest_first(wanted):
        selection = _selection(theme, accent)
        ink = next((ink for ink in _ON_ACCENT if contrast(ink, accent) >= _READABLE), None)
        if selection is not None and ink is not None and _reads(accent, _tokens(theme, _GROUNDS)):
            return replace(theme, accent=accent, accent_ink=ink, selection=selection)
    return theme


def _nearest_first(wanted: str) -> Iterable[str]:
    """The colour itself, then the same hue ever lighter and darker."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(wanted))
    yield wanted.upper()
    for step in range(1, _STEPS):
        for other in (lightness - step / _STEPS, lightness + step / _STEPS):
            if 0.02 < other < 0.98:
                yield _written(colorsys.hls_to_rgb(hue, other, saturation))


def _selection(theme: Theme, accent: str) -> str | None:
    """A ground for what is selected: as much of the accent as all texts bear."""
    strongest = 30 if theme.is_dark else 16
    for percent in range(strongest, 5, -2):
        pairs = zip(_channels(accent), _channels(theme.paper), strict=True)
        ground = _written(tuple((top * percent + below * (100 - percent)) / 100 for top, below in pairs))
        if all(contrast(text, ground) >= _READABLE for text in (*_tokens(theme, _TEXTS), accent)):
            return ground
    return None


def _tokens(theme: Theme, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(str(getattr(theme, name)) for name in names)


def _reads(text: str, grounds: Iterable[str]) -> bool:
    return all(contrast(text, ground) >= _READABLE for ground in grounds)


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _written(channels: Iterable[float]) -> str:
    return "#" + "".join(f"{round(255 * min(1.0, max(0.0, channel))):02X}" for channel in channels)


def _luminance(colour: str) -> float:
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour))
    return sum(share * channel for share, channel in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
