# SPDX-License-Identifier: MIT
"""Finds the pictures of one article where they are at hand: inside it, beside it, in its site, in a store."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import unquote

from reader.core.article import CleanArticle, ImageKey, ImageRef
from reader.core.images.found import FoundImage, ImageStore
from reader.core.images.inspect_image import image_in_bytes, image_in_data_uri, image_in_file
from reader.core.images.local_files import LocalFiles


class ImageLookup:
    """Finds pictures of `article` inside `library_root`, else inside the article's own folder."""

    def __init__(
        self, article: CleanArticle, library_root: Path | None, cache: ImageStore | None = None
    ) -> None:
        path = Path(os.path.normpath(article.path.absolute()))
        root = Path(os.path.normpath(library_root.absolute())) if library_root else path.parent
        root = root if path.is_relative_to(root) else path.parent
        self._files = LocalFiles(path, root, article.metadata.image_root)
        self._parts = article.parts
        self._cache = cache
        references = (*article.images, article.cover) if article.cover else article.images
        self._references: Mapping[ImageKey, ImageRef] = {reference.key: reference for reference in references}
        self._beside: dict[ImageKey, FoundImage | None] = {}
        self._found: dict[ImageKey, FoundImage | None] = {}

    def find(self, key: ImageKey) -> FoundImage | None:
        """The picture that `key` stands for, if it is at hand and one we show."""
        if key not in self._found:
            reference = self._references.get(key)
            self._found[key] = self.beside(key) or (self._in_cache(reference.url) if reference else None)
        return self._found[key]

    def find_all(self) -> None:
        """Looks for all pictures of the article at once, as a page needs them."""
        left = {key: ref for key, ref in self._references.items() if key not in self._found}
        stored: Mapping[str, FoundImage] = {}
        if self._cache is not None:
            stored = self._cache.find_all(ref.url for key, ref in left.items() if not self.beside(key))
        for key, reference in left.items():
            self._found[key] = self.beside(key) or stored.get(reference.url)

    def beside(self, key: ImageKey) -> FoundImage | None:
        """The picture, if the article brings it along: in its file, beside it, or in its site."""
        if key not in self._beside:
            reference = self._references.get(key)
            self._beside[key] = self._seek(reference) if reference else None
        return self._beside[key]

    def size(self, key: ImageKey) -> tuple[int, int] | None:
        """Width and height of the picture in pixels, from its header."""
        found = self.find(key)
        return found.size if found else None

    def available(self, keys: Iterable[ImageKey]) -> frozenset[ImageKey]:
        """Those of `keys` whose pictures are at hand."""
        self.find_all()
        return frozenset(key for key in keys if self.find(key))

    def _seek(self, reference: ImageRef) -> FoundImage | None:
        addresses = tuple(dict.fromkeys(a for a in (reference.written, reference.url) if a))
        for address in addresses:
            if address[:5].lower() == "data:":
                return image_in_data_uri(address)
        return self._in_parts(addresses) or self._in_files(addresses)

    def _in_parts(self, addresses: tuple[str, ...]) -> FoundImage | None:
        if not self._parts:
            return None
        for address in addresses:
            for name in (address, unquote(address), address.partition("#")[0]):
                part = self._parts.get(name)
                found = image_in_bytes(part.data) if part else None
                if found:
                    return found
        return None

    def _in_files(self, addresses: tuple[str, ...]) -> FoundImage | None:
        for address in addresses:
            path = self._files.find(address)
            found = image_in_file(path) if path else None
            if found:
                return found
        return None

    def _in_cache(self, url: str) -> FoundImage | None:
        return self._cache.find(url) if self._cache else None
