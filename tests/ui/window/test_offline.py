# SPDX-License-Identifier: MIT
"""Articles whose pictures are all stored look the same with the network on and off, byte for byte."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from reader.app.paths import AppPaths
from reader.core.settings import Preferences
from reader.core.settings.options import IMAGES_POLICY
from reader.ui.main_window import MainWindow
from reader.ui.web_page import OUR_WORLD
from tests.core.images import sample_pictures as samples
from tests.core.images.misbehaving_server import Answer, MisbehavingServer

from .conftest import MakeWindow

pytestmark = [pytest.mark.engine, pytest.mark.qt_log_ignore("GPUInfo not initialized")]

WAIT = 20_000
REAL = (
    "rsshub-page/source/_posts/新媒体/人人都是产品经理/最新文章/B端小细节-如何做好富文本在深色模式的适配？.md"
)
ADDRESS = re.compile(r"https?://[^\s\"')>]+?\.(?:jpe?g|png|gif|webp)", re.IGNORECASE)
KINDS = (samples.PHOTO_JPEG, samples.CLEAR_PNG, samples.MOVING_GIF, samples.STILL_WEBP, samples.DRAWING)


def _server() -> MisbehavingServer:
    """Has a picture for every address, each of another kind."""
    return MisbehavingServer(
        {f"/{n}.png": lambda asked, n=n: Answer(KINDS[n % len(KINDS)]) for n in range(100)}
    )


def _ask(window: MainWindow, qtbot: QtBot, script: str) -> object:
    answers: list[str] = []
    window._detail.view.page().runJavaScript(f"JSON.stringify({script})", OUR_WORLD, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)
    return json.loads(answers[0])


def _looks(window: MainWindow, qtbot: QtBot) -> list[bytes]:
    """The page at its beginning and further down, each once it rests and its pictures are there."""
    return [_at_rest(window, qtbot, place) for place in (0, 900)]


def _at_rest(window: MainWindow, qtbot: QtBot, place: int) -> bytes:
    seen: list[QImage] = []
    stands = (  # where it was told to, though the place of last time may come after it was told
        f"(()=>{{if(scrollY!=={place}){{scrollTo({{top:{place},behavior:'instant'}});return false}}"
        "return [...document.images].every(i=>i.dataset.late?"
        "Math.abs(i.getBoundingClientRect().top)>2*innerHeight:i.naturalWidth>0)})()"
    )

    still = QElapsedTimer()

    def rests() -> bool:
        now = window._detail.view.grab().toImage()
        if _ask(window, qtbot, stands) is not True or not seen or now != seen[-1]:
            seen.append(now)
            still.start()
        return still.elapsed() > 500

    qtbot.waitUntil(rests, timeout=WAIT)
    plain = seen[-1].convertToFormat(QImage.Format.Format_RGB888)  # held: its bits go when it goes
    return bytes(plain.constBits())


def _open(make_window: MakeWindow, path: Path, qtbot: QtBot) -> MainWindow:
    window = make_window(path)
    qtbot.waitUntil(lambda: window.desk is not None, timeout=WAIT)
    qtbot.waitUntil(
        lambda: _ask(window, qtbot, "document.querySelectorAll('.missing').length") == 0, timeout=WAIT
    )
    return window


def _compare(make_window: MakeWindow, path: Path, text: str, paths: AppPaths, qtbot: QtBot) -> None:
    """`text` is that of an article whose pictures stand at `HOST/0.png`, `HOST/1.png` and so on."""
    Preferences(paths.preferences).set(IMAGES_POLICY, "always")
    with _server() as server:
        path.write_text(text.replace("HOST", server.url("")), "utf-8")
        window = _open(make_window, path, qtbot)
        assert int(str(_ask(window, qtbot, "document.images.length"))) > 4
        with_network = _looks(_open(make_window, path, qtbot), qtbot)
        asked = len(server.asked)
        assert asked > 4
    without = _looks(_open(make_window, path, qtbot), qtbot)
    shutil.rmtree(paths.pages)
    laid_out_anew = _looks(_open(make_window, path, qtbot), qtbot)
    assert without == with_network
    assert laid_out_anew == with_network
    assert len(server.asked) == asked


def test_an_article_with_every_kind_of_picture(
    make_window: MakeWindow, tmp_path: Path, app_paths: AppPaths, qtbot: QtBot
) -> None:
    blocks = [f"![Words](HOST/{number}.png)\n\n{'Words of it. ' * 40}" for number in range(20)]
    text = "---\ntitle: Kept\nsource_url: HOST/post\n---\n\n" + "\n\n".join(blocks)
    _compare(make_window, tmp_path / "a.md", text, app_paths, qtbot)


@pytest.mark.slow
def test_a_real_article(
    make_window: MakeWindow, tmp_path: Path, app_paths: AppPaths, shared: Path, qtbot: QtBot
) -> None:
    source = (shared / "articles" / REAL).read_text("utf-8")
    numbers: dict[str, int] = {}
    text = ADDRESS.sub(lambda found: f"HOST/{numbers.setdefault(found[0], len(numbers))}.png", source)
    text = text.replace("---\n", "---\nsource_url: HOST/post\n", 1)
    _compare(make_window, tmp_path / "real.md", text, app_paths, qtbot)
