# SPDX-License-Identifier: MIT
"""Has the reading state backed up while the window is used, and says what happened to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QObject, QTimer, Signal

from reader.core.presence import may_be_there

from .library_feed import LibraryFeed

if TYPE_CHECKING:
    from reader.core.library import Library

_FIRST_MS = 20_000
_LOOK_MS = 10 * 60_000
translate = QCoreApplication.translate


class Safekeeping(QObject):
    """Looks now and then whether a backup is due."""

    said = Signal(str)  # a sentence that is not to be missed

    def __init__(self, feed: LibraryFeed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._feed = feed
        self._told: tuple[str, ...] = ()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        self._timer.start(_FIRST_MS)
        feed.consult(lambda library: library.states.news, self._on_news)  # at once: one may not stay long

    def look(self) -> None:
        """Make a backup if the last one is an hour old."""
        self._timer.start(_LOOK_MS)
        self._feed.consult(_keep_safe, self._on_news)

    def _on_news(self, news: tuple[str, ...]) -> None:
        for sentence in news[len(self._told) :]:
            self.said.emit(told_of(sentence))
        self._told = news


def told_of(sentence: str) -> str:
    """A sentence of the reading state in the language of the window."""
    from reader.core.settings.recovery import RecoveryNews

    if not isinstance(sentence, RecoveryNews):
        return sentence
    if sentence.backup is None:
        text = translate(
            "Safekeeping", "The reading state was damaged and has been restored from the journal."
        )
    elif sentence.journal:
        text = translate(
            "Safekeeping",
            "The reading state was damaged and has been restored from the backup of %1 and the journal.",
        )
    else:
        text = translate(
            "Safekeeping", "The reading state was damaged and has been restored from the backup of %1."
        )
    kept = translate("Safekeeping", "The damaged file was kept as %1.").replace("%1", str(sentence.aside))
    if sentence.backup is not None:
        made = QDateTime.fromSecsSinceEpoch(int(sentence.backup.timestamp())).toLocalTime()
        text = text.replace("%1", QLocale().toString(made, QLocale.FormatType.ShortFormat))
    return f"{text} {kept}"


def _keep_safe(library: Library) -> tuple[str, ...]:
    from reader.core.settings.backup import back_up_if_due

    if may_be_there(library.states.path):
        back_up_if_due(library.states.store)
    return library.states.news
