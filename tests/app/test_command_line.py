# SPDX-License-Identifier: MIT
"""What the words after `article-reader` mean, and what a shell gets back."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader import __version__
from reader.app.command_line import UsageError, main, read_words
from reader.app.command_table import COMMANDS
from reader.core.settings import Preferences, ReadingStates
from reader.core.settings.options import SYNC_FOLDER


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert __version__ in capsys.readouterr().out
    assert main(["--help"]) == 0
    text = capsys.readouterr().out
    assert all(f"  {name} " in text for name in COMMANDS)


def test_the_window_may_be_asked_to_run_from_right_to_left() -> None:
    assert read_words(["-reverse", "a.md"]).reverse
    assert not read_words(["a.md"]).reverse


def test_what_is_gone_is_said_by_the_window_where_nobody_reads_the_terminal(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[Path, ...]] = []
    monkeypatch.setattr("reader.app.window.run", lambda request, *_: opened.append(request.files) or 0)
    monkeypatch.setattr("reader.app.window.announce_data_dir", lambda _folder: None)
    command = ["--data-dir", str(tmp_path / "data"), "--new-instance", str(tmp_path / "gone.md")]
    assert main(command) == 2
    assert "gone.md" in capsys.readouterr().err
    monkeypatch.setenv("DESKTOP_STARTUP_ID", "menu-1")
    assert main(command) == 0
    assert opened == [(tmp_path / "gone.md",)]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_without_a_display_one_line_says_what_to_do(tmp_path: Path) -> None:
    named = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE")
    bare = {name: value for name, value in os.environ.items() if name not in named}
    command = [sys.executable, "-m", "reader", "--data-dir", str(tmp_path / "data"), "--screenshot"]
    ended = subprocess.run(
        [*command, str(tmp_path / "a.png")], env=bare, capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert "set DISPLAY" in ended.stderr


def _take_screenshot(picture: Path, data: Path, *files: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "reader", "--data-dir", str(data), *map(str, files),
         "--screenshot", str(picture), "--size", "700x500"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QTWEBENGINE_DISABLE_SANDBOX": "1"},
        capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    assert ended.returncode == 0
    assert picture.stat().st_size > 0


@pytest.mark.engine
def test_a_screenshot_does_not_change_how_the_next_window_stands(tmp_path: Path) -> None:
    kept = tmp_path / "data" / "window.ini"
    kept.parent.mkdir()
    kept.write_text("[General]\nplace=unread\n", "utf-8")
    _take_screenshot(tmp_path / "a.png", kept.parent)
    assert kept.read_text("utf-8") == "[General]\nplace=unread\n"


@pytest.mark.engine
def test_a_screenshot_of_an_article_is_no_reading(tmp_path: Path) -> None:
    data, sync, article = tmp_path / "data", tmp_path / "sync", tmp_path / "a.md"
    article.write_text("# 文\n\n正文。\n", "utf-8")
    sync.mkdir()
    Preferences(data / "preferences.toml").set(SYNC_FOLDER, str(sync))
    states = ReadingStates(data / "state.db")
    states.set(article, starred=True)
    before = states.get(article)
    states.close()
    _take_screenshot(tmp_path / "a.png", data, article)
    states = ReadingStates(data / "state.db")
    assert states.get(article) == before
    states.close()
    assert Preferences(data / "preferences.toml").get(SYNC_FOLDER) == str(sync)
    assert list(sync.iterdir()) == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    assert f"article-reader {name}" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        ["nothing-of-that-name"],
        ["missing.md"],
        ["--nonsense"],
        ["--size"],
        ["--size", "big"],
        ["--size=0x0"],
        ["--theme", "pink"],
        ["render"],
        ["render", "a", "--format", "docx"],
        ["list", "--sort", "colour"],
        ["list", "--limit", "-1"],
        ["list", "--state", "eaten"],
        ["add"],
        ["add", ".", "--dialect", "word"],
        ["scan", "extra"],
        ["scan", "--ful"],
    ],
)
def test_wrong_usage_is_status_2_and_said_on_standard_error(
    words: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(words) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "article-reader" in said.err


def test_files_and_options_of_the_window() -> None:
    start = read_words(
        ["a.md", "--screenshot", "x.png", "--size=800x600", "--theme", "sepia", "--new-window", "--", "-b.md"]
    )
    assert start.files == (Path("a.md"), Path("-b.md"))
    assert (start.screenshot, start.size, start.theme) == (Path("x.png"), (800, 600), "sepia")
    assert start.new_window
    assert start.command is None


def test_a_command_is_the_first_word_only() -> None:
    assert read_words(["--data-dir", "d", "list", "--json"]).command == "list"
    assert read_words(["a.md", "list"]).files == (Path("a.md"), Path("list"))
    assert read_words(["./render"]).files == (Path("render"),)
    assert read_words(["--", "render"]).files == (Path("render"),)


def test_strange_words_are_shown_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([os.fsdecode(b"two\nlines \xff \x1b[31m.md")]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "\x1b" not in error
    with pytest.raises(UsageError):
        read_words([os.fsdecode(b"--\xff")])


def test_the_sub_commands_import_no_qt_and_the_words_import_little(checkout: Path, tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from reader.app.command_line import main, read_words\n"
        "read_words(['a.md'])\n"
        "heavy = {'argparse', 'sqlite3', 'json', 'tomllib', 'lxml', 'markdown', 'yaml', 'platformdirs'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
        f"for words in (['doctor'], ['list'], ['scan'], ['render', {str(tmp_path / 'a.md')!r}]):\n"
        f"    assert main(['--data-dir', {str(tmp_path)!r}, *words]) == 0, words\n"
        "windows = ('PySide6', 'shiboken6', 'reader.ui')\n"
        "assert not [name for name in sys.modules if name.startswith(windows)]\n"
    )
    (tmp_path / "a.md").write_text("# Hello\n\nSome words.\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, cwd=checkout, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr.decode()


def test_a_reader_that_stops_reading_is_no_error(checkout: Path, tmp_path: Path) -> None:
    article = tmp_path / "long.md"
    article.write_text("A few words.\n\n" * 20_000, "utf-8")
    command = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "reader",
            "--data-dir",
            str(tmp_path),
            "render",
            str(article),
            "--format",
            "text",
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=checkout,
    )
    assert command.stdout is not None and command.stderr is not None
    command.stdout.read(10)
    command.stdout.close()
    errors = command.stderr.read()
    command.stderr.close()
    assert (command.wait(60), errors) == (0, b"")


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["images", "--help"]])
def test_help_that_nobody_reads_is_no_error(words: list[str], checkout: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as nobody:
        done = subprocess.run(
            [sys.executable, "-m", "reader", *words], stdout=nobody, stderr=subprocess.PIPE, cwd=checkout
        )
    assert (done.returncode, done.stderr) == (0, b"")
