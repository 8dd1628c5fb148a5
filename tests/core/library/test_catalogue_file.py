# SPDX-License-Identifier: MIT
"""The catalogue file: shared by processes, made anew when it is no use, never the only copy of anything."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from reader.core.database import transaction
from reader.core.errors import LibraryError, SettingsError
from reader.core.library import Library
from reader.core.library.catalogue import INDEXES, MANY_ARTICLES, complete_indexes, filling, open_catalogue
from reader.core.settings import ReadingStates, ReadState

from .conftest import Write


def another(library: Library) -> Library:
    return Library(library.catalogue, ReadingStates(library.states.path))


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.write_bytes(b"not a database at all" * 500),
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(file.read_bytes()[:1000]),
        lambda file: file.unlink(),
    ],
)
def test_a_damaged_catalogue_is_made_anew(library: Library, write: Write, damage: object) -> None:
    path = write("a.md")
    library.scan()
    library.states.set(path, state=ReadState.FINISHED)
    library.close()
    assert callable(damage)
    damage(library.catalogue)
    assert library.articles() == ()
    library.scan()
    assert [article.state for article in library.articles()] == ["finished"]


def test_a_catalogue_made_anew_by_another_process_is_noticed(library: Library, write: Write) -> None:
    write("a.md")
    library.scan()
    other = another(library)
    assert other.counts().all == 1
    library.rebuild()
    assert other.counts().all == 0
    library.scan()
    assert other.counts().all == 1
    other.close()
    other.states.close()


@pytest.mark.parametrize("version", [0, 99])
def test_a_catalogue_of_another_version_is_made_anew(library: Library, write: Write, version: int) -> None:
    write("a.md")
    library.scan()
    library.close()
    connection = sqlite3.connect(library.catalogue)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.execute("CREATE TABLE strange (x)")
    connection.close()
    assert library.articles() == ()
    assert library.scan().added == 1


def test_damage_in_the_middle_is_one_sentence_and_gone_the_next_time(library: Library, write: Write) -> None:
    for number in range(200):
        write(f"{number}.md")
    library.scan()
    library.close()
    data = bytearray(library.catalogue.read_bytes())
    chance = random.Random(1)
    for page in range(2, len(data) // 4096):
        for _ in range(40):
            data[page * 4096 + chance.randrange(4096)] = chance.randrange(256)
    library.catalogue.write_bytes(data)
    with pytest.raises(LibraryError, match=r"is damaged|cannot be used"):
        library.articles()
        library.scan(full=True)
    library.rebuild()
    assert library.scan().articles == 200


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path, states: ReadingStates) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(LibraryError, match="cannot be opened"):
        Library(tmp_path / "file" / "catalogue.db", states).articles()


def test_a_damaged_reading_state_is_said_and_not_touched(library: Library, write: Write) -> None:
    write("a.md")
    library.scan()
    library.close()
    library.states.close()
    shutil.rmtree(library.states.path.with_name("journal"))  # nothing is left to restore from
    library.states.path.write_bytes(b"damaged" * 1000)
    with pytest.raises(SettingsError, match="is damaged"):
        library.articles()
    assert library.states.path.read_bytes().startswith(b"damaged")


def test_readers_see_a_scan_batch_by_batch(
    library: Library, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.core.library.scanner.BATCH_SECONDS", 0.0)
    for number in range(20):
        write(f"{number}.md")
    reader = another(library)
    seen: list[int] = []
    library.scan(progress=lambda progress: seen.append(reader.counts().all))
    assert seen == sorted(seen)
    assert 0 < seen[0] < 20
    reader.close()
    reader.states.close()


def test_two_scans_at_once_end_with_every_article_once(library: Library, write: Write) -> None:
    for number in range(150):
        write(f"{number}.md")
    library.articles()
    failures: list[BaseException] = []

    def work() -> None:
        own = another(library)
        try:
            own.scan()
        except BaseException as error:
            failures.append(error)
        finally:
            own.close()
            own.states.close()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(library.articles()) == 150
    assert library.check() == "ok"


def test_a_writer_that_waits_too_long_says_so(
    library: Library, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.md")
    monkeypatch.setattr("reader.core.database.BUSY_SECONDS", 0.05)
    library.articles()
    blocker = sqlite3.connect(library.catalogue, isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    late = another(library)
    try:
        with pytest.raises(LibraryError, match="another program"):
            late.scan()
    finally:
        blocker.execute("ROLLBACK")
        blocker.close()
        late.close()
        late.states.close()


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 here")
def test_a_scan_killed_at_any_moment_leaves_a_catalogue_that_works(
    library: Library, write: Write, tmp_path: Path, checkout: Path
) -> None:
    for number in range(300):
        write(f"{number % 7}/{number}.md", body=f"Article {number} says something.")
    library.close()
    library.states.close()
    (tmp_path / "data" / "cache").mkdir(parents=True, exist_ok=True)
    chance = random.Random(7)
    environment = {
        **os.environ,
        "PYTHONPATH": str(checkout),
        "ARTICLE_READER_DATA_DIR": str(tmp_path / "data"),
    }
    mine = Library(tmp_path / "data" / "cache" / "catalogue.db", ReadingStates(library.states.path))
    for _ in range(10):
        scan = subprocess.Popen(
            [sys.executable, "-m", "reader", "scan", "--full"],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(0.2 + chance.random())
        scan.send_signal(signal.SIGKILL)
        scan.wait()
        assert mine.check() == "ok"
        assert mine.counts().all == len(mine.articles()) <= 300
    report = mine.scan()
    assert report.articles == 300
    assert all(article.words for article in mine.articles())
    mine.close()
    mine.states.close()


def test_what_left_its_place_may_be_noted_twice_by_an_upsert(library: Library, write: Write) -> None:
    """SQLite lets the conflict rule of an upsert win over `OR IGNORE` in the triggers that it fires."""
    write("a.md")
    library.scan()
    library.close()
    connection = sqlite3.connect(library.catalogue)
    upsert = "INSERT INTO article SELECT * FROM article WHERE true ON CONFLICT (id) DO UPDATE SET key = ?"
    for key in ("one", "two", "one", "two", "one"):
        connection.execute(upsert, (key,))
    noted = {key for (key,) in connection.execute("SELECT key FROM gone")}
    assert {"one", "two"} <= noted
    connection.close()


def index_names(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}


def test_a_catalogue_that_is_filled_has_its_indexes_afterwards(tmp_path: Path) -> None:
    states = ReadingStates(tmp_path / "state.db")
    states.folders.all()
    connection = open_catalogue(tmp_path / "catalogue.db", states.path)
    complete = index_names(connection)
    assert complete >= INDEXES.keys()
    with filling(connection, 10):
        assert index_names(connection) == complete
    with filling(connection, MANY_ARTICLES + 1):
        assert index_names(connection) == complete - INDEXES.keys()
    assert index_names(connection) == complete
    with pytest.raises(KeyboardInterrupt), filling(connection, MANY_ARTICLES + 1):
        raise KeyboardInterrupt
    complete_indexes(connection)
    assert index_names(connection) == complete
    connection.close()
    states.close()


def test_a_scan_makes_the_indexes_that_a_killed_one_left_out(library: Library, write: Write) -> None:
    write("a.md")
    library.scan()
    connection = sqlite3.connect(library.catalogue)
    for name in INDEXES:
        connection.execute(f"DROP INDEX {name}")
    connection.commit()
    assert len(library.articles()) == 1
    library.scan()
    assert index_names(connection) >= INDEXES.keys()
    connection.close()


def test_catalogue_and_reading_state_are_written_at_the_same_time(library: Library, write: Write) -> None:
    path, states = write("a.md"), library.states
    states.set(path, starred=True)
    library.scan()
    catalogue = open_catalogue(library.catalogue, states.path)
    with transaction(catalogue):  # a scan writes to the catalogue
        assert not states.set(path, starred=False).starred
        catalogue.execute("UPDATE article SET stale = 1")
    other = sqlite3.connect(states.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")  # another program writes to the state
    with transaction(catalogue):
        catalogue.execute("UPDATE article SET stale = 0")
    other.execute("ROLLBACK")
    other.close()
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        catalogue.execute("DELETE FROM states.article")
    catalogue.close()
