# SPDX-License-Identifier: MIT
"""The fields of the index and how they are cut into tokens."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tantivy import DocAddress, Index, Schema, Searcher

VERSION = 2
"""Goes up with every change of the fields, of folding or of tokens: an older index is made anew."""

STREAMS = ("title", "head", "author", "site", "category", "tag", "path", "text")
"""Tokens with their places, for phrases."""
SOUNDS = ("syllables", "initials")
"""Pinyin of the title."""
MARKS = ("lang", "flags", "stems")
"""Tokens that are there or not."""
KEY_PARTS = ("key_high", "key_low")
"""The key once more, as numbers: those of all hits are read from columns at once."""
_LOW_BITS = 16


@cache
def schema() -> Schema:
    """All fields; only the packed text is stored, and numbers are kept in columns."""
    from tantivy import SchemaBuilder

    builder = SchemaBuilder()
    builder.add_text_field("key", tokenizer_name="raw", index_option="basic")
    for name in KEY_PARTS:
        builder.add_unsigned_field(name, fast=True)
    builder.add_bytes_field("body", stored=True)
    for name in STREAMS + SOUNDS:
        builder.add_text_field(name, tokenizer_name="stream", index_option="position")
    builder.add_text_field("pairs", tokenizer_name="pairs", index_option="freq")
    for name in MARKS:
        builder.add_text_field(name, tokenizer_name="stream", index_option="basic")
    builder.add_integer_field("day", fast=True)  # 20210924; 0 where there is no date
    builder.add_integer_field("words", fast=True)
    return builder.build()


def key_parts(key: str) -> tuple[int, int]:
    """A key as the numbers of its columns."""
    number = int(key, 16)
    return number >> _LOW_BITS, number & (1 << _LOW_BITS) - 1


def keys_of(searcher: Searcher, addresses: list[DocAddress]) -> list[str]:
    """The keys of articles that were found."""
    high, low = (searcher.fast_field_values(name, addresses) for name in KEY_PARTS)
    return [
        f"{int(first or 0) << _LOW_BITS | int(last or 0):020x}" for first, last in zip(high, low, strict=True)
    ]


def register_tokenizers(index: Index) -> None:
    """Tells an opened index how its fields are cut."""
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    from reader.core.library.search.frequent import PAIR_BYTES
    from reader.core.library.search.tokens import GAP, LONGEST_BYTES

    plain = TextAnalyzerBuilder(Tokenizer.whitespace()).filter(Filter.remove_long(LONGEST_BYTES))
    index.register_tokenizer("stream", plain.filter(Filter.custom_stopword([GAP])).build())
    pairs = TextAnalyzerBuilder(Tokenizer.ngram(2, 2)).filter(Filter.remove_long(PAIR_BYTES + 1))
    index.register_tokenizer("pairs", pairs.build())
