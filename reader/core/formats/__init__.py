# SPDX-License-Identifier: MIT
"""Reads article files: parses, never judges. The door of this room; all else in it is private."""

from reader.core.formats.dialect import folder_dialect, forget_sites
from reader.core.formats.reading import (
    ParsedMetadata,
    article_format,
    read_article,
    read_beginning,
    read_metadata,
    read_words,
)

__all__ = [
    "ParsedMetadata",
    "article_format",
    "folder_dialect",
    "forget_sites",
    "read_article",
    "read_beginning",
    "read_metadata",
    "read_words",
]
