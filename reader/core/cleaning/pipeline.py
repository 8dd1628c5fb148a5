# SPDX-License-Identifier: MIT
"""The order of cleaning, for a file's article and for bare HTML."""

from __future__ import annotations

import re

from reader.core.article import CleanArticle, ParsedArticle
from reader.core.cleaning.addresses import absolute, direct_image, direct_link, tidy
from reader.core.cleaning.lazy_images import resolve_lazy_images
from reader.core.cleaning.sanitize import safe_address, sanitize
from reader.core.cleaning.site_rules import SiteRules
from reader.core.cleaning.tree import Element, parse_document, parse_fragment, to_html

_PAGE_MARK = re.compile(
    r"<!doctype\s|<(?:html|body)[\s>]|<!--\s*(?:saved from url|Page saved with SingleFile)", re.I
)
_FURNITURE = re.compile(r"<(nav|header|footer)[\s>]", re.I)


def looks_like_page(html: str) -> bool:
    """Whether HTML is a whole page: its mark, or page furniture, or several scripts."""
    if _PAGE_MARK.search(html[:20_000]):
        return True
    kinds = {match[1].lower() for match in _FURNITURE.finditer(html)}
    return len(kinds) >= 2 or html.lower().count("<script") >= 4


def clean_markup(html: str, url: str | None) -> str:
    """Sanitized reading HTML of one page or fragment."""
    if looks_like_page(html):
        tree = parse_document(html, rich=True)
        resolve_lazy_images(tree)
        article = _extracted(tree, url, None)
    else:
        article = parse_fragment(html)
        resolve_lazy_images(article)
    for image in article.iter("img"):
        image.set("src", absolute(direct_image(tidy(image.get("src") or "")), url))
    for link in article.iter("a"):
        href = link.get("href")
        if href is not None:
            href = direct_link(absolute(tidy(href), url)) if not href.startswith("#") else href
            link.set("href", href) if safe_address(href) else link.attrib.pop("href")
    return sanitize(to_html(article))


def clean_article(parsed: ParsedArticle, rules: SiteRules | None) -> CleanArticle:
    """The article of a parsed file."""
    raise NotImplementedError


def _extracted(tree: Element, url: str | None, title: str | None) -> Element:
    from reader.core.cleaning.extract import extract_article

    return extract_article(tree, url, title)  # pyright: ignore
