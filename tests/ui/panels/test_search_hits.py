# SPDX-License-Identifier: MIT
"""What a search finds where the index cannot answer: no library yet, or one that was only listed so far."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reader.core.library import Library
from reader.core.settings import ReadingStates
from reader.ui.article_arrangement import HitOrder
from reader.ui.places import STARRED, UNREAD, Place, PlaceKind
from reader.ui.search_hits import PAGE, find_hits, find_welcome_hits


@pytest.fixture
def listed(tmp_path: Path) -> Library:
    """120 articles that were listed; their index was lost."""
    root = tmp_path / "articles"
    for number in range(120):
        file = root / ("a" if number % 2 else "b") / f"{number}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\ntitle: Flow of data {number:03}\n---\n\nWords.\n", "utf-8")
    library = Library(tmp_path / "catalogue.db", ReadingStates(tmp_path / "state.db"))
    library.add_folder(root)
    library.scan()
    library.close()
    shutil.rmtree(tmp_path / "search")
    return Library(tmp_path / "catalogue.db", ReadingStates(tmp_path / "state.db"))


def test_while_nothing_is_indexed_titles_are_found_page_by_page(listed: Library, tmp_path: Path) -> None:
    first = find_hits(listed, "DATA flow", None, HitOrder("title"))
    assert (first.share, first.total, first.asked) == (0.0, 120, PAGE)
    assert [each.title for each in first.articles] == [f"Flow of data {at:03}" for at in range(PAGE)]
    assert first.rows[str(first.articles[0].key)].title_marks == ((0, 4), (8, 12))
    second = find_hits(listed, "DATA flow", None, HitOrder("title"), first)
    assert (second.total, second.articles[0].title) == (120, "Flow of data 050")
    assert find_hits(listed, "zebra", None, HitOrder()).total == 0
    inside = Place(PlaceKind.FOLDER, tmp_path / "articles" / "a")
    assert find_hits(listed, "flow", inside, HitOrder()).total == 60
    listed.states.set(first.articles[0].path, starred=True)
    assert find_hits(listed, "flow", STARRED, HitOrder()).total == 1
    assert find_hits(listed, "flow", UNREAD, HitOrder()).total == 120
    listed.close()


def test_the_bundled_articles_are_found_without_a_library(tmp_path: Path) -> None:
    library = Library(tmp_path / "catalogue.db", ReadingStates(tmp_path / "state.db"))
    hits = find_welcome_hits(library, "keyboard", "en", HitOrder())
    assert hits.share == 1.0
    assert hits.total == len(hits.articles) == hits.asked > 0
    assert hits.rows[str(hits.articles[0].key)].title_marks
    by_title = find_welcome_hits(library, "-zebra", "en", HitOrder("title", backwards=True))
    titles = [each.title.casefold() for each in by_title.articles]
    assert titles == sorted(titles, reverse=True)
    library.close()
