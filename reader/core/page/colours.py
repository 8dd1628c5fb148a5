# SPDX-License-Identifier: MIT
"""Colours only a page needs: those of code and of call-outs, for each theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class PageColours:
    """Colour tokens as `#rrggbb`; each reads on the paper and on the ground of code."""

    blue: str
    green: str
    amber: str
    purple: str
    code_keyword: str
    code_string: str
    code_number: str
    code_name: str  # functions and classes
    code_builtin: str
    code_comment: str

    def css_variables(self) -> str:
        """The tokens as CSS custom properties."""
        return "".join(f"--{f.name.replace('_', '-')}:{getattr(self, f.name)};" for f in fields(self))


_LIGHT = PageColours(
    blue="#2460C8",
    green="#1F7A3D",
    amber="#8A5A00",
    purple="#7A3FB0",
    code_keyword="#8A2F8F",
    code_string="#2C6E32",
    code_number="#9A4A12",
    code_name="#1F5BB5",
    code_builtin="#0F6B78",
    code_comment="#6A6E74",
)
_SEPIA = PageColours(
    blue="#2F5D87",
    green="#3F6B24",
    amber="#855200",
    purple="#76427F",
    code_keyword="#83356F",
    code_string="#4C661C",
    code_number="#96420F",
    code_name="#2B5A8C",
    code_builtin="#22656A",
    code_comment="#6F604B",
)
_DARK = PageColours(
    blue="#7FAEFF",
    green="#7CC98F",
    amber="#E0B266",
    purple="#C7A3F0",
    code_keyword="#D19AE0",
    code_string="#9CCB8E",
    code_number="#E3A877",
    code_name="#82B4F5",
    code_builtin="#74C6CC",
    code_comment="#8B9098",
)
_BLACK = PageColours(
    blue="#74A3F0",
    green="#6FB783",
    amber="#CFA25A",
    purple="#B795DD",
    code_keyword="#C08BD0",
    code_string="#8DBB80",
    code_number="#D2986A",
    code_name="#77A6E6",
    code_builtin="#68B5BB",
    code_comment="#7F848C",
)

PAGE_COLOURS: Mapping[str, PageColours] = MappingProxyType(
    {"light": _LIGHT, "sepia": _SEPIA, "dark": _DARK, "black": _BLACK}
)
