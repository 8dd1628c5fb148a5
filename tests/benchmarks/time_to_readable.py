# SPDX-License-Identifier: MIT
"""From the start of the process to readable text, beside a bare web view that shows the same HTML.

Each run starts the program on a virtual screen and looks at the pixels every 10 ms until they rest. Text is
readable from the first look on at which 97 % of what is drawn at the end stands where it stays. Both programs
take turns, so that a busy machine is busy for both.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.benchmarks.process_tree import memory, tree
from tests.benchmarks.virtual_screen import (
    HEIGHT,
    WIDTH,
    Frame,
    Screen,
    is_drawn,
    open_screen,
    share_in_place,
    tiles_of,
)

ROOT = Path(__file__).resolve().parents[2]
LOOK_EVERY = 0.010  # seconds
REST = 1.0  # seconds without a change: the page stands
LONGEST = 30.0  # seconds
READABLE = 0.97  # of what is drawn at the end


@dataclass(frozen=True, slots=True)
class Run:
    """One start: seconds until the text stood, CPU seconds until then, MB once at rest."""

    readable: float
    cpu: float
    memory: float  # of all processes
    application: float  # of the first alone


def _watch(screen: Screen, pid: int, start: float) -> list[tuple[float, float, Frame]]:
    """Every change of the screen with its time and the CPU spent by then."""
    seen = [(0.0, 0.0, screen.frame())]
    changed = start
    while (now := time.perf_counter()) - start < LONGEST:
        frame = screen.frame()
        if frame != seen[-1][2]:
            seen.append((now - start, tree(pid)[1], frame))
            changed = now
        elif len(seen) > 1 and now - changed > REST:
            break
        time.sleep(max(0.0, LOOK_EVERY - (time.perf_counter() - now)))
    return seen


def _judge(seen: list[tuple[float, float, Frame]], share: float) -> tuple[float, float]:
    """When the text stood, and what had been spent by then."""
    blank, final = tiles_of(seen[0][2]), tiles_of(seen[-1][2])
    drawn = [index for index, tile in enumerate(final) if tile != blank[index] and is_drawn(tile)]
    if len(drawn) < 50:
        sys.exit("The program showed nothing to read.")
    readable = seen[-1]
    for look in reversed(seen):
        if share_in_place(tiles_of(look[2]), final, drawn) < share:
            break
        readable = look
    return readable[0], readable[1]


def start_program(screen: Screen, command: list[str], share: float = READABLE) -> Run:
    """Starts a program, watches it until that share of what it shows stands, and ends it."""
    environment = {**os.environ, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
    environment.pop("WAYLAND_DISPLAY", None)
    if os.geteuid() == 0:
        environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    start = time.perf_counter()
    quiet = subprocess.DEVNULL
    program = subprocess.Popen(
        command, env=environment, cwd=ROOT, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    )
    try:
        seen = _watch(screen, program.pid, start)
        megabytes = memory(tree(program.pid)[0]), memory([program.pid])
    finally:
        _end(program)
    return Run(*_judge(seen, share), *megabytes)


def _end(program: subprocess.Popen[bytes]) -> None:
    for how in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(program.pid, how)
        except ProcessLookupError:
            break
        try:
            program.wait(5)
        except subprocess.TimeoutExpired:
            continue
        time.sleep(0.3)


def _commands(article: Path, folder: Path, program: list[str]) -> dict[str, list[str]]:
    reader = [*program, "--data-dir", str(folder / "data")]
    page = folder / "page.html"
    render = [*reader, "render", str(article), "--format", "html", "-o", str(page)]
    subprocess.run(render, cwd=ROOT, check=True)
    bare = [sys.executable, str(Path(__file__).with_name("bare_view.py")), str(page), str(WIDTH), str(HEIGHT)]
    return {"bare web view": bare, "Article Reader": [*reader, str(article)]}


def measure(article: Path, runs: int, program: list[str]) -> dict[str, list[Run]]:
    """All runs of both programs; the first of each warms the disk and is not counted."""
    with tempfile.TemporaryDirectory(prefix="reader-bench-") as name, open_screen() as screen:
        commands = _commands(article, Path(name), program)
        for command in commands.values():
            start_program(screen, command)
        turns = [
            {program: start_program(screen, command) for program, command in commands.items()}
            for _ in range(runs)
        ]
    return {program: [turn[program] for turn in turns] for program in commands}


def median(runs: list[Run]) -> Run:
    """The medians of what was measured."""
    values = zip(*(asdict(run).values() for run in runs), strict=True)
    return Run(*(statistics.median(column) for column in values))


def main() -> int:
    """Prints the medians and how many times the floor they are."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "article", nargs="?", type=Path, default=ROOT / "resources" / "welcome" / "welcome.en.md"
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", action="store_true", help="every run, as one JSON object")
    parser.add_argument("--program", type=Path, help="the reader of a package in place of this checkout's")
    options = parser.parse_args()
    program = [str(options.program)] if options.program else [sys.executable, "-m", "reader"]
    results = measure(options.article.resolve(), options.runs, program)
    if options.json:
        print(json.dumps({name: [asdict(run) for run in runs] for name, runs in results.items()}))
        return 0
    floor, ours = (median(runs) for runs in results.values())
    print(f"{options.article.name}, medians of {options.runs} runs in turn\n")
    print(f"{'':16}{'readable s':>12}{'CPU s':>8}{'memory MB':>11}")
    for name, run in zip(results, (floor, ours), strict=True):
        print(f"{name:16}{run.readable:12.2f}{run.cpu:8.2f}{run.memory:11.0f}")
    ratios = ours.readable / floor.readable, ours.cpu / floor.cpu, ours.memory / floor.memory
    print(f"{'times the floor':16}{ratios[0]:12.2f}{ratios[1]:8.2f}{ratios[2]:11.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
