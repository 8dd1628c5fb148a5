# SPDX-License-Identifier: MIT
"""Background work: results come to the GUI thread, failures are told, the library lane keeps its order."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from reader.core.errors import LibraryError, ReaderError
from reader.ui.tasks import Lane, Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


def test_results_arrive_on_the_gui_thread(tasks: Tasks, qtbot: QtBot) -> None:
    seen: list[tuple[int, bool, bool]] = []
    here = threading.current_thread()

    def work() -> tuple[int, bool]:
        return 42, threading.current_thread() is here

    tasks.run(work, lambda result: seen.append((*result, threading.current_thread() is here)))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(42, False, True)]


def test_the_library_lane_is_one_thread_in_order(tasks: Tasks, qtbot: QtBot) -> None:
    done: list[int] = []
    names: set[str] = set()

    def work(number: int) -> int:
        names.add(threading.current_thread().name)
        return number

    for number in range(50):
        tasks.run(lambda n=number: work(n), done.append, lane=Lane.LIBRARY)
    qtbot.waitUntil(lambda: len(done) == 50)
    assert done == list(range(50))
    assert len(names) == 1


def test_two_files_are_worked_on_at_once(tasks: Tasks, qtbot: QtBot) -> None:
    both = threading.Barrier(2, timeout=10)
    done: list[int] = []
    tasks.run(both.wait, done.append)
    tasks.run(both.wait, done.append)
    qtbot.waitUntil(lambda: sorted(done) == [0, 1], timeout=10_000)


def test_what_the_environment_did_reaches_whoever_asked(tasks: Tasks, qtbot: QtBot) -> None:
    errors: list[ReaderError] = []

    def work() -> None:
        raise LibraryError("The disk is full.")

    tasks.run(work, on_error=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert str(errors[0]) == "The disk is full."


@pytest.mark.allow_log("background work crashed")
def test_a_fault_of_ours_is_reported_and_nobody_waits_for_ever(tasks: Tasks, qtbot: QtBot) -> None:
    errors: list[ReaderError] = []
    with qtbot.waitSignal(tasks.bug_found) as bug:
        tasks.run(lambda: 1 / 0, on_error=errors.append)
    assert isinstance(bug.args[0], ZeroDivisionError)
    qtbot.waitUntil(lambda: bool(errors))


def test_closing_finishes_what_the_databases_were_asked(qtbot: QtBot) -> None:
    tasks = Tasks()
    written: list[int] = []
    for number in range(100):
        tasks.run(lambda n=number: written.append(n), lane=Lane.LIBRARY)
    tasks.close()
    assert written == list(range(100))
    tasks.run(lambda: written.append(-1), lane=Lane.LIBRARY)
    assert -1 not in written
