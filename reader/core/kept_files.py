# SPDX-License-Identifier: MIT
"""A folder of the cache whose files may go at any time: written whole, and never more than so many bytes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def write_whole(target: Path, parts: Iterable[bytes]) -> bool:
    """Puts a file in place at once, or not at all, as where the disk is full."""
    import tempfile

    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=target.parent)
    except OSError:
        return False
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(parts)
        Path(name).replace(target)
    except OSError:
        Path(name).unlink(missing_ok=True)
        return False
    return True


def prune_oldest(folder: Path, most_bytes: int) -> int:
    """Lets the files go that were written longest ago, until the rest fits; the bytes that are left."""
    try:
        with os.scandir(folder) as entries:
            files = [_described(entry) for entry in entries]
    except OSError:
        return 0
    total = sum(size for _, size, _ in files)
    for _, size, path in sorted(files):
        if total <= most_bytes:
            break
        try:
            Path(path).unlink(missing_ok=True)
        except OSError:
            continue  # in use by another process, on Windows
        total -= size
    return total


def _described(entry: os.DirEntry[str]) -> tuple[int, int, str]:
    try:
        found = entry.stat(follow_symlinks=False)
    except OSError:
        return 0, 0, entry.path
    return found.st_mtime_ns, found.st_size, entry.path
