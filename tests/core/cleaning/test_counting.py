# SPDX-License-Identifier: MIT
"""Words and scripts are counted quickly, and come out as character by character."""

from __future__ import annotations

import re

from reader.core.cleaning.language import article_language
from reader.core.cleaning.language_tables import SCRIPT_RANGES
from reader.core.cleaning.reading import count_words, is_wide
from reader.core.cleaning.scripts import CHARACTERS_COUNT, script_counts

CHARACTERS = [chr(code) for code in range(0x32000) if not 0xD800 <= code < 0xE000]


def test_every_character_is_counted_as_what_it_is() -> None:
    for character in CHARACTERS:
        wide, words = count_words(f"a{character}b")
        joins = character in "'’.-" or (re.match(r"\w", character) is not None and not is_wide(character))
        assert (wide, words) == (int(is_wide(character)), 1 if joins else 2), hex(ord(character))


def test_every_character_is_of_its_script() -> None:
    scripts = {chr(code): name for first, last, name in SCRIPT_RANGES for code in range(first, last + 1)}
    for character in CHARACTERS:
        name = scripts.get(character)
        assert script_counts(character) == ({name: 1} if name else {}), hex(ord(character))


def test_words_are_joined_by_single_marks() -> None:
    for text, words in [
        ("", 0),
        ("it's a well-known e.g. 3.14 _x_", 6),
        ("it’s ’tis a.b.c a..b -a- a-.b", 8),
        ("naïve Ёлка-то д’Артаньян", 3),
        ("用Python3.11写 it’s好", 2),
    ]:
        assert count_words(text)[1] == words, text


def test_broken_characters_are_passed_by() -> None:
    assert count_words("\ud800a\udfff b 中") == (1, 2)
    assert article_language("zh-CN", "\ud800中文") == "zh-Hans"


def test_scripts_are_counted_in_words_or_characters() -> None:
    counts = script_counts("中文字 かな twenty-five letters of Latin Кириллица 한국어 ไทย")
    assert counts["han"] == 3
    assert counts["kana"] == 2
    assert counts["latin"] == -(-len("twentyfivelettersofLatin") // 5)
    assert counts["hangul"] == 1
    assert counts["thai"] == 3
    assert "thai" in CHARACTERS_COUNT
