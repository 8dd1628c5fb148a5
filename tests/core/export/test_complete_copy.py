# SPDX-License-Identifier: MIT
"""Complete copies of articles: everything in one file, or beside it; nothing loads from elsewhere."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest

from reader.core.article import CleanArticle, ReadOptions
from reader.core.errors import ReaderError
from reader.core.export.complete_copy import CopyReport, Form, copy_name, save_copy
from reader.core.images import ImageLookup
from reader.core.open_article import open_article
from reader.core.page import PageLook, PageWords
from tests.core.images import sample_pictures as samples

TEXT = """---
title: "A title: of an article?"
cover: cover.jpg
---

![A photograph](photo.jpg) and [a link](https://example.org/page).

![A photograph](moving.gif)

<figure><img src="clear.png"><figcaption>Lines</figcaption></figure>

![](https://example.org/gone.png)

<script>alert(1)</script> <img src="drawing.svg" onerror="alert(2)">
"""


@pytest.fixture
def article(tmp_path: Path) -> CleanArticle:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, data in (
        ("cover.jpg", samples.PHOTO_JPEG),
        ("photo.jpg", samples.TURNED_JPEG),
        ("moving.gif", samples.MOVING_GIF),
        ("clear.png", samples.CLEAR_PNG),
        ("drawing.svg", samples.DRAWING.replace(b"<rect", b"<script>x</script><rect")),
    ):
        (folder / name).write_bytes(data)
    (folder / "a.md").write_text(TEXT, "utf-8")
    return open_article(folder / "a.md", ReadOptions())


def _save(article: CleanArticle, target: Path, form: Form) -> CopyReport:
    look, words = PageLook(theme="sepia"), PageWords.plain(article)
    return save_copy(article, look, words, ImageLookup(article, None), target, form)


def _loads(page: str) -> list[str]:
    """Every address a browser would load by itself."""
    return re.findall(r'\b(?:src|srcset|poster|data-late)="([^"]*)"', page) + re.findall(
        r"url\(([^)]*)\)", page
    )


def test_one_file_holds_everything(article: CleanArticle, tmp_path: Path) -> None:
    target = tmp_path / "out" / copy_name(article, "file")
    target.parent.mkdir()
    report = _save(article, target, "file")
    assert (report.path, report.folder, report.pictures, report.missing) == (target, None, 5, 1)
    assert target.name == "A title_ of an article.html"
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    page = target.read_text("utf-8")
    assert len([address for address in _loads(page) if address.startswith("data:image/")]) == 5
    assert all(address.startswith("data:") for address in _loads(page))
    assert "<script" not in page
    assert "onerror" not in page
    assert "img-src data:;" in page


def test_a_folder_holds_the_pictures_byte_for_byte(article: CleanArticle, tmp_path: Path) -> None:
    target = tmp_path / "copy 100%.html"
    report = _save(article, target, "folder")
    folder = tmp_path / "copy 100%_files"
    assert (report.folder, report.pictures, report.missing) == (folder, 5, 1)
    names = sorted(path.name for path in folder.iterdir())
    assert names == sorted(["cover.jpg", "A photograph.jpg", "A photograph.gif", "Lines.png", "drawing.svg"])
    assert (folder / "A photograph.gif").read_bytes() == samples.MOVING_GIF
    assert b"script" not in (folder / "drawing.svg").read_bytes()
    page = target.read_text("utf-8")
    for address in _loads(page):
        assert (tmp_path / unquote(address)).is_file()
    assert not list(tmp_path.glob(".article-*"))


def test_markdown_goes_with_its_pictures(article: CleanArticle, tmp_path: Path) -> None:
    target = tmp_path / "copy.md"
    report = _save(article, target, "markdown")
    assert report.folder == tmp_path / "copy_files"
    text = target.read_text("utf-8")
    assert text.startswith("# A title: of an article?\n")
    assert "(copy_files/A%20photograph.jpg)" in text
    assert "(https://example.org/gone.png)" in text


def test_pictures_of_the_same_words_get_names_of_their_own(tmp_path: Path) -> None:
    for number, data in enumerate((samples.PHOTO_JPEG, samples.TURNED_JPEG)):
        (tmp_path / f"{number}.jpg").write_bytes(data)
    (tmp_path / "a.md").write_text("# T\n\n![Map](0.jpg)\n\n![MAP](1.jpg)\n", "utf-8")
    article = open_article(tmp_path / "a.md", ReadOptions())
    report = _save(article, tmp_path / "b.html", "folder")
    assert report.folder is not None
    assert sorted(path.name for path in report.folder.iterdir()) == ["MAP 2.jpg", "Map.jpg"]


def test_what_is_there_already_stays(article: CleanArticle, tmp_path: Path) -> None:
    kept = tmp_path / "copy_files" / "mine.txt"
    kept.parent.mkdir()
    kept.write_text("mine", "utf-8")
    report = _save(article, tmp_path / "copy.html", "folder")
    assert report.folder == tmp_path / "copy_files 2"
    assert [path.name for path in kept.parent.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("form", ["file", "folder", "markdown"])
def test_cancelled_copies_leave_nothing(article: CleanArticle, tmp_path: Path, form: Form) -> None:
    target = tmp_path / "copy.html"
    target.write_text("before", "utf-8")
    seen: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        seen.append((done, total))
        return len(seen) < 3

    words = PageWords.plain(article)
    report = save_copy(article, PageLook(), words, ImageLookup(article, None), target, form, progress)
    assert report.cancelled
    assert target.read_text("utf-8") == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "copy.html"]
    assert all(done <= total == 6 for done, total in seen)


@pytest.mark.parametrize("form", ["file", "folder", "markdown"])
def test_where_nothing_can_be_written_it_is_said(article: CleanArticle, tmp_path: Path, form: Form) -> None:
    with pytest.raises(ReaderError, match="cannot be written"):
        _save(article, tmp_path / "no" / "such" / "folder.html", form)


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no text")
@pytest.mark.parametrize("form", ["folder", "markdown"])
def test_a_copy_goes_where_names_are_no_text(article: CleanArticle, tmp_path: Path, form: Form) -> None:
    target = tmp_path / os.fsdecode(b"caf\xe9.html")
    report = _save(article, target, form)
    assert report.folder is not None
    assert f"{os.fsdecode(b'caf')}%E9_files/" in target.read_text("utf-8")


@pytest.mark.parametrize("form", ["file", "folder", "markdown", "epub"])
def test_a_title_of_four_byte_signs_makes_a_file(article: CleanArticle, tmp_path: Path, form: Form) -> None:
    title = "\U0001f600" * 120
    article = replace(article, metadata=replace(article.metadata, title=title))
    report = _save(article, tmp_path / copy_name(article, form), form)
    assert report.path.is_file()
    assert report.pictures > 0
