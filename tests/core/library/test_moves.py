# SPDX-License-Identifier: MIT
"""Moved files: the article, its id and its reading state go with them."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from reader.core.library import Library
from reader.core.settings import ReadingStates, ReadState
from reader.core.settings.anchoring import Selector
from reader.core.settings.questions import give_place, which_files

from .conftest import Write


def test_a_renamed_file_keeps_id_and_state(library: Library, write: Write, states: ReadingStates) -> None:
    path = write("a.md", title="A")
    library.scan()
    (before,) = library.articles()
    states.set(path, state=ReadState.READING, progress=0.5)
    new = path.rename(path.with_name("b.md"))
    report = library.scan()
    assert (report.added, report.moved, report.removed) == (0, 1, 0)
    (after,) = library.articles()
    assert (after.id, after.added_at, after.path) == (before.id, before.added_at, new)
    assert (after.state, after.progress) == ("reading", 0.5)


def test_names_that_change_their_case_alone_keep_id_and_state(
    library: Library, write: Write, states: ReadingStates, root: Path
) -> None:
    old = write("Posts/Essay.md")
    library.scan()
    before = library.articles()[0].id
    states.set(old, state=ReadState.READING, starred=True, progress=0.4)
    (root / "Posts" / "Essay.md").rename(root / "Posts" / "essay.md")
    assert library.scan().moved == 1
    (root / "Posts").rename(root / "posts")
    assert library.scan().moved == 1
    (article,) = library.articles()
    assert article.path == root / "posts" / "essay.md"
    assert (article.id, article.starred, article.progress) == (before, True, 0.4)
    assert library.search("essay").hits[0].article.path == article.path


def test_a_copy_to_another_place_whose_original_goes_is_a_move(
    library: Library, write: Write, states: ReadingStates, root: Path
) -> None:
    path = write("a.md", body="the very same words")
    library.scan()
    states.set(path, starred=True)
    (root / "new").mkdir()
    shutil.copy(path, root / "new" / "a.md")
    path.unlink()
    report = library.scan()
    assert (report.moved, report.added, report.removed) == (1, 0, 0)
    assert library.articles()[0].starred


def test_a_copy_beside_its_original_is_another_article(library: Library, write: Write, root: Path) -> None:
    path = write("a.md")
    library.scan()
    shutil.copy(path, root / "copy.md")
    report = library.scan()
    assert (report.articles, report.added, report.moved) == (2, 1, 0)


def test_swapped_names_swap_their_states(library: Library, write: Write, states: ReadingStates) -> None:
    first, second = write("a.md", body="first"), write("b.md", body="second")
    library.scan()
    states.set(first, progress=0.1)
    states.set(second, progress=0.9)
    between = first.rename(first.with_name("x"))
    second.rename(first)
    between.rename(second)
    report = library.scan()
    assert (report.moved, report.added, report.removed) == (2, 0, 0)
    assert {article.path.name: article.progress for article in library.articles()} == {
        "a.md": 0.9,
        "b.md": 0.1,
    }


def test_a_file_moved_over_another_brings_its_own_state(
    library: Library, write: Write, states: ReadingStates
) -> None:
    first, second = write("a.md", body="first words"), write("b.md", body="second")
    library.scan()
    states.set(first, progress=0.1)
    states.set(second, progress=0.9)
    first.replace(second)
    library.scan()
    (article,) = library.articles()
    assert (article.path.name, article.progress) == ("b.md", 0.1)
    write("c.md", title="b", body="second")
    library.scan()
    assert {article.path.name: article.progress for article in library.articles()} == {
        "b.md": 0.1,
        "c.md": 0.9,
    }


def test_a_file_nothing_is_known_of_does_not_take_the_state_of_the_one_it_replaces(
    library: Library, write: Write, states: ReadingStates, root: Path
) -> None:
    first, second = write("a.md", body="first words"), write("b.md", body="second")
    library.scan()
    states.set(second, progress=0.9)
    library.scan()
    kept = second.read_text("utf-8")
    first.replace(second)
    library.scan()
    (article,) = library.articles()
    assert (article.path.name, article.progress) == ("b.md", 0)
    (root / "again.md").write_text(kept, "utf-8")
    library.scan()
    assert {article.path.name: article.progress for article in library.articles()} == {
        "b.md": 0,
        "again.md": 0.9,
    }


def test_of_two_copies_under_the_same_name_nobody_chooses(
    library: Library, write: Write, states: ReadingStates, root: Path
) -> None:
    path = write("a.md", body="the very same words")
    library.scan()
    states.set(path, starred=True)
    for name in ("one", "two"):
        (root / name).mkdir()
        shutil.copy(path, root / name / "a.md")
    path.unlink()
    library.scan()
    assert [article.starred for article in library.articles()] == [False, False]
    (question,) = library.recognise_strays().questions
    assert question.paths == (root / "one" / "a.md", root / "two" / "a.md")


def test_two_copies_are_asked_about_where_another_article_took_the_name(
    library: Library, write: Write, states: ReadingStates, root: Path
) -> None:
    original = write("a.md", title="First", body="The words of the first.")
    library.scan()
    states.set(original, starred=True)
    library.scan()
    away = original.rename(root / "away.md")
    copies = [shutil.copy2(away, root / name) for name in ("b.md", "c.md")]
    away.unlink()
    write("a.md", title="Second", body="Something else altogether.")
    library.scan()
    assert not states.get(original).starred
    (asked,) = which_files(states.store, library.recognise_strays().questions)
    assert asked.candidates == tuple(copies)
    give_place(states, asked.lost.uid, copies[:1])
    assert states.get(copies[0]).starred


def test_a_copy_that_moves_while_another_article_takes_the_name_has_the_state(
    library: Library, write: Write, states: ReadingStates, root: Path
) -> None:
    original = write("a.md", title="First", body="The words of the first.")
    copy = Path(shutil.copy2(original, root / "copy.md"))
    library.scan()
    states.set(original, starred=True)
    library.scan()
    original.unlink()
    write("a.md", title="Second", body="Something else altogether.")
    moved = copy.rename(root / "moved.md")
    library.scan()
    assert states.get(moved).starred
    assert not states.get(original).starred


@pytest.mark.parametrize("copies", [1, 2])
def test_a_copy_that_was_there_before_is_the_article_where_another_took_its_name(
    library: Library, write: Write, states: ReadingStates, root: Path, copies: int
) -> None:
    original = write("a.md", title="First", body="The words of the first.")
    known = [Path(shutil.copy2(original, root / f"copy {number}.md")) for number in range(copies)]
    library.scan()
    states.set(original, starred=True)
    library.scan()
    write("b.md", title="Second", body="Something else altogether.").replace(original)
    library.scan()
    assert not states.get(original).starred
    if copies > 1:
        (asked,) = which_files(states.store, library.recognise_strays().questions)
        assert asked.candidates == tuple(known)
        give_place(states, asked.lost.uid, known[:1])
    assert states.get(known[0]).starred


@pytest.mark.parametrize("title", ["First", "First, corrected"])
def test_a_copy_that_was_there_before_does_not_take_the_state_of_what_is_edited(
    library: Library, write: Write, states: ReadingStates, root: Path, title: str
) -> None:
    original = write("a.md", title="First", body="The words of the first.")
    copy = Path(shutil.copy2(original, root / "copy.md"))
    library.scan()
    states.set(original, starred=True)
    library.scan()
    write("a.md", title=title, body="The words of the first, and more of them.")
    library.scan()
    assert states.get(original).starred
    assert not states.get(copy).starred


def test_copies_made_before_an_edit_leave_the_state_where_it_is(
    library: Library, write: Write, states: ReadingStates, root: Path
) -> None:
    original = write("a.md", title="First", body="The words of the first.")
    library.scan()
    states.set(original, starred=True)
    library.scan()
    for name in ("b.md", "c.md"):
        shutil.copy2(original, root / name)
    write("a.md", title="First", body="The words of the first, and more of them.")
    library.scan()
    assert states.get(original).starred
    assert library.recognise_strays().questions == ()


def test_a_new_file_in_the_place_of_a_moved_one_is_new(
    library: Library, write: Write, states: ReadingStates
) -> None:
    path = write("a.md", body="old words")
    library.scan()
    states.set(path, state=ReadState.FINISHED)
    path.rename(path.with_name("archive.md"))
    write("a.md", body="quite other words")
    library.scan()
    assert {article.path.name: article.state for article in library.articles()} == {
        "archive.md": "finished",
        "a.md": "new",
    }


def test_an_article_that_comes_back_elsewhere_has_its_state(
    library: Library, write: Write, states: ReadingStates, root: Path, tmp_path: Path
) -> None:
    path = write("a.md", body="words")
    library.scan()
    states.set(path, state=ReadState.FINISHED)
    shutil.move(path, tmp_path / "usb.md")
    library.scan()
    assert library.articles() == ()
    (root / "later").mkdir()
    shutil.copy(tmp_path / "usb.md", root / "later" / "again.md")
    library.scan()
    assert library.articles()[0].state == "finished"


def test_a_state_survives_the_loss_of_the_catalogue_and_a_rename(
    library: Library, write: Write, states: ReadingStates
) -> None:
    path = write("a.md", body="words")
    library.scan()
    states.set(path, starred=True)
    library.scan()
    library.rebuild()
    path.rename(path.with_name("b.md"))
    library.scan()
    assert library.articles()[0].starred


def test_a_moved_folder_moves_all_its_articles(
    library: Library, write: Write, states: ReadingStates, root: Path
) -> None:
    for number in range(20):
        states.set(write(f"old/{number}.md", body="the same"), progress=number / 100)
    library.scan()
    (root / "old").rename(root / "new")
    report = library.scan()
    assert (report.moved, report.added, report.removed) == (20, 0, 0)
    assert {article.path.stem: article.progress for article in library.articles()} == {
        str(number): number / 100 for number in range(20)
    }


@pytest.mark.parametrize("seed", range(4))
def test_a_storm_of_changes_ends_like_a_fresh_scan(
    library: Library, write: Write, states: ReadingStates, root: Path, seed: int
) -> None:
    chance = random.Random(seed)
    owner: dict[Path, float] = {}
    for number in range(60):
        path = write(f"{number % 4}/{number}.md", body=f"article {number}")
        states.set(path, progress=number / 100)
        owner[path] = number / 100
    library.scan()
    for step in range(80):
        paths = sorted(owner)
        path = chance.choice(paths)
        what = chance.randrange(4)
        if what == 0:
            goal = root / str(chance.randrange(5)) / f"moved{step}.md"
            goal.parent.mkdir(exist_ok=True)
            owner[path.rename(goal)] = owner.pop(path)
        elif what == 1:
            other = chance.choice(paths)
            if other != path:
                spare = path.rename(root / "spare")
                other.rename(path)
                spare.rename(other)
                owner[path], owner[other] = owner[other], owner[path]
        elif what == 2:
            path.unlink()
            del owner[path]
        else:
            fresh = write(f"new{step}.md", body=f"fresh {step}")
            owner[fresh] = 0.0
        if step % 9 == 0:
            library.scan()
    library.scan()
    assert {article.path: article.progress for article in library.articles()} == owner
    assert sum(len(files) for _, _, files in os.walk(root)) == len(owner)


def test_a_copy_saved_anew_elsewhere_takes_the_state_by_its_address(
    library: Library, root: Path, states: ReadingStates
) -> None:
    page = (
        '<html><head><title>{}</title><link rel="canonical" href="https://example.org/a/1"></head>{}</html>'
    )
    old, new = root / "old.html", root / "sub" / "saved again.html"
    old.write_text(page.format("One", "<body><p>Some words to read here.</p></body>"), "utf-8")
    library.scan()
    states.set(old, state=ReadState.READING, progress=0.4)
    library.scan()
    old.unlink()
    library.scan()
    new.parent.mkdir()
    new.write_text(page.format("One, again", "<body><p>Other words, of another length.</p></body>"), "utf-8")
    library.scan()
    (article,) = library.articles()
    assert (article.path, article.state, article.progress) == (new, "reading", 0.4)


@pytest.mark.parametrize("catalogue_is_lost", [False, True])
def test_what_is_done_with_an_open_article_whose_file_was_moved_goes_along(
    library: Library, write: Write, root: Path, states: ReadingStates, catalogue_is_lost: bool
) -> None:
    old = root / "a.md"
    write("a.md", "---\ntitle: A\n---\n\nText of A.\n")
    library.scan()
    states.set(old, opened=True)
    old.rename(new := root / "moved.md")
    if catalogue_is_lost:
        library.close()
        library.catalogue.unlink()
    library.scan()
    states.set(old, starred=True)  # by a window that still stands there
    mark = states.highlights.add(old, Selector("Text"))
    assert states.get(new).starred
    assert [one.id for one in states.highlights.of(new)] == [mark.id]
    assert (states.get(old).starred, states.get(old).path) == (True, old)
    assert states.highlights.of(old) == states.highlights.of(new)
    write("a.md", "---\ntitle: Another\n---\n\nOther text.\n")
    library.scan()
    assert not states.get(old).starred
    states.set(old, tags=["other"])
    assert states.get(new).tags == ()
