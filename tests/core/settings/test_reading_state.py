# SPDX-License-Identifier: MIT
"""The reading state: kept exactly, moved with its article, refused when newer."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.core.article import CategoryRule, Dialect
from reader.core.errors import SettingsError
from reader.core.settings import ReadingStates, ReadState
from reader.core.settings.migration import migrate, schema_version

A, B, C = Path("/articles/a.md"), Path("/articles/b.md"), Path("/articles/c.md")
NOON = "2026-11-22T12:00:00Z"


@pytest.fixture
def states(tmp_path: Path) -> Iterator[ReadingStates]:
    states = ReadingStates(
        tmp_path / "data" / "state.db", clock=lambda: datetime(2026, 11, 22, 12, tzinfo=UTC)
    )
    yield states
    states.close()


def test_an_unknown_article_is_new(states: ReadingStates) -> None:
    state = states.get(A)
    assert (state.state, state.starred, state.progress, state.tags) == (ReadState.NEW, False, 0.0, ())
    assert states.all() == ()


def test_what_is_set_is_kept_and_the_rest_left(states: ReadingStates) -> None:
    states.set(A, state=ReadState.READING, progress=0.4, opened=True, tags=["later", " later ", ""])
    state = states.set(A, starred=True)
    assert state.state is ReadState.READING
    assert (state.progress, state.starred, state.tags) == (0.4, True, ("later",))
    assert (state.opened_at, state.finished_at) == (NOON, None)
    again = ReadingStates(states.path)
    assert again.get(A) == state


def test_finishing_and_unfinishing_notes_the_moment(states: ReadingStates) -> None:
    assert states.set(A, state=ReadState.FINISHED).finished_at == NOON
    assert states.set(A, state=ReadState.UNREAD).finished_at is None


def test_progress_stays_between_nothing_and_all(states: ReadingStates) -> None:
    assert states.set(A, progress=7).progress == 1.0
    assert states.set(A, progress=-1).progress == 0.0


def test_a_relative_path_is_the_same_article(
    states: ReadingStates, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    states.set(Path("x.md"), starred=True)
    assert states.get(tmp_path / "x.md").starred


def test_names_that_are_no_text_are_kept(states: ReadingStates) -> None:
    broken = Path(os.fsdecode(b"/articles/\xff\xfe\n'\".md"))
    states.set(broken, starred=True)
    assert [state.path for state in states.all()] == [broken]


def test_a_state_moves_with_its_article(states: ReadingStates) -> None:
    states.set(A, state=ReadState.FINISHED, tags=["t"])
    states.move(A, B)
    assert [one.path for one in states.all()] == [B]
    assert (states.get(B).state, states.get(B).tags) == (ReadState.FINISHED, ("t",))


def test_swapped_and_rotated_names_keep_their_own_states(states: ReadingStates) -> None:
    for path, progress in ((A, 0.1), (B, 0.2), (C, 0.3)):
        states.set(path, progress=progress)
    states.move_all([(A, B, None), (B, C, None), (C, A, None)])
    assert [states.get(path).progress for path in (A, B, C)] == [0.3, 0.1, 0.2]


def test_a_swap_said_twice_is_done_once(states: ReadingStates) -> None:
    states.set(A, progress=0.1, content_hash="a")
    states.set(B, progress=0.2, content_hash="b")
    swap = [(A, B, "a"), (B, A, "b")]
    states.move_all(swap)
    states.move_all(swap)
    assert [states.get(path).progress for path in (A, B)] == [0.2, 0.1]


def test_a_state_whose_place_is_taken_is_found_again_by_content(states: ReadingStates) -> None:
    states.set(A, progress=0.1, content_hash="a")
    states.set(B, progress=0.2, content_hash="b")
    states.move(A, B)
    assert states.get(B).progress == 0.1
    assert states.known_contents() == {"a": [B], "b": [None]}
    assert states.adopt(C, "b")
    assert states.get(C).progress == 0.2


def test_a_move_of_an_article_without_state_leaves_the_one_at_its_goal(states: ReadingStates) -> None:
    states.set(B, starred=True)
    states.move(A, B)
    assert states.get(B).starred


def test_the_library_folders_are_kept_in_order(states: ReadingStates, tmp_path: Path) -> None:
    folders = states.folders
    first = folders.add(tmp_path / "one", Dialect.HEXO)
    folders.add(tmp_path / "one" / "two")
    assert folders.add(tmp_path / "one", category_rule=CategoryRule.SIBLINGS).id == first.id
    assert [folder.path.name for folder in folders.all()] == ["one", "two"]
    inner = folders.containing(tmp_path / "one" / "two" / "x.md")
    outer = folders.containing(tmp_path / "one" / "x.md")
    assert inner is not None and inner.path.name == "two"
    assert outer is not None and outer.dialect is Dialect.HEXO
    assert outer.category_rule is CategoryRule.SIBLINGS
    assert folders.containing(tmp_path / "elsewhere.md") is None
    assert folders.remove(tmp_path / "one")
    assert not folders.remove(tmp_path / "one")


def test_a_newer_database_is_refused_and_left_alone(states: ReadingStates) -> None:
    states.set(A, starred=True)
    states.close()
    with sqlite3.connect(states.path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(SettingsError, match="newer Article Reader"):
        states.get(A)
    with sqlite3.connect(states.path) as connection:
        assert connection.execute("SELECT starred FROM article").fetchone() == (1,)
    connection.close()


def test_a_damaged_database_is_one_sentence_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "state.db"
    file.write_bytes(b"no database, but a person's file" * 300)
    with pytest.raises(SettingsError, match="is damaged"):
        ReadingStates(file).get(A)
    assert file.read_bytes().startswith(b"no database")


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", "utf-8")
    with pytest.raises(SettingsError, match="cannot be opened"):
        ReadingStates(tmp_path / "taken" / "state.db").get(A)


def test_a_migration_copies_first_and_happens_whole_or_not_at_all(tmp_path: Path) -> None:
    scripts = tmp_path / "migrations"
    scripts.mkdir()
    (scripts / "0001.sql").write_text("CREATE TABLE one (x);\nINSERT INTO one VALUES ('a;b');", "utf-8")
    file = tmp_path / "state.db"
    connection = sqlite3.connect(file, isolation_level=None)
    migrate(connection, file, scripts)
    (scripts / "0002.sql").write_text("CREATE TABLE two (x);\nINSERT INTO missing VALUES (1);", "utf-8")
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, file, scripts)
    assert schema_version(connection) == 1
    assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'two'").fetchone() == (0,)
    (scripts / "0002.sql").write_text("CREATE TABLE two (x);", "utf-8")
    migrate(connection, file, scripts)
    assert schema_version(connection) == 2
    connection.close()
    copy = sqlite3.connect(tmp_path / "state.db.before-0002")
    assert copy.execute("SELECT x FROM one").fetchone() == ("a;b",)
    assert schema_version(copy) == 1
    copy.close()


def _write_at_once(file: Path, threads: int, write: Callable[[ReadingStates, int], object]) -> int:
    """Has so many threads write at once, each with its own instance; how many states there are then."""
    failures: list[BaseException] = []
    start = threading.Barrier(threads)

    def work(number: int) -> None:
        own = ReadingStates(file)
        try:
            start.wait()
            write(own, number)
        except BaseException as error:
            failures.append(error)
        finally:
            own.close()

    running = [threading.Thread(target=work, args=(number,)) for number in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    assert failures == []
    states = ReadingStates(file)
    found = len(states.all())
    states.close()
    return found


def test_many_may_make_the_file_at_the_same_moment(tmp_path: Path) -> None:
    def write(own: ReadingStates, number: int) -> None:
        own.set(Path(f"/articles/{number}.md"), starred=True)

    for turn in range(8):
        assert _write_at_once(tmp_path / str(turn) / "state.db", 6, write) == 6


def test_two_threads_with_their_own_instances_lose_nothing(tmp_path: Path) -> None:
    def write(own: ReadingStates, number: int) -> None:
        for each in range(40):
            own.set(Path(f"/articles/{number}-{each}.md"), progress=0.5)

    assert _write_at_once(tmp_path / "state.db", 2, write) == 80
