# SPDX-License-Identifier: MIT
"""What a person does with one article: copy its link, show its file, star it, mark it read."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from reader.core.settings import Preferences, ReadingState, ReadState
from reader.core.settings.options import MARK_READ, MARK_READ_SECONDS

from .article_pages import OpenPage
from .detail_view import DetailView
from .library_feed import LibraryFeed

if TYPE_CHECKING:
    from .list_commands import ListCommands

_AT_END = 0.9  # of the article's height
_GLANCE_MS = 3000  # whoever leaves a short article sooner has not read it


class ArticleCommands(QObject):
    """Acts on the article that is open, and keeps its reading state up to date."""

    state_known = Signal(object)  # ReadingState of the article that is open
    said = Signal(str)  # one sentence for the status line

    def __init__(
        self, detail: DetailView, feed: LibraryFeed, preferences: Preferences, window: QWidget
    ) -> None:
        super().__init__(window)
        self._detail, self._feed, self._preferences, self._window = detail, feed, preferences, window
        self._page: OpenPage | None = None
        self._state: ReadingState | None = None
        self._progress = 0.0
        self._unanswered = 0  # changes the database has not confirmed yet
        self._shown = QElapsedTimer()
        self._read_timer = QTimer(self, singleShot=True)
        self._read_timer.timeout.connect(self._finish)
        feed.many_changed.connect(self._on_many_changed)
        feed.failed.connect(self._on_failed)
        self.many: Callable[[], ListCommands | None] = lambda: None  # where several articles are selected

    @property
    def path(self) -> Path | None:
        """The file of the article that is open."""
        return self._page.article.path if self._page else None

    @property
    def source_url(self) -> str | None:
        """Where the article came from, if its file says."""
        return self._page.article.metadata.source_url if self._page else None

    def article_opened(self, page: OpenPage) -> None:
        """An article stands in the detail view: note it, by the rule the person chose."""
        path = page.article.path
        if path == self.path and self._state is not None:
            self._page = page  # the same article again, laid out anew
            return
        self._page, self._state, self._progress = page, None, 0.0
        self._unanswered = 0
        self._read_timer.stop()
        self._shown.start()
        self._feed.state_of(path, lambda state: self._on_state(path, state))

    def progress_made(self, progress: float) -> None:
        """The lower edge of the view stands at this fraction of the article."""
        if self._state is None or self._page is None or progress <= self._progress:
            return
        self._progress = progress
        at_end = progress >= _AT_END and self._preferences.get(MARK_READ) == "at_end"
        if at_end:
            self._read_timer.start(max(0, _GLANCE_MS - self._shown.elapsed()))
        self._set(progress=progress)

    def toggle_read(self) -> None:
        """Put the article back to unread, or mark it as finished; all that are selected, if several are."""
        if many := self.many():
            many.toggle_read()
            return
        if self._state is None:
            return
        unread = self._state.state in (ReadState.NEW, ReadState.UNREAD, ReadState.READING)
        self._read_timer.stop()
        done = self.tr("Marked as read.") if unread else self.tr("Marked as unread.")
        self._set_by_hand(done, state=ReadState.FINISHED if unread else ReadState.UNREAD)

    def set_starred(self, on: bool) -> None:
        """Give the article a star, or take it away; all that are selected, if several are."""
        if many := self.many():
            many.set_starred(on)
            return
        self._set_by_hand(self.tr("Star added.") if on else self.tr("Star removed."), starred=on)

    def save_pdf(self) -> None:
        """Ask for a name and print the reading page into a PDF."""
        if self._page is None:
            return
        from .save_question import ask_where_to_save, with_ending

        name = f"{_file_name(self._page.article.metadata.title)}.pdf"
        answer = ask_where_to_save(
            self._window,
            self.tr("Save as PDF"),
            Path.home() / name,
            [self.tr("PDF documents (*.pdf)")],
            lambda path, _filter: with_ending(path, ".pdf"),
        )
        if answer is not None:
            self._detail.print_to(answer[0], self._on_printed)

    def _on_printed(self, target: Path, done: bool) -> None:
        text = self.tr("Saved as %1.") if done else self.tr("%1 could not be written.")
        self.said.emit(text.replace("%1", str(target)))

    def _on_state(self, path: Path, state: object) -> None:
        if path != self.path or not isinstance(state, ReadingState):
            return
        self._state = state
        self._progress = state.progress
        self.state_known.emit(state)
        rule = self._preferences.get(MARK_READ)
        new = state.state in (ReadState.NEW, ReadState.UNREAD)
        if rule == "on_open" and new:
            self._set(opened=True)
            self._set_by_hand(self.tr("Marked as read."), state=ReadState.FINISHED)
            return
        self._set(opened=True, **({"state": ReadState.READING} if new and rule != "by_hand" else {}))
        if rule == "after_seconds":
            self._read_timer.start(round(1000 * self._preferences.get(MARK_READ_SECONDS)))

    def _finish(self) -> None:
        if self._state is not None and self._state.state in (ReadState.NEW, ReadState.READING):
            self._set_by_hand(self.tr("Marked as read."), state=ReadState.FINISHED)

    def _set(self, **changes: object) -> None:
        path = self.path
        if path is None:
            return
        if self._state is not None:  # what is asked next must see it before the database has it
            known = {name: value for name, value in changes.items() if name != "opened"}
            self._state = replace(self._state, **known)  # type: ignore[arg-type]
        self._unanswered += 1
        self._feed.set_state(path, **changes)

    def _set_by_hand(self, done: str, **changes: object) -> None:
        """A change that can be taken back, also one that was made by a rule the person chose."""
        path = self.path
        if path is None:
            return
        self._unanswered += 1
        if self._state is not None:  # shown at once: the database may take its time
            self._state = replace(self._state, **changes)  # type: ignore[arg-type]
            self.state_known.emit(self._state)
        self._feed.history.change([(path, changes)], done)

    def take_state(self, state: ReadingState) -> None:
        """The reading state of the open article as it is now, whoever changed it."""
        self._unanswered = max(0, self._unanswered - 1)
        if self._unanswered:  # an answer to what was asked before something else was
            return
        self._state = state
        self.state_known.emit(state)

    def _on_failed(self, _sentence: str) -> None:
        """What was asked for may not have come about: show what is kept, not what was hoped for."""
        if self._unanswered and not self._feed.is_delayed:
            self._unanswered = 0
            self._on_many_changed()

    def _on_many_changed(self) -> None:
        if self.path is not None:
            self._feed.state_of(self.path, self._feed.state_changed.emit)


def reveal_file(path: Path) -> None:
    """Show a file in the file manager, selected where the desktop can do that."""
    if sys.platform == "win32":
        import subprocess

        subprocess.Popen(["explorer", "/select,", str(path)])
    elif sys.platform == "darwin":
        import subprocess

        subprocess.Popen(["open", "-R", str(path)])
    elif not _reveal_by_bus(path):
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def _reveal_by_bus(path: Path) -> bool:
    from PySide6.QtDBus import QDBusConnection, QDBusInterface

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    name = "org.freedesktop.FileManager1"
    manager = QDBusInterface(name, "/org/freedesktop/FileManager1", name, bus)
    if not manager.isValid():
        return False
    address = QUrl.fromLocalFile(str(path)).toString(QUrl.ComponentFormattingOption.FullyEncoded)
    manager.asyncCallWithArgumentList("ShowItems", [[address], ""])
    return True


def _file_name(title: str) -> str:
    kept = "".join("_" if sign in '/\\:*?"<>|' or ord(sign) < 32 else sign for sign in title)
    return kept.strip(" .")[:80] or "article"
