# SPDX-License-Identifier: MIT
"""Keeps PySide6 6.12 from crashing on Python 3.11: None must never be freed.

Its functions that return nothing give back a None they do not own. Python 3.12 and later never free None;
3.11 ends with "deallocating None" after some thousand calls, within minutes of scrolling.
"""

from __future__ import annotations

import sys

_NEVER_USED_UP = sys.maxsize // 4


def make_none_immortal() -> None:
    """Give None more references than any session takes away, as Python 3.12 does by itself."""
    needed = sys.version_info < (3, 12) and sys.implementation.name == "cpython"
    if not needed or hasattr(sys, "getobjects") or sys.getrefcount(None) >= _NEVER_USED_UP // 2:
        return
    import ctypes

    references = ctypes.c_ssize_t.from_address(id(None))  # the first field of every object in these builds
    if abs(references.value - sys.getrefcount(None)) < 16:
        references.value += _NEVER_USED_UP
