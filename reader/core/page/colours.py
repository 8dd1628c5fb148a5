# SPDX-License-Identifier: MIT
"""Colours only a page needs: those of code and of call-outs, for each theme."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

PAGE_COLOURS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "light": MappingProxyType(
            {
                "blue": "#2460C8",
                "green": "#1F7A3D",
                "amber": "#8A5A00",
                "purple": "#7A3FB0",
                "code-keyword": "#8A2F8F",
                "code-string": "#2C6E32",
                "code-number": "#9A4A12",
                "code-name": "#1F5BB5",  # functions and classes
                "code-builtin": "#0F6B78",
                "code-comment": "#6A6E74",
            }
        ),
        "sepia": MappingProxyType(
            {
                "blue": "#2F5D87",
                "green": "#3F6B24",
                "amber": "#855200",
                "purple": "#76427F",
                "code-keyword": "#83356F",
                "code-string": "#4C661C",
                "code-number": "#96420F",
                "code-name": "#2B5A8C",
                "code-builtin": "#22656A",
                "code-comment": "#6F604B",
            }
        ),
        "dark": MappingProxyType(
            {
                "blue": "#7FAEFF",
                "green": "#7CC98F",
                "amber": "#E0B266",
                "purple": "#C7A3F0",
                "code-keyword": "#D19AE0",
                "code-string": "#9CCB8E",
                "code-number": "#E3A877",
                "code-name": "#82B4F5",
                "code-builtin": "#74C6CC",
                "code-comment": "#8B9098",
            }
        ),
        "black": MappingProxyType(
            {
                "blue": "#74A3F0",
                "green": "#6FB783",
                "amber": "#CFA25A",
                "purple": "#B795DD",
                "code-keyword": "#C08BD0",
                "code-string": "#8DBB80",
                "code-number": "#D2986A",
                "code-name": "#77A6E6",
                "code-builtin": "#68B5BB",
                "code-comment": "#7F848C",
            }
        ),
    }
)
"""By theme, then by token, as `#rrggbb`: each reads on the paper, and those of code on the ground of code."""
