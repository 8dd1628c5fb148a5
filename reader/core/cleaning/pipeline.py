# SPDX-License-Identifier: MIT
"""The order of cleaning, for a file's article and for bare HTML."""

from __future__ import annotations

import re
from dataclasses import replace

from reader.core.article import ArticleWords, CleanArticle, Metadata, ParsedArticle
from reader.core.cleaning.addresses import absolute
from reader.core.cleaning.edge_lines import drop_edge_lines
from reader.core.cleaning.figures import background_images, caption_figures
from reader.core.cleaning.headings import collect_headings, drop_repeated_title, tidy_headings
from reader.core.cleaning.junk import drop_junk
from reader.core.cleaning.language import article_language
from reader.core.cleaning.lazy_images import resolve_lazy_images
from reader.core.cleaning.paragraphs import tidy_lines, tidy_paragraphs
from reader.core.cleaning.reading import article_text, count_words, excerpt_of, reading_minutes, shortened
from reader.core.cleaning.rewrite import (
    cover_address,
    cover_reference,
    drop_dead_links,
    linked_anchors,
    reference_images,
    resolve_addresses,
)
from reader.core.cleaning.rule_files import bundled_rules
from reader.core.cleaning.sanitize import sanitize
from reader.core.cleaning.site_rules import (
    SiteRule,
    SiteRules,
    apply_rules,
    choose_body,
    drop_rule_lines,
)
from reader.core.cleaning.styles import read_styles, unwrap_bare_spans
from reader.core.cleaning.tree import FRAMES, Element, parse_document, parse_fragment, to_html

_PAGE_MARK = re.compile(
    r"<!doctype\s|<(?:html|body)[\s>]|<!--\s*(?:saved from url|Page saved with SingleFile)", re.I
)
_BASE = re.compile(r"<base\s[^>]*?href\s*=\s*[\"']?([^\"'>\s]+)", re.I)
_FURNITURE = re.compile(r"<(nav|header|footer)[\s>]", re.I)


def looks_like_page(html: str) -> bool:
    """Whether HTML is a whole page: its mark, or page furniture, or several scripts."""
    if _PAGE_MARK.search(html[:20_000]):
        return True
    kinds = {match[1].lower() for match in _FURNITURE.finditer(html)}
    return len(kinds) >= 2 or html.lower().count("<script") >= 4


def clean_markup(html: str, url: str | None) -> str:
    """Sanitized reading HTML of one page or fragment."""
    is_page = looks_like_page(html)
    if is_page:
        url = _page_base(html, url)
    matching = bundled_rules(url, Metadata()).matching(url, Metadata()) if url else ()
    article = _article_tree(html, url, None, matching, is_page=is_page)
    _repair(article, url, "", matching, vectors=False)
    resolve_addresses(article, url, photon=not is_page)
    drop_dead_links(article)
    return sanitize(to_html(article))


def clean_article(parsed: ParsedArticle, rules: SiteRules | None) -> CleanArticle:
    """The article of a parsed file."""
    metadata = parsed.metadata
    article, base = _judged(parsed, rules)
    resolve_addresses(article, base, parsed.path.parent, vectors=True)
    drop_dead_links(article)
    headings = collect_headings(article)
    images = reference_images(article)
    text = article_text(article)
    wide, words = count_words(text)
    cover = cover_address(metadata.cover, base)
    title = metadata.title.strip() or (headings[0].text if headings else parsed.path.stem)
    return CleanArticle(
        path=parsed.path,
        format=parsed.format,
        dialect=parsed.dialect,
        encoding=parsed.encoding,
        metadata=_completed(metadata, title, cover, article, text),
        html=sanitize(to_html(article)),
        text=text,
        words=wide + words,
        reading_minutes=reading_minutes(wide, words),
        headings=headings,
        images=images,
        cover=cover_reference(cover, metadata.cover or "", images),
        parts=parsed.parts,
        problems=parsed.problems,
    )


def article_words(parsed: ParsedArticle) -> ArticleWords:
    """The words of a parsed file, as its page would say them, without making the page."""
    metadata = parsed.metadata
    article, base = _judged(parsed, None)
    text = article_text(article)
    wide, words = count_words(text)
    title = metadata.title.strip()
    if not title:
        headings = collect_headings(article)
        title = headings[0].text if headings else parsed.path.stem
    return ArticleWords(
        path=parsed.path,
        format=parsed.format,
        metadata=_completed(metadata, title, cover_address(metadata.cover, base), article, text),
        text=text,
        words=wide + words,
        reading_minutes=reading_minutes(wide, words),
        has_pictures=_has(article, "img"),
        has_code=_has(article, "pre"),
        problems=parsed.problems,
    )


def _judged(parsed: ParsedArticle, rules: SiteRules | None) -> tuple[Element, str | None]:
    """The tree of an article with all that was repaired in it, and what its addresses start from."""
    metadata = parsed.metadata
    base = _page_base(parsed.html, parsed.base_url) if parsed.is_page else parsed.base_url
    origin = metadata.source_url or base
    matching = (rules or SiteRules()).matching(origin, metadata)
    matching += bundled_rules(origin, metadata).matching(origin, metadata)
    article = _article_tree(parsed.html, origin, metadata.title, matching, is_page=parsed.is_page)
    _repair(article, base, metadata.title, matching, vectors=True)
    return article, base


def _completed(metadata: Metadata, title: str, cover: str | None, article: Element, text: str) -> Metadata:
    excerpt = (metadata.excerpt or "").strip()
    return replace(
        metadata,
        title=title,
        cover=cover,
        excerpt=shortened(excerpt, 400) if excerpt else excerpt_of(article, text),
        lang=article_language(metadata.lang, text, title),
    )


def _article_tree(
    html: str, url: str | None, title: str | None, rules: tuple[SiteRule, ...], *, is_page: bool
) -> Element:
    """The article as a tree of its own: of a page what extraction finds, of a fragment everything."""
    for old, new in (pair for rule in rules for pair in rule.replacements):
        html = html.replace(old, new)
    lazy = tuple(name for rule in rules for name in rule.lazy)
    if not is_page:
        article = parse_fragment(html)
        resolve_lazy_images(article, lazy)
        apply_rules(article, rules)
        return article
    tree = parse_document(html, rich=True)
    resolve_lazy_images(tree, lazy, keep_shown=True)
    apply_rules(tree, rules)
    body = choose_body(tree, rules)
    return _extracted(tree, url, title) if body is None else body


def _page_base(html: str, url: str | None) -> str | None:
    """What relative addresses of a page resolve against, if the page says so itself."""
    match = _BASE.search(html[:200_000])
    if match is None or not match[1].strip():
        return url
    base = absolute(match[1].strip(), url)
    return base if base.lower().startswith(("http://", "https://")) else url


def _extracted(tree: Element, url: str | None, title: str | None) -> Element:
    from reader.core.cleaning.extract import extract_article

    return extract_article(tree, url, title)  # pyright: ignore


def _repair(
    article: Element, base: str | None, title: str, rules: tuple[SiteRule, ...], *, vectors: bool
) -> None:
    """Everything between the article's raw tree and its final addresses."""
    linked = linked_anchors(article)
    background_images(article)
    if _has(article, *FRAMES, "script"):
        from reader.core.cleaning.embeds import card_embeds

        card_embeds(article, base)
    if _has(article, "svg"):
        from reader.core.cleaning.vector_pictures import draw_pictures

        draw_pictures(article, keep=vectors)
    drop_junk(article)
    if _has(article, "pre", "table"):
        from reader.core.cleaning.code_blocks import tidy_code

        tidy_code(article)
    caption_figures(article)
    read_styles(article)
    if _has(article, "table", "tr", "td", "th", "tbody", "caption"):
        from reader.core.cleaning.tables import tidy_tables

        tidy_tables(article)
    unwrap_bare_spans(article, linked)
    tidy_paragraphs(article, linked)
    drop_repeated_title(article, title)
    tidy_headings(article)
    drop_rule_lines(article, rules)
    drop_edge_lines(article)
    tidy_lines(article)


def _has(article: Element, *tags: str) -> bool:
    return next(article.iter(*tags), None) is not None
