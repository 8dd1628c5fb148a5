# SPDX-License-Identifier: MIT
"""Stored texts: what goes in comes out, and what was learned of a language makes them small."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from reader.core.errors import LibraryError
from reader.core.library import Library
from reader.core.library.search.packing import LEARNED_FROM, TextPacker, TextUnpacker
from reader.core.library.search.prepared import BODY_ENCODING, stored_form
from tests.core.library.conftest import Write
from tests.core.library.search.test_index import HOSTILE

LETTERS = "数据库索引人工智能性能优化文章 etaoinshrdlu"
_CHANCE = random.Random(1)
PHRASES = ["".join(_CHANCE.choice(LETTERS) for _ in range(50)) for _ in range(300)]


def article(seed: int) -> str:
    """Some thousand characters; other articles have their parts in another order."""
    return "\n".join(random.Random(seed).sample(PHRASES, 60))


def encoded(seed: int) -> bytes:
    return article(seed).encode(BODY_ENCODING)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_comes_out_as_it_went_in(tmp_path: Path, text: str) -> None:
    kept = stored_form(text)
    body = TextPacker(tmp_path).packed(kept.encode(BODY_ENCODING), "zh")
    texts = TextUnpacker(tmp_path)
    assert texts.beginning(body, 4_000_000) == kept
    assert kept.startswith(texts.beginning(body, 100))
    assert texts.size(body) == len(kept.encode("gb18030"))


def test_a_language_is_learned_once_and_known_from_then_on(tmp_path: Path) -> None:
    packer = TextPacker(tmp_path)
    bodies = [packer.packed(encoded(seed), "zh") for seed in range(LEARNED_FROM // 4000)]
    (learned,) = tmp_path.iterdir()
    assert learned.name.startswith("zh-")
    assert len(bodies[-1]) < 0.8 * len(bodies[0])
    assert len(TextPacker(tmp_path).packed(encoded(1), "zh")) < 0.8 * len(bodies[1])
    assert len(TextPacker(tmp_path).packed(encoded(1), "en")) == len(bodies[1])
    texts = TextUnpacker(tmp_path)
    assert [texts.beginning(body, 1_000_000) for body in bodies] == [article(at) for at in range(len(bodies))]


def test_texts_that_have_nothing_in_common_are_packed_without(tmp_path: Path) -> None:
    packer = TextPacker(tmp_path)
    for language in ("../..", "zh", "", "x" * 50):
        bodies = [packer.packed(("数" * LEARNED_FROM).encode(BODY_ENCODING), language) for _ in range(3)]
        assert {TextUnpacker(tmp_path).beginning(body, 9) for body in bodies} == {"数数数数"}
    assert list(tmp_path.parent.rglob("*.new")) == []


@pytest.mark.parametrize("harm", ["lost", "cut"])
def test_what_was_learned_and_is_gone_is_damage_that_mends_itself(
    library: Library, write: Write, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    monkeypatch.setattr("reader.core.library.search.packing.LEARNED_FROM", 60_000)
    for number in range(20):
        write(f"{number}.md", body=f"所有数据库\n\n{article(number)}")
    library.scan()
    assert library.search("所有数据库").total == 20
    (learned,) = library.search_index.folder.glob("*.learned")
    library.close()
    if harm == "cut":
        learned.write_bytes(learned.read_bytes()[:999])
        with pytest.raises(LibraryError, match="is damaged; the next scan makes it anew"):
            library.search("所有数据库")
    else:
        learned.unlink()
        assert "is damaged; the next scan makes it anew" in library.search_index.check()
    assert library.search("所有数据库").share == 0
    library.scan()
    library.scan()
    page = library.search("所有数据库")
    assert page.total == 20
    assert all(hit.snippet.matches for hit in page.hits)
