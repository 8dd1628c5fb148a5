# SPDX-License-Identifier: MIT
"""Nothing active and nothing remote is left in a drawing."""

from __future__ import annotations

import re

import pytest

from reader.core.images.svg import clean_svg

_OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"'
_ACTIVE = re.compile(
    rb"<script|<foreignObject|\son\w+=|javascript:|https?://(?!www\.w3\.org)|@import|<iframe|<!ENTITY|file:",
    re.I,
)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<g onload="alert(1)" ONCLICK="x"/>',
        '<a href="javascript:alert(1)"><text>x</text></a>',
        '<a xlink:href="https://example.org"/>',
        '<image href="https://example.org/a.png"/>',
        '<image xlink:href="//example.org/a.png"/>',
        '<use href="file.svg#x"/>',
        '<image href="data:image/svg+xml;base64,PHN2Zz4="/>',
        "<style>@import 'https://example.org/x.css';</style>",
        "<style>rect{fill:url(https://example.org/x)}</style>",
        '<rect style="fill:u\\72l(https://example.org/x)"/>',
        '<rect fill="url(https://example.org/#x)"/>',
        "<foreignObject><iframe src='https://example.org'/></foreignObject>",
        '<a><animate attributeName="href" values="javascript:alert(1)"/></a>',
        '<a><set attributeName="xlink:href" to="javascript:alert(1)"/></a>',
        "<handler>alert(1)</handler>",
        '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
        '<?xml-stylesheet href="https://example.org/x.css"?>',
        "<!-- <script>x</script> -->",
    ],
)
def test_takes_active_content_out(inside: str) -> None:
    cleaned = clean_svg(f'{_OPEN} onload="x">{inside}<rect width="9" height="9"/></svg>'.encode())
    assert cleaned is not None
    assert not _ACTIVE.search(cleaned)
    assert b"rect" in cleaned


def test_keeps_the_drawing() -> None:
    kept = (
        '<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs>'
        '<style>.a{fill:url(#g)}</style><rect class="a" fill="url(#g)" style="stroke:#123"/>'
        '<use href="#r"/><text x="1">字</text><image href="data:image/png;base64,iVBORw0KGgo="/>'
        '<animate attributeName="opacity" values="0;1"/>'
    )
    cleaned = clean_svg(f"{_OPEN}>{kept}</svg>".encode())
    assert cleaned is not None
    for part in ("url(#g)", 'href="#r"', "字", "base64,iVBOR", "animate", "stroke:#123"):
        assert part in cleaned.decode()


@pytest.mark.parametrize("data", [b"", b"<svg", b"<html/>", b"<svg><g></svg>", b"\xff\xfe", b"<a/>" * 3])
def test_gives_nothing_for_what_is_no_drawing(data: bytes) -> None:
    assert clean_svg(data) is None


def test_entities_do_not_grow_and_do_not_read_files() -> None:
    levels = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
    bomb = f'<!DOCTYPE svg [<!ENTITY l0 "ha">{levels}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    cleaned = clean_svg(f"{bomb}{_OPEN}><text>&l11;&f;</text></svg>".encode())
    assert cleaned is None or (len(cleaned) < 5000 and b"root:" not in cleaned and b"<!ENTITY" not in cleaned)


def test_addresses_are_not_led_elsewhere() -> None:
    drawing = (
        b'<svg xmlns="http://www.w3.org/2000/svg"><g xml:base="http://h/"><use href="#a"/></g>'
        b"<style><g/>a { fill: url(http://h/x) }</style></svg>"
    )
    cleaned = clean_svg(drawing)
    assert cleaned is not None
    assert b"h/" not in cleaned.replace(b"http://www.w3.org/2000/svg", b"")
    assert b'href="#a"' in cleaned


def _nested(levels: int, times: int, repeat: str) -> bytes:
    groups = "".join(
        f'<g id="g{level}">{repeat.format(level - 1) * times if level else "<path/>"}</g>'
        for level in range(levels)
    )
    return f"{_OPEN}><defs>{groups}</defs>{repeat.format(levels - 1)}</svg>".encode()


@pytest.mark.parametrize(
    "repeat",
    [
        '<use href="#g{}"/>',
        '<use xlink:href="#g{}"/>',
        '<path fill="url(#g{})"/>',
        "<path style=\"mask: url( '#g{}' )\"/>",
    ],
)
def test_a_drawing_that_repeats_itself_billions_of_times_is_refused(repeat: str) -> None:
    assert clean_svg(_nested(10, 10, repeat)) is None
    assert clean_svg(_nested(300, 2, repeat)) is None
    assert clean_svg(_nested(4, 10, repeat)) is not None


def test_drawings_that_repeat_much_or_themselves_are_kept() -> None:
    signs = '<use href="#a"/>' * 30_000
    assert clean_svg(f'{_OPEN}><g id="a"><path/><path/></g>{signs}</svg>'.encode()) is not None
    painted = '<path fill="url(#a)"/>' * 40_000
    stops = "<stop/>" * 10
    gradient = f'<linearGradient id="a">{stops}</linearGradient>'
    assert clean_svg(f"{_OPEN}>{gradient}{painted}</svg>".encode()) is not None
    around = '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g><use href="#gone"/>'
    assert clean_svg(f"{_OPEN}>{around}</svg>".encode()) is not None
