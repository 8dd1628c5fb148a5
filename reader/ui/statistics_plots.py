# SPDX-License-Identifier: MIT
"""The plots of the statistics page: a calendar of days, bars of weeks, shares of categories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from reader.core.settings.statistics import monday_of
from reader.core.theme import Theme

_CELL, _GAP, _WEEKS = 13, 3, 32
_BARS, _BAR_HIGH, _SLOT = 12, 120, 40
_LEAST = 600  # seconds that fill a plot: the first seconds are not yet a tall bar
_ROW, _MOST_SHARES = 30, 6


class _Plot(QWidget):
    """A plot with texts that appear under the mouse."""

    def __init__(self, theme: Theme, size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._size = size
        self._areas: list[tuple[QRectF, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(size.height())

    def sizeHint(self) -> QSize:
        return self._size

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.theme = theme
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            place = QPointF(event.pos())
            text = next((text for area, text in self._areas if area.contains(place)), "")
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _painter(self) -> QPainter:
        self._areas.clear()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        font = self.font()
        font.setPixelSize(11)
        painter.setFont(font)
        return painter


class DayCalendar(_Plot):
    """One square a day, a column a week, darker for more; the newest week at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QSize(_WEEKS * (_CELL + _GAP), 7 * (_CELL + _GAP) + 18), parent)
        self._days: Mapping[date, int] = {}
        self._today = date.min
        self.setAccessibleName(self.tr("Reading by day"))

    def show_days(self, days: Mapping[date, int], today: date) -> None:
        """Seconds by day."""
        self._days, self._today = days, today
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = self._painter()
        if self._today == date.min:
            return
        step = _CELL + _GAP
        weeks = min(_WEEKS, max(1, self.width() // step))
        first = monday_of(self._today) - timedelta(weeks=weeks - 1)
        most = max([_LEAST, *self._days.values()])
        month = 0
        for column in range(weeks):
            monday = first + timedelta(weeks=column)
            if monday.month != month and (month or monday.day <= 7) and column < weeks - 1:
                painter.setPen(QColor(self.theme.ink_faint))
                name = self.locale().standaloneMonthName(monday.month, QLocale.FormatType.ShortFormat)
                painter.drawText(QPointF(column * step, 11), name)
                painter.setPen(Qt.PenStyle.NoPen)
            month = monday.month
            for row in range(7):
                day = monday + timedelta(days=row)
                if day > self._today:
                    break
                seconds = self._days.get(day, 0)
                area = QRectF(column * step, 18 + row * step, _CELL, _CELL)
                painter.setBrush(_shade(self.theme, seconds / most))
                painter.drawRoundedRect(area, 3, 3)
                shown = self.locale().toString(QDate(day.year, day.month, day.day))
                self._areas.append((area, f"{shown}: {duration(seconds)}"))
        painter.end()


class WeekBars(_Plot):
    """One bar a week, with its length."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QSize(480, _BAR_HIGH + 36), parent)
        self._weeks: Sequence[tuple[date, int]] = ()
        self.setAccessibleName(self.tr("Reading by week"))

    def show_weeks(self, weeks: Mapping[date, int], today: date) -> None:
        """Seconds by Monday."""
        last = monday_of(today)
        mondays = [last - timedelta(weeks=back) for back in range(_BARS - 1, -1, -1)]
        self._weeks = [(monday, weeks.get(monday, 0)) for monday in mondays]
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = self._painter()
        shown = self._weeks[-max(1, min(_BARS, int(self.width() // _SLOT))) :]
        most = max((seconds for _, seconds in shown), default=0)
        slot = self.width() / max(1, len(shown))
        for place, (monday, seconds) in enumerate(shown):
            high = _BAR_HIGH * seconds / max(_LEAST, most)
            wide = min(36.0, slot * 0.62)
            left = place * slot + (slot - wide) / 2
            bar = QRectF(left, 18 + _BAR_HIGH - max(2.0, high), wide, max(2.0, high))
            painter.setPen(Qt.PenStyle.NoPen)
            current = place == len(shown) - 1
            painter.setBrush(_shade(self.theme, 1 if current and seconds else 0.55 if seconds else 0))
            painter.drawRoundedRect(bar, 3, 3)
            painter.setPen(QColor(self.theme.ink_soft if current else self.theme.ink_faint))
            below = QRectF(place * slot, 20 + _BAR_HIGH, slot, 16)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), f"{monday.month}/{monday.day}")
            if seconds == most and most:
                room = wide + 80
                start = max(0.0, min(left - 40, self.width() - room))
                flush = Qt.AlignmentFlag.AlignRight if start < left - 40 else Qt.AlignmentFlag.AlignHCenter
                above = QRectF(start, bar.top() - 17, room, 15)
                painter.drawText(above, int(flush | Qt.AlignmentFlag.AlignVCenter), duration(seconds))
            self._areas.append((QRectF(place * slot, 0, slot, self.height()), duration(seconds)))
        painter.end()


class CategoryShares(_Plot):
    """The categories that were read most, as bars of their share."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QSize(480, _ROW), parent)
        self._shares: Sequence[tuple[str, int]] = ()
        self.setAccessibleName(self.tr("Reading by category"))

    def show_shares(self, shares: Mapping[str, int]) -> None:
        """Seconds by category, the most first."""
        nameless = self.tr("Without a category")
        self._shares = [(name or nameless, seconds) for name, seconds in shares.items()][:_MOST_SHARES]
        self.setFixedHeight(max(1, len(self._shares)) * _ROW)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = self._painter()
        font = painter.font()
        font.setPixelSize(13)
        painter.setFont(font)
        most = max((seconds for _, seconds in self._shares), default=0)
        names = min(180, self.width() // 3)
        room = self.width() - names - 120
        for row, (name, seconds) in enumerate(self._shares):
            top = row * _ROW
            painter.setPen(QColor(self.theme.ink))
            text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, names - 12)
            painter.drawText(QRectF(0, top, names, _ROW - 8), int(Qt.AlignmentFlag.AlignVCenter), text)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_shade(self.theme, 0.55))
            bar = QRectF(names, top + 5, max(3.0, room * seconds / most if most else 0), _ROW - 18)
            painter.drawRoundedRect(bar, 3, 3)
            painter.setPen(QColor(self.theme.ink_soft))
            place = QRectF(bar.right() + 10, top, 110, _ROW - 8)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), duration(seconds))
        painter.end()


def duration(seconds: int) -> str:
    """Hours and minutes, as short as they can be said."""
    minutes = round(seconds / 60)
    if minutes < 60:
        said = str(minutes) if minutes or not seconds else "< 1"
        return QCoreApplication.translate("Statistics", "%1 min").replace("%1", said)
    text = QCoreApplication.translate("Statistics", "%1 h %2 min")
    return text.replace("%1", str(minutes // 60)).replace("%2", str(minutes % 60))


def _shade(theme: Theme, share: float) -> QColor:
    """From the ground of the plot to the accent."""
    ground, accent = QColor(theme.rule), QColor(theme.accent)
    if share <= 0:
        return ground
    part = 0.3 + 0.7 * min(1.0, share)
    pairs = (
        (ground.red(), accent.red()),
        (ground.green(), accent.green()),
        (ground.blue(), accent.blue()),
    )
    return QColor(*(round(low + (high - low) * part) for low, high in pairs))
