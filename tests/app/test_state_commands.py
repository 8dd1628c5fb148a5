# SPDX-License-Identifier: MIT
"""`state` and `highlights` as scripts use them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.app.command_line import main
from reader.app.paths import AppPaths
from reader.core.settings import ReadingStates
from reader.core.settings.anchoring import select

Run = Callable[..., list[dict[str, Any]]]
TEXT = "内核是操作系统的核心，负责管理进程、内存与设备。"


@pytest.fixture
def run(app_paths: AppPaths, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    def run(*words: str, status: int = 0, data_dir: Path | None = None) -> list[dict[str, Any]]:
        capfdbinary.readouterr()
        assert main(["--data-dir", str(data_dir or app_paths.data), *words, "--json"]) == status
        return [json.loads(line) for line in capfdbinary.readouterr().out.decode("utf-8").splitlines()]

    return run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "articles" / "内核.md"
    file.parent.mkdir()
    file.write_text(TEXT, "utf-8")
    return file


@pytest.fixture
def marked(article: Path, app_paths: AppPaths) -> Path:
    states = ReadingStates(app_paths.state_db)
    states.highlights.add(article, select(TEXT, TEXT, 0, 6), note="=记住", tags=["os"], colour="green")
    states.close()
    return article


def test_show_gives_every_key_of_the_contract(run: Run, marked: Path) -> None:
    (state,) = run("state", "show", str(marked))
    assert list(state) == [
        *("id", "state", "starred", "progress", "position", "tags", "highlights", "notes"),
        *("opened_at", "finished_at"),
    ]
    assert state["position"] == {}
    (mark,) = state["highlights"]
    assert (mark["text"], mark["title"], state["notes"]) == ("内核是操作系", "内核", ["=记住"])


def test_set_changes_what_is_given(run: Run, article: Path) -> None:
    run("state", "set", str(article), "--state", "reading", "--star", "--progress", "0.25", "--tag", "甲")
    (state,) = run("state", "set", str(article), "--unstar", "--tag", "乙")
    assert (state["state"], state["starred"], state["progress"]) == ("reading", False, 0.25)
    assert state["tags"] == ["乙", "甲"]
    (state,) = run("state", "set", str(article), "--state", "finished", "--untag", "甲")
    assert state["tags"] == ["乙"] and state["finished_at"].endswith("Z")


def test_what_makes_no_sense_is_wrong_usage(run: Run, article: Path) -> None:
    run("state", "set", str(article), "--progress", "2", status=2)
    run("state", "set", str(article), "--star", "--unstar", status=2)
    run("state", "juggle", status=2)
    run("state", "show", str(article.with_name("none.md")), status=1)
    run("state", "import", str(article.with_name("none.jsonl")), status=1)
    run("state", "merge", str(article.with_name("none")), status=1)


def test_one_thing_is_told_as_one(
    app_paths: AppPaths, marked: Path, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    data = ["--data-dir", str(app_paths.data)]
    assert main([*data, "highlights", "--output", str(tmp_path / "all.md")]) == 0
    assert capfd.readouterr().err.startswith("1 highlight written")
    assert main([*data, "state", "verify"]) == 0
    assert "1 article, 1 highlight, 0 conflicts" in capfd.readouterr().out
    assert main([*data, "add", str(marked.parent)]) == 0
    assert "1 article: " in capfd.readouterr().out


def test_export_and_import_carry_everything(run: Run, marked: Path, tmp_path: Path) -> None:
    run("state", "set", str(marked), "--state", "finished")
    out = tmp_path / "state.jsonl"
    (report,) = run("state", "export", str(out))
    assert report == {"articles": 1, "highlights": 1, "conflicts": 0}
    other = tmp_path / "other"
    (report,) = run("state", "import", str(out), data_dir=other)
    assert (report["articles"], report["highlights"], report["conflicts"]) == (1, 1, 0)
    (again,) = run("state", "import", str(out), data_dir=other)
    assert again["changed"] == 0
    run("state", "import", str(marked), data_dir=other, status=1)


def test_an_export_of_another_program_is_joined_with_the_library(
    run: Run, article: Path, tmp_path: Path
) -> None:
    article.write_text(f"---\ntitle: 什么是内核\nsource: https://example.org/kernel\n---\n{TEXT}\n", "utf-8")
    run("add", str(article.parent))
    export = tmp_path / "highlights.csv"
    export.write_text("Highlight,Title,Note\n管理进程,什么是内核,注\n别的,没有的书,\n", "utf-8")
    (report,) = run("state", "import", str(export))
    assert (report["matched"], report["unknown"], report["orphaned"]) == (1, 1, 0)
    assert report["highlights"] == 1
    (one,) = run("highlights")
    assert (one["text"], one["note"], one["title"]) == ("管理进程", "注", "什么是内核")


@pytest.mark.parametrize("name", ["marks.jsonl", "marks.json", "marks.csv"])
def test_our_own_highlights_are_taken_in_elsewhere(run: Run, marked: Path, tmp_path: Path, name: str) -> None:
    file, other = tmp_path / name, tmp_path / "other"
    form = "csv" if file.suffix == ".csv" else "json"
    assert main(["--data-dir", str(tmp_path / "data"), "highlights", "--format", form, "-o", str(file)]) == 0
    run("add", str(marked.parent), data_dir=other)
    run("scan", data_dir=other)
    (report,) = run("state", "import", str(file), data_dir=other)
    assert report["highlights"] == 1
    (state,) = run("state", "show", str(marked), data_dir=other)
    assert [mark["text"] for mark in state["highlights"]] == ["内核是操作系"]
    assert state["notes"] == ["=记住"]


def test_merge_leaves_our_journal_for_the_others(run: Run, marked: Path, tmp_path: Path) -> None:
    folder = tmp_path / "synced"
    folder.mkdir()
    run("state", "merge", str(folder))
    assert len(list(folder.glob("*.jsonl"))) == 1
    (report,) = run("state", "merge", str(folder), data_dir=tmp_path / "other")
    assert (report["articles"], report["highlights"]) == (1, 1)
    assert len(list(folder.glob("*.jsonl"))) == 2


def test_backup_and_verify(run: Run, marked: Path, app_paths: AppPaths) -> None:
    (report,) = run("state", "backup")
    backup = Path(report["backup"])
    assert backup.is_file()
    (report,) = run("state", "verify")
    assert (report["ok"], report["articles"]) == (True, 1)
    backup.write_bytes(b"cut")
    (report,) = run("state", "verify", status=1)
    assert not report["ok"]
    app_paths.state_db.write_bytes(b"damaged" * 1000)
    backup.unlink()
    (state,) = run("state", "show", str(marked))  # from the journal
    assert len(state["highlights"]) == 1


def test_highlights_give_every_key_of_the_contract(run: Run, marked: Path) -> None:
    (one,) = run("highlights")
    wanted = ("article_id", "title", "path", "text", "prefix", "suffix", "note", "color", "created_at")
    assert set(wanted) <= one.keys()
    assert (one["title"], one["path"], one["color"]) == ("内核", str(marked), "green")
    assert one["type"] == "Annotation"
    quote, position = one["target"]["selector"]
    assert quote["exact"] == "内核是操作系" and (position["start"], position["end"]) == (0, 6)
    assert run("highlights", "--query", "没有") == []
    assert len(run("highlights", "--query", "內核 OS")) == 1


def test_highlights_are_found_by_a_title_that_only_the_library_knows(
    run: Run, tmp_path: Path, app_paths: AppPaths
) -> None:
    file = tmp_path / "articles" / "1.md"
    file.parent.mkdir()
    file.write_text(f"---\ntitle: Kernels\n---\n\n{TEXT}", "utf-8")
    states = ReadingStates(app_paths.state_db)
    states.highlights.add(file, select(TEXT, TEXT, 0, 6))
    states.close()
    assert run("highlights", "--query", "kernels") == []
    run("add", str(file.parent))
    assert [one["title"] for one in run("highlights", "--query", "kernels")] == ["Kernels"]
    (state,) = run("state", "show", str(file))
    assert [one["title"] for one in state["highlights"]] == ["Kernels"]


def test_highlights_in_the_other_formats(
    marked: Path, app_paths: AppPaths, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    out = tmp_path / "out"
    words = ["--data-dir", str(app_paths.data), "highlights", "-o", str(out), "--format"]
    assert main([*words, "csv"]) == 0
    (row,) = csv.DictReader(io.StringIO(out.read_text("utf-8")))
    assert list(row) == ["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"]
    assert (row["Highlight"], row["Note"]) == ("内核是操作系", "'=记住\n.os")
    assert main([*words, "markdown"]) == 0
    text = out.read_text("utf-8")
    assert text.startswith("## 内核\n") and "> 内核是操作系\n\n=记住\n\n#os\n" in text
    template = tmp_path / "template.md"
    template.write_text("* $text ($color)\n", "utf-8")
    assert main([*words, "markdown", "--template", str(template)]) == 0
    assert out.read_text("utf-8") == "* 内核是操作系 (green)\n"
    capfdbinary.readouterr()
