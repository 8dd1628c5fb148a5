# SPDX-License-Identifier: MIT
"""The language of an article: as declared where that can be true, else by its characters and words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from reader.core.cleaning.language_tables import (
    ONE_LANGUAGE,
    SCRIPT_OF,
    SIMPLIFIED,
    STOP_WORDS,
    TRADITIONAL,
)
from reader.core.cleaning.scripts import foreign_of, script_counts

_SAMPLE = 30_000
_TELLING_BY_ITSELF = 2_000
"""Characters of a text beside which those of its title do not count."""
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_WORD = re.compile(r"[^\W\d_]+")


def article_language(declared: str | None, text: str, title: str = "") -> str:
    """The BCP 47 tag of an article; a declaration that its script contradicts is not believed."""
    sample = text[:_SAMPLE]
    counts = script_counts(sample)
    if len(sample) < _TELLING_BY_ITSELF:
        counts += script_counts(title)
    written = _normalized(declared, title, sample)
    if written is None:
        return _detected(title, sample, counts)
    script = SCRIPT_OF.get(written.partition("-")[0])
    if script is None or _plausible(script, counts):
        return written
    return _detected(title, sample, counts)


def _normalized(tag: str | None, title: str, sample: str) -> str | None:
    if not tag:
        return None
    tag = tag.strip().split(",")[0].split(";")[0].split(".")[0].strip().replace("_", "-")
    tag = {"cn": "zh-CN", "jp": "ja", "kr": "ko", "tw": "zh-TW", "chinese": "zh", "english": "en"}.get(
        tag.lower(), tag
    )
    if not _TAG.fullmatch(tag) or tag.lower() in {"und", "mul", "zxx"}:
        return None
    parts = tag.split("-")
    primary = parts[0].lower()
    if primary in {"zh", "cmn", "zho", "chi", "yue"}:
        return _chinese({part.lower() for part in parts[1:]}, f"{title}{foreign_of(sample)}")
    primary = {"iw": "he", "in": "id", "ji": "yi", "eng": "en", "jpn": "ja", "kor": "ko"}.get(
        primary, primary
    )
    return "-".join([primary, *(_cased(part) for part in parts[1:])])


def _cased(part: str) -> str:
    if len(part) == 4 and part.isalpha():
        return part.title()
    return part.upper() if len(part) == 2 else part.lower()


def _chinese(subtags: set[str], text: str) -> str:
    if subtags & {"hant", "tw", "hk", "mo"}:
        return "zh-Hant"
    if subtags & {"hans", "cn", "sg"}:
        return "zh-Hant" if _is_traditional(text, 20, 5) else "zh-Hans"
    return "zh-Hant" if _is_traditional(text) else "zh-Hans"


def _is_traditional(text: str, more: int = 0, times: int = 1) -> bool:
    """Whether characters that only traditional Chinese has outnumber those that only simplified has."""
    traditional = len(_telling(TRADITIONAL).findall(text))
    return traditional > more and traditional > more + times * len(_telling(SIMPLIFIED).findall(text))


@cache
def _telling(characters: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"[{''.join(characters)}]")


def _plausible(script: str, counts: Counter[str]) -> bool:
    if script == "kana" and counts["kana"] == 0 and counts["han"] > 30:
        return False
    east = counts["han"] + counts["kana"]
    mine = east if script in {"han", "kana"} else counts[script]
    best = max([east, *(count for name, count in counts.items() if name not in {"han", "kana"})], default=0)
    return best < 20 or mine * 4 >= best


def _detected(title: str, sample: str, counts: Counter[str]) -> str:
    east = counts["han"] + counts["kana"]
    if counts["hangul"] and counts["hangul"] * 2 >= max(east, counts["latin"]) // 2:
        return "ko"
    if east and east * 3 >= counts["latin"]:
        if counts["kana"] * 20 >= east and counts["kana"] > 1:
            return "ja"
        return "zh-Hant" if _is_traditional(f"{title}{foreign_of(sample)}") else "zh-Hans"
    text = f"{title}\n{sample}"
    others = {name: count for name, count in counts.items() if name not in {"han", "kana"}}
    script = max(others, key=lambda name: others[name], default="latin")
    for name, count in others.items():
        # an article about code holds many Latin words, yet is written in the other script
        if name != "latin" and count > 20 and count * 3 >= counts["latin"] and script == "latin":
            script = name
    if script == "arabic":
        return _of_arabic_script(text)
    if script == "cyrillic":
        return _of_cyrillic_script(text)
    return ONE_LANGUAGE.get(script) or _of_latin_script(text)


def _of_arabic_script(text: str) -> str:
    if re.search("[ٹڈےں]", text):
        return "ur"
    persian = len(re.findall("[پچژگکی]", text))
    return "fa" if persian > len(re.findall("[يكةى]", text)) else "ar"


def _of_cyrillic_script(text: str) -> str:
    letters = Counter(text.lower())
    ukrainian = letters["і"] + letters["ї"] + letters["є"]
    if ukrainian > letters["ы"] + letters["э"]:
        return "be" if letters["ў"] else "uk"
    if letters["ы"] + letters["э"] == 0 and letters["ъ"] > 3:
        return "bg"
    return "ru"


def _of_latin_script(text: str) -> str:
    words = Counter(_WORD.findall(text.lower()[:12_000]))
    scores = {
        language: sum(words[word] for word in stop_words) for language, stop_words in STOP_WORDS.items()
    }
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] > max(3, scores["en"] * 1.3) else "en"
