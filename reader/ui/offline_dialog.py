# SPDX-License-Identifier: MIT
"""The window that shows how far "Make available offline" is, with pause and cancel."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from .image_process import ImageProcess, ImageProgress

_HOSTS = 6


class OfflineDialog(QDialog):
    """Asks, then follows the one job; put away while that runs, it leaves the job at work."""

    download_asked = Signal()
    stopped = Signal()  # the job is no longer wanted
    closed = Signal()

    def __init__(self, process: ImageProcess, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offlineDialog")
        self.setWindowTitle(self.tr("Offline pictures"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(440)
        self.process = process
        self._paused = False
        self._told = ImageProgress()
        self.headline = QLabel(self)
        self.headline.setWordWrap(True)
        self.headline.setTextFormat(Qt.TextFormat.PlainText)
        self.facts = QLabel(self)
        self.facts.setWordWrap(True)
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.errors = QLabel(self)
        self.errors.setWordWrap(True)
        self.errors.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.go = self._button(self.tr("Download"), self._on_go)
        self.go.setDefault(True)
        self.away = self._button(self.tr("In the background"), self.close)
        self.away.setToolTip(self.tr("Goes on while you read; the line below tells how far it is."))
        self.pause = self._button(self.tr("Pause"), self._toggle_pause)
        self.stop = self._button(self.tr("Cancel"), self.reject)
        self._lay_out()
        process.progressed.connect(self._on_progress)
        process.finished.connect(self._on_finished)

    def ask(self, place: str = "", chosen: int = 0) -> None:
        """Ask whether to download; `place` names the articles, or so many were chosen, or all are meant."""
        question = self.tr("Download the missing pictures of all articles?")
        if place:
            question = self.tr("Download the missing pictures of the articles in “%1”?").replace("%1", place)
        elif chosen:
            question = self.tr("Download the missing pictures of %Ln selected article(s)?", "", chosen)
        self.headline.setText(question)
        self.facts.setText(self.tr("Their hosts will see that somebody asks for them."))
        for widget in (self.bar, self.away, self.pause):
            widget.hide()

    def follow(self) -> None:
        """Show how far the job is."""
        self.go.hide()
        for widget in (self.bar, self.away, self.pause):
            widget.show()
        self.pause.setFocus()  # not on the button that stops what was just begun
        self.headline.setText(self.tr("Looking for missing pictures…"))
        self.facts.clear()
        self.bar.setRange(0, 0)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._paused:
            self.process.pause(False)  # there would be no way to go on
        self.closed.emit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.process.is_running:
            self.close()
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        self.stopped.emit()
        self.close()

    def _button(self, text: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _on=False: run())
        return button

    def _on_go(self) -> None:
        self.follow()
        self.download_asked.emit()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.away)
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
            facts.append(self.tr("%Ln s left", "", progress.left))
        self.facts.setText(" · ".join(facts))
        failed = _errors_text(progress.errors)
        self.errors.setText(self.tr("Not loaded: %1").replace("%1", failed) if failed else "")

    def _on_finished(self, report: Mapping[str, int] | None) -> None:
        self.bar.setRange(0, 1)
        self.bar.setValue(1)
        self.pause.hide()
        self.away.hide()
        self.stop.setText(self.tr("Close"))
        self.stop.setFocus()
        headline, *facts = outcome_in_words(report, self.process.complaint)
        self.headline.setText(headline)
        self.facts.setText(" · ".join(facts))


def outcome_in_words(report: Mapping[str, int] | None, complaint: str) -> list[str]:
    """What became of a job: the main thing first; without a report, why there is none."""

    translate = QCoreApplication.translate
    if report is None:
        failed = translate("OfflineDialog", "The pictures could not be loaded.")
        return [failed, complaint] if complaint else [failed]
    left = report["missing"] + report["failed"]
    stored = translate("OfflineDialog", "%Ln pictures are stored", "", report["cached"])
    if not left:
        return [stored, translate("OfflineDialog", "None is missing.")]
    return [stored, translate("OfflineDialog", "%Ln are still missing", "", left)]


def _errors_text(errors: Mapping[str, int]) -> str:
    """The hosts with most errors, most first."""
    worst = sorted(errors.items(), key=lambda item: -item[1])[:_HOSTS]
    return " · ".join(f"{host} ({count})" for host, count in worst)
