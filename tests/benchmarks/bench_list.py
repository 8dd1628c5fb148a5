# SPDX-License-Identifier: MIT
"""How the article list moves: frames while scrolling by page and by wheel, and how soon a place is listed.

Drawn offscreen by the widgets of the window over a catalogue of made articles; `--articles 100000` is a
large library. A frame is one step of the scroll bar with everything that is painted for it.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.library import Library, ScanProgress
from reader.core.settings import ReadingStates
from tests.benchmarks.bench_library import make_articles

if TYPE_CHECKING:
    from reader.ui.article_list import ArticleList


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=5000)
    arguments, _ = parser.parse_known_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="reader-bench-") as folder:
        list_heads(Path(folder), arguments.articles)
        for name, value in measure(Path(folder)):
            print(f"{name:<44}{value}", flush=True)


def list_heads(folder: Path, number: int) -> None:
    """Makes articles and lists them from their heads."""
    make_articles(folder / "articles", number, random.Random(1))
    library = Library(folder / "catalogue.db", ReadingStates(folder / "state.db"))
    library.add_folder(folder / "articles")
    seen: set[str] = set()

    def note(progress: ScanProgress) -> None:
        seen.add(progress.phase)

    library.scan(progress=note, cancelled=lambda: "indexing" in seen)
    library.close()


def measure(folder: Path) -> Iterable[tuple[str, str]]:
    """The measurements, one after the other."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    from reader.core.theme import THEMES
    from reader.ui.article_list import ArticleList
    from reader.ui.library_feed import LibraryFeed
    from reader.ui.places import ALL, Place, PlaceKind
    from reader.ui.scan_process import ScanProcess
    from reader.ui.tasks import Tasks
    from reader.ui.thumbnails import Thumbnails
    from reader.ui.unfelt_collection import UnfeltCollection

    application = QApplication.instance() or QApplication(["bench"])
    tasks = Tasks()
    feed = LibraryFeed(
        tasks,
        lambda: Library(folder / "catalogue.db", ReadingStates(folder / "state.db")),
        ScanProcess(application),
    )
    rows = ArticleList(THEMES["light"], Thumbnails(tasks))
    rows.resize(340, 820)
    rows.show()
    UnfeltCollection(application)
    before = _resident()
    loop = QEventLoop()

    def on_listed(place: Place, articles: object) -> None:
        rows.set_place(place)
        rows.set_articles(articles)  # type: ignore[arg-type]
        loop.quit()

    feed.articles_listed.connect(on_listed)

    def click(place: Place) -> float:
        begun = time.perf_counter()
        feed.show(place)
        loop.exec()
        rows.view.viewport().repaint()
        return 1000 * (time.perf_counter() - begun)

    click(Place(PlaceKind.CATEGORY, ("栏目0",)))
    category = min(click(Place(PlaceKind.CATEGORY, (f"栏目{number}",))) for number in range(1, 6))
    whole = min(click(place) for place in (ALL, Place(PlaceKind.UNREAD), ALL))
    yield "one of twelve categories listed", f"{category:.1f} ms"
    yield "all articles listed", f"{whole:.1f} ms  ({rows.view.model().rowCount()} rows)"
    yield from _scrolled(rows, "scrolling")
    rows.view.verticalScrollBar().setValue(0)
    rows.resize(700, 820)
    rows.set_density("columns")
    yield from _scrolled(rows, "columns")
    yield "memory the list has taken", f"{_resident() - before:.1f} MB on {before:.0f}"
    feed.close()
    tasks.close()


def _scrolled(rows: ArticleList, name: str) -> Iterable[tuple[str, str]]:
    bar, paint = rows.view.verticalScrollBar(), rows.view.viewport().repaint
    pages = _frames(bar.setValue, paint, range(0, bar.maximum(), bar.pageStep()))
    yield f"{name} by page, slowest frame", _told(pages)
    bar.setValue(0)
    wheel = _frames(bar.setValue, paint, range(0, min(bar.maximum(), 252_000), 84))
    yield f"{name} by wheel, slowest frame", _told(wheel)


def _frames(move: Callable[[int], None], paint: Callable[[], None], places: Iterable[int]) -> list[float]:
    """What each frame takes of the processor: the clock would count other programs of a busy machine too."""
    from PySide6.QtCore import QCoreApplication

    frames: list[float] = []
    for place in places:
        begun = time.thread_time()
        move(place)
        paint()
        QCoreApplication.processEvents()  # with what is done between frames
        frames.append(1000 * (time.thread_time() - begun))
    return frames


def _told(frames: list[float]) -> str:
    first, ordered = frames[0], sorted(frames[1:])
    half = ordered[len(ordered) // 2]
    return f"{ordered[-1]:.1f} ms  (half under {half:.1f}; the first, with its fonts, {first:.1f})"


def _resident() -> float:
    """Megabytes of memory of this process; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main()
