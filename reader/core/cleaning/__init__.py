# SPDX-License-Identifier: MIT
"""Cleaning: judges parsed HTML, keeps what a person would call the article, and makes it safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from reader.core.article import ArticleWords, CleanArticle, ParsedArticle, PlainArticle
    from reader.core.cleaning.site_rules import SiteRules

__all__ = ["clean", "clean_html", "load_site_rules", "words_of"]


def clean(parsed: ParsedArticle, rules: SiteRules | None = None) -> CleanArticle:
    """The article of a parsed file: safe HTML, its text, its pictures; `rules` go before the bundled ones."""
    from reader.core.cleaning.pipeline import clean_article

    return clean_article(parsed, rules)


def words_of(article: ParsedArticle | PlainArticle) -> ArticleWords | None:
    """What the library keeps of an article; None for a plain one that has to be parsed in full."""
    from reader.core.article import PlainArticle

    if isinstance(article, PlainArticle):
        from reader.core.cleaning.words import words_of_plain

        return words_of_plain(article)
    from reader.core.cleaning.pipeline import article_words

    return article_words(article)


def clean_html(html: str, url: str | None = None) -> str:
    """Reading HTML of one page or fragment, sanitized, with absolute addresses."""
    from reader.core.cleaning.pipeline import clean_markup

    return clean_markup(html, url)


def load_site_rules(folders: Iterable[Path]) -> SiteRules:
    """The site rules of these folders; files that are no rules are among its `problems`."""
    from reader.core.cleaning.rule_files import load_rules

    return load_rules(folders)
