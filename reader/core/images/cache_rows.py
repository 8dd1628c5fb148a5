# SPDX-License-Identifier: MIT
"""What the image cache knows of one address; times are seconds since 1970."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class StoredImage(NamedTuple):
    """An address whose picture is in the cache."""

    url: str  # as the article has it
    final_url: str  # where the bytes came from
    hash: str
    media_type: str
    bytes: int
    width: int | None
    height: int | None
    fetched_at: float
    used_at: float
    etag: str | None = None
    last_modified: str | None = None

    @property
    def size(self) -> tuple[int, int] | None:
        """Width and height in pixels."""
        return (self.width, self.height) if self.width and self.height else None


@dataclass(frozen=True, slots=True)
class Failure:
    """An address that could not be fetched, and from when on it is worth another try."""

    url: str
    reason: str  # a word of `reasons`
    message: str
    failed_at: float
    retry_at: float
    attempts: int = 1


@dataclass(frozen=True, slots=True)
class Partial:
    """The beginning of a picture whose transfer broke off."""

    url: str
    file: str  # name in the folder of what comes in
    validator: str  # ETag or date: the rest fits only if the server still has the same
    begun_at: float


@dataclass(frozen=True, slots=True)
class CacheVerdict:
    """What a check of every stored file found."""

    pictures: int
    bytes: int
    corrupt: tuple[StoredImage, ...]  # other bytes than were stored
    lost: tuple[StoredImage, ...]  # in the index, but no file
    orphans: int  # files that no address leads to
