# SPDX-License-Identifier: MIT
"""Scanning: both passes over a library, the check of one in which nothing changed, memory and disk.

The library is made by `corpus.py` below build/. Seconds of the processor are those of all processes
together; on a machine that has other work to do they say more than the clock.
"""

from __future__ import annotations

import argparse
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from reader.core.article import PlainArticle
from reader.core.formats import read_words
from reader.core.library import Library, ScanProgress
from reader.core.settings import ReadingStates
from tests.benchmarks.corpus import ROOT, SOURCES, make_articles, read_sources
from tests.benchmarks.process_tree import memory, tree

BUILD = ROOT / "build" / "bench-scan"
LOOK_SECONDS = 0.5


@dataclass(slots=True)
class Cost:
    """What has been spent since the start: by the clock, and by the processor in all processes."""

    clock: float = field(default_factory=time.perf_counter)
    processor: float = field(default_factory=lambda: tree(os.getpid())[1])

    def until(self, later: Cost) -> tuple[float, float]:
        """Seconds of both between two moments."""
        return later.clock - self.clock, later.processor - self.processor


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--sources", type=Path, default=SOURCES)
    parser.add_argument("--folder", type=Path, help="scan this folder, which is only read")
    parser.add_argument("--heads", action="store_true", help="leave the second pass out")
    parser.add_argument("--workers", type=int, help="processes that read; 0: none but this one")
    arguments, _ = parser.parse_known_args()
    shutil.rmtree(BUILD, ignore_errors=True)
    articles = arguments.folder or BUILD / "articles"
    if arguments.folder is None:
        for article in make_articles(read_sources(arguments.sources), arguments.articles):
            path = articles / article.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(article.markdown(), "utf-8")
    try:
        measure(articles, arguments.workers, arguments.heads)
    finally:
        shutil.rmtree(BUILD, ignore_errors=True)


def measure(articles: Path, workers: int | None, heads: bool) -> None:
    """Scans a folder twice."""
    kept = BUILD / "kept"
    kept.mkdir(parents=True)
    states = ReadingStates(kept / "state.db")
    library = Library(kept / "catalogue.db", states, kept / "search", workers=workers)
    library.add_folder(articles)
    begun = Cost()
    with highest_memory() as most:
        listed, ended = scanned(library, heads)
    found = library.articles()
    size = sum(article.path.stat().st_size for article in found)
    print(f"Scanning {len(found):,} articles, {size / 1e6:.1f} MB\n")
    print("                            clock    processor    a second   a second of the processor")
    print_row("listed from the heads", begun.until(listed), len(found), "articles")
    if not heads:
        print_row("indexed from the texts", listed.until(ended), size / 1e6, "MB")
    again = Cost()
    checked, _ = scanned(library, heads)
    print_row("nothing changed", again.until(checked), len(found), "articles")
    print(f"  all ids, by date     {min(spent(library.article_ids) for _ in range(5)) * 1000:10.1f} ms")
    print(f"  memory, all processes {max(most):9.0f} MB")
    if not heads:
        disk = sum(each.stat().st_size for each in (kept / "search").rglob("*") if each.is_file())
        some = found[:: max(1, len(found) // 300)]
        plain = sum(isinstance(read_words(article.path), PlainArticle) for article in some)
        print(f"  index                {disk / 1e6:10.1f} MB, {disk / size:.2f} of the files")
        print(f"  read the short way   {plain / len(some):10.0%} of the articles")
    library.close()
    states.close()


def scanned(library: Library, heads: bool) -> tuple[Cost, Cost]:
    """Scans once, as far as it is wanted: when the second pass began, and when all was done."""
    moments: dict[str, Cost] = {}

    def note(progress: ScanProgress) -> None:
        if progress.phase not in moments:
            moments[progress.phase] = Cost()

    library.scan(progress=note, cancelled=lambda: heads and "indexing" in moments)
    ended = Cost()
    return moments.get("indexing", ended), ended


def spent(work: Callable[[], object]) -> float:
    """Seconds of the processor that this process spent on something."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


@contextmanager
def highest_memory() -> Iterator[list[float]]:
    """Looks now and then at what this process and those below it hold."""
    looked, done = [0.0], threading.Event()

    def look() -> None:
        while not done.wait(LOOK_SECONDS):
            looked.append(memory(tree(os.getpid())[0]))

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        yield looked
    finally:
        done.set()
        thread.join()


def print_row(name: str, spent: tuple[float, float], amount: float, unit: str) -> None:
    """How long something took, and how much of it was done in a second."""
    clock, processor = (max(each, 0.001) for each in spent)
    rates = f"{amount / clock:12,.1f}{amount / processor:12,.1f} {unit}"
    print(f"  {name:<23}{clock:7.2f} s{processor:10.2f} s{rates}")


if __name__ == "__main__":
    main()
