# SPDX-License-Identifier: MIT
"""What lies around the open article once it is on screen: tabs, history, session, the offer to visitors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer
from PySide6.QtGui import QIcon, QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from reader.core.presence import is_file
from reader.core.resources import resource_path

from .actions import Actions
from .article_tabs import ArticleTabs
from .detail_header import DetailHeader
from .detail_view import Shown
from .highlight_side import HighlightSide
from .icons import Icons
from .image_commands import ImageCommands
from .look_commands import LookCommands
from .missing_file import MissingFile
from .missing_file_notice import MissingFileNotice
from .notifications import Notifications
from .offline_commands import OfflineCommands
from .open_file_watch import OpenFileWatch
from .open_tabs import OpenTabs
from .outward_commands import OutwardCommands
from .page_accent import show_accent
from .panes import Panes
from .picture_commands import PictureCommands
from .places import Place
from .recent_files import RecentFiles
from .state_side import StateSide
from .statistics_commands import StatisticsCommands
from .status_line import StatusLine
from .unwritten_question import UnwrittenQuestion
from .visitor_bar import VisitorBar
from .window_dialogs import WindowDialogs
from .window_memory import of_all_windows
from .window_parts import WindowParts

if TYPE_CHECKING:
    from .copy_commands import CopyCommands
    from .library_side import LibrarySide
    from .list_memory import ListMemory
    from .version_commands import VersionCommands

_SAVE_MS = 1000
_NEED_ARTICLE = ("save_copy", "view_pictures")
_UNHURRIED_MS = 4000
_HISTORY_BUTTONS = {Qt.MouseButton.BackButton: True, Qt.MouseButton.ForwardButton: False}


class DeskWindow(Protocol):
    """What the desk asks of its window."""

    act: Actions
    status: StatusLine

    @property
    def side(self) -> LibrarySide:
        """The library's side of the window, brought in if it must be."""
        ...

    def open_requested(self, path: Path, fragment: str = "") -> None:
        """Open an article in the current tab, or take a folder in."""

    def open_in_window(self, path: Path) -> None:
        """Open an article in a window of its own."""

    def add_folder(self, folder: Path) -> None:
        """Take a folder into the library, and show it."""

    def go_to(self, place: Place) -> None:
        """List a place of the library."""

    def save_state(self) -> None:
        """Write down how the window stands."""

    def close(self) -> bool:
        """Close the window."""
        ...

    def installEventFilter(self, watcher: QObject, /) -> None:
        """Let another object see the window's events."""


class Desk(QObject):
    """Made after the first paint; joins tabs, history and session with the window."""

    def __init__(self, window: DeskWindow, parts: WindowParts, icons: Icons, pane: QWidget) -> None:
        super().__init__(pane)
        self._window, self._parts, self._pane = window, parts, pane
        self.feed = parts.feed
        self._save = QTimer(self, singleShot=True, interval=_SAVE_MS)
        self._save.timeout.connect(self._keep)
        self._offer_soon = QTimer(self, singleShot=True)
        self._offer_soon.timeout.connect(self._offer_now)
        self._icons = icons
        self._versions: VersionCommands | None = None
        self._copies: CopyCommands | None = None
        self._list: ListMemory | None = None
        self._listed: Place | None = None
        self._drawer_waits = False  # to be opened beside the first article
        self.tabs = ArticleTabs(parts.detail, parts.pages, parts.feed, icons, pane, window.open_requested)
        header = pane.findChild(DetailHeader)
        assert header is not None
        self.images = ImageCommands(parts, window.act, window.status, header, pane)
        self.offline = OfflineCommands(parts, window.act, window.status, pane)
        self.offline.gives_way = lambda: self.images.is_loading
        self.pictures = PictureCommands(parts, icons, pane)
        self.outward = OutwardCommands(parts, window.act, window.status, header, window.open_in_window)
        self.notifications = Notifications(parts.feed, pane)
        self.visitor_bar = VisitorBar(parts.feed, of_all_windows(parts.state), pane)
        layout = pane.layout()
        assert isinstance(layout, QBoxLayout)
        layout.addWidget(self.visitor_bar)
        self.highlights = HighlightSide(parts, icons, window.act, pane)
        look, dialogs = pane.window().findChild(LookCommands), pane.window().findChild(WindowDialogs)
        assert look is not None and dialogs is not None
        self._dialogs = dialogs
        look.preference_changed.connect(self.pictures.take_preference)
        self.statistics = StatisticsCommands(parts, look, pane)
        self.states = StateSide(parts, look, window.act, pane)
        self.missing_file = MissingFileNotice(pane)
        layout.addWidget(self.missing_file)
        MissingFile(parts.detail, parts.feed, pane)
        self.file_watch = OpenFileWatch(parts.detail, parts.feed, parts.tasks, pane.window())
        self.unwritten = UnwrittenQuestion(parts.feed, pane.window())
        self._connect()

    def restore(self) -> None:
        """The tabs of last time."""
        kept = OpenTabs.from_text(str(self._parts.state.value("session", "")))
        if kept is not None:
            self.tabs.restore(kept)
        if self._list is not None:
            self._list.restore()
        if self._parts.state.value("drawer") in (True, "true"):
            self._drawer_waits = True
            self._parts.detail.first_paint.connect(self._reopen_drawer)
            if self._parts.detail.is_painted:
                self._reopen_drawer()

    def open_all(self, paths: Sequence[Path]) -> None:
        """Open files in tabs of their own and take folders in; the last file is the one to be read."""
        for path in paths:
            if is_file(path):
                self.tabs.open_in_new(path, go=path == paths[-1])
            else:
                self._window.open_requested(path)

    def become_first(self) -> None:
        """Keep the state of this window where the next start looks first."""
        self._parts.state.endGroup()
        self._window.save_state()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.WindowStateChange):
            self._save.start()
        elif event.type() == QEvent.Type.Close:
            self._keep_views()
            self._save.blockSignals(True)  # the window writes down itself how it stood at the end
            self.images.end()
            self.offline.end()
            self.pictures.end()
            if self._copies is not None:
                self._copies.end()
            self.statistics.end()
        elif event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            backwards = _HISTORY_BUTTONS.get(event.button())
            if backwards is not None:
                self.tabs.travel(backwards=backwards)
                return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        tabs, parts, act = self.tabs, self._parts, self._window.act
        tabs.changed.connect(self._on_tabs)
        self.offline.done.connect(lambda sentence: self.notifications.tell("offline", sentence))
        self.offline.came_in.connect(self.images.look_again)
        tabs.window_close_asked.connect(self._window.close)
        self.file_watch.moved.connect(tabs.follow)
        self.file_watch.returned.connect(lambda path: is_file(path) and self._window.open_requested(path))
        self.file_watch.vanished.connect(self.missing_file.tell)
        self.file_watch.found.connect(self.missing_file.withdraw)
        self.missing_file.search_asked.connect(parts.feed.rescan)
        self.missing_file.copy_asked.connect(self._save_copy)
        tabs.new_window_asked.connect(self._window.open_in_window)
        parts.feed.content_changed.connect(lambda *_content: self._offer())
        parts.feed.articles_listed.connect(self._on_place_listed)
        parts.detail.article_failed.connect(lambda *_failed: self._offer())
        parts.detail.article_shown.connect(lambda _page: act.enable(_NEED_ARTICLE, True))
        parts.detail.article_failed.connect(lambda *_failed: act.enable(_NEED_ARTICLE, False))
        act.enable(_NEED_ARTICLE, parts.detail.state.page is not None)
        self.visitor_bar.add_folder_asked.connect(self._window.add_folder)
        self.highlights.article_asked.connect(self._window.open_requested)
        self.highlights.search_asked.connect(self._search_for)
        self.highlights.commands.marks_changed.connect(lambda _marks: parts.feed.marked.emit())
        self.highlights.said.connect(self._window.status.say)
        self.pictures.said.connect(self._window.status.say)
        self.states.said.connect(self._window.status.say)
        history, status = parts.feed.history, self._window.status
        history.said.connect(status.say)
        history.progressed.connect(
            lambda done, total: status.show_work(self.tr("Changing articles…"), done, total)
        )
        status.cancel_asked.connect(history.stop)
        history.done.connect(lambda done: status.offer(done, self.tr("Undo"), history.undo))
        self.states.marks_changed.connect(self.highlights.commands.page_painted)
        for name, handler in self._handlers().items():
            act[name].triggered.connect(lambda _checked=False, run=handler: run())
        panes = self._pane.window().findChild(Panes)
        assert panes is not None
        panes.library_visible_changed.connect(lambda _on: self._meet_list())
        panes.library_visible_changed.connect(lambda _on: self._save.start())
        panes.moved.connect(self._save.start)
        act["drawer"].toggled.connect(self._on_drawer)
        self._meet_list()
        self._window.installEventFilter(self)
        parts.detail.first_paint.connect(self._listen_to_mouse)
        self._listen_to_mouse()
        show_accent(parts.detail.view.page(), parts.style.theme)
        self._rebind()
        self._pane.window().setWindowIcon(QIcon(str(resource_path("icons", "article-reader.svg"))))
        self._show_ways()

    def _handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions that are ours do."""
        tabs, act, parts = self.tabs, self._window.act, self._parts
        return {
            "back": lambda: tabs.travel(backwards=True),
            "forward": lambda: tabs.travel(backwards=False),
            "new_tab": tabs.new,
            "close_tab": tabs.close,
            "reopen_tab": tabs.reopen,
            "next_tab": lambda: tabs.step(1),
            "previous_tab": lambda: tabs.step(-1),
            "pin_tab": tabs.toggle_pin,
            "tab_left": lambda: tabs.move(-1),
            "tab_right": lambda: tabs.move(1),
            "palette": self._open_palette,
            "continue_reading": self._continue_reading,
            "save_search": lambda: self._window.side.save_search(),
            "statistics": self.statistics.open,
            "backups": self._open_backups,
            "compare_versions": self._compare_versions,
            "save_copy": self._save_copy,
            "view_pictures": self.pictures.view_current,
            "change_shortcuts": self._change_shortcuts,
            "shortcuts": lambda: self._dialogs.show_shortcuts(act),
            "about": lambda: self._dialogs.show_about(parts.engine.interceptor.refused),
            "welcome": self._welcome,
        }

    def _meet_list(self) -> None:
        """The list is brought in when it is first wanted; from then on it is remembered."""
        side = self._pane.window().findChild(QObject, "librarySide")
        if side is not None and self._list is None:
            from .list_memory import ListMemory

            self._list = ListMemory(self._window.side, self._parts.detail, self._parts.state)
            self._list.changed.connect(self._save.start)

    def _on_drawer(self) -> None:
        self._drawer_waits = False
        self._save.start()

    def _reopen_drawer(self) -> None:
        if self._parts.detail.state.shown is Shown.ARTICLE:
            self._parts.detail.first_paint.disconnect(self._reopen_drawer)
            self.highlights.show_drawer(True, focus=False)

    def _keep(self) -> None:
        self._keep_views()
        self._window.save_state()

    def _keep_views(self) -> None:
        if not self._drawer_waits:
            self._parts.state.setValue("drawer", self._window.act["drawer"].isChecked())
        if self._list is not None:
            self._list.keep()

    def _listen_to_mouse(self) -> None:
        """The engine's widget gets the buttons of a mouse first, and another after a new renderer."""
        view = self._parts.detail.view
        view.setAcceptDrops(False)  # the engine would swallow files that are meant for the window
        proxy = view.focusProxy()
        if proxy is not None:
            proxy.setAcceptDrops(False)
            proxy.removeEventFilter(self)
            proxy.installEventFilter(self)

    def _search_for(self, words: str) -> None:
        self._window.act["search"].trigger()
        self._window.side.articles.search_for(words)

    def _continue_reading(self) -> None:
        from .continue_reading import continue_reading

        recent = self._pane.window().findChild(RecentFiles)
        assert recent is not None

        def go_on(path: Path | None) -> None:
            if path is None:
                self._window.status.say(self.tr("Nothing has been begun yet."))
            elif self.tabs.open_tabs.tab.path != path:
                self.tabs.open_in_new(path, go=True)

        continue_reading(self._parts.feed, recent.newest(), go_on)

    def _open_palette(self) -> None:
        from .palette_source import PaletteSource

        parts, window = self._parts, self._window
        source = PaletteSource(
            window.act, self.tabs, parts.detail, parts.feed, window.go_to, window.open_requested
        )
        source.open_over(self._pane.window())

    def _compare_versions(self) -> None:
        if self._versions is None:
            from .version_commands import VersionCommands

            self._versions = VersionCommands(self._parts, self._icons, self._pane.window())
            self._versions.said.connect(self._window.status.say)
        self._versions.compare(self._window.side.articles.selected_articles(self._versions.most + 1))

    def _save_copy(self) -> None:
        if self._copies is None:
            from .copy_commands import CopyCommands

            self._copies = CopyCommands(self._parts, self._window.status, self._pane.window())
        self._copies.save()

    def _open_backups(self) -> None:
        from .backup_dialog import BackupDialog

        parts, window = self._parts, self._window
        dialog = BackupDialog(parts.feed, parts.style, QLocale(parts.language), self._pane.window())
        dialog.restored.connect(lambda _fields: self.states.show_all_anew())
        dialog.said.connect(window.status.say)
        dialog.show()

    def _change_shortcuts(self) -> None:
        from .shortcut_editor import ShortcutEditor

        ShortcutEditor(self._window.act, self._parts.preferences, self._pane.window()).exec()

    def _welcome(self) -> None:
        """The bundled articles, which teach the reader by being read in it."""
        self._window.side.show_current(self.tabs.open_tabs.tab.path)
        self._parts.feed.list_welcome(self._parts.language)

    def _rebind(self) -> None:
        """The shortcuts of the person's own."""
        own = self._parts.preferences.shortcuts
        for spec, _action in self._window.act.all():
            if spec.name in own:
                self._window.act.rebind(spec.name, own[spec.name])

    def _on_place_listed(self, place: Place, _articles: object) -> None:
        if place != self._listed:
            self._listed = place
            self._save.start()

    def _on_tabs(self) -> None:
        self._show_ways()
        self._offer()
        self._save.start()

    def _show_ways(self) -> None:
        tab, act = self.tabs.open_tabs.tab, self._window.act
        act.enable(("back",), bool(tab.back))
        act.enable(("forward",), bool(tab.forward))
        act.enable(("reopen_tab",), bool(self.tabs.open_tabs.closed))
        act.enable(("next_tab", "previous_tab", "tab_left", "tab_right"), len(self.tabs.open_tabs.tabs) > 1)

    def _offer(self) -> None:
        """At once to who has a library; who has none is not interrupted before they have begun to read."""
        if not self._offers(self.tabs.open_tabs.tab.path):
            self.visitor_bar.hide()
        is_new_here = self._parts.feed.is_empty and self.visitor_bar.isHidden()
        self._offer_soon.start(_UNHURRIED_MS if is_new_here else 0)

    def _offers(self, path: Path | None) -> bool:
        """Whether the folder of an article is on offer already: then the bar stays as it is."""
        bar = self.visitor_bar
        return path is not None and not bar.isHidden() and path.parent == bar.folder

    def _offer_now(self) -> None:
        page = self._parts.detail.state.page
        path = self.tabs.open_tabs.tab.path
        shown = page is not None and path is not None and page.article.path == path
        coming = self._offers(path) and self._parts.detail.state.shown is not Shown.FAILED
        self.visitor_bar.show_for(path if shown or coming else None)
