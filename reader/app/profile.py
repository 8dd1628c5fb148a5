# SPDX-License-Identifier: MIT
"""The name of a profile: what it may be, and the folder it stands for."""

from __future__ import annotations

import re
import unicodedata

MOST_LETTERS = 40
_NAME = re.compile(rf"[^\W_][\w-]{{0,{MOST_LETTERS - 1}}}")
_DEVICES = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")  # no folder can be called so on Windows


def profile_name(text: str) -> str:
    """The name as folders are called; ValueError says what a name may be.

    Capitals make no difference, as they make none on the disks of Windows and macOS.
    """
    name = unicodedata.normalize("NFC", text).lower()
    if _NAME.fullmatch(name) is None or _DEVICES.fullmatch(name):
        raise ValueError(f"a profile is named by up to {MOST_LETTERS} letters, digits, - and _")
    return name
