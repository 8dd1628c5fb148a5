# SPDX-License-Identifier: MIT
"""An article with many stored pictures beside the same one with none: first screen, memory, scrolling.

Both are opened in turn in one detail view, offscreen. The first screen counts from the moment an article is
asked for to the first paint with content; both hold one picture there, and as many captions. Frames are those
of the page while it is scrolled.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.process_tree import memory, tree

if TYPE_CHECKING:
    from reader.ui.article_pages import ArticlePages
    from reader.ui.detail_view import DetailView
    from reader.ui.web_page import Engine

LONGEST = 30.0  # seconds
_PARAGRAPHS = 300
PAINTED = (
    "(p=>p?performance.timeOrigin+p.startTime:0)(performance.getEntriesByName('first-contentful-paint')[0])"
)
SCROLL = """
globalThis.frames = [];
(() => {
  let last = performance.now(), steps = 0;
  const step = (now) => {
    globalThis.frames.push(now - last);
    last = now;
    scrollBy({top: 120, behavior: "instant"});
    if (++steps < 300) requestAnimationFrame(step); else globalThis.frames.done = true;
  };
  requestAnimationFrame(step);
})();
"""


@dataclass
class Runs:
    """What was measured of one article."""

    first_screen: list[float] = field(default_factory=list[float])  # seconds
    cpu: list[float] = field(default_factory=list[float])  # seconds of all processes until then
    memory: float = 0.0  # MB once at rest
    after_scrolling: float = 0.0
    frames: list[float] = field(default_factory=list[float])  # milliseconds


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=int, default=300)
    parser.add_argument("--runs", type=int, default=7)
    arguments, _ = parser.parse_known_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    with tempfile.TemporaryDirectory(prefix="reader-bench-", ignore_cleanup_errors=True) as folder:
        for name, value in _table(measure(Path(folder), arguments.pictures, arguments.runs)):
            print(f"{name:<52}{value}", flush=True)


def _table(runs: dict[str, Runs]) -> list[tuple[str, str]]:
    many, none = runs["many"], runs["none"]

    def line(what: str, of: Callable[[Runs], float], form: str) -> tuple[str, str]:
        ratio = of(many) / max(1e-9, of(none))
        return what, f"{form % of(many)}, without {form % of(none)}: {ratio:.2f} times"

    ordered = sorted(many.frames)
    return [
        line("first screen, the file read anew", lambda each: min(each.first_screen[::2]), "%.3f s"),
        line("first screen, a page kept from last time", lambda each: min(each.first_screen[1::2]), "%.3f s"),
        line("processor time of a file read anew", lambda each: min(each.cpu[::2]), "%.3f s"),
        line("processor time of a kept page", lambda each: min(each.cpu[1::2]), "%.3f s"),
        line("memory at the first screen", lambda each: each.memory, "%.0f MB"),
        line("memory after scrolling 36,000 pixels", lambda each: each.after_scrolling, "%.0f MB"),
        line("a frame while scrolling, median", lambda each: statistics.median(each.frames), "%.1f ms"),
        ("a frame while scrolling, 95 of 100", f"{ordered[len(ordered) * 95 // 100]:.1f} ms"),
    ]


def measure(folder: Path, pictures: int, runs: int) -> dict[str, Runs]:
    """All runs of both articles; the first of each warms up and is not counted."""
    from reader.ui.scheme_handler import register_scheme

    register_scheme()
    bench = _Bench(folder)
    bench.store(pictures)
    articles = {"many": bench.write("many", pictures), "none": bench.write("none", 1)}
    found = {name: Runs() for name in articles}
    for number in range(runs + 1):
        for name, path in articles.items():
            for anew in (True, False):
                seconds, cpu = bench.open(path, anew=anew)
                if number:
                    found[name].first_screen.append(seconds)
                    found[name].cpu.append(cpu)
    for name, path in articles.items():
        bench.open(path, anew=False)
        bench.rest(1.0)
        found[name].memory = memory(tree(os.getpid())[0])
        found[name].frames = bench.scroll()
        found[name].after_scrolling = memory(tree(os.getpid())[0])
    bench.close()
    return found


class _Bench:
    """A detail view over a store of pictures."""

    def __init__(self, folder: Path) -> None:
        from PySide6.QtCore import QLocale
        from PySide6.QtWidgets import QApplication

        from reader.core.images.stored_images import ImagePlaces
        from reader.core.page_store import PageStore
        from reader.core.settings import Preferences
        from reader.ui.application_style import ApplicationStyle
        from reader.ui.article_pages import ArticlePages
        from reader.ui.detail_view import DetailView
        from reader.ui.immortal_constants import make_constants_immortal
        from reader.ui.late_pictures import LatePictures
        from reader.ui.page_builder import PageBuilder
        from reader.ui.tasks import Tasks
        from reader.ui.web_page import Engine

        make_constants_immortal()
        self._folder = folder
        self._application = QApplication(sys.argv[:1])
        preferences = Preferences(folder / "preferences.toml")
        style = ApplicationStyle(self._application, "light")
        self._tasks = Tasks()
        builder = PageBuilder(preferences, style, QLocale("en_GB"), "en")
        store, places = PageStore(folder / "pages", "bench"), ImagePlaces(folder / "images")
        self._pages: ArticlePages = ArticlePages(self._tasks, builder, store, lambda: places)
        self._engine: Engine = Engine()
        self._engine.handler.serve(self._pages.answer)
        self._detail: DetailView = DetailView(self._engine.page)
        self._detail.serve_from(self._pages)
        self._late = LatePictures(self._engine.page)
        self._detail.resize(1000, 800)
        self._detail.show()

    def store(self, number: int) -> None:
        """Photographs of 1200 × 800 pixels in the cache."""
        from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize
        from PySide6.QtGui import QColor, QImage, QPainter

        from reader.core.images import ImageCache
        from reader.core.images.inspect_image import image_in_bytes

        cache, chance = ImageCache(self._folder / "images"), random.Random(3)
        for each in range(number):
            image = QImage(QSize(1200, 800), QImage.Format.Format_RGB32)
            image.fill(QColor.fromHsv(chance.randrange(360), 90, 160))
            painter = QPainter(image)
            for _ in range(60):
                box = QRect(chance.randrange(1200), chance.randrange(800), 90, 60)
                painter.fillRect(box, QColor.fromHsv(chance.randrange(360), 120, chance.randrange(60, 240)))
            painter.end()
            buffer = QBuffer()
            buffer.open(QIODevice.OpenModeFlag.WriteOnly)
            image.save(buffer, "JPEG", 92)  # type: ignore[call-overload]
            found = image_in_bytes(bytes(buffer.data().data()))
            assert found is not None
            cache.store(f"https://example.org/{each}.jpg", found)
        cache.commit()
        cache.close()

    def write(self, name: str, pictures: int) -> Path:
        """Paragraphs with captions, and a picture above the first ones of these."""
        words = "The quick brown fox jumps over the lazy dog and goes on to read a long article. " * 8
        blocks = [
            f"{words}\n\n"
            + (f"![](https://example.org/{number}.jpg)" if number < pictures else "")
            + f" Figure {number}."
            for number in range(_PARAGRAPHS)
        ]
        path = self._folder / f"{name}.md"
        path.write_text(f"# {name}\n\n" + "\n\n".join(blocks), "utf-8")
        return path

    def open(self, path: Path, *, anew: bool) -> tuple[float, float]:
        """Seconds and seconds of all processors until the first screen stands."""
        from reader.core.article import ReadOptions

        before = self.ask("performance.timeOrigin")
        start, spent = time.time(), tree(os.getpid())[1]
        self._detail.show_article(path, ReadOptions(), anew=anew)
        painted = 0.0
        while not painted and time.time() - start < LONGEST:
            painted = float(self.ask(f"performance.timeOrigin==={before}?0:{PAINTED}") or 0)
        cpu = tree(os.getpid())[1] - spent
        self.rest(0.5)
        return painted / 1000 - start, cpu

    def scroll(self) -> list[float]:
        """Milliseconds of each frame while the page is scrolled by 120 pixels a frame."""
        self.ask(SCROLL + "1")
        start = time.time()
        while not self.ask("globalThis.frames.done?1:0") and time.time() - start < LONGEST:
            self.rest(0.2)
        return [float(each) for each in str(self.ask("globalThis.frames.join()")).split(",")]

    def ask(self, script: str) -> Any:
        """What a script of ours sees in the page."""
        from reader.ui.web_page import OUR_WORLD

        answers: list[Any] = []
        self._engine.page.runJavaScript(script, OUR_WORLD, answers.append)
        start = time.time()
        while not answers and time.time() - start < LONGEST:
            self._application.processEvents()
            time.sleep(0.001)
        return answers[0] if answers else None

    def rest(self, seconds: float) -> None:
        """Let the event loop run."""
        end = time.time() + seconds
        while time.time() < end:
            self._application.processEvents()
            time.sleep(0.002)

    def close(self) -> None:
        """End everything in order."""
        self._tasks.close()
        self._detail.let_go()
        self._engine.release()


if __name__ == "__main__":
    main()
