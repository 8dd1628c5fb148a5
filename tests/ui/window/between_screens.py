# SPDX-License-Identifier: MIT
"""Moves a window between screens of different scale and says what it looks like there; a process of its own.

The platform reads its screens once, at the start. Prints one JSON object a line: what stands on which screen.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow

SCREEN = {"y": 0, "width": 1600, "height": 1000, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


def choose_screens(folder: Path, factor: str) -> None:
    """Two of them, side by side."""
    screens = [{"name": name, "x": x, **SCREEN} for name, x in (("one", 0), ("two", 1600))]
    configuration = folder / "screens.json"
    configuration.write_text(json.dumps({"screens": screens}), "utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={configuration}"
    os.environ["QT_SCREEN_SCALE_FACTORS"] = f"one=1;two={factor}"
    os.environ["ARTICLE_READER_DATA_DIR"] = str(folder / "data")


def make_library(folder: Path) -> Path:
    """A folder with one article, which has one picture."""
    from PySide6.QtGui import QColor, QImage

    library = folder / "articles"
    library.mkdir()
    picture = QImage(600, 400, QImage.Format.Format_RGB32)
    picture.fill(QColor("#3366aa"))
    picture.save(str(library / "p.png"))
    article = library / "a.md"
    article.write_text("---\ntitle: Screens\n---\n\n![P](p.png)\n\nSome text.\n", "utf-8")
    return article


def open_window(article: Path, folder: Path) -> MainWindow:
    """The window over that library, with the article."""
    from reader.app.paths import AppPaths
    from reader.app.window import WindowRequest, _application, build_window
    from reader.core.settings import Preferences
    from reader.core.settings.options import LANGUAGE
    from reader.ui.scheme_handler import register_scheme

    register_scheme()
    application = _application()
    paths = AppPaths.under(folder / "data")
    preferences = Preferences(paths.preferences)
    preferences.set(LANGUAGE, "en")
    request = WindowRequest(files=(article.parent,), size=(900, 600))
    window = build_window(application, request, paths, preferences)
    wait(window.is_settled)
    wait(lambda: len(window.side.articles.view.rows.articles) == 1)
    window.open_requested(article)
    wait(window.is_settled)
    return window


def wait(condition: Callable[[], object]) -> None:
    """Let the window work until something is so."""
    from PySide6.QtTest import QTest

    until = time.monotonic() + 60
    while not condition():
        if time.monotonic() > until:
            raise TimeoutError
        QTest.qWait(10)


def tell(window: MainWindow, screen: str) -> None:
    """Say what stands on a screen, once the window and its page are there."""
    from reader.ui.picture_canvas import PictureCanvas
    from reader.ui.web_page import OUR_WORLD

    def asked(script: str) -> Any:
        answers: list[Any] = []
        window._detail.view.page().runJavaScript(script, OUR_WORLD, answers.append)
        wait(lambda: answers)
        return answers[0]

    wait(lambda: window.screen().name() == screen)
    wait(lambda: asked("devicePixelRatio") == window.devicePixelRatioF())
    panel = window.side.panel
    seen = {
        "screen": screen,
        "ratio": window.devicePixelRatioF(),
        "page": asked("devicePixelRatio"),
        "text": asked("innerWidth"),
        "size": [window.width(), window.height()],
        "panel": [panel.grab().width() / panel.width(), panel.width()],
        "canvas": [canvas.placement.ratio for canvas in window.findChildren(PictureCanvas)],
    }
    print(json.dumps(seen), flush=True)


def main(folder: Path, factor: str) -> None:
    """On the first screen, with a picture on the second, and back."""
    from reader.ui.picture_canvas import PictureCanvas

    window = open_window(make_library(folder), folder)
    window.move(20, 20)
    tell(window, "one")
    window.act["view_pictures"].trigger()
    wait(lambda: window.findChildren(PictureCanvas))
    window.move(1620, 20)
    tell(window, "two")
    window.move(20, 20)
    tell(window, "one")
    window.close()
    window.shut_down()


if __name__ == "__main__":
    choose_screens(Path(sys.argv[1]), sys.argv[2])
    main(Path(sys.argv[1]), sys.argv[2])
