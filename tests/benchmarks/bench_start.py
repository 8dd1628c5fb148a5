# SPDX-License-Identifier: MIT
"""Starting with a large library: until the window with its list stands, beside an empty library, in turns.

The library is made by `corpus.py` below build/ and scanned beforehand. Both start on one virtual screen as
the program does every day: the first start of each, which makes the session, is not counted.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.corpus import ROOT, SOURCES, make_articles, read_sources
from tests.benchmarks.time_to_readable import Run, median, start_program
from tests.benchmarks.virtual_screen import open_screen

BUILD = ROOT / "build" / "bench-start"
LIST_STANDS = 0.9
"""Of what is drawn at the end: the line below that tells of the check for changes comes and goes."""
PROGRAM = (sys.executable, "-m", "reader", "--data-dir")


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--sources", type=Path, default=SOURCES)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--data", type=Path, help="a data folder with a library that is scanned already")
    arguments, _ = parser.parse_known_args()
    shutil.rmtree(BUILD, ignore_errors=True)
    try:
        large = arguments.data or make_library(arguments.articles, arguments.sources)
        results = measure({"an empty library": BUILD / "empty", "the large one": large}, arguments.runs)
    finally:
        shutil.rmtree(BUILD, ignore_errors=True)
    print_table(results, arguments.runs)


def make_library(articles: int, sources: Path) -> Path:
    """A data folder whose library is listed and indexed."""
    folder, data = BUILD / "articles", BUILD / "large"
    for article in make_articles(read_sources(sources), articles):
        path = folder / article.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article.markdown(), "utf-8")
    for command in (["add", str(folder)], ["scan"]):
        subprocess.run([*PROGRAM, str(data), *command], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return data


def measure(folders: dict[str, Path], runs: int) -> dict[str, Run]:
    """The medians of starts with each data folder."""
    commands = {name: [*PROGRAM, str(folder)] for name, folder in folders.items()}
    with open_screen() as screen:
        for command in commands.values():
            start_program(screen, command)
        turns = [
            {name: start_program(screen, command, LIST_STANDS) for name, command in commands.items()}
            for _ in range(runs)
        ]
    return {name: median([turn[name] for turn in turns]) for name in commands}


def print_table(results: dict[str, Run], runs: int) -> None:
    """How many times the empty library the large one takes."""
    print(f"Starting, medians of {runs} runs in turn\n")
    print(f"{'':18}{'readable s':>12}{'CPU s':>8}{'memory MB':>11}{'application MB':>16}")
    for name, run in results.items():
        print(f"{name:18}{run.readable:12.2f}{run.cpu:8.2f}{run.memory:11.0f}{run.application:16.0f}")
    empty, large = results.values()
    ratios = large.readable / empty.readable, large.application / empty.application
    print(f"{'times':18}{ratios[0]:12.2f}{'':19}{ratios[1]:16.2f}")


if __name__ == "__main__":
    main()
