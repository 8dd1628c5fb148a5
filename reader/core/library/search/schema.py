# SPDX-License-Identifier: MIT
"""The fields of the index and how they are cut into tokens."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tantivy import Index, Schema

VERSION = 1
"""Goes up with every change of the fields, of folding or of tokens: an older index is made anew."""

STREAMS = ("title", "head", "author", "site", "category", "tag", "path", "lang", "flags", "text")
"""Tokens with their places, for phrases."""
SOUNDS = ("syllables", "initials")
"""Pinyin of the title."""


@cache
def schema() -> Schema:
    """All fields; only the key and the packed text are stored."""
    from tantivy import SchemaBuilder

    builder = SchemaBuilder()
    builder.add_text_field("key", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_bytes_field("body", stored=True)
    for name in STREAMS + SOUNDS:
        builder.add_text_field(name, tokenizer_name="stream", index_option="position")
    builder.add_text_field("pairs", tokenizer_name="pairs", index_option="freq")
    builder.add_text_field("stems", tokenizer_name="stream", index_option="basic")
    builder.add_integer_field("day", indexed=True, fast=True)  # 20210924; 0 where there is no date
    builder.add_integer_field("words", indexed=True, fast=True)
    return builder.build()


def register_tokenizers(index: Index) -> None:
    """Tells an opened index how its fields are cut."""
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    from reader.core.library.search.tokens import GAP, LONGEST_BYTES

    plain = TextAnalyzerBuilder(Tokenizer.whitespace()).filter(Filter.remove_long(LONGEST_BYTES))
    index.register_tokenizer("stream", plain.filter(Filter.custom_stopword([GAP])).build())
    index.register_tokenizer("pairs", TextAnalyzerBuilder(Tokenizer.ngram(2, 2)).build())
