# SPDX-License-Identifier: MIT
"""A scan of a part comes to what a scan of everything would; ignore files leave out what they name."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from reader.core.library import Library, Scope

from .conftest import Write

IGNORE = ".article-reader-ignore"


def places(library: Library, root: Path) -> set[str]:
    return {article.path.relative_to(root).as_posix() for article in library.articles()}


def test_only_the_named_folders_are_looked_at(library: Library, write: Write, root: Path) -> None:
    write("a/one.md")
    write("b/two.md")
    library.scan()
    write("a/new.md")
    write("b/unseen.md")
    (root / "a/one.md").unlink()
    report = library.scan(scope=Scope.of(flat=[root / "a"]))
    assert (report.added, report.removed) == (1, 1)
    assert places(library, root) == {"a/new.md", "b/two.md"}


def test_a_file_that_moves_between_named_folders_stays_one_article(
    library: Library, write: Write, root: Path
) -> None:
    write("a/one.md")
    write("b/two.md")
    library.scan()
    before = {article.id for article in library.articles()}
    (root / "a/one.md").rename(root / "b/renamed.md")
    report = library.scan(scope=Scope.of(flat=[root / "a", root / "b"]))
    assert (report.added, report.moved, report.removed) == (0, 1, 0)
    assert {article.id for article in library.articles()} == before


def test_deep_places_are_taken_with_everything_below(library: Library, write: Write, root: Path) -> None:
    write("a/x/y/one.md")
    library.scan()
    shutil.move(root / "a", root / "b")
    report = library.scan(scope=Scope.of(flat=[root], deep=[root / "a", root / "b"]))
    assert (report.added, report.moved, report.removed) == (0, 1, 0)
    assert places(library, root) == {"b/x/y/one.md"}


@pytest.mark.parametrize("place", [".git/x", "node_modules/x", "page_files", "left-out/x"])
def test_a_part_that_is_never_walked_is_not_walked_when_named(
    library: Library, write: Write, root: Path, place: str
) -> None:
    write("page.html")
    write(IGNORE, body="")
    (root / IGNORE).write_text("left-out/\n", "utf-8")
    library.scan()
    write(f"{place}/one.md")
    scope = Scope.of(flat=[root / place], deep=[root / place / "deeper"])
    assert library.scan(scope=scope).articles == 1


def test_where_links_lead_to_folders_everything_is_looked_at(
    library: Library, write: Write, root: Path
) -> None:
    write("a/one.md")
    (root / "link").symlink_to("a", target_is_directory=True)
    library.scan()
    write("a/two.md")
    library.scan(scope=Scope.of(flat=[root / "a"]))
    assert len(library.articles()) == 2


def test_an_ignore_file_works_like_those_of_git(library: Library, write: Write, root: Path) -> None:
    for name in ("a.md", "drafts/b.md", "x/drafts/c.md", "x/README.md", "x/keep/README.md", "x/note.tmp.md"):
        write(name)
    (root / IGNORE).write_text("# mine\ndrafts/\nREADME.md\n*.tmp.*\n[\n", "utf-8")
    (root / "x/keep" / IGNORE).write_text("!README.md\n", "utf-8")
    library.scan()
    assert places(library, root) == {"a.md", "x/keep/README.md"}
    (root / IGNORE).unlink()
    library.scan()
    assert len(places(library, root)) == 6


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_an_ignore_file_that_may_not_be_read_is_a_problem(library: Library, write: Write, root: Path) -> None:
    write("a.md")
    (root / IGNORE).write_text("a.md\n", "utf-8")
    (root / IGNORE).chmod(0)
    library.scan()
    assert [problem.code for problem in library.problems()] == ["ignore-unreadable"]


def test_hostile_ignore_files_end_nothing(library: Library, write: Write, root: Path) -> None:
    write("a.md")
    (root / IGNORE).write_bytes(b"\xff\xfe\0" * 1000 + b"\n" + b"**/" * 2000 + b"*\n!\n/\n\\\n")
    assert library.scan().problems == 0
