# SPDX-License-Identifier: MIT
"""The page of backups: what would change is told, and only then done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QDateTime, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.resources import resource_path
from reader.core.settings import ReadingStates, ReadState
from reader.core.settings.anchoring import Selector
from reader.core.settings.backup import back_up
from reader.ui.application_style import ApplicationStyle
from reader.ui.backup_dialog import BackupDialog, _moment


class _Feed:
    """Answers at once, on this thread."""

    def __init__(self, states: ReadingStates) -> None:
        self._library = SimpleNamespace(states=states)

    def consult(self, work: Callable[[Any], object], on_done: Callable[[Any], object]) -> None:
        on_done(work(self._library))


@pytest.fixture
def states(tmp_path: Path) -> Iterator[ReadingStates]:
    states = ReadingStates(tmp_path / "state.db")
    yield states
    states.close()


def _open(qtbot: QtBot, qapp: QApplication, states: ReadingStates) -> BackupDialog:
    dialog = BackupDialog(_Feed(states), ApplicationStyle(qapp, "light"), QLocale("en"))  # type: ignore[arg-type]
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_preview_comes_before_the_restoration(
    qtbot: QtBot, qapp: QApplication, states: ReadingStates, tmp_path: Path
) -> None:
    path = tmp_path / "essay.md"
    states.set(path, starred=True)
    back_up(states.store)
    states.set(path, starred=False)
    dialog = _open(qtbot, qapp, states)
    assert dialog.backups.count() == 1
    assert dialog.changes.count() == 1
    assert dialog.changes.item(0).text() == "essay\nstar: no → yes"
    assert not states.get(path).starred, "a preview changes nothing"
    with qtbot.waitSignal(dialog.restored):
        dialog.restore_button.click()
    assert states.get(path).starred


def test_what_changed_of_one_article_stands_in_one_row(
    qtbot: QtBot, qapp: QApplication, states: ReadingStates, tmp_path: Path
) -> None:
    essay, other = tmp_path / "essay.md", tmp_path / "a letter.md"
    states.set(essay, starred=True, state=ReadState.READING, tags=["kept", "gone"])
    states.set(other, progress=0.25)
    mark = states.highlights.add(essay, Selector("some words"), note="mine")
    searched = states.smart_lists.add("Mine", "tag:mine")
    back_up(states.store)
    states.set(essay, starred=False, state=ReadState.FINISHED, tags=["kept"])
    states.set(other, progress=0.5)
    states.highlights.change(mark.id, note="other", colour="green")
    states.smart_lists.delete(searched.id)
    dialog = _open(qtbot, qapp, states)
    assert [dialog.changes.item(row).text() for row in range(dialog.changes.count())] == [
        "a letter\nprogress: 50 % → 25 %",
        "essay\nstate: read → reading · star: no → yes · finished: "
        + f"{_moment(states.get(essay).finished_at, QLocale('en'))} → – · tag gone comes back",
        "some words\ncolour: green → yellow · note: other → mine",
        "Mine\ndeleted smart list comes back",
    ]
    with qtbot.waitSignal(dialog.restored):
        dialog.restore_button.click()
    assert states.get(essay).tags == ("gone", "kept")


def test_without_backups_one_can_be_made(qtbot: QtBot, qapp: QApplication, states: ReadingStates) -> None:
    states.set(Path("/x/a.md"), starred=True)
    dialog = _open(qtbot, qapp, states)
    assert dialog.backups.count() == 0
    assert not dialog.restore_button.isEnabled()
    dialog.now_button.click()
    assert dialog.backups.count() == 1
    assert not dialog.restore_button.isEnabled(), "nothing would change"


def test_a_damaged_backup_is_told(qtbot: QtBot, qapp: QApplication, states: ReadingStates) -> None:
    states.set(Path("/x/a.md"), starred=True)
    back_up(states.store).write_bytes(b"nonsense" * 400)
    dialog = _open(qtbot, qapp, states)
    assert "damaged" in dialog._summary.text()
    assert not dialog.restore_button.isEnabled()


def test_what_would_change_is_told_as_people_write(
    qtbot: QtBot, qapp: QApplication, states: ReadingStates, tmp_path: Path
) -> None:
    path = tmp_path / "essay.md"
    states.set(path, starred=True)
    back_up(states.store)
    states.set(path, starred=False)
    english = QTranslator(qapp)
    assert english.load(str(resource_path("translations", "article-reader_en.qm")))
    qapp.installTranslator(english)
    try:
        dialog = _open(qtbot, qapp, states)
    finally:
        qapp.removeTranslator(english)
    assert dialog._summary.text() == "This would change: 1 article."
    moment = "2024-03-05T08:09:10Z"
    assert _moment(moment, QLocale("de")) == QLocale("de").toString(
        QDateTime.fromString(moment, Qt.DateFormat.ISODate).toLocalTime(), QLocale.FormatType.ShortFormat
    )
    assert _moment(None, QLocale("de")) == "–"
