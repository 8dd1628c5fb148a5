# SPDX-License-Identifier: MIT
"""Highlights find their passage in an edited text, or say that they do not: never a wrong place."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.open_article import open_article
from reader.core.settings.anchoring import Selector, find, select
from reader.core.settings.normal_text import normalise

AMOUNT = int(os.environ.get("READER_HIGHLIGHTS", "600"))
TEXT = "".join(f"第{number}句说的是第{number * 7}件事，读到这里还没有完。" for number in range(300))


def test_a_passage_is_found_in_the_text_it_was_made_in() -> None:
    start = TEXT.index("说的是第700件")
    selector = select(TEXT, TEXT, start, start + 4)
    assert selector.exact == "说的是第"
    assert selector.prefix and selector.suffix
    assert find(selector, TEXT) == (start, start + 4)


def test_a_passage_that_is_gone_is_not_found_in_another_like_it() -> None:
    start = TEXT.index("第100句说的是")
    selector = select(TEXT, TEXT, start, start + 4)
    gone = TEXT[: start - 30] + TEXT[start + 60 :]
    assert find(selector, gone) is None


def test_repeated_passages_are_told_apart_or_left() -> None:
    text = "同一句话。" * 200
    selector = select(text, text, 500, 503)
    assert find(selector, text) == (500, 503)
    assert find(selector, text[5:]) is None


def test_both_scripts_are_one_text() -> None:
    start = TEXT.index("读到这里")
    selector = select(TEXT, TEXT, start, start + 4)
    shown = TEXT.replace("读", "讀").replace("这", "這").replace("还", "還").replace("里", "裡")
    assert find(selector, shown) == (start, start + 4)


def test_nothing_is_found_of_nothing() -> None:
    assert find(Selector(""), TEXT) is None
    assert find(Selector("别的"), TEXT) is None
    assert find(Selector("别的"), "") is None


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300))
def test_any_selection_of_any_text_is_found_again(text: str, first: int, second: int) -> None:
    start, end = sorted((min(first, len(text)), min(second, len(text))))
    selector = select(text, text, start, end)
    found = find(selector, text)
    if normalise(text[start:end]).text:
        assert found is not None
        assert normalise(text[found[0] : found[1]]).text == normalise(text[start:end]).text


@pytest.mark.parametrize("seed", [1, 2])
def test_highlights_over_real_articles_survive_random_edits(shared: Path, seed: int) -> None:
    choice = random.Random(seed)
    texts = _texts(shared, choice, 12)
    existing = found_right = 0
    while existing < AMOUNT // 2:
        text = choice.choice(texts)
        marks = [_mark(text, choice) for _ in range(12)]
        edited, kept = _edit(text, choice)
        normal, before = normalise(edited), normalise(text)
        for start, end in marks:
            selector = select(before, text, start, end)
            span = find(selector, normal)
            moved = next((to + start - a for a, b, to in kept if a <= start and end <= b), None)
            if moved is None:
                if span is not None:  # cut in two and yet there: only white space went
                    assert normalise(edited[slice(*span)]).text == normalise(selector.exact).text
                continue
            existing += 1
            if span is not None:
                assert normal.to_normal(span[0]) == normal.to_normal(moved), selector
                found_right += 1
    assert found_right >= 0.99 * existing


def _texts(shared: Path, choice: random.Random, amount: int) -> list[str]:
    files = sorted((shared / "articles").rglob("*.md"))
    choice.shuffle(files)
    texts: list[str] = []
    for file in files:
        text = open_article(file).text
        if len(text) > 1500 and "Lorem ipsum" not in text:
            texts.append(text[:40_000])
        if len(texts) == amount:
            break
    return texts


def _mark(text: str, choice: random.Random) -> tuple[int, int]:
    while True:
        start = choice.randrange(len(text) - 120)
        end = start + choice.choice((2, 4, 8, 15, 40, 100))
        if not text[start].isspace() and not text[end - 1].isspace():
            return start, end


def _edit(text: str, choice: random.Random) -> tuple[str, list[tuple[int, int, int]]]:
    """The text after some edits, and which stretches of it are now where."""
    edited, kept, place = "", list[tuple[int, int, int]](), 0
    for at in sorted(choice.sample(range(len(text)), choice.randint(1, 6))):
        if at < place:
            continue
        kept.append((place, at, len(edited)))
        edited += text[place:at]
        if choice.random() < 0.7:
            edited += "".join(
                choice.choice("天地玄黄宇宙洪荒日月盈昃 qzxj") for _ in range(choice.choice((1, 5, 80)))
            )
        place = at + choice.choice((0, 1, 3, 20, 200))
    if place < len(text):
        kept.append((place, len(text), len(edited)))
        edited += text[place:]
    return edited, kept
