# SPDX-License-Identifier: MIT
"""The catalogue of articles: folders, scanner, lists, categories with counts, problems."""

from reader.core.library.library import Library
from reader.core.library.listing import (
    ArticleQuery,
    CategoryNode,
    CopyNote,
    Counts,
    Facets,
    FolderNode,
    FolderRules,
    LibraryFolder,
    ListedArticle,
    ListedProblem,
    NamedCount,
    ScanProgress,
    ScanReport,
)
from reader.core.library.scopes import Scope

__all__ = [
    "ArticleQuery",
    "CategoryNode",
    "CopyNote",
    "Counts",
    "Facets",
    "FolderNode",
    "FolderRules",
    "Library",
    "LibraryFolder",
    "ListedArticle",
    "ListedProblem",
    "NamedCount",
    "ScanProgress",
    "ScanReport",
    "Scope",
]
