# SPDX-License-Identifier: MIT
"""Which generator a file is taken for, by its folder tree and its header."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.core.article import ArticleFormat, Dialect, ReadOptions
from reader.core.formats import article_format, read_metadata

Write = Callable[..., Path]


@pytest.mark.parametrize(
    ("mark", "dialect"),
    [
        (".obsidian/app.json", Dialect.OBSIDIAN),
        ("zola.toml", Dialect.ZOLA),
        ("hugo.yaml", Dialect.HUGO),
        ("config/_default/hugo.toml", Dialect.HUGO),
        ("pelicanconf.py", Dialect.PELICAN),
        ("_config.yml", Dialect.JEKYLL),
        (".vuepress/config.js", Dialect.VUEPRESS),
    ],
)
def test_site_marks(mark: str, dialect: Dialect, write: Write) -> None:
    write("", mark)
    assert read_metadata(write("---\ntitle: t\n---\n", "a/b/c.md")).dialect is dialect


def test_hexo_site_and_place(write: Write) -> None:
    write("", "blog/_config.yml")
    write("", "blog/source/_posts/keep.md")
    assert read_metadata(write("---\ntitle: t\n---\n", "blog/source/page.md")).dialect is Dialect.HEXO
    assert read_metadata(write("---\ntitle: t\n---\n", "x/source/_posts/a.md")).dialect is Dialect.HEXO


@pytest.mark.parametrize(
    ("header", "dialect"),
    [
        ("---\ntitle: t\nheadimg: a.png\n---\n", Dialect.HEXO),
        ("---\ntitle: t\ncomments: false\nthumbnail:\n---\n", Dialect.HEXO),
        (';;;\n"title": "t"\n;;;\n', Dialect.HEXO),
        ("---\ntitle: t\nlayout: post\n---\n", Dialect.JEKYLL),
        ("---\ntitle: t\nlastmod: 2020-01-01\n---\n", Dialect.HUGO),
        ('{\n"title": "t"\n}\n', Dialect.HUGO),
        ('+++\ntitle = "t"\n[extra]\nx = 1\n+++\n', Dialect.ZOLA),
        ('+++\ntitle = "t"\ntags = ["x"]\n+++\n', Dialect.HUGO),
        ("Title: t\nDate: 2020-01-01\n\n", Dialect.PELICAN),
        ('---\nup: "[[Home]]"\n---\n', Dialect.OBSIDIAN),
        ("---\ntitle: t\nicon: x\ncategory: y\n---\n", Dialect.VUEPRESS),
        ("---\ntitle: t\n---\n", Dialect.PLAIN),
        ("Text only\n", Dialect.PLAIN),
    ],
)
def test_headers(header: str, dialect: Dialect, write: Write) -> None:
    assert read_metadata(write(header + "Body\n")).dialect is dialect


def test_the_reader_may_choose(write: Write) -> None:
    path = write("---\ntitle: t\n---\n")
    assert read_metadata(path, ReadOptions(dialect=Dialect.ZOLA)).dialect is Dialect.ZOLA


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("a.md", ArticleFormat.MARKDOWN),
        ("a.MD", ArticleFormat.MARKDOWN),
        ("a.markdown", ArticleFormat.MARKDOWN),
        ("a.mdx", ArticleFormat.MARKDOWN),
        ("a.Rmd", ArticleFormat.MARKDOWN),
        ("a.dj", ArticleFormat.MARKDOWN),
        ("a.TXT", ArticleFormat.TEXT),
        ("a.HTM", ArticleFormat.HTML),
        ("a.xhtml", ArticleFormat.HTML),
        ("a.mht", ArticleFormat.MHTML),
        ("a.png", None),
        ("md", None),
        (".md", None),
    ],
)
def test_formats_by_suffix(name: str, found: ArticleFormat | None) -> None:
    assert article_format(Path("folder") / name) is found
