# SPDX-License-Identifier: MIT
"""The image cache as the window holds it: costs nothing until an article needs a picture from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from reader.core.images.found import FoundImage
from reader.core.presence import may_be_there

if TYPE_CHECKING:
    from reader.core.images.image_archive import ImageArchive
    from reader.core.images.image_cache import ImageCache


@dataclass(frozen=True, slots=True)
class ImagePlaces:
    """Where pictures from the web are kept: those downloaded, and an archive of the person's own."""

    folder: Path
    archive: Path | None = None


class StoredImages:
    """An ImageStore over the archive and the cache; all threads may share it."""

    def __init__(self, places: ImagePlaces) -> None:
        self.places, self.folder = places, places.folder
        self._archive: ImageArchive | None = None
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

    @property
    def archive(self) -> ImageArchive | None:
        """The person's own archive, if there is one."""
        if self._archive is None and self.places.archive is not None:
            from reader.core.images.image_archive import ImageArchive

            self._archive = ImageArchive(self.places.archive)
        return self._archive

    def find(self, url: str) -> FoundImage | None:
        """The stored picture of `url`."""
        archive = self.archive
        found = archive.find(url) if archive is not None else None
        if found is not None:
            return found
        return self.cache.find(url) if self._is_there() else None

    def find_all(self, urls: Iterable[str]) -> dict[str, FoundImage]:
        """The stored pictures of `urls`."""
        wanted = tuple(urls)
        archive = self.archive
        found = archive.find_all(wanted) if archive is not None else {}
        left = [url for url in wanted if url not in found]
        return {**found, **self.cache.find_all(left)} if left and self._is_there() else found

    def _is_there(self) -> bool:
        return self._cache is not None or may_be_there(self.folder / "index.db")

    def close(self) -> None:
        """Notes what was looked at, and lets go of the cache."""
        with self._lock:
            cache, self._cache = self._cache, None
        if cache is not None:
            cache.close()
