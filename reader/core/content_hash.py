# SPDX-License-Identifier: MIT
"""By what the content of a file is known again: for the library and the reading state alike."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

END_BYTES = 1 << 16
"""How much of each end of a file makes its content hash, with its size."""


def content_hash(path: bytes | Path, size: int | None = None, head: bytes | None = None) -> str:
    """What a file contains, by its size and both ends; empty if it cannot be read.

    `size` and `head`, what was read of its beginning, save work where they are known.
    """
    if head is not None and size is not None and len(head) == size <= END_BYTES:
        return hashlib.blake2b(str(size).encode() + head, digest_size=16).hexdigest()
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 (the library has paths as bytes)
            size = os.fstat(file.fileno()).st_size if size is None else size
            digest = hashlib.blake2b(str(size).encode(), digest_size=16)
            digest.update(file.read(END_BYTES))
            if size > END_BYTES:
                file.seek(max(END_BYTES, size - END_BYTES))
                digest.update(file.read(END_BYTES))
    except OSError:
        return ""
    return digest.hexdigest()
