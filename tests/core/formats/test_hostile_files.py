# SPDX-License-Identifier: MIT
"""Files made to hurt, and files that are none: opened within seconds or refused in one sentence."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.core.article import ReadOptions
from reader.core.errors import ArticleError, ArticleTooLarge, ArticleUnreadable, ArticleUnsupported
from reader.core.formats import read_article, read_metadata

Write = Callable[..., Path]

_LEVELS = "\n".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 9))
_MERGES = "\n".join(f"m{n}: &m{n}\n  <<: [{', '.join([f'*m{n - 1}'] * 9)}]" for n in range(1, 9))
HOSTILE_HEADERS = {
    "alias bomb": f"title: t\nl0: &l0 [lol]\n{_LEVELS}\ncategories: *l8",
    "merge bomb": f"title: t\nm0: &m0 {{a: b}}\n{_MERGES}",
    "deep flow list": f"title: t\ncategories: {'[' * 50_000}{']' * 50_000}",
    "deep flow map": f"title: t\nx: {'{a: ' * 20_000}",
    "deep block": "title: t\n" + "\n".join(" " * n + "a:" for n in range(2000)),
    "a megabyte of keys": "title: t\n" + "\n".join(f"key{n}: value {n}" for n in range(60_000)),
    "two megabytes of one value": "title: t\nx: '" + "a" * 2_000_000 + "'",
    "many tags": "title: t\ntags:\n" + "\n".join(f"- tag {n}" for n in range(40_000)),
    "long title": "title: " + "long " * 100_000,
    "odd object": "title: t\nx: !!python/object/apply:os.system ['touch owned']",
    "recursive alias": "title: t\nx: &x [*x]",
    "controls": "title: t\nx: \x01\x02\x7f",
    "colons": "title: t\n" + ":" * 100_000,
    "quotes": "title: t\nx: " + "'\"" * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE_HEADERS)
def test_hostile_header(name: str, write: Write) -> None:
    path = write(f"---\n{HOSTILE_HEADERS[name]}\n---\nBody.\n")
    start = time.perf_counter()
    for article in (read_article(path), read_metadata(path)):
        assert article.metadata.title
        assert len(article.metadata.title) <= 4000
        assert len(article.metadata.tags) <= 500
    assert time.perf_counter() - start < 8
    assert not Path("owned").exists()


@pytest.mark.parametrize(
    "text",
    [
        "+++\ntitle = 't'\nx = " + "[" * 20_000 + "\n+++\n",
        "+++\ntitle = 't'\nx = " + "9" * 100_000 + "\n+++\n",
        '{\n"title": ' + "[" * 100_000,
        ';;;\n"title": "t", "x": ' + "[" * 100_000 + "]" * 100_000 + "\n;;;\n",
        '{"title": ' + '{"a":' * 5000 + "1" + "}" * 5000 + "}\n",
        '---\n{"title": "t", "x": ' + "9" * 100_000 + "}\n---\n",
        "---\n" * 50_000,
        "title: t\n" * 50_000,
        ".. title: t\n" * 50_000,
        "<!--" * 50_000,
        "[#]: a: b\n" * 50_000,
        "\n" * 500_000,
        "> * 原文：" + "[" * 50_000,
        "# " + "[" * 10_000 + "](" * 3000,
        "#" * 200_000,
        "==a " * 5000 + "<!-- more -->",
        "# " + "*a " * 50_000,
        "# " + "[a](" * 5000 + "()" * 5000,
        "<table" * 3000 + "<!-- more -->",
    ],
)
def test_hostile_text(text: str, write: Write) -> None:
    path = write(text)
    start = time.perf_counter()
    assert read_metadata(path).metadata.title
    assert time.perf_counter() - start < 4


@pytest.mark.parametrize(
    "page",
    [
        "<html>" + "<meta name='a' content=\"" * 50_000,
        "<html>" + "<meta 'x'" * 100_000,
        "<html>" + "<title>" * 100_000,
        "<html>" + "<h1>" * 100_000,
        "<html>" + "<svg><script>" * 50_000,
        "<html><script type='application/ld+json'>" + '{"@graph":[' * 50_000,
        "<html><script type='application/ld+json'>" + "[" * 500_000,
        "<html><link rel=canonical href='http://[::1'><base href='//[x'>",
        "<div>" * 200_000,
        "<html><title>" + "- " * 100_000,
        "<!--Page saved with SingleFile" + " url: \n" * 100_000,
        '<html><meta name="date" content="' + "2021-" * 20_000 + '">',
    ],
)
def test_hostile_page(page: str, write: Write) -> None:
    path = write(page, "a.html")
    start = time.perf_counter()
    assert read_article(path).metadata.title
    assert read_metadata(path).metadata.title
    assert time.perf_counter() - start < 4


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.md"])
@pytest.mark.parametrize("text", ["中文 words and ", "x"])
def test_a_line_of_thirty_megabytes(name: str, text: str, write: Write) -> None:
    size = 30_000_000 // len(text.encode())
    path = write(text * size, name)
    start = time.perf_counter()
    assert len(read_article(path).html) >= size * len(text)
    assert time.perf_counter() - start < 10


def test_too_large(write: Write) -> None:
    path = write("x")
    with path.open("r+b") as file:
        file.truncate(65 * 1024 * 1024)
    with pytest.raises(ArticleTooLarge, match="64 MB"):
        read_article(path)
    with pytest.raises(ArticleTooLarge):
        read_metadata(path)


def test_what_is_no_file(tmp_path: Path) -> None:
    folder = tmp_path / "folder.md"
    folder.mkdir()
    for path in (folder, tmp_path / "missing.md", tmp_path / ("long" * 100 + ".md"), tmp_path / "nul\x00.md"):
        with pytest.raises(ArticleUnreadable, match=r"\.$"):
            read_article(path)
        with pytest.raises(ArticleUnreadable):
            read_metadata(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs FIFOs")
def test_fifo_and_device(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo.md"
    os.mkfifo(fifo)
    device = tmp_path / "device.md"
    device.symlink_to("/dev/zero")
    loop = tmp_path / "loop.md"
    loop.symlink_to(loop)
    for path in (fifo, device, loop):
        with pytest.raises(ArticleUnreadable):
            read_article(path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_no_permission(write: Write) -> None:
    path = write("text")
    path.chmod(0)
    with pytest.raises(ArticleUnreadable, match="permission"):
        read_article(path)


def test_other_formats_and_binary_files(write: Write) -> None:
    with pytest.raises(ArticleUnsupported):
        read_article(write("x", "a.exe"))
    for data in (
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"%PDF-1.7\n",
        bytes(range(256)) * 40,
        os.urandom(4096) + b"\x00" * 900,
    ):
        with pytest.raises(ArticleUnsupported):
            read_article(write(data))


@pytest.mark.parametrize("name", ["empty.md", "empty.txt", "empty.html", "空.rst", "x.slide", "x.dj"])
@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n\n", b"---\n---\n"])
def test_empty_files(name: str, data: bytes, write: Write) -> None:
    article = read_article(write(data, name))
    assert article.metadata.title
    assert article.html.strip() in {"", "<hr>", "<hr>\n<hr>"} or name.endswith((".html", ".slide", ".txt"))


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes only there")
def test_hostile_names(tmp_path: Path) -> None:
    for name in (
        b"\xff\xfe\xfd.md",
        b"new\nline.md",
        b'"quoted" <b>.md',
        "🙂".encode() * 60 + b".md",
        b"-.md",
        b"..md.md",
    ):
        path = tmp_path / os.fsdecode(name)
        path.write_bytes(b"text")
        title = read_metadata(path).metadata.title
        title.encode()
        assert title.strip() and "\n" not in title


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    head=st.sampled_from(
        [b"", b"---\n", b"+++\n", b";;;\n", b"{", b"<html>", b"title: ", b"\xff\xfe", b"<!--{", b".. "]
    ),
    data=st.binary(max_size=400),
    tail=st.sampled_from([b"", b"\n---\n", b"\n+++\nx", b"\n;;;\n", b"}\n", b"</html>"]),
    suffix=st.sampled_from([".md", ".txt", ".html", ".rst", ".slide", ".dj", ".mdx"]),
)
def test_any_bytes(head: bytes, data: bytes, tail: bytes, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"any{suffix}"
    path.write_bytes(head + data + tail)
    try:
        article = read_article(path)
        quick = read_metadata(path, ReadOptions())
    except ArticleError:
        return
    assert article.metadata == quick.metadata
    assert article.metadata.title.strip()
    (article.metadata.title + article.html + (article.metadata.excerpt or "")).encode()
