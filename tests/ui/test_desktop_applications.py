# SPDX-License-Identifier: MIT
"""Other applications, as the database of a Linux desktop names them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reader.ui.desktop_applications import DesktopApplication, applications_for, languages_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Linux desktops")


class Desktop:
    """A data folder with applications, and the environment that names it."""

    def __init__(self, root: Path) -> None:
        self.applications = root / "share" / "applications"
        self.config = root / "config"
        self.programs = root / "bin"
        for folder in (self.applications, self.config, self.programs):
            folder.mkdir(parents=True)
        self.environment = {
            "HOME": str(root),
            "XDG_DATA_HOME": str(root / "own"),
            "XDG_DATA_DIRS": str(root / "share"),
            "XDG_CONFIG_HOME": str(self.config),
            "XDG_CONFIG_DIRS": str(root / "etc"),
            "PATH": str(self.programs),
        }

    def add(self, name: str, command: str = "{name} %U", extra: str = "") -> None:
        program = self.programs / name
        program.write_text("#!/bin/sh\n", "utf-8")
        program.chmod(0o755)
        entry = f"[Desktop Entry]\nType=Application\nName={name.title()}\nExec={command.format(name=name)}\n"
        (self.applications / f"{name}.desktop").write_text(f"{entry}{extra}", "utf-8")

    def associate(self, mime_type: str, *names: str) -> None:
        listed = "".join(f"{name}.desktop;" for name in names)
        file = self.applications / "mimeinfo.cache"
        before = file.read_text("utf-8") if file.exists() else "[MIME Cache]\n"
        file.write_text(f"{before}{mime_type}={listed}\n", "utf-8")

    def names(self, *types: str) -> list[str]:
        return [found.name for found in applications_for(types, self.environment)]


@pytest.fixture
def desktop(tmp_path: Path) -> Desktop:
    return Desktop(tmp_path)


def _words(command: str, path: str = "/a b/c.md") -> list[str]:
    return _one(command.split("|")).words_for(Path(path))


def _one(command: list[str]) -> DesktopApplication:
    return DesktopApplication("e.desktop", "Editor", "editor", tuple(command), Path("/e.desktop"))


def test_the_default_comes_first_then_what_a_person_added(desktop: Desktop) -> None:
    for name in ("gedit", "kate", "vim", "emacs"):
        desktop.add(name)
    desktop.associate("text/markdown", "gedit", "kate", "vim")
    desktop.associate("text/plain", "emacs", "kate")
    (desktop.config / "mimeapps.list").write_text(
        "[Default Applications]\ntext/markdown=kate.desktop\n"
        "[Removed Associations]\ntext/markdown=vim.desktop;\n",
        "utf-8",
    )
    assert desktop.names("text/markdown", "text/plain") == ["Kate", "Gedit", "Emacs"]


def test_we_and_what_cannot_be_used_are_left_out(desktop: Desktop) -> None:
    desktop.add("article-reader")
    desktop.add("good")
    desktop.add("hidden", extra="Hidden=true\n")
    desktop.add("terminal", extra="Terminal=true\n")
    desktop.add("gone", command="/nowhere/at-all %f")
    desktop.add("unquoted", command='"{name} %f')
    desktop.add("without", extra="TryExec=not-installed\n")
    desktop.associate(
        "text/html", "article-reader", "hidden", "terminal", "gone", "unquoted", "without", "no", "good"
    )
    assert desktop.names("text/html") == ["Good"]


def test_names_in_the_language_of_the_person(desktop: Desktop) -> None:
    desktop.add("kate", extra="Name[zh_CN]=凯特\n")
    desktop.associate("text/plain", "kate")
    found = applications_for(["text/plain"], desktop.environment, languages_of("zh_CN"))
    assert found[0].name == "凯特"


def test_an_entry_may_lie_in_a_folder(desktop: Desktop) -> None:
    desktop.add("kate")
    folder = desktop.applications / "kde"
    folder.mkdir()
    (desktop.applications / "kate.desktop").rename(folder / "kate.desktop")
    desktop.associate("text/plain", "kde-kate")
    assert desktop.names("text/plain") == ["Kate"]


def test_nonsense_is_no_application(desktop: Desktop) -> None:
    (desktop.applications / "mimeinfo.cache").write_bytes(
        b"\xff\xfe[MIME Cache\ntext/plain=../../etc.desktop;\n"
    )
    (desktop.config / "mimeapps.list").write_text(
        "[Default Applications]\ntext/plain=;;/x.desktop;\n", "utf-8"
    )
    assert desktop.names("text/plain") == []


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("e|%f", ["e", "/a b/c.md"]),
        ("e|%U", ["e", "file:///a%20b/c.md"]),
        ("e|--file=%f|100%%", ["e", "--file=/a b/c.md", "100%"]),
        ("e|%i|%c|%k|%F", ["e", "--icon", "editor", "Editor", "/e.desktop", "/a b/c.md"]),
        ("e|%d|%f", ["e", "/a b/c.md"]),
        ("e", ["e", "/a b/c.md"]),
        ("e|%", ["e", "%", "/a b/c.md"]),
    ],
)
def test_commands_are_filled_in(command: str, words: list[str]) -> None:
    assert _words(command) == words


def test_quotes_and_escapes(desktop: Desktop) -> None:
    desktop.add("edit", command='{name} "a \\\\"b\\\\"" plain\\sspace %f')
    desktop.associate("text/plain", "edit")
    words = applications_for(["text/plain"], desktop.environment)[0].words_for(Path("/x.md"))
    assert words == ["edit", 'a "b"', "plain", "space", "/x.md"]
