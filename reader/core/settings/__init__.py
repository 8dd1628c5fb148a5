# SPDX-License-Identifier: MIT
"""Preferences (TOML) and the reading state of this person (SQLite)."""

from reader.core.settings.chosen_folders import ChosenFolder
from reader.core.settings.options import OPTIONS, Choice, Measure, Number, Option, Switch
from reader.core.settings.preferences import Preferences
from reader.core.settings.reading_state import ReadingState, ReadingStates, ReadState

__all__ = [
    "OPTIONS",
    "Choice",
    "ChosenFolder",
    "Measure",
    "Number",
    "Option",
    "Preferences",
    "ReadState",
    "ReadingState",
    "ReadingStates",
    "Switch",
]
