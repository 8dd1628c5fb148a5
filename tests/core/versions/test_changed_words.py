# SPDX-License-Identifier: MIT
"""Words that differ inside a paragraph."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.versions import Piece, changed_words


def marked(pieces: tuple[Piece, ...]) -> list[str]:
    """What is marked."""
    return [piece.text for piece in pieces if piece.marked]


def test_whole_words_are_marked_in_scripts_with_spaces() -> None:
    before, after = changed_words("The quick brown fox jumps over it.", "The quick red fox jumps over it.")
    assert (marked(before), marked(after)) == (["brown"], ["red"])


def test_only_the_changed_characters_are_marked_in_chinese() -> None:
    before, after = changed_words("互联网巨头正在行动。", "互联网公司正在行动。")
    assert (marked(before), marked(after)) == (["巨头"], ["公司"])


def test_a_lone_sign_between_two_changes_does_not_break_the_mark() -> None:
    before, after = changed_words("他们提高了速度，也降低了成本。", "他们改进了质量，也降低了成本。")
    assert (marked(before), marked(after)) == (["提高了速度"], ["改进了质量"])


def test_numbers_beside_chinese_are_words() -> None:
    before, after = changed_words("这是2021年的事。", "这是2022年的事。")
    assert (marked(before), marked(after)) == (["2021"], ["2022"])


def test_a_paragraph_too_long_for_words_is_marked_between_its_ends() -> None:
    started = time.process_time()
    before, after = changed_words("始" + "一二三四" * 1000 + "终", "始" + "五六七八" * 1000 + "终")
    assert time.process_time() - started < 5
    assert marked(before) == ["一二三四" * 1000]
    assert marked(after) == ["五六七八" * 1000]


@given(st.text("ab 的一。\n’", max_size=60), st.text("ab 的一。\n’", max_size=60))
@settings(max_examples=200, deadline=None)
def test_the_pieces_are_the_whole_text(before: str, after: str) -> None:
    pieces, pieces_after = changed_words(before, after)
    assert "".join(piece.text for piece in pieces) == before
    assert "".join(piece.text for piece in pieces_after) == after
    if before == after:
        assert not marked(pieces)
