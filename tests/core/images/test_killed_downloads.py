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
PICTURES = 60 * KILLS


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
def test_no_picture_is_lost_or_damaged(tmp_path: Path, checkout: Path) -> None:
    chance = random.Random(3)
    folder = tmp_path / "data" / "cache" / "images"
    routes = {
        "/n/": lambda asked: Answer(png(9, 9, asked.path.encode() * chance.randrange(20, 6_000)), pause=0.001)
    }
    with MisbehavingServer(routes) as server:
        article = tmp_path / "article.md"
        pictures = "\n\n".join(f"![]({server.url(f'/n/{number}')})" for number in range(PICTURES))
        article.write_text(f"# Pictures\n\n{pictures}\n", "utf-8")
        command = [
            sys.executable,
            "-m",
            "reader",
            "--data-dir",
            str(tmp_path / "data"),
            "images",
            str(article),
        ]
        words = ["--fetch", "--allow-private", "--json", "--progress"]
        reported = 0
        for _ in range(KILLS):
            asked = len(server.asked)
            process = subprocess.Popen([*command, *words], cwd=checkout, stdout=subprocess.DEVNULL)
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
            assert verdict.pictures >= reported  # what one run has stored, the next one keeps
            reported = verdict.pictures
        done = subprocess.run([*command, *words], cwd=checkout, capture_output=True, text=True, check=True)
        assert json.loads(done.stdout.splitlines()[-1])["cached"] == PICTURES
    checked = subprocess.run(
        [*command, "--verify", "--json"], cwd=checkout, capture_output=True, text=True, check=True
    )
    report = json.loads(checked.stdout.splitlines()[-1])
    assert (report["corrupt"], report["lost"], report["cached"]) == (0, 0, PICTURES)
    assert not list((folder / "incoming").iterdir())
