# SPDX-License-Identifier: MIT
"""Stems of words, by the language of the article they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tantivy import TextAnalyzer

STEMMERS: Mapping[str, str] = MappingProxyType(
    {
        "ar": "arabic", "da": "danish", "nl": "dutch", "en": "english", "fi": "finnish", "fr": "french",
        "de": "german", "el": "greek", "hu": "hungarian", "it": "italian", "no": "norwegian",
        "nb": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "es": "spanish",
        "sv": "swedish", "ta": "tamil", "tr": "turkish",
    }
)  # fmt: skip


def article_stems(words: Iterable[str], lang: str | None) -> set[str]:
    """The stems that differ from the words themselves; English where the language has no stemmer."""
    whole = sorted(words)
    analyzer = _analyzer(STEMMERS.get(primary(lang), "english"))
    stems = analyzer.analyze(" ".join(whole))
    return {stem for word, stem in zip(whole, stems, strict=True) if stem != word}


def typed_stems(word: str, languages: Iterable[str]) -> set[str]:
    """The stems of a word that is searched for, in the languages there are articles in."""
    names = {STEMMERS.get(language, "english") for language in languages} | {"english"}
    return {_analyzer(name).analyze(word)[0] for name in sorted(names)}


def primary(lang: str | None) -> str:
    """`zh` of `zh-Hans`."""
    return (lang or "").replace("_", "-").partition("-")[0].lower()


@cache
def _analyzer(name: str) -> TextAnalyzer:
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    return TextAnalyzerBuilder(Tokenizer.whitespace()).filter(Filter.stemmer(name)).build()
