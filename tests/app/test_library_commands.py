# SPDX-License-Identifier: MIT
"""`add`, `remove`, `scan`, `list`, `categories`, `problems` as scripts use them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest

from reader.app.command_line import main
from reader.app.paths import AppPaths
from reader.core.settings import ReadingStates, ReadState

Run = Callable[..., list[dict[str, Any]]]

POST = """
---
title: '{title}'
categories:
 - 编程
 - {site}
 - feed
author: {site}
date: Fri, 24 Sep 2021 00:00:00 GMT
tags: [t]
---

<div>   <p>正文第一段，说明一件事情。</p>  </div>
"""


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    folder = tmp_path / "blog"
    (folder / "source" / "_posts").mkdir(parents=True)
    for number, site in enumerate(("甲", "甲", "乙")):
        text = POST.format(title=f"第{number}篇", site=site)
        (folder / "source" / "_posts" / f"{number}.md").write_text(text, "utf-8")
    return folder


@pytest.fixture
def run(app_paths: AppPaths, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    def run(*words: str, status: int = 0) -> list[dict[str, Any]]:
        capfdbinary.readouterr()
        assert main(["--data-dir", str(app_paths.data), *words, "--json"]) == status
        said = capfdbinary.readouterr()
        assert status != 0 or said.err == b""
        return [json.loads(line) for line in said.out.decode("utf-8").splitlines()]

    return run


def test_add_scans_and_reports(run: Run, blog: Path) -> None:
    (report,) = run("add", str(blog), "--dialect", "hexo")
    seconds = report.pop("seconds")
    assert seconds >= 0
    assert report == {"articles": 3, "added": 3, "changed": 0, "moved": 0, "removed": 0, "problems": 0}
    (report,) = run("scan")
    assert (report["added"], report["changed"]) == (0, 0)
    (report,) = run("scan", "--full")
    assert report["changed"] == 3
    (report,) = run("remove", str(blog))
    assert report["articles"] == 0


def test_list_gives_every_key_of_the_contract(run: Run, blog: Path) -> None:
    run("add", str(blog))
    article = run("list", "--sort", "title", "--limit", "1")[0]
    assert list(article) == [
        *("id", "path", "title", "authors", "date", "categories", "tags", "words"),
        *("state", "starred", "progress", "opened_at"),
    ]
    assert article["title"] == "第0篇"
    assert article["authors"] == ["甲"]
    assert article["date"] == "2021-09-24"
    assert article["categories"] == [["编程", "甲", "feed"]]
    assert article["path"] == str(blog / "source/_posts/0.md")
    assert (article["state"], article["starred"], article["progress"]) == ("new", False, 0.0)


def test_list_filters(run: Run, blog: Path, app_paths: AppPaths) -> None:
    run("add", str(blog))
    states = ReadingStates(app_paths.state_db)
    states.set(blog / "source/_posts/1.md", state=ReadState.READING, starred=True, progress=0.5, opened=True)
    states.close()
    assert len(run("list", "--category", "编程/甲")) == 2
    assert len(run("list", "--category", "编程/")) == 3
    assert run("list", "--category", "无") == []
    assert [a["title"] for a in run("list", "--starred")] == ["第1篇"]
    assert [a["progress"] for a in run("list", "--state", "reading")] == [0.5]
    assert run("list", "--state", "archived") == []
    assert len(run("list", "--tag", "t")) == 3
    assert [a["title"] for a in run("list", "--query", "第2")] == ["第2篇"]
    assert [a["title"] for a in run("list", "--query", "is:reading OR title:第2", "--sort", "title")] == [
        "第1篇",
        "第2篇",
    ]
    assert [a["title"] for a in run("list", "--query=-is:starred", "--limit", "9")] == ["第2篇", "第0篇"]
    assert len(run("list", "--query", "正文", "--limit", "2")) == 2
    assert len(run("list", "--query", "正文", "--starred")) == 1
    assert run("list", "--query", "不在任何文章里的词") == []
    assert len(run("list", "--query", " ")) == 3
    assert len(run("list", "--limit", "2")) == 2


def test_categories_are_the_tree(run: Run, blog: Path) -> None:
    run("add", str(blog))
    assert run("categories") == [
        {"path": ["编程"], "articles": 3, "unread": 3},
        {"path": ["编程", "乙"], "articles": 1, "unread": 1},
        {"path": ["编程", "乙", "feed"], "articles": 1, "unread": 1},
        {"path": ["编程", "甲"], "articles": 2, "unread": 2},
        {"path": ["编程", "甲", "feed"], "articles": 2, "unread": 2},
    ]


def test_siblings_when_asked(run: Run, blog: Path) -> None:
    run("add", str(blog), "--categories", "siblings")
    assert {tuple(node["path"]) for node in run("categories")} == {("编程",), ("甲",), ("乙",), ("feed",)}


def test_problems_name_file_code_sentence_and_line(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "bad"
    folder.mkdir()
    (folder / "a.md").write_text('---\ntitle: """x"""\ndate: 2020-01-01\n---\nText.\n', "utf-8")
    run("add", str(folder))
    (problem,) = run("problems")
    assert list(problem) == ["path", "code", "message", "line"]
    assert problem["path"] == str(folder / "a.md")
    assert isinstance(problem["line"], int)


def test_names_in_a_broken_encoding_are_valid_json(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    name = os.fsdecode(b"broken \xff\n\"'.md")
    (folder / name).write_bytes(b"Some words.")
    run("add", str(folder))
    (article,) = run("list")
    assert article["path"] == str(folder / name)
    assert Path(article["path"]).exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["add", "missing-folder"], "missing-folder does not exist"),
        (["remove", "."], "not a folder of the library"),
        (["render", "missing.md"], "missing.md"),
        (["render", "."], "article-reader render: "),
    ],
)
def test_work_that_fails_is_status_1_and_one_line(
    words: list[str],
    sentence: str,
    app_paths: AppPaths,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["--data-dir", str(app_paths.data), *words]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert sentence in said.err


def test_the_catalogue_that_cannot_be_made_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert main(["--data-dir", str(tmp_path / "file"), "list"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_tables_for_people(app_paths: AppPaths, blog: Path, capfd: pytest.CaptureFixture[str]) -> None:
    start = ["--data-dir", str(app_paths.data)]
    assert main([*start, "scan"]) == 0
    assert "no folders yet" in capfd.readouterr().err
    assert main([*start, "add", str(blog)]) == 0
    assert "3 articles: 3 added" in capfd.readouterr().out
    (blog / "two\nlines\x1b[31m.md").write_text("Words.", "utf-8")
    main([*start, "scan"])
    capfd.readouterr()
    assert main([*start, "list"]) == 0
    listed = capfd.readouterr().out
    assert len(listed.splitlines()) == 4
    assert "\x1b" not in listed
    assert main([*start, "categories"]) == 0
    assert "    feed" in capfd.readouterr().out
    assert main([*start, "problems"]) == 0


def test_the_window_can_follow_a_scan(run: Run, blog: Path) -> None:
    run("add", str(blog))
    lines = run("scan", "--full", "--progress")
    assert lines[0]["total"] == 3
    assert {line["phase"] for line in lines[:-1]} == {"reading", "indexing"}
    assert lines[-1]["articles"] == 3


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_ctrl_c_stops_a_scan_between_two_files(
    app_paths: AppPaths, blog: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.core import formats

    read = formats.read_words

    def interrupted(path: Path, *rest: object) -> object:
        os.kill(os.getpid(), signal.SIGINT)
        return read(path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("reader.core.formats.read_words", interrupted)
    before = signal.getsignal(signal.SIGINT)
    assert main(["--data-dir", str(app_paths.data), "add", str(blog)]) == 130
    said = capfd.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert signal.getsignal(signal.SIGINT) is before
    monkeypatch.undo()
    assert main(["--data-dir", str(app_paths.data), "scan"]) == 0
    assert "0 problems" in capfd.readouterr().out


def test_the_data_dir_may_follow_the_command(app_paths: AppPaths, blog: Path) -> None:
    assert main(["add", str(blog), "--data-dir", str(app_paths.data)]) == 0
    assert app_paths.state_db.exists()
    assert app_paths.catalogue.exists()


def test_duplicates_are_groups_of_paths(run: Run, blog: Path) -> None:
    text = (blog / "source/_posts/0.md").read_text("utf-8")
    long = text.replace("正文第一段", "这一篇文章足够长，可以和别的文章区分开来，" * 5)
    for name in ("one.md", "two.md"):
        (blog / "source" / "_posts" / name).write_text(long, "utf-8")
    run("add", str(blog))
    (group,) = run("duplicates")
    assert set(group) == {"key", "paths"}
    assert sorted(Path(path).name for path in group["paths"]) == ["one.md", "two.md"]


def test_a_watching_scan_follows_changes_until_its_input_ends(app_paths: AppPaths, blog: Path) -> None:
    words = [sys.executable, "-m", "reader", "--data-dir", str(app_paths.data)]
    subprocess.run([*words, "add", str(blog)], check=True, capture_output=True)
    process = subprocess.Popen(
        [*words, "scan", "--watch", "--json"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert json.loads(process.stdout.readline()) == {"watching": 1, "polled": 0, "reason": ""}
        assert _next_report(process.stdout)["articles"] == 3
        (blog / "source/_posts/new.md").write_text(POST.format(title="新", site="甲"), "utf-8")
        assert _next_report(process.stdout)["added"] == 1
        process.stdin.write("scan\n")
        process.stdin.flush()
        assert _next_report(process.stdout)["articles"] == 4
        process.stdin.close()
        assert process.wait(20) == 0


def _next_report(lines: IO[str]) -> dict[str, Any]:
    return next(message for line in lines if "articles" in (message := json.loads(line)))
