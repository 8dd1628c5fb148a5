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


MOST_KNOWN_STEMS = 200_000
"""Then it starts afresh: names and misspellings never end."""


def article_stems(words: Iterable[str], lang: str | None) -> set[str]:
    """The stems that differ from the words themselves; English where the language has no stemmer."""
    return _known_stems(STEMMERS.get(primary(lang), "english")).differing(set(words))


def typed_stems(word: str, languages: Iterable[str]) -> set[str]:
    """The stems of a word that is searched for, in the languages there are articles in."""
    names = {STEMMERS.get(language, "english") for language in languages} | {"english"}
    return {_analyzer(name).analyze(word)[0] for name in sorted(names)}


class _KnownStems:
    """Stems of the words met so far: most words of an article were in others."""

    def __init__(self, analyzer: TextAnalyzer) -> None:
        self._analyzer = analyzer
        self._stems: dict[str, str] = {}

    def differing(self, words: set[str]) -> set[str]:
        if len(self._stems) > MOST_KNOWN_STEMS:
            self._stems.clear()
        new = sorted(words.difference(self._stems))
        self._stems.update(zip(new, self._analyzer.analyze(" ".join(new)), strict=True))
        known = self._stems
        return {known[word] for word in words} - words


def primary(lang: str | None) -> str:
    """`zh` of `zh-Hans`."""
    return (lang or "").replace("_", "-").partition("-")[0].lower()


@cache
def _known_stems(name: str) -> _KnownStems:
    return _KnownStems(_analyzer(name))


@cache
def _analyzer(name: str) -> TextAnalyzer:
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    return TextAnalyzerBuilder(Tokenizer.whitespace()).filter(Filter.stemmer(name)).build()
