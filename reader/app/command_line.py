# SPDX-License-Identifier: MIT
"""Judges the words after `article-reader`: a sub-command without Qt, or the window with files."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.app.command_table import COMMANDS
from reader.app.paths import DATA_DIR_VARIABLE, PROFILE_VARIABLE, AppPaths, find_paths

_NO_SCREEN = (
    "there is no display to open the window on; start it from a desktop, or set DISPLAY or WAYLAND_DISPLAY."
)
THEMES = ("system", "light", "sepia", "dark", "black")


class UsageError(Exception):
    """The words do not make sense; the sentence says which."""


@dataclass(frozen=True, slots=True)
class Start:
    """What the words ask for."""

    data_dir: str | None = None
    profile: str | None = None
    command: str | None = None
    rest: tuple[str, ...] = ()
    show: str | None = None  # "help" or "version"
    files: tuple[Path, ...] = ()
    new_window: bool = False
    new_instance: bool = False
    wish: str = ""  # what else is to be done in the window: "continue" or "open"
    screenshot: Path | None = None
    size: tuple[int, int] | None = None
    theme: str | None = None
    reverse: bool = False


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the reader; 0 done, 1 the work failed, 2 wrong usage."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        start = read_words(words)
    except UsageError as error:
        return _usage_error(error)
    if start.show == "version":
        from reader import __version__

        return _print(f"article-reader {__version__}")
    if start.show == "help":
        return _print(_help())
    try:
        paths = _paths(start)
    except UsageError as error:
        return _usage_error(error)
    if start.command is not None:
        from reader.app.commands import run_command

        return run_command(start.command, start.rest, paths)
    try:
        if not _is_from_desktop(os.environ):
            _refuse_missing(start.files)
    except UsageError as error:
        return _usage_error(error)
    first = None
    if not start.new_instance and start.screenshot is None:
        from reader.app.single_instance import HandOver, activation_token, hand_over_or_stand

        files = tuple(Path(os.path.abspath(file)) for file in start.files)
        message = HandOver(files, start.new_window, activation_token(os.environ), start.wish)
        first = hand_over_or_stand(paths.data, message)
        if first is None:
            return 0
    if _lacks_screen(os.environ, sys.platform):
        print(f"article-reader: {_NO_SCREEN}", file=sys.stderr)
        return 1
    from reader.app.window import WindowRequest, announce_data_dir, run

    if start.data_dir is not None:
        announce_data_dir(Path(start.data_dir))
    if start.profile is not None:
        os.environ[PROFILE_VARIABLE] = paths.profile
    request = WindowRequest(
        files=start.files,
        screenshot=start.screenshot,
        size=start.size,
        theme=start.theme,
        reverse=start.reverse,
        wish=start.wish,
    )
    return run(request, paths, first)


def _print(text: str) -> int:
    from reader.app.standard_output import flush_output, silence_output

    try:
        print(text)
        flush_output()
    except BrokenPipeError:
        silence_output()
    return 0


def _lacks_screen(environment: Mapping[str, str], system: str) -> bool:
    """Whether there is nothing to open a window on: Qt would end the program as if it had crashed."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM")
    found = any(environment.get(name) for name in named) or environment.get("XDG_SESSION_TYPE") == "wayland"
    return system.startswith("linux") and not found


def read_words(words: Sequence[str]) -> Start:
    """Sorts options, sub-command and files; by hand, because the window must not wait for a parser."""
    given: dict[str, str] = {}
    files: list[Path] = []
    left = list(words)
    while left:
        word = left.pop(0)
        name, has_value, value = word.partition("=")
        if word == "--":
            files += [_file(each) for each in left]
            break
        if name in _WITH_VALUE:
            if not has_value and not left:
                raise UsageError(f"{name} needs a value.")
            given[name] = value if has_value else left.pop(0)
        elif word in _SWITCHES:
            given[word] = ""
        elif word.startswith("-") and word != "-":
            raise UsageError(f"{_shown(word)} is no option; see article-reader --help.")
        elif word in COMMANDS and not files:
            return Start(
                given.get("--data-dir"), given.get("--profile"), word, tuple(left), show=_show(given)
            )
        else:
            files.append(_file(word))
    return Start(
        data_dir=given.get("--data-dir"),
        profile=given.get("--profile"),
        show=_show(given),
        files=tuple(files),
        new_window="--new-window" in given,
        new_instance="--new-instance" in given,
        wish="open" if "--open" in given else "continue" if "--continue" in given else "",
        screenshot=Path(given["--screenshot"]) if "--screenshot" in given else None,
        size=_size(given.get("--size")),
        theme=_theme(given.get("--theme")),
        reverse="-reverse" in given,
    )


_WITH_VALUE = ("--data-dir", "--profile", "--screenshot", "--size", "--theme")
_SWITCHES = (
    *("--new-window", "--new-instance", "--continue", "--open", "-reverse"),
    *("--version", "--help", "-h"),
)


def _paths(start: Start) -> AppPaths:
    try:
        return find_paths(start.data_dir, os.environ, start.profile)
    except ValueError as error:
        named = "--profile" if start.profile is not None else PROFILE_VARIABLE
        raise UsageError(f"{named} does not fit: {error}.") from error


def _show(given: Mapping[str, str]) -> str | None:
    if "--help" in given or "-h" in given:
        return "help"
    return "version" if "--version" in given else None


def _file(word: str) -> Path:
    """A file as it was named: a path, or a `file:` address as desktops hand them over."""
    if not word:
        raise UsageError("A file with an empty name was asked for.")
    if not word.lower().startswith("file:/") or os.path.lexists(word):
        return Path(word)
    from urllib.parse import unquote_to_bytes, urlsplit

    try:
        address = urlsplit(word, allow_fragments=False)
    except ValueError:
        return Path(word)
    if address.netloc not in ("", "localhost"):
        raise UsageError(f"{_shown(word)} lies on another machine; mount its folder first.")
    query = f"?{address.query}" if address.query else ""  # a file name may hold an unescaped one
    path = os.fsdecode(unquote_to_bytes(address.path + query))
    return Path(path.lstrip("/") if sys.platform == "win32" else path)


def _size(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    width, _, height = text.lower().partition("x")
    if not (
        width.isdecimal()
        and height.isdecimal()
        and 100 <= int(width) <= 10000
        and 100 <= int(height) <= 10000
    ):
        raise UsageError(f"--size takes WIDTHxHEIGHT in pixels, such as 1280x860, not {_shown(text)}.")
    return int(width), int(height)


def _theme(text: str | None) -> str | None:
    if text is not None and text not in THEMES:
        raise UsageError(f"--theme takes one of {', '.join(THEMES)}, not {_shown(text)}.")
    return text


def _is_from_desktop(environment: Mapping[str, str]) -> bool:
    """Whether nobody would read what is written here: then it is the window that says what is gone."""
    if sys.stderr is None:  # a program of windows alone has none
        return True
    named = ("GIO_LAUNCHED_DESKTOP_FILE", "XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
    return any(environment.get(name) for name in named) and not sys.stderr.isatty()


def _refuse_missing(files: Sequence[Path]) -> None:
    for file in files:
        if not os.path.lexists(file):
            raise UsageError(
                f"{_shown(str(file))} is neither a file nor a command; see article-reader --help."
            )


def _usage_error(error: UsageError) -> int:
    print(f"article-reader: {error}", file=sys.stderr)
    return 2


def _shown(text: str) -> str:
    """A word as one line that any terminal can print."""
    return repr(text.encode("utf-8", "backslashreplace").decode("utf-8"))


def _help() -> str:
    commands = "\n".join(f"  {name:<12}{text}" for name, text in COMMANDS.items())
    return f"""usage: article-reader [FILE…] [--new-window | --new-instance] [--continue | --open]
       article-reader [FILE…] --screenshot PNG [--size WxH] [--theme NAME]
       article-reader COMMAND … (article-reader COMMAND --help says more)

Opens articles that are kept as files: Markdown, saved web pages, MHTML, plain text.

options:
  --new-window      open a window of its own
  --new-instance    start a process of its own, even if the reader runs already
  --continue        go on with the article that was read last
  --open            ask which files to open
  --screenshot PNG  save the window as a picture and quit; --size 1280x860, --theme {"|".join(THEMES)}
  -reverse          lay the window out from right to left, whatever its language
  --data-dir DIR    keep catalogue, state and preferences under DIR (or set {DATA_DIR_VARIABLE})
  --profile NAME    keep all of that apart under a name of its own (or set {PROFILE_VARIABLE})
  --version         print the version
  --help            print this

commands:
{commands}

A file that is named like a command opens as ./NAME."""
