# SPDX-License-Identifier: MIT
"""Bytes from disk: regular files only, never more than a limit."""

from __future__ import annotations

import os
import stat
from typing import NamedTuple

from reader.core.errors import ArticleTooLarge, ArticleUnreadable, cause_of

LARGEST_FILE = 64 * 1024 * 1024
_MEGABYTE = 1024 * 1024
# A FIFO or a terminal must not hang us between `stat` and `open`.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)


class FileBytes(NamedTuple):
    """The first bytes of a file, or all of them."""

    data: bytes
    size: int
    mtime_ns: int

    @property
    def complete(self) -> bool:
        """Whether `data` is the whole file."""
        return len(self.data) >= self.size


def read_bytes(path: str, limit: int | None = None) -> FileBytes:
    """The first `limit` bytes of a regular file, or all of it; raises ArticleUnreadable, ArticleTooLarge."""
    try:
        status = os.stat(path)  # noqa: PTH116
        _check(path, status)
        handle = os.open(path, _FLAGS)
        try:
            status = os.fstat(handle)
            _check(path, status)
            data = _read(handle, min(status.st_size, limit) if limit else status.st_size)
        finally:
            os.close(handle)
    except (OSError, ValueError) as error:
        raise ArticleUnreadable(f"“{shown(path)}” cannot be read: {_reason(error)}.") from error
    return FileBytes(data, status.st_size, status.st_mtime_ns)


def shown(path: str) -> str:
    """The path in a form that can be printed whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", "replace")


def _check(path: str, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        kind = "a folder" if stat.S_ISDIR(status.st_mode) else "no regular file"
        raise ArticleUnreadable(f"“{shown(path)}” is {kind}.")
    if status.st_size > LARGEST_FILE:
        size = status.st_size // _MEGABYTE
        raise ArticleTooLarge(
            f"“{shown(path)}” is {size} MB; articles are read up to {LARGEST_FILE // _MEGABYTE} MB."
        )


def _read(handle: int, wanted: int) -> bytes:
    chunks: list[bytes] = []
    while wanted > 0:
        chunk = os.read(handle, wanted)
        if not chunk:
            break
        chunks.append(chunk)
        wanted -= len(chunk)
    return chunks[0] if len(chunks) == 1 else b"".join(chunks)


def _reason(error: OSError | ValueError) -> str:
    reason = cause_of(error) if isinstance(error, OSError) else str(error)
    return (reason or "unknown error").lower()
