# SPDX-License-Identifier: MIT
"""Boots the window. In this order, because each step is what the next one waits for:

1. preferences are read and the engine's environment is set (the engine reads it once, at its start);
2. our scheme is registered, then the application object exists;
3. the engine's profile and page are made: its processes start while we go on;
4. if a file was named, its page is asked for at once, and read on a worker thread meanwhile;
5. the bare window is built around the page and shown, with all its parts if no file was named;
6. once the page is on screen: the parts around it are made, the library is loaded, changes are looked for.
"""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

import reader.core
from reader.app.engine import prepare_engine, quicken_imports
from reader.app.paths import DATA_DIR_VARIABLE, AppPaths, image_places
from reader.core.article import ReadOptions
from reader.core.page_store import PageStore
from reader.core.presence import is_file
from reader.core.settings import Preferences
from reader.core.settings.options import LANGUAGE, SOFTWARE_RENDERING, SYNC_FOLDER, THEME

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from reader.app.instance_server import InstanceServer, Visit
    from reader.app.single_instance import FirstProcess
    from reader.app.windows import Windows
    from reader.core.library import Library
    from reader.core.settings.overrides import Overrides
    from reader.ui.application_style import ApplicationStyle
    from reader.ui.article_pages import ArticlePages
    from reader.ui.detail_view import DetailView
    from reader.ui.main_window import MainWindow
    from reader.ui.tasks import Tasks
    from reader.ui.web_page import Engine
    from reader.ui.window_parts import WindowParts

_LAST_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class WindowRequest:
    """What the command line asks of the window."""

    files: tuple[Path, ...] = ()
    screenshot: Path | None = None
    size: tuple[int, int] | None = None  # device-independent pixels
    theme: str | None = None
    reverse: bool = False  # from right to left
    wish: str = ""  # "continue" or "open", once the window stands
    number: int = 1  # further windows keep their state under their number


def run(request: WindowRequest, paths: AppPaths, first: FirstProcess | None = None) -> int:
    """Show the windows until the last is closed; returns the exit status. Later starts knock at `first`."""
    gc.disable()  # until the page stands: nothing of what is made so far goes away again
    if request.screenshot is not None:
        paths = _apart(paths)
    preferences = Preferences(paths.preferences)
    prepare_engine(software_rendering=preferences.get(SOFTWARE_RENDERING))
    from PySide6 import QtCore  # noqa: F401  (its import hook must be there to be quickened)

    quicken_imports()
    from reader.ui.scheme_handler import register_scheme

    register_scheme()
    application = _application(reverse=request.reverse)
    window = build_window(application, request, paths, preferences)
    windows = _look_after(application, window, paths, preferences)
    doors: list[InstanceServer] = []
    window.ready.connect(lambda: _collect_unfelt(application, window))
    if request.screenshot is None:
        window.ready.connect(lambda: doors.extend(_settle_in(windows, first)))
        if request.wish:
            window.ready.connect(lambda: windows.grant(request.wish))
    if request.screenshot is not None:
        from reader.app.screenshot import take_screenshot

        take_screenshot(window, request.screenshot, application.exit)
    if os.name == "posix":
        _end_on_signals(application, windows.quit_unasked)
    status = application.exec()
    for door in doors:
        door.close()
    windows.shut_down()
    if (folder := preferences.get(SYNC_FOLDER)) and request.screenshot is None:
        _leave_in_step(paths.state_db, Path(folder))
    return status


def _collect_unfelt(application: QApplication, window: MainWindow) -> None:
    from reader.ui.unfelt_collection import UnfeltCollection

    window.destroyed.connect(UnfeltCollection(application).much_gone.start)


def _leave_in_step(state: Path, folder: Path) -> None:
    """What was done last goes to the other machines, too; a folder that does not answer is not waited for."""
    import threading

    from reader.core.errors import ReaderError
    from reader.ui.folder_sync import compare

    def work() -> None:
        try:
            compare(state, folder)
        except ReaderError as error:
            logging.getLogger(__name__).info("the last changes were not left for other machines: %s", error)

    last = threading.Thread(target=work, daemon=True)
    last.start()
    last.join(_LAST_SECONDS)


def _look_after(
    application: QApplication, window: MainWindow, paths: AppPaths, preferences: Preferences
) -> Windows:
    from PySide6.QtCore import QSettings

    from reader.app.windows import Windows

    def make(number: int, files: Sequence[Path]) -> MainWindow:
        request = WindowRequest(files=tuple(files), number=number)
        return build_window(application, request, paths, preferences, window.application_style)

    state = QSettings(str(paths.window_state), QSettings.Format.IniFormat)
    windows = Windows(application, make, state, paths.profile)
    windows.add(1, window)
    if sys.platform == "darwin":
        from reader.app.open_events import OpenEvents

        OpenEvents(application, windows.take)
    return windows


def _settle_in(windows: Windows, first: FirstProcess | None) -> list[InstanceServer]:
    """The first page stands: open the door to later starts, and the other windows of last time."""
    windows.restore_others()
    windows.follow_desktop()
    if first is None or not first.address:
        return []
    from reader.app.instance_server import InstanceServer

    server = InstanceServer(first, windows)
    server.handed_over.connect(windows.take)
    server.errand_asked.connect(_take_errand)
    return [server]


def _take_errand(visit: Visit) -> None:
    from reader.app.window_errands import take_errand

    take_errand(visit)


def _application(*, reverse: bool = False) -> QApplication:
    from PySide6.QtWidgets import QApplication

    application = QApplication([sys.argv[0] if sys.argv else "article-reader"])
    application.setApplicationName("article-reader")
    application.setApplicationDisplayName("Article Reader")
    application.setDesktopFileName(os.environ.get("FLATPAK_ID") or "article-reader")
    if reverse:
        from PySide6.QtCore import Qt

        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    if application.style().name() != "fusion":
        application.setStyle("Fusion")
    return application


def build_window(
    application: QApplication,
    request: WindowRequest,
    paths: AppPaths,
    preferences: Preferences,
    shared_style: ApplicationStyle | None = None,
) -> MainWindow:
    """Builds every object once, joins them and shows the window; further windows share the style.

    What an article that is already asked for does not need at once comes after the window is shown.
    """
    from PySide6.QtCore import QSettings

    from reader.ui.web_page import Engine

    engine = Engine(application)
    first = Path(os.path.abspath(request.files[0])) if request.files else None
    opening = first if first is not None and is_file(first) else None
    if opening is not None:
        engine.ask_ahead(opening)
    from reader.ui.application_style import ApplicationStyle
    from reader.ui.look import ui_language

    language = ui_language(preferences.get(LANGUAGE))
    style = shared_style or ApplicationStyle(application, request.theme or preferences.get(THEME))
    if shared_style is None:
        _translate(application, language)
        style.colour()
    from reader.ui.detail_view import DetailView
    from reader.ui.main_window import MainWindow

    detail = DetailView(engine.page)
    detail.apply_theme(style.theme)
    state = QSettings(str(paths.window_state), QSettings.Format.IniFormat)
    if request.number > 1:
        state.beginGroup(f"window{request.number}")
    workshop = _Workshop(application, paths, preferences, engine, style, state, language)
    window = MainWindow(detail, state)
    window.destroyed.connect(workshop.let_go)
    if opening is not None:
        detail.expect(opening)
    else:
        workshop.serve(detail)
    window.start(request.files, lambda: workshop.parts(detail, own_scan=request.number == 1), request.size)
    window.show()
    if opening is not None:
        workshop.serve(detail)
        options = ReadOptions(rules_folder=paths.site_rules)
        own = _own_ways(state).get(opening)
        detail.show_article(opening, own.applied_to(options) if own else options, ahead=True)
    return window


@dataclass(frozen=True)
class _Workshop:
    """Makes the parts of one window, each when it is wanted."""

    application: QApplication
    paths: AppPaths
    preferences: Preferences
    engine: Engine
    style: ApplicationStyle
    state: QSettings
    language: str

    @cached_property
    def tasks(self) -> Tasks:
        from reader.ui.tasks import Tasks

        return Tasks(self.application)

    @cached_property
    def pages(self) -> ArticlePages:
        from reader.ui.article_pages import ArticlePages
        from reader.ui.look import locale_of
        from reader.ui.page_builder import PageBuilder

        locale = locale_of(self.preferences.get(LANGUAGE))
        builder = PageBuilder(self.preferences, self.style, locale, self.language)
        places = partial(image_places, self.paths, self.preferences)
        return ArticlePages(self.tasks, builder, _page_store(self.paths), places, self.tasks)

    def let_go(self) -> None:
        """The window is gone: nothing of what was made for it stays, however many come and go."""
        from shiboken6 import isValid

        for made in (self.tasks, self.engine):
            if isValid(made):
                made.deleteLater()

    def serve(self, detail: DetailView) -> None:
        """Let the pages that are asked for be made."""
        detail.serve_from(self.pages)
        self.engine.handler.serve(self.pages.answer)

    def parts(self, detail: DetailView, *, own_scan: bool) -> WindowParts:
        """What the window joins; one scan serves all windows."""
        from reader.ui.library_feed import LibraryFeed
        from reader.ui.scan_process import ScanProcess
        from reader.ui.window_parts import WindowParts

        shared = self.application.findChild(ScanProcess)
        scan = shared if isinstance(shared, ScanProcess) and not own_scan else ScanProcess(self.application)
        opener, rules = _library_opener(self.paths), self.paths.site_rules
        feed = LibraryFeed(self.tasks, opener, scan, rules, self.tasks)
        feed.expect_overrides(_own_ways(self.state))
        return WindowParts(
            detail=detail,
            pages=self.pages,
            feed=feed,
            preferences=self.preferences,
            style=self.style,
            tasks=self.tasks,
            engine=self.engine,
            state=self.state,
            language=self.language,
        )


def _apart(paths: AppPaths) -> AppPaths:
    """The places of a window that is only looked at: nothing is kept, and no other machine hears of it."""
    from reader.app.screenshot import apart

    copies = apart(paths)
    preferences = Preferences(copies.preferences)
    if preferences.get(SYNC_FOLDER):
        preferences.set(SYNC_FOLDER, "")
    return copies


def _own_ways(state: QSettings) -> dict[Path, Overrides]:
    """Articles that are read in their own way, without waiting for the reading state."""
    from reader.ui.window_memory import OWN_WAYS, of_all_windows

    kept = of_all_windows(state).value(OWN_WAYS)
    if not kept:
        return {}
    from reader.ui.own_ways import read_ways

    return read_ways(str(kept))


def _page_store(paths: AppPaths) -> PageStore:
    from reader import __version__
    from reader.core.resources import is_checkout, resource_dir

    made_by = [Path(reader.core.__file__).parent, resource_dir()] if is_checkout() else []
    return PageStore(paths.pages, __version__, *made_by)


def _library_opener(paths: AppPaths) -> Callable[[], Library]:
    def open_library() -> Library:
        from reader.core.library import Library
        from reader.core.settings import ReadingStates

        return Library(paths.catalogue, ReadingStates(paths.state_db))

    return open_library


def _translate(application: QApplication, language: str) -> None:
    """Load our translation (of English the plural forms), and Qt's own, if the person's language has one."""
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

    from reader.ui.look import are_written_alike

    wanted, given = QLocale(language), QLocale()
    of_no_place = language == "en" and given.language() == QLocale.Language.C
    if not (of_no_place or are_written_alike(given, wanted)):
        QLocale.setDefault(wanted)  # dates and sizes are not written in another language than the words
    from reader.core.resources import resource_path

    ours = QTranslator(application)
    if ours.load(str(resource_path("translations", f"article-reader_{language}.qm"))):
        application.installTranslator(ours)
    if language == "en":
        return
    qt = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if qt.load(f"qtbase_{language}", folder):
        application.installTranslator(qt)


def _end_on_signals(application: QApplication, end: Callable[[], None]) -> None:
    """Quit in good order on Ctrl+C and on the session's end."""
    from PySide6.QtCore import QSocketNotifier

    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)
    notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, application)
    notifier.activated.connect(lambda *_: end())


def announce_data_dir(folder: Path) -> None:
    """Let the processes we start work with the same folder."""
    os.environ[DATA_DIR_VARIABLE] = str(Path(folder).absolute())
