# SPDX-License-Identifier: MIT
"""What a change of the reading state costs the thread of the window, with a large library around it.

The whole window stands offscreen over a catalogue of made articles that all have a state. Counted is the time
of the processor that this one thread takes from a change until everything has heard of it: rows, counts,
places, the page; without what waiting takes by itself, and once more with the window being drawn.
`--profile` says where it goes; `--keep FOLDER` makes the library there and uses it again the next time.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from reader.core.settings import ReadingPosition, ReadingStates, ReadState
from reader.core.settings.clock import next_reading
from reader.core.settings.entries import Entry, written
from tests.benchmarks.bench_list import list_heads

if TYPE_CHECKING:
    from reader.core.settings.highlights import Highlight
    from reader.ui.main_window import MainWindow

_QUIET_MS = 120
_SELECTED = 500


def main() -> None:
    """Prints one line for each kind of change."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--profile", action="store_true", help="say where the time goes")
    parser.add_argument("--keep", type=Path, help="folder whose library is made once and used again")
    parser.add_argument("--only", nargs="*", default=[], help="kinds of changes, by the start of their names")
    arguments, _ = parser.parse_known_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    with tempfile.TemporaryDirectory(prefix="reader-bench-", ignore_cleanup_errors=True) as passing:
        folder = arguments.keep or Path(passing)
        make_library(folder, arguments.articles)
        _Bench(folder, arguments.runs, arguments.profile).run(tuple(arguments.only) or ("",))


def make_library(folder: Path, amount: int) -> None:
    """Articles with a catalogue and their states, unless they were made before."""
    if not (folder / "made").exists():
        folder.mkdir(parents=True, exist_ok=True)
        list_heads(folder, amount)
        fill_states(folder / "state.db", sorted((folder / "articles").rglob("*.md")))
        (folder / "made").touch()


def fill_states(state_db: Path, articles: list[Path]) -> None:
    """Gives every article a state, as years of reading would."""
    states = ReadingStates(state_db)
    machine, clock = states.store.connection and states.store.machine, ""

    def entries() -> Iterator[Entry]:
        nonlocal clock
        for number, path in enumerate(articles):
            place = {"path": str(path), "content": "", "text": "", "url": "", "title": "", "date": ""}
            values: dict[str, object] = {
                "state": ("reading", "finished", "unread")[number % 3],
                "progress": 0.5,
                "starred": number % 5 == 0,
                f"tag:{number % 30}": True,
                f"place:{machine}": place,
            }
            for field, value in values.items():
                clock = next_reading(clock, states.store.now(), machine)
                yield Entry(f"a:{number:032x}", field, written(value), clock)

    states.store.take_all(entries(), set())
    states.close()


class _Bench:
    """One window, and what is done in it."""

    def __init__(self, folder: Path, runs: int, profile: bool) -> None:
        self._folder, self._runs, self._profile = folder, runs, profile
        self._idle = 0.0  # what waiting takes by itself

    def run(self, only: tuple[str, ...]) -> None:
        """Opens the window, then measures the changes whose names start so."""
        self._articles = sorted((self._folder / "articles").rglob("*.md"))
        self._open()
        print(
            f"{'ms on the thread of the window':32}{'half under':>12}{'longest':>12}{'drawn, half under':>20}"
        )
        self._idle = median(self._cost("", lambda _number: None, 0) for _ in range(self._runs))
        chosen = {name: change for name, change in self._changes().items() if name.startswith(only)}
        for name, change in chosen.items():
            self._window.setUpdatesEnabled(False)
            bare = sorted(self._cost(name, change, number) for number in range(self._runs))
            self._window.setUpdatesEnabled(True)
            drawn = median(self._cost("", change, number) for number in range(self._runs))
            print(f"{name:32}{median(bare):12.1f}{bare[-1]:12.1f}{drawn:20.1f}", flush=True)
        for name, change in self._changes_of_all().items():
            if name.startswith(only):
                seconds, longest = self._while_all_change(change)
                print(
                    f"{name:32}{f'done in {seconds:.1f} s':>24}{f'longest frame {longest:.0f}':>20}",
                    flush=True,
                )
        self._window.close()
        self._window.shut_down()

    def _changes_of_all(self) -> dict[str, Callable[[], object]]:
        """What is done with every article of the library, selected with Ctrl+A."""
        history, commands = self._window._feed.history, self._window.side.commands
        return {
            "all starred": lambda: commands.set_starred(True),
            "all starred, undone": history.undo,
            "all finished": lambda: commands.set_state(ReadState.FINISHED),
            "all finished, undone": history.undo,
        }

    def _while_all_change(self, change: Callable[[], object]) -> tuple[float, float]:
        """Seconds until it is done, and the longest time in ms the window did not come to anything else."""
        from PySide6.QtCore import QEventLoop, QTimer

        history, loop, longest = self._window._feed.history, QEventLoop(), 0.0
        self._window.side.articles.view.selectAll()
        last = begun = time.monotonic()

        def look() -> None:
            nonlocal last, longest
            longest, last = max(longest, time.monotonic() - last), time.monotonic()

        timer = QTimer(interval=2)
        timer.timeout.connect(look)
        timer.start()
        ends = [signal.connect(lambda _said: loop.quit()) for signal in (history.done, history.said)]
        change()
        loop.exec()
        seconds = time.monotonic() - begun
        for signal, end in zip((history.done, history.said), ends, strict=True):
            signal.disconnect(end)
        self._rest()
        look()
        timer.stop()
        return seconds, 1000 * longest

    def _open(self) -> None:
        from PySide6.QtWidgets import QApplication

        from reader.app.paths import DATA_DIR_VARIABLE, AppPaths
        from reader.app.window import WindowRequest, build_window
        from reader.core.settings import Preferences
        from reader.core.settings.options import LANGUAGE
        from reader.ui.places import ALL
        from reader.ui.scan_process import ScanProcess
        from reader.ui.scheme_handler import register_scheme
        from reader.ui.unfelt_collection import UnfeltCollection

        register_scheme()
        ScanProcess.start = _stay  # type: ignore[method-assign]
        os.environ[DATA_DIR_VARIABLE] = str(self._folder)
        paths = AppPaths.under(self._folder)
        paths.cache.mkdir(exist_ok=True)
        for file in self._folder.glob("catalogue.db*"):
            file.rename(paths.cache / file.name)
        preferences = Preferences(paths.preferences)
        preferences.set(LANGUAGE, "en")
        self._application = QApplication.instance() or QApplication(["bench"])
        request = WindowRequest(files=(self._articles[7],), size=(1200, 800), theme="light")
        self._window: MainWindow = build_window(self._application, request, paths, preferences)  # type: ignore[arg-type]
        self._wait(lambda: self._window.is_settled())
        UnfeltCollection(self._application)
        self._window.go_to(ALL)
        self._window.panes.set_library_visible(True)
        self._wait(lambda: self._window.is_settled())
        for _ in range(5):
            self._rest()

    def _changes(self) -> dict[str, Callable[[int], object]]:
        feed, commands = self._window._feed, self._window._commands

        def position(number: int) -> object:
            place = ReadingPosition((1, 2), number, "前" * 64, f"{number}" * 32, 0.4)
            path = self._articles[7]
            return feed.consult(lambda library: library.states.set(path, position=place), lambda _done: None)

        def select() -> list[Path]:
            return self._articles[100 : 100 + _SELECTED]

        return {
            "star": lambda number: commands.set_starred(number % 2 == 0),
            "state": lambda number: commands.toggle_read(),
            "progress": lambda number: commands.progress_made(0.6 + number / 1000),
            "position": position,
            "scrolled, until it rests": lambda number: self._window._detail.scroll_by_page(
                1 if number % 6 < 3 else -1
            ),
            "reading time": lambda number: feed.consult(
                lambda library: library.states.add_reading_time(self._articles[7], 15), lambda _done: None
            ),
            "tag": lambda number: feed.history.change([(self._articles[7], {"tags": (f"t{number}",)})]),
            "undo": lambda number: feed.history.undo(),
            **self._marking(),
            f"{_SELECTED} starred": lambda number: feed.history.change(
                [(path, {"starred": number % 2 == 0}) for path in select()]
            ),
            f"{_SELECTED} finished": lambda number: feed.history.change(
                [(path, {"state": (ReadState.FINISHED, ReadState.UNREAD)[number % 2]}) for path in select()]
            ),
        }

    def _marking(self) -> dict[str, Callable[[int], object]]:
        """Highlights of the open article, as its page and the list of them ask for them."""
        from PySide6.QtCore import QRect

        from reader.ui.highlight_layer import Passage

        commands = self._window.desk.highlights.commands

        def mark(number: int) -> object:
            passage = Passage("words of one", number, number + 12, (0,), QRect(0, 0, 10, 10))
            return commands._add(self._articles[7], passage, "yellow")

        def newest() -> Highlight:
            return max((each.highlight for each in commands._marks.values()), key=lambda one: one.created_at)

        def note(number: int) -> object:
            identity = newest().id
            return commands._change(lambda kept: kept.change(identity, note=f"note {number}"))

        return {
            "highlight": mark,
            "highlight recoloured": lambda number: commands._recolour(
                newest(), ("green", "blue")[newest().colour == "green"]
            ),
            "highlight noted": note,
            "highlight deleted": lambda _number: commands.delete(newest().id),
        }

    def _cost(self, name: str, change: Callable[[int], object], number: int) -> float:
        import cProfile

        profile = cProfile.Profile(time.thread_time) if self._profile and name and number == 1 else None
        begun = time.thread_time()
        if profile:
            profile.enable()
        change(number)
        self._rest()
        if profile:
            profile.disable()
        spent = 1000 * (time.thread_time() - begun) - self._idle
        if profile:
            import pstats

            print(f"---- {name}")
            pstats.Stats(profile).sort_stats("cumtime").print_stats(20)
        return spent

    def _rest(self) -> None:
        """Until the lane of the databases has nothing left to do, and everything is drawn."""
        from reader.ui.tasks import Lane

        self._pause(400)  # scrolling comes to rest, timers run out
        for _ in range(3):
            done: list[bool] = []
            self._window._parts.tasks.run(lambda: True, done.append, lane=Lane.LIBRARY)
            self._wait(done.__len__)
            self._pause(_QUIET_MS)

    def _pause(self, milliseconds: int) -> None:
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def _wait(self, ready: Callable[[], object]) -> None:
        while not ready():
            self._pause(50)


def _stay(_scan: object) -> None:
    """No scan: it would read all texts, which nothing here needs."""


if __name__ == "__main__":
    main()
