# SPDX-License-Identifier: MIT
"""What only a person can say is asked below the page: answered, put off, and never asked twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app.paths import AppPaths
from reader.core.library import Library
from reader.core.settings import ReadingPosition, ReadingStates, ReadState
from reader.core.settings.merge import take_journals
from reader.core.settings.normal_text import normalise
from reader.ui.main_window import MainWindow
from reader.ui.question_bar import QuestionBar
from reader.ui.state_side import StateSide
from reader.ui.which_file_dialog import WhichFileDialog

from .conftest import MakeWindow, state_of

pytestmark = [pytest.mark.engine, pytest.mark.qt_log_ignore("GPUInfo not initialized")]
PATIENCE = 20_000


def _side(window: MainWindow) -> StateSide:
    assert window.desk is not None
    return window.desk.states


# ---- which file


@pytest.fixture
def copies(app_paths: AppPaths, library: Path) -> tuple[Path, Path]:
    """An article that was starred is gone, and two copies of it have turned up."""
    states = ReadingStates(app_paths.state_db)
    catalogue = Library(app_paths.catalogue, states, app_paths.search_index)
    catalogue.add_folder(library)
    catalogue.scan()
    old = library / "source" / "_posts" / "a" / "1.md"
    states.set(old, starred=True, state=ReadState.READING, progress=0.6)
    catalogue.scan()
    text = old.read_text("utf-8")
    old.unlink()
    made = old.with_name("x.md"), old.with_name("y.md")
    for each in made:
        each.write_text(text, "utf-8")
    catalogue.close()
    states.close()
    return made


def _dialog(window: MainWindow, qtbot: QtBot) -> WhichFileDialog:
    bar = _side(window).identity.bar
    qtbot.waitUntil(bar.isVisible, timeout=PATIENCE)
    bar.buttons[0].click()
    (dialog,) = window.findChildren(WhichFileDialog)
    qtbot.waitUntil(dialog.isVisible, timeout=PATIENCE)
    return dialog


def test_the_file_is_chosen(make_window: MakeWindow, qtbot: QtBot, copies: tuple[Path, Path]) -> None:
    window = make_window()
    dialog = _dialog(window, qtbot)
    assert [each.text() for each in dialog.choices] == [
        "x.md",
        "y.md",
        "All of them: copies that share what I do",
        "None of them",
    ]
    assert not dialog.done_button.isEnabled()
    dialog.choices[1].click()
    dialog.done_button.click()
    qtbot.waitUntil(lambda: state_of(window, qtbot, copies[1]).starred, timeout=PATIENCE)
    assert not state_of(window, qtbot, copies[0]).starred
    assert not _side(window).identity.bar.isVisible()


@pytest.mark.slow
def test_putting_it_off_asks_again_at_the_next_start(
    make_window: MakeWindow, qtbot: QtBot, copies: tuple[Path, Path]
) -> None:
    window = make_window()
    dialog = _dialog(window, qtbot)
    dialog.reject()
    identity = _side(window).identity
    assert not identity.bar.isVisible()
    answered: list[object] = []
    identity.look()
    window._feed.consult(lambda _library: True, answered.append)
    qtbot.waitUntil(lambda: bool(answered), timeout=PATIENCE)
    assert not identity.bar.isVisible()
    window = make_window()
    dialog = _dialog(window, qtbot)
    dialog.choices[-1].click()
    dialog.done_button.click()
    identity = _side(window).identity
    qtbot.waitUntil(lambda: not identity._questions, timeout=PATIENCE)
    assert not any(state_of(window, qtbot, copy).starred for copy in copies)


# ---- which place


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "long.md"
    text = "\n\n".join(f"第{number}段，说的是第{number * 7}件事，读到这里还没有完。" for number in range(300))
    path.write_text(f"# 长文\n\n{text}\n", "utf-8")
    return path


def _stop(text: str, number: int) -> ReadingPosition:
    normal = normalise(text)
    at = normal.to_normal(text.index(f"第{number}段"))
    before, after = normal.text[max(0, at - 64) : at], normal.text[at : at + 64]
    return ReadingPosition((), at, before, after, at / len(normal.text))


@pytest.fixture
def apart(app_paths: AppPaths, tmp_path: Path, article: Path) -> Path:
    """The article was read here to a third, and on another machine to two thirds."""
    text = article.read_text("utf-8").partition("\n\n")[2]
    here, there = ReadingStates(app_paths.state_db), ReadingStates(tmp_path / "there" / "state.db")
    here.set(article, state=ReadState.READING)
    take_journals(there.store, [here.store.journal_path])
    uid = here.store.connection.execute("SELECT uid FROM article").fetchone()[0]
    there.store.connection.execute("UPDATE article SET path = CAST(? AS BLOB)", (str(article),))
    assert there.store.connection.execute("SELECT uid FROM article").fetchone()[0] == uid
    here.set(article, position=_stop(text, 100))
    there.set(article, position=_stop(text, 200))
    take_journals(here.store, [there.store.journal_path])
    here.close()
    there.close()
    return article


def test_the_place_is_chosen(make_window: MakeWindow, qtbot: QtBot, apart: Path) -> None:
    window = make_window(apart)
    place = _side(window).place
    qtbot.waitUntil(place.bar.isVisible, timeout=PATIENCE)
    assert [each.text() for each in place.bar.buttons] == ["Go to 32 %", "Stay at 65 %", "Decide later"]
    assert "here, Today" in place.bar.text
    assert "elsewhere, Today" in place.bar.text
    place.bar.buttons[0].click()
    assert not place.bar.isVisible()

    def is_settled() -> bool:
        position = state_of(window, qtbot, apart).position
        return position is not None and 0.30 < position.fraction < 0.36

    qtbot.waitUntil(is_settled, timeout=PATIENCE)
    window = make_window(apart)
    assert 0.30 < (state_of(window, qtbot, apart).position or ReadingPosition()).fraction < 0.36
    assert not _side(window).place.bar.isVisible()


def test_a_place_that_was_chosen_elsewhere_is_not_asked_about_any_more(
    make_window: MakeWindow, qtbot: QtBot, apart: Path
) -> None:
    window = make_window(apart)
    place = _side(window).place
    qtbot.waitUntil(place.bar.isVisible, timeout=PATIENCE)
    text = apart.read_text("utf-8").partition("\n\n")[2]
    answered: list[object] = []
    window._feed.consult(
        lambda library: library.states.set(apart, position=_stop(text, 250)), answered.append
    )
    qtbot.waitUntil(lambda: bool(answered), timeout=PATIENCE)
    place.look()
    qtbot.waitUntil(lambda: not place.bar.isVisible(), timeout=PATIENCE)


def test_putting_it_off_leaves_the_furthest_place(make_window: MakeWindow, qtbot: QtBot, apart: Path) -> None:
    window = make_window(apart)
    place = _side(window).place
    qtbot.waitUntil(place.bar.isVisible, timeout=PATIENCE)
    place.bar.buttons[-1].click()
    assert not place.bar.isVisible()
    assert (state_of(window, qtbot, apart).position or ReadingPosition()).fraction > 0.6


def test_the_answers_stand_below_the_question_where_there_is_little_room(qtbot: QtBot) -> None:
    bar = QuestionBar()
    qtbot.addWidget(bar)
    bar.ask(
        "A question that goes on for a while, as questions do.", [("One answer", print), ("Another", print)]
    )
    for width, beside in ((900, True), (340, False), (900, True)):
        bar.resize(width, 90)
        bar.show()
        qtbot.waitUntil(lambda beside=beside: _stands_beside(bar) == beside, timeout=PATIENCE)
        assert bar.buttons[-1].geometry().right() < width


def _stands_beside(bar: QuestionBar) -> bool | None:
    """Whether the answers stand beside the question; None while they lie over it."""
    text, button = bar._text.geometry(), bar.buttons[0].geometry()
    if text.intersects(button):
        return None
    return button.left() > text.right()
