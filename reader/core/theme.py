# SPDX-License-Identifier: MIT
"""The colours of each theme: one table for the window and for the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
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
