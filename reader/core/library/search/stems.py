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

INDEXED_LANGUAGES = frozenset({"ar", "ta"})
"""Forms differ at their beginning, too: the index has their stems; those of others are looked up."""
ANY_LANGUAGE = ""
"""Where an article's language has no stemmer of its own, English it is."""
_ODD_FORMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"die": ("dying",), "lie": ("lying",), "tie": ("tying",), "sky": ("skies",)}
)
"""English words that do not begin as their stem does."""


def article_stems(words: Iterable[str], lang: str) -> set[str]:
    """The stems that differ from the words themselves, in a language whose stems are indexed."""
    kept = set(words)
    stems = _analyzer(STEMMERS[lang]).analyze(" ".join(sorted(kept)))
    return set(stems) - kept


def typed_stems(word: str, languages: Iterable[str]) -> dict[str, str]:
    """The stem of a word that is searched for, by language, in the languages there are articles in."""
    own = {name for name in languages if STEMMERS.get(name, "english") != "english"}
    return {name: _analyzer(STEMMERS.get(name, "english")).analyze(word)[0] for name in {*own, ANY_LANGUAGE}}


def beginning_of_forms(stem: str, language: str) -> str:
    """What all words with a stem begin with; stemmers change its last letter at most."""
    if language == ANY_LANGUAGE:  # hop(e), cr(y), proba(bility)
        return stem[:-1] if len(stem) > 2 and stem.endswith(("e", "i", "bl")) else stem
    return stem[:-1] if len(stem) > 3 else stem


def forms_with_stem(words: Iterable[str], stem: str, language: str) -> list[str]:
    """Those of the words that have this stem."""
    known = [*words, *(_ODD_FORMS.get(stem, ()) if language == ANY_LANGUAGE else ())]
    stems = _analyzer(STEMMERS.get(language, "english")).analyze(" ".join(known))
    return [word for word, found in zip(known, stems, strict=True) if found == stem]


def primary(lang: str | None) -> str:
    """`zh` of `zh-Hans`."""
    return (lang or "").replace("_", "-").partition("-")[0].lower()


@cache
def _analyzer(name: str) -> TextAnalyzer:
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    return TextAnalyzerBuilder(Tokenizer.whitespace()).filter(Filter.stemmer(name)).build()
