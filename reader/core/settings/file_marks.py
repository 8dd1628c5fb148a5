# SPDX-License-Identifier: MIT
"""What a file is known by: the bytes in it, and its number on the disk."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

END_BYTES = 1 << 16
"""How much of each end of a file makes its content hash, with its size."""


def content_hash_of(path: Path) -> str:
    """What a file contains, by its size and both ends; empty if it cannot be read."""
    try:
        with path.open("rb", buffering=0) as file:
            size = os.fstat(file.fileno()).st_size
            digest = hashlib.blake2b(str(size).encode(), digest_size=16)
            digest.update(file.read(END_BYTES))
            if size > END_BYTES:
                file.seek(max(END_BYTES, size - END_BYTES))
                digest.update(file.read(END_BYTES))
    except OSError:
        return ""
    return digest.hexdigest()


def file_mark_of(path: Path) -> str:
    """Tells a file from others on its disk while it is not written to; empty if it is not there."""
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_ino}:{found.st_size}:{found.st_mtime_ns}"
