# SPDX-License-Identifier: MIT
"""Preferences (TOML) and the reading state of this person (SQLite).

`ReadingStates`, `Highlights` and what belongs to them load when they are first asked for: the first page is
on screen before the reading state is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.core.settings.options import OPTIONS, Choice, Folder, Measure, Names, Number, Option, Switch, Text
from reader.core.settings.preferences import Preferences

if TYPE_CHECKING:
    from reader.core.settings.anchoring import Selector
    from reader.core.settings.chosen_folders import ChosenFolder
    from reader.core.settings.highlights import Highlight, Highlights
    from reader.core.settings.identity import FoundArticle, Recognition
    from reader.core.settings.reading_state import ReadingPosition, ReadingState, ReadState
    from reader.core.settings.reading_states import ReadingStates
    from reader.core.settings.smart_lists import SmartList, SmartLists

__all__ = [
    "OPTIONS",
    "Choice",
    "ChosenFolder",
    "Folder",
    "FoundArticle",
    "Highlight",
    "Highlights",
    "Measure",
    "Names",
    "Number",
    "Option",
    "Preferences",
    "ReadState",
    "ReadingPosition",
    "ReadingState",
    "ReadingStates",
    "Recognition",
    "Selector",
    "SmartList",
    "SmartLists",
    "Switch",
    "Text",
]

_LATER = {
    "ChosenFolder": "chosen_folders",
    "FoundArticle": "identity",
    "Highlight": "highlights",
    "Highlights": "highlights",
    "ReadingStates": "reading_states",
    "ReadState": "reading_state",
    "ReadingPosition": "reading_state",
    "ReadingState": "reading_state",
    "Recognition": "identity",
    "Selector": "anchoring",
    "SmartList": "smart_lists",
    "SmartLists": "smart_lists",
}


def __getattr__(name: str) -> object:
    """Loads the module of a name at its first use."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
