# SPDX-License-Identifier: MIT
"""Kept pages: served only while nothing they depend on has changed, and harmless when damaged."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from reader.core.article import Dialect, EmbeddedPart, ReadOptions
from reader.core.open_article import open_article
from reader.core.page_store import PageStore, StoredPage, program_fingerprint

OPTIONS = ReadOptions()
_TEXT = """---
title: 标题
date: 2024-05-06 07:08:09 +0900
categories: [[a, b], [c]]
tags: [x]
author: 作者
---

## 一

![图](a.png) text

"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_text(_TEXT, "utf-8")
    return path


@pytest.fixture
def kept(article: Path, tmp_path: Path) -> tuple[PageStore, StoredPage]:
    store = PageStore(tmp_path / "pages", "1")
    opened = open_article(article, OPTIONS)
    page = StoredPage(opened, "页 <p>\n</p>".encode(), frozenset({opened.images[0].key}))
    store.save(page, store.state(article, OPTIONS, "light"))
    return store, page


def test_comes_back_as_it_was_kept(kept: tuple[PageStore, StoredPage], article: Path) -> None:
    store, page = kept
    assert store.load(article, OPTIONS, "light") == page


def test_not_served_for_another_look_option_or_program(
    kept: tuple[PageStore, StoredPage], article: Path, tmp_path: Path
) -> None:
    store, _ = kept
    assert store.load(article, OPTIONS, "dark") is None
    assert store.load(article, ReadOptions(dialect=Dialect.HEXO), "light") is None
    assert store.load(article, ReadOptions(library_root=tmp_path), "light") is None
    assert PageStore(tmp_path / "pages", "2").load(article, OPTIONS, "light") is None


def test_not_served_once_the_article_changed(kept: tuple[PageStore, StoredPage], article: Path) -> None:
    store, _ = kept
    stat = article.stat()
    article.write_text(_TEXT + "more", "utf-8")
    assert store.load(article, OPTIONS, "light") is None
    article.write_text(_TEXT, "utf-8")
    os.utime(article, ns=(stat.st_atime_ns, stat.st_mtime_ns + 1))
    assert store.load(article, OPTIONS, "light") is None
    article.unlink()
    assert store.load(article, OPTIONS, "light") is None


def test_not_served_where_the_article_changed_between_reading_and_keeping(
    article: Path, tmp_path: Path
) -> None:
    store = PageStore(tmp_path / "pages", "1")
    state = store.state(article, OPTIONS, "light")
    opened = open_article(article, OPTIONS)
    article.write_text(_TEXT + "more", "utf-8")
    store.save(StoredPage(opened, b"x", frozenset()), state)
    assert store.load(article, OPTIONS, "light") is None


def test_damage_counts_as_not_there(
    kept: tuple[PageStore, StoredPage], article: Path, tmp_path: Path
) -> None:
    store, _ = kept
    (file,) = (tmp_path / "pages").glob("*.page")
    whole = file.read_bytes()
    for damaged in (b"", b"{}\n", whole[:40], b"\xff\xfe" + whole, b'{"state": 1}\n', b"[" * 100_000):
        file.write_bytes(damaged)
        assert store.load(article, OPTIONS, "light") is None


def test_articles_with_files_of_their_own_are_not_kept(article: Path, tmp_path: Path) -> None:
    store = PageStore(tmp_path / "pages", "1")
    opened = replace(open_article(article, OPTIONS), parts={"cid:x": EmbeddedPart("image/png", b"x")})
    store.save(StoredPage(opened, b"page", frozenset()), store.state(article, OPTIONS, "light"))
    assert store.load(article, OPTIONS, "light") is None


def test_every_sample_article_survives_the_journey(shared: Path, tmp_path: Path) -> None:
    store = PageStore(tmp_path / "pages", "1")
    for path in sorted((shared / "articles" / "rsshub-page").rglob("*.md"))[:20]:
        opened = open_article(path, OPTIONS)
        store.save(StoredPage(opened, b"x", frozenset()), store.state(path, OPTIONS, "light"))
        assert store.load(path, OPTIONS, "light") == StoredPage(opened, b"x", frozenset())


def test_pruning_keeps_the_folder_small(article: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(20):
        file = folder / f"{number}.page"
        file.write_bytes(b"")
        os.truncate(file, 8 << 20)
        os.utime(file, (number, number))
    PageStore(folder, "1").prune()
    left = sorted(int(file.stem) for file in folder.iterdir())
    assert left == list(range(12, 20))


def test_a_folder_that_cannot_be_written_is_no_error(article: Path, tmp_path: Path) -> None:
    (tmp_path / "pages").write_text("a file in the way", "utf-8")
    store = PageStore(tmp_path / "pages", "1")
    store.save(
        StoredPage(open_article(article, OPTIONS), b"x", frozenset()), store.state(article, OPTIONS, "light")
    )
    assert store.load(article, OPTIONS, "light") is None
    store.prune()


def test_fingerprint_follows_the_files(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("1", "utf-8")
    before = program_fingerprint("1", tmp_path)
    assert program_fingerprint("1", tmp_path) == before
    assert program_fingerprint("2", tmp_path) != before
    (tmp_path / "b.py").write_text("2", "utf-8")
    assert program_fingerprint("1", tmp_path) != before
