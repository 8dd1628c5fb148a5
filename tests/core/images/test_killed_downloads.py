# SPDX-License-Identifier: MIT
"""`images --fetch`, ended with kill -9 at any moment, leaves a cache that is sound and goes on from there."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.core.images import ImageCache
from reader.core.images.cache_upkeep import sweep, verify
from tests.core.images.misbehaving_server import Answer, MisbehavingServer
from tests.core.images.test_download import png

KILLS = int(os.environ.get("ARTICLE_READER_KILLS", "4"))  # 200 for the full run
IN_ARTICLE = 20
PICTURES = 3 * IN_ARTICLE * KILLS


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
def test_no_picture_is_lost_or_damaged(tmp_path: Path, checkout: Path) -> None:
    chance = random.Random(3)
    folder = tmp_path / "data" / "cache" / "images"
    routes = {
        # slow enough that the runs to the last find something to do
        "/n/": lambda asked: Answer(png(9, 9, asked.path.encode() * chance.randrange(20, 900)), pause=0.14)
    }
    with MisbehavingServer(routes) as server:
        articles = tmp_path / "articles"
        articles.mkdir()
        for at in range(0, PICTURES, IN_ARTICLE):
            pictures = "\n\n".join(f"![]({server.url(f'/n/{at + number}')})" for number in range(IN_ARTICLE))
            (articles / f"{at}.md").write_text(f"# Pictures {at}\n\n{pictures}\n", "utf-8")
        program = [sys.executable, "-m", "reader", "--data-dir", str(tmp_path / "data")]
        for prepare in (["add", str(articles)], ["images", "--note", "--json"]):
            subprocess.run([*program, *prepare], cwd=checkout, capture_output=True, check=True)
        command = [*program, "images", "--all"]
        words = ["--fetch", "--allow-private", "--json", "--progress"]
        told = tmp_path / "told"
        reported = 0
        for _ in range(KILLS):
            asked = len(server.asked)
            with told.open("wb") as output:
                process = subprocess.Popen([*command, *words], cwd=checkout, stdout=output)
            deadline = time.monotonic() + 20
            while len(server.asked) == asked and process.poll() is None and time.monotonic() < deadline:
                time.sleep(0.005)
            time.sleep(chance.uniform(0, 0.9))
            process.send_signal(signal.SIGKILL)
            process.wait()
            cache = ImageCache(folder)
            sweep(cache)
            verdict = verify(cache)
            cache.close()
            assert (verdict.corrupt, verdict.lost, verdict.orphans) == ((), (), 0)
            # what this run has told it stored is there, and what was there before still is
            assert verdict.pictures >= reported + _stored_by(told)
            reported = verdict.pictures
        done = subprocess.run([*command, *words], cwd=checkout, capture_output=True, text=True, check=True)
        assert json.loads(done.stdout.splitlines()[-1])["cached"] == PICTURES
    checked = subprocess.run(
        [*command, "--verify", "--json"], cwd=checkout, capture_output=True, text=True, check=True
    )
    report = json.loads(checked.stdout.splitlines()[-1])
    assert (report["corrupt"], report["lost"], report["cached"]) == (0, 0, PICTURES)
    assert not list((folder / "incoming").iterdir())


def _stored_by(told: Path) -> int:
    """How many pictures a run that was killed had said are stored."""
    stored = 0
    for line in told.read_bytes().splitlines():
        try:
            stored = max(stored, int(json.loads(line).get("stored", 0)))
        except ValueError:  # cut off in the middle
            continue
    return stored
