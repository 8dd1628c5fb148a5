# SPDX-License-Identifier: MIT
"""The self-contained program: its children find the system's libraries, and it is its own worker process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.app.bundled import become_worker, give_back_library_path

# Acts as the bundle's program does: the interpreter is told nothing, the words are judged by the program.
PROGRAM = """
import sys

if __name__ == "__main__":
    from reader.app.bundled import first_steps

    first_steps()
    import multiprocessing
    from multiprocessing import util

    sys.frozen = True
    multiprocessing.set_executable(sys.argv[0])
    util._args_from_interpreter_flags = lambda: []
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        print(pool.map(abs, [-1, 2]))
"""


def test_children_find_the_libraries_of_the_system() -> None:
    environment = {"LD_LIBRARY_PATH": "/opt/ours", "HOME": "/home/a"}
    give_back_library_path(environment)
    assert environment == {"HOME": "/home/a"}


def test_what_a_person_had_set_is_given_back() -> None:
    environment = {"LD_LIBRARY_PATH": "/opt/ours:/srv/theirs", "LD_LIBRARY_PATH_ORIG": "/srv/theirs"}
    give_back_library_path(environment)
    assert environment == {"LD_LIBRARY_PATH": "/srv/theirs"}


@pytest.mark.parametrize(
    "words",
    [
        ["article-reader"],
        ["article-reader", "a.md"],
        ["article-reader", "-c", "print(1)"],
        ["article-reader", "-c", "from multiprocessing.resource_tracker import main; main(1); print(2)"],
        ["article-reader", "a.md", "--multiprocessing-fork"],
    ],
)
def test_other_words_start_no_worker(words: list[str]) -> None:
    become_worker(words)


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
def test_program_is_its_own_worker_and_tracker(tmp_path: Path) -> None:
    program = tmp_path / "program"
    program.write_text(f"#!{sys.executable} -I\n{_with_path()}{PROGRAM}", "utf-8")
    program.chmod(0o755)
    done = subprocess.run([program], capture_output=True, text=True, timeout=120, check=False)
    assert (done.stdout, done.stderr) == ("[1, 2]\n", "")


def _with_path() -> str:
    return f"import sys; sys.path.insert(0, {os.fspath(Path(__file__).resolve().parents[2])!r})\n"
