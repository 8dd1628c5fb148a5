# SPDX-License-Identifier: MIT
"""Saves a complete copy of the open article: a web page with its pictures, for the time its host is gone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.core.errors import ReaderError
from reader.core.presence import is_folder
from reader.core.settings.options import LANGUAGE

from .article_pages import OpenPage
from .save_question import ask_where_to_save, with_ending
from .sentences import in_own_words
from .status_line import StatusLine
from .window_parts import WindowParts

if TYPE_CHECKING:
    from reader.core.export.complete_copy import CopyReport, Form


class CopyCommands(QObject):
    """Asks where to, writes on a worker thread, tells how far it is and what is missing."""

    finished = Signal()
    _progressed = Signal(int, int)

    def __init__(self, parts: WindowParts, status: StatusLine, window: QWidget) -> None:
        super().__init__(window)
        self._parts, self._status, self._window = parts, status, window
        self._running = self._cancelled = False
        self._progressed.connect(self._on_progress)
        status.cancel_asked.connect(self._cancel)

    def save(self) -> None:
        """Ask for a name and a form, and write the copy there."""
        page = self._parts.detail.state.page
        if page is None or self._running:
            return
        from reader.core.export.complete_copy import SUFFIXES, copy_name

        filters: dict[str, Form] = {
            self.tr("One web page with everything inside (*.html)"): "file",
            self.tr("A web page with a folder of pictures (*.html)"): "folder",
            self.tr("Markdown with a folder of pictures (*.md)"): "markdown",
            self.tr("Electronic book (*.epub)"): "epub",
        }
        folder = str(self._parts.state.value("copies_folder", "")) or str(Path.home())
        folder = folder if is_folder(Path(folder)) else str(Path.home())
        suggested = Path(folder) / copy_name(page.article, "file")
        title = self.tr("Save complete copy")

        def finish(path: Path, wanted: str) -> Path:
            ending = SUFFIXES[filters.get(wanted, "file")]
            is_page = path.suffix.lower() in (".html", ".htm")
            return path.with_suffix(ending) if is_page and ending != ".html" else with_ending(path, ending)

        answer = ask_where_to_save(self._window, title, suggested, list(filters), finish)
        if answer is None:
            return
        target, form = answer[0], filters.get(answer[1], "file")
        self._parts.state.setValue("copies_folder", str(target.parent))
        self.write(page, target, form)

    def write(self, page: OpenPage, target: Path, form: Form) -> None:
        """Write a copy of an open article to `target`, in the look it has now."""
        from reader.core.export.complete_copy import save_copy

        from .look import locale_of, page_look
        from .page_words import page_words

        preferences = self._parts.preferences
        look = page_look(preferences, self._parts.style.theme.name)
        words = page_words(page.article, locale_of(preferences.get(LANGUAGE)), self._parts.language)
        self._running, self._cancelled = True, False

        def progress(done: int, total: int) -> bool:
            self._progressed.emit(done, total)
            return not self._cancelled

        self._parts.tasks.run(
            lambda: save_copy(page.article, look, words, page.images, target, form, progress),
            self._on_saved,
            self._on_failed,
        )

    def end(self) -> None:
        """The window closes."""
        self._cancelled = True

    def _cancel(self) -> None:
        self._cancelled = True

    def _on_progress(self, done: int, total: int) -> None:
        if self._running and total:
            text = self.tr("Saving a copy") + f" · {done} / {total}"
            self._status.show_work(text, done, total)

    def _on_saved(self, report: CopyReport) -> None:
        if report.cancelled:
            self._end(self.tr("The copy was not saved."))
            return
        text = self.tr("Saved as %1.").replace("%1", str(report.path))
        if report.missing:
            text += " " + self.tr("Pictures missing in it: %1.").replace("%1", str(report.missing))
        self._end(text)

    def _on_failed(self, error: ReaderError) -> None:
        self._end(in_own_words(str(error)))

    def _end(self, sentence: str) -> None:
        self._running = False
        self._status.be_quiet()
        self._status.say(sentence)
        self.finished.emit()
