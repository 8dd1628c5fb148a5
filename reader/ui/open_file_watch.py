# SPDX-License-Identifier: MIT
"""Has the article that is open read again when its file changes on the disk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.core.presence import is_file, is_folder, may_be_there

from .article_pages import FileStamp, OpenPage, stamp_of
from .detail_view import DetailView, Shown
from .library_feed import LibraryFeed
from .tasks import Tasks

_REST_MS = 250  # a file that is still being written is not at rest
_EMPTY_LOOKS = 12  # programs empty a file before they write it; after so many looks it is meant to be empty


class OpenFileWatch(QObject):
    """Listens to the file and its folder, and looks when the window comes to the front.

    An article that cannot be shown is opened again once its file is there, or is another one.
    The folder, since most programs put a new file in the place of the old one; the window, since folders in
    the network do not tell of changes. A file that is gone leaves the article on screen, and is said to be
    gone; it is followed when the library knows where it was moved.
    """

    moved = Signal(Path, Path)  # from where, to where
    returned = Signal(Path)  # what could not be shown may be shown now
    vanished = Signal(Path)  # and nobody knows where to
    found = Signal()  # again, or not wanted any more
    looked = Signal()  # at the file, after something happened

    def __init__(self, detail: DetailView, feed: LibraryFeed, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._detail, self._feed, self._tasks = detail, feed, tasks
        self._path: Path | None = None
        self._read: FileStamp | None = None  # of the file as it was read
        self._seen: FileStamp | None = None  # at the last look
        self._empty_looks = 0
        self._has_looked = False  # since it could not be shown
        self._missed = 0  # looks in a row at which it was not there
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_news)
        self._watcher.directoryChanged.connect(self._on_news)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._look)
        feed.scan_finished.connect(lambda _report: self._look())
        detail.article_shown.connect(self._attend)
        detail.article_failed.connect(lambda path, _why: self._await(path))
        window.installEventFilter(self)
        if detail.state.page is not None:
            self._attend(detail.state.page)
        elif detail.state.shown is Shown.FAILED and detail.state.path is not None:
            self._await(detail.state.path)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and self._path is not None:
            self._rest.start()
        return super().eventFilter(watched, event)

    def _attend(self, page: OpenPage) -> None:
        self._listen_to(page.article.path)
        self._read = page.stamp
        self._rest.start()  # it may have changed while it was read

    def _await(self, path: Path) -> None:
        """Listen for an article that cannot be shown."""
        self._listen_to(path)
        self._read, self._has_looked = None, not may_be_there(path)
        self._look()

    def _listen_to(self, path: Path) -> None:
        self._path, self._seen, self._empty_looks = path, None, 0
        self._be_there()
        watched = [*self._watcher.files(), *self._watcher.directories()]
        wanted = [str(each) for each in (path, path.parent) if is_file(each) or is_folder(each)]
        if watched != wanted:
            if watched:
                self._watcher.removePaths(watched)
            if wanted:
                self._watcher.addPaths(wanted)

    def _on_news(self, _path: str) -> None:
        self._rest.start()

    def _look(self) -> None:
        path = self._path
        if path is not None:
            self._tasks.run(lambda: stamp_of(path), lambda stamp: self._compare(path, stamp))

    def _compare(self, path: Path, stamp: FileStamp | None) -> None:
        self.looked.emit()
        if path != self._path:
            return
        if self._detail.state.shown is Shown.FAILED:
            self._compare_failed(path, stamp)
            return
        if stamp is None:
            self._miss(path)
            return
        self._be_there()
        is_shown = self._detail.state.shown is Shown.ARTICLE and self._detail.wanted == path
        if stamp != self._read and self._is_at_rest(path, stamp) and is_shown:
            self._read = stamp
            self._detail.reload()

    def _compare_failed(self, path: Path, stamp: FileStamp | None) -> None:
        if not self._has_looked:
            self._has_looked, self._read = True, stamp
        if stamp is None:
            self._read = None
        elif stamp != self._read and self._is_at_rest(path, stamp):
            self._read = stamp
            self.returned.emit(path)

    def _is_at_rest(self, path: Path, stamp: FileStamp) -> bool:
        """Whether a file that is another one now is written to its end; it is looked at again if not."""
        if str(path) not in self._watcher.files():
            self._watcher.addPath(str(path))  # another file stands there now
        if stamp != self._seen or self._is_being_emptied(stamp):
            self._seen = stamp
            self._rest.start()
            return False
        return True

    def _be_there(self) -> None:
        if self._missed:
            self._missed = 0
            self.found.emit()

    def _miss(self, path: Path) -> None:
        """The file is gone: a program that writes it anew may just have taken it away."""
        self._missed += 1
        if self._missed == 1:
            self._rest.start()
        else:
            self._seek(path)

    def _seek(self, path: Path) -> None:
        """Follow the file if it is known where to."""

        def found(place: Path) -> None:
            if path != self._path or self._detail.wanted != path or not self._missed:
                return
            if place != path:
                self.moved.emit(path, place)
            else:
                self.vanished.emit(path)

        self._feed.consult(lambda library: library.states.place_of(path), found)

    def _is_being_emptied(self, stamp: FileStamp) -> bool:
        self._empty_looks = 0 if stamp.size else self._empty_looks + 1
        return 0 < self._empty_looks < _EMPTY_LOOKS
