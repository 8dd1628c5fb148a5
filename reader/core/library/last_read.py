# SPDX-License-Identifier: MIT
"""Notes on disk which file is being read, so that one that ends the program does not do so for ever."""

from __future__ import annotations

import os
from pathlib import Path

MOST_TRIES = 2
"""After so many scans that ended while a file was read, it is left out."""


class LastRead:
    """The file beside the catalogue that names the article under way; gone when a scan ends in good order."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._before, self._tries = self._left_behind()
        self._handle: int | None = None

    def may_read(self, file: bytes) -> bool:
        """Whether to read `file`; if so, it is noted until the next one."""
        tries = self._tries + 1 if file == self._before else 1
        if tries > MOST_TRIES:
            return False
        if self._handle is None:
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
            self._handle = os.open(self._path, flags, 0o600)
        note = b"%d %s" % (tries, file)
        os.lseek(self._handle, 0, os.SEEK_SET)
        os.ftruncate(self._handle, os.write(self._handle, note))
        return True

    def end(self) -> None:
        """Forgets everything: the scan came to its end."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
        self._path.unlink(missing_ok=True)

    def _left_behind(self) -> tuple[bytes, int]:
        try:
            tries, _, file = self._path.read_bytes()[:8192].partition(b" ")
            return file, int(tries)
        except (OSError, ValueError):
            return b"", 0
