# SPDX-License-Identifier: MIT
"""`render`: one article in every form, and nothing written where it was not asked."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.app.command_line import main
from reader.app.paths import AppPaths

Render = Callable[..., str]

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "post.md"
    (tmp_path / "pixel.png").write_bytes(PIXEL)
    file.write_text(
        "---\ntitle: A *title*\ndate: 2021-09-24\nauthor: Someone\ntags: [x]\n---\n\n"
        "First **words**.\n\n![here](pixel.png) ![far](https://example.org/far.png)\n\n"
        "## Part\n\nMore words.\n",
        "utf-8",
    )
    return file


@pytest.fixture
def render(app_paths: AppPaths, capfdbinary: pytest.CaptureFixture[bytes]) -> Render:
    def render(*words: str) -> str:
        capfdbinary.readouterr()
        assert main(["--data-dir", str(app_paths.data), "render", *words]) == 0
        return capfdbinary.readouterr().out.decode("utf-8")

    return render


def test_json_has_every_key_of_the_contract(render: Render, article: Path) -> None:
    data: dict[str, Any] = json.loads(render(str(article), "--format", "json"))
    assert list(data) == [
        *(
            "title",
            "authors",
            "date",
            "updated",
            "categories",
            "tags",
            "cover",
            "excerpt",
            "source_url",
            "lang",
        ),
        *("draft", "words", "reading_minutes", "format", "encoding", "html", "text", "images", "problems"),
    ]
    assert (data["title"], data["authors"], data["date"]) == ("A *title*", ["Someone"], "2021-09-24")
    assert (data["format"], data["draft"], data["tags"]) == ("markdown", False, ["x"])
    assert data["encoding"].lower() == "utf-8"
    here, far = data["images"]
    assert (here["alt"], here["local"]) == ("here", str(article.parent / "pixel.png"))
    assert (far["url"], far["local"]) == ("https://example.org/far.png", None)
    assert "First words." in data["text"]
    assert data["problems"] == []


def test_html_is_one_document_with_its_pictures_inside(render: Render, article: Path) -> None:
    page = render(str(article))
    assert page.lower().startswith("<!doctype html>")
    assert "data:image/png;base64," in page
    assert "<script" not in page
    assert "A *title*" in page
    assert render(str(article), "--format", "html") == page


def test_text_and_markdown(render: Render, article: Path) -> None:
    assert render(str(article), "--format", "text").startswith("A *title*\n\nFirst words.")
    markdown = render(str(article), "--format", "markdown")
    assert "First **words**." in markdown
    assert "## Part" in markdown
    assert "(https://example.org/far.png)" in markdown


def test_the_original_is_the_file_byte_for_byte(render: Render, article: Path, tmp_path: Path) -> None:
    assert render(str(article), "--original") == article.read_text("utf-8")
    render(str(article), "--original", "-o", str(tmp_path / "copy"))
    assert (tmp_path / "copy").read_bytes() == article.read_bytes()
    assert json.loads(render(str(article), "--original", "--format", "json"))["html"] == article.read_text(
        "utf-8"
    )


def test_an_output_file_is_replaced_whole(render: Render, article: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    out.write_text("before", "utf-8")
    assert render(str(article), "-o", str(out)) == ""
    assert out.read_text("utf-8").lower().startswith("<!doctype html>")
    assert {file.name for file in tmp_path.iterdir()} <= {"post.md", "pixel.png", "out.html", "data"}


def test_an_output_that_cannot_be_written_is_one_line(
    article: Path, app_paths: AppPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    out = article.parent / "missing" / "out.html"
    assert main(["--data-dir", str(app_paths.data), "render", str(article), "-o", str(out)]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_rendering_leaves_no_trace(render: Render, article: Path, app_paths: AppPaths) -> None:
    render(str(article))
    assert not app_paths.data.exists()


def test_the_rules_of_the_library_folder_hold(render: Render, tmp_path: Path, app_paths: AppPaths) -> None:
    folder = tmp_path / "blog"
    folder.mkdir()
    (folder / "a.md").write_text("---\ntitle: T\ncategories:\n - A\n - B\n---\nText.\n", "utf-8")
    start = ["--data-dir", str(app_paths.data), "add", str(folder)]
    for rule, expected in (("path", [["A", "B"]]), ("siblings", [["A"], ["B"]])):
        assert main([*start, "--categories", rule]) == 0
        data = json.loads(render(str(folder / "a.md"), "--format", "json"))
        assert data["categories"] == expected


def test_a_damaged_reading_state_does_not_keep_an_article_closed(
    article: Path, app_paths: AppPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    app_paths.data.mkdir(parents=True)
    app_paths.state_db.write_bytes(b"damaged" * 1000)
    assert main(["--data-dir", str(app_paths.data), "render", str(article), "--format", "text"]) == 0
    said = capsys.readouterr()
    assert "is damaged" in said.err
    assert "First words." in said.out


@pytest.mark.parametrize("form", ["html", "text", "markdown", "json"])
@pytest.mark.parametrize(
    "name", [b"two\nlines.md", b"'\"<b>.md", b"x" * 252 + b".md", b"\xff\xfe.md", "✌️.md".encode()]
)
def test_hostile_names_render(render: Render, tmp_path: Path, name: bytes, form: str) -> None:
    file = tmp_path / os.fsdecode(name)
    file.write_bytes(b"Some words.\n")
    assert "Some words." in render(str(file), "--format", form)


@pytest.mark.slow
def test_every_real_article_renders_in_every_form(shared: Path, app_paths: AppPaths, tmp_path: Path) -> None:
    suffixes = {".md", ".markdown", ".mdx", ".html", ".mhtml", ".rst", ".dj", ".slide"}
    files = [file for file in sorted((shared / "articles").rglob("*")) if file.suffix.lower() in suffixes]
    assert len(files) > 200
    for file in files:
        for form in ("html", "text", "markdown", "json"):
            out = tmp_path / "out"
            words = ["--data-dir", str(app_paths.data), "render", str(file), "--format", form, "-o", str(out)]
            assert main(words) == 0, file
            assert out.stat().st_size > 0, file


def test_site_rules_of_the_persons_own_are_used(
    tmp_path: Path, app_paths: AppPaths, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    app_paths.site_rules.mkdir(parents=True)
    rule = '[[rule]]\nhosts = ["example.org"]\ndrop = [".mine"]\n'
    (app_paths.site_rules / "example.toml").write_text(rule, "utf-8")
    (app_paths.site_rules / "broken.toml").write_text("[[rule", "utf-8")
    page = tmp_path / "page.md"
    page.write_text(
        "---\ntitle: T\nurl: https://example.org/a\n---\n\n<div><p>Kept words.</p>"
        "<p class='mine'>Words of an ornament.</p></div>\n",
        "utf-8",
    )
    assert main(["--data-dir", str(app_paths.data), "render", str(page), "--format", "json"]) == 0
    fields = json.loads(capsysbinary.readouterr().out)
    assert "Kept words." in fields["text"]
    assert "ornament" not in fields["text"]
    assert [problem["code"] for problem in fields["problems"]] == ["site-rule-invalid"]
