# SPDX-License-Identifier: MIT
"""What is asked of a person: two places to go on from, and states whose file may be one of several."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.core.content_hash import content_hash
from reader.core.library import Library
from reader.core.settings import FoundArticle, ReadingPosition, ReadingStates, ReadState
from reader.core.settings.merge import take_journals
from reader.core.settings.questions import WhichFile, decline, give_place, stops_of, which_files


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    return made


@pytest.fixture
def library(pair: list[ReadingStates], root: Path, tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "catalogue.db", pair[0])
    library.add_folder(root)
    yield library
    library.close()


def _write(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def _at(fraction: float) -> ReadingPosition:
    return ReadingPosition(offset=round(1000 * fraction), before="a", after="b", fraction=fraction)


def _questions(library: Library) -> tuple[WhichFile, ...]:
    return which_files(library.states.store, library.recognise_strays().questions)


def _lose_one_of_two(library: Library, root: Path) -> tuple[Path, Path]:
    """An article with a state that is gone, and two copies of it that turned up."""
    old = _write(root / "a.md", "---\ntitle: 要点\n---\n\ntext\n")
    library.scan()
    library.states.set(old, starred=True, state=ReadState.READING, progress=0.6)
    library.scan()
    text = old.read_text("utf-8")
    old.unlink()
    copies = _write(root / "b.md", text), _write(root / "c.md", text)
    library.scan()
    return copies


def test_two_machines_that_stopped_apart_are_both_told(pair: list[ReadingStates], root: Path) -> None:
    article = _write(root / "a.md", "text")
    pair[0].set(article, position=_at(0.2))
    take_journals(pair[1].store, [pair[0].store.journal_path])
    uid = pair[1].store.connection.execute("SELECT uid FROM article").fetchone()[0]
    give_place(pair[1], uid, [article])
    assert stops_of(pair[1].store, article) == ()
    pair[1].set(article, position=_at(0.4))
    pair[0].set(article, position=_at(0.7))
    take_journals(pair[0].store, [pair[1].store.journal_path])
    stops = stops_of(pair[0].store, article)
    assert [(stop.position.fraction, stop.is_here) for stop in stops] == [(0.4, False), (0.7, True)]
    assert stops[0].when < stops[1].when
    assert pair[0].get(article).position == _at(0.7)
    pair[0].set(article, position=stops[0].position)  # the answer
    assert stops_of(pair[0].store, article) == ()
    assert pair[0].get(article).position == _at(0.4)


def test_nothing_is_asked_where_nothing_is_known(pair: list[ReadingStates], root: Path) -> None:
    assert stops_of(pair[0].store, root / "never.md") == ()


def test_a_state_that_may_belong_to_two_files_is_asked(library: Library, root: Path) -> None:
    copies = _lose_one_of_two(library, root)
    (question,) = _questions(library)
    assert question.candidates == copies
    assert question.same_content
    lost = question.lost
    assert (lost.title, lost.path, lost.starred, lost.progress) == ("要点", root / "a.md", True, 0.6)
    give_place(library.states, lost.uid, [copies[1]])
    assert library.states.get(copies[1]).starred
    assert not library.states.get(copies[0]).starred
    assert _questions(library) == ()


def test_a_state_is_asked_about_once_whatever_it_may_be_known_by(library: Library, root: Path) -> None:
    old = _write(root / "a.md", "---\ntitle: 要点\ndate: 2020-01-01\n---\n\ntext\n")
    library.states.set(old, starred=True)
    library.scan()
    text = old.read_text("utf-8")
    old.unlink()
    copies = [_write(root / f"{name}.md", text) for name in "bc"]
    library.scan()
    (question,) = _questions(library)
    assert (list(question.candidates), question.same_content) == (copies, True)
    other = _write(root / "d.md", f"{text}\nmore\n")
    library.scan()
    (question,) = _questions(library)
    assert (list(question.candidates), question.same_content) == ([*copies, other], False)


def test_copies_can_share_the_state(library: Library, root: Path) -> None:
    copies = _lose_one_of_two(library, root)
    (question,) = _questions(library)
    give_place(library.states, question.lost.uid, copies)
    assert all(library.states.get(copy).starred for copy in copies)
    library.states.set(copies[1], state=ReadState.FINISHED)
    assert library.states.get(copies[0]).state is ReadState.FINISHED


def test_what_was_done_with_the_file_meanwhile_is_kept(library: Library, root: Path) -> None:
    copies = _lose_one_of_two(library, root)
    (question,) = _questions(library)
    library.states.set(copies[0], tags=["new"])
    give_place(library.states, question.lost.uid, [copies[0]])
    state = library.states.get(copies[0])
    assert (state.starred, state.tags, state.progress) == (True, ("new",), 0.6)
    assert _questions(library) == ()


def test_none_of_these_is_not_asked_again(library: Library, root: Path) -> None:
    copies = _lose_one_of_two(library, root)
    (question,) = _questions(library)
    decline(library.states.store, question.lost.uid, copies)
    assert _questions(library) == ()
    late = _write(root / "d.md", copies[0].read_text("utf-8"))
    library.scan()
    assert library.states.get(late).starred, "only one is left that it can be"


def test_a_state_of_another_machine_finds_its_article(
    pair: list[ReadingStates], library: Library, root: Path, tmp_path: Path
) -> None:
    here = _write(root / "a.md", "---\ntitle: A\ndate: 2020-01-01\n---\n\ntext\n")
    library.scan()
    there = tmp_path / "elsewhere.md"
    there.write_bytes(here.read_bytes())
    pair[1].set(there, starred=True)
    take_journals(pair[0].store, [pair[1].store.journal_path])
    assert not library.states.get(here).starred
    assert library.recognise_strays().moved == ((None, here),)
    assert library.states.get(here).starred
    assert library.recognise_strays().moved == ()


def test_where_to_read_on_is_answered_for_good_however_the_machines_found_together(
    pair: list[ReadingStates], root: Path, tmp_path: Path
) -> None:
    here, there = pair
    over = tmp_path / "over there"
    over.mkdir()
    for number in range(4):  # which of the names comes first is drawn
        article = _write(root / f"{number}.md", f"text {number}")
        other = _write(over / f"{number}.md", f"text {number}")
        here.set(article, position=_at(0.2))
        there.set(other, position=_at(0.7))
    take_journals(here.store, [there.store.journal_path])
    found = [FoundArticle(path, content_hash=content_hash(path)) for path in sorted(root.iterdir())]
    assert len(here.recognise(found).joined) == 4
    for path in sorted(root.iterdir()):
        assert len(stops_of(here.store, path)) == 2
        here.set(path, position=_at(0.3))
        assert stops_of(here.store, path) == ()
        position = here.get(path).position
        assert position is not None
        assert position.fraction == 0.3, "what was said last holds"
