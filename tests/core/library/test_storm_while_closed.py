# SPDX-License-Identifier: MIT
"""Files moved, swapped and copied by the thousand while the reader is closed: every state at its article.

`READER_STORM` says how many files (5,000 takes a minute), `READER_STORM_SEED` what happens.
"""

from __future__ import annotations

import os
import random
import shutil
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from reader.core.library import Library
from reader.core.settings import ReadingStates
from reader.core.settings.questions import give_place, which_files

FILES = int(os.environ.get("READER_STORM", "250"))
SEED = int(os.environ.get("READER_STORM_SEED", "17"))
_SAME_MOMENT = 1_700_000_000_000_000_000


class Storm:
    """A folder in which each file says which article it is; the owner of a state is known by that alone."""

    def __init__(self, root: Path, chance: random.Random, *, alike: bool) -> None:
        self.root, self.chance, self.alike = root, chance, alike
        self.made = 0
        self.files: dict[Path, int] = {}  # article by file
        self.owned: set[int] = set()  # articles with a state

    def create(self) -> Path:
        """A new article; where all are alike, neither size nor time tells them apart."""
        self.made += 1
        path = self.place(f"{self.made}.md")
        path.write_text(f"---\ntitle: Article {self.made:06}\n---\n\nThe words of {self.made:06}.\n", "utf-8")
        if self.alike:
            os.utime(path, ns=(_SAME_MOMENT, _SAME_MOMENT))
        self.files[path] = self.made
        return path

    def place(self, name: str) -> Path:
        """Somewhere nothing lies under this name yet."""
        while True:
            folder = self.root / f"f{self.chance.randrange(9)}" / f"g{self.chance.randrange(5)}"
            folder.mkdir(parents=True, exist_ok=True)
            if not os.path.lexists(folder / name):
                return folder / name
            name = f"{self.chance.randrange(10**9)}.md"

    def step(self, paths: list[Path]) -> None:
        """One thing that happens to files."""
        kinds = (self.rename, self.move, self.swap, self.turn, self.copy, self.copy_away, self.copy_apart)
        step = self.chance.choice((*kinds, self.delete, self.succeed))
        step(self.chance.choice(paths))

    def rename(self, path: Path) -> None:
        if path in self.files:
            new = path.with_name(f"{self.chance.randrange(10**9)}.md")
            self.files[path.rename(new)] = self.files.pop(path)

    def move(self, path: Path) -> None:
        if path in self.files:
            self.files[path.rename(self.place(path.name))] = self.files.pop(path)

    def swap(self, path: Path) -> None:
        self._turn([path, self.chance.choice(sorted(self.files))])

    def turn(self, path: Path) -> None:
        self._turn([path, *self.chance.sample(sorted(self.files), 3)])

    def _turn(self, paths: list[Path]) -> None:
        """Each takes the name of the next, the last that of the first."""
        paths = [one for one in dict.fromkeys(paths) if one in self.files]
        if len(paths) < 2:
            return
        numbers, spare = [self.files[one] for one in paths], self.root / "spare"
        paths[-1].rename(spare)
        for one, other in reversed(list(pairwise(paths))):
            one.rename(other)
        spare.rename(paths[0])
        self.files.update(zip(paths, [numbers[-1], *numbers[:-1]], strict=True))

    def copy(self, path: Path) -> None:
        if path in self.files:
            shutil.copy2(path, new := self.place(path.name))
            self.files[new] = self.files[path]

    def copy_away(self, path: Path) -> None:
        """To another disk, as a file manager moves it."""
        if path in self.files:
            self.copy(path)
            self.delete(path)

    def copy_apart(self, path: Path) -> None:
        """Twice, and then the original goes."""
        self.copy(path)
        self.copy_away(path)

    def delete(self, path: Path) -> None:
        if path in self.files:
            path.unlink()
            del self.files[path]

    def succeed(self, path: Path) -> None:
        """It goes elsewhere, and a new article takes its name."""
        if path in self.files:
            self.move(path)
            fresh = self.create()
            self.files[fresh.rename(path)] = self.files.pop(fresh)


@pytest.mark.parametrize("alike", [False, True])
def test_every_state_is_at_its_article(
    library: Library, states: ReadingStates, root: Path, alike: bool
) -> None:
    storm = Storm(root, random.Random(SEED), alike=alike)
    for _ in range(FILES):
        storm.create()
    library.scan()
    storm.owned = set(storm.files.values())
    for path, number in storm.files.items():
        states.set(path, progress=number / 10**6, tags=[f"t{number}"])
    library.scan()
    for _ in range(3):
        states.close()
        library.close()
        paths = list(storm.files)
        for _ in range(len(paths) // 2):
            storm.step(paths)
        library.scan()
        _check(storm, library, states)


def _check(storm: Storm, library: Library, states: ReadingStates) -> None:
    """No state at another article, none lost, none given to one of several files by chance."""
    asked = which_files(states.store, library.recognise_strays().questions)
    held = {state.path: _number(state.progress) for state in states.all() if state.path in storm.files}
    # What nobody has seen before, in the place of what was deleted, can only be taken for an edit of it.
    seen = {path: number for path, number in held.items() if storm.files[path] in storm.owned}
    wrong = {path: number for path, number in seen.items() if number and storm.files[path] != number}
    assert wrong == {}, len(wrong)
    placed = set(held.values()) - {0}
    questions = {_number(one.lost.progress): one for one in asked}
    files = Counter(storm.files.values())
    assert not [number for path, number in held.items() if path not in seen and files[number]]
    there = {number for number in files if number in storm.owned}
    assert {number for number in there if files[number] == 1} <= placed
    assert there <= placed | questions.keys()
    assert not placed & questions.keys()
    rows = states.store.connection.execute("SELECT progress FROM article WHERE progress > 0").fetchall()
    assert {_number(progress) for (progress,) in rows} == storm.owned
    for number, one in questions.items():
        (article,) = {storm.files[path] for path in one.candidates}
        assert article == number or (article not in storm.owned and not files[number])
        give_place(states, one.lost.uid, one.candidates[-1:])
        assert states.get(one.candidates[-1]).tags == (f"t{number}",)


def _number(progress: float) -> int:
    return round(progress * 10**6)
