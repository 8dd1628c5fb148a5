# SPDX-License-Identifier: MIT
"""Two versions of one article, laid side by side paragraph by paragraph."""

from reader.core.versions.changed_words import Piece, changed_words
from reader.core.versions.comparing import Comparison, RowKind, VersionRow, compare_versions

__all__ = ["Comparison", "Piece", "RowKind", "VersionRow", "changed_words", "compare_versions"]
