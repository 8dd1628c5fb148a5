# SPDX-License-Identifier: MIT
"""Search: how fast and how large the index is, how long queries take, and whether anything is missed.

The library is made by `corpus.py` below build/. The catalogue is filled by the first pass of a scan; the
index is fed with the same texts directly, so that its own speed is seen. Every time is from the query string
to 50 rows with snippets.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from reader.core.article import article_key
from reader.core.library import Library, ScanProgress
from reader.core.library.search.folding import fold
from reader.core.library.search.prepared import SearchText, prepare, stored_form
from reader.core.library.search.stems import primary
from reader.core.library.search.tokens import runs, tokens
from reader.core.settings import ReadingStates
from tests.benchmarks.corpus import ROOT, SOURCES, MadeArticle, Sources, make_articles, read_sources

BUILD = ROOT / "build" / "bench-search"
SHARES = (0.01, 0.03, 0.1, 0.3, 0.6, 1.0)
Clock = Callable[[], float]
PARTS = {
    ".store": "texts", ".learned": "texts", ".pos": "places", ".idx": "postings", ".term": "terms",
}  # fmt: skip
TYPED = (
    "人工智能",
    "性能优化",
    "数据库 事务",
    "kubernetes",
    "javascript function",
    "rengongzhineng",
    "title:react -vue",
)


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--sources", type=Path, default=SOURCES)
    parser.add_argument("--substrings", type=int, default=500)
    parser.add_argument("--keep", action="store_true", help="leave the library below build/")
    parser.add_argument(
        "--reuse", action="store_true", help="search the library that was left, without indexing"
    )
    parser.add_argument("--again", action="store_true", help="index the library that was left once more")
    parser.add_argument(
        "--processor", action="store_true", help="count time of the processor: for a machine with other work"
    )
    arguments, _ = parser.parse_known_args()
    clock = time.process_time if arguments.processor else time.perf_counter
    folder = BUILD / str(arguments.articles)
    left = arguments.reuse or arguments.again
    if not left:
        shutil.rmtree(folder, ignore_errors=True)
    sources = read_sources(arguments.sources)

    def made() -> Iterator[MadeArticle]:
        return make_articles(sources, arguments.articles)

    library = opened_library(folder) if left else listed_library(folder, made())
    print(f"Search over {arguments.articles:,} articles\n")
    try:
        if not arguments.reuse:
            measure_index(library, folder / "articles", made(), clock)
            measure_packing(sources)
        articles = list(made())
        texts = [fold(stored_form(article.text)) for article in articles]
        measure_words(library, texts, clock)
        measure_typing(library, clock)
        measure_recall(library, articles, texts, arguments.substrings)
    finally:
        library.close()
        library.states.close()
        if not arguments.keep:
            shutil.rmtree(folder, ignore_errors=True)


def opened_library(folder: Path) -> Library:
    """The library below a folder."""
    return Library(folder / "catalogue.db", ReadingStates(folder / "state.db"), folder / "search")


def listed_library(folder: Path, articles: Iterable[MadeArticle]) -> Library:
    """A library whose articles are listed, but not indexed."""
    for article in articles:
        path = folder / "articles" / article.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article.markdown(), "utf-8")
    library = opened_library(folder)
    library.add_folder(folder / "articles")
    phases: set[str] = set()

    def note(progress: ScanProgress) -> None:
        phases.add(progress.phase)

    library.scan(progress=note, cancelled=lambda: "indexing" in phases)
    library.search_index.discard()
    return library


def measure_index(library: Library, root: Path, articles: Iterable[MadeArticle], clock: Clock) -> None:
    """Indexes all articles in this one process."""
    size = written = 0
    preparing = making = 0.0
    library.search_index.discard()
    begun = clock()
    with library.search_index.writer() as writer:
        start = clock()
        for article in articles:
            path = root / article.name
            written += path.stat().st_size
            text = SearchText(article_key(path), path, article.metadata, article.text, len(article.text))
            making += clock() - start
            start = clock()
            prepared = prepare(text)
            preparing += clock() - start
            writer.put([prepared])
            size += len(article.text.encode("utf-8"))
            start = clock()
        writer.commit()
    seconds = clock() - begun - making
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    parts: Counter[str] = Counter()
    for each in library.search_index.root.rglob("*"):
        parts[PARTS.get(each.suffix, "other")] += each.stat().st_size if each.is_file() else 0
    disk = parts.total()
    speed, alone = size / 1e6 / seconds, size / 1e6 / preparing
    print(f"  text                  {size / 1e6:8.1f} MB, in files of {written / 1e6:.1f} MB")
    print(f"  indexed               {speed:8.1f} MB/s by one process, {alone:.1f} MB/s prepared")
    print(f"  index                 {disk / 1e6:8.1f} MB, {disk / size:.2f} of the text")
    print("    " + ", ".join(f"{name} {part / size:.3f}" for name, part in parts.most_common()))
    print(f"  memory                {memory:8.0f} MB\n")


def measure_packing(sources: Sources, wanted: int = 4000) -> None:
    """How small texts get that say nothing of what was learned from: other paragraphs of the same sources."""
    from reader.core.library.search.packing import TextPacker
    from reader.core.library.search.prepared import BODY_ENCODING

    sides = [
        replace(
            sources,
            paragraphs={name: _every_other(lines, side) for name, lines in sources.paragraphs.items()},
        )
        for side in (0, 1)
    ]
    text = packed = 0
    with TemporaryDirectory() as folder:
        packer = TextPacker(Path(folder))
        for side in sides:
            text = packed = 0
            for article in make_articles(side, wanted):
                text += len(article.text.encode("utf-8"))
                packed += len(
                    packer.packed(article.text.encode(BODY_ENCODING), primary(article.metadata.lang))
                )
    print(f"  texts packed          {packed / text:8.2f} of those whose like was never packed before\n")


def _every_other(lines: Sequence[str], side: int) -> tuple[str, ...]:
    stretch = max(1, min(40, len(lines) // 8))
    return tuple(line for at, line in enumerate(lines) if at // stretch % 2 == side)


def measure_words(library: Library, texts: Sequence[str], clock: Clock) -> None:
    """Words and pairs of characters in 1 to 100 % of the articles."""
    print("  articles with it   queries   median      p95   worst  (ms)")
    every: list[float] = []
    for least, most in pairwise(SHARES):
        times = [seconds(library, query, clock) for query in words_in_share(texts, least, most)]
        every += times
        if len(times) > 1:
            print_row(f"{least:.0%} to {most:.0%}", times)
    print_row("all of them", every)


def words_in_share(texts: Sequence[str], least: float, most: float, wanted: int = 40) -> list[str]:
    """Words that stand in so many of the articles, half of them Chinese where there are such."""
    chance = random.Random(7)
    looked = chance.sample(range(len(texts)), min(len(texts), 400))
    often: dict[str, int] = {}
    for at in looked:
        text = texts[at]
        found = {token for token in tokens(text) if token != "|"}
        found.update(run[place : place + 2] for run in runs(text) for place in range(len(run) - 1))
        for each in found:
            often[each] = often.get(each, 0) + 1
    words = sorted(word for word, times in often.items() if least <= times / len(looked) <= most)
    chinese = [word for word in words if not word.isascii()]
    latin = [word for word in words if word.isascii()]
    return chance.sample(chinese, min(wanted // 2, len(chinese))) + chance.sample(
        latin, min(wanted // 2, len(latin))
    )


def measure_typing(library: Library, clock: Clock) -> None:
    """Every key of queries as they are typed."""
    times = [
        seconds(library, query[:end], clock, runs_of_it=1)
        for query in TYPED
        for end in range(1, len(query) + 1)
    ]
    print_row("each key typed", times)


def measure_recall(
    library: Library, articles: Sequence[MadeArticle], texts: Sequence[str], wanted: int
) -> None:
    """Random Chinese substrings of 1 to 6 characters, against looking through every text."""
    chance = random.Random(11)
    root = library.folders()[0].path
    names = [str(article_key(root / article.name)) for article in articles]
    searched = [
        "\n".join([fold(a.metadata.title), *map(fold, a.metadata.authors), *map(fold, a.metadata.tags), text]
                  + [fold(name) for path in a.metadata.categories[:1] for name in path])
        for a, text in zip(articles, texts, strict=True)
    ]  # fmt: skip
    missed = false = 0
    for _ in range(wanted):
        stretches: list[str] = []
        while not stretches:
            stretches = [run for run in runs(chance.choice(texts)) if "\u4e00" <= run[0] <= "\u9fff"]
        run = chance.choice(stretches)
        size = min(len(run), chance.randrange(1, 7))
        start = chance.randrange(len(run) - size + 1)
        part = run[start : start + size]
        expected = {name for name, text in zip(names, searched, strict=True) if part in text}
        found = set(library.matching(f'"{part}"'))
        missed += len(expected - found)
        false += len(found - expected)
    print(f"\n  {wanted} random Chinese substrings: {missed} articles missed, {false} found wrongly")


def seconds(library: Library, query: str, clock: Clock, runs_of_it: int = 3) -> float:
    """The median of some searches."""
    times: list[float] = []
    for _ in range(runs_of_it):
        begun = clock()
        library.search(query, 50)
        times.append(clock() - begun)
    return median(times)


def percentile(times: Sequence[float]) -> float:
    """The 95th."""
    return quantiles(times, n=20)[-1]


def print_row(name: str, times: Sequence[float]) -> None:
    """How long some searches took, in milliseconds."""
    columns = (median(times), percentile(times), max(times))
    print(f"  {name:<18}{len(times):>8}" + "".join(f"{each * 1000:9.1f}" for each in columns))


if __name__ == "__main__":
    os.nice(5)
    main()
