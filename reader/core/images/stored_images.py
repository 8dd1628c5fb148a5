# SPDX-License-Identifier: MIT
"""The image cache as the window holds it: costs nothing until an article needs a picture from it."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from reader.core.images.found import FoundImage

if TYPE_CHECKING:
    from reader.core.images.image_cache import ImageCache


class StoredImages:
    """An ImageStore over the cache in `folder`; all threads may share it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = Lock()
        self._cache: ImageCache | None = None

    @property
    def cache(self) -> ImageCache:
        """The cache itself, opened when first asked for."""
        from reader.core.images.image_cache import ImageCache

        with self._lock:
            if self._cache is None:
                self._cache = ImageCache(self.folder)
            return self._cache

    def find(self, url: str) -> FoundImage | None:
        """The stored picture of `url`."""
        if self._cache is None and not (self.folder / "index.db").exists():
            return None
        return self.cache.find(url)

    def close(self) -> None:
        """Notes what was looked at, and lets go of the cache."""
        with self._lock:
            cache, self._cache = self._cache, None
        if cache is not None:
            cache.close()
