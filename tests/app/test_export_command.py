# SPDX-License-Identifier: MIT
"""`export`: complete copies on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.app.command_line import main
from reader.app.paths import AppPaths
from tests.core.images import sample_pictures as samples

Export = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "p.png").write_bytes(samples.STILL_PNG)
    paths: list[Path] = []
    for number in range(2):
        path = folder / f"{number}.md"
        path.write_text(
            "---\ntitle: Title\n---\n\n![x](p.png)\n\n![](https://example.org/gone.png)\n", "utf-8"
        )
        paths.append(path)
    return paths


@pytest.fixture
def export(app_paths: AppPaths, capfd: pytest.CaptureFixture[str]) -> Export:
    def run(*words: object, status: int = 0) -> list[dict[str, Any]]:
        assert main(["--data-dir", str(app_paths.data), "export", *map(str, words), "--json"]) == status
        return [json.loads(line) for line in capfd.readouterr().out.splitlines()]

    return run


def test_one_article_becomes_one_file(export: Export, articles: list[Path], tmp_path: Path) -> None:
    target = tmp_path / "copy.html"
    [told] = export(articles[0], "-o", target)
    assert told == {
        "article": str(articles[0]),
        "path": str(target),
        "folder": None,
        "pictures": 1,
        "missing": 1,
    }
    assert "data:image/png;base64," in target.read_text("utf-8")


def test_several_articles_go_into_a_folder(export: Export, articles: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "out"
    told = export(*articles, "-o", out, "--folder")
    assert [Path(one["path"]).name for one in told] == ["Title.html", "Title 2.html"]
    assert sorted(path.name for path in out.iterdir()) == [
        *("Title 2.html", "Title 2_files", "Title.html", "Title_files"),
    ]
    export(*articles, "-o", out, "--to", "markdown")
    text = (out / "Title 2.md").read_text("utf-8")
    assert text.startswith("# Title\n")
    assert "![x](Title%202_files%202/x.png)" in text


def test_what_cannot_be_read_is_said_and_the_rest_written(
    export: Export, articles: list[Path], tmp_path: Path
) -> None:
    told = export(tmp_path / "gone.md", articles[0], "-o", tmp_path / "out", status=1)
    assert [one["article"] for one in told] == [str(articles[0])]
    assert export(articles[0], "-o", tmp_path / "no" / "folder.html", status=1) == []
    assert export(articles[0], status=2) == []
