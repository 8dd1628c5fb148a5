# SPDX-License-Identifier: MIT
"""Scanning: incremental, interruptible, and never in the way of a person's files."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from reader.core.article import CategoryRule, Dialect
from reader.core.errors import LibraryError
from reader.core.library import ArticleQuery, Library, ScanProgress, ScanReport, scanner
from reader.core.library.reading_crew import Pace
from reader.core.library.scopes import Scope
from reader.core.library.walker import MOST_ODDITIES
from reader.core.settings import ReadingStates, ReadState

from .conftest import Write


def numbers(library: Library, full: bool = False) -> tuple[int, int, int, int, int]:
    report = library.scan(full)
    return report.articles, report.added, report.changed, report.moved, report.removed


def titles(library: Library) -> set[str]:
    return {article.title for article in library.articles()}


def test_a_scan_lists_articles_with_what_their_headers_and_texts_say(library: Library, write: Write) -> None:
    path = write(
        "post.md",
        body="一二三四五六七八九十" * 30,
        title="题目",
        date="2021-05-09 04:03:15",
        categories=["编程", "语言"],
        tags=["go", "c"],
    )
    assert numbers(library) == (1, 1, 0, 0, 0)
    (article,) = library.articles()
    assert article.path == path
    assert (article.title, article.date) == ("题目", "2021-05-09T04:03:15")
    assert article.tags == ("go", "c")
    assert (article.words, article.lang) == (300, "zh-Hans")
    assert article.excerpt.startswith("一二三")
    assert (article.state, article.progress, article.problems) == ("new", 0.0, 0)


def test_a_second_scan_reads_nothing_and_changes_nothing(library: Library, write: Write) -> None:
    write("a.md")
    library.scan()
    before = library.articles()
    seen: list[ScanProgress] = []
    report = library.scan(progress=seen.append)
    assert (report.added, report.changed, seen) == (0, 0, [])
    assert library.articles() == before


def test_changed_files_are_read_again_and_keep_id_and_place(library: Library, write: Write) -> None:
    path = write("a.md", title="Before")
    library.scan()
    (before,) = library.articles()
    write("a.md", title="Afterwards")
    os.utime(path, ns=(1, 1))
    assert numbers(library) == (1, 0, 1, 0, 0)
    (after,) = library.articles()
    assert (after.id, after.added_at, after.title) == (before.id, before.added_at, "Afterwards")


def test_removed_files_are_forgotten_but_never_their_state(
    library: Library, write: Write, states: ReadingStates
) -> None:
    path = write("a.md")
    library.scan()
    states.set(path, state=ReadState.FINISHED)
    path.unlink()
    assert numbers(library) == (0, 0, 0, 0, 1)
    assert states.get(path).state is ReadState.FINISHED
    write("a.md")
    library.scan()
    assert library.articles()[0].state == "finished"


def test_full_reads_everything_again(library: Library, write: Write) -> None:
    write("a.md")
    write("b.md")
    library.scan()
    assert numbers(library, full=True) == (2, 0, 2, 0, 0)


def test_hard_links_are_two_articles_in_every_scan(library: Library, write: Write, root: Path) -> None:
    path = write("a.md")
    os.link(path, root / "b.md")
    assert numbers(library) == (2, 2, 0, 0, 0)
    assert numbers(library, full=True) == (2, 0, 2, 0, 0)
    assert numbers(library) == (2, 0, 0, 0, 0)


def test_what_is_no_article_is_left_out(library: Library, write: Write, root: Path) -> None:
    write("kept/a.MD")
    write("notes_files/kept.md")
    for name in (
        *(".hidden.md", ".git/x.md", ".obsidian/x.md", "node_modules/x.md", "a/_index.md", "x.md~"),
        *("page_files/x.html", "page.html.bak", "picture.png", "requirements.txt", "no-suffix"),
    ):
        write(name)
    (root / "page.html").write_text("<html><body><p>Saved</p></body></html>", "utf-8")
    (root / "folder.md").mkdir()
    os.mkfifo(root / "pipe.md")
    library.scan()
    assert {article.path.relative_to(root).as_posix() for article in library.articles()} == {
        "kept/a.MD",
        "notes_files/kept.md",
        "page.html",
    }


def test_the_output_of_a_generator_is_not_its_articles(library: Library, write: Write, root: Path) -> None:
    write("source/_posts/a.md")
    write("public/a.html")
    write("themes/x/readme.md")
    (root / "_config.yml").write_text("title: blog", "utf-8")
    write("elsewhere/public/b.md")
    library.scan()
    names = {article.path.relative_to(root).as_posix() for article in library.articles()}
    assert names == {"source/_posts/a.md", "elsewhere/public/b.md"}


def test_link_loops_and_links_upward_end(library: Library, write: Write, root: Path, tmp_path: Path) -> None:
    write("a/b.md")
    (root / "a" / "loop").symlink_to(root / "a")
    (root / "up").symlink_to(tmp_path)
    (root / "all").symlink_to("/")
    (root / "gone.md").symlink_to(root / "missing.md")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "c.md").write_text("# C", "utf-8")
    (root / "linked").symlink_to(outside)
    library.scan()
    (root / "there").symlink_to(root / "back")
    (root / "back").symlink_to(root / "there")
    (root / "around.md").symlink_to(root / "around.md")
    library.scan()
    assert titles(library) == {"b", "C"}
    assert {problem.path.name: problem.code for problem in library.problems()} == {
        **dict.fromkeys(("loop", "up", "all", "there", "back", "around.md"), "link-circle"),
        "gone.md": "file-unreadable",
    }


def test_many_circles_do_not_fill_the_problems(library: Library, write: Write, root: Path) -> None:
    write("a.md")
    for number in range(MOST_ODDITIES + 5):
        (root / f"up{number:03}").symlink_to(root)
    library.scan()
    assert len(library.problems()) == MOST_ODDITIES


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")
def test_names_in_broken_encodings_are_one_problem_of_their_folder(
    library: Library, write: Write, root: Path
) -> None:
    write("names/fine.md")
    folder = os.fsencode(root / "names")
    for number in range(3):
        Path(os.fsdecode(folder + b"/\xce\xc4%d.md" % number)).write_text("# 文", "utf-8")
    Path(os.fsdecode(folder + b"/\xb5\xb5")).mkdir()
    library.scan()
    assert len(library.articles()) == 4
    (problem,) = library.problems()
    assert (problem.path, problem.code) == (root / "names", "names-undecodable")
    assert ": 4." in problem.message
    library.scan(scope=Scope.of(flat=[root]))
    assert len(library.problems()) == 1, "nobody has looked into that folder"
    for bad in (root / "names").iterdir():
        if bad.name != "fine.md":
            bad.rmdir() if bad.is_dir() else bad.unlink()
    library.scan(scope=Scope.of(flat=[root / "names"]))
    assert library.problems() == ()


def test_a_folder_deeper_than_we_go_is_a_problem(library: Library, root: Path) -> None:
    deep = root.joinpath(*["d"] * 105)
    deep.mkdir(parents=True)
    library.scan()
    assert [problem.code for problem in library.problems()] == ["folder-too-deep"]


def test_an_unreadable_folder_keeps_its_articles(
    library: Library, write: Write, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("in/a.md")
    library.scan()
    scandir = os.scandir

    def refuse(path: object) -> object:
        if path == os.fsencode(root / "in"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)  # type: ignore[call-overload]

    monkeypatch.setattr("os.scandir", refuse)
    assert numbers(library) == (1, 0, 0, 0, 0)
    assert "folder-unreadable" in [problem.code for problem in library.problems()]
    write("b.md")
    library.scan(scope=Scope.of(flat=[root]))
    assert "folder-unreadable" in [problem.code for problem in library.problems()], (
        "nobody has tried it again"
    )
    (root / "b.md").unlink()
    library.scan(scope=Scope.of(flat=[root]))
    monkeypatch.undo()
    assert numbers(library) == (1, 0, 0, 0, 0)
    assert "folder-unreadable" not in [problem.code for problem in library.problems()]


@pytest.mark.parametrize(
    "name",
    [
        b"two\nlines.md",
        b"\"quotes\" and 'more'.md",
        "✌️ emoji 👩‍👩‍👧.md".encode(),
        b"x" * 252 + b".md",
        ("题" * 84).encode() + b".md",
        b"broken \xff\xfe \x80.md",
        b" .md",
        b"-rf $(touch x) `y` %s %d.md",
        b"\x1b[31mred.md",
    ],
)
def test_hostile_names_are_listed_and_found_again(library: Library, root: Path, name: bytes) -> None:
    path = root / os.fsdecode(name)
    path.write_bytes(b"Some words without a title.\n")
    assert numbers(library) == (1, 1, 0, 0, 0)
    (article,) = library.articles()
    assert article.path == path
    assert article.title
    assert library.article_at(article.path) == article
    assert library.article_by_key(article.key) == article
    assert numbers(library) == (1, 0, 0, 0, 0)


def test_a_header_full_of_nonsense_is_bounded(library: Library, root: Path) -> None:
    many = "\n".join(f"- [{', '.join(f'c{n}x{m}' for m in range(40))}]" for n in range(300))
    tags = "\n".join(f"- t{n}" for n in range(5000))
    text = f"---\ntitle: {'T' * 9000}\ncategories:\n{many}\ntags:\n{tags}\n---\nx\n"
    (root / "a.md").write_text(text, "utf-8")
    library.scan()
    (article,) = library.articles()
    assert len(article.title) <= 1000
    assert len(article.categories) <= 64
    assert all(len(path) <= 16 for path in article.categories)
    assert len(article.tags) <= 256


def test_a_file_that_cannot_be_read_is_listed_with_its_problem(
    library: Library, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "a.md").write_text("# A", "utf-8")
    monkeypatch.setattr("reader.core.formats.read_words", _fail)
    monkeypatch.setattr("reader.core.formats.read_metadata", _fail)
    library.scan()
    (article,) = library.articles()
    assert (article.title, article.problems) == ("a", 1)
    (problem,) = library.problems()
    assert problem.code == "failed"
    assert "RecursionError" in problem.message


def _fail(*_: object) -> object:
    raise RecursionError("too deep")


class Killed(BaseException):
    """Stands for what ends the whole process."""


def test_a_file_that_ends_the_program_does_so_only_twice(
    library: Library, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.core import formats

    read = formats.read_words

    def poisoned(path: Path, *rest: object) -> object:
        if path.name == "b.md":
            raise Killed
        return read(path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("reader.core.formats.read_words", poisoned)
    for name in "abc":
        write(f"{name}.md")
    for _ in range(2):
        with pytest.raises(Killed):
            library.scan()
    assert library.scan().complete
    assert {article.title: bool(article.words) for article in library.articles()} == {
        "a": True,
        "b": False,
        "c": True,
    }
    assert [problem.code for problem in library.problems()] == ["gave-up"]
    assert library.scan().problems == 1
    monkeypatch.undo()
    write("b.md", body="Changed.")
    assert library.scan().problems == 0


def test_a_cancelled_scan_goes_on_where_it_stopped(library: Library, write: Write) -> None:
    for number in range(30):
        write(f"{number:02}.md")
    calls = iter(range(10_000))
    report = library.scan(cancelled=lambda: next(calls) > 45)
    assert not report.complete
    listed = library.articles()
    assert len(listed) > 0
    report = library.scan()
    assert report.complete
    assert len(library.articles()) == 30
    assert all(article.words for article in library.articles())


def test_a_change_is_seen_though_size_and_time_were_put_back(library: Library, write: Write) -> None:
    path = write("a.md", title="One")
    library.scan()
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b"One", b"Two"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = path.stat()
    assert (after.st_size, after.st_mtime_ns, after.st_ino) == (
        before.st_size,
        before.st_mtime_ns,
        before.st_ino,
    )
    assert numbers(library) == (1, 0, 1, 0, 0)
    assert [article.title for article in library.articles()] == ["Two"]
    path.chmod(0o600)  # the system's own time alone: its content is looked at, and it counts as unchanged
    assert numbers(library) == (1, 0, 0, 0, 0)


def test_a_first_scan_lists_while_it_still_looks_for_files(
    library: Library, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scanner, "HEADS", Pace(worth_workers=100, chunk=16, is_gentle=False))
    monkeypatch.setattr(scanner, "BATCH_SECONDS", 0.0)
    for number in range(3_000):
        write(f"{number % 40}/{number}.md")
    seen: list[ScanProgress] = []

    def until(phase: str) -> ScanReport:
        seen.clear()
        return library.scan(progress=seen.append, cancelled=lambda: bool(seen) and seen[-1].phase == phase)

    assert not until("reading").complete
    assert seen[-1].total == 0, "how many there are is not known yet"
    assert 0 < len(library.article_ids()) < 3_000
    report = until("indexing")
    assert (report.articles, report.removed) == (3_000, 0)


def test_a_scan_cancelled_while_it_walks_removes_nothing(library: Library, write: Write) -> None:
    for number in range(5):
        write(f"{number}.md")
    library.scan()
    report = library.scan(cancelled=lambda: True)
    assert (report.complete, report.removed, report.articles) == (False, 0, 5)


def test_a_folder_that_is_not_mounted_keeps_its_articles(
    library: Library, write: Write, root: Path, tmp_path: Path
) -> None:
    write("a.md")
    library.scan()
    root.rename(tmp_path / "away")
    assert library.scan().turned
    assert not library.scan().turned
    assert [folder.available for folder in library.folders()] == [False]
    assert [article.available for article in library.articles()] == [False]
    assert [problem.code for problem in library.problems()] == ["folder-unavailable"]
    (tmp_path / "away").rename(root)
    assert library.scan().turned
    assert numbers(library) == (1, 0, 0, 0, 0)
    assert library.articles()[0].available
    assert library.problems() == ()


def test_an_emptied_folder_is_believed(library: Library, write: Write) -> None:
    write("a.md").unlink()
    path = write("b.md")
    library.scan()
    path.unlink()
    assert numbers(library) == (0, 0, 0, 0, 1)


def test_changed_rules_take_effect_with_the_next_scan(library: Library, write: Write, root: Path) -> None:
    write("a.md", categories=["A", "B"])
    library.set_folder_rules(root, Dialect.HEXO, CategoryRule.PATH)
    library.scan()
    assert library.articles()[0].categories == (("A", "B"),)
    library.set_folder_rules(root, Dialect.HEXO, CategoryRule.SIBLINGS)
    assert numbers(library) == (1, 0, 1, 0, 0)
    assert library.articles()[0].categories == (("A",), ("B",))


def test_folders_inside_each_other_list_each_article_once(library: Library, write: Write, root: Path) -> None:
    write("in/a.md")
    write("b.md")
    library.scan()
    inner = library.add_folder(root / "in")
    library.scan()
    assert {article.title: article.folder_id == inner.id for article in library.articles()} == {
        "a": True,
        "b": False,
    }
    library.remove_folder(root / "in")
    library.scan()
    assert titles(library) == {"a", "b"}


def test_a_removed_folder_takes_its_articles_along_but_no_file(
    library: Library, write: Write, root: Path
) -> None:
    path = write("a.md")
    library.scan()
    library.remove_folder(root)
    assert library.articles() == ()
    assert library.folders() == ()
    assert path.exists()
    with pytest.raises(LibraryError, match="not a folder of the library"):
        library.remove_folder(root)


def test_what_is_no_folder_is_not_added(library: Library, write: Write, root: Path) -> None:
    with pytest.raises(LibraryError, match="is not a folder"):
        library.add_folder(write("a.md"))
    with pytest.raises(LibraryError, match="does not exist"):
        library.add_folder(root / "missing")


def test_nothing_is_written_beside_the_articles(library: Library, write: Write, root: Path) -> None:
    path = write("a.md")
    before = {each: each.stat().st_mtime_ns for each in (root, path)}
    library.scan()
    library.articles(ArticleQuery(text="a"))
    assert {each: each.stat().st_mtime_ns for each in (root, path)} == before
    assert list(root.iterdir()) == [path]
