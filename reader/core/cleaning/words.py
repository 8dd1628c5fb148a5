# SPDX-License-Identifier: MIT
"""What the library wants to know of an article: its words and what is counted in them, no page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reader.core.article import ArticleWords, Metadata, PlainArticle, TextBlock
from reader.core.cleaning.addresses import host_of
from reader.core.cleaning.edge_lines import without_edge_lines
from reader.core.cleaning.headings import says_the_same
from reader.core.cleaning.language import article_language
from reader.core.cleaning.reading import count_words, first_excerpt, reading_minutes, shortened
from reader.core.cleaning.rewrite import cover_address
from reader.core.cleaning.rule_files import rules_of_origin
from reader.core.cleaning.site_rules import spare_lines


def words_of_plain(plain: PlainArticle) -> ArticleWords | None:
    """The words of a plain article; None where a rule of its site may have a say, which needs the page."""
    metadata = plain.metadata
    rules = rules_of_origin(host_of(metadata.source_url or ""), metadata.site or "", metadata.authors)
    if rules and (plain.has_tags or not spare_lines(rules, [block.text for block in plain.blocks])):
        return None
    blocks = without_edge_lines(_without_title(plain.blocks, metadata.title))
    text = "\n".join(block.text for block in blocks)
    wide, words = count_words(text)
    return ArticleWords(
        path=plain.path,
        format=plain.format,
        metadata=_completed(metadata, blocks, text),
        text=text,
        words=wide + words,
        reading_minutes=reading_minutes(wide, words),
        has_pictures=plain.has_pictures,
        has_code=any(block.kind == "code" for block in blocks),
        problems=plain.problems,
    )


def _without_title(blocks: tuple[TextBlock, ...], title: str) -> tuple[TextBlock, ...]:
    if len(blocks) > 1 and blocks[0].kind == "h" and says_the_same(blocks[0].text, title):
        return blocks[1:]
    return blocks


def _completed(metadata: Metadata, blocks: Iterable[TextBlock], text: str) -> Metadata:
    excerpt = (metadata.excerpt or "").strip()
    paragraphs = (block.text for block in blocks if block.kind == "p")
    lang = article_language(metadata.lang, text, metadata.title)  # first, while what was counted is at hand
    return replace(
        metadata,
        cover=cover_address(metadata.cover, None),
        excerpt=shortened(excerpt, 400) if excerpt else first_excerpt(paragraphs, text),
        lang=lang,
    )
