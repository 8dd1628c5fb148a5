# SPDX-License-Identifier: MIT
"""Text as it is compared: other white space, widths and scripts make no other text."""

from __future__ import annotations

from reader.core.settings.normal_text import normalise, text_hash

TEXT = "".join(f"第{number}句说的是第{number * 7}件事，读到这里还没有完。" for number in range(400))
ORIGINALS = {"万": "萬", "说": "說", "读": "讀", "这": "這", "还": "還", "没": "沒"}


def test_the_traditional_form_is_the_same_text() -> None:
    shown = TEXT.translate(str.maketrans(ORIGINALS))
    assert shown != TEXT
    assert text_hash(shown) == text_hash(TEXT)


def test_white_space_and_width_of_characters_do_not_count() -> None:
    spaced = "\n\n".join(TEXT[at : at + 50] for at in range(0, len(TEXT), 50)).replace("，", ",")
    assert text_hash(spaced) == text_hash(TEXT)


def test_normal_text_knows_its_way_back() -> None:
    normal = normalise("ａ ﬁ\u200b 萬\n")
    assert normal.text == "afi万"
    assert [normal.to_original(each) for each in range(5)] == [0, 2, 2, 5, 7]
    assert normal.to_normal(5) == 3
