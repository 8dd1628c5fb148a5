# SPDX-License-Identifier: MIT
"""Which file is this article now: what is known of it, and the files that come into question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from .application_style import ApplicationStyle
from .dialog_style import follow_theme, open_with_size
from .elided_text import plain_line
from .written_dates import written_date

if TYPE_CHECKING:
    from reader.core.settings import ReadingStates
    from reader.core.settings.questions import WhichFile

_ALL, _NONE = 10_000, 10_001  # ids of the answers that name no single file
_MOST_FILES = 50


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person said about one state."""

    question: WhichFile
    chosen: tuple[Path, ...]  # empty: none of them

    def carry_out(self, states: ReadingStates) -> None:
        """Do so; to be called where the reading state is at home."""
        from reader.core.settings.questions import decline, give_place

        question = self.question
        if self.chosen:
            give_place(states, question.lost.uid, self.chosen)
        else:
            decline(states.store, question.lost.uid, question.candidates)


class WhichFileDialog(QDialog):
    """One question; closing it leaves it open."""

    decided = Signal(object)  # Verdict

    def __init__(
        self, question: WhichFile, style: ApplicationStyle, locale: QLocale, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("whichFileDialog")
        self.setWindowTitle(self.tr("Which file is it?"))
        self.setLocale(locale)
        open_with_size(self, 560, 420)
        self._question = question
        self._choices = QButtonGroup(self)
        self.done_button = QPushButton(self.tr("Done"), self)
        self.done_button.setEnabled(False)
        self.done_button.setProperty("primary", True)
        self._lay_out()
        follow_theme(self, style)
        self._choices.idToggled.connect(lambda _id, _on: self.done_button.setEnabled(True))
        self.done_button.clicked.connect(self._decide)
        self.finished.connect(self.deleteLater)

    @property
    def choices(self) -> list[QRadioButton]:
        """The answers, in their order."""
        return [button for button in self._choices.buttons() if isinstance(button, QRadioButton)]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        lost = self._question.lost
        heading = QLabel(plain_line(lost.title, 120) or self.tr("An article without a title"), self)
        heading.setObjectName("dialogSubheading")
        heading.setWordWrap(True)
        known = QLabel(self._known(), self)
        known.setObjectName("dialogSoft")
        known.setWordWrap(True)
        column.addWidget(heading)
        column.addWidget(known)
        column.addSpacing(8)
        column.addWidget(QLabel(self.tr("Several files may be this article. Which one is it?"), self))
        column.addWidget(self._files(), 1)
        later = QPushButton(self.tr("Decide later"), self)
        later.setProperty("flat", True)
        later.setAutoDefault(False)
        later.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(later)
        buttons.addWidget(self.done_button)
        column.addLayout(buttons)

    def _files(self) -> QWidget:
        inner = QWidget(self)
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.setSpacing(6)
        for number, path in enumerate(self._question.candidates[:_MOST_FILES]):
            rows.addWidget(self._choice(plain_line(path.name, 80), number))
            where = QLabel(self._where(path), inner)
            where.setObjectName("dialogSoft")
            where.setContentsMargins(26, 0, 0, 4)
            where.setWordWrap(True)
            rows.addWidget(where)
        if self._question.same_content:
            rows.addWidget(self._choice(self.tr("All of them: copies that share what I do"), _ALL))
        rows.addWidget(self._choice(self.tr("None of them"), _NONE))
        rows.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        return area

    def _choice(self, text: str, number: int) -> QRadioButton:
        button = QRadioButton(text.replace("&", "&&"), self)
        self._choices.addButton(button, number)
        return button

    def _known(self) -> str:
        lost = self._question.lost
        told: list[str] = []
        if lost.path is not None:
            told.append(self.tr("It was %1").replace("%1", str(lost.path)))
        if lost.progress > 0:
            told.append(self.tr("read to %1 %").replace("%1", str(round(100 * lost.progress))))
        if lost.starred:
            told.append(self.tr("starred"))
        if lost.highlights:
            told.append(self.tr("%Ln highlight(s)", "", lost.highlights))
        if lost.opened_at:
            told.append(self.tr("last opened: %1").replace("%1", self._day(lost.opened_at)))
        return " · ".join(told)

    def _where(self, path: Path) -> str:
        try:
            changed = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
        except (OSError, ValueError, OverflowError):
            return str(path.parent)
        day = self._day(f"{changed:%Y-%m-%d}")
        when = self.tr("changed: %1").replace("%1", day)
        return f"{path.parent} · {when}"

    def _day(self, moment: str) -> str:
        return written_date(moment, self.locale(), datetime.now().astimezone().date())

    def _decide(self) -> None:
        number = self._choices.checkedId()
        candidates = self._question.candidates
        chosen = candidates if number == _ALL else () if number == _NONE else (candidates[number],)
        self.decided.emit(Verdict(self._question, tuple(chosen)))
        self.accept()
