# SPDX-License-Identifier: MIT
"""The straight line from a file to an article worth reading."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.article import CleanArticle, ReadOptions

if TYPE_CHECKING:
    from reader.core.cleaning.site_rules import SiteRules

DEFAULT_OPTIONS = ReadOptions()


def open_article(
    path: Path, options: ReadOptions = DEFAULT_OPTIONS, rules: SiteRules | None = None
) -> CleanArticle:
    """Reads and cleans the article at `path`; ArticleError says why it cannot."""
    from reader.core.cleaning import clean
    from reader.core.formats import read_article

    return clean(read_article(Path(path), options), rules)
