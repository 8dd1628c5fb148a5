# SPDX-License-Identifier: MIT
"""The line at the bottom: there only while something is going on, or something is to be said."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QToolButton, QWidget

_HEIGHT = 28
_SAY_MS = 6000
_OFFER_MS = 10_000


class StatusLine(QWidget):
    """Progress of a scan with a way to stop it, or one sentence for a few seconds."""

    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setMinimumHeight(_HEIGHT)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)  # nothing of what went wrong is cut off
        self._text.setMinimumWidth(1)  # a long sentence does not widen the window
        self._told = self._said = ""
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(160, 4)
        self._offered: Callable[[], object] = lambda: None
        self._offer = QPushButton(self)
        self._offer.setProperty("flat", True)
        self._offer.clicked.connect(self._on_offer)
        self._offer.hide()
        self._cancel = QToolButton(self)
        self._cancel.setText("✕")
        self._cancel.setIcon(QIcon())
        self._cancel.setAutoRaise(True)
        self._cancel.setToolTip(self.tr("Stop"))
        self._cancel.setAccessibleName(self.tr("Stop"))
        self._cancel.clicked.connect(self.cancel_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 3, 8, 3)
        layout.setSpacing(12)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._offer)
        layout.addWidget(self._bar)
        layout.addWidget(self._cancel)
        self._away = QTimer(self, singleShot=True)
        self._away.timeout.connect(self._rest)
        self._began = 0.0
        self.hide()

    def show_progress(self, done: int, total: int) -> None:
        """How far a scan is; `total` 0 while that is not known."""
        if not self._bar.isVisible() or done == 0:
            self._began = time.monotonic()
        self._away.stop()
        self._offer.hide()
        self._put(self._progress_text(done, total))
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.show()
        self._cancel.show()
        self.show()

    def show_work(self, text: str, done: int, total: int) -> None:
        """How far some other work is, in its own words."""
        self._away.stop()
        self._offer.hide()
        self._put(text)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.show()
        self._cancel.show()
        self.show()

    def say(self, sentence: str) -> None:
        """Show one sentence for a few seconds."""
        self._put(sentence)
        self._text.setToolTip(sentence)
        self._offer.hide()
        self._bar.hide()
        self._cancel.hide()
        self.show()
        self._away.start(_SAY_MS)

    def tell(self, sentence: str) -> None:
        """Say something that is not to be missed: it stays, or comes back, until the person has seen it."""
        self._told = sentence
        if not self.isVisible() or self._away.isActive():
            self._rest()

    def tell_trouble(self, sentence: str) -> None:
        """Tell of trouble that may pass; an empty sentence says that it has."""
        self.tell(sentence)
        if not sentence:
            self.say(self.tr("All that you did is written now."))

    def offer(self, sentence: str, label: str, run: Callable[[], object]) -> None:
        """Say what was done, with a button beside it for a while."""
        self.say(sentence)
        self._offered = run
        self._offer.setText(label)
        self._offer.setAccessibleName(f"{label}: {sentence}")
        self._offer.show()
        self._away.start(_OFFER_MS)

    def text(self) -> str:
        """What the line says."""
        return self._said

    def _put(self, text: str) -> None:
        self._said = text
        self._text.setText(text.replace("/", "/\u200b"))  # a path may go on in the next line
        self._text.setAccessibleName(text)

    def be_quiet(self) -> None:
        """Nothing is going on any more."""
        if not self._away.isActive():
            self._rest()

    def _rest(self) -> None:
        if self._told:
            self.offer(self._told, self.tr("OK"), self._forget)
            self._away.stop()
        else:
            self.hide()

    def _forget(self) -> None:
        self._told = ""

    def _on_offer(self) -> None:
        self.hide()
        self._offered()
        if self._told:
            self._rest()

    def _progress_text(self, done: int, total: int) -> str:
        if total <= 0:
            return self.tr("Looking for articles… %Ln found", "", done)
        speed = done / max(0.001, time.monotonic() - self._began)
        text = self.tr("Reading articles") + f" · {100 * done // total} %"
        if speed > 0 and done > 50:
            text += " · " + self.tr("%Ln articles/s", "", round(speed))
            left = round((total - done) / speed)
            if left > 1:
                text += " · " + self.tr("%Ln s left", "", left)
        return text
