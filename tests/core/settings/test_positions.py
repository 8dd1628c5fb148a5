# SPDX-License-Identifier: MIT
"""A position is words: it survives edits, other white space, other scripts and other widths."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.open_article import open_article
from reader.core.settings.normal_text import normalise, text_hash
from reader.core.settings.positions import anchor, resolve

TEXT = "".join(f"第{number}句说的是第{number * 7}件事，读到这里还没有完。" for number in range(400))
ORIGINALS = {"万": "萬", "说": "說", "读": "讀", "这": "這", "还": "還", "没": "沒"}


def test_a_position_is_found_where_it_was_made() -> None:
    for offset in (0, 1, 17, len(TEXT) // 2, len(TEXT) - 1):
        assert resolve(anchor(TEXT, offset), TEXT) == offset


def test_an_empty_text_has_no_place() -> None:
    assert resolve(anchor(TEXT, 50), "") is None
    assert resolve(anchor("", 0), TEXT) == 0


def test_the_traditional_form_is_the_same_text() -> None:
    offset = TEXT.index("第200句")
    shown = TEXT.translate(str.maketrans(ORIGINALS))
    assert shown != TEXT
    assert resolve(anchor(TEXT, offset), shown) == offset
    assert text_hash(shown) == text_hash(TEXT)


def test_white_space_and_width_of_characters_do_not_count() -> None:
    offset = TEXT.index("第200句")
    spaced = "\n\n".join(TEXT[at : at + 50] for at in range(0, len(TEXT), 50)).replace("，", ",")
    found = resolve(anchor(TEXT, offset), spaced)
    assert found is not None
    assert "".join(spaced[found:].split()).startswith("第200句")


def test_where_its_words_are_gone_the_neighbourhood_holds() -> None:
    offset = TEXT.index("第200句")
    cut = TEXT.replace("第200句说的是第1400件事，读到这里还没有完。", "")
    found = resolve(anchor(TEXT, offset), cut)
    assert found is not None and abs(found - offset) < 8
    away = resolve(anchor(TEXT, offset), "别的文字。" * 800)
    assert away is not None and 0.45 < away / 4000 < 0.55


def test_normal_text_knows_its_way_back() -> None:
    normal = normalise("ａ ﬁ\u200b 萬\n")
    assert normal.text == "afi万"
    assert [normal.to_original(each) for each in range(5)] == [0, 2, 2, 5, 7]
    assert normal.to_normal(5) == 3


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_edits_elsewhere_leave_the_sentence_at_the_top(data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(TEXT) - 80))
    start = data.draw(st.integers(0, len(TEXT)))
    size = data.draw(st.integers(0, 300))
    new = data.draw(st.text("天地玄黄宇宙洪荒 abc\n", max_size=300))
    if start < offset + 90 and start + size > offset - 70:
        return
    edited = TEXT[:start] + new + TEXT[start + size :]
    found = resolve(anchor(TEXT, offset), edited)
    assert found is not None
    assert normalise(edited[found:]).text.startswith(normalise(TEXT[offset : offset + 40]).text)


def test_real_articles_keep_every_place(shared: Path) -> None:
    files = sorted((shared / "articles").rglob("*.md"))[::90][:25]
    for file in files:
        text = open_article(file).text
        for offset in range(0, len(text), max(1, len(text) // 20)):
            found = resolve(anchor(text, offset), "前言。" + text)
            assert found is not None
            assert abs(found - 3 - offset) <= 4 or len(text) < 200
