# SPDX-License-Identifier: MIT
"""Asks which file an article is now, where several may be it; below the page, and only when looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from .application_style import ApplicationStyle
from .library_feed import LibraryFeed
from .question_bar import QuestionBar

if TYPE_CHECKING:
    from reader.core.library import Library
    from reader.core.settings.questions import WhichFile

    from .which_file_dialog import Verdict


class IdentityQuestion(QObject):
    """Looks after scans, and after other machines were heard of."""

    settled = Signal()  # states have found their articles
    said = Signal(str)

    def __init__(self, feed: LibraryFeed, style: ApplicationStyle, locale: QLocale, pane: QWidget) -> None:
        super().__init__(pane)
        self._feed, self._style, self._locale, self._pane = feed, style, locale, pane
        self._put_off = False  # until the next start
        self._questions: tuple[WhichFile, ...] = ()
        self.bar = QuestionBar(pane)
        feed.scan_finished.connect(lambda _report: self.look())

    def look(self) -> None:
        """Follow what can be followed, and ask about the rest."""
        self._feed.consult(_look, self._on_found)

    def open(self) -> None:
        """Show the files that come into question."""
        from .which_file_dialog import WhichFileDialog

        if not self._questions:
            return
        dialog = WhichFileDialog(self._questions[0], self._style, self._locale, self._pane.window())
        dialog.decided.connect(self._on_decided)
        dialog.rejected.connect(self._wait)
        dialog.open()

    def _on_found(self, found: tuple[bool, tuple[WhichFile, ...]]) -> None:
        moved, self._questions = found
        if moved:
            self.settled.emit()
        if not self._questions:
            self.bar.withdraw()
        elif not self._put_off:
            self._ask()

    def _ask(self) -> None:
        text = self.tr(
            "%Ln article(s) left their place, and several files may be the same article.",
            "",
            len(self._questions),
        )
        self.bar.ask(text, [(self.tr("Choose…"), self.open), (self.tr("Decide later"), self._wait)])

    def _on_decided(self, verdict: Verdict) -> None:
        self._feed.consult(lambda library: verdict.carry_out(library.states), lambda _done: self._go_on())

    def _go_on(self) -> None:
        self.said.emit(self.tr("Noted."))
        self.settled.emit()

        def next_one(found: tuple[bool, tuple[WhichFile, ...]]) -> None:
            self._on_found(found)
            if self._questions:
                self.bar.withdraw()
                self.open()

        self._feed.consult(_look, next_one)

    def _wait(self) -> None:
        self._put_off = True
        self.bar.withdraw()


def _look(library: Library) -> tuple[bool, tuple[WhichFile, ...]]:
    from reader.core.settings.questions import which_files

    found = library.recognise_strays()
    return bool(found.moved or found.joined), which_files(library.states.store, found.questions)
