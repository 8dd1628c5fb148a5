# SPDX-License-Identifier: MIT
"""Where an article is from, as rows and columns say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.elided_text import plain_line

if TYPE_CHECKING:
    from reader.core.library import ListedArticle

_SOURCE_LIMIT = 120  # characters


def source_of(article: ListedArticle) -> str:
    """The site an article came from, else its authors; where neither is known, where it is kept."""
    named = named_source(article)
    if named:
        return named
    category = plain_line(" / ".join(article.categories[0]), _SOURCE_LIMIT) if article.categories else ""
    return category or plain_line(article.path.parent.name, _SOURCE_LIMIT)


def named_source(article: ListedArticle) -> str:
    """The site an article came from, else its authors."""
    return plain_line(article.site, _SOURCE_LIMIT) or plain_line(", ".join(article.authors), _SOURCE_LIMIT)
