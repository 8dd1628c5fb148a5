# SPDX-License-Identifier: MIT
"""Two versions side by side: folds, marks, the way from difference to difference."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.core.article import ReadOptions, SafeHtml
from reader.core.errors import ArticleError, ReaderError
from reader.core.library import ListedArticle
from reader.core.theme import THEMES
from reader.core.versions import Comparison, RowKind, VersionRow, compare_versions
from reader.ui.application_style import ApplicationStyle
from reader.ui.icons import Icons
from reader.ui.version_commands import VersionCommands, compared, named_versions
from reader.ui.versions_dialog import Version, VersionsDialog
from reader.ui.versions_model import AFTER, BEFORE, SIGN, Fold, VersionsModel

if TYPE_CHECKING:
    from reader.ui.window_parts import WindowParts

OPENING = "互联网巨头之间的藩篱正在拆除，平台间的流量开始流动。"
SAME = [f"第{n}段：这一段在两个版本里完全一样，没有任何改动。" for n in range(20)]
OLD = [OPENING, *SAME, "微信允许用户打开其他平台的链接。", "只在旧版里的一段文字。"]
NEW = [OPENING.replace("巨头", "公司"), *SAME, "微信禁止用户打开其他平台的链接。", "Added at the very end."]


def html(texts: list[str]) -> SafeHtml:
    return SafeHtml("".join(f"<p>{text}</p>" for text in texts))


def difference(old: list[str], new: list[str]) -> Comparison:
    return compare_versions(html(old), html(new))


Answer = Callable[[Path, Path], Comparison]


class Comparer:
    """Answers when it is told to, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[Path, Path]] = []
        self._waiting: list[tuple[Callable[[Comparison], object], Callable[[ReaderError], object]]] = []

    def __call__(
        self,
        before: Path,
        after: Path,
        done: Callable[[Comparison], object],
        failed: Callable[[ReaderError], object],
    ) -> None:
        self.asked.append((before, after))
        self._waiting.append((done, failed))

    def answer(self, at: int, comparison: Comparison) -> None:
        """The answer to one question."""
        self._waiting[at][0](comparison)

    def fail(self, at: int, sentence: str) -> None:
        """One question could not be answered."""
        self._waiting[at][1](ArticleError(sentence))


@pytest.fixture
def comparer() -> Comparer:
    """What the dialog asks."""
    return Comparer()


@pytest.fixture
def dialog(qtbot: QtBot, qapp: QApplication, comparer: Comparer) -> VersionsDialog:
    """The dialog over three versions, on the screen."""
    versions = [Version(Path(f"/articles/{n}.md"), f"version {n}") for n in range(3)]
    style = ApplicationStyle(qapp, "light")
    style.dress()
    made = VersionsDialog(versions, comparer, style, Icons(THEMES["light"]))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def items(model: VersionsModel) -> list[object]:
    return [model.item(place) for place in range(model.rowCount())]


def test_what_is_the_same_is_folded_except_beside_differences(qapp: object) -> None:
    model = VersionsModel()
    model.show_comparison(difference(OLD, NEW))
    shown = items(model)
    folds = [item for item in shown if isinstance(item, Fold)]
    assert [fold.count for fold in folds] == [18]
    kinds = [item.kind for item in shown if isinstance(item, VersionRow)]
    assert kinds == [
        RowKind.CHANGED, RowKind.SAME, RowKind.SAME, RowKind.CHANGED, RowKind.REMOVED, RowKind.ADDED
    ]  # fmt: skip
    assert model.differences() == [0, 4]
    model.unfold(folds[0])
    assert model.rowCount() == 24
    model.set_folded(True)
    assert model.rowCount() == 7
    model.set_folded(False)
    assert model.rowCount() == 24


def test_cells_say_what_they_hold_and_what_became_of_it(qapp: object) -> None:
    model = VersionsModel()
    model.show_comparison(difference(OLD, NEW))
    role = Qt.ItemDataRole.AccessibleTextRole
    last = model.rowCount() - 1
    assert model.index(0, SIGN).data(role) == "Changed"
    assert model.index(last, BEFORE).data(role) == "Not in this version"
    assert model.index(last, AFTER).data(role) == "Added at the very end."
    row = model.item(0)
    assert isinstance(row, VersionRow)
    assert [piece.text for piece in model.pieces(row, BEFORE) if piece.marked] == ["巨头"]
    assert [piece.text for piece in model.pieces(row, AFTER) if piece.marked] == ["公司"]


def test_moved_paragraphs_are_marked_against_their_other_place(qapp: object) -> None:
    model = VersionsModel()
    moved = OPENING.replace("开始", "已经")
    model.show_comparison(difference([OPENING, *SAME], [*SAME, moved]))
    first, last = model.item(0), model.item(model.rowCount() - 1)
    assert isinstance(first, VersionRow)
    assert isinstance(last, VersionRow)
    assert first.kind is RowKind.MOVED_AWAY
    assert [piece.text for piece in model.pieces(first, BEFORE) if piece.marked] == ["开始"]
    assert [piece.text for piece in model.pieces(last, AFTER) if piece.marked] == ["已经"]


def test_the_two_newest_versions_are_compared_first(dialog: VersionsDialog, comparer: Comparer) -> None:
    assert comparer.asked == [(Path("/articles/1.md"), Path("/articles/0.md"))]
    comparer.answer(0, difference(OLD, NEW))
    assert "2 changed · 1 added · 1 removed · " in dialog.summary.text()
    assert dialog.place.text() == "1 of 2"
    dialog.before.setCurrentIndex(2)
    assert comparer.asked[-1] == (Path("/articles/2.md"), Path("/articles/0.md"))


def test_keys_lead_from_difference_to_difference(
    dialog: VersionsDialog, comparer: Comparer, qtbot: QtBot
) -> None:
    comparer.answer(0, difference(OLD, NEW))
    assert dialog.view.currentIndex().row() == 0
    QTest.keyClick(dialog.view, Qt.Key.Key_F3)
    assert (dialog.view.currentIndex().row(), dialog.place.text()) == (4, "2 of 2")
    QTest.keyClick(dialog.view, Qt.Key.Key_F3)
    assert dialog.view.currentIndex().row() == 4
    QTest.keyClick(dialog.view, Qt.Key.Key_P)
    assert dialog.view.currentIndex().row() == 0
    QTest.keyClick(dialog.view, Qt.Key.Key_Down)
    QTest.keyClick(dialog.view, Qt.Key.Key_Down)
    assert isinstance(dialog.view.model().item(2), Fold)
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    assert dialog.view.model().rowCount() == 24
    dialog.whole.setChecked(True)
    assert dialog.view.model().rowCount() == 24
    dialog.whole.setChecked(False)
    assert dialog.view.model().rowCount() == 7


def test_enter_on_a_moved_paragraph_goes_to_its_other_place(
    dialog: VersionsDialog, comparer: Comparer
) -> None:
    comparer.answer(0, difference([OPENING, *SAME], [*SAME, OPENING]))
    last = dialog.view.model().rowCount() - 1
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    assert dialog.view.currentIndex().row() == last
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    assert dialog.view.currentIndex().row() == 0


def test_copy_takes_both_versions_of_a_paragraph(dialog: VersionsDialog, comparer: Comparer) -> None:
    comparer.answer(0, difference(OLD, NEW))
    QTest.keySequence(dialog.view, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == f"{OLD[0]}\n\n{NEW[0]}"


def test_a_late_answer_to_an_earlier_question_is_not_shown(
    dialog: VersionsDialog, comparer: Comparer
) -> None:
    dialog.before.setCurrentIndex(2)
    comparer.answer(1, difference(SAME, SAME))
    comparer.answer(0, difference(OLD, NEW))
    assert dialog.word.text() == "Both versions say the same."
    assert not dialog.next.isEnabled()


def test_a_file_that_cannot_be_read_is_told_in_its_place(dialog: VersionsDialog, comparer: Comparer) -> None:
    comparer.fail(0, "1.md is not there any more.")
    assert dialog.word.text() == "1.md is not there any more."
    assert dialog.word.isVisible()


def test_answers_after_the_end_do_no_harm(dialog: VersionsDialog, comparer: Comparer) -> None:
    dialog.close()
    comparer.answer(0, difference(OLD, NEW))
    assert not dialog.isVisible()


def test_rows_are_as_high_as_their_longer_side(
    dialog: VersionsDialog, comparer: Comparer, qtbot: QtBot
) -> None:
    comparer.answer(0, difference([OPENING * 9, "short"], [OPENING * 9 + "完。", "short"]))
    view = dialog.view
    qtbot.waitUntil(lambda: view.rowHeight(0) > 3 * view.rowHeight(1), timeout=20_000)
    before = view.rowHeight(0)
    dialog.resize(1500, 600)
    qtbot.waitUntil(lambda: view.rowHeight(0) < before, timeout=20_000)


def test_ten_thousand_differences_are_shown_at_once(
    dialog: VersionsDialog, comparer: Comparer, qtbot: QtBot
) -> None:
    rows = tuple(VersionRow(RowKind.CHANGED, f"{OPENING}{n}", f"{OPENING}{n + 1}") for n in range(10_000))
    started = time.process_time()
    comparer.answer(0, Comparison(rows, 0.9))
    dialog.view.scrollToBottom()
    dialog.grab()
    assert time.process_time() - started < 8


class Feed:
    """Answers at once, from a library without copies."""

    folders = ()

    def copies(self) -> tuple[object, ...]:
        """None."""
        return ()

    def consult(self, work: Callable[[Feed], object], on_done: Callable[[object], object]) -> None:
        """Asks itself."""
        on_done(work(self))


def test_what_to_select_is_said_where_nothing_can_be_compared(
    qtbot: QtBot, make_article: Callable[..., ListedArticle]
) -> None:
    parts = SimpleNamespace(feed=Feed(), tasks=None, style=None, language="en")
    window = QWidget()
    qtbot.addWidget(window)
    commands = VersionCommands(cast("WindowParts", parts), Icons(THEMES["light"]), window)
    said: list[str] = []
    commands.said.connect(said.append)
    commands.compare(())
    commands.compare([make_article(1)])
    commands.compare([make_article(n) for n in range(51)])
    assert [sentence.startswith("Select two articles") for sentence in said] == [True] * 3
    assert not window.findChildren(VersionsDialog)


def test_versions_are_told_apart_by_time_and_place(
    tmp_path: Path, make_article: Callable[..., ListedArticle]
) -> None:
    path = tmp_path / "blog" / "a" / "essay.md"
    path.parent.mkdir(parents=True)
    path.write_text("x", "utf-8")
    gone = make_article(2, path=Path("/elsewhere/essay.md"), date="2021-09-24")
    names = [
        version.name
        for version in named_versions([make_article(1, path=path), gone], QLocale("zh_CN"), [path.parents[1]])
    ]
    assert names[0].endswith(" · blog/a/essay.md")
    assert names[1] == "2021-09-24 · /elsewhere/essay.md"


def test_files_are_read_by_their_rules_and_compared(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: A\n---\n\nOne line.\n\nAnother line here.\n", "utf-8")
    (tmp_path / "b.md").write_text("---\ntitle: A\n---\n\nOne line.\n\nAnother line there.\n", "utf-8")
    found = compared(tmp_path / "a.md", ReadOptions(), tmp_path / "b.md", ReadOptions())
    assert [row.kind for row in found.rows] == [RowKind.SAME, RowKind.CHANGED]
    with pytest.raises(ReaderError):
        compared(tmp_path / "a.md", ReadOptions(), tmp_path / "none.md", ReadOptions())
