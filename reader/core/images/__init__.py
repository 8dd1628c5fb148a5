# SPDX-License-Identifier: MIT
"""Finds the pictures of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.core.images.found import FoundImage, ImageStore
from reader.core.images.image_lookup import ImageLookup

if TYPE_CHECKING:
    from reader.core.images.image_cache import ImageCache

__all__ = ["FoundImage", "ImageCache", "ImageLookup", "ImageStore"]


def __getattr__(name: str) -> object:
    """The cache is loaded when an article has pictures that can only be there."""
    if name == "ImageCache":
        from reader.core.images.image_cache import ImageCache

        return ImageCache
    raise AttributeError(name)
