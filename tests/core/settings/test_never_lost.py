# SPDX-License-Identifier: MIT
"""Damage, crashes, full disks, old schemas: the reading state comes back whole, and says what happened."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from reader.core.errors import SettingsError, StateNotWritable
from reader.core.library import Library
from reader.core.settings import ReadingStates, ReadState, store
from reader.core.settings.anchoring import select
from reader.core.settings.backup import back_up, back_up_if_due, shorten_journal, superfluous
from reader.core.settings.backup_files import Backup, backups, verdict
from reader.core.settings.merge import take_journals

from .conftest import Clock

A, B = Path("/articles/a.md"), Path("/articles/b.md")
KILLS = int(os.environ.get("READER_KILLS", "8"))
DATABASES = Path(__file__).parent / "databases"


@pytest.fixture
def states(tmp_path: Path, clock: Clock) -> Iterator[ReadingStates]:
    states = ReadingStates(tmp_path / "data" / "state.db", clock)
    yield states
    states.close()


def test_every_released_schema_opens_with_all_it_holds(tmp_path: Path) -> None:
    released = sorted(DATABASES.glob("state-v*.sql"))
    assert released
    for script in released:
        file = tmp_path / script.stem / "state.db"
        file.parent.mkdir()
        connection = sqlite3.connect(file)
        connection.executescript(script.read_text("utf-8"))
        connection.close()
        states = ReadingStates(file)
        one, two = states.get(Path("/articles/finished.md")), states.get(Path("/articles/started.md"))
        assert (one.state, one.starred, one.tags) == (ReadState.FINISHED, True, ("linux", "内核"))
        assert (one.opened_at, one.finished_at) == ("2026-10-01T08:00:00Z", "2026-10-01T09:00:00Z")
        assert (two.state, two.progress) == (ReadState.READING, 0.4)
        assert [folder.path for folder in states.folders.all()] == [Path("/articles")]
        assert file.with_name("state.db.before-0003").exists()
        other = ReadingStates(tmp_path / script.stem / "other" / "state.db")
        take_journals(other.store, [states.store.journal_path])
        assert other.store.connection.execute("SELECT count(*) FROM article").fetchone() == (2,)
        states.close()
        other.close()


def test_a_damaged_file_is_set_aside_and_backup_and_journal_restore_all(
    states: ReadingStates, clock: Clock
) -> None:
    states.set(A, state=ReadState.FINISHED, tags=["甲"])
    states.folders.add(Path("/articles"))
    back_up(states.store)
    states.set(B, starred=True)
    states.highlights.add(B, select("内核是核心", "内核是核心", 0, 2), note="后来的")
    states.close()
    _damage(states.path)
    again = ReadingStates(states.path, clock)
    assert again.get(A).tags == ("甲",)
    assert again.get(B).starred
    assert again.highlights.of(B)[0].note == "后来的"
    assert len(again.folders.all()) == 1
    (news,) = again.news
    assert "damaged" in news and "backup" in news and "journal" in news
    assert len(list(states.path.parent.glob("state.db.damaged-*"))) >= 1
    again.close()


def test_the_journal_alone_restores_all(states: ReadingStates) -> None:
    states.set(A, state=ReadState.FINISHED)
    states.folders.add(Path("/articles"))
    machine = states.store.machine
    states.close()
    for file in states.path.parent.glob("state.db*"):
        file.unlink()
    again = ReadingStates(states.path)
    assert again.get(A).state is ReadState.FINISHED
    assert again.store.machine == machine
    assert len(again.folders.all()) == 1
    again.close()


def test_a_damaged_backup_is_passed_over(states: ReadingStates, clock: Clock) -> None:
    states.set(A, starred=True)
    good = back_up(states.store)
    clock.now += timedelta(hours=2)
    bad = back_up(states.store)
    bad.write_bytes(bad.read_bytes()[:5000])
    assert verdict(good) == "" and verdict(bad) != ""
    states.close()
    _damage(states.path)
    shutil.rmtree(states.path.parent / "journal")
    again = ReadingStates(states.path, clock)
    assert again.get(A).starred
    again.close()


def test_backups_are_made_hourly_and_thinned_out(states: ReadingStates, clock: Clock) -> None:
    states.set(A, starred=True)
    assert back_up_if_due(states.store) is not None
    clock.now += timedelta(minutes=30)
    assert back_up_if_due(states.store) is None
    clock.now -= timedelta(days=2)  # a clock set back must not stop them
    assert back_up_if_due(states.store) is not None
    assert all(verdict(one.path) == "" for one in backups(states.path))
    start = clock.now
    hours = [Backup(Path(str(at)), start - timedelta(hours=at)) for at in range(24 * 90)]
    kept = len(hours) - len(list(superfluous(hours)))
    assert 20 <= kept <= 30


def test_a_journal_that_has_grown_is_shortened_and_still_restores_all(states: ReadingStates) -> None:
    for number in range(60):
        states.set(A, progress=number / 60)
    states.highlights.add(B, select("内核是核心", "内核是核心", 0, 2))
    before = states.store.journal_path.stat().st_size
    assert not shorten_journal(states.store)
    assert shorten_journal(states.store, most=1000)
    assert states.store.journal_path.stat().st_size < before / 3
    states.set(A, starred=True)
    states.close()
    for file in states.path.parent.glob("state.db*"):
        file.unlink()
    again = ReadingStates(states.path)
    assert (again.get(A).progress, again.get(A).starred) == (59 / 60, True)
    assert len(again.highlights.of(B)) == 1
    again.close()


def test_a_backup_that_cannot_be_written_is_one_sentence(states: ReadingStates) -> None:
    states.set(A, starred=True)
    states.path.with_name("backups").write_text("in the way", "utf-8")
    with pytest.raises(SettingsError, match="backup"):
        back_up(states.store)
    assert states.get(A).starred


def test_a_journal_that_cannot_be_written_changes_nothing(states: ReadingStates) -> None:
    states.set(A, starred=True)
    journal = states.store.journal_path
    journal.unlink()
    journal.mkdir()
    with pytest.raises(SettingsError, match="journal"):
        states.set(A, starred=False)
    assert states.get(A).starred


def test_a_full_disk_is_one_sentence_and_loses_nothing(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    assert resource
    script = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from reader.core.settings import ReadingStates\n"
        "from reader.core.errors import SettingsError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "states = ReadingStates(Path(sys.argv[1]))\n"
        "states.set(Path('/articles/0'), starred=True)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))\n"
        "done = 0\n"
        "try:\n"
        "    for number in range(1, 5000):\n"
        "        states.set(Path(f'/articles/{number}'), starred=True, tags=['x' * 150])\n"
        "        done = number\n"
        "except SettingsError as error:\n"
        "    print(done, error)\n"
    )
    file = tmp_path / "state.db"
    done = subprocess.run(
        [sys.executable, "-c", script, file], capture_output=True, text=True, timeout=60, check=True
    )
    number, _, sentence = done.stdout.strip().partition(" ")
    assert sentence.startswith("The ") and sentence.endswith(".")
    states = ReadingStates(file)
    assert all(states.get(Path(f"/articles/{each}")).starred for each in range(int(number) + 1))
    states.set(A, starred=True)
    states.close()


def test_killed_at_any_moment_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from reader.core.settings import ReadingStates\n"
        "from reader.core.settings.backup import back_up\n"
        "states = ReadingStates(Path(sys.argv[1]))\n"
        "number = int(sys.argv[2])\n"
        "while True:\n"
        "    states.set(Path(f'/articles/{number}'), progress=0.5, tags=[str(number)])\n"
        "    print(number, flush=True)\n"
        "    number += 1\n"
        "    if number % 50 == 0:\n"
        "        back_up(states.store)\n"
    )
    choice = random.Random(7)
    file = tmp_path / "state.db"
    known = 0
    for _ in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, "-c", script, file, str(known)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(choice.random() * 0.15)
        process.kill()
        said = [
            line for line in (first + process.stdout.read()).splitlines(keepends=True) if line[-1] == "\n"
        ]
        process.stdout.close()
        process.wait()
        known = int(said[-1]) + 1
    states = ReadingStates(file)
    assert states.check() == "ok"
    assert all(states.get(Path(f"/articles/{number}")).tags == (str(number),) for number in range(known))
    states.close()
    for old in file.parent.glob("state.db*"):
        old.unlink()
    for old in backups(file):
        assert verdict(old.path) == ""
    states = ReadingStates(file)  # and the journal alone has it all as well
    assert all(states.get(Path(f"/articles/{number}")).progress == 0.5 for number in range(known))
    states.close()


@pytest.mark.parametrize("seed", range(12))
def test_flipped_and_cut_databases_never_crash_and_never_lose(tmp_path: Path, seed: int) -> None:
    choice = random.Random(seed)
    states = ReadingStates(tmp_path / "state.db")
    for number in range(40):
        states.set(Path(f"/articles/{number}"), progress=number / 40, tags=[f"tag{number}"])
    back_up(states.store)
    states.set(A, starred=True)
    states.close()
    data = bytearray(states.path.read_bytes())
    if seed % 3 == 0:
        del data[choice.randrange(len(data)) :]
    else:
        for _ in range(choice.choice((1, 50, 2000))):
            data[choice.randrange(len(data))] ^= 1 << choice.randrange(8)
    states.path.write_bytes(bytes(data))
    again = ReadingStates(states.path)
    try:
        kept = {state.path: state for state in again.all()}
    except SettingsError as error:
        assert str(error).endswith(".")
        kept = {state.path: state for state in again.all()}  # the second time it is repaired
    if again.news:
        assert kept[A].starred
        assert all(kept[Path(f"/articles/{number}")].tags == (f"tag{number}",) for number in range(40))
    again.close()


@pytest.mark.parametrize("seed", range(8))
def test_hostile_journals_never_crash_and_good_lines_are_taken(tmp_path: Path, seed: int) -> None:
    choice = random.Random(seed)
    states = ReadingStates(tmp_path / "a" / "state.db")
    for number in range(20):
        states.set(Path(f"/articles/{number}"), progress=number / 20, tags=["t"])
    data = bytearray(states.store.journal_path.read_bytes())
    for _ in range(choice.choice((1, 30, 500))):
        data[choice.randrange(len(data))] ^= 1 << choice.randrange(8)
    data += b"\n" + choice.choice(
        (b"[" * 200_000, b'{"entity": ' * 5000, b"x" * 5_000_000, b"\xff\xfe\x00", b'{"value": NaN}', b"null")
    )
    data += b'\n{"entity": "a:' + b"0" * 32 + b'", "field": "starred", "value": true, "clock": '
    data += b'"2026-11-22T12:00:00.000Z-0000-00000001"}\n'
    hostile = tmp_path / "hostile.jsonl"
    hostile.write_bytes(data)
    other = ReadingStates(tmp_path / "b" / "state.db")
    report = take_journals(other.store, [hostile])
    assert report.problems
    if not report.problems[0].code.endswith("refused"):
        starred = other.store.connection.execute("SELECT count(*) FROM article WHERE starred").fetchone()
        assert starred == (1,)
    assert other.check() == "ok"
    states.close()
    other.close()


@pytest.mark.parametrize(
    "line",
    [
        '{"entity": "a:%s", "field": "progress", "value": 7, "clock": "%s"}',
        '{"entity": "a:%s", "field": "state", "value": "eaten", "clock": "%s"}',
        '{"entity": "a:%s", "field": "tag:\\ud800", "value": true, "clock": "%s"}',
        '{"entity": "a:%s", "field": "read:0000000a:2026-11-22", "value": 1e300, "clock": "%s"}',
        '{"entity": "h:%s", "field": "target", "value": {"article": 1}, "clock": "%s"}',
        '{"entity": "a:%s", "field": "position:0000000a", "value": {"offset": -1}, "clock": "%s"}',
        '{"entity": "x:%s", "field": "state", "value": "new", "clock": "%s"}',
    ],
)
def test_values_we_would_never_write_are_left_out(tmp_path: Path, line: str) -> None:
    hostile = tmp_path / "hostile.jsonl"
    hostile.write_text(line % ("0" * 32, "2026-11-22T12:00:00.000Z-0000-00000001"), "utf-8")
    states = ReadingStates(tmp_path / "state.db")
    report = take_journals(states.store, [hostile])
    assert (report.entries, len(report.problems)) == (0, 1)
    states.close()


def test_a_journal_of_a_later_version_is_refused_with_a_sentence(tmp_path: Path) -> None:
    later = tmp_path / "later.jsonl"
    later.write_text('{"format": "article-reader-state", "version": 9}\n{"anything": 1}\n', "utf-8")
    states = ReadingStates(tmp_path / "state.db")
    (problem,) = take_journals(states.store, [later]).problems
    assert problem.code == "journal-refused" and "another version" in problem.message
    states.close()


def _damage(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[:4096] = os.urandom(4096)
    file.write_bytes(bytes(data))


def test_what_may_only_be_read_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, article = tmp_path / "data" / "state.db", tmp_path / "a.md"
    states = ReadingStates(path)
    states.set(article, starred=True, tags=["kept"])
    states.close()
    library = Library(tmp_path / "cache" / "catalogue.db", states)

    def refused(_path: Path) -> None:
        error = sqlite3.OperationalError("unable to open database file")
        error.sqlite_errorname = "SQLITE_CANTOPEN"
        raise error

    with monkeypatch.context() as disk:  # as on a disk that is mounted read-only
        disk.setattr(store, "open_database", refused)
        disk.setattr(os, "access", lambda _path, _mode: False)
        assert states.get(article).starred
        assert library.articles() == ()
        with pytest.raises(StateNotWritable, match="may not be written"):
            states.set(article, starred=False)
        assert not path.with_name("state.db-wal").exists()
        library.close()
    assert states.set(article, starred=False).tags == ("kept",)
    library.close()
    states.close()
