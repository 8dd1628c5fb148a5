# SPDX-License-Identifier: MIT
"""The detail view through its public door, in the real engine."""

from __future__ import annotations

import json
import os
import signal
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor

from reader.app.paths import AppPaths
from reader.core.article import ReadOptions, article_key
from reader.core.page import look_attributes
from reader.core.settings.options import WIDTH
from reader.core.theme import THEMES
from reader.ui.detail_view import Shown
from reader.ui.look import page_look

from .conftest import Desk

pytestmark = [pytest.mark.engine, pytest.mark.qt_log_ignore("GPUInfo not initialized")]

Write = Callable[..., Path]


@pytest.fixture
def listener() -> Iterator[tuple[int, list[str]]]:
    """A server on the loopback that notes every request it gets."""
    seen: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_words: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield server.server_port, seen
    server.shutdown()
    thread.join()
    server.server_close()


def test_shows_title_date_and_text(desk: Desk, article: Write) -> None:
    desk.open(article("---\ntitle: A title\ndate: 2024-05-06\n---\n\nHello *world*.\n"))
    assert desk.ask("document.querySelector('h1').innerText") == "A title"
    assert "6 May 2024" in desk.ask("document.querySelector('header').innerText")
    assert desk.ask("document.querySelector('.text em').innerText") == "world"
    assert desk.detail.state.shown is Shown.ARTICLE


def test_no_path_reaches_the_page(desk: Desk, article: Write) -> None:
    path = article("# T\n\n![x](missing.png) [other](other.md)\n")
    desk.open(path)
    assert desk.ask("location.href") == f"article://{article_key(path)}/"
    assert path.parent.name not in desk.ask("document.documentElement.outerHTML")


def test_nothing_runs_and_nothing_is_fetched(
    desk: Desk, article: Write, listener: tuple[int, list[str]]
) -> None:
    port, seen = listener
    host = f"http://127.0.0.1:{port}"
    body = f"""<html><head><meta http-equiv="refresh" content="0;url={host}/refresh">
<base href="{host}/base/">
<link rel="stylesheet" href="{host}/sheet.css">
<link rel="preload" as="image" href="{host}/preload.png">
<link rel="dns-prefetch" href="{host}"><script src="{host}/script.js"></script>
<style>@import "{host}/import.css"; body {{ background: url({host}/css.png) }}</style>
</head>
<body onload="document.title='ran'"><article><h1>Hostile</h1><p>{"Words that make an article. " * 40}</p>
<img src="{host}/pixel.png" srcset="{host}/big.png 2x" onerror="document.title='ran'">
<svg><script>document.title='ran'</script><image href="{host}/svg.png"/><use href="{host}/use.svg#x"/></svg>
<iframe src="{host}/frame"></iframe><object data="{host}/object"></object><embed src="{host}/embed">
<video src="{host}/video" poster="{host}/poster.png" autoplay></video>
<audio src="{host}/audio" autoplay></audio>
<form action="{host}/form"><input autofocus onfocus="document.title='ran'"><button>go</button></form>
<a href="javascript:document.title='ran'" ping="{host}/ping">link</a>
<script>document.title='ran';fetch('{host}/fetch')</script></article></body></html>"""
    path = article(body, "hostile.html")
    desk.open(path)
    with desk.bot.waitSignal(desk.detail.first_paint, timeout=20_000):
        desk.detail.show_original(True)
    assert desk.ask("document.title") != "ran"
    assert desk.ask("[...document.scripts].length") == 0
    assert seen == []


def test_original_shows_the_file_as_saved(desk: Desk, article: Write) -> None:
    side = article("p { color: rgb(1, 2, 3) }", "page.css")
    html = (
        f'<html><head><link rel="stylesheet" href="{side.name}"></head><body><nav>menu</nav>'
        f"<p>{'Plain words of the page. ' * 30}</p></body></html>"
    )
    desk.open(article(html, "page.html"))
    assert desk.ask("document.querySelector('nav') === null")
    with desk.bot.waitSignal(desk.detail.first_paint, timeout=20_000):
        desk.detail.show_original(True)
    assert desk.ask("document.querySelector('nav').innerText") == "menu"
    assert desk.ask("getComputedStyle(document.querySelector('p')).color") == "rgb(1, 2, 3)"
    with desk.bot.waitSignal(desk.detail.first_paint, timeout=20_000):
        desk.detail.show_original(False)
    assert desk.ask("document.querySelector('nav') === null")


def test_the_source_of_markdown_is_shown_in_the_theme(desk: Desk, article: Write) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = QColor(THEMES["dark"].paper).getRgb()[:3]
    desk.style.choose("dark")
    desk.open(article("# T\n\nWords.\n"))
    with desk.bot.waitSignal(desk.detail.first_paint, timeout=20_000):
        desk.detail.show_original(True)
    assert desk.ask("document.body.innerText").startswith("# T")
    assert desk.ask(ground) == f"rgb{dark}"
    desk.style.choose("sepia")
    desk.detail.apply_look(look_attributes(page_look(desk.preferences, "sepia")))
    assert desk.ask(ground) == f"rgb{QColor(THEMES['sepia'].paper).getRgb()[:3]}"
    with desk.bot.waitSignal(desk.detail.first_paint, timeout=20_000):
        desk.detail.show_original(False)
    assert not desk.detail.state.original
    assert desk.ask("document.querySelector('article h1').innerText") == "T"
    assert desk.ask("document.documentElement.dataset.theme") == "sepia", "as the window looks now"


def test_a_saved_page_keeps_its_own_look(desk: Desk, article: Write) -> None:
    desk.open(
        article(f"<html data-theme=blue><body><p>{'Plain words. ' * 40}</p></body></html>", "page.html")
    )
    with desk.bot.waitSignal(desk.detail.first_paint, timeout=20_000):
        desk.detail.show_original(True)
    desk.detail.apply_look(look_attributes(page_look(desk.preferences, "dark")))
    assert desk.ask("document.documentElement.dataset.theme") == "blue"


def test_original_of_an_archive_shows_its_parts(desk: Desk, shared: Path) -> None:
    archive = next((shared / "articles" / "mhtml-testim").rglob("*.mhtml"))
    desk.open(archive)
    with desk.bot.waitSignal(desk.detail.first_paint, timeout=20_000):
        desk.detail.show_original(True)
    assert len(desk.ask("document.body.innerText")) > 50
    assert desk.interceptor.refused == 0 or "http" not in desk.interceptor.refused_hosts()


def test_pictures_beside_the_article_are_drawn(desk: Desk, article: Write) -> None:
    from PySide6.QtGui import QPixmap

    path = article("# T\n\n![a square](pictures/square.png)\n\nWords.\n")
    (path.parent / "pictures").mkdir()
    square = QPixmap(40, 30)
    square.fill(QColor("red"))
    assert square.save(str(path.parent / "pictures" / "square.png"))
    desk.open(path)
    desk.bot.waitUntil(
        lambda: desk.ask("document.querySelector('.text img').naturalWidth") == 40, timeout=10_000
    )


def test_a_link_becomes_a_signal_with_its_written_address(desk: Desk, article: Write) -> None:
    desk.open(article("# T\n\n[up and over](../other/place.md#part)\n"))
    with desk.bot.waitSignal(desk.detail.link_activated, timeout=10_000) as caught:
        desk.ask("document.querySelector('.text a').click()")
    assert caught.args == ["../other/place.md#part", False]


def test_a_category_in_the_header_is_a_link_into_the_library(desk: Desk, article: Write) -> None:
    from reader.core.links import LinkKind, resolve_link

    path = article("---\ntitle: T\ncategories:\n  - [编程, C++/C#]\n---\n\nText.\n")
    desk.open(path)
    with desk.bot.waitSignal(desk.detail.link_activated, timeout=10_000) as caught:
        desk.ask("[...document.querySelectorAll('header a')].at(-1).click()")
    link = resolve_link(caught.args[0], path, None)
    assert (link.kind, link.category) == (LinkKind.CATEGORY, ("编程", "C++/C#"))


def test_a_link_inside_the_article_scrolls(desk: Desk, article: Write) -> None:
    desk.open(article("# T\n\n[down](#end)\n\n" + "word\n\n" * 200 + "## End\n"))
    desk.ask("document.querySelector('.text a').click()")
    desk.bot.waitUntil(lambda: desk.ask("scrollY") > 200, timeout=10_000)


def test_the_page_cannot_leave(desk: Desk, article: Write) -> None:
    desk.open(article("# T\n\nText.\n"))
    here = desk.page.url()
    desk.ask("location.href = 'file:///etc/hostname'")
    desk.ask("location.href = 'https://example.org/'")
    desk.ask("1")
    assert desk.page.url() == here


def test_look_changes_without_loading(desk: Desk, article: Write) -> None:
    desk.open(article("# T\n\n" + "Some text to lay out. " * 60))
    before = desk.ask("document.querySelector('.text p').clientWidth")
    desk.ask("document.mark = 'same document'")
    desk.preferences.set(WIDTH, "narrow")
    desk.detail.apply_look(look_attributes(page_look(desk.preferences, "sepia")))
    assert desk.ask("document.querySelector('.text p').clientWidth") < before
    paper = QColor(THEMES["sepia"].paper)
    assert desk.ask("getComputedStyle(document.body).backgroundColor") in (
        f"rgb({paper.red()}, {paper.green()}, {paper.blue()})",
        "rgba(0, 0, 0, 0)",
    )
    assert desk.ask("document.mark") == "same document"


def test_quick_switching_shows_the_last_one_asked_for(desk: Desk, article: Write) -> None:
    paths = [article(f"# Title {n}\n\nText {n}.\n", f"{n}.md") for n in range(6)]
    from reader.core.article import ReadOptions

    for path in paths[:-1]:
        desk.detail.show_article(path, ReadOptions())
    desk.open(paths[-1])
    desk.bot.waitUntil(
        lambda: desk.ask("document.querySelector('h1').innerText") == "Title 5", timeout=10_000
    )
    assert desk.detail.state.path == paths[-1]


def test_a_missing_file_is_one_sentence(desk: Desk, tmp_path: Path) -> None:
    from reader.core.article import ReadOptions

    with desk.bot.waitSignal(desk.detail.article_failed, timeout=10_000) as caught:
        desk.detail.show_article(tmp_path / "gone.md", ReadOptions())
    assert "gone.md" in caught.args[1]
    assert desk.detail.state.shown is Shown.FAILED


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs POSIX signals")
@pytest.mark.qt_log_ignore("Render process", "process terminated")
def test_a_crash_of_the_renderer_is_told_and_mended(desk: Desk, article: Write) -> None:
    desk.open(article("# T\n\nText.\n"))
    with desk.bot.waitSignal(desk.page.renderProcessTerminated, timeout=10_000):
        os.kill(desk.page.renderProcessPid(), signal.SIGKILL)
    assert desk.detail.state.shown is Shown.CRASHED
    with desk.bot.waitSignal(desk.detail.first_paint, timeout=20_000):
        desk.detail.reload()
    assert desk.detail.state.shown is Shown.ARTICLE


def test_progress_follows_the_scrolling(desk: Desk, article: Write) -> None:
    desk.open(article("# T\n\n" + "A paragraph of text.\n\n" * 200))
    with desk.bot.waitSignal(
        desk.detail.progress_changed, timeout=10_000, check_params_cb=lambda p: p > 0.99
    ):
        desk.ask("scrollTo(0, document.documentElement.scrollHeight)")


def test_find_counts_its_hits(desk: Desk, article: Write) -> None:
    desk.open(article("# T\n\nneedle hay needle hay needle\n"))
    desk.detail.find_bar.open()
    desk.bot.keyClicks(desk.detail.find_bar.field, "needle")
    desk.bot.waitUntil(lambda: desk.detail.find_bar.count_text == "1 of 3", timeout=10_000)
    desk.bot.keyClick(desk.detail.find_bar, Qt.Key.Key_Escape)
    assert not desk.detail.find_bar.isVisible()


def test_unknown_keys_and_paths_are_not_found(desk: Desk, article: Write) -> None:
    path = article("# T\n\nText.\n")
    desk.open(path)
    for address in ("article://0000000000/", f"article://{article_key(path)}/../../etc/passwd"):
        with desk.bot.waitSignal(desk.page.loadFinished, timeout=10_000) as caught:
            desk.page.load(QUrl(address))
        assert caught.args == [False] or desk.ask("document.body.innerText") == ""


def test_the_page_is_printed_with_margins(desk: Desk, article: Write, tmp_path: Path) -> None:
    desk.open(article("# T\n\nText to print.\n"))
    results: list[tuple[Path, bool]] = []
    desk.detail.print_to(tmp_path / "out.pdf", lambda path, done: results.append((path, done)))
    desk.bot.waitUntil(lambda: bool(results), timeout=20_000)
    assert results == [(tmp_path / "out.pdf", True)]
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


def test_a_kept_page_learns_of_a_picture_that_came_later(desk: Desk, article: Write) -> None:
    from PySide6.QtGui import QPixmap

    path = article("# T\n\n![square](square.png)\n\nWords.\n")
    desk.open(path)
    square = QPixmap(40, 30)
    square.fill(QColor("red"))
    assert square.save(str(path.parent / "square.png"))
    desk.open(article("# Other\n\nText.\n", "other.md"))
    desk.open(path)
    desk.bot.waitUntil(
        lambda: desk.ask("document.querySelector('.text img')?.naturalWidth === 40"), timeout=20_000
    )


def test_a_page_is_kept_once_it_is_on_screen_and_again_with_what_came(
    desk: Desk, article: Write, app_paths: AppPaths
) -> None:
    from PySide6.QtGui import QPixmap

    path = article("# T\n\n![square](square.png)\n\nWords.\n")
    kept = app_paths.pages

    def kept_pictures() -> int | None:
        files = list(kept.glob("*.page"))
        return len(json.loads(files[0].read_bytes().partition(b"\n")[0])["pictures"]) if files else None

    desk.open(path)
    desk.bot.waitUntil(lambda: kept_pictures() == 0)
    square = QPixmap(40, 30)
    square.fill(QColor("red"))
    assert square.save(str(path.parent / "square.png"))
    options = ReadOptions()
    desk.pages.open(path, options, desk.detail.take_pictures, lambda _error: None, anew=True)
    desk.bot.waitUntil(lambda: kept_pictures() == 1)
