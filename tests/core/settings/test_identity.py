# SPDX-License-Identifier: MIT
"""States follow their articles: moves, edits, copies, swaps; what is not certain is asked."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.core.content_hash import content_hash
from reader.core.settings import FoundArticle, ReadingStates, ReadState
from reader.core.settings.file_marks import file_mark_of

STORM = int(os.environ.get("READER_STORM", "300"))


@pytest.fixture
def states(tmp_path: Path) -> Iterator[ReadingStates]:
    states = ReadingStates(tmp_path / "data" / "state.db")
    yield states
    states.close()


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def _found(path: Path, **facts: str) -> FoundArticle:
    return FoundArticle(path, content_hash=content_hash(path), file_mark=file_mark_of(path), **facts)


def test_a_moved_file_keeps_its_state_without_any_catalogue(states: ReadingStates, tmp_path: Path) -> None:
    old = _write(tmp_path / "a.md", "text of a")
    states.set(old, state=ReadState.FINISHED)
    new = tmp_path / "deep" / "b.md"
    new.parent.mkdir()
    old.rename(new)
    done = states.recognise([_found(new)])
    assert done.moved == ((old, new),)
    assert states.get(new).state is ReadState.FINISHED
    assert [one.path for one in states.all()] == [new]


@pytest.mark.parametrize(
    "fact",
    [{"text_hash": "e" * 32}, {"source_url": "https://a.example/1"}, {"title": "题", "date": "2020-01-01"}],
)
def test_an_edited_and_moved_file_is_known_by_what_it_says(
    states: ReadingStates, tmp_path: Path, fact: dict[str, str]
) -> None:
    old = _write(tmp_path / "a.md", "text of a")
    states.set(old, starred=True)
    states.recognise([_found(old, **fact)])
    old.unlink()
    new = _write(tmp_path / "b.html", "<p>text of a, saved anew</p>")
    assert states.recognise([_found(new, **fact)]).moved == ((old, new),)
    assert states.get(new).starred


def test_an_edit_in_place_stays_in_place(states: ReadingStates, tmp_path: Path) -> None:
    file = _write(tmp_path / "a.md", "text")
    states.set(file, starred=True)
    _write(file, "text with more")
    done = states.recognise([_found(file)])
    assert (done.moved, done.questions) == ((), ())
    assert states.get(file).starred


def test_a_number_that_was_given_again_does_not_make_two_files_one(
    states: ReadingStates, tmp_path: Path
) -> None:
    old = _write(tmp_path / "a.md", "text")
    states.set(old, starred=True)
    states.recognise([_found(old)])
    copy = _write(tmp_path / "b.md", "text")
    mark = file_mark_of(old)
    _write(old, "another")
    other = FoundArticle(old, content_hash=content_hash(old), file_mark=mark)
    assert states.recognise([other, _found(copy)]).moved == ((old, copy),)
    assert states.get(copy).starred
    assert not states.get(old).starred


def test_swapped_names_are_seen_through(states: ReadingStates, tmp_path: Path) -> None:
    one, two = _write(tmp_path / "1.md", "one"), _write(tmp_path / "2.md", "two")
    states.set(one, tags=["one"])
    states.set(two, tags=["two"])
    one.rename(tmp_path / "x")
    two.rename(one)
    (tmp_path / "x").rename(two)
    states.recognise([_found(one), _found(two)])
    assert (states.get(one).tags, states.get(two).tags) == (("two",), ("one",))


def test_several_files_that_might_be_it_are_a_question(states: ReadingStates, tmp_path: Path) -> None:
    old = _write(tmp_path / "a.md", "text")
    states.set(old, starred=True)
    old.unlink()
    copies = [_write(tmp_path / name, "text") for name in ("b.md", "c.md")]
    done = states.recognise([_found(each) for each in copies])
    assert done.moved == ()
    (question,) = done.questions
    assert question.paths == tuple(copies)
    assert [known.path for known in question.known] == [old]
    states.move(old, copies[1])
    assert states.get(copies[1]).starred


def test_a_copy_is_an_article_of_its_own_until_it_shall_share(states: ReadingStates, tmp_path: Path) -> None:
    one, copy = _write(tmp_path / "a.md", "text"), _write(tmp_path / "copy" / "a.md", "text")
    states.set(one, starred=True)
    assert states.recognise([_found(one), _found(copy)]).moved == ()
    assert not states.get(copy).starred
    states.share(one, copy)
    assert states.get(copy).starred
    states.set(copy, progress=0.5)
    assert states.get(one).progress == 0.5


def test_a_storm_of_moves_copies_and_swaps_leaves_every_state_at_its_article(
    states: ReadingStates, tmp_path: Path
) -> None:
    choice = random.Random(3)
    files = {
        number: _write(tmp_path / f"{number % 7}" / f"{number}.md", f"article {number}")
        for number in range(STORM)
    }
    for number, file in files.items():
        states.set(file, progress=number / STORM)
    numbers = list(files)
    choice.shuffle(numbers)
    third = STORM // 3
    for number in numbers[:third]:  # moved and renamed
        target = tmp_path / "moved" / f"{number * 13}.md"
        target.parent.mkdir(exist_ok=True)
        files[number] = files[number].rename(target)
    swapped = numbers[third : 2 * third // 2 * 2]
    for one, other in zip(swapped[::2], swapped[1::2], strict=False):
        a, b, between = files[one], files[other], tmp_path / "between"
        a.rename(between)
        b.rename(a)
        between.rename(b)
        files[one], files[other] = b, a
    copies = [
        _write(tmp_path / "copies" / f"{number}.md", f"article {number}") for number in numbers[2 * third :]
    ]
    done = states.recognise([_found(each) for each in [*files.values(), *copies]])
    assert done.questions == ()
    assert {number: states.get(file).progress for number, file in files.items()} == {
        number: number / STORM for number in files
    }
    assert all(states.get(copy).progress == 0 for copy in copies)
