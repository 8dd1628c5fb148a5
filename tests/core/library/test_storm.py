# SPDX-License-Identifier: MIT
"""A storm of changes while the library is kept up to date by processes that are killed on the way."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from reader.core.library import Library
from reader.core.settings import ReadingStates

FILES = int(os.environ.get("STORM_FILES", "300"))
KILLS = int(os.environ.get("STORM_KILLS", "5"))
WORDS = ("marmalade", "云计算", "lighthouse", "互联网", "orchard", "时间序列", "quarry", "人工智能")


class Storm:
    """Changes files as people and programs do: all at once, by other names, in whole folders."""

    def __init__(self, root: Path, chance: random.Random) -> None:
        self.root, self.chance, self.made = root, chance, 0

    def create(self) -> None:
        """A new file in a folder that may be new too."""
        self.made += 1
        folder = self.root / f"f{self.chance.randrange(12)}" / f"g{self.chance.randrange(4)}"
        folder.mkdir(parents=True, exist_ok=True)
        self.write(folder / f"{self.made}.md")

    def write(self, path: Path) -> None:
        """Text that says which article it is; every few are broken."""
        chance, number = self.chance, self.chance.randrange(10**9)
        title = f"'{number}" if number % 20 == 0 else f"Article {number}"
        words = " ".join(chance.choices(WORDS, k=60))
        text = (
            f"---\ntitle: {title}\ndate: 2021-0{number % 9 + 1}-11\ntags: [t{number % 5}]\n---\n\n{words}\n"
        )
        beside = path.with_suffix(".part")
        beside.write_text(text, "utf-8")
        beside.replace(path)

    def step(self) -> None:
        """One change."""
        files = sorted(self.root.rglob("*.md"))
        kind = self.chance.randrange(10)
        if kind < 4 or len(files) < 10:
            self.create()
            return
        path = self.chance.choice(files)
        if kind < 6:
            self.write(path)
        elif kind == 6:
            path.rename(path.with_name(f"renamed-{self.chance.randrange(10**9)}.md"))
        elif kind == 7:
            path.replace(self.chance.choice(files))
        elif kind == 8:
            path.unlink()
        elif self.chance.random() < 0.2:
            path.parent.rename(path.parent.with_name(f"moved-{self.chance.randrange(10**9)}"))
        else:
            shutil.copy2(path, path.with_name(f"copy-{self.chance.randrange(10**9)}.md"))


def keeper(data: Path) -> subprocess.Popen[bytes]:
    """A process that keeps the library of `data` up to date."""
    words = [sys.executable, "-m", "reader", "--data-dir", str(data), "scan", "--watch", "--json"]
    return subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)


def opened(data: Path) -> Iterator[Library]:
    states = ReadingStates(data / "state.db")
    library = Library(data / "cache" / "catalogue.db", states)
    yield library
    library.close()
    states.close()


def everything(library: Library) -> dict[str, object]:
    """What the lists, the trees and the search say, without what differs from scan to scan."""
    own = ("id", "folder_id", "added_at")
    return {
        "articles": sorted(
            repr({k: v for k, v in asdict(each).items() if k not in own}) for each in library.articles()
        ),
        "problems": sorted(repr(problem) for problem in library.problems()),
        "facets": library.facets(),
        "folders": library.folder_tree(),
        "copies": sorted(sorted(str(each.path) for each in group) for group in library.duplicates()),
        "found": {word: sorted(library.matching(word)) for word in WORDS},
    }


@pytest.mark.slow
def test_after_a_storm_with_kills_all_is_as_after_a_fresh_scan(tmp_path: Path) -> None:
    root, data, fresh = tmp_path / "articles", tmp_path / "data", tmp_path / "fresh"
    root.mkdir()
    chance = random.Random(7)
    storm = Storm(root, chance)
    for _ in range(FILES // 2):
        storm.create()
    for library in opened(data):
        library.add_folder(root)
    for _ in range(KILLS):
        process = keeper(data)
        for _ in range(max(1, FILES // KILLS)):
            storm.step()
        try:
            process.wait(chance.uniform(0.2, 1.5))
        except subprocess.TimeoutExpired:
            process.kill()
        assert process.wait() == -9
        assert process.stdin is not None
        process.stdin.close()
    for library in opened(data):
        library.scan()
        kept = everything(library)
    for library in opened(fresh):
        library.add_folder(root)
        library.scan()
        assert kept == everything(library)
        assert len(library.articles()) > FILES // 2
