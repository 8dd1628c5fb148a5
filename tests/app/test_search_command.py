# SPDX-License-Identifier: MIT
"""`search` and `related` as scripts use them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.app.commands import run_command
from reader.app.paths import AppPaths


@pytest.fixture
def folder(tmp_path: Path, app_paths: AppPaths, capfd: pytest.CaptureFixture[str]) -> Path:
    """A library of three articles."""
    root = tmp_path / "articles"
    root.mkdir()
    (root / "a.md").write_text(
        "---\ntitle: 软件 & <b>\n---\n这里说 a < b 的**软件**。借用检查器与所有权。", "utf-8"
    )
    (root / "b.md").write_text("---\ntitle: Borrow\n---\n借用检查器与所有权。 More words.", "utf-8")
    (root / "c.md").write_text("---\ntitle: Other\n---\nNothing here.", "utf-8")
    assert run_command("add", [str(root)], app_paths) == 0
    capfd.readouterr()
    return root


def lines(text: str) -> list[dict[str, object]]:
    """JSON lines as objects."""
    return [json.loads(line) for line in text.splitlines()]


def test_json_has_the_total_first(
    folder: Path, app_paths: AppPaths, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run_command("search", ["软件", "--json"], app_paths) == 0
    total, hit = lines(capfd.readouterr().out)
    assert total["total"] == 1 and isinstance(total["seconds"], float)
    assert list(hit) == ["id", "path", "title", "score", "snippet"]
    assert hit["path"] == str(folder / "a.md")
    assert "a &lt; b 的<b>软件</b>。" in str(hit["snippet"])
    run_command("list", ["--query", "软件", "--json"], app_paths)
    (listed,) = lines(capfd.readouterr().out)
    assert listed["id"] == hit["id"]


def test_pages_are_cut(folder: Path, app_paths: AppPaths, capfd: pytest.CaptureFixture[str]) -> None:
    run_command("search", ["借用检查器", "--json", "--limit", "1", "--offset", "1"], app_paths)
    total, *hits = lines(capfd.readouterr().out)
    assert total["total"] == 2
    assert len(hits) == 1
    run_command("search", ["借用检查器", "--json", "--limit", "0"], app_paths)
    assert len(lines(capfd.readouterr().out)) == 1


def test_people_see_marks_and_suggestions(
    folder: Path, app_paths: AppPaths, capfd: pytest.CaptureFixture[str]
) -> None:
    run_command("search", ["所有权"], app_paths)
    assert "[所有权]" in capfd.readouterr().out
    run_command("search", ["nothnig"], app_paths)
    assert "Did you mean: nothing" in capfd.readouterr().err


def test_related_articles(folder: Path, app_paths: AppPaths, capfd: pytest.CaptureFixture[str]) -> None:
    assert run_command("related", [str(folder / "a.md"), "--json"], app_paths) == 0
    _, hit = lines(capfd.readouterr().out)
    assert hit["title"] == "Borrow"
    assert run_command("related", [str(folder / "missing.md")], app_paths) == 1
    assert "missing.md" in capfd.readouterr().err


def test_without_a_library_it_says_what_to_do(app_paths: AppPaths, capfd: pytest.CaptureFixture[str]) -> None:
    assert run_command("search", ["x"], app_paths) == 1
    assert "article-reader add FOLDER" in capfd.readouterr().err
