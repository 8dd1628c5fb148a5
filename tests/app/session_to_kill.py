# SPDX-License-Identifier: MIT
"""Two windows that a person changes at random, to be killed: `session_to_kill.py FOLDER SEED`, or `… show`.

Prints how the windows stand, as one line of JSON: after the changes, or after what came back has settled.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.app.windows import Windows
    from reader.ui.main_window import MainWindow

ARTICLES = 60
SCREEN = {"name": "one", "x": 0, "y": 0, "width": 1600, "height": 1000}
DOTS = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


def wait(condition: Callable[[], object], seconds: float = 60.0) -> None:
    """Let the windows work until something is so."""
    from PySide6.QtTest import QTest

    until = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > until:
            raise TimeoutError
        QTest.qWait(20)


def pause(milliseconds: int) -> None:
    """Let the windows work for a while."""
    from PySide6.QtTest import QTest

    QTest.qWait(milliseconds)


def open_windows(folder: Path) -> Windows:
    """As the program does, with those of last time."""
    from reader.app.paths import AppPaths
    from reader.app.window import WindowRequest, _application, _look_after, build_window
    from reader.core.settings import Preferences
    from reader.ui.scheme_handler import register_scheme

    register_scheme()
    application = _application()
    paths = AppPaths.under(folder / "data")
    preferences = Preferences(paths.preferences)
    window = build_window(application, WindowRequest(), paths, preferences)
    windows = _look_after(application, window, paths, preferences)
    window.ready.connect(windows.restore_others)
    wait(window.is_settled)
    return windows


def standing(window: MainWindow, *, has_come_back: bool) -> dict[str, Any]:
    """What is to come back, or what has."""
    articles = window.side.articles
    selected = [article.path for article in articles.selected_articles()]
    opened = window._detail.state.path
    return {
        "place": window._feed.place.key,
        "sought": articles.sought,
        "order": articles.hit_order.to_text(),
        "at the top": articles.scroll_position() == 0,
        # beside an article that is not among them, which is read, they are not to be selected again
        "selected": sorted(path.name for path in selected)
        if has_come_back or opened in (None, *selected)
        else [],
        "tabs": window.desk.tabs.open_tabs.to_text(),
        "drawer": window.act["drawer"].isChecked(),
        "library": window.panes.is_library_visible(),
    }


def begin(windows: Windows, library: Path) -> None:
    """A library, and a second window."""
    window = windows.open[1]
    window.open_requested(library)
    wait(lambda: len(window.side.articles.view.rows.articles) == ARTICLES)
    windows.open_another([library / "5.md"])
    wait(windows.open[2].is_settled)


def change(window: MainWindow, library: Path, dice: random.Random) -> None:
    """One thing that a person might do."""
    from reader.ui.places import Place, PlaceKind

    articles = window.side.articles
    view = articles.view
    ways: list[Callable[[], object]] = [
        lambda: articles.search_for(dice.choice(["", "text", "number 1", "文字"])),
        lambda: window.open_all([library / f"{dice.randrange(ARTICLES)}.md"]),
        lambda: articles.restore_scroll(dice.randrange(3000)),
        window.act["drawer"].trigger,
        window.act["library_panel"].trigger,
        lambda: view.selectRow(dice.randrange(max(1, view.model().rowCount()))),
        lambda: window.side.go_to(Place(PlaceKind.CATEGORY, (f"C{dice.randrange(3)}",))),
    ]
    if articles.hits is not None:
        sort = dice.choice(["title", "length", "date"])
        ways.append(lambda: articles._on_arrangement_chosen(replace(articles._arrangement, sort=sort)))
    dice.choice(ways)()


def main(folder: Path, seed: str) -> None:
    """Changes at random and waits to be killed; or shows what came back."""
    configuration = folder / "screens.json"
    configuration.write_text(json.dumps({"screens": [SCREEN | DOTS]}), "utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={configuration}"
    os.environ["ARTICLE_READER_DATA_DIR"] = str(folder / "data")
    windows = open_windows(folder)
    library = folder / "articles"
    pause(1000)
    if seed != "show":
        if seed == "0":
            begin(windows, library)
        dice = random.Random(int(seed))
        for window in windows.open.values():
            wait(window.is_settled)
            for _ in range(6):
                change(window, library, dice)
                pause(dice.randrange(50, 600))
            wait(window.is_settled)
    calm, last = time.monotonic(), None
    while time.monotonic() - calm < 4:
        now = [standing(window, has_come_back=seed == "show") for window in windows.open.values()]
        calm, last = (calm, last) if now == last else (time.monotonic(), now)
        pause(100)
    print(json.dumps(last), flush=True)
    while seed != "show":
        pause(50)
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
