# SPDX-License-Identifier: MIT
"""Pictures of a page: those that move stand still, those with transparent parts get a ground in the dark."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from reader.core.article import ImageKey, ImageRef
from reader.core.images import FoundImage
from reader.core.images.inspect_image import image_in_bytes
from reader.core.page import PageLook, PageWords, build_page, look_attributes, standalone_page
from tests.core.images import sample_pictures as samples

from .conftest import MakeArticle

WORDS = PageWords(lang="en", reading_time="")


@dataclass(frozen=True)
class _One:
    """The same picture for every key."""

    data: bytes

    def find(self, key: ImageKey) -> FoundImage | None:
        return image_in_bytes(self.data)

    def size(self, key: ImageKey) -> tuple[int, int] | None:
        return (64, 48)


def _laid_out(article: MakeArticle, data: bytes, look: PageLook | None = None, *, file: bool = False) -> str:
    laid = article(
        '<p><img src="image/abc" alt="x"></p><p>Words <img src="image/abc" alt="y"> around.</p>',
        images=(ImageRef(ImageKey("abc"), "a"),),
    )
    page = (standalone_page if file else build_page)(laid, look or PageLook(), WORDS, _One(data))
    return page.partition("<main>")[2]


@pytest.mark.parametrize("name", ["MOVING_GIF", "MOVING_WEBP", "MOVING_PNG", "MOVING_AVIF"])
def test_a_moving_picture_stands_still_until_it_is_clicked(article: MakeArticle, name: str) -> None:
    page = _laid_out(article, getattr(samples, name))
    assert page.count('<span class="moving"><img src="image/abc/still"') == 2
    playing = _laid_out(article, getattr(samples, name), PageLook(animations="play"))
    assert playing.count('<span class="moving"><img src="image/abc"') == 2
    assert look_attributes(PageLook())["data-animations"] is None
    assert look_attributes(PageLook(animations="play"))["data-animations"] == "play"


def test_a_page_for_any_browser_holds_the_whole_picture(article: MakeArticle) -> None:
    page = _laid_out(article, samples.MOVING_GIF, file=True)
    assert page.count("data:image/gif;base64,") == 2
    assert "moving" not in page
    assert "/still" not in page


@pytest.mark.parametrize(
    "name", ["CLEAR_PNG", "CLEAR_PALETTE_PNG", "CLEAR_GIF", "CLEAR_WEBP", "CLEAR_AVIF", "DRAWING"]
)
def test_transparent_pictures_are_marked(article: MakeArticle, name: str) -> None:
    for file in (False, True):
        page = _laid_out(article, getattr(samples, name), file=file)
        assert len(re.findall(r'<img [^>]*class="[^"]*\bclear\b', page)) == 2


@pytest.mark.parametrize("name", ["PHOTO_JPEG", "STILL_PNG", "STILL_GIF", "STILL_WEBP", "STILL_AVIF"])
def test_opaque_pictures_are_not(article: MakeArticle, name: str) -> None:
    assert "clear" not in _laid_out(article, getattr(samples, name))


def test_only_dark_themes_have_a_ground_for_drawings(article: MakeArticle) -> None:
    page = build_page(article(), PageLook(), WORDS, _One(b""))
    for theme, ground in (("light", "transparent"), ("sepia", "transparent"), ("dark", "#"), ("black", "#")):
        found = re.search(rf":root\[data-theme={theme}\]{{[^}}]*--drawing:([^;]+);", page)
        assert found is not None
        assert found[1].startswith(ground)
    assert "invert" not in page
