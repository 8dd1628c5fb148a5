# SPDX-License-Identifier: MIT
"""The statistics page, and the clock that only counts reading."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from reader.core.settings import Preferences
from reader.core.settings.options import STATISTICS
from reader.core.settings.statistics import ReadingTime
from reader.ui.application_style import ApplicationStyle
from reader.ui.detail_view import Shown
from reader.ui.preference_changes import PreferenceChanges
from reader.ui.reading_clock import ReadingClock
from reader.ui.statistics_dialog import Recorded, StatisticsDialog

TODAY = date(2026, 3, 4)


class _Page(QObject):
    scrollPositionChanged = Signal(object)
    selectionChanged = Signal()


class _Detail(QObject):
    first_paint = Signal()

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._page = _Page(self)
        self.view = SimpleNamespace(page=lambda: self._page)
        self.state = SimpleNamespace(shown=Shown.ARTICLE, path=path)

    def isVisible(self) -> bool:
        return True


class _Feed:
    """Runs at once what it is asked, over a state that only remembers."""

    def __init__(self) -> None:
        self.read: list[tuple[Path, float]] = []

    def write(self, work: Callable[[Any], object]) -> None:
        states = SimpleNamespace(add_reading_time=lambda path, seconds: self.read.append((path, seconds)))
        work(SimpleNamespace(states=states))


class _Clocked:
    def __init__(self, tmp_path: Path) -> None:
        self.now = 1000.0
        self.preferences = Preferences(tmp_path / "preferences.toml")
        self.detail, self.feed = _Detail(tmp_path / "a.md"), _Feed()
        self.clock = ReadingClock(self.detail, self.feed, self.preferences, self.detail, lambda: self.now)  # type: ignore[arg-type]

    def pass_time(self, seconds: int, *, stirring: bool = False) -> None:
        for _ in range(seconds // 5):
            self.now += 5
            if stirring:
                self.clock.stir()
            self.clock.tick()

    def total(self) -> float:
        self.clock.hand_over()
        return sum(seconds for _, seconds in self.feed.read)


@pytest.fixture
def clocked(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> _Clocked:
    active = Qt.ApplicationState.ApplicationActive
    monkeypatch.setattr(QGuiApplication, "applicationState", staticmethod(lambda: active))
    return _Clocked(tmp_path)


def test_reading_is_counted_and_idle_time_is_not(clocked: _Clocked) -> None:
    clocked.pass_time(300, stirring=True)
    assert clocked.total() == pytest.approx(300, abs=10)
    clocked.pass_time(3600)
    assert clocked.total() == pytest.approx(420, abs=15), "two minutes of one screen, no more"
    clocked.clock.stir()
    clocked.pass_time(60, stirring=True)
    assert clocked.total() == pytest.approx(480, abs=15)


def test_each_article_gets_its_own_time(clocked: _Clocked, tmp_path: Path) -> None:
    clocked.pass_time(30, stirring=True)
    clocked.detail.state = SimpleNamespace(shown=Shown.ARTICLE, path=tmp_path / "b.md")
    clocked.detail.first_paint.emit()
    clocked.pass_time(20, stirring=True)
    clocked.clock.hand_over()
    assert [(path.name, seconds) for path, seconds in clocked.feed.read] == [("a.md", 30), ("b.md", 20)]


def test_nothing_is_recorded_when_it_is_switched_off(clocked: _Clocked) -> None:
    clocked.preferences.set(STATISTICS, False)
    clocked.pass_time(600, stirring=True)
    assert clocked.total() == 0
    assert clocked.feed.read == []


def test_a_window_in_the_back_does_not_count(clocked: _Clocked, monkeypatch: pytest.MonkeyPatch) -> None:
    inactive = Qt.ApplicationState.ApplicationInactive
    monkeypatch.setattr(QGuiApplication, "applicationState", staticmethod(lambda: inactive))
    clocked.pass_time(600, stirring=True)
    assert clocked.total() == 0


def _dialog(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> StatisticsDialog:
    changes = PreferenceChanges(Preferences(tmp_path / "preferences.toml"))
    dialog = StatisticsDialog(changes, ApplicationStyle(qapp, "light"), QLocale("en"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog._changes_kept = changes  # type: ignore[attr-defined]
    return dialog


def test_the_page_says_what_was_read(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    dialog = _dialog(qtbot, qapp, tmp_path)
    path = tmp_path / "a.md"
    times = tuple(ReadingTime("a", TODAY - timedelta(days=back), 1800, path) for back in range(5))
    dialog.show_recorded(Recorded(times, {path: [("编程",)]}), TODAY)
    dialog.show()
    assert dialog.figure("today") == "30 min"
    assert dialog.figure("week") == "1 h 30 min"
    assert dialog.figure("streak") == "5 days"
    empty = dialog.calendar.grab().toImage()
    dialog.show_recorded(Recorded((), {}), TODAY)
    assert dialog.figure("today") == "0 min"
    assert not dialog.calendar.isVisible()
    dialog.calendar.show_days({}, TODAY)
    assert dialog.calendar.grab().toImage() != empty


def test_recording_is_switched_off_on_the_page(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    dialog = _dialog(qtbot, qapp, tmp_path)
    assert dialog.record.isChecked()
    dialog.record.click()
    assert not Preferences(tmp_path / "preferences.toml").get(STATISTICS)


def test_the_page_fits_into_a_narrow_window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    dialog = _dialog(qtbot, qapp, tmp_path)
    times = tuple(ReadingTime("a", TODAY - timedelta(days=back), 30_000) for back in range(300))
    dialog.show_recorded(Recorded(times, {}), TODAY)
    dialog.show()
    (area,) = dialog.findChildren(QScrollArea)
    for width in (340, 900, 340):
        dialog.resize(width, 560)
        qtbot.waitUntil(lambda wide=width: area.width() == wide and area.horizontalScrollBar().maximum() == 0)
        qapp.processEvents()
        assert dialog.width() == width
    newest = dialog.weeks._areas[-1][0]
    assert newest.right() <= dialog.weeks.width()
    assert len(dialog.weeks._areas) < 12, "those there is room for"


def test_the_first_seconds_are_no_tall_bar(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    dialog = _dialog(qtbot, qapp, tmp_path)
    dialog.show_recorded(Recorded((ReadingTime("a", TODAY, 20),), {}), TODAY)
    dialog.show()
    assert dialog.figure("today") == "< 1 min"
    few = dialog.weeks.grab().toImage()
    dialog.show_recorded(Recorded((ReadingTime("a", TODAY, 20_000),), {}), TODAY)
    assert dialog.weeks.grab().toImage() != few
