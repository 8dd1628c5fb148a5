# SPDX-License-Identifier: MIT
"""The accent colour that Windows and macOS keep for all programs."""

from __future__ import annotations

import plistlib
import sys
from pathlib import Path
from typing import Any

# https://developer.apple.com/documentation/appkit/nscolor/controlaccentcolor: what is kept is a number.
_OF_MACOS = {
    -1: "#8C8C8C",
    0: "#FF5257",
    1: "#F7821B",
    2: "#FFC600",
    3: "#62BA46",
    4: "#007AFF",
    5: "#A550A7",
    6: "#F74F9E",
}
_PREFERENCES = Path("Library", "Preferences", ".GlobalPreferences.plist")


def system_accent() -> str:
    """The accent in force, as `#rrggbb`; empty where the system says none."""
    if sys.platform == "win32":
        return from_windows(_windows_number())
    if sys.platform == "darwin":
        return from_macos(Path.home() / _PREFERENCES)
    return ""


def from_windows(number: int | None) -> str:
    """Windows writes a colour as one number: opacity, blue, green, red."""
    if number is None or not 0 <= number <= 0xFFFFFFFF:
        return ""
    red, green, blue = number & 0xFF, number >> 8 & 0xFF, number >> 16 & 0xFF
    return f"#{red:02X}{green:02X}{blue:02X}"


def from_macos(preferences: Path) -> str:
    """Nothing is kept for the usual choice, which lets each program show its own."""
    try:
        with preferences.open("rb") as file:
            kept = plistlib.load(file)
    except (OSError, ValueError, plistlib.InvalidFileException):
        return ""
    chosen = kept.get("AppleAccentColor") if isinstance(kept, dict) else None
    return _OF_MACOS.get(chosen, "") if isinstance(chosen, int) else ""


def _windows_number() -> int | None:
    registry: Any = __import__("winreg")  # known to type checkers on Windows alone
    try:
        with registry.OpenKey(registry.HKEY_CURRENT_USER, r"Software\Microsoft\Windows\DWM") as key:
            number, _kind = registry.QueryValueEx(key, "AccentColor")
    except OSError:
        return None
    return number if isinstance(number, int) else None
