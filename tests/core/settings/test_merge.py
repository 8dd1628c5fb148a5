# SPDX-License-Identifier: MIT
"""Machines come to one state in whatever order their journals are merged."""

from __future__ import annotations

import itertools
import json
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.core.settings import FoundArticle, ReadingPosition, ReadingStates, ReadState
from reader.core.settings.anchoring import select
from reader.core.settings.clock import is_reading, next_reading
from reader.core.settings.merge import export_state, merge_folder, position_questions, take_journals

from .conftest import Clock

A, B = Path("/articles/a.md"), Path("/articles/b.md")
TEXT = "内核是操作系统的核心，负责管理进程、内存与设备。"


@pytest.fixture
def machines(tmp_path: Path, clock: Clock) -> Iterator[list[ReadingStates]]:
    made = [ReadingStates(tmp_path / name / "state.db", clock) for name in "abc"]
    yield made
    for each in made:
        each.close()


def _journal(states: ReadingStates) -> Path:
    states.all()
    return states.store.journal_path


def _content(states: ReadingStates) -> dict[str, list[tuple[object, ...]]]:
    queries = {
        "article": "SELECT DISTINCT uid, state, starred, progress, opened_at, finished_at, position,"
        " overrides, seconds_read FROM article ORDER BY uid",
        "tag": "SELECT DISTINCT a.uid, t.tag FROM article a JOIN article_tag t ON t.article_id = a.id"
        " ORDER BY 1, 2",
        "highlight": "SELECT * FROM highlight ORDER BY id",
        "day": "SELECT * FROM reading_day ORDER BY 1, 2, 3",
        "register": "SELECT * FROM register ORDER BY 1, 2",
        "alias": "SELECT * FROM alias ORDER BY 1",
        "smart list": "SELECT * FROM smart_list ORDER BY 1",
    }
    return {name: states.store.connection.execute(query).fetchall() for name, query in queries.items()}


def test_the_clock_never_runs_backwards() -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    first = next_reading("", now, "0000000a")
    second = next_reading(first, now - timedelta(days=400), "0000000a")
    third = next_reading(second, now + timedelta(seconds=1), "0000000a")
    assert first < second < third
    full = first[:25] + "ffff-0000000a"
    assert next_reading(full, now, "0000000a") > full
    assert all(map(is_reading, (first, second, third, full)))
    assert not is_reading("2026-13-22T12:00:00.000Z-0000-0000000a")


def test_a_clock_set_back_does_not_undo_what_comes_later(machines: list[ReadingStates], clock: Clock) -> None:
    machines[0].set(A, state=ReadState.FINISHED)
    clock.now -= timedelta(days=3)
    machines[0].set(A, state=ReadState.UNREAD)
    other = machines[1]
    take_journals(other.store, [_journal(machines[0])])
    assert other.recognise([]).questions == ()
    (row,) = other.store.connection.execute("SELECT state FROM article").fetchall()
    assert row == ("unread",)


def test_what_two_machines_did_to_one_article_comes_together(
    machines: list[ReadingStates], clock: Clock, tmp_path: Path
) -> None:
    here, there, _ = machines
    file = tmp_path / "a.md"
    file.write_text(TEXT, "utf-8")
    here.set(file, starred=True)
    here.highlights.add(file, select(TEXT, TEXT, 0, 4))
    clock.now += timedelta(minutes=1)
    twin = tmp_path / "twin" / "a.md"
    twin.parent.mkdir()
    shutil.copy(file, twin)
    there.set(twin, state=ReadState.FINISHED, tags=["os"])
    there.highlights.add(twin, select(TEXT, TEXT, 7, 10))
    take_journals(here.store, [_journal(there)])
    hash_of = here.store.connection.execute("SELECT content_hash FROM article WHERE path IS NOT NULL")
    done = here.recognise([FoundArticle(file, content_hash=hash_of.fetchone()[0])])
    assert done.joined == (file,)
    state = here.get(file)
    assert (state.starred, state.state, state.tags) == (True, ReadState.FINISHED, ("os",))
    assert [one.selector.exact for one in here.highlights.of(file)] == ["内核是操", "的核心"]
    take_journals(there.store, [_journal(here)])
    assert there.get(twin).starred
    assert len(there.highlights.of(twin)) == 2


def test_a_folder_keeps_machines_in_step_conflicted_copies_too(
    machines: list[ReadingStates], tmp_path: Path
) -> None:
    folder = tmp_path / "synced"
    folder.mkdir()
    machines[0].set(A, starred=True)
    merge_folder(machines[0].store, folder)
    mine = folder / f"{machines[0].store.machine}.jsonl"
    before = mine.stat().st_mtime_ns
    shutil.copy(mine, folder / f"{mine.stem} (conflicted copy 2026-11-22).jsonl")
    mine.write_bytes(b"")
    report = merge_folder(machines[1].store, folder)
    assert (report.articles, report.problems) == (1, ())
    assert mine.stat().st_size == 0 and before
    machines[1].set(B, state=ReadState.READING)
    merge_folder(machines[1].store, folder)
    merge_folder(machines[0].store, folder)
    assert _content(machines[0])["register"] == _content(machines[1])["register"]
    again = mine.stat().st_mtime_ns
    merge_folder(machines[0].store, folder)
    assert mine.stat().st_mtime_ns == again  # nothing new: nothing for the carrier to carry


def test_positions_that_disagree_are_a_question_until_someone_reads_on(
    machines: list[ReadingStates], clock: Clock
) -> None:
    here, there, _ = machines
    here.set(A, position=ReadingPosition(offset=10, fraction=0.1))
    take_journals(there.store, [_journal(here)])
    uid = here.store.connection.execute("SELECT uid FROM article").fetchone()[0]
    there.store.connection.execute("UPDATE article SET path = ?", (bytes(A),))
    there.set(A, position=ReadingPosition(offset=50, fraction=0.5))  # in knowledge of the first
    take_journals(here.store, [_journal(there)])
    assert position_questions(here.store) == ()
    position = here.get(A).position
    assert position is not None and position.fraction == 0.5
    here.set(A, position=ReadingPosition(offset=20, fraction=0.2))
    there.set(A, position=ReadingPosition(offset=60, fraction=0.6))
    report = take_journals(here.store, [_journal(there)])
    (question,) = report.conflicts
    assert (question.uid, question.path, question.fractions) == (uid, A, (0.2, 0.6))
    position = here.get(A).position
    assert position is not None and position.fraction == 0.6
    here.set(A, position=ReadingPosition(offset=20, fraction=0.2))  # the answer
    assert position_questions(here.store) == ()


def test_an_export_holds_everything(machines: list[ReadingStates], tmp_path: Path) -> None:
    here, there, _ = machines
    here.set(A, state=ReadState.READING, progress=0.3, tags=["甲", "乙"], position=ReadingPosition())
    here.set_overrides(A, encoding="gb18030", zoom=1.25)
    here.add_reading_time(A, 90)
    here.highlights.add(A, select(TEXT, TEXT, 0, 4), note="注")
    target = tmp_path / "state.jsonl"
    assert export_state(here.store, target) == (1, 1)
    assert all(json.loads(line) for line in target.read_text("utf-8").splitlines())
    take_journals(there.store, [target])
    assert _content(there) == _content(here)
    assert dict(here.get(A).overrides) == {"encoding": "gb18030", "zoom": 1.25}
    assert here.get(A).seconds_read == 90


_KINDS = (
    *("state", "star", "tag", "progress", "position", "mark", "delete", "time", "merge"),
    *("list", "renamed list", "deleted list", "order of lists", "override", "hide", "folders"),
)
_DO = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.integers(0, 1),
        st.sampled_from(_KINDS),
        st.integers(0, 9),
    ),
    min_size=3,
    max_size=14,
)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(_DO)
def test_three_machines_in_every_order_come_to_one_state(steps: list[tuple[int, int, str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock()
        machines = [ReadingStates(Path(folder) / name / "state.db", clock) for name in "abc"]
        for who, which, what, number in steps:
            clock.now += timedelta(seconds=number - 4)
            _do(machines, who, (A, B)[which], what, number)
        journals = [_journal(each) for each in machines]
        results = []
        for at, order in enumerate(itertools.permutations(journals)):
            merged = ReadingStates(Path(folder) / f"merged{at}" / "state.db", clock)
            for path in order:
                take_journals(merged.store, [path])
            results.append(_content(merged))
            merged.close()
        for each in machines:
            each.close()
        assert all(result == results[0] for result in results)


def _do(machines: list[ReadingStates], who: int, path: Path, what: str, number: int) -> None:
    states = machines[who]
    if what == "state":
        states.set(path, state=list(ReadState)[number % 5])
    elif what == "star":
        states.set(path, starred=bool(number % 2))
    elif what == "tag":
        states.set(path, tags=[str(number), "t"])
    elif what == "progress":
        states.set(path, progress=number / 10)
    elif what == "position":
        states.set(path, position=ReadingPosition(offset=number, fraction=number / 10))
    elif what == "mark":
        states.highlights.add(path, select(TEXT, TEXT, number, number + 4))
    elif what == "delete":
        for one in states.highlights.all()[:1]:
            states.highlights.delete(one.id)
    elif what == "time":
        states.add_reading_time(path, number)
    elif what == "merge":
        take_journals(states.store, [_journal(machines[number % 3])])
        states.share(A, B)
    else:
        _arrange(states, path, what, number)


def _arrange(states: ReadingStates, path: Path, what: str, number: int) -> None:
    """What is said of single articles, of folders and of smart lists."""
    if what == "override":
        states.set_overrides(path, encoding=("gb18030", "big5", None)[number % 3], zoom=1 + number / 10)
    elif what == "hide":
        states.set_overrides(path, **{f"hide:p|{number % 3}|9|words": bool(number % 2) or None})
    elif what == "folders":
        for folder in (path.parent / str(number % 3), path.parent / "other"):
            states.folders.add(folder)
        states.folders.put_in_order(
            sorted((one.path for one in states.folders.all()), reverse=bool(number % 2))
        )
    else:
        _do_lists(states, what, number)


def _do_lists(states: ReadingStates, what: str, number: int) -> None:
    lists = states.smart_lists
    known = [one.id for one in lists.all()]
    if what == "list" or not known:
        lists.add(f"列表 {number}", f"tag:{number}")
    elif what == "renamed list":
        lists.change(known[number % len(known)], name=f"List {number}", query="is:starred")
    elif what == "deleted list":
        lists.delete(known[number % len(known)])
    else:
        lists.put_in_order(known[::-1])
