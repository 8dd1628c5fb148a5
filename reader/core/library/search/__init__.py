# SPDX-License-Identifier: MIT
"""Full-text search: folding, index, query language, snippets, suggestions, related articles."""

from reader.core.library.search.matching import HitFinder
from reader.core.library.search.results import SearchHit, SearchPage, Snippet

__all__ = ["HitFinder", "SearchHit", "SearchPage", "Snippet"]
