# SPDX-License-Identifier: MIT
"""The five colours of highlights: their order, their names, and what they are in a theme."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.core.theme import Theme

COLOURS = ("yellow", "green", "blue", "pink", "purple")


def colour_of(theme: Theme, colour: str) -> str:
    """The ground of such a highlight as `#rrggbb`."""
    return str(getattr(theme, f"highlight_{colour}", theme.highlight_yellow))


def colour_name(colour: str) -> str:
    """What a person calls it."""
    translate = QCoreApplication.translate
    names = {
        "yellow": translate("HighlightColours", "Yellow"),
        "green": translate("HighlightColours", "Green"),
        "blue": translate("HighlightColours", "Blue"),
        "pink": translate("HighlightColours", "Pink"),
        "purple": translate("HighlightColours", "Purple"),
    }
    return names[colour]
