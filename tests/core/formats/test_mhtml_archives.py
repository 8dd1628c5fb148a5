# SPDX-License-Identifier: MIT
"""MHTML archives, whole and damaged."""

from __future__ import annotations

import base64
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.errors import ArticleTooLarge
from reader.core.formats import mhtml
from reader.core.formats.mhtml import MhtmlPage, read_mhtml

HEAD = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.org/dir/page\r\n"
    b"Subject: =?utf-8?B?5qCH6aKY?=\r\nDate: Mon, 17 Dec 2018 11:17:47 -0000\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--B--x"\r\n\r\n\r\n'
)


def _part(header: str, body: bytes, mark: bytes = b"----B--x") -> bytes:
    return mark + b"\r\n" + header.replace("\n", "\r\n").encode() + b"\r\n\r\n" + body + b"\r\n"


PAGE = _part(
    "Content-Type: text/html; charset=utf-8\nContent-ID: <frame-1@x>\n"
    "Content-Transfer-Encoding: quoted-printable\n"
    "Content-Location: https://a.org/dir/page",
    b"<html><p>=E4=B8=AD =3D soft=\r\n break",
)
IMAGE = _part(
    "Content-Type: image/png\nContent-Transfer-Encoding: base64\nContent-Location: ../pic.png",
    b"iVBO\r\nRw==",
)
FRAME = _part("Content-Type: text/html\nContent-ID: <frame-2@x>", b"<p>frame</p>")
END = b"----B--x--\r\n"


def _codes(page: MhtmlPage) -> list[str]:
    return [problem.code for problem in page.problems]


def test_a_whole_archive() -> None:
    page = read_mhtml(HEAD + PAGE + IMAGE + FRAME + END)
    assert page.html.decode().strip() == "<html><p>中 = soft break"
    assert (page.charset, page.base_url) == ("utf-8", "https://a.org/dir/page")
    assert (page.subject, page.date) == ("标题", "Mon, 17 Dec 2018 11:17:47 -0000")
    assert page.parts["https://a.org/pic.png"].data == b"\x89PNG"
    assert page.parts["https://a.org/pic.png"].media_type == "image/png"
    assert page.parts["cid:frame-2@x"].data == b"<p>frame</p>"
    assert page.problems == ()


def test_the_root_is_the_part_that_start_names() -> None:
    head = HEAD.replace(b"boundary", b'start="<frame-2@x>"; boundary')
    assert read_mhtml(head + PAGE + FRAME + END).html == b"<p>frame</p>"


def test_the_page_is_found_behind_its_parts() -> None:
    assert b"soft break" in read_mhtml(HEAD + IMAGE + PAGE + END).html


def test_nested_multiparts() -> None:
    inner = _part("Content-Type: text/html", b"<p>inner</p>", b"--in") + b"--in--\r\n"
    outer = _part('Content-Type: multipart/alternative; boundary="in"', inner)
    assert read_mhtml(HEAD + outer + IMAGE + END).html == b"<p>inner</p>"


def test_one_part_without_boundaries() -> None:
    page = read_mhtml(
        b"Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.b64encode(b"<p>x")
    )
    assert (page.html, page.problems) == (b"<p>x", ())


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (HEAD + PAGE, "mhtml-truncated"),
        (HEAD + PAGE + IMAGE[:-3], "mhtml-truncated"),
        (HEAD.replace(b'boundary="--B--x"', b"x=y") + PAGE + END, "mhtml-boundary"),
        (HEAD.replace(b"--B--x", b"other") + PAGE + END, "mhtml-boundary"),
        (HEAD + PAGE.split(b"\r\n", 1)[1], "mhtml-boundary"),
        (b"<html><p>soft break</p></html>", "mhtml-header"),
    ],
)
def test_damaged_archives_give_what_they_have(data: bytes, code: str) -> None:
    page = read_mhtml(data)
    assert code in _codes(page)
    assert b"soft" in page.html


@pytest.mark.parametrize("data", [b"iVB*O Rw==", b"iVBORw", b"iVBORw=", b"iVBORw==A"])
def test_damaged_base64(data: bytes) -> None:
    image = IMAGE.replace(b"iVBO\r\nRw==", data)
    page = read_mhtml(HEAD + PAGE + image + END)
    assert page.parts["https://a.org/pic.png"].data.startswith(b"\x89PNG")
    assert _codes(page) == ["mhtml-bad-encoding"]


@pytest.mark.parametrize(
    "data", [b"", b"\r\n\r\n", b"Subject: x\r\n\r\n", HEAD, HEAD + END, b"\x00" * 1000, b"a:" * 50_000]
)
def test_nothing_in_it(data: bytes) -> None:
    assert isinstance(read_mhtml(data).html, bytes)


def test_odd_headers() -> None:
    page = read_mhtml(
        b"Subject: =?nonsense?B?!!!?=\r\n"
        b'Content-Type: multipart/related; boundary*0="--B"; boundary*1="--x"\r\n\r\n' + PAGE + END
    )
    assert b"soft break" in page.html
    assert page.subject


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mhtml, "MAX_FILE", 100)
    with pytest.raises(ArticleTooLarge):
        read_mhtml(HEAD + PAGE)


def test_what_it_unpacks_to_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mhtml, "MAX_DECODED", 1000)
    page = read_mhtml(
        HEAD + PAGE + _part("Content-ID: <a>", b"x" * 5000) + _part("Content-ID: <b>", b"y") + END
    )
    assert _codes(page) == ["mhtml-too-large"]
    assert sum(len(part.data) for part in page.parts.values()) < 1000


def test_many_parts_and_deep_nesting_are_limited() -> None:
    start = time.thread_time()
    page = read_mhtml(HEAD + PAGE + _part("Content-ID: <a>", b"x") * 20_000 + END)
    assert _codes(page) == ["mhtml-too-large"]
    deep = _part('Content-Type: multipart/related; boundary="--B--x"', b"") * 2_000
    assert read_mhtml(HEAD + deep + END).html == b""
    assert time.thread_time() - start < 10


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400), st.integers(0, 700))
def test_any_damage_is_survived(noise: bytes, at: int) -> None:
    whole = HEAD + PAGE + IMAGE + END
    page = read_mhtml(whole[:at] + noise + whole[at:])
    assert isinstance(page.html, bytes)


def test_real_archives(shared_articles: Path) -> None:
    pages = {path.name: read_mhtml(path.read_bytes()) for path in shared_articles.glob("mhtml*/**/*.mhtml")}
    assert len(pages) == 9
    assert all(page.html for page in pages.values())
    assert pages["wikipedia.mhtml"].base_url == "https://en.wikipedia.org/wiki/Node.js"
    assert len(pages["wikipedia.mhtml"].parts) == 15
    assert pages["hn.mhtml"].problems == ()
    assert _codes(pages["truncated.mhtml"]) == ["mhtml-truncated"]
    assert _codes(pages["missing_boundary.mhtml"]) == ["mhtml-boundary"]
    assert b"<html" in pages["missing_boundary_header.mhtml"].html
