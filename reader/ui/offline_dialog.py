# SPDX-License-Identifier: MIT
"""The window that shows how far "Make available offline" is, with pause and cancel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from .image_process import ImageProcess, ImageProgress

_HOSTS = 6


class OfflineDialog(QDialog):
    """Starts when told to; closing it stops. What was stored stays, and the next time goes on from there."""

    done_with = Signal()
    begun = Signal(list)  # the words
    came_out = Signal(str)  # how, in one sentence
    ended = Signal()  # by itself, or because somebody closed it

    def __init__(
        self, words: Sequence[str], place: str = "", parent: QWidget | None = None, *, chosen: int = 0
    ) -> None:
        """`words` name the articles as the command line does.

        For people `place` names them, or there are as many as `chosen` by hand; without both, all are meant.
        """
        super().__init__(parent)
        self.setObjectName("offlineDialog")
        self.setWindowTitle(self.tr("Offline pictures"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(440)
        self._paused = False
        self._told = ImageProgress()
        question = self.tr("Download the missing pictures of all articles?")
        if place:
            question = self.tr("Download the missing pictures of the articles in “%1”?").replace("%1", place)
        elif chosen:
            question = self.tr("Download the missing pictures of %n selected article(s)?", "", chosen)
        self.headline = QLabel(question, self)
        self.headline.setWordWrap(True)
        self.headline.setTextFormat(Qt.TextFormat.PlainText)
        self.facts = QLabel(self.tr("Their hosts will see that somebody asks for them."), self)
        self.errors = QLabel(self)
        self.errors.setWordWrap(True)
        self.errors.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.hide()
        self.go = QPushButton(self.tr("Download"), self)
        self.go.setDefault(True)
        self.pause = QPushButton(self.tr("Pause"), self)
        self.pause.setAutoDefault(False)
        self.stop = QPushButton(self.tr("Cancel"), self)
        self.stop.setAutoDefault(False)
        self._lay_out()
        self.process = ImageProcess(self)
        self.process.progressed.connect(self._on_progress)
        self.process.finished.connect(self._on_finished)
        self.go.clicked.connect(lambda: self._start(words))
        self.pause.clicked.connect(self._toggle_pause)
        self.stop.clicked.connect(self.reject)
        self.pause.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        if event.spontaneous():  # else the program may be ending, and the next start goes on
            self.ended.emit()
        self.process.end()
        self.done_with.emit()
        event.accept()

    def reject(self) -> None:
        self.ended.emit()
        self.close()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.go)
        buttons.addWidget(self.pause)
        buttons.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for widget in (self.headline, self.bar, self.facts, self.errors):
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(buttons)

    def _start(self, words: Sequence[str]) -> None:
        self.go.hide()
        self.pause.show()
        self.headline.setText(self.tr("Looking for missing pictures…"))
        self.facts.clear()
        self.bar.setRange(0, 0)
        self.bar.show()
        self.process.start(words)
        self.begun.emit(list(words))

    def _toggle_pause(self) -> None:
        self._paused = not self._paused
        self.process.pause(self._paused)
        self.pause.setText(self.tr("Resume") if self._paused else self.tr("Pause"))
        if self._paused:
            self.headline.setText(self.tr("Paused"))
        self._on_progress(self._told)

    def _on_progress(self, progress: ImageProgress) -> None:
        self._told = progress
        if not self._paused:
            self.headline.setText(self.tr("Loading pictures") + f" · {progress.done} / {progress.total}")
        self.bar.setRange(0, max(1, progress.total))
        self.bar.setValue(progress.done)
        size = QLocale().formattedDataSize
        facts = [size(progress.received)]
        if not self._paused:
            facts.append(size(progress.speed) + "/s")
        if progress.left and not self._paused:
            facts.append(self.tr("%n s left", "", progress.left))
        self.facts.setText(" · ".join(facts))
        failed = _errors_text(progress.errors)
        self.errors.setText(self.tr("Not loaded: %1").replace("%1", failed) if failed else "")

    def _on_finished(self, report: Mapping[str, int] | None) -> None:
        self.ended.emit()
        self.bar.setRange(0, 1)
        self.bar.setValue(1)
        self.pause.hide()
        self.stop.setText(self.tr("Close"))
        if report is None:
            self.headline.setText(self.tr("The pictures could not be loaded."))
            self.came_out.emit(self.headline.text())
            return
        self.headline.setText(self.tr("%n pictures are stored", "", report["cached"]))
        left = report["missing"] + report["failed"]
        self.facts.setText(self.tr("%n are still missing", "", left) if left else self.tr("None is missing."))
        self.came_out.emit(f"{self.headline.text()} · {self.facts.text()}")


def _errors_text(errors: Mapping[str, int]) -> str:
    """The hosts with most errors, most first."""
    worst = sorted(errors.items(), key=lambda item: -item[1])[:_HOSTS]
    return " · ".join(f"{host} ({count})" for host, count in worst)
