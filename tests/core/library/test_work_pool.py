# SPDX-License-Identifier: MIT
"""Worker processes: every item is answered, and none of them can end a scan."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence

import pytest

from reader.core.article import Problem
from reader.core.library import Library
from reader.core.library.work_pool import WorkPool

from .conftest import Write


def double(numbers: Sequence[int]) -> list[int]:
    return [2 * number for number in numbers]


def deadly(numbers: Sequence[int]) -> list[int]:
    if 7 in numbers:
        os._exit(9)
    return double(numbers)


def endless(numbers: Sequence[int]) -> list[int]:
    while 3 in numbers:
        time.sleep(0.01)
    return double(numbers)


def gave_up(_number: int) -> int:
    return -1


def never() -> bool:
    return False


@pytest.mark.parametrize(
    ("work", "lost"), [(double, set[int]()), (deadly, {7}), (endless, {3})], ids=["well", "deadly", "endless"]
)
def test_every_item_is_answered_whatever_becomes_of_the_workers(work: object, lost: set[int]) -> None:
    pool = WorkPool(2, patience=3.0)
    numbers = list(range(20))
    batches = pool.run(work, numbers, 4, gave_up, never)  # type: ignore[arg-type]
    answers = dict(pair for batch in batches for pair in batch)
    assert answers == {number: -1 if number in lost else 2 * number for number in numbers}


def test_work_ends_when_it_is_to_stop() -> None:
    asked = iter(range(1000))
    batches = WorkPool(1).run(endless, [3] * 10, 1, gave_up, lambda: next(asked) > 3)
    assert list(batches) == []


def test_many_articles_are_read_by_workers(
    library: Library, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.core.library import reading_crew, scanner

    few = reading_crew.Pace(worth_workers=1, chunk=3, is_gentle=True)
    monkeypatch.setattr(scanner, "HEADS", few)
    monkeypatch.setattr(scanner, "TEXTS", few)
    for number in range(20):
        write(f"{number}.md", body="一二三四五六七八九十" * number, title=f"题目 {number}")
    report = library.scan()
    assert (report.articles, report.added, report.problems) == (20, 20, 0)
    words = {article.title: article.words for article in library.articles()}
    assert words == {f"题目 {number}": 10 * number for number in range(20)}
    assert library.search("九十").total == 19


def test_problems_travel_between_processes() -> None:
    batches = WorkPool(1).run(_problems, [1], 1, _problem, never)
    assert list(batches) == [[(1, Problem("x", "y", 1))]]


def _problems(lines: Sequence[int]) -> list[Problem]:
    return [_problem(line) for line in lines]


def _problem(line: int) -> Problem:
    return Problem("x", "y", line)


def test_items_are_taken_when_workers_will_soon_want_them() -> None:
    taken: list[int] = []

    def coming() -> Iterator[int]:
        for number in range(1_000):
            taken.append(number)
            yield number

    batches = WorkPool(2).run(double, coming(), 10, gave_up, never)
    first = next(batches)
    assert len(first) == 10
    assert len(taken) <= 80
    assert len(first) + sum(map(len, batches)) == len(taken) == 1_000
