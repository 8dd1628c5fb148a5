# SPDX-License-Identifier: MIT
"""Finds the pictures of an article."""

from __future__ import annotations

from reader.core.images.found import FoundImage, ImageStore
from reader.core.images.image_lookup import ImageLookup

__all__ = ["FoundImage", "ImageLookup", "ImageStore"]
