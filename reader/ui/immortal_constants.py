# SPDX-License-Identifier: MIT
"""Keeps PySide6 6.12 from crashing on Python 3.11, where None, True and False can be used up.

Its functions that return nothing give back a None they do not own, and some give back such a bool. Python
3.12 and later never free these; 3.11 ends with "deallocating None" after some thousand calls, which is
minutes of scrolling.
"""

from __future__ import annotations

import sys

_NEVER_USED_UP = sys.maxsize // 4


def make_constants_immortal() -> None:
    """Give the constants more references than any session takes away, as Python 3.12 does by itself."""
    needed = sys.version_info < (3, 12) and sys.implementation.name == "cpython"
    if not needed or hasattr(sys, "getobjects"):  # a debug build keeps its count elsewhere
        return
    import ctypes

    for constant in (None, True, False, NotImplemented, Ellipsis):
        count = ctypes.c_ssize_t.from_address(id(constant))
        if count.value < _NEVER_USED_UP // 2:
            count.value += _NEVER_USED_UP
