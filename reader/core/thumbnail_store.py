# SPDX-License-Identifier: MIT
"""Covers made small before, kept in the cache so that no large picture is decoded twice.

One file for each picture and size, named by both and by the state of the picture's file: another picture
under the same name has another thumbnail. An empty file stands for a picture that cannot be shown.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from reader.core.kept_files import prune_oldest, write_whole

MOST_BYTES = 64 << 20
"""Of all thumbnails: about ten thousand."""
LARGEST = 1 << 20
"""Of one; what is larger is none of ours."""
_SWEEP_BYTES = 4 << 20  # written between two looks at the whole
_FORM = 1  # of what is kept; another number makes everything anew


class ThumbnailStore:
    """The thumbnails of one folder; for one thread at a time."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self._folder, self._most_bytes = folder, most_bytes
        self._unswept = _SWEEP_BYTES  # so that the first write looks at what is there

    def load(self, picture: Path, side: int) -> bytes | None:
        """The thumbnail of a picture file; empty if it cannot be shown, None if there is none yet."""
        try:
            with self._file(picture, side).open("rb") as file:
                return file.read(LARGEST)
        except (OSError, ValueError):
            return None

    def save(self, picture: Path, side: int, thumbnail: bytes) -> None:
        """Keep a thumbnail, or with nothing that there can be none."""
        try:
            target = self._file(picture, side)
        except (OSError, ValueError):
            return  # the picture has just gone
        if len(thumbnail) > LARGEST or not write_whole(target, [thumbnail]):
            return
        self._unswept += len(thumbnail)
        if self._unswept > _SWEEP_BYTES:
            self._unswept = 0
            prune_oldest(self._folder, self._most_bytes)

    def _file(self, picture: Path, side: int) -> Path:
        found = picture.stat()
        state = f"\0{_FORM} {side} {found.st_size} {found.st_mtime_ns} {found.st_ino}"
        path = os.fsencode(os.path.abspath(picture))
        name = hashlib.blake2b(path + state.encode(), digest_size=16).hexdigest()
        return self._folder / name
