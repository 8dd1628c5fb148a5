# SPDX-License-Identifier: MIT
"""Wiki links lead to files that exist; all others are text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reader.core.article import Dialect

Render = Callable[..., str]


def test_links_beside_and_in_the_library(render: Render, tmp_path: Path) -> None:
    (tmp_path / "My Page.md").touch()
    (tmp_path / "sub" / "deep").mkdir(parents=True)
    (tmp_path / "sub" / "deep" / "远方.md").touch()
    (tmp_path / "sub" / "img 1.png").touch()
    html = render(
        "[[My Page]] [[My Page#A Heading|text]] [[远方]] [[deep/远方]] "
        "![[img 1.png|300]] ![[My Page]] [[#Here]]",
        Dialect.OBSIDIAN,
        root=tmp_path,
    )
    assert '<a href="My%20Page.md">My Page</a>' in html
    assert '<a href="My%20Page.md#a-heading">text</a>' in html
    assert html.count('<a href="sub/deep/%E8%BF%9C%E6%96%B9.md">') == 2
    assert '<img alt="img 1" src="sub/img%201.png" width="300">' in html
    assert '<a href="#here">Here</a>' in html


def test_pages_that_do_not_exist_are_text(render: Render) -> None:
    html = render("[[No Such Page]] and [[none|shown]]", Dialect.OBSIDIAN)
    assert "No Such Page" in html
    assert "shown" in html
    assert "[[" not in html
    assert "<a " not in html


def test_brackets_of_programs_are_no_links(render: Render) -> None:
    assert render("the [[Prototype]] and `[[x]]` and [[1]](a)") == (
        '<p>the [[Prototype]] and <code>[[x]]</code> and <a href="a">[1]</a></p>'
    )


def test_links_never_leave_the_library(render: Render, tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (tmp_path / "secret.md").touch()
    html = render("[[../secret]] [[/etc/passwd]]", Dialect.OBSIDIAN, name="library/a.md", root=library)
    assert "<a " not in html


def test_labels_in_braces(render: Render, tmp_path: Path) -> None:
    (tmp_path / "wiki").mkdir()
    (tmp_path / "wiki" / "vim.md").touch()
    assert (
        render("[[/wiki/vim]]{편집기}", Dialect.JEKYLL, root=tmp_path)
        == '<p><a href="wiki/vim.md">편집기</a></p>'
    )
