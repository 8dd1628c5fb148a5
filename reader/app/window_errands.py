# SPDX-License-Identifier: MIT
"""Does for a command what it asked the open window for: folders in or out of the library, and a scan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject

from reader.core.errors import ReaderError
from reader.ui.library_feed import LibraryFeed

from .errands import Errand

if TYPE_CHECKING:
    from reader.core.library import Library

    from .instance_server import Visit

_SUMS = ("added", "changed", "moved", "removed", "seconds")


def take_errand(visit: Visit) -> None:
    """Take up what a visit asks for, if a window keeps the library up to date; else the visitor does it."""
    errand = Errand.from_line(visit.line)
    application = QCoreApplication.instance()
    if errand is None or application is None:
        return
    feeds = application.findChildren(LibraryFeed)
    feed = next((feed for feed in feeds if feed.takes_errands), None)
    if feed is not None:
        visit.take_up()
        _Run(feed, errand, visit).begin()


class _Run(QObject):
    """One errand; ends with its visit."""

    def __init__(self, feed: LibraryFeed, errand: Errand, visit: Visit) -> None:
        super().__init__(visit)
        self._feed, self._errand, self._visit = feed, errand, visit
        self._order = 0
        self._failure = ""
        self._begins = False  # following the library, for this errand
        self._sums: dict[str, Any] = dict.fromkeys(_SUMS, 0)

    def begin(self) -> None:
        """Change the folders first, on the lane of the databases."""
        if self._errand.deed == "scan":
            self._scan()
        else:
            self._feed.consult(self._change_folders, self._on_changed)

    def _change_folders(self, library: Library) -> str:
        errand = self._errand
        try:
            for folder in errand.folders:
                if errand.deed == "add":
                    library.add_folder(folder, errand.dialect, errand.category_rule)
                else:
                    library.remove_folder(folder)
        except ReaderError as error:
            return str(error)
        return ""

    def _on_changed(self, failure: str) -> None:
        self._feed.refresh()
        if self._visit.is_gone:
            self._feed.rescan()
        elif failure:
            self._say_last({"error": failure})
        else:
            self._scan()

    def _scan(self) -> None:
        scan = self._feed.scan
        scan.progressed.connect(self._on_progress)
        scan.failed.connect(self._on_failed)
        scan.finished.connect(self._on_finished)
        self._begins = not scan.is_following
        self._order = scan.order(full=self._errand.full)

    def _on_progress(self, done: int, total: int) -> None:
        self._visit.tell({"done": done, "total": total, "phase": self._feed.scan.phase})

    def _on_failed(self, sentence: str) -> None:
        self._failure = sentence

    def _on_finished(self, report: dict[str, Any] | None) -> None:
        """A scan that made way for news goes on; only its last report says that everything is read."""
        if report is None:
            self._finish({"error": self._failure or "The window's scan has ended; run the command again."})
            return
        is_ours = int(report.get("order", 0)) >= self._order
        if is_ours or self._begins:  # a process that begins looks at everything before it hears of an order
            for name in _SUMS:
                self._sums[name] += report.get(name, 0)
        if not is_ours:
            return
        if report.get("complete") or report.get("stopped"):
            whole = {name: report.get(name, 0) for name in ("articles", "problems")}
            sums = {**self._sums, "seconds": round(self._sums["seconds"], 3)}
            self._finish({"report": {**whole, **sums, "complete": bool(report.get("complete"))}})

    def _finish(self, message: dict[str, Any]) -> None:
        scan = self._feed.scan
        scan.progressed.disconnect(self._on_progress)
        scan.failed.disconnect(self._on_failed)
        scan.finished.disconnect(self._on_finished)
        self._say_last(message)

    def _say_last(self, message: dict[str, Any]) -> None:
        self._visit.tell(message)
        self._visit.end()
