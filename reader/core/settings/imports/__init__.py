# SPDX-License-Identifier: MIT
"""Takes in what other reading programs export, where it names articles that are in the library."""

from reader.core.settings.imports.reading import SOURCES, read_export
from reader.core.settings.imports.records import ImportedArticle, ImportedHighlight
from reader.core.settings.imports.taking import ImportReport, KnownArticle, take_in

__all__ = [
    "SOURCES",
    "ImportReport",
    "ImportedArticle",
    "ImportedHighlight",
    "KnownArticle",
    "read_export",
    "take_in",
]
