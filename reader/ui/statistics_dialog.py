# SPDX-License-Identifier: MIT
"""The statistics page: how much was read today and this week, streaks, and where the time went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.core.settings.options import STATISTICS
from reader.core.settings.statistics import by_category, by_day, by_week, monday_of, reading_times, streaks
from reader.core.theme import Theme

from .application_style import ApplicationStyle
from .dialog_style import follow_theme, open_with_size
from .statistics_plots import CategoryShares, DayCalendar, WeekBars, duration

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from reader.core.library import Library
    from reader.core.settings.statistics import ReadingTime

    from .preference_changes import PreferenceChanges

_SIDE, _GAP, _SCROLL_BAR = 28, 24, 16  # pixels


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded, with the categories of its articles."""

    times: tuple[ReadingTime, ...]
    categories: Mapping[Path, Sequence[Sequence[str]]]


def read_recorded(library: Library) -> Recorded:
    """Everything the page shows; runs on the lane of the library."""
    times = reading_times(library.states)
    categories: dict[Path, Sequence[Sequence[str]]] = {}
    for path in {one.path for one in times if one.path is not None}:
        article = library.article_at(path)
        if article is not None:
            categories[path] = article.categories
    return Recorded(times, categories)


class StatisticsDialog(QDialog):
    """Figures above, plots below; recording is switched off right here."""

    def __init__(
        self,
        changes: PreferenceChanges,
        style: ApplicationStyle,
        locale: QLocale,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("statisticsDialog")
        self.setWindowTitle(self.tr("Reading statistics"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setLocale(locale)
        open_with_size(self, 620, 720)
        self._changes = changes
        self._figures: dict[str, QLabel] = {}
        self._captions: dict[str, QLabel] = {}
        self._plots = (DayCalendar(style.theme), WeekBars(style.theme), CategoryShares(style.theme))
        self.calendar, self.weeks, self.shares = self._plots
        self._empty = QLabel(self)
        self._empty.setObjectName("dialogSoft")
        self._empty.setWordWrap(True)
        self.record = QCheckBox(self.tr("Keep reading statistics"), self)
        self.record.setChecked(changes.value(STATISTICS.name))
        self.record.clicked.connect(lambda on: changes.set(STATISTICS.name, on))
        changes.changed.connect(self._on_changed)
        self._lay_out()
        follow_theme(self, style)
        style.theme_changed.connect(self._on_theme)

    def show_recorded(self, recorded: Recorded, today: date) -> None:
        """Show what was read."""
        days = by_day(recorded.times)
        weeks = by_week(recorded.times)
        runs = streaks(days, today)
        shown = {
            "today": duration(days.get(today, 0)),
            "week": duration(weeks.get(monday_of(today), 0)),
            "streak": self.tr("%Ln days", "", runs.current),
            "longest": self.tr("%Ln days", "", runs.longest),
        }
        for name, text in shown.items():
            self._figures[name].setText(text)
        self._place_figures()
        self.calendar.show_days(days, today)
        self.weeks.show_weeks(weeks, today)
        self.shares.show_shares(by_category(recorded.times, recorded.categories))
        for heading in self._headings:
            heading.setVisible(bool(recorded.times))
        for plot in self._plots:
            plot.setVisible(bool(recorded.times))
        self._empty.setText(self.tr("Nothing was recorded yet. Read for a minute or two, then look again."))
        self._empty.setVisible(not recorded.times)

    def figure(self, name: str) -> str:
        """One of the figures: today, week, streak, longest."""
        return self._figures[name].text()

    def _lay_out(self) -> None:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(_SIDE, 24, _SIDE, 16)
        column.setSpacing(12)
        column.addLayout(self._build_figures())
        column.addWidget(self._empty)
        names = (self.tr("By day"), self.tr("By week"), self.tr("By category"))
        self._headings: list[QLabel] = []
        for name, plot in zip(names, self._plots, strict=True):
            heading = QLabel(name, inner)
            heading.setObjectName("dialogSubheading")
            heading.setContentsMargins(0, 12, 0, 0)
            self._headings.append(heading)
            column.addWidget(heading)
            plot.setParent(inner)
            column.addWidget(plot)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(28, 8, 28, 16)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.close)
        buttons.addWidget(self.record)
        buttons.addStretch(1)
        buttons.addWidget(close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(area, 1)
        outer.addLayout(buttons)

    def _build_figures(self) -> QGridLayout:
        grid = self._grid = QGridLayout()
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(2)
        names = {
            "today": self.tr("Today"),
            "week": self.tr("This week"),
            "streak": self.tr("Days in a row"),
            "longest": self.tr("Longest so far"),
        }
        for name, text in names.items():
            figure = QLabel(self)
            figure.setObjectName("dialogFigure")
            caption = QLabel(text, self)
            caption.setObjectName("dialogSoft")
            figure.setAccessibleName(text)
            self._figures[name] = figure
            self._captions[name] = caption
        self._place_figures()
        return grid

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_figures()

    def _place_figures(self) -> None:
        """All in one row where there is room, else two by two, or one below the other."""
        pairs = [(figure, self._captions[name]) for name, figure in self._figures.items()]
        widest = [max(label.sizeHint().width() for label in pair) for pair in pairs]
        room = self.width() - 2 * _SIDE - _SCROLL_BAR
        columns = next(
            (count for count in (4, 2) if sum(max(widest[at::count]) + _GAP for at in range(count)) <= room),
            1,
        )
        for place, pair in enumerate(pairs):
            for part, label in enumerate(pair):
                self._grid.addWidget(label, 2 * (place // columns) + part, place % columns)
        for column in range(4):
            self._grid.setColumnStretch(column, int(column < columns))

    def _on_theme(self, theme: Theme) -> None:
        for plot in self._plots:
            plot.set_theme(theme)

    def _on_changed(self, name: str) -> None:
        if name == STATISTICS.name:
            self.record.setChecked(self._changes.value(name))
