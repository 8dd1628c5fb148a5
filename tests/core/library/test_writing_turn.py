# SPDX-License-Identifier: MIT
"""One process writes at a time; the others wait, say so, and may be stopped."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from reader.core.library import Library
from reader.core.library.writing_turn import writing_turn

from .conftest import Write

HOLD = """
import sys
from pathlib import Path
from reader.core.library.writing_turn import writing_turn
with writing_turn(Path(sys.argv[1]), lambda: None, lambda: False):
    print("mine", flush=True)
    sys.stdin.readline()
"""


def holder(lock: Path) -> subprocess.Popen[str]:
    """Another process whose turn it is, until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "mine\n"
    return process


def test_a_free_turn_is_taken_without_a_word(tmp_path: Path) -> None:
    said: list[int] = []
    for _ in range(2):
        with writing_turn(tmp_path / "a" / "lock", lambda: said.append(1), lambda: False) as mine:
            assert mine
    assert not said


def test_a_scan_waits_for_another_process_and_says_so_once(library: Library, write: Write) -> None:
    write("a.md")
    other = holder(library.catalogue.with_name("writing.lock"))
    said: list[int] = []

    def waiting() -> None:
        said.append(1)
        other.communicate("\n", timeout=60)

    report = library.scan(waiting=waiting)
    assert (report.articles, report.complete, said) == (1, True, [1])


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_process_that_was_killed_holds_nobody_up(library: Library, write: Write) -> None:
    write("a.md")
    other = holder(library.catalogue.with_name("writing.lock"))
    other.send_signal(signal.SIGKILL)
    other.communicate(timeout=60)
    assert library.scan().articles == 1


def test_a_scan_that_waits_can_be_stopped(library: Library, write: Write) -> None:
    write("a.md")
    stop = threading.Event()
    other = holder(library.catalogue.with_name("writing.lock"))
    report = library.scan(cancelled=stop.is_set, waiting=stop.set)
    other.communicate("\n", timeout=60)
    assert not report.complete
    assert library.counts().all == 0
    assert library.scan().articles == 1


def test_throwing_away_waits_too(library: Library, write: Write) -> None:
    write("a.md")
    library.scan()
    other = holder(library.catalogue.with_name("writing.lock"))
    library.rebuild(waiting=lambda: other.communicate("\n", timeout=60))
    assert library.counts().all == 0
