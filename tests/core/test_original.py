# SPDX-License-Identifier: MIT
"""The original view's bytes: the file as saved, without what could act."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.article import ReadOptions
from reader.core.open_article import open_article
from reader.core.original import POLICY, original_file, original_page

OPTIONS = ReadOptions()
_HOSTILE = """<html><head><base href="http://x.example/"><meta http-equiv="refresh" content="0;url=http://x.example/">
<meta http-equiv="Content-Security-Policy" content="default-src *"><script>1</script>
<style>p{color:red}</style></head>
<body onload="x()"><p onclick=x()>Words of the page, kept as they are.</p><iframe src="http://x.example/"></iframe>
<form action="http://x.example/"><input></form><object data="a.swf"></object><noscript><img src=x></noscript>
<a href="http://x.example/" ping="http://x.example/">link</a><svg><script>2</script></svg></body></html>"""


def _write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_what_acts_is_gone_and_words_and_styles_stay(tmp_path: Path) -> None:
    page = original_page(_write(tmp_path, "a.html", _HOSTILE), OPTIONS)
    text = page.data.decode().lower()
    assert "words of the page, kept as they are." in text
    assert "p{color:red}" in text
    for mark in (
        "<script",
        "<base",
        "http-equiv",
        "onload",
        "onclick",
        "<iframe",
        "<object",
        "action=",
        "ping=",
    ):
        assert mark not in text
    assert page.policy == POLICY
    assert "script-src" not in POLICY
    assert POLICY.startswith("default-src 'none'")


def test_what_the_styles_of_a_page_hang_on_is_kept(tmp_path: Path) -> None:
    text = '<html lang="zh" class="night &quot;x" onload="x()"><body class="wide"><p>Words.</p></body></html>'
    page = original_page(_write(tmp_path, "a.html", text), OPTIONS).data.decode()
    assert page.startswith('<!doctype html><html lang="zh" class="night &quot;x">')
    assert '<body class="wide">' in page


def test_markdown_is_shown_as_its_source(tmp_path: Path) -> None:
    page = original_page(
        _write(tmp_path, "a.md", "---\ntitle: 标题\n---\n\n**bold** <script>x</script>\n"), OPTIONS
    )
    text = page.data.decode()
    assert "**bold** &lt;script&gt;" in text
    assert "title: 标题" in text


@pytest.mark.parametrize(
    "inner",
    ["../secret.png", "../../etc/passwd", "/etc/passwd", "page.html", "a\x00.png", "missing.png", ""],
)
def test_only_saved_files_beside_the_article_are_given(tmp_path: Path, inner: str) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    _write(tmp_path, "secret.png", "secret")
    path = _write(folder, "page.html", f"<html><body><p>{'Words. ' * 50}</p></body></html>")
    assert original_file(open_article(path, OPTIONS), inner, None) is None


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    _write(tmp_path, "secret.png", "secret")
    (folder / "inside.png").symlink_to(tmp_path / "secret.png")
    path = _write(folder, "page.html", f"<html><body><p>{'Words. ' * 50}</p></body></html>")
    assert original_file(open_article(path, OPTIONS), "inside.png", None) is None


def test_parts_of_an_archive_are_served_under_names_of_ours(shared: Path) -> None:
    archives = sorted((shared / "articles" / "mhtml-testim").rglob("*.mhtml"))
    article = max((open_article(path, OPTIONS) for path in archives), key=lambda each: len(each.parts))
    page = original_page(article.path, OPTIONS).data.decode("utf-8", "replace")
    names = {word for word in page.replace('"', " ").replace("(", " ").split() if word.startswith("part-")}
    assert names
    served = [original_file(article, name.rstrip(")"), None) for name in names]
    assert any(each is not None and each.media_type.startswith(("image/", "text/css")) for each in served)
