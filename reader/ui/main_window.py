# SPDX-License-Identifier: MIT
"""The window: three panes, the actions, and the one page where all of them are joined."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSettings, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from reader.core.presence import is_file, is_folder, may_be_there
from reader.core.settings import ReadingState, options

from .detail_view import DetailView, Shown
from .panes import Arrangement
from .window_memory import restore_side, restore_window, save_window, saved_zoom
from .window_shell import WindowShell

if TYPE_CHECKING:
    from reader.core.theme import Theme

    from .actions import Actions
    from .application_style import ApplicationStyle
    from .article_pages import OpenPage
    from .desk import Desk
    from .library_side import LibrarySide
    from .places import Place
    from .status_line import StatusLine
    from .window_parts import WindowParts

_TIDY_MS = 60_000
_UNTIL_SEEN_MS = 150  # from a loaded page to one that is on screen
_PATIENCE_MS = 3000  # for a page that takes its time; then the rest of the window comes first
_NEED_ARTICLE = (
    *("reload", "save_pdf", "copy_link", "copy_path", "reveal", "toggle_read", "toggle_star", "mail_link"),
    *("find", "original", "open_source", "related", "copy_markdown", "open_with", "article_window"),
)


class MainWindow(WindowShell):
    """Shows the library and one article; everything a person asks for passes through here."""

    quit_asked = Signal()
    closed = Signal()
    ready = Signal()  # the first page stands, or there is none
    new_window_asked = Signal(list)  # of files to open in it

    act: Actions
    status: StatusLine

    def __init__(self, detail: DetailView, state: QSettings, parent: QWidget | None = None) -> None:
        """A bare window around the page; what belongs to it comes with `furnish`."""
        super().__init__(detail, parent)
        self._detail, self._state = detail, state
        self._side: LibrarySide | None = None
        self.desk: Desk | None = None
        self._make_parts: Callable[[], WindowParts] | None = None
        self._current_path: Path | None = None
        self._furnished = self._begun = self._iconed = False
        self._later: Sequence[Path] = ()
        detail.article_shown.connect(self._show_title)

    def furnish(self) -> None:
        """Bring in everything that stands around the page; once."""
        if self._furnished or self._make_parts is None:
            return
        from .window_furniture import make_furniture

        self._furnished = True
        parts = self._parts = self._make_parts()
        self._feed, self._preferences = parts.feed, parts.preferences
        made = make_furniture(self, parts)
        self.act, self.status, self._header, self._icons = made.act, made.status, made.header, made.icons
        self._recent, self._commands, self._look = made.recent, made.commands, made.look
        self._links, self._dialogs = made.links, made.dialogs
        self._put_around(self._header, self.status)
        self._connect_panes()
        self._connect_article()
        self._connect_actions()
        self.act.enable((*_NEED_ARTICLE, "load_images"), False)
        self._catch_up()

    # ---- what others ask of the window

    def start(
        self,
        files: Sequence[Path],
        make_parts: Callable[[], WindowParts],
        size: tuple[int, int] | None = None,
    ) -> None:
        """Take on the state of last time; the first of `files` is already being opened.

        Who opens a file and never used the library sees the page alone, and sees it sooner: even the parts
        around the page are made after it.
        """
        self._make_parts = make_parts
        restore_window(self, self.panes, self._state, size)
        if (zoom := saved_zoom(self._state)) != 1.0:
            self._detail.set_zoom(zoom)
        opening = self._detail.state.shown is Shown.OPENING
        if not opening or self._state.value("library_shown") in (True, "true"):
            self._bring_library()
        if opening:
            self.panes.show_reading(True)
            self._detail.first_paint.connect(lambda: QTimer.singleShot(_UNTIL_SEEN_MS, self._begin))
            self._detail.article_failed.connect(self._begin)
            QTimer.singleShot(_PATIENCE_MS, self.furnish)
            self._detail.view.setFocus()
            files = files[1:]
        else:
            self.side.articles.view.setFocus()
            QTimer.singleShot(0, self._begin)
        self._later = files

    @property
    def side(self) -> LibrarySide:
        """Library panel and article list; brought in when they are first asked for."""
        return self._side or self._bring_library()

    def open_requested(self, path: Path, fragment: str = "") -> None:
        """Open what a person points at: an article, or a folder to take into the library."""
        path = Path(os.path.abspath(path))
        if is_folder(path):
            self.add_folder(path)
        elif not may_be_there(path):
            from .missing_file import words_for

            self._detail.show_failure(path, *words_for(path, self._feed))
        else:
            self._detail.show_article(path, self._feed.options_for(path), fragment=fragment)

    def open_beside(self, path: Path) -> None:
        """Open an article in a tab of its own, and stay where one is."""
        if self.desk is not None:
            self.desk.tabs.open_in_new(path, go=False)

    def open_in_window(self, path: Path) -> None:
        """Open an article in a window of its own."""
        self.new_window_asked.emit([path])

    def open_all(self, paths: Sequence[Path]) -> None:
        """Open files in tabs of their own, and folders in the library."""
        paths = [Path(os.path.abspath(path)) for path in paths]
        if self.desk is not None:
            self.desk.open_all(paths)
        else:
            self._later = [*self._later, *paths]

    @property
    def application_style(self) -> ApplicationStyle:
        """The style that all windows share."""
        self.furnish()
        return self._parts.style

    def is_settled(self) -> bool:
        """Whether nothing that was asked for is still on its way to the screen."""
        listed = self._side is None or self._feed.is_listed
        return self._iconed and listed and self._detail.is_painted

    def shut_down(self) -> None:
        """End all work and let the page go before its profile; the window is of no use afterwards."""
        self.furnish()
        self._feed.close()
        self._parts.tasks.close()
        self._detail.let_go()
        self._parts.engine.release()

    # ---- wiring: every conversation between the panes stands here

    def _connect_side(self, side: LibrarySide) -> None:
        side.article_selected.connect(self.open_requested)
        side.article_activated.connect(self._on_activated)
        side.problem_chosen.connect(self._detail.show_failure)
        side.tab_asked.connect(self.open_beside)
        side.add_folder_requested.connect(self._ask_folder)
        side.paths_dropped.connect(self.open_all)
        side.place_chosen.connect(self.panes.close_drawer)
        side.read_on_asked.connect(lambda back: self._detail.scroll_by_page(-1 if back else 1))
        side.welcomed.connect(self._on_welcomed)
        side.listed.connect(self._on_listed)
        side.said.connect(self.status.say)
        side.related_chosen.connect(self.open_requested)
        side.offline_asked.connect(lambda place: self.desk and self.desk.offline.make_offline_at(place))
        side.join(self._detail, self._commands, self.act, self, self.panes)

    def _connect_panes(self) -> None:
        feed = self._feed
        feed.content_changed.connect(self._read_rightly)
        feed.state_changed.connect(self._on_state_changed)
        feed.scan_progressed.connect(self.status.show_progress)
        feed.scan_finished.connect(lambda _report: self.status.be_quiet())
        feed.delayed.connect(self.status.tell_trouble)
        self.status.cancel_asked.connect(feed.cancel_scan)
        self.panes.library_visible_changed.connect(self.act["library_panel"].setChecked)
        self.panes.arrangement_changed.connect(lambda _arrangement: self._update_back())
        self._header.back_asked.connect(self.go_back_to_list)
        self._parts.style.theme_changed.connect(self._on_theme)
        self._parts.tasks.bug_found.connect(self._dialogs.show_bug)

    def _connect_article(self) -> None:
        from PySide6.QtCore import Qt

        detail, commands, links = self._detail, self._commands, self._links
        detail.article_shown.connect(self._on_shown)
        detail.article_shown.connect(self._read_rightly)
        detail.first_paint.connect(self._on_painted)
        detail.article_failed.connect(lambda _path, _why: self._on_nothing_shown())
        detail.link_activated.connect(self.follow_link)
        detail.original_changed.connect(self.act["original"].setChecked)
        detail.progress_changed.connect(commands.progress_made)
        detail.zoom_asked.connect(self._look.zoom)
        detail.software_rendering_asked.connect(self._use_software_rendering)
        detail.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        detail.view.customContextMenuRequested.connect(self._show_page_menu)
        detail.find_bar.closed.connect(detail.view.setFocus)
        commands.state_known.connect(self._on_state)
        links.article_asked.connect(self.open_requested)
        links.tab_asked.connect(self.open_beside)
        links.category_asked.connect(self._go_to_category)
        links.fragment_asked.connect(detail.scroll_to)
        self._recent.chosen.connect(self.open_requested)
        for told in (commands.said, links.refused, self._look.failed, self._feed.failed, self._feed.said):
            told.connect(self.status.say)
        self._look.preference_changed.connect(lambda name: self._side and self._side.take_preference(name))

    def _connect_actions(self) -> None:
        look, commands = self._look, self._commands
        handlers: dict[str, Callable[[], object]] = {
            "open_file": lambda: self.open_all(self._dialogs.ask_files()),
            "new_window": lambda: self.new_window_asked.emit([]),
            "open_folder": self._ask_folder,
            "rescan": self._feed.rescan,
            "reload": self._detail.reload,
            "save_pdf": commands.save_pdf,
            "preferences": lambda: look.open_preferences(self._icons),
            "look": lambda: look.open_popover(self._header.look_button),
            "quit": self.quit_asked.emit,
            "next": lambda: self.side.articles.select_next(),
            "previous": lambda: self.side.articles.select_previous(),
            "next_unread": lambda: self.side.articles.select_next_unread(),
            "toggle_read": commands.toggle_read,
            "find": self._detail.find_bar.open,
            "search": self._focus_search,
            "find_place": lambda: (self._show_library(True), self.side.panel.focus_filter()),
            "related": lambda: self.side.show_related(self._current_path, self._header.look_button),
            "open_source": lambda: commands.source_url and self._links.open_outside(commands.source_url),
            "zoom_in": lambda: look.zoom(1),
            "zoom_out": lambda: look.zoom(-1),
            "zoom_reset": lambda: look.zoom(0),
            "wider": lambda: look.step_width(1),
            "narrower": lambda: look.step_width(-1),
            "next_theme": look.next_theme,
        }
        for name, handler in handlers.items():
            self.act[name].triggered.connect(lambda _checked=False, run=handler: run())
        switches: dict[str, Callable[[bool], object]] = {
            "toggle_star": commands.set_starred,
            "original": self._detail.show_original,
            "library_panel": self._show_library,
            "focus_mode": self._set_focus_mode,
            "full_screen": lambda on: self.showFullScreen() if on else self.showNormal(),
            "menu_bar": lambda on: self.menuBar().setVisible(on),
        }
        for name, switch in switches.items():
            self.act[name].triggered.connect(switch)

    # ---- building

    def _catch_up(self) -> None:
        """What happened to the page before anybody could be told."""
        state = self._detail.state
        if state.shown is Shown.FAILED:
            self._on_nothing_shown()
        elif state.page is not None:
            self._on_shown(state.page)
            if self._detail.is_painted:
                self._on_painted()

    def _bring_library(self) -> LibrarySide:
        from .library_side import LibrarySide

        self.furnish()
        parts = self._parts
        parts.style.dress()
        side = LibrarySide(parts.feed, parts.tasks, parts.preferences, parts.style.theme, self)
        self._side = side
        self._connect_side(side)
        restore_side(side, self._state)
        side.show_current(self._current_path)
        wanted = self._state.value("library_hidden") not in (True, "true")
        self.panes.add_library(side.panel, side.list_pane, wanted=wanted)
        if self._begun:
            self._fill_icons()
            self._start_feed()
        return side

    # ---- what happens

    def _begin(self, *_news: object) -> None:
        """The first page stands, or there is none: now comes everything that could wait."""
        if self._begun:
            return
        self._begun = True
        self.furnish()
        self._parts.style.dress()
        if self._side is not None:
            self._start_feed()
        else:
            self._feed.learn_folders()
        self._bring_desk()
        QTimer.singleShot(0, self._fill_icons)
        QTimer.singleShot(0, self._look.changes.watch)
        QTimer.singleShot(0, self._remember_reading)
        QTimer.singleShot(_TIDY_MS, self._parts.pages.tidy)
        self.ready.emit()

    def _remember_reading(self) -> None:
        from .reading_places import ReadingPlaces
        from .safekeeping import Safekeeping

        ReadingPlaces(self._detail, self._feed, self)
        Safekeeping(self._feed, self).said.connect(self.status.tell)

    def _bring_desk(self) -> None:
        from .desk import Desk

        self.desk = Desk(self, self._parts, self._icons, self.detail_pane)
        self.desk.restore()
        self.open_all(self._later)

    def _start_feed(self) -> None:
        from .places import ALL, Place

        place = Place.from_key(str(self._state.value("place", ""))) or ALL
        self.side.start(place, self._parts.language)

    def _fill_icons(self) -> None:
        if self._side is not None:
            self._side.set_icons(self._icons)
        self._header.set_icons(self._icons)
        self._iconed = True

    def _show_library(self, on: bool) -> None:
        if self._side is None:
            self._bring_library()
        self.panes.set_library_visible(on)

    def go_to(self, place: Place) -> None:
        """List a place of the library."""
        self.side.go_to(place)
        self.panes.show_reading(False)
        self._update_back()

    def _go_to_category(self, path: tuple[str, ...]) -> None:
        from .places import Place, PlaceKind

        self.go_to(Place(PlaceKind.CATEGORY, path))

    def _read_rightly(self, *_news: object) -> None:
        """Library folders came or went, or were not known yet: other rules may hold for the article."""
        page = self._detail.state.page
        if page is not None and page.article.path == self._detail.wanted:
            right = self._feed.options_for(page.article.path)
            if right != self._detail.wanted_options:  # what is under way already counts, too
                self._detail.show_article(page.article.path, right)

    def _on_listed(self) -> None:
        if self._current_path is None and self._detail.state.shown is Shown.NOTHING:
            self._reopen_last()

    def _on_welcomed(self, first: Path) -> None:
        if self._detail.state.shown is Shown.NOTHING:
            self.open_requested(first)

    def _reopen_last(self) -> None:
        """Go on where the last session ended."""
        last = str(self._state.value("article", ""))
        if last and is_file(Path(last)):
            self.open_requested(Path(last))
        else:
            self._detail.show_invitation()

    def _on_state_changed(self, state: ReadingState) -> None:
        if state.path == self._current_path:
            self._commands.take_state(state)

    def _on_activated(self, path: Path) -> None:
        if self._detail.state.path != path:
            self.open_requested(path)
        self.panes.show_reading(True)
        self._update_back()
        self._detail.view.setFocus()

    def _show_title(self, page: OpenPage) -> None:
        self.setWindowTitle(f"{page.article.metadata.title} — Article Reader")

    def _on_shown(self, page: OpenPage) -> None:
        metadata = page.article.metadata
        self._current_path = page.article.path
        self.act.enable(_NEED_ARTICLE, True)
        self.act.enable(("open_source", "copy_link", "mail_link"), metadata.source_url is not None)
        self.act["original"].setChecked(self._detail.state.original)
        self._recent.add(page.article.path, metadata.title)
        if self._side is not None:
            self._side.show_current(self._current_path)
        if self.panes.arrangement is Arrangement.NARROW:
            self.panes.show_reading(True)
        self._update_back()

    def _on_painted(self) -> None:
        page = self._detail.state.page
        if page is not None and not self._detail.state.original:
            self._commands.article_opened(page)

    def _on_nothing_shown(self) -> None:
        self._current_path = None
        self.setWindowTitle("Article Reader")
        self.act.enable(_NEED_ARTICLE, False)
        self.act.enable(("reload",), self._detail.state.path is not None)

    def _on_state(self, state: ReadingState) -> None:
        self.act["toggle_star"].setChecked(state.starred)
        self._header.show_star(state.starred)

    def follow_link(self, href: str, elsewhere: bool = False) -> None:
        """Go where an address of the open article leads, `elsewhere` in a tab of its own."""
        page = self._detail.state.page
        if page is not None and not (self.desk and self.desk.pictures.takes_link(href, elsewhere)):
            self._links.follow(href, page.article.path, page.options.library_root, elsewhere=elsewhere)

    def _on_theme(self, theme: Theme) -> None:
        if self._side is not None:
            self._side.set_theme(theme)
        self._icons.set_theme(theme)
        self._look.apply()

    def _use_software_rendering(self) -> None:
        self._preferences.set(options.SOFTWARE_RENDERING, True)
        self.status.say(self.tr("Software rendering is used from the next start on."))

    def _set_focus_mode(self, on: bool) -> None:
        self.panes.set_focus_mode(on)
        self._header.setVisible(not on)
        if on:
            self._detail.view.setFocus()

    def go_back_to_list(self) -> None:
        """In a narrow window: the list instead of the page."""
        self.panes.show_reading(False)
        self._update_back()
        self.side.articles.focus_rows()

    def _update_back(self) -> None:
        self._header.show_back(self.panes.is_list_hidden())

    def _focus_search(self) -> None:
        self.panes.show_reading(False)
        self.side.articles.focus_search()

    def _ask_folder(self) -> None:
        folder = self._dialogs.ask_folder()
        if folder is not None:
            self.add_folder(folder)

    def add_folder(self, folder: Path) -> None:
        """Take a folder into the library, and show it."""
        self.side.show_current(self._current_path)
        self._feed.add_folder(folder)

    def _show_page_menu(self, where: QPoint) -> None:
        from .context_menus import page_menu

        view = self._detail.view
        page_menu(view, self.act, self, self.desk and self.desk.pictures).exec(view.mapToGlobal(where))

    # ---- window state, drops, the end

    def save_state(self) -> None:
        """Write down how the window stands."""
        article, feed = self._current_path, self._feed
        session = self.desk.tabs.open_tabs.to_text() if self.desk is not None else None
        save_window(self, self.panes, self._side, feed, self._state, article=article, session=session)

    def dropEvent(self, event: QDropEvent) -> None:
        from .file_drag import accept_copy

        self.open_all(accept_copy(event))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._furnished:
            self.save_state()
        event.accept()
        self.closed.emit()
