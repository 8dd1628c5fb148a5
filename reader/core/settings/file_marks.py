# SPDX-License-Identifier: MIT
"""What a file is known by while it is not written to: its number on the disk."""

from __future__ import annotations

from pathlib import Path


def file_mark_of(path: Path) -> str:
    """Tells a file from others on its disk while it is not written to; empty if it is not there."""
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_ino}:{found.st_size}:{found.st_mtime_ns}"
