# SPDX-License-Identifier: MIT
"""Whose turn it is to write catalogue and search index: one process at a time, the others wait.

The lock goes with the process that holds it, however that ends. The file stays where it is.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

LOOK_SECONDS = 0.1
"""Between two tries."""
PATIENCE_SECONDS = 0.3
"""Others that write for a moment are not worth a word."""


@contextmanager
def writing_turn(file: Path, waiting: Callable[[], object], cancelled: Callable[[], bool]) -> Generator[bool]:
    """Waits until nobody else writes; False if that was cancelled. `waiting` is called once, if at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        began, told = time.monotonic(), False
        while not (mine := _take(handle)) and not cancelled():
            if not told and time.monotonic() - began > PATIENCE_SECONDS:
                told = True
                waiting()
            time.sleep(LOOK_SECONDS)
        yield mine
    finally:
        os.close(handle)


if sys.platform == "win32":

    def _take(handle: int) -> bool:
        import msvcrt

        os.lseek(handle, 0, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:

    def _take(handle: int) -> bool:
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # a file system without locks: SQLite's own have to do
        return True
