# SPDX-License-Identifier: MIT
"""What the reading state of a large library costs: saving, opening, backing up, merging."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from reader.core.settings import ReadingPosition, ReadingStates, ReadState
from reader.core.settings.backup import back_up
from reader.core.settings.clock import next_reading
from reader.core.settings.entries import Entry, written
from reader.core.settings.merge import export_state, take_journals

CONTEXT = "前后各有六十四个字的上下文，" * 5


def main() -> None:
    """Fills a database and prints one line for each thing measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    amount: int = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as folder:
        states = ReadingStates(Path(folder) / "state.db")
        _say("fill, s", _timed(lambda: _fill(states, amount)))
        states.close()
        _say("open with the daily check, ms", 1000 * _timed(lambda: states.get(Path("/articles/5.md"))))
        states.close()
        _say("open again, ms", 1000 * _timed(lambda: states.get(Path("/articles/5.md"))))
        for name, save in _changes(states).items():
            times = sorted(1000 * _timed(lambda save=save, n=number: save(n)) for number in range(200))
            _say(f"save {name}, ms", median(times), times[197])
        _say("backup, s", _timed(lambda: back_up(states.store)))
        out = Path(folder) / "out.jsonl"
        _say("export, s", _timed(lambda: export_state(states.store, out)))
        other = ReadingStates(Path(folder) / "other" / "state.db")
        _say("import, s", _timed(lambda: take_journals(other.store, [out])))
        _say("import again, s", _timed(lambda: take_journals(other.store, [out])))
        states.close()
        other.close()


def _fill(states: ReadingStates, amount: int) -> None:
    machine, clock = states.store.connection and states.store.machine, ""

    def entries() -> object:
        nonlocal clock
        for number in range(amount):
            for field, value in (
                ("state", "reading"),
                ("progress", 0.5),
                ("starred", True),
                ("tag:later", True),
                (f"place:{machine}", _place(number)),
            ):
                clock = next_reading(clock, states.store.now(), machine)
                yield Entry(f"a:{number:032x}", field, written(value), clock)

    states.store.take_all(entries(), set())  # type: ignore[arg-type]


def _place(number: int) -> dict[str, str]:
    return {
        "path": f"/articles/{number}.md",
        "content": f"{number:032x}",
        "text": f"{number:032x}",
        "url": f"https://example.org/{number}",
        "title": f"第 {number} 篇",
        "date": "2026-11-22",
    }


def _changes(states: ReadingStates) -> dict[str, Callable[[int], object]]:
    def path(number: int) -> Path:
        return Path(f"/articles/{number * 97}.md")

    position = ReadingPosition((1, 2, 3), 12345, CONTEXT[:64], CONTEXT[:64], 0.4)
    return {
        "state": lambda number: states.set(path(number), state=ReadState.FINISHED),
        "star": lambda number: states.set(path(number), starred=False),
        "position": lambda number: states.set(path(number), position=position),
        "reading time": lambda number: states.add_reading_time(path(number), 15),
    }


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _say(name: str, *values: float) -> None:
    print(f"{name:32}" + "  ".join(f"{value:10.2f}" for value in values), flush=True)


if __name__ == "__main__":
    main()
