# SPDX-License-Identifier: MIT
"""Highlights are kept with their notes, found by words, listed as orphans, and never dropped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.core.errors import SettingsError
from reader.core.settings import ReadingStates
from reader.core.settings.anchoring import select

A = Path("/articles/a.md")
TEXT = "内核是操作系统的核心，负责管理进程、内存与设备。调度器决定哪一个进程先运行。" * 2 + "结尾不同。"


@pytest.fixture
def states(tmp_path: Path) -> Iterator[ReadingStates]:
    states = ReadingStates(
        tmp_path / "data" / "state.db", clock=lambda: datetime(2026, 11, 22, 12, tzinfo=UTC)
    )
    yield states
    states.close()


def test_a_highlight_is_kept_with_all_that_belongs_to_it(states: ReadingStates) -> None:
    start = TEXT.rindex("调度器")
    made = states.highlights.add(
        A, select(TEXT, TEXT, start, start + 3, (1, 2)), colour="blue", note="记住", tags=["os"]
    )
    (kept,) = ReadingStates(states.path).highlights.of(A)
    assert kept == made
    assert (kept.selector.exact, kept.colour, kept.note, kept.tags) == ("调度器", "blue", "记住", ("os",))
    assert (kept.selector.path, kept.created_at, kept.path) == ((1, 2), "2026-11-22T12:00:00Z", A)


def test_it_changes_goes_and_comes_back(states: ReadingStates) -> None:
    marks = states.highlights
    one = marks.add(A, select(TEXT, TEXT, 0, 2))
    changed = marks.change(one.id, note="新", colour="pink")
    assert (changed.note, changed.colour, changed.tags) == ("新", "pink", ())
    marks.delete(one.id)
    assert marks.of(A) == ()
    with pytest.raises(SettingsError, match="not there"):
        marks.get(one.id)
    marks.restore(one.id)
    assert marks.of(A) == (changed,)


def test_what_no_longer_anchors_is_an_orphan_until_it_does(states: ReadingStates) -> None:
    start = TEXT.index("负责")
    states.highlights.add(A, select(TEXT, TEXT, start, start + 12))
    (gone,) = states.highlights.anchor(A, "另一篇文章。")
    assert gone.span is None
    assert states.highlights.all()[0].orphaned
    (found,) = states.highlights.anchor(A, TEXT)
    assert found.span == (start, start + 12)
    assert not states.highlights.all()[0].orphaned


def test_an_orphan_can_be_given_another_passage(states: ReadingStates) -> None:
    marks = states.highlights
    one = marks.add(A, select(TEXT, TEXT, 0, 2), note="记住", colour="pink")
    edited = "完全改写了的文章，说的是同一件事。"
    assert marks.anchor(A, edited)[0].span is None
    start = edited.index("同一件事")
    marks.reattach(one.id, select(edited, edited, start, start + 4))
    (found,) = marks.anchor(A, edited)
    assert found.span == (start, start + 4)
    assert (found.highlight.note, found.highlight.colour) == ("记住", "pink")
    assert not marks.get(one.id).orphaned
    marks.reattach(one.id, one.selector)
    assert marks.anchor(A, TEXT)[0].span == (0, 2)
    with pytest.raises(ValueError, match="text"):
        marks.reattach(one.id, select(" ", " ", 0, 1))


def test_overlapping_ones_stand_beside_each_other_in_order(states: ReadingStates) -> None:
    for start, end in ((4, 9), (0, 6), (5, 7)):
        states.highlights.add(A, select(TEXT, TEXT, start, end))
    spans = [one.span for one in states.highlights.anchor(A, TEXT)]
    assert spans == [(0, 6), (4, 9), (5, 7)]


def test_they_are_found_by_text_note_and_tag(states: ReadingStates) -> None:
    states.highlights.add(A, select(TEXT, TEXT, 0, 8), note="Scheduler", tags=["系统"])
    states.highlights.add(Path("/articles/b.md"), select(TEXT, TEXT, 10, 14))
    assert len(states.highlights.all()) == 2
    assert len(states.highlights.all("scheduler 系統")) == 1
    assert states.highlights.all("scheduler 没有") == ()


def test_they_move_with_their_article(states: ReadingStates) -> None:
    states.highlights.add(A, select(TEXT, TEXT, 0, 8))
    states.move(A, Path("/articles/new.md"))
    (mark,) = states.highlights.of(Path("/articles/new.md"))
    assert mark.path == Path("/articles/new.md")


def test_a_colour_that_is_none_and_no_text_are_refused(states: ReadingStates) -> None:
    with pytest.raises(ValueError, match="yellow"):
        states.highlights.add(A, select(TEXT, TEXT, 0, 8), colour="infrared")
    with pytest.raises(ValueError, match="text"):
        states.highlights.add(A, select(TEXT, TEXT, 3, 3))
    assert states.highlights.all() == ()
