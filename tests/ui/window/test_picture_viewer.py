# SPDX-License-Identifier: MIT
"""Pictures of an article seen large: opened by click, key and menu, and left without a trace."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from reader.ui.context_menus import page_menu
from reader.ui.engine_picture import EnginePicture
from reader.ui.main_window import MainWindow
from reader.ui.picture_commands import PictureCommands
from reader.ui.picture_decoding import Painted
from reader.ui.picture_files import PictureFiles
from reader.ui.picture_viewer import PictureViewer
from reader.ui.web_page import OUR_WORLD
from tests.core.images import sample_pictures as samples

from .conftest import MakeWindow

pytestmark = [pytest.mark.engine, pytest.mark.qt_log_ignore("GPUInfo not initialized")]

WAIT = 20_000
Keys = Qt.Key
RED = QColor(200, 30, 30)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    photo = QImage(1600, 1200, QImage.Format.Format_RGB32)
    photo.fill(RED)
    assert photo.save(str(folder / "photo.jpg"), "JPEG", 90)
    (folder / "drawing.svg").write_bytes(samples.DRAWING)
    (folder / "moving.gif").write_bytes(samples.MOVING_GIF)
    (folder / "photo.avif").write_bytes(samples.STILL_AVIF)
    path = folder / "a.md"
    path.write_text(
        "# Pictures\n\nFirst words.\n\n![A red wall](photo.jpg)\n\n"
        "[![](drawing.svg)](https://example.org/page)\n\n"
        "[![](moving.gif)](https://example.org/large.gif)\n\n"
        '<figure><img src="photo.avif" alt=""><figcaption>A caption</figcaption></figure>\n\n'
        + "Last words. "
        * 900,
        "utf-8",
    )
    return path


def _in_page(window: MainWindow, qtbot: QtBot, script: str) -> object:
    answers: list[object] = []
    window._detail.view.page().runJavaScript(f"JSON.stringify({script})", OUR_WORLD, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)
    return json.loads(str(answers[0]))


def _pictures(window: MainWindow, qtbot: QtBot) -> PictureCommands:
    qtbot.waitUntil(lambda: window.desk is not None, timeout=WAIT)
    assert window.desk is not None
    return window.desk.pictures


def _click(window: MainWindow, qtbot: QtBot, selector: str, button: Qt.MouseButton) -> None:
    """On the middle of an element, brought into sight, once page and window have come to rest."""
    middle = (
        "(e=>{const at=()=>{const b=e.getBoundingClientRect();"
        "return [b.left+b.width/2,b.top+b.height/2]};"
        "if(at()[1]<0||at()[1]>innerHeight)e.scrollIntoView({block:'center',behavior:'instant'});"
        f"return at()}})(document.querySelector('{selector}'))"
    )
    places: list[object] = []

    def rests() -> bool:
        view = window._detail.view
        places.append((_in_page(window, qtbot, middle), view.mapTo(window, QPoint()), view.size()))
        return len(places) > 3 and places[-1] == places[-2] == places[-3]

    qtbot.waitUntil(rests, timeout=WAIT)
    place = _in_page(window, qtbot, middle)
    assert isinstance(place, list)
    proxy = window._detail.view.focusProxy()
    assert proxy is not None
    QTest.mouseClick(proxy, button, Qt.KeyboardModifier.NoModifier, QPoint(*(round(each) for each in place)))


def _shown(viewer: PictureViewer | None, index: int) -> bool:
    if viewer is None or viewer.isHidden() or viewer.index != index:
        return False
    picture, current = viewer.canvas.picture, viewer.current
    return picture is not None and current is not None and viewer.canvas.key == current.key


@pytest.fixture
def open_viewer(
    make_window: MakeWindow, article: Path, qtbot: QtBot
) -> Callable[[], tuple[MainWindow, PictureViewer]]:
    def open_() -> tuple[MainWindow, PictureViewer]:
        window = make_window(article)
        pictures = _pictures(window, qtbot)
        window.act["view_pictures"].trigger()
        qtbot.waitUntil(lambda: _shown(pictures.viewer, 0), timeout=WAIT)
        assert pictures.viewer is not None
        return window, pictures.viewer

    return open_


def test_a_click_opens_the_picture_and_escape_leaves_the_page_as_it_was(
    make_window: MakeWindow, article: Path, qtbot: QtBot
) -> None:
    window = make_window(article)
    pictures = _pictures(window, qtbot)
    _in_page(window, qtbot, "scrollTo(0, 60)||1")
    _click(window, qtbot, "img", Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _shown(pictures.viewer, 0), timeout=WAIT)
    viewer = pictures.viewer
    assert viewer is not None
    assert viewer.geometry() == window.rect()
    assert viewer.counter.text() == "1 / 4"
    assert viewer.caption.text() == "A red wall"
    assert viewer.canvas.accessibleName() == "A red wall"
    middle = viewer.canvas.grab().toImage().pixelColor(viewer.canvas.rect().center())
    assert abs(middle.red() - RED.red()) < 6
    QTest.keyClick(viewer, Keys.Key_Escape)
    assert viewer.isHidden()
    assert viewer.canvas.picture is None
    assert _in_page(window, qtbot, "scrollY") == 60
    assert window.focusWidget() in (window._detail.view, window._detail.view.focusProxy())


def test_keys_go_through_the_pictures_and_not_to_the_window(
    open_viewer: Callable[[], tuple[MainWindow, PictureViewer]], qtbot: QtBot
) -> None:
    window, viewer = open_viewer()
    theme = window.application_style.theme
    for key, index in (
        (Keys.Key_Right, 1),
        (Keys.Key_Space, 2),
        (Keys.Key_End, 3),
        (Keys.Key_Right, 3),
        (Keys.Key_PageUp, 2),
        (Keys.Key_Home, 0),
        (Keys.Key_Left, 0),
    ):
        QTest.keyClick(viewer, key)
        qtbot.waitUntil(lambda index=index: _shown(viewer, index), timeout=WAIT)
    QTest.keyClick(viewer, Keys.Key_T)  # of the window: the next theme
    assert window.application_style.theme is theme
    QTest.keyClick(viewer, Keys.Key_End)
    qtbot.waitUntil(lambda: _shown(viewer, 3), timeout=WAIT)
    assert viewer.caption.text() == "A caption"
    assert viewer.next.isHidden()
    assert not viewer.previous.isHidden()


def test_zoom_fit_push_and_turn(open_viewer: Callable[[], tuple[MainWindow, PictureViewer]]) -> None:
    _window, viewer = open_viewer()
    canvas = viewer.canvas
    assert canvas.placement.fits
    fit = canvas.placement.scale
    assert fit < 1
    QTest.keyClick(viewer, Keys.Key_1)
    assert viewer.percent.text() == "100 %"
    before = canvas.placement.x
    QTest.keyClick(viewer, Keys.Key_Right)
    assert canvas.placement.x < before
    assert viewer.index == 0
    QTest.keyClick(viewer, Keys.Key_Plus)
    assert viewer.percent.text() == "125 %"
    QTest.keyClick(viewer, Keys.Key_Minus)
    QTest.keyClick(viewer, Keys.Key_0)
    assert canvas.placement.scale == fit
    QTest.keyClick(viewer, Keys.Key_R)
    assert canvas.angle == 90
    assert (canvas.placement.width, canvas.placement.height) == (1200, 1600)
    assert (canvas.image().width(), canvas.image().height()) == (1200, 1600)
    QTest.keyClick(viewer, Keys.Key_R, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.angle == 0
    at = QPointF(canvas.width() * 0.7, canvas.height() * 0.4)
    _wheel(canvas, at)
    assert canvas.placement.scale > fit
    assert not canvas.placement.fits
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at.toPoint())
    assert canvas.placement.fits


def _wheel(canvas: object, at: QPointF) -> None:
    from PySide6.QtWidgets import QWidget

    assert isinstance(canvas, QWidget)
    event = QWheelEvent(
        *(at, canvas.mapToGlobal(at), QPoint(), QPoint(0, 240)),
        *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(canvas, event)


@pytest.mark.slow
def test_dragging_pushes_and_a_click_beside_closes(
    open_viewer: Callable[[], tuple[MainWindow, PictureViewer]],
) -> None:
    _window, viewer = open_viewer()
    canvas, left, plain = viewer.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.keyClick(viewer, Keys.Key_1)
    x, y = canvas.placement.x, canvas.placement.y
    middle = canvas.rect().center()
    QTest.mousePress(canvas, left, plain, middle)
    QTest.mouseMove(canvas, middle - QPoint(60, 40))
    QTest.mouseRelease(canvas, left, plain, middle - QPoint(60, 40))
    assert (canvas.placement.x, canvas.placement.y) == (x - 60, y - 40)
    QTest.keyClick(viewer, Keys.Key_0)
    QTest.mouseClick(canvas, left, plain, middle)
    assert not viewer.isHidden()
    QTest.mouseClick(canvas, left, plain, QPoint(3, canvas.height() // 2))
    assert viewer.isHidden()


def test_drawings_and_formats_qt_lacks_are_painted_by_the_engine(
    open_viewer: Callable[[], tuple[MainWindow, PictureViewer]], qtbot: QtBot
) -> None:
    _window, viewer = open_viewer()
    for index in (1, 3):
        viewer.go_to(index)
        qtbot.waitUntil(lambda index=index: _shown(viewer, index), timeout=WAIT)
        picture = viewer.canvas.picture
        assert picture is not None
        assert picture.how is Painted.ENGINE
        qtbot.waitUntil(lambda: _is_red(viewer), timeout=WAIT)
    viewer.go_to(1)
    qtbot.waitUntil(lambda: _shown(viewer, 1), timeout=WAIT)
    assert viewer.canvas.placement.scale > 5  # a drawing fills the room
    QTest.keyClick(viewer, Keys.Key_R)
    qtbot.waitUntil(lambda: _is_red(viewer), timeout=WAIT)


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
def test_a_picture_the_engine_dies_of_is_told_and_the_next_one_shown(
    open_viewer: Callable[[], tuple[MainWindow, PictureViewer]], qtbot: QtBot
) -> None:
    _window, viewer = open_viewer()
    viewer.go_to(1)
    qtbot.waitUntil(lambda: _shown(viewer, 1) and _is_red(viewer), timeout=WAIT)
    (painter,) = viewer.findChildren(EnginePicture)
    os.kill(painter.page().renderProcessPid(), signal.SIGKILL)
    qtbot.waitUntil(viewer.notice.isVisible, timeout=WAIT)
    viewer.go_to(3)
    qtbot.waitUntil(lambda: _shown(viewer, 3) and _is_red(viewer), timeout=WAIT)
    assert not viewer.notice.isVisible()


def _is_red(viewer: PictureViewer) -> bool:
    colour = viewer.canvas.grab().toImage().pixelColor(viewer.canvas.rect().center())
    return colour.red() > 180 and colour.green() < 60


def test_a_link_to_a_picture_opens_it_and_other_links_are_followed(
    make_window: MakeWindow, article: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(article)
    pictures = _pictures(window, qtbot)
    followed: list[QUrl] = []
    monkeypatch.setattr(window._links, "_open_outside", followed.append)
    _click(window, qtbot, "a img[src*=still]", Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _shown(pictures.viewer, 2), timeout=WAIT)
    assert not followed
    pictures.close()
    _click(window, qtbot, "a[href$=page] img", Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(followed), timeout=WAIT)
    assert followed == [QUrl("https://example.org/page")]
    window.follow_link("https://example.org/large.gif", elsewhere=True)
    assert followed[-1] == QUrl("https://example.org/large.gif")


def test_a_moving_picture_moves_in_the_viewer(
    open_viewer: Callable[[], tuple[MainWindow, PictureViewer]], qtbot: QtBot
) -> None:
    _window, viewer = open_viewer()
    viewer.go_to(2)
    qtbot.waitUntil(lambda: _shown(viewer, 2), timeout=WAIT)

    def colour() -> QColor:
        return viewer.canvas.image().pixelColor(32, 24)

    qtbot.waitUntil(lambda: colour().green() > 120, timeout=WAIT)
    qtbot.waitUntil(lambda: colour().blue() > 120, timeout=WAIT)


def test_the_menu_of_a_picture_offers_picture_and_link(
    make_window: MakeWindow, article: Path, qtbot: QtBot
) -> None:
    window = make_window(article)
    pictures = _pictures(window, qtbot)
    asked: list[QPoint] = []
    view = window._detail.view
    view.customContextMenuRequested.disconnect()
    view.customContextMenuRequested.connect(asked.append)
    _click(window, qtbot, "a img[src*=still]", Qt.MouseButton.RightButton)
    qtbot.waitUntil(lambda: bool(asked), timeout=WAIT)
    menu = page_menu(view, window.act, window, pictures)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[:3] == ["Follow the link", "View picture", "Play animation"]
    assert {"Copy picture", "Save picture as…", "Copy link address"} <= set(texts)
    _press(menu, "Copy picture")
    qtbot.waitUntil(_is_copied, timeout=WAIT)
    _press(menu, "Play animation")
    qtbot.waitUntil(
        lambda: _in_page(window, qtbot, "document.querySelector('.playing')!=null") is True, timeout=WAIT
    )
    _press(menu, "View picture")
    qtbot.waitUntil(lambda: _shown(pictures.viewer, 2), timeout=WAIT)


def _is_copied() -> bool:
    image = QGuiApplication.clipboard().image()
    return (image.width(), image.height()) == (64, 48)


def _press(menu: QMenu, text: str) -> None:
    [action] = [each for each in menu.actions() if each.text() == text]
    action.trigger()


def test_pictures_are_saved_byte_for_byte_under_a_name_of_their_own(
    open_viewer: Callable[[], tuple[MainWindow, PictureViewer]],
    tmp_path: Path,
    article: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _window, viewer = open_viewer()
    offered: list[str] = []

    def choose(_parent: object, _title: str, path: str, _filter: str) -> tuple[str, str]:
        offered.append(Path(path).name)
        return str(tmp_path / "kept.jpg"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(choose))
    QTest.keyClick(viewer, Keys.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert offered == ["A red wall.jpg"]
    assert (tmp_path / "kept.jpg").read_bytes() == (article.parent / "photo.jpg").read_bytes()


def test_the_keys_of_the_window_are_no_keys_of_the_viewer(
    open_viewer: Callable[[], tuple[MainWindow, PictureViewer]], monkeypatch: pytest.MonkeyPatch
) -> None:
    window, viewer = open_viewer()
    assert window.desk is not None
    opened: list[QUrl] = []
    monkeypatch.setattr(window.desk.pictures.files, "_open_outside", opened.append)
    for key in (Keys.Key_O, Keys.Key_N, Keys.Key_R, Keys.Key_P):  # open file, new window, reload, palette
        QTest.keyClick(viewer, key, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(viewer, Keys.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert not opened
    assert (viewer.index, viewer.canvas.angle, viewer.isHidden()) == (0, 0, False)
    QTest.keyClick(viewer, Keys.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert not viewer.canvas.placement.fits


def test_what_became_of_a_picture_is_said_where_it_is_seen(
    open_viewer: Callable[[], tuple[MainWindow, PictureViewer]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window, viewer = open_viewer()
    QTest.keyClick(viewer, Keys.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert (viewer.sentence.isVisible(), viewer.sentence.text()) == (True, "Picture copied.")
    nowhere = str(tmp_path / "nowhere" / "kept.jpg")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (nowhere, ""))
    QTest.keyClick(viewer, Keys.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert viewer.sentence.text().startswith(f"{nowhere} could not be written: ")
    assert viewer.rect().contains(viewer.sentence.geometry())
    assert not window.status.isVisible()


def test_pictures_of_one_name_do_not_replace_each_other(tmp_path: Path) -> None:
    name = "a.png"
    opened: list[Path] = []
    files = PictureFiles(
        QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat),
        str,
        lambda url: opened.append(Path(url.toLocalFile())) or True,
    )
    for data in (b"one", b"two", b"one", b"three"):
        files.open(data, name)
    assert [path.read_bytes() for path in opened] == [b"one", b"two", b"one", b"three"]
    assert {path.name for path in opened} == {name}
    assert opened[0] == opened[2]
    files.end()
    assert not opened[0].exists()
    assert not opened[3].exists()


@pytest.mark.slow
def test_another_program_gets_a_copy_that_goes_with_the_window(
    open_viewer: Callable[[], tuple[MainWindow, PictureViewer]], monkeypatch: pytest.MonkeyPatch
) -> None:
    window, viewer = open_viewer()
    assert window.desk is not None
    opened: list[Path] = []
    files = window.desk.pictures.files
    monkeypatch.setattr(files, "_open_outside", lambda url: opened.append(Path(url.toLocalFile())) or True)
    QTest.keyClick(viewer, Keys.Key_O)
    assert [path.name for path in opened] == ["A red wall.jpg"]
    assert opened[0].stat().st_size > 1000
    window.close()
    assert not opened[0].exists()


def test_the_viewer_goes_with_its_article_and_takes_on_the_theme(
    open_viewer: Callable[[], tuple[MainWindow, PictureViewer]], article: Path, qtbot: QtBot
) -> None:
    window, viewer = open_viewer()
    window.application_style.choose("black")
    assert viewer.canvas.grab().toImage().pixelColor(2, 2) == QColor(window.application_style.theme.panel)
    window.resize(900, 700)
    qtbot.waitUntil(lambda: viewer.geometry() == window.rect(), timeout=WAIT)
    other = article.with_name("b.md")
    other.write_text("# Other\n\nWords.", "utf-8")
    window.open_requested(other)
    assert viewer.isHidden()
    qtbot.waitUntil(lambda: window._detail.state.path == other, timeout=WAIT)
    qtbot.waitUntil(window.is_settled, timeout=WAIT)
    said: list[str] = []
    assert window.desk is not None
    window.desk.pictures.said.connect(said.append)
    window.act["view_pictures"].trigger()
    assert said == ["This article has no pictures at hand."]


@pytest.mark.slow
def test_tab_stays_within_the_viewer(open_viewer: Callable[[], tuple[MainWindow, PictureViewer]]) -> None:
    window, viewer = open_viewer()
    seen: set[str] = set()
    for _ in range(24):
        QTest.keyClick(window.focusWidget() or viewer, Keys.Key_Tab)
        focused = window.focusWidget()
        assert focused is not None
        assert focused is viewer or viewer.isAncestorOf(focused)
        assert focused.accessibleName()
        seen.add(focused.accessibleName())
    assert {"Picture viewer", "Next picture", "Copy picture", "Close"} <= seen


@pytest.mark.slow
def test_the_key_of_the_action_is_its_own(make_window: MakeWindow) -> None:
    window = make_window()
    keys = [key.toString() for _spec, action in window.act.all() for key in action.shortcuts()]
    assert keys.count(QKeySequence("V").toString()) == 1
