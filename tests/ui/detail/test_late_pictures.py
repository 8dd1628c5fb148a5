# SPDX-License-Identifier: MIT
"""Pictures far down a page come when they are needed, in rooms that were kept for them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.ui.late_pictures import LatePictures, picture_tags
from tests.core.images import sample_pictures as samples

from .conftest import Desk

pytestmark = [pytest.mark.engine, pytest.mark.qt_log_ignore("GPUInfo not initialized")]

WAIT = 20_000
COUNT = 60
LOADED = "[...document.images].filter(i=>i.naturalWidth>0).length"
BOXES = (
    "[...document.images].map(i=>{const b=i.getBoundingClientRect();"
    "return [b.x,b.y+scrollY,b.width,b.height].map(Math.round)})"
)


def _ask(desk: Desk, script: str) -> Any:
    return json.loads(desk.ask(f"JSON.stringify({script})"))


@pytest.fixture
def many(article: Callable[[str, str], Path]) -> Path:
    """Pictures in paragraphs, lines and links, with words and without, of their own size and another."""
    forms = (
        "![Words](p{n}.jpg)",
        "Words ![](p{n}.jpg) around ![x](p{n}.jpg).",
        "[![](p{n}.gif)](https://example.org)",
        '<figure><img src="p{n}.jpg" width="500" alt=""><figcaption>x</figcaption></figure>',
    )
    blocks = [f"{forms[n % 4].format(n=n)}\n\n{'Words of the article. ' * 60}" for n in range(COUNT)]
    path = article("# Many\n\n" + "\n\n".join(blocks), "many.md")
    for number in range(COUNT):
        path.with_name(f"p{number}.jpg").write_bytes(samples.PHOTO_JPEG)
        path.with_name(f"p{number}.gif").write_bytes(samples.MOVING_GIF)
    return path


def test_nothing_moves_when_pictures_come_and_all_come_for_the_printer(desk: Desk, many: Path) -> None:
    desk.open(many)
    before, loaded = _ask(desk, BOXES), _ask(desk, LOADED)
    height = _ask(desk, "document.documentElement.scrollHeight")
    assert loaded < 20 < len(before)
    late = LatePictures(desk.page)
    done: list[bool] = []
    late.bring_all(lambda: done.append(True))
    desk.bot.waitUntil(lambda: bool(done), timeout=WAIT)
    assert _ask(desk, LOADED) == len(before)
    assert _ask(desk, BOXES) == before
    assert _ask(desk, "document.documentElement.scrollHeight") == height


def test_pictures_come_near_the_view_and_go_far_from_it(desk: Desk, many: Path) -> None:
    late = LatePictures(desk.page)
    desk.open(many)
    everything = len(_ask(desk, BOXES))
    last = "document.images[document.images.length-1]"
    assert _ask(desk, f"{last}.hasAttribute('src')") is False
    desk.ask("scrollTo({top:1e7,behavior:'instant'})")
    desk.bot.waitUntil(lambda: _ask(desk, f"{last}.naturalWidth>0"), timeout=WAIT)
    desk.bot.waitUntil(lambda: _ask(desk, LOADED) < everything, timeout=WAIT)
    tenth = "document.images[20]"
    desk.ask(f"{tenth}.scrollIntoView({{behavior:'instant'}})")
    desk.bot.waitUntil(lambda: _ask(desk, f"{tenth}.naturalWidth>0"), timeout=WAIT)
    desk.bot.waitUntil(lambda: _ask(desk, f"{last}.hasAttribute('src')") is False, timeout=WAIT)
    late.deleteLater()


def test_tags_are_put_in_as_pictures_that_come_at_once() -> None:
    html = (
        b'<span class="wide moving"><img data-late="image/a1/still" decoding="async" alt="x"></span>'
        b'<span><img src="image/b2" alt=""></span>'
        b'<p><img data-late="image/c3" decoding="async" alt="" width="3"></p>'
    )
    assert picture_tags(html) == {
        "a1": '<span class="wide moving"><img src="image/a1/still" decoding="async" alt="x"></span>',
        "b2": '<img src="image/b2" alt="">',
        "c3": '<img src="image/c3" decoding="async" alt="" width="3">',
    }
