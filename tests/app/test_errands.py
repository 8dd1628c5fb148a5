# SPDX-License-Identifier: MIT
"""Work handed to the open window: the message, the answers, and what a command does without one."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.app.command_line import main
from reader.app.errands import Errand, run_in_window
from reader.app.paths import AppPaths
from reader.app.single_instance import FirstProcess, HandOver, hand_over_or_stand
from reader.core.article import CategoryRule, Dialect
from reader.core.errors import LibraryError
from reader.core.library import ScanProgress

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets of POSIX systems")
REPORT = {"articles": 5, "added": 2, "changed": 0, "moved": 1, "removed": 0, "problems": 3, "seconds": 0.5}


@pytest.fixture(autouse=True)
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder of this test for the socket; its path must be short."""
    folder = tempfile.mkdtemp(prefix="ar-")
    monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
    yield
    shutil.rmtree(folder)


class Window:
    """Stands in the place of the window: answers one visitor with lines."""

    def __init__(self, data: Path, *lines: bytes) -> None:
        first = hand_over_or_stand(data, HandOver())
        assert first is not None
        self.first: FirstProcess = first
        self.heard: list[bytes] = []
        self._lines = lines
        self._thread = threading.Thread(target=self._answer)
        self._thread.start()

    def _answer(self) -> None:
        with socket.socket(fileno=os.dup(self.first.listening)) as listener:
            peer, _ = listener.accept()
            with peer:
                self.heard.append(peer.makefile("rb").readline())
                for line in self._lines:
                    peer.sendall(line)

    def close(self) -> None:
        """Ends it."""
        self._thread.join(20)
        os.close(self.first.listening)
        os.close(self.first.lock)


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def test_an_errand_survives_its_travel() -> None:
    folders = (Path("/srv/山 海"), Path("/srv/caf\udce9"))
    errand = Errand("add", folders, Dialect.HEXO, CategoryRule.SIBLINGS)
    assert errand.to_line().count(b"\n") == 1
    assert Errand.from_line(errand.to_line()) == errand
    assert Errand.from_line(Errand("scan", full=True).to_line()) == Errand("scan", full=True)


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"\xff",
        b"[]",
        b"[" * 100_000,
        line(**{"article-reader": 1, "do": "scan"}),
        line(**{"article-reader": 3, "do": "scan"}),
        line(**{"article-reader": 2}),
        line(**{"article-reader": 2, "do": "burn"}),
        line(**{"article-reader": 2, "do": ["scan"]}),
        line(**{"article-reader": 2, "do": "add", "folders": ["relative"]}),
        line(**{"article-reader": 2, "do": "add", "folders": ["/a\0b"]}),
        line(**{"article-reader": 2, "do": "add", "folders": ["/a\ud83d"]}),
        line(**{"article-reader": 2, "do": "add", "folders": [7]}),
        line(**{"article-reader": 2, "do": "add", "folders": ["/a"], "dialect": "latin"}),
    ],
)
def test_what_is_no_errand_is_refused(message: bytes) -> None:
    assert Errand.from_line(message) is None


def test_the_window_does_it_and_its_progress_is_followed(app_paths: AppPaths) -> None:
    progress = line(done=1, total=2, phase="indexing")
    window = Window(app_paths.data, b"ok\n", progress, line(report={**REPORT, "complete": True}))
    seen: list[ScanProgress] = []
    report = run_in_window(app_paths, Errand("scan"), seen.append)
    window.close()
    assert report is not None
    assert (report.articles, report.moved, report.complete) == (5, 1, True)
    assert [(each.done, each.total, each.phase) for each in seen] == [(1, 2, "indexing")]
    assert Errand.from_line(window.heard[0]) == Errand("scan")


@pytest.mark.parametrize("answer", [b"no\n", b""])
def test_a_window_that_declines_leaves_it_to_the_command(app_paths: AppPaths, answer: bytes) -> None:
    window = Window(app_paths.data, answer)
    assert run_in_window(app_paths, Errand("scan"), lambda _: None) is None
    window.close()


def test_without_a_window_the_command_does_it(app_paths: AppPaths) -> None:
    assert run_in_window(app_paths, Errand("scan"), lambda _: None) is None


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ((line(error="/x does not exist."),), "/x does not exist."),
        ((), "has ended"),
        ((b"nonsense\n",), "has ended"),
        ((b"[]\n",), "has ended"),
    ],
)
def test_what_goes_wrong_there_is_one_sentence_here(
    app_paths: AppPaths, lines: tuple[bytes, ...], sentence: str, capfd: pytest.CaptureFixture[str]
) -> None:
    window = Window(app_paths.data, b"ok\n", *lines)
    assert main(["--data-dir", str(app_paths.data), "scan"]) == 1
    window.close()
    said = capfd.readouterr()
    assert said.out == ""
    assert sentence in said.err
    assert said.err.count("\n") == 1


def test_commands_hand_over_absolute_folders(
    app_paths: AppPaths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    window = Window(app_paths.data, b"ok\n", line(report={**REPORT, "complete": True}))
    assert main(["--data-dir", str(app_paths.data), "add", "blog", "--dialect", "hexo", "--json"]) == 0
    window.close()
    assert Errand.from_line(window.heard[0]) == Errand("add", (tmp_path / "blog",), Dialect.HEXO)
    assert json.loads(capfd.readouterr().out) == REPORT
    assert not app_paths.state_db.exists()


def test_a_scan_the_window_was_told_to_stop_is_stopped_here_too(app_paths: AppPaths) -> None:
    window = Window(app_paths.data, b"ok\n", line(report={**REPORT, "complete": False}))
    assert main(["--data-dir", str(app_paths.data), "scan"]) == 130
    window.close()


def test_an_error_is_the_librarys_own(app_paths: AppPaths) -> None:
    window = Window(app_paths.data, b"ok\n", line(error="No."))
    with pytest.raises(LibraryError, match="No"):
        run_in_window(app_paths, Errand("scan"), lambda _: None)
    window.close()


def test_a_command_waits_for_another_one_and_says_so(app_paths: AppPaths, tmp_path: Path) -> None:
    (tmp_path / "blog").mkdir()
    (tmp_path / "blog" / "a.md").write_text("# A\n\nText.", "utf-8")
    assert main(["--data-dir", str(app_paths.data), "add", str(tmp_path / "blog")]) == 0
    hold = (
        "import sys; from pathlib import Path\n"
        "from reader.core.library.writing_turn import writing_turn\n"
        "with writing_turn(Path(sys.argv[1]), lambda: None, lambda: False):\n"
        "    print(flush=True); sys.stdin.readline()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", hold, str(app_paths.catalogue.with_name("writing.lock"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert other.stdout is not None
    other.stdout.readline()
    words = [sys.executable, "-m", "reader", "--data-dir", str(app_paths.data), "scan", "--json"]
    waiting = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert waiting.stderr is not None
    assert "Another process is writing to the library" in waiting.stderr.readline()
    other.communicate(b"\n", timeout=60)
    out, _ = waiting.communicate(timeout=60)
    assert json.loads(out)["articles"] == 1
