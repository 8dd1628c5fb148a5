# SPDX-License-Identifier: MIT
"""Long work that ends is told of, where nobody looks at the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader.ui.notifications import LONG, Notifications, post_to_desktop


class _Feed(QObject):
    scan_progressed = Signal(int, int)
    scan_finished = Signal(object)


@pytest.fixture
def active(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether the window is in front: what the list holds last."""
    states: list[bool] = [False]
    kinds = Qt.ApplicationState
    monkeypatch.setattr(
        QGuiApplication,
        "applicationState",
        lambda: kinds.ApplicationActive if states[-1] else kinds.ApplicationInactive,
    )
    return states


def test_only_long_scans_are_told_of(qapp: QApplication, active: list[bool]) -> None:
    feed, told, clock = _Feed(), [], [0.0]
    keeper = Notifications(
        feed,  # type: ignore[arg-type]
        feed,
        now=lambda: clock[0],
        post=lambda *words: told.append(words),
    )
    feed.scan_finished.emit({"articles": 3})
    feed.scan_progressed.emit(1, 3)
    clock[0] += LONG / 2
    feed.scan_progressed.emit(2, 3)
    feed.scan_finished.emit({"articles": 3})
    assert told == []
    feed.scan_progressed.emit(1, 3)
    clock[0] += LONG
    feed.scan_finished.emit(None)
    assert told == [], "it was stopped"
    feed.scan_progressed.emit(1, 3)
    clock[0] += LONG
    feed.scan_finished.emit({"articles": 3})
    assert [words[0] for words in told] == ["scan"]
    assert "3" in told[0][2]
    active.append(True)
    keeper.tell("offline", "Done.")
    assert len(told) == 1, "who looks at the window sees it there"


def test_without_a_desktop_nothing_happens(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    post_to_desktop("scan", "Article Reader", "Done.")
