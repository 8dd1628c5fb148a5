# SPDX-License-Identifier: MIT
"""`images --move`, ended with kill -9 at any moment, loses no picture and can be said again."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.app.paths import AppPaths, image_places
from reader.core.images import ImageCache
from reader.core.images.cache_upkeep import verify
from reader.core.images.inspect_image import image_in_bytes
from tests.core.images.test_download import png

KILLS = int(os.environ.get("ARTICLE_READER_KILLS", "4"))  # 200 for the full run
PICTURES = 150 * KILLS


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
def test_no_picture_is_lost_on_the_way(tmp_path: Path, checkout: Path) -> None:
    chance = random.Random(5)
    paths = AppPaths.under(tmp_path / "data")
    urls = [f"https://a.com/{number}.png" for number in range(PICTURES)]
    cache = ImageCache(paths.images)
    for url in urls:
        image = image_in_bytes(png(4, 4, url.encode() * chance.randrange(1, 300)))
        assert image is not None
        cache.store(url, image)
    cache.close()
    there, places = 0, [str(tmp_path / "elsewhere"), "default"]
    program = [sys.executable, "-m", "reader", "--data-dir", str(paths.data), "images", "--move"]
    for _ in range(KILLS):
        process = subprocess.Popen(
            [*program, places[there]], cwd=checkout, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(chance.uniform(0.1, 1.2))
        process.kill()
        if process.wait() == 0:  # it was quicker: the way back
            there = 1 - there
        cache = ImageCache(image_places(paths).folder)
        verdict = verify(cache)
        assert (verdict.pictures, verdict.corrupt, verdict.lost) == (PICTURES, (), ())
        assert len(cache.sizes_of(urls)) == PICTURES
        cache.close()
    for place in places:
        subprocess.run([*program, place], cwd=checkout, check=True, capture_output=True)
    cache = ImageCache(paths.images)
    assert len(cache.sizes_of(urls)) == PICTURES
    cache.close()
    assert not list((tmp_path / "elsewhere" / "files").glob("*/*"))
