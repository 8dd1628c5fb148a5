# SPDX-License-Identifier: MIT
"""How long the library takes: first scan, scan without changes, lists, trees and counts.

The articles are made of one seed, in the shapes of a person's folders: three-level categories, Chinese
and English, 1 to 8 kB. `--articles 100000` shows what a large library costs; `--heads` leaves the second
pass out.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reader.core.library import ArticleQuery, Library, ScanProgress
from reader.core.settings import ReadingStates, ReadState

CHINESE = "互联网平台之间的流量开始流动起来这意味着电商与社交的边界正在消失用户可以更自由地选择"
ENGLISH = ("people", "keep", "what", "they", "read", "and", "find", "it", "again", "many", "years", "later")


def make_articles(root: Path, number: int, chance: random.Random) -> None:
    """Writes `number` Hexo posts with HTML or Markdown bodies."""
    for count in range(number):
        top, site, feed = chance.randrange(12), chance.randrange(10), chance.randrange(4)
        folder = root / f"top{top}" / f"site{site}" / f"feed{feed}"
        folder.mkdir(parents=True, exist_ok=True)
        day = f"20{chance.randrange(15, 26)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        title = f"{''.join(chance.choices(CHINESE, k=14))} {count}"
        header = (
            f"\n---\ntitle: '{title}'\ncategories: \n - 栏目{top}\n - 站点{site}\n - 频道{feed}\n"
            f"author: 站点{site}\ncomments: false\ndate: {day} 08:30:00\n---\n\n"
        )
        paragraphs = [
            "".join(chance.choices(CHINESE, k=120)) if count % 3 else " ".join(chance.choices(ENGLISH, k=80))
            for _ in range(chance.randrange(3, 20))
        ]
        if count % 2:
            body = "<div>   " + "".join(f"<p>{each}。</p>" for each in paragraphs) + "  </div>"
        else:
            body = "\n\n".join(paragraphs)
        (folder / f"{count}.md").write_text(header + body, "utf-8")


def timed(work: Callable[[], object], runs: int = 5) -> float:
    """The best of some runs, in milliseconds."""
    best = float("inf")
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begun)
    return best * 1000


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--heads", action="store_true", help="leave the second pass out")
    arguments, _ = parser.parse_known_args()
    with tempfile.TemporaryDirectory(prefix="reader-bench-") as folder:
        measure(Path(folder), arguments.articles, arguments.heads)


def measure(folder: Path, number: int, heads: bool) -> None:
    """One library of `number` articles."""
    root = folder / "articles"
    make_articles(root, number, random.Random(1))
    states = ReadingStates(folder / "state.db")
    library = Library(folder / "catalogue.db", states)
    library.add_folder(root)
    phases: dict[str, float] = {}
    begun = time.perf_counter()

    def note(progress: ScanProgress) -> None:
        phases[progress.phase] = time.perf_counter() - begun

    library.scan(progress=note, cancelled=lambda: heads and "indexing" in phases)
    first = phases["reading"]
    second = phases.get("indexing", first) - first
    every = library.articles()
    for article in every[:: max(1, number // 200)]:
        states.set(article.path, state=ReadState.READING, progress=0.5)
    category = library.categories()[0].path
    rows = [
        ("listed from the heads", f"{first:.2f} s", f"{number / first:,.0f} articles a second"),
        (
            "indexed from the texts",
            f"{second:.2f} s",
            "left out" if heads else f"{number / second:,.0f} a second",
        ),
        ("a scan without changes", f"{timed(library.scan, 3):.0f} ms", ""),
        ("all articles, by date", f"{timed(library.articles):.1f} ms", f"{len(every)} rows"),
        ("first 200, by date", f"{timed(lambda: library.articles(ArticleQuery(limit=200))):.1f} ms", ""),
        (
            "one category",
            f"{timed(lambda: library.articles(ArticleQuery(category=category))):.1f} ms",
            "/".join(category),
        ),
        ("unread", f"{timed(lambda: library.articles(ArticleQuery(unread=True))):.1f} ms", ""),
        ("title contains", f"{timed(lambda: library.articles(ArticleQuery(text='流量'))):.1f} ms", ""),
        ("category tree with counts", f"{timed(library.categories):.1f} ms", ""),
        ("folder tree with counts", f"{timed(library.folder_tree):.1f} ms", ""),
        ("counts", f"{timed(library.counts):.1f} ms", ""),
        ("a change of state", f"{timed(lambda: states.set(every[0].path, progress=0.7)):.1f} ms", ""),
    ]
    print(f"Library of {number:,} articles\n")
    for name, value, remark in rows:
        print(f"  {name:<28}{value:>12}   {remark}")
    library.close()
    states.close()


if __name__ == "__main__":
    main()
