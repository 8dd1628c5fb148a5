# SPDX-License-Identifier: MIT
"""Missing pictures come in when they are asked for, and stand in the page without moving it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPoint, QSettings, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from reader.app.commands import run_command
from reader.app.paths import AppPaths
from reader.core.settings import Preferences, ReadingStates
from reader.core.settings.options import IMAGES_ARCHIVE, IMAGES_HOSTS, IMAGES_POLICY
from reader.core.settings.overrides import all_overrides
from reader.ui.image_process import ImageProcess
from reader.ui.image_question import ImageQuestion, KnownHosts
from reader.ui.main_window import MainWindow
from reader.ui.missing_pictures import MissingPicturesBar
from reader.ui.offline_commands import OfflineCommands
from reader.ui.offline_dialog import OfflineDialog
from reader.ui.places import ALL, LACKING, Place, PlaceKind
from reader.ui.unfinished_job import UnfinishedJob
from reader.ui.web_page import OUR_WORLD
from reader.ui.window_memory import of_all_windows
from tests.core.images.misbehaving_server import Answer, Asked, MisbehavingServer
from tests.core.images.test_download import png

from .conftest import MakeWindow

pytestmark = [pytest.mark.engine, pytest.mark.qt_log_ignore("GPUInfo not initialized")]

LONG = "Words that fill the page. " * 80


@pytest.fixture
def server() -> Iterator[MisbehavingServer]:
    with MisbehavingServer({"/a.png": lambda asked: Answer(png(30, 20))}) as server:
        yield server


@pytest.fixture
def article(tmp_path: Path, server: MisbehavingServer) -> Path:
    """From a host on this machine, which therefore may be asked."""
    path = tmp_path / "pictures.md"
    path.write_text(
        f"---\ntitle: Pictures\nsource_url: {server.url('/post')}\n---\n\n{LONG}\n\n"
        f"![A map]({server.url('/a.png')})\n\n![]({server.url('/gone.png')})\n\n{LONG}\n\n{LONG}\n\n{LONG}",
        "utf-8",
    )
    return path


def _illustrate(library: Path, server: MisbehavingServer, picture: str = "") -> None:
    """Gives each article of a library a picture on the server: this one, or one of its own."""
    for number, path in enumerate(sorted(library.rglob("*.md"))):
        own = f"/{number}.png"
        server.routes[own] = lambda asked: Answer(png(3, 2, asked.path.encode()))
        text = path.read_text("utf-8").replace("author:", f"source_url: {server.url('/x')}\nauthor:")
        path.write_text(text.replace("<div>", f"<div><img src='{server.url(picture or own)}'>"), "utf-8")


def _in_page(window: MainWindow, qtbot: QtBot, script: str) -> object:
    answers: list[object] = []
    window._detail.view.page().runJavaScript(f"JSON.stringify({script})", OUR_WORLD, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    return json.loads(str(answers[0]))


def _answer(words: str, *, for_good: bool) -> None:
    """Presses a button of the question when it has come."""

    def press() -> None:
        question = QApplication.activeModalWidget()
        if not isinstance(question, ImageQuestion):
            QTimer.singleShot(20, press)
            return
        question.checkBox().setChecked(for_good)
        [button] = [each for each in question.buttons() if each.text() == words]
        button.click()

    QTimer.singleShot(20, press)


def _loaded(window: MainWindow, qtbot: QtBot) -> bool:
    return _in_page(window, qtbot, "[...document.querySelectorAll('img')].map(i=>i.naturalWidth)") == [30]


def test_pictures_come_in_place_after_a_question(
    make_window: MakeWindow, article: Path, server: MisbehavingServer, qtbot: QtBot
) -> None:
    window = make_window(article)
    action = window.act["load_images"]
    qtbot.waitUntil(action.isEnabled, timeout=20_000)
    assert not server.asked
    _in_page(window, qtbot, "scrollTo(0, 200)||1")
    _answer("Cancel", for_good=True)
    action.trigger()
    assert not server.asked
    _answer("Load pictures", for_good=True)
    action.trigger()
    qtbot.waitUntil(lambda: len(server.asked) >= 2, timeout=20_000)
    qtbot.waitUntil(lambda: _loaded(window, qtbot), timeout=20_000)
    assert _in_page(window, qtbot, "scrollY") == 200
    assert _in_page(window, qtbot, "document.querySelector('img').alt") == "A map"
    assert _in_page(window, qtbot, "document.querySelectorAll('.missing').length") == 1
    qtbot.waitUntil(
        lambda: _in_page(window, qtbot, "document.querySelector('.missing').title") != "", timeout=9_000
    )
    note = "document.querySelector('.missing [data-note]').dataset.note"
    assert _in_page(window, qtbot, note) == "Gone from its site"
    assert all("referer" not in asked.headers for asked in server.asked[:1])


def test_pictures_come_while_another_is_waited_for(
    make_window: MakeWindow, article: Path, app_paths: AppPaths, server: MisbehavingServer, qtbot: QtBot
) -> None:
    busy = Answer(status=429, headers={"Retry-After": "60"})
    server.routes["/gone.png"] = lambda asked: busy
    Preferences(app_paths.preferences).set(IMAGES_POLICY, "always")
    window = make_window(article)
    qtbot.waitUntil(lambda: _loaded(window, qtbot), timeout=20_000)
    assert any(process.is_running for process in window.findChildren(ImageProcess))


def test_hosts_that_are_allowed_are_asked_at_once(
    make_window: MakeWindow, article: Path, app_paths: AppPaths, server: MisbehavingServer, qtbot: QtBot
) -> None:
    Preferences(app_paths.preferences).set(IMAGES_POLICY, "always")
    window = make_window(article)
    qtbot.waitUntil(lambda: _loaded(window, qtbot), timeout=20_000)
    asked = len(server.asked)
    window = make_window(article)
    qtbot.waitUntil(lambda: _loaded(window, qtbot), timeout=20_000)
    qtbot.waitUntil(window.act["load_images"].isEnabled, timeout=20_000)
    assert len(server.asked) == asked  # what is stored is not asked for again, nor what failed just now


def test_what_lies_in_an_archive_is_neither_missing_nor_asked_for(
    make_window: MakeWindow,
    article: Path,
    tmp_path: Path,
    app_paths: AppPaths,
    server: MisbehavingServer,
    qtbot: QtBot,
) -> None:
    archive = tmp_path / "archive" / server.url("").removeprefix("http://")
    archive.mkdir(parents=True)
    (archive / "a.png").write_bytes(png(30, 20))
    Preferences(app_paths.preferences).set(IMAGES_ARCHIVE, str(archive.parent))
    Preferences(app_paths.preferences).set(IMAGES_POLICY, "always")
    window = make_window(article)
    qtbot.waitUntil(lambda: _loaded(window, qtbot), timeout=20_000)
    qtbot.waitUntil(window.act["load_images"].isEnabled, timeout=20_000)
    qtbot.waitUntil(lambda: server.counts()["/gone.png"] == 1, timeout=20_000)
    said = {button.accessibleName() for button in window.findChildren(QToolButton)}
    assert "1 picture is not stored" in said
    assert server.counts()["/a.png"] == 0


def test_what_a_host_refuses_is_not_asked_for_again_and_again(
    make_window: MakeWindow, article: Path, app_paths: AppPaths, server: MisbehavingServer, qtbot: QtBot
) -> None:
    server.routes["/gone.png"] = lambda asked: Answer(status=302, headers={"Location": "file:///x.png"})
    Preferences(app_paths.preferences).set(IMAGES_POLICY, "always")
    window = make_window(article)
    note = "document.querySelector('.missing [data-note]')?.dataset.note ?? ''"
    qtbot.waitUntil(lambda: _in_page(window, qtbot, note) == "Not an address on the web", timeout=20_000)
    qtbot.waitUntil(window.act["load_images"].isEnabled, timeout=20_000)  # by hand it may be tried again
    assert server.counts()["/gone.png"] == 1


def test_stopped_pictures_stay_stopped(
    make_window: MakeWindow, article: Path, app_paths: AppPaths, server: MisbehavingServer, qtbot: QtBot
) -> None:
    server.routes["/gone.png"] = lambda asked: Answer(png(30, 20, bytes(90_000)), pause=0.2, piece=100)
    Preferences(app_paths.preferences).set(IMAGES_POLICY, "always")
    window = make_window(article)
    assert window.desk is not None
    images = window.desk.images
    qtbot.waitUntil(lambda: len(server.asked) == 2, timeout=20_000)
    qtbot.waitUntil(lambda: _loaded(window, qtbot), timeout=20_000)
    assert images.is_loading  # the other one
    window.status.cancel_asked.emit()
    qtbot.waitUntil(lambda: not images.is_loading, timeout=20_000)
    qtbot.waitUntil(window.act["load_images"].isEnabled, timeout=20_000)
    assert not images.is_loading
    assert len(server.asked) == 2


def test_a_slow_article_does_not_hold_back_the_next(
    make_window: MakeWindow,
    article: Path,
    tmp_path: Path,
    app_paths: AppPaths,
    server: MisbehavingServer,
    qtbot: QtBot,
) -> None:
    server.routes["/gone.png"] = lambda asked: Answer(status=429, headers={"Retry-After": "60"})
    server.routes["/b.png"] = lambda asked: Answer(png(31, 20))
    other = tmp_path / "other.md"
    text = f"---\ntitle: O\nsource_url: {server.url('/')}\n---\n\n![]({server.url('/b.png')})\n"
    other.write_text(text, "utf-8")
    Preferences(app_paths.preferences).set(IMAGES_POLICY, "always")
    window = make_window(article)
    assert window.desk is not None
    qtbot.waitUntil(lambda: server.counts()["/gone.png"] > 0, timeout=20_000)
    window.open_requested(other)
    widths = "[...document.querySelectorAll('img')].map(i=>i.naturalWidth)"
    qtbot.waitUntil(lambda: _in_page(window, qtbot, widths) == [31], timeout=20_000)
    assert window.desk.images.is_loading  # the first one goes on


def test_a_library_becomes_available_offline(
    make_window: MakeWindow, library: Path, server: MisbehavingServer, qtbot: QtBot
) -> None:
    _illustrate(library, server)
    window = make_window()
    window.open_requested(library)
    qtbot.waitUntil(lambda: window.side.articles.view.model().rowCount() == 6, timeout=60_000)
    window.act["make_offline"].trigger()
    qtbot.waitUntil(lambda: window.findChild(OfflineDialog) is not None, timeout=20_000)
    dialog = window.findChild(OfflineDialog)
    assert dialog is not None
    assert not server.asked
    with qtbot.waitSignal(dialog.process.finished, timeout=30_000) as ended:
        dialog.go.click()
    assert ended.args[0]["cached"] == 6
    assert len(server.asked) == 6
    assert "6" in dialog.headline.text()
    dialog.close()


def test_a_job_goes_on_in_the_background_and_is_shown_again(
    make_window: MakeWindow, library: Path, server: MisbehavingServer, qtbot: QtBot
) -> None:
    _illustrate(library, server, "/slow.png")
    looked_at = Event()

    def answer(_asked: Asked) -> Answer:
        looked_at.wait(60)
        return Answer(png(9, 9))

    server.routes["/slow.png"] = answer
    window = make_window()
    window.open_requested(library)
    qtbot.waitUntil(lambda: window.side.articles.view.model().rowCount() == 6, timeout=60_000)
    qtbot.waitUntil(lambda: window.findChild(OfflineCommands) is not None, timeout=20_000)
    commands = window.findChild(OfflineCommands)
    assert commands is not None
    window.act["make_offline"].trigger()
    dialog = _dialog(window, qtbot)
    assert not dialog.isModal()  # one reads on meanwhile
    dialog.go.click()
    qtbot.waitUntil(lambda: bool(server.asked), timeout=20_000)
    dialog.close()
    qtbot.waitUntil(lambda: window.findChild(OfflineDialog) is None, timeout=9_000)
    qtbot.waitUntil(lambda: "0 / 1" in window.status.text(), timeout=20_000)
    window.act["make_offline"].trigger()  # no second job
    dialog = _dialog(window, qtbot)
    qtbot.waitUntil(lambda: "0 / 1" in dialog.headline.text(), timeout=20_000)
    with qtbot.waitSignal(commands.done, timeout=20_000):
        looked_at.set()
    assert "None is missing." in dialog.facts.text()


def test_selected_articles_and_those_of_any_place_become_available_offline(
    make_window: MakeWindow, library: Path, server: MisbehavingServer, app_paths: AppPaths, qtbot: QtBot
) -> None:
    _illustrate(library, server)
    window = make_window()
    window.open_requested(library)
    articles = window.side.articles
    qtbot.waitUntil(lambda: articles.view.model().rowCount() == 6, timeout=60_000)
    qtbot.waitUntil(lambda: window.findChild(OfflineCommands) is not None, timeout=20_000)
    articles.select_paths([articles.view.model().article(row).path for row in (0, 2)])
    window.act["make_offline"].trigger()
    assert _cached_by(window, qtbot) == 2
    assert len(server.asked) == 2
    assert UnfinishedJob(of_all_windows(window._parts.state)).words == []
    unread = Place(PlaceKind.UNREAD)
    window.side.go_to(unread)
    qtbot.waitUntil(lambda: window._feed.place == unread and window._feed.is_listed, timeout=20_000)
    articles.select_paths([])
    window.act["make_offline"].trigger()
    qtbot.waitUntil(lambda: window.findChild(OfflineDialog) is not None, timeout=20_000)
    told = window.findChild(OfflineCommands)
    assert told is not None
    with qtbot.waitSignal(told.done, timeout=30_000) as said:
        assert _cached_by(window, qtbot) == 6
    assert "6" in said.args[0]


@pytest.mark.qt_log_ignore("GPUInfo not initialized", "This plugin does not support")
def test_the_menu_of_a_category_makes_it_available_offline(
    make_window: MakeWindow, library: Path, server: MisbehavingServer, qtbot: QtBot
) -> None:
    _illustrate(library, server)
    window = make_window()
    window.open_requested(library)
    qtbot.waitUntil(lambda: window.side.articles.view.model().rowCount() == 6, timeout=60_000)
    qtbot.waitUntil(window.is_settled, timeout=20_000)
    panel = window.side.panel
    assert "Make available offline…" not in _menu_of(window, Place(PlaceKind.CATEGORIES))
    shown = window._feed.place
    _menu_of(window, Place(PlaceKind.CATEGORY, ("新媒体",)))["Make available offline…"].trigger()
    qtbot.waitUntil(lambda: window.findChild(OfflineDialog) is not None, timeout=20_000)
    assert _cached_by(window, qtbot) == len(server.asked) == 3
    assert (window._feed.place, panel.selected_place()) == (shown, shown)


def _menu_of(window: MainWindow, place: Place) -> dict[str, QAction]:
    """What the menu of a place offers; it is closed again."""
    before = set(window.findChildren(QMenu))
    window.side.panel.context_menu_asked.emit(place, QPoint(0, 0))
    (menu,) = set(window.findChildren(QMenu)) - before
    menu.hide()
    return {action.text(): action for action in menu.actions()}


def _dialog(window: MainWindow, qtbot: QtBot) -> OfflineDialog:
    qtbot.waitUntil(lambda: window.findChild(OfflineDialog) is not None, timeout=20_000)
    dialog = window.findChild(OfflineDialog)
    assert dialog is not None
    return dialog


def _cached_by(window: MainWindow, qtbot: QtBot) -> int:
    dialog = window.findChild(OfflineDialog)
    assert dialog is not None
    with qtbot.waitSignal(dialog.process.finished, timeout=30_000) as ended:
        dialog.go.click()
    dialog.close()
    qtbot.waitUntil(lambda: window.findChild(OfflineDialog) is None, timeout=9_000)
    return int(ended.args[0]["cached"])


def test_missing_pictures_are_listed_and_tried_again(
    make_window: MakeWindow, tmp_path: Path, server: MisbehavingServer, app_paths: AppPaths, qtbot: QtBot
) -> None:
    folder = tmp_path / "posts"
    folder.mkdir()
    for name, picture in (("one", "/a.png"), ("two", "/later.png"), ("three", "")):
        text = f"---\ntitle: {name}\nsource_url: {server.url('/post')}\n---\n\nWords.\n\n"
        (folder / f"{name}.md").write_text(text + (f"![]({server.url(picture)})" if picture else ""), "utf-8")
    assert run_command("add", [str(folder)], app_paths) == 0
    assert run_command("images", ["--all", "--fetch", "--json"], app_paths) == 0
    window = make_window()
    rows = window.side.articles.view.model()
    qtbot.waitUntil(lambda: window.side.panel.view.model().index_of(LACKING).isValid(), timeout=20_000)
    window.side.go_to(LACKING)
    qtbot.waitUntil(lambda: window._feed.place == LACKING and rows.rowCount() == 1, timeout=20_000)
    shown = rows.article(0)
    assert (shown.title, shown.missing_reason) == ("two", "gone")
    qtbot.waitUntil(
        lambda: rows.hit(shown.key) is not None and "Gone from its site" in rows.hit(shown.key).snippet,
        timeout=20_000,
    )
    bar = window.findChild(MissingPicturesBar)
    assert bar is not None
    assert bar.isVisible()
    server.routes["/later.png"] = lambda asked: Answer(png(30, 20))
    bar.button.click()
    dialog = window.findChild(OfflineDialog)
    assert dialog is not None
    with qtbot.waitSignal(dialog.process.finished, timeout=30_000) as ended:
        dialog.go.click()
    assert ended.args[0]["failed"] == 0
    dialog.close()
    qtbot.waitUntil(lambda: rows.rowCount() == 0, timeout=20_000)
    window.side.go_to(ALL)
    qtbot.waitUntil(lambda: rows.rowCount() == 3, timeout=20_000)
    told = {rows.article(row).title: rows.article(row).pictures for row in range(3)}
    assert told == {"one": 1, "two": 1, "three": 0}
    assert not bar.isVisible()


def test_pictures_of_an_article_can_be_kept(
    make_window: MakeWindow, article: Path, app_paths: AppPaths, qtbot: QtBot
) -> None:
    window = make_window(article)
    action = window.act["keep_pictures"]
    qtbot.waitUntil(action.isEnabled, timeout=20_000)
    assert not action.isChecked()
    action.trigger()
    feed = window._feed
    qtbot.waitUntil(
        lambda: (own := feed.overrides_of(article)) is not None and own.keep_pictures, timeout=20_000
    )
    assert action.isChecked()
    states = ReadingStates(app_paths.state_db)
    qtbot.waitUntil(
        lambda: (own := all_overrides(states.store).get(article)) is not None and own.keep_pictures,
        timeout=20_000,
    )
    states.close()


def test_hosts_allowed_by_an_earlier_version_move_into_the_preferences(app_paths: AppPaths) -> None:
    state = QSettings(str(app_paths.window_state), QSettings.Format.IniFormat)
    state.setValue("image_hosts", "b.com a.com")
    preferences = Preferences(app_paths.preferences)
    hosts = KnownHosts(preferences, state)
    assert hosts.all() == {"a.com", "b.com"}
    hosts.add(["c.com", "no host", "\udc80.com"])
    assert Preferences(app_paths.preferences).get(IMAGES_HOSTS) == ("a.com", "b.com", "c.com")
    assert KnownHosts(preferences, state).all() == {"a.com", "b.com", "c.com"}
    assert not state.contains("image_hosts")


def test_a_job_that_was_broken_off_goes_on(
    make_window: MakeWindow, tmp_path: Path, server: MisbehavingServer, app_paths: AppPaths, qtbot: QtBot
) -> None:
    folder = tmp_path / "posts"
    folder.mkdir()
    text = f"---\ntitle: one\nsource_url: {server.url('/post')}\n---\n\n![]({server.url('/a.png')})\n"
    (folder / "one.md").write_text(text, "utf-8")
    assert run_command("add", [str(folder)], app_paths) == 0
    window = make_window()
    state = of_all_windows(window._parts.state)
    state.setValue("offline_job", json.dumps({"words": ["--all"], "process": 0}))
    qtbot.waitUntil(lambda: window.findChild(OfflineCommands) is not None, timeout=20_000)
    commands = window.findChild(OfflineCommands)
    assert commands is not None
    commands.go_on()
    assert UnfinishedJob(state).words == []  # it is ours now
    qtbot.waitUntil(lambda: not state.contains("offline_job"), timeout=30_000)
    assert [asked.path for asked in server.asked] == ["/a.png"]


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        ('{"words": ["--all"], "process": 0}', ["--all"]),
        ('{"words": ["--category", "A/B"], "process": 0}', ["--category", "A/B"]),
        ('{"words": ["--lacking", "--retry"], "process": 0}', ["--lacking", "--retry"]),
        ('{"words": ["--move", "/"], "process": 0}', []),
        ('{"words": ["--from", "/etc/passwd"], "process": 0}', []),
        ('{"words": ["/etc/passwd"], "process": 0}', []),
        ("[1]", []),
        ("{", []),
    ],
)
def test_only_jobs_are_remembered(app_paths: AppPaths, kept: str, words: list[str]) -> None:
    state = QSettings(str(app_paths.window_state), QSettings.Format.IniFormat)
    state.setValue("offline_job", kept)
    job = UnfinishedJob(state)
    assert job.words == words
    job.begin(["--all"])
    assert job.words == []
    job.end()
    assert not state.contains("offline_job")
