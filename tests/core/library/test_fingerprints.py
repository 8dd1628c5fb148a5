# SPDX-License-Identifier: MIT
"""Copies of an article are found by their text or address; different articles are not taken for copies."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from reader.core.library.fingerprints import Fingerprint, address, group, sketch
from reader.core.open_article import open_article


@pytest.fixture(scope="module")
def texts(shared: Path) -> list[str]:
    """The texts of real articles."""
    files = sorted(path for path in (shared / "articles").rglob("*.md") if path.is_file())[:60]
    return [text for path in files if len(text := open_article(path).text) > 600]


def test_edited_copies_are_found_and_nothing_else(texts: list[str]) -> None:
    chance = random.Random(1)
    prints = [Fingerprint(number, "", sketch(text)) for number, text in enumerate(texts)]
    before = group(prints)
    for number, text in enumerate(texts):
        at = chance.randrange(len(text))
        edited = f"{text[:at]} 编辑 edited {text[at + 5 :]}"
        prints.append(Fingerprint(number + 1000, "", sketch(edited)))
    found = {tuple(members) for members in group(prints)}
    alone = set(range(len(texts))) - {each for members in before for each in members}
    assert len(alone) > len(texts) * 0.9
    assert all((number, number + 1000) in found for number in alone)


def test_short_and_empty_texts_are_no_copies_of_each_other() -> None:
    assert sketch("Nothing to read.") == b""
    assert group([Fingerprint(1, "", b""), Fingerprint(2, "", b"")]) == []


def test_spacing_width_and_case_make_no_difference() -> None:
    text = "Ｔｈｅ quick brown fox jumps over the lazy dog, 然后又跳了回来。" * 3
    assert sketch(text) == sketch(text.lower().replace("Ｔｈｅ", "the").replace(" ", "\n"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.example.org/a/", "http://example.org/a"),
        ("https://example.org/a?utm_source=x&id=1#top", "https://m.example.org/a?id=1"),
        ("https://EXAMPLE.org/a", "https://example.org/a"),
    ],
)
def test_addresses_of_one_page_are_equal(one: str, other: str) -> None:
    assert address(one) == address(other) != ""


@pytest.mark.parametrize("url", [None, "", "https://example.org/", "https://example.org", "http://[", "no"])
def test_addresses_that_name_no_page_say_nothing(url: str | None) -> None:
    assert address(url) == ""


def test_a_phrase_of_a_whole_site_is_no_sign() -> None:
    chance = random.Random(2)
    letters = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过"
    tail = "本文由某站原创发布，未经许可禁止转载，题图来自网络。"
    bodies = ["".join(chance.choices(letters, k=900)) + tail for _ in range(200)]
    assert group(Fingerprint(at, "", sketch(body)) for at, body in enumerate(bodies)) == []


def test_copies_are_found_among_articles_with_much_in_common() -> None:
    chance = random.Random(3)
    letters = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过"
    frame = "".join(chance.choices(letters, k=1200))
    texts = [frame + "".join(chance.choices(letters, k=900)) for _ in range(100)]
    prints = [Fingerprint(at, "", sketch(text)) for at, text in enumerate(texts)]
    copies = [Fingerprint(at + 1000, "", sketch(text[:-20] + "另有说明。")) for at, text in enumerate(texts)]
    found = {tuple(members) for members in group([*prints, *copies])}
    assert found == {(at, at + 1000) for at in range(100)}
