# SPDX-License-Identifier: MIT
"""A process that is killed at any moment: at the next start all tabs are back.

`ARTICLE_READER_CRASHES` says how often; `ARTICLE_READER_PROGRAM` names the program of a package to be killed.
"""

from __future__ import annotations

import json
import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.engine,
    pytest.mark.skipif(sys.platform == "win32", reason="kills by signal"),
]
ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("ARTICLE_READER_PROGRAM", "")
CRASHES = int(os.environ.get("ARTICLE_READER_CRASHES", "2"))
TABS = 12
LONGEST = 60.0  # seconds
Start = Callable[..., subprocess.Popen[bytes]]


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="ar-") as folder:  # the path of a socket must be short
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


@pytest.fixture
def start(tmp_path: Path, runtime: Path) -> Iterator[Start]:
    """Starts the program with files; what still runs at the end is ended."""
    program = [PROGRAM] if PROGRAM else [sys.executable, "-m", "reader"]
    started: list[subprocess.Popen[bytes]] = []

    def begin(*files: Path) -> subprocess.Popen[bytes]:
        started.append(subprocess.Popen([*program, "--data-dir", tmp_path / "data", *files], cwd=ROOT))
        return started[-1]

    yield begin
    for process in started:
        process.kill()
        process.wait(LONGEST)


def _noted(folder: Path) -> list[str]:
    """The articles of the tabs that are on disk, in their order."""
    state = folder / "data" / "window.ini"
    if not state.exists():
        return []
    [session] = re.findall(r"^session=(.*)$", state.read_text("utf-8"), re.MULTILINE) or [""]
    return re.findall(r"(article-\d\d)\.md", session)


def _wait_for_tabs(folder: Path) -> None:
    deadline = time.monotonic() + LONGEST
    while len(_noted(folder)) < TABS:
        assert time.monotonic() < deadline, _noted(folder)
        time.sleep(0.05)


def _wait_for_door(runtime: Path) -> None:
    """Until somebody listens; else a second start might come first and be the one that stays."""
    deadline = time.monotonic() + LONGEST
    while not any(_listens(address) for address in runtime.glob("*/*.socket")):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _listens(address: Path) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as peer:
        return peer.connect_ex(str(address)) == 0


def test_all_tabs_are_back_after_a_kill(tmp_path: Path, runtime: Path, start: Start) -> None:
    pytest.importorskip("PySide6")
    moment = random.Random(12)
    files = [tmp_path / f"article-{number:02}.md" for number in range(TABS)]
    for number, file in enumerate(files):
        file.write_text(f"# Article {number}\n\nText.\n", "utf-8")
    first = start(*files)
    _wait_for_tabs(tmp_path)
    before = _noted(tmp_path)
    for _ in range(CRASHES):
        assert start(moment.choice(files)).wait(LONGEST) == 0  # it is busy changing tabs
        with pytest.raises(subprocess.TimeoutExpired):
            first.wait(moment.uniform(0, 1.5))
        first.kill()
        first.wait(LONGEST)
        first = start()
        _wait_for_door(runtime)
        assert start(files[0]).wait(LONGEST) == 0  # taken once the window stands
    first.terminate()
    assert first.wait(LONGEST) == 0
    assert _noted(tmp_path) == before


def test_windows_search_selection_and_panels_are_back_after_a_kill(tmp_path: Path, runtime: Path) -> None:
    pytest.importorskip("PySide6")
    from tests.app.session_to_kill import ARTICLES

    library = tmp_path / "articles"
    library.mkdir()
    for number in range(ARTICLES):
        (library / f"{number}.md").write_text(
            f"---\ntitle: Article number {number}\ncategories: [C{number % 3}]\n---\n\nA text, 一些文字。\n",
            "utf-8",
        )

    def begin(what: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.app.session_to_kill", str(tmp_path), what]
        return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)

    moment = random.Random(3)
    for seed in range(CRASHES):
        living = begin(str(seed))
        assert living.stdout is not None
        left = living.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            living.wait(moment.uniform(0, 0.5))
        living.kill()
        living.wait(LONGEST)
        living.stdout.close()
        shown = begin("show").communicate(timeout=3 * LONGEST)[0]
        assert json.loads(shown) == json.loads(left)
