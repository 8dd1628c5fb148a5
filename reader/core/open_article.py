# SPDX-License-Identifier: MIT
"""The straight line from a file to an article worth reading."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.article import CleanArticle, ReadOptions
from reader.core.presence import is_folder

if TYPE_CHECKING:
    from reader.core.cleaning.site_rules import SiteRules

DEFAULT_OPTIONS = ReadOptions()


def open_article(
    path: Path, options: ReadOptions = DEFAULT_OPTIONS, rules: SiteRules | None = None
) -> CleanArticle:
    """Reads and cleans the article at `path`; ArticleError says why it cannot."""
    from reader.core.cleaning import clean, load_site_rules
    from reader.core.formats import read_article

    folder = options.rules_folder
    if rules is None and folder is not None and is_folder(folder):
        rules = load_site_rules([folder])
    article = clean(read_article(Path(path), options), rules)
    if rules is None or not rules.problems:
        return article
    return replace(article, problems=(*article.problems, *rules.problems))
