# SPDX-License-Identifier: MIT
"""A picture that was found, and what may keep such pictures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

MAX_BYTES = 25 * 1024 * 1024
MAX_PIXELS = 100_000_000


@dataclass(frozen=True, slots=True)
class FoundImage:
    """A picture to show: its bytes at hand in `content`, or in the file `path`."""

    media_type: str
    size: tuple[int, int] | None = None  # pixels
    path: Path | None = None
    content: bytes | None = field(default=None, repr=False)

    @property
    def data(self) -> bytes:
        """The bytes of the picture; empty if its file has gone."""
        return self.content if self.content is not None else self.beginning(MAX_BYTES)

    def beginning(self, length: int) -> bytes:
        """So many bytes of it, or as many as there are."""
        if self.content is not None:
            return self.content[:length]
        if self.path is None:
            return b""
        try:
            with self.path.open("rb") as file:
                return file.read(length)
        except OSError:
            return b""


class ImageStore(Protocol):
    """Keeps pictures by the address they came from."""

    def find(self, url: str) -> FoundImage | None:
        """The stored picture of `url`."""
        ...

    def find_all(self, urls: Iterable[str]) -> Mapping[str, FoundImage]:
        """Those of `urls` that have one, in one go."""
        ...
